"""The shapes "…, SOURCE said" and "…, SOURCE said, …"."""

from dataclasses import replace

from headwater.language import Token
from headwater.lexicon import words
from headwater.reading.grammar import CLOSING_QUOTES, OPENING_QUOTES
from headwater.reading.shapes.attribution import Attribution
from headwater.reading.shapes.contents import trimmed
from headwater.reading.shapes.tails import read_tail

#: Tokens within which a closing attribution must fit ("…, two officials with knowledge of the matter told Reuters on Monday").
_TAIL = 36
_PARTING = CLOSING_QUOTES | {",", "—", "–"}
_ENDING = OPENING_QUOTES | {",", ".", ":"}
#: These go on about the speaker, not with the content: "…, he said, adding that".
_GOES_ON = frozenset({"adding", "who", "which"})


def find_closing(tokens: tuple[Token, ...], low: int, high: int) -> Attribution | None:
    """Find the last comma, dash or closing quote behind which somebody is said to have said it."""
    for at in range(high - 2, max(low, high - _TAIL), -1):
        found = read_tail(tokens, low, at, high) if tokens[at].text in _PARTING else None
        if found:
            return found
    return None


def find_interrupting(tokens: tuple[Token, ...], low: int, high: int) -> Attribution | None:
    """Find the first aside between two marks that says who said what is on both sides of it."""
    for at in range(low + 1, high - 3):
        stop = _aside_end(tokens, at, high) if tokens[at].text in _PARTING else None
        if stop is None or tokens[stop].text == ":":
            continue
        found = read_tail(tokens, low, at, stop)
        if found:
            return _rejoined(tokens, found, (stop + 1, high))
    return None


def _aside_end(tokens: tuple[Token, ...], at: int, high: int) -> int | None:
    for stop in range(at + 3, min(at + _TAIL, high - 1)):
        if tokens[stop].text in _ENDING:
            return stop
    return None


def _rejoined(
    tokens: tuple[Token, ...], found: Attribution, rest: tuple[int, int]
) -> Attribution:
    """Both halves of a content that its own attribution interrupts."""
    first = tokens[rest[0]].lower
    if first in words().verbs or first in _GOES_ON:
        return found
    return replace(found, content=trimmed(tokens, (*found.content, rest)), shape="interrupting")
