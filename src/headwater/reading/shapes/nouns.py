"""Nouns of saying: "its claim that …", "a request from SOURCE to …"."""

from collections.abc import Iterator
from itertools import pairwise

from headwater.language import Token
from headwater.lexicon import CueWord, words
from headwater.model import LinkKind
from headwater.reading.grammar import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    is_capitalised,
    is_relative,
    is_verb_like,
)
from headwater.reading.shapes.attribution import Attribution
from headwater.reading.shapes.contents import behind_aside, trimmed
from headwater.reading.shapes.relaying import is_press, with_relay
from headwater.reading.shapes.verbs import group_start
from headwater.reading.shapes.verdicts import before_verdict
from headwater.reading.speakers import (
    Phrase,
    clause_subject,
    hangs_on,
    phrase_after,
    read_phrase,
    subject_of,
)

#: Behind these the word is a verb, or nothing is claimed: "in response to", "no claim that".
_NO_CUE_BEHIND = ADVERBS | PRONOUNS | RELATIVES | {"in", "no"}
#: What is done with somebody else's words: "relayed a warning from SOURCE that".
_CARRYING = frozenset(
    "relayed relays conveyed conveys passed passes carried carries delivered delivers transmitted forwarded brought".split()
)
#: Whose claim it is, as the pronoun for him.
_POSSESSIVES = {"its": "it", "his": "he", "her": "she", "their": "they"}
#: Before those among whom it is said: "fears in Norway that".
_HOLDING = frozenset("in among across within".split())
#: Between two verbs these give the second a subject, or a place in the same clause.
_NEW_SUBJECT = SUBORDINATORS | CONJUNCTIONS | RELATIVES | PRONOUNS | DETERMINERS | {"to"}
#: Of a report: by whom it was given out; tokens within which that must stand.
_PUBLISHED = frozenset("published printed reported carried broadcast aired".split())
_NEAR_PARTICIPLE = 4
#: Relations of the words before a predicate that belong to it.
_OF_PREDICATE = frozenset({"amod", "aux", "cop", "det"})
_NO_INFINITIVE = DETERMINERS | PRONOUNS | PREPOSITIONS


def find_noun_cues(tokens: tuple[Token, ...], low: int, high: int) -> Iterator[Attribution]:
    """Find the first noun of saying that governs a clause or an infinitive, if there is one."""
    for at in range(low, high - 2):
        cue = _noun_at(tokens, low, at)
        found = _governing(tokens, low, at, high, cue) if cue else None
        if found:
            yield found
            return


def _noun_at(tokens: tuple[Token, ...], low: int, at: int) -> CueWord | None:
    cue = words().nouns.get(tokens[at].lower)
    if cue is None or (at == low and "to" not in cue.frames):
        return None
    if at > low and (is_capitalised(tokens[at]) or tokens[at - 1].lower in _NO_CUE_BEHIND):
        return None
    return cue


def _governing(
    tokens: tuple[Token, ...], low: int, at: int, high: int, cue: CueWord
) -> Attribution | None:
    source, start = _owner(tokens, low, at, high)
    aside = start
    start = behind_aside(tokens, start, high)
    if (
        source is None
        and cue.lemma == "threat"
        and tokens[start : start + 1]
        and tokens[start].lower == "that"
    ):
        return None  # "a growing threat that war will spread": nobody says so
    if start >= high - 1 or (start == at + 1 and is_relative(tokens, start)):
        return None
    if not _is_governed(tokens, start, cue):
        return None
    begin = start + (tokens[start].lower == "that")
    end = before_verdict(tokens, at, begin, _main_verb(tokens, low, at, begin, high))
    content = trimmed(tokens, ((begin, end),))
    if not content:
        return None
    carrier = _carrier(tokens, at) if tokens[at + 1].lower == "from" else None
    found = Attribution(
        source=source, cue=((at, at + 1),), cue_class=cue.cue_class, cue_lemma=cue.lemma,
        content=content, shape="noun", relayers=(carrier,) if carrier else (),
    )  # fmt: skip
    return with_relay(tokens, found, aside, start) if source and aside < start else found


def _carrier(tokens: tuple[Token, ...], noun: int) -> Phrase | None:
    """ "Elders relayed a message from SOURCE that …": who carries it, if the tree makes it the object."""
    verb = tokens[noun].head
    if verb < 0 or tokens[noun].relation != "obj" or tokens[verb].lower not in _CARRYING:
        return None
    return subject_of(tokens, 0, verb)


def _main_verb(tokens: tuple[Token, ...], low: int, at: int, begin: int, high: int) -> int:
    """ "A message that the strike was over reached Lima": the subject's own verb ends the content.

    Only where the noun opens the sentence, and a second verb stands there that no subject can have.
    """
    if tokens[at].relation.startswith("nsubj") and begin < tokens[at].head < high:
        # "the order to wait came on Monday"
        return _predicate_start(tokens, tokens[at].head, begin)
    if any(is_verb_like(tokens, i) for i in range(low, at)):
        return high
    if fronted := _end_of_fronted(tokens, at, begin, high):
        return fronted
    verbs = [i for i in range(begin, high) if is_verb_like(tokens, i)]
    for first, second in pairwise(verbs):
        between = tokens[first + 1 : second]
        if not between and tokens[first].lower not in AUXILIARIES:
            return second
        if between and not any(t.lower in _NEW_SUBJECT or not t.is_word for t in between):
            is_group = all(t.lower in ADVERBS | AUXILIARIES for t in between)
            return high if is_group or not _can_end(between[-1]) else second
    return high


def _end_of_fronted(tokens: tuple[Token, ...], at: int, begin: int, high: int) -> int | None:
    """ "Despite orders to wait, the boats left": the comma before the clause that the noun only leads up to."""
    top = at
    while 0 <= tokens[top].head < high and top < begin:
        top = tokens[top].head
    if top < begin or hangs_on(tokens, top, at):
        return None
    for comma in range(begin, top):
        if tokens[comma].text == "," and not any(
            hangs_on(tokens, i, at) for i in range(comma + 1, top)
        ):
            return comma
    return None


def _predicate_start(tokens: tuple[Token, ...], head: int, begin: int) -> int:
    """Where a verb with its group begins, or a noun with its article and "is": "… is a lie"."""
    beside = [
        i
        for i in range(begin, head)
        if tokens[i].head == head
        and tokens[i].relation.partition(":")[0] in _OF_PREDICATE
        # "… would fall was heard": the tree may hang "would" there too
        and not any(t.tag == "VERB" and t.relation != "amod" for t in tokens[i + 1 : head])
    ]
    return group_start(tokens, min([*beside, head]), begin)


def _can_end(token: Token) -> bool:
    """Whether a clause can end with a word, so that the next verb belongs to another."""
    return token.lower not in DETERMINERS | PREPOSITIONS and not token.lower.endswith("s")


def _owner(
    tokens: tuple[Token, ...], low: int, at: int, high: int
) -> tuple[Phrase | None, int]:
    """Whose claim it is ("U.S. claims", "a request from SOURCE"), and where the next word stands."""
    start = at + 1
    owner = _possessor(tokens, at)
    if owner:
        return owner, start
    if tokens[start].lower in _HOLDING:
        held = phrase_after(tokens, start + 1, high)
        if held and held.last < high and tokens[held.last].lower == "that":
            return held, held.last
    if tokens[start].lower in {"from", "by"}:
        is_by = tokens[start].lower == "by"
        source = phrase_after(tokens, start + 1, high, any_noun=is_by)
        end = source.last if source else start
        to = next((i for i in range(start + 2, end - 1) if tokens[i].lower == "to"), end)
        return read_phrase(tokens, start + 1, to, any_noun=is_by), end
    if (published := _published(tokens, start, high)) is not None:
        return published
    if at > low and tokens[at - 1].lower == "to":  # "to request that": whoever acts
        return clause_subject(tokens, low, at), start
    if sphere := _sphere(tokens, low, at):
        return sphere, start
    if at - 1 > low and is_capitalised(tokens[at - 1]):
        return read_phrase(tokens, at - 1, at), start
    return None, start


def _published(tokens: tuple[Token, ...], start: int, high: int) -> tuple[Phrase, int] | None:
    """ "A report, first published by OUTLET, that …": the outlet, and where what it tells begins."""
    for at in range(start, min(start + _NEAR_PARTICIPLE, high - 2)):
        if tokens[at].lower in _PUBLISHED and tokens[at + 1].lower in {"by", "in"}:
            outlet = phrase_after(tokens, at + 2, high)
            end = outlet.last if outlet and is_press(tokens, outlet) else None
            if outlet is None or end is None:
                return None
            return outlet, end + (end < high and tokens[end].text == ",")
        if tokens[at].is_word and tokens[at].tag != "ADV":
            return None
    return None


def _sphere(tokens: tuple[Token, ...], low: int, at: int) -> Phrase | None:
    """ "Regional recommendations": from what part of the world they are, and of nobody in particular."""
    first = at
    while first > low and _says_sphere(tokens[first - 1], has_more=first < at):
        first -= 1
    while first < at and tokens[first].lower not in words().spheres:
        first += 1
    if first == at:
        return None
    return Phrase(first, at, tokens[at - 1].lower, LinkKind.UNNAMED, is_adjective=True)


def _says_sphere(token: Token, *, has_more: bool) -> bool:
    return token.lower in words().spheres or (has_more and token.lower in {"and", ","})


def _possessor(tokens: tuple[Token, ...], at: int) -> Phrase | None:
    """Whose it is, as the tree has it: "the bishop's warning that", "its claim that"."""
    owner = next(
        (i for i in range(at) if tokens[i].head == at and tokens[i].relation == "nmod:poss"),
        None,
    )
    if owner is None:
        return None
    if pronoun := _POSSESSIVES.get(tokens[owner].lower):
        kind = LinkKind.ORGANISATION if pronoun == "it" else LinkKind.PERSON
        return Phrase(owner, owner + 1, pronoun, kind)
    last = owner + 1
    first = next(i for i in range(last) if i == owner or hangs_on(tokens, i, owner))
    return read_phrase(tokens, first, last, any_noun=True)


def _is_governed(tokens: tuple[Token, ...], start: int, cue: CueWord) -> bool:
    word = tokens[start].lower
    return word in cue.frames and (word != "to" or _is_infinitive(tokens[start + 1]))


def _is_infinitive(token: Token) -> bool:
    return (
        token.is_word
        and not is_capitalised(token)
        and (token.lower not in _NO_INFINITIVE or token.tag == "VERB")  # "to close"
        and not token.lower.endswith("s")
    )
