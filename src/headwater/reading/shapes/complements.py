"""What a cue governs: the frames its word allows ("that", "to", "SOMEBODY to", "as", a noun phrase)."""

from dataclasses import replace

from headwater.language import Token
from headwater.lexicon import CueWord, words
from headwater.reading.grammar import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    OPENING_QUOTES,
    PREPOSITIONS,
    PRONOUNS,
    QUOTE_MARKS,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
    TIMES,
    VEHICLES,
    is_capitalised,
    is_relative,
    is_verb_like,
)
from headwater.reading.shapes.attribution import Attribution
from headwater.reading.shapes.citing import CITING, cited_at
from headwater.reading.shapes.contents import with_content
from headwater.reading.shapes.relaying import with_relay
from headwater.reading.speakers import Phrase, hangs_on, phrase_after

_FINITE = frozenset(
    "is are was were has have had will would may might could can should must does did do".split()
)
#: Prepositions with which a clause may open: "said in the north there was …".
_OPENING_PREPOSITIONS = frozenset(
    "in on at after during for over about despite under amid among between before since".split()
)
_NO_CLAUSE = (PREPOSITIONS | {"to", "by", "that"}) - _OPENING_PREPOSITIONS
_NO_NOUN_PHRASE = PREPOSITIONS | SUBORDINATORS | ADVERBS | AUXILIARIES
_NEW_CLAUSE = SUBORDINATORS | PRONOUNS - frozenset("me him her them us".split())
_LASTING = frozenset({"for", "since", "in"})
_DAYS = TIME_WORDS | {"on"}
_SUBJECT_OPENERS = DETERMINERS | frozenset("he she it they we i you there".split())
_SUBJECTS = frozenset("he she it they we i".split())
_PARTING = QUOTE_MARKS | {",", ";", ":"}
#: Tokens within which each must be found: the content behind asides, a clause's verb, the
#: infinitive behind whom it is addressed to, the "as" behind what is described, a quotation.
_LONGEST_VEHICLE = 5
_SHORTEST_CLAUSE = 3
_LONGEST_ASIDE = 30
_LONGEST_SUBJECT = 18
_LONGEST_ADDRESSEE = 25
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
    found = _object(tokens, after, high, base) if "obj" in cue.frames else None
    if found:
        return found
    addressee = _addressee(tokens, after, high, cue)
    start = addressee.last if addressee else after
    opening = _content_start(tokens, start, high)
    if opening is None:
        return None
    if addressee and opening == addressee.last and is_verb_like(tokens, opening):
        addressee, start, opening = None, after, after  # "warned Accra would be next"
    if addressee is None and _is_object(tokens, start, opening):
        opening = start
    is_plain = opening == start and tokens[opening - 1].lower != "that"
    if is_plain and not _opens_clause(tokens, opening, high, cue):
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
    if "to" in cue.frames and (to := _own_infinitive(tokens, after, high)) is not None:
        return with_content(tokens, base, to, high)
    if word in cue.prepositions:
        return _prepositional(tokens, after, high, cue, base)
    if "of" in cue.frames and (found := _charged(tokens, after, high, base)):
        return found
    found = _object(tokens, after, high, base) if "obj" in cue.frames else None
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


def _clause_start(tokens: tuple[Token, ...], after: int, high: int) -> int:
    """ "told OUTLET his men had left", "warned Accra would fall": where a clause without "that" begins."""
    for at in range(after, min(high, after + _LONGEST_OBJECT)):
        if not tokens[at].is_word or tokens[at].lower in SUBORDINATORS:
            break
        if tokens[at].relation.startswith("nsubj") and tokens[at].head > at:
            return next(i for i in range(after, at + 1) if hangs_on(tokens, i, at))
    return high


def _is_object(tokens: tuple[Token, ...], start: int, opening: int) -> bool:
    """ "found no proof that it leaked": what is said of the proof, not that it leaked."""
    between = tokens[start : opening - 1]
    is_of_cue = not any(token.tag == "VERB" for token in between)
    objects = [t for t in between if t.relation == "obj" and t.tag == "NOUN"]
    # "denied a claim by the union, carried by OUTLET, that": the union's claim
    return any(is_of_cue or t.lower in words().nouns for t in objects)


def _content_start(tokens: tuple[Token, ...], at: int, high: int) -> int | None:
    """Step over asides ("on Monday", "in a statement", ", citing …,") to where the content begins."""
    i, beyond = at, False
    while i < min(high, at + _LONGEST_ASIDE):
        cited = cited_at(tokens, i, high) if tokens[i].lower in CITING else None
        if cited:
            i = cited.last
            continue
        if _goes_on(tokens, i):
            break
        opening = _opening_at(tokens, i, at, high)
        if opening is not None:
            return opening
        if is_relative(tokens, i):
            # "said in a letter that was sent on Monday that …": the letter's own clause
            beyond, i = True, max(i, tokens[i].head) + 1
            continue
        is_reduced = tokens[i].relation == "acl"  # "in an interview aired by OUTLET that"
        if (is_verb_like(tokens, i) and not is_reduced) or tokens[i].relation == "ccomp":
            break
        if i > at and tokens[i].lower in _NEW_CLAUSE:
            break
        i += 1
    return None if beyond else _behind_days(tokens, at, high)


def _goes_on(tokens: tuple[Token, ...], i: int) -> bool:
    """ "warned of a raid, saying that …": a second cue, which has a content of its own."""
    word = tokens[i].lower
    return word.endswith("ing") and word in words().verbs and tokens[i - 1].text == ","


def _opening_at(tokens: tuple[Token, ...], i: int, at: int, high: int) -> int | None:
    token = tokens[i]
    if token.lower == "that" and (i == at or not is_verb_like(tokens, i - 1)):
        return None if is_relative(tokens, i) or (i > at and _points(tokens, i)) else i + 1
    if token.text in OPENING_QUOTES and i + 1 < high:
        return at if _is_in_subject(tokens, at, i) else i
    return i + 1 if token.text == ":" else None


def _points(tokens: tuple[Token, ...], at: int) -> bool:
    """ "threatened to attack in that case": the tree makes a determiner of it, and a noun follows."""
    noun = tokens[at].head
    return tokens[at].relation == "det" and at < noun < at + _SHORTEST_CLAUSE


def _is_in_subject(tokens: tuple[Token, ...], at: int, quote: int) -> bool:
    """ "said the “Blue Heron” was sold": the marks stand inside a clause that began before them."""
    return tokens[at].lower in _SUBJECT_OPENERS and tokens[quote - 1].is_word


def _behind_days(tokens: tuple[Token, ...], at: int, high: int) -> int | None:
    """Where a clause without "that" would begin: right here, or behind "on Monday,"."""
    i = _behind_manner(tokens, at, high)
    while i < high and tokens[i].lower in _DAYS:
        i += 1
    if at < i < high and tokens[i].text == ",":
        i += 1
    return i if i < high and tokens[i].text != "," else None


def _behind_manner(tokens: tuple[Token, ...], at: int, high: int) -> int:
    """ "said in a tweet it had left": how it was said, between the cue and the clause."""
    if at + 3 >= high or tokens[at].lower not in {"in", "on", "via"}:
        return at
    for i in range(at + 1, min(at + _LONGEST_VEHICLE, high - 1)):
        if tokens[i].lower in VEHICLES:
            return i + 1 if tokens[i + 1].lower in _SUBJECT_OPENERS | _DAYS else at
    return at


def _opens_clause(tokens: tuple[Token, ...], at: int, high: int, cue: CueWord) -> bool:
    """A clause without "that": a subject, then a verb not far behind it."""
    first = tokens[at].lower
    if first in _NO_CLAUSE or (first in _OPENING_PREPOSITIONS and not cue.hard):
        return False
    if cue.lemma == "say" and _opens_subject(tokens, at, high):
        return True
    end = high if cue.hard else _subject_end(tokens, at, high)
    if not any(is_verb_like(tokens, i) for i in range(at + 1, min(end, at + _LONGEST_SUBJECT))):
        return False
    return (
        cue.hard
        or first in PRONOUNS
        or any(tokens[i].lower in _FINITE for i in range(at, high))
    )


def _subject_end(tokens: tuple[Token, ...], at: int, high: int) -> int:
    """The first comma no relative clause opens at: no subject runs across it."""
    for i in range(at, high - 1):
        if tokens[i].text == "," and tokens[i + 1].lower not in RELATIVES:
            return i
    return high


def _opens_subject(tokens: tuple[Token, ...], at: int, high: int) -> bool:
    """ "said the ferry sank": behind "said" a noun phrase opens a clause, whatever its verb is."""
    shortest = _SHORTEST_CLAUSE - (tokens[at].lower in PRONOUNS)
    if sum(token.is_word for token in tokens[at:high]) < shortest:
        return False
    if tokens[at + 1].lower == "same":
        return False
    return tokens[at].lower in _SUBJECT_OPENERS or is_capitalised(tokens[at])


# ---- objects, prepositions, quotations


def _prepositional(
    tokens: tuple[Token, ...], after: int, high: int, cue: CueWord, base: Attribution
) -> Attribution | None:
    """ "called for …", "called on SOMEBODY to …": the preposition belongs to the cue."""
    widened = replace(base, cue=((base.cue[0][0], after + 1),))
    if "obj" in cue.frames and tokens[after].lower != "for":
        found = _object(tokens, after + 1, high, widened)
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


def _object(
    tokens: tuple[Token, ...], after: int, high: int, base: Attribution
) -> Attribution | None:
    """ "urged SOMEBODY to …": the addressee, then the infinitive."""
    if after < high and tokens[after].lower == "to":
        return with_content(tokens, base, after, high)
    to = _infinitive(tokens, after + 1, min(high - 1, after + _LONGEST_ADDRESSEE))
    if to is None:
        return None
    found = with_content(tokens, base, to, _own_clause(tokens, to, high))
    if found is None:
        return None
    cue_class = "request" if base.cue_lemma == "tell" else base.cue_class
    return replace(found, addressee=phrase_after(tokens, after, to), cue_class=cue_class)


def _own_clause(tokens: tuple[Token, ...], low: int, high: int) -> int:
    """Where an infinitive ends before a clause with a subject: "asks them to wait, but it acts itself"."""
    for at in range(low, high - 2):
        beside = tokens[at].text == "," and tokens[at + 1].lower in CONJUNCTIONS
        if beside and tokens[at + 2].lower in _SUBJECTS:
            return at
    return high


def _charged(
    tokens: tuple[Token, ...], after: int, high: int, base: Attribution
) -> Attribution | None:
    """ "accused SOMEBODY of …": whom it is said to, or of, and what he is said to have done."""
    for at in range(after + 1, min(high - 1, after + _LONGEST_ADDRESSEE)):
        if tokens[at].text in _PARTING or is_verb_like(tokens, at):
            return None
        if tokens[at].lower == "of" and (
            whom := phrase_after(tokens, after, at, any_noun=True)
        ):
            found = with_content(tokens, base, at + 1, high)
            return replace(found, addressee=whom) if found else None
    return None


def _own_infinitive(tokens: tuple[Token, ...], after: int, high: int) -> int | None:
    """Give the "to" behind a cue, past a time between: "has been threatening for weeks to"."""
    if tokens[after].lower == "to":
        return after
    if tokens[after].lower not in _LASTING:
        return None
    for at in range(after + 1, min(high - 1, after + _LONGEST_VEHICLE)):
        if tokens[at].lower == "to":
            verb = tokens[at].head
            is_own = tokens[at].tag == "PART" and tokens[verb].head == after - 1
            return at if is_own and tokens[at - 1].lower in TIMES else None
    return None


def _infinitive(tokens: tuple[Token, ...], low: int, high: int) -> int | None:
    for at in range(low, high):
        word = tokens[at].lower
        if word in _PARTING or word in SUBORDINATORS or is_verb_like(tokens, at):
            return None
        if word == "to" and _may_be_asked(tokens[at + 1]):
            return at
    return None


def _may_be_asked(token: Token) -> bool:
    """Whether "to" before it opens an infinitive, perhaps a quoted one, and no place."""
    if token.text in OPENING_QUOTES:
        return True
    return token.is_word and token.lower not in DETERMINERS and not is_capitalised(token)


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
        if tokens[at].text in _PARTING or is_verb_like(tokens, at):
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
