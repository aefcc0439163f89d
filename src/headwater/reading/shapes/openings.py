"""Where what a cue governs begins: behind "that", behind asides, or right away."""

from headwater.language import Token
from headwater.lexicon import CueWord, words
from headwater.reading.grammar import (
    DETERMINERS,
    OPENING_QUOTES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
    TIMES,
    VEHICLES,
    is_capitalised,
    is_relative,
    is_verb_like,
)
from headwater.reading.shapes.citing import CITING, cited_at
from headwater.reading.shapes.conditions import is_condition, past_condition

_FINITE = frozenset(
    "is are was were has have had will would may might could can should must does did do".split()
)
#: Prepositions with which a clause may open: "said in the north there was …".
_OPENING_PREPOSITIONS = frozenset(
    "in on at after during for over about despite under amid among between before since".split()
)
_NO_CLAUSE = (PREPOSITIONS | {"to", "by", "that"}) - _OPENING_PREPOSITIONS
_NEW_CLAUSE = SUBORDINATORS | PRONOUNS - frozenset("me him her them us".split())
_DAYS = TIME_WORDS | {"on"}
_SUBJECT_OPENERS = DETERMINERS | frozenset("he she it they we i you there".split())
#: Tokens within which each must be found: the word behind "in a", the content behind asides, a
#: clause's verb; and the words a clause has at least.
_LONGEST_VEHICLE = 5
_LONGEST_ASIDE = 30
_LONGEST_SUBJECT = 18
_SHORTEST_CLAUSE = 3


def content_start(tokens: tuple[Token, ...], at: int, high: int) -> int | None:
    """Step over asides ("on Monday", "in a statement", ", citing …,") to where the content begins."""
    i, beyond = at, False
    while i < min(high, at + _LONGEST_ASIDE):
        cited = cited_at(tokens, i, high) if tokens[i].lower in CITING else None
        if cited:
            i = cited.last
            continue
        if _goes_on(tokens, i):
            break
        if is_condition(tokens, i) and (behind := past_condition(tokens, i, high)):
            return behind
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
    while i < high and _is_of_day(tokens, i) and not is_condition(tokens, i):
        i += 1
    if at < i < high and tokens[i].text == ",":
        i += 1
    return i if i < high and tokens[i].text != "," else None


def _is_of_day(tokens: tuple[Token, ...], at: int) -> bool:
    """ "on Monday", "last week"; but "denied this", which is what was denied."""
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    is_bare = tokens[at].lower == "this" and following not in TIMES | TIME_WORDS
    return tokens[at].lower in _DAYS and not is_bare


def _behind_manner(tokens: tuple[Token, ...], at: int, high: int) -> int:
    """ "said in a tweet it had left": how it was said, between the cue and the clause."""
    if at + 3 >= high or tokens[at].lower not in {"in", "on", "via"}:
        return at
    for i in range(at + 1, min(at + _LONGEST_VEHICLE, high - 1)):
        if tokens[i].lower in VEHICLES:
            return i + 1 if tokens[i + 1].lower in _SUBJECT_OPENERS | _DAYS else at
    return at


def opens_clause(tokens: tuple[Token, ...], at: int, high: int, cue: CueWord) -> bool:
    """Tell whether a clause opens here: a clause without "that": a subject, then a verb not far behind it."""
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
