"""Which Monday, which March: the occurrence of a named day or month that is meant."""

from datetime import date, timedelta

from headwater.reading.times.calendar import Stretch, Unit, stretch_around
from headwater.reading.times.expressions import (
    Named,
)

_DAY = timedelta(days=1)
#: How far ahead a date without its year may lie, in days, whatever the verb: of a day eleven months
#: back a paper gives the year.
_NEAR_AHEAD = 60


def named(said: Named, day: date, direction: int) -> Stretch:
    """Give the one a name means on a day: the one behind, or the one ahead if the text looks ahead."""
    if said.turn is not None:
        return _turned(said, said.turn, day)
    around = [occurrence(said, day, n) for n in (-1, 0, 1)]
    if said.weekday is not None and said.day is None and direction == 0:
        direction = -1
    behind = [s for s in around if s.first <= day]
    ahead = [s for s in around if s.last >= day]
    if direction > 0:
        return ahead[0]
    is_soft = direction == 0 or (direction == -1 and said.day is not None)
    is_near = (ahead[0].first - day).days <= _NEAR_AHEAD < (day - behind[-1].last).days
    return ahead[0] if is_soft and is_near else behind[-1]


def _turned(said: Named, turn: int, day: date) -> Stretch:
    """Read last, this and next: the one before, around or after the week or year of the anchor."""
    if said.weekday is not None:
        if turn < 0:  # the last one, even if it is of this week
            return occurrence(said, day - _DAY, 0) if occurrence(said, day, 0).first >= day else occurrence(said, day, 0)  # fmt: skip
        return occurrence(said, day + timedelta(weeks=turn), 0, of_week=True)
    around = [occurrence(said, day, n) for n in (-2, -1, 0, 1, 2)]
    if turn < 0:
        return [s for s in around if s.last < day][-1]
    if turn > 0:
        return next(s for s in around if s.first > day)
    return next((s for s in around if s.first.year == day.year), around[2])


def occurrence(said: Named, day: date, n: int, *, of_week: bool = False) -> Stretch:
    """Give the n-th occurrence after the one of the anchor's own week or year."""
    if said.weekday is not None:
        monday = day - timedelta(days=day.weekday())
        in_week = monday + timedelta(days=said.weekday)
        if not of_week and n == 0 and in_week > day:
            in_week -= timedelta(weeks=1)
        elif not of_week and n == 1 and in_week <= day:
            in_week += timedelta(weeks=1)
        elif not of_week and n == -1:
            in_week -= timedelta(weeks=2)
        return Stretch(in_week, in_week)
    year = day.year + n
    if said.quarter is not None:
        return stretch_around(date(year, 3 * said.quarter, 1), Unit.QUARTER)
    if said.season is not None:
        return stretch_around(date(year, said.season, 1), Unit.SEASON)
    month = said.month or 1
    whole = stretch_around(date(year, month, 1), Unit.MONTH)
    if said.day is None:
        return whole
    one = whole.first.replace(day=min(said.day, whole.last.day))
    return Stretch(one, one)
