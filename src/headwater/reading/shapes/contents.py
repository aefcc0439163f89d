"""The content an attribution leaves, without what only joins it to the rest of the sentence."""

import re
from collections.abc import Iterable
from dataclasses import replace

from headwater.language import Token
from headwater.reading.grammar import (
    CLOSING_QUOTES,
    CONJUNCTIONS,
    CONNECTIVES,
    DETERMINERS,
    OPENING_QUOTES,
    PREPOSITIONS,
    QUOTE_MARKS,
    is_verb_like,
)
from headwater.reading.shapes.attribution import Attribution

_CLOCK = re.compile(r"[0-2]?\d[:.][0-5]\d")
_JOINTS = frozenset({",", ".", ";", ":", "—", "–"})
_ENDS = _JOINTS | {"?", "!"}
#: Tokens from which a stretch is long enough to be taken for a clause, verb or no verb.
_SURELY_CLAUSE = 6
_SHORTEST_CLAUSE = 2
#: Tokens within which an aside between a cue and its content must end.
_LONGEST_ASIDE = 12


def trimmed(
    tokens: tuple[Token, ...], pieces: Iterable[tuple[int, int]]
) -> tuple[tuple[int, int], ...]:
    """Cut "that", connectives, marks and full stops off the edges; drop what holds no word."""
    inner = (_inner(tokens, *piece) for piece in pieces)
    return tuple((low, high) for low, high in inner if _says_something(tokens[low:high]))


def with_content(
    tokens: tuple[Token, ...], base: Attribution, start: int, high: int
) -> Attribution | None:
    """Give an attribution the words ``tokens[start:high]`` as content; None if that is no word."""
    content = trimmed(tokens, ((start, high),))
    return replace(base, content=content) if content else None


def behind_aside(tokens: tuple[Token, ...], start: int, high: int) -> int:
    """Give where a content begins: "as saying, on the eve of the vote, that …"."""
    if start >= high or tokens[start].text != ",":
        return start
    ends = range(start + 1, min(high - 1, start + _LONGEST_ASIDE))
    return next(
        (at + 1 for at in ends if tokens[at].text == "," and tokens[at + 1].lower == "that"),
        start,
    )


def is_clause(tokens: tuple[Token, ...], content: tuple[tuple[int, int], ...]) -> bool:
    """Tell whether a content can be what somebody said, rather than "Meanwhile" or a place."""
    low, high = content[0]
    if len(content) > 1 and _is_cut_clause(tokens, *content[:2]):
        return True
    if high - low < _SHORTEST_CLAUSE:
        return False
    return (
        high - low >= _SURELY_CLAUSE
        or any(_heads_clause(tokens, at) for at in range(low, high))
        or tokens[max(low - 1, 0)].text in QUOTE_MARKS
        or (high - low > _SHORTEST_CLAUSE and tokens[low].lower in DETERMINERS)
    )


def _heads_clause(tokens: tuple[Token, ...], at: int) -> bool:
    """A verb, or what the tree makes the head of what is said: "rebels ready, says the bishop"."""
    return is_verb_like(tokens, at) or tokens[at].relation == "ccomp"


def is_in_quotation(tokens: tuple[Token, ...], low: int, at: int) -> bool:
    """Tell whether a quotation that opened behind ``low`` is still open behind token ``at``."""
    for i in range(at, low - 1, -1):
        if tokens[i].text in {"“", "”"}:
            return tokens[i].text == "“"
        if tokens[i].text == '"':
            return _opens(tokens, i)
    return False


def _opens(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a straight mark opens: a space stands before it, and none behind."""
    apart = not at or tokens[at - 1].end < tokens[at].start
    return apart and at + 1 < len(tokens) and tokens[at].end == tokens[at + 1].start


def _is_cut_clause(
    tokens: tuple[Token, ...], subject: tuple[int, int], rest: tuple[int, int]
) -> bool:
    """ "The bridge, … said, had been cracked": the subject stands before the cut, its verb behind."""
    opening = tokens[subject[0]].lower
    if opening in PREPOSITIONS or opening in CONNECTIVES:
        return False
    return is_verb_like(tokens, rest[0])


def _inner(tokens: tuple[Token, ...], low: int, high: int) -> tuple[int, int]:
    low = _past_connectives(tokens, _past_joints(tokens, _past_clock(tokens, low), high), high)
    high = _before(tokens, low, high, _ENDS | {"(", "["})
    while high - 1 > low and tokens[high - 1].lower in CONJUNCTIONS:
        high = _before(tokens, low, high - 1, _ENDS)
    low, high = _out_of_quotes(tokens, low, high)
    return _without_lone_quotes(tokens, low, high)


def _says_something(piece: tuple[Token, ...]) -> bool:
    return any(token.is_word and token.lower != "that" for token in piece)


def _past_joints(tokens: tuple[Token, ...], low: int, high: int) -> int:
    while low < high and (tokens[low].text in _JOINTS or _is_bare_that(tokens, low, high)):
        low += 1
    return low


def _is_bare_that(tokens: tuple[Token, ...], at: int, high: int) -> bool:
    """ "that" that only joins: not the subject of "that is", and something follows."""
    return (
        tokens[at].lower == "that"
        and at + 1 < high
        and tokens[at + 1].lower not in {"is", "was"}
    )


def _past_clock(tokens: tuple[Token, ...], low: int) -> int:
    """ "20:41 Gunmen have stormed the station, a guard said": when an entry was posted, not what was said."""
    is_clock = low == 0 and len(tokens) > 1 and _CLOCK.fullmatch(tokens[0].text)
    return 1 if is_clock and tokens[1].text[:1].isupper() else low


def _past_connectives(tokens: tuple[Token, ...], low: int, high: int) -> int:
    while low + 1 < high and tokens[low].lower in CONNECTIVES and tokens[low + 1].text == ",":
        low += 2
    return low


def _before(tokens: tuple[Token, ...], low: int, high: int, marks: frozenset[str]) -> int:
    while high > low and tokens[high - 1].text in marks:
        high -= 1
    return high


def _out_of_quotes(tokens: tuple[Token, ...], low: int, high: int) -> tuple[int, int]:
    """Step inside the marks of a content that is one quotation from end to end."""
    is_quotation = (
        high - low > 1
        and tokens[low].text in OPENING_QUOTES
        and tokens[high - 1].text in CLOSING_QUOTES
        and not _has_mark(tokens, low + 1, high - 1, QUOTE_MARKS)
    )
    return (low + 1, _before_stops(tokens, low + 1, high - 1)) if is_quotation else (low, high)


def _without_lone_quotes(tokens: tuple[Token, ...], low: int, high: int) -> tuple[int, int]:
    """Drop a mark at an edge whose partner stands outside the content."""
    if (
        high > low
        and tokens[low].text in OPENING_QUOTES
        and not _has_mark(tokens, low + 1, high, CLOSING_QUOTES)
    ):
        low += 1
    if (
        high > low
        and tokens[high - 1].text in CLOSING_QUOTES
        and not _has_mark(tokens, low, high - 1, OPENING_QUOTES)
    ):
        high = _before_stops(tokens, low, high - 1)
    return low, high


def _before_stops(tokens: tuple[Token, ...], low: int, high: int) -> int:
    return _before(tokens, low, high, frozenset({",", "."}))


def _has_mark(tokens: tuple[Token, ...], low: int, high: int, marks: frozenset[str]) -> bool:
    return any(token.text in marks for token in tokens[low:high])
