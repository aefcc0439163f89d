"""The part of some days that is meant: its start, its second week, what is left of it."""

from dataclasses import replace
from datetime import date, timedelta

from headwater.reading.times.calendar import Stretch, Unit, step, stretch_around
from headwater.reading.times.expressions import (
    Nth,
)

_DAY = timedelta(days=1)
#: Thirds of a month, and three-month ends of a year: where "early" ends and "late" begins.
_EARLY_MONTHS = {
    Unit.QUARTER: 1,
    Unit.SEASON: 1,
    Unit.YEAR: 3,
    Unit.DECADE: 40,
    Unit.CENTURY: 400,
}


def nth_of(said: Nth, whole: Stretch) -> Stretch | None:
    """Count whole units from the first, or the last, day of something longer."""
    if said.unit is Unit.DAY:
        first = (
            whole.first + (said.n - 1) * _DAY
            if said.n > 0
            else whole.last - (said.count - 1) * _DAY
        )
    elif said.n > 0:
        first = step(stretch_around(whole.first, said.unit).first, said.n - 1, said.unit)
        if said.unit is Unit.WEEK and first + 3 * _DAY < whole.first and said.n == 1:
            first += timedelta(weeks=1)
    else:
        first = step(stretch_around(whole.last, said.unit).first, 1 - said.count, said.unit)
    last = step(first, said.count, said.unit) - _DAY
    clipped = Stretch(max(first, whole.first), min(last, whole.last), said.unit)
    return clipped if clipped.first <= clipped.last else None


def part_of(part: str, whole: Stretch, today: date | None) -> Stretch:
    """Cut off the part that is meant; of one day every part is that day."""
    if part == "overnight":
        return Stretch(whole.first - _DAY, whole.last)
    if part == "eve":
        return Stretch(whole.first - _DAY, whole.first - _DAY)
    if part == "week":
        return stretch_around(whole.first, Unit.WEEK)
    if whole.first == whole.last or part in {"now", "all"}:
        return whole
    if part == "so far":
        return replace(whole, last=_within_stretch(whole, today, -1) or whole.last)
    if part == "to come":
        return replace(whole, first=_within_stretch(whole, today, 1) or whole.first)
    return _third(part, whole)


def _within_stretch(whole: Stretch, day: date | None, sign: int) -> date | None:
    """Give the day before or after now, where it lies within."""
    edge = day + sign * _DAY if day else None
    return edge if edge and whole.first <= edge <= whole.last else None


def _third(part: str, whole: Stretch) -> Stretch:
    """Cut early, mid or late: thirds, of a year its first and last quarter and its middle third."""
    days = (whole.last - whole.first).days + 1
    months = _EARLY_MONTHS.get(whole.unit)
    early = (
        step(whole.first, months, Unit.MONTH)
        if months
        else whole.first + timedelta(days=-(-days // 3))
    )
    late = (
        step(whole.last + _DAY, -months, Unit.MONTH)
        if months
        else whole.last + _DAY - timedelta(days=-(-days // 3))
    )
    half = (
        step(whole.first, 6, Unit.MONTH)
        if whole.unit is Unit.YEAR
        else whole.first + timedelta(days=days // 2)
    )
    if part in {"early", "start"}:
        return Stretch(whole.first, early - _DAY)
    if part in {"late", "end"}:
        return Stretch(late, whole.last)
    if part == "first half":
        return Stretch(whole.first, half - _DAY)
    if part == "second half":
        return Stretch(half, whole.last)
    if whole.unit is Unit.YEAR:
        return Stretch(
            step(whole.first, 4, Unit.MONTH), step(whole.first, 8, Unit.MONTH) - _DAY
        )
    return Stretch(early, late - _DAY)
