"""What a cue governs: the frames its word allows ("that", "to", "SOMEBODY to", "as", a noun phrase)."""

from dataclasses import replace

from headwater.language import Token
from headwater.lexicon import CueWord, words
from headwater.reading.grammar import (
    ADVERBS,
    AUXILIARIES,
    CLOSING_QUOTES,
    DETERMINERS,
    OPENING_QUOTES,
    PREPOSITIONS,
    SUBORDINATORS,
    TIMES,
    is_capitalised,
    is_verb_like,
)
from headwater.reading.shapes.attribution import Attribution
from headwater.reading.shapes.contents import with_content
from headwater.reading.shapes.infinitives import (
    PARTING,
    asked_of,
    charged_with,
    own_infinitive,
)
from headwater.reading.shapes.openings import content_start, opens_clause
from headwater.reading.shapes.relaying import with_relay
from headwater.reading.speakers import Phrase, hangs_on, phrase_after

_NO_NOUN_PHRASE = PREPOSITIONS | SUBORDINATORS | ADVERBS | AUXILIARIES
#: Relations of what is told to the verb that tells it.
_TOLD = frozenset({"ccomp", "parataxis"})
#: Tokens within which each must be found: the subject or the "as" behind what is described, a quotation.
_LONGEST_OBJECT = 12
_NEAR_QUOTATION = 8


def read_complement(
    tokens: tuple[Token, ...], verb: int, high: int, cue: CueWord, source: Phrase
) -> Attribution | None:
    """Read what stands behind a cue as its content; None if no frame of the word fits."""
    after = verb + 1
    if after >= high:
        return None
    base = Attribution(
        source=source, cue=((verb, after),), cue_class=cue.cue_class, cue_lemma=cue.lemma,
        content=(), shape="leading",
    )  # fmt: skip
    found = _clause(tokens, after, high, cue, base) if "that" in cue.frames else None
    return found or _phrase(tokens, after, high, cue, base)


def _clause(
    tokens: tuple[Token, ...], after: int, high: int, cue: CueWord, base: Attribution
) -> Attribution | None:
    """ "said that …", "told SOMEBODY that …", "warned SOMEBODY to …"."""
    found = asked_of(tokens, after, high, base) if "obj" in cue.frames else None
    if found:
        return found
    addressee = _addressee(tokens, after, high, cue)
    start = _past_name(tokens, addressee.last, high) if addressee else after
    opening = content_start(tokens, start, high)
    if opening is None:
        return None
    if addressee and opening == addressee.last and is_verb_like(tokens, opening):
        addressee, start, opening = None, after, after  # "warned Accra would be next"
    if addressee is None and _is_object(tokens, start, opening):
        opening = start
    is_plain = opening == start and tokens[opening - 1].lower != "that"
    if is_plain and not opens_clause(tokens, opening, high, cue):
        return None
    if is_plain and cue.only_clause and _has_thing(tokens, base.cue[0][0], high):
        return None
    found = with_content(tokens, base, opening, high)
    if found is None:
        return None
    return with_relay(tokens, replace(found, addressee=addressee), after, opening)


def _phrase(
    tokens: tuple[Token, ...], after: int, high: int, cue: CueWord, base: Attribution
) -> Attribution | None:
    """Frames without a clause: what the word behind the cue decides, then the rest in turn."""
    word = tokens[after].lower
    if "to" in cue.frames and (to := own_infinitive(tokens, after, high)) is not None:
        return with_content(tokens, base, to, high)
    if word in cue.prepositions:
        return _prepositional(tokens, after, high, cue, base)
    if "of" in cue.frames and (found := charged_with(tokens, after, high, base)):
        return found
    found = asked_of(tokens, after, high, base) if "obj" in cue.frames else None
    return found or _bare(tokens, after, high, cue, base)


def _bare(
    tokens: tuple[Token, ...], after: int, high: int, cue: CueWord, base: Attribution
) -> Attribution | None:
    if "named" in cue.frames:
        return _named(tokens, after, high, base)
    if "as" in cue.frames:
        return _described(tokens, after, high, base)
    if "quoted" in cue.frames:
        return _quoted(tokens, after, high, base)
    if "np" in cue.frames and _opens_noun_phrase(tokens[after]):
        return with_content(tokens, base, after, high)
    return None


# ---- clauses


def _addressee(tokens: tuple[Token, ...], after: int, high: int, cue: CueWord) -> Phrase | None:
    is_named = "obj" in cue.frames and tokens[after].lower not in {"that", ",", ":"}
    return phrase_after(tokens, after, _clause_start(tokens, after, high)) if is_named else None


def _past_name(tokens: tuple[Token, ...], at: int, high: int) -> int:
    """Step over the name in marks behind an addressee: "told the newspaper “Lantern” that …"."""
    if at >= high or tokens[at].text not in OPENING_QUOTES:
        return at
    ends = range(at + 1, min(high - 1, at + _NEAR_QUOTATION))
    closing = next((i for i in ends if tokens[i].text in CLOSING_QUOTES), None)
    is_name = closing is not None and tokens[closing + 1].lower == "that"
    return closing + 1 if closing is not None and is_name else at


def _clause_start(tokens: tuple[Token, ...], after: int, high: int) -> int:
    """ "told OUTLET his men had left", "warned Accra would fall": where a clause without "that" begins."""
    for at in range(after, min(high, after + _LONGEST_OBJECT)):
        if not tokens[at].is_word or tokens[at].lower in SUBORDINATORS:
            break
        if tokens[at].relation.startswith("nsubj") and tokens[at].head > at:
            return next(i for i in range(after, at + 1) if hangs_on(tokens, i, at))
    return high


def _has_thing(tokens: tuple[Token, ...], verb: int, high: int) -> bool:
    """ "Added a week to the vote, so that all could come": the tree gives the verb a thing, and no clause."""
    ties = {t.relation: at for at, t in enumerate(tokens[:high]) if t.head == verb < at}
    # "Found no proof that it leaked": the clause is the thing's.
    is_told = any(t.head == ties.get("obj") and t.relation == "acl" for t in tokens[verb:high])
    return "obj" in ties and not is_told and _TOLD.isdisjoint(ties)


def _is_object(tokens: tuple[Token, ...], start: int, opening: int) -> bool:
    """ "found no proof that it leaked": what is said of the proof, not that it leaked."""
    between = tokens[start : opening - 1]
    is_of_cue = not any(token.tag == "VERB" for token in between)
    objects = [t for t in between if t.relation == "obj" and t.tag == "NOUN"]
    # "denied a claim by the union, carried by OUTLET, that": the union's claim
    return any(is_of_cue or t.lower in words().nouns for t in objects)


# ---- objects, prepositions, quotations


def _prepositional(
    tokens: tuple[Token, ...], after: int, high: int, cue: CueWord, base: Attribution
) -> Attribution | None:
    """ "called for …", "called on SOMEBODY to …": the preposition belongs to the cue."""
    widened = replace(base, cue=((base.cue[0][0], after + 1),))
    if "obj" in cue.frames and tokens[after].lower != "for":
        found = asked_of(tokens, after + 1, high, widened)
        if found:
            return found
    return (
        None
        if _lasts(tokens, after + 1, high)
        else with_content(tokens, widened, after + 1, high)
    )


def _lasts(tokens: tuple[Token, ...], at: int, high: int) -> bool:
    """ "called for two hours": how long, not what for."""
    while at < high and (tokens[at].lower in DETERMINERS or tokens[at].text.isdigit()):
        at += 1
    is_time = at < high and tokens[at].lower in TIMES
    return is_time and not (at + 1 < high and tokens[at + 1].lower == "of")


def _described(
    tokens: tuple[Token, ...], after: int, high: int, base: Attribution
) -> Attribution | None:
    """ "described the raid as a crime": the content is both, the thing and the word for it."""
    for at in range(after + 1, min(high - 1, after + _LONGEST_OBJECT)):
        if tokens[at].lower == "as":
            return with_content(tokens, base, after, high)
        if tokens[at].text in {",", ";"} or is_verb_like(tokens, at):
            return None
    return None


def _named(
    tokens: tuple[Token, ...], after: int, high: int, base: Attribution
) -> Attribution | None:
    """ "called the plan “a trap”": the thing and the quoted word for it, which asks for nothing."""
    for at in range(after + 1, min(high, after + _LONGEST_OBJECT)):
        if tokens[at].text in OPENING_QUOTES:
            return with_content(tokens, replace(base, cue_class="opinion"), after, high)
        if tokens[at].text in PARTING or is_verb_like(tokens, at):
            return None
    return None


def _quoted(
    tokens: tuple[Token, ...], after: int, high: int, base: Attribution
) -> Attribution | None:
    for at in range(after, min(high, after + _NEAR_QUOTATION)):
        if tokens[at].text in OPENING_QUOTES:
            return with_content(tokens, base, at, high)
    return None


def _opens_noun_phrase(token: Token) -> bool:
    if token.lower in DETERMINERS or is_capitalised(token):
        return True
    return token.is_word and token.lower not in _NO_NOUN_PHRASE
