"""What an outlet tells behind what it quotes: "“You won?” she asked, but the hall was empty"."""

from collections.abc import Iterator
from dataclasses import replace

from headwater.language import Token
from headwater.reading.attributions import Attribution
from headwater.reading.quotations import Quotation
from headwater.reading.units import Unit


def without_narration(unit: Unit, found: Attribution) -> Iterator[Attribution]:
    """Give an attribution the quotation that its cue stands behind, and no words that follow without marks.

    Whoever speaks in those words speaks beside it.
    """
    first, *rest = found.content if len(found.content) > 1 else ((0, 0),)
    is_quoted = bool(rest) and _is_within(unit, first) and first[1] <= found.cue[0][0]
    told = [part for part in rest if _is_touched(unit, part)]
    if not is_quoted or len(told) == len(rest):
        yield found
        return
    content = (first, *told)
    inside = [one for one in found.nested if _stands_in(one, content)]
    yield replace(found, content=content, nested=tuple(inside))
    yield from (one for one in found.nested if one not in inside)


def _is_within(unit: Unit, part: tuple[int, int]) -> bool:
    start, end = _place(unit.tokens, part)
    return any(q.start <= start and end <= q.end for q in unit.quotations if q.closed)


def _is_touched(unit: Unit, part: tuple[int, int]) -> bool:
    start, end = _place(unit.tokens, part)
    return any(_overlaps(quotation, start, end) for quotation in unit.quotations)


def _overlaps(quotation: Quotation, start: int, end: int) -> bool:
    return quotation.start < end and start < quotation.end


def _place(tokens: tuple[Token, ...], part: tuple[int, int]) -> tuple[int, int]:
    return tokens[part[0]].start, tokens[part[1] - 1].end


def _stands_in(found: Attribution, content: tuple[tuple[int, int], ...]) -> bool:
    at = found.cue[0][0]
    return any(first <= at < last for first, last in content)
