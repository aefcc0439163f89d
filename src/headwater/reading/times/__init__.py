"""When: the times an article names, as intervals of days.

A line is cut into ``words``; ``names`` reads what names a place in the calendar, ``phrases``
what counts from somewhere (``amounts``), and ``grammar`` puts both together into
``expressions``. ``resolve`` lays them on the ``calendar``, with the verbs around them (``tense``)
to part last November from the next; ``offsets`` writes what has no anchor.
"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from headwater.model import Confidence, Time, TimeAnchor, TimeKind
from headwater.reading.times.calendar import Stretch
from headwater.reading.times.expressions import (
    Bound,
    Expression,
    Length,
    Part,
    Recurring,
    Window,
    is_point,
    kind_of,
)
from headwater.reading.times.grammar import core_at, time_at
from headwater.reading.times.offsets import anchor_of, offset_of
from headwater.reading.times.resolve import Place, resolve
from headwater.reading.times.sureness import confidence_of
from headwater.reading.times.tense import direction_at
from headwater.reading.times.words import Line

__all__ = ["find_times", "time_in_words"]

#: The article's first and last possible day.
Days = tuple[date, date]
#: What is known of the days of an expression: for either end of the anchor, the same days.
_OPEN = {date.min, date.max}


def find_times(text: str, start: int, end: int, anchor: Days | None) -> tuple[Time, ...]:
    """Find the times named in a stretch of English text, and the days each may mean.

    What is counted from the article ("three weeks ago", "on Thursday") is resolved for the first
    and for the last day it may have been published, and comes out as all the days between; with
    no anchor it stays relative. What is counted from another time ("a day earlier") takes the
    nearest one named before it.

    Args:
        text: Any text; a time never runs over the end of a line.
        start: Where to begin, in code points.
        end: Where to end.
        anchor: First and last day of publication; None is unknown.
    """
    found: list[Time] = []
    contexts: tuple[Stretch | None, ...] = (None, None)
    for begin, stop, said in _expressions(text, start, end):
        places = _places(text, begin, stop, anchor, contexts)
        stretches = tuple(resolve(said, place) for place in places)
        found.append(
            _time(text, (begin, stop), said, stretches, has_context=contexts[0] is not None)
        )
        if _can_be_counted_from(said, stretches):
            contexts = stretches  # also where unknown: an older time is not what is meant
    return tuple(found)


def time_in_words(time: Time) -> str:
    """Give the words of a time and, in brackets, the days: "on Thursday (2024-07-04)"."""
    if time.earliest is None and time.latest is None:
        return time.text
    days = dict.fromkeys((time.earliest or "..", time.latest or ".."))
    return f"{time.text} ({'/'.join(days)})"


def _expressions(text: str, start: int, end: int) -> Iterator[tuple[int, int, Expression]]:
    """Yield every expression, the longest that begins first, line by line."""
    edges = [start - 1, *(at for at in range(start, end) if text[at] == "\n"), end]
    for before, after in pairwise(edges):
        line = Line(text, before + 1, after)
        places = line.beginnings()
        for at in places:
            core_at(line, at)
        behind = 0
        for at in reversed(places):
            found = time_at(line, at) if at >= behind else None
            if found:
                behind = found[1]
                yield line.word(at).start, line.word(behind - 1).end, found[0]


def _places(
    text: str, start: int, end: int, anchor: Days | None, contexts: tuple[Stretch | None, ...]
) -> tuple[Place, ...]:
    direction = direction_at(text, start, end)
    days = anchor or (None, None)
    return tuple(
        Place(day=day, context=context, direction=direction)
        for day, context in zip(days, contexts, strict=True)
    )


def _can_be_counted_from(said: Expression, stretches: tuple[Stretch | None, ...]) -> bool:
    """Tell whether a later "a day earlier" may mean before this."""
    is_open = any(s and {s.first, s.last} & _OPEN for s in stretches)
    is_vague = isinstance(said, Part) and said.part == "now"
    return not (is_open or is_vague or isinstance(said, Length | Recurring | Bound | Window))


def _time(
    text: str,
    span: tuple[int, int],
    said: Expression,
    stretches: tuple[Stretch | None, ...],
    *,
    has_context: bool,
) -> Time:
    placed = [s for s in stretches if s]
    first = min((s.first for s in placed), default=date.min)
    last = max((s.last for s in placed), default=date.max)
    is_day = first == last if placed else is_point(said)
    anchor = anchor_of(said)
    is_guess = anchor is TimeAnchor.CONTEXT and not has_context
    return Time(
        start=span[0],
        end=span[1],
        text=text[slice(*span)],
        earliest=None if first == date.min else first.isoformat(),
        latest=None if last == date.max else last.isoformat(),
        anchor=anchor,
        relative=None if placed else offset_of(said),
        kind=kind_of(said) or (TimeKind.POINT if is_day else TimeKind.INTERVAL),
        confidence=Confidence.VAGUE if is_guess else confidence_of(said),
    )
