"""A line of the board, and how it differs from that of an earlier day."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from headwater.case.board.values import (
    BoardChange,
    BoardLine,
    Evidence,
    Happening,
    IndicatorState,
)
from headwater.lexicon.indicators import Indicator

#: The state that says most, first.
_RANK: Final = (
    IndicatorState.CONTRADICTED,
    IndicatorState.CORROBORATED,
    IndicatorState.SINGLE_ORIGIN,
)


def line_of(
    indicator: Indicator,
    happenings: Sequence[Happening],
    *,
    has_lapsed: bool,
    at: date | None,
    last_page: date | None,
) -> BoardLine:
    """Give the line of an indicator.

    Args:
        indicator: What it is of.
        happenings: What lights it, or what did last.
        has_lapsed: Whether that is too long ago.
        at: The day of the board.
        last_page: The day of the last page of the pile that has one.
    """
    ranked = sorted(happenings, key=_rank)
    first, last = ranked[0] if ranked else None, _last_told(ranked)
    day = date.fromisoformat(last.day) if last and last.day else None
    state = first.state if first else IndicatorState.QUIET
    state = IndicatorState.LAPSED if has_lapsed else state
    return BoardLine(
        indicator_id=indicator.id,
        name=indicator.name,
        says=indicator.says,
        state=state,
        age_days=(at - day).days if at and day else None,
        last=last,
        independent=first.independent if first else None,
        origins=first.origins if first else (),
        happenings=tuple(ranked),
        silence=_silence(state, day, last_page),
    )


def _rank(happening: Happening) -> tuple[bool, int, int, int]:
    day = happening.last_day
    late = -date.fromisoformat(day).toordinal() if day else 0
    return day is None, _RANK.index(happening.state), -happening.independent.low, late


def _last_told(ranked: Sequence[Happening]) -> Evidence | None:
    """Give the latest passage that tells of it; of one day, that of the first happening."""
    told = [
        (e.day or "", -number, e.article_id, -e.start, e)
        for number, happening in enumerate(ranked)
        for e in happening.evidence
        if not e.against
    ]
    return max(told, key=lambda row: row[:4])[4] if told else None


def _silence(state: IndicatorState, day: date | None, last_page: date | None) -> str | None:
    pile = f"last page of the pile: {last_page or 'without a date'}"
    if state is IndicatorState.QUIET:
        return f"no page tells of it; {pile}"
    if state is IndicatorState.LAPSED:
        return f"no page tells of it since {day}; {pile}"
    return None


def changes_between(
    before: Sequence[BoardLine], after: Sequence[BoardLine]
) -> tuple[BoardChange, ...]:
    """Give what is new of the second of two boards: another state, or passages that the first had not."""
    changes = []
    for was, now in zip(before, after, strict=True):
        had = set(_passages(was))
        new = tuple(e for e in _passages(now) if e not in had)
        if was.state is not now.state or new:
            changes.append(
                BoardChange(
                    indicator_id=now.indicator_id,
                    name=now.name,
                    before=was.state,
                    after=now.state,
                    new=new,
                )
            )
    return tuple(changes)


def _passages(line: BoardLine) -> tuple[Evidence, ...]:
    return tuple(e for happening in line.happenings for e in happening.evidence)
