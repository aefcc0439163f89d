"""From what an expression says to days on the calendar."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from headwater.model import TimeAnchor
from headwater.reading.times.calendar import MONTHS_IN, Stretch, Unit, step, stretch_around
from headwater.reading.times.expressions import (
    Ahead,
    Amount,
    Between,
    Bound,
    Expression,
    Fixed,
    Inside,
    Length,
    Named,
    Nth,
    Offset,
    Part,
    Recurring,
    Turn,
    Window,
)

_DAY = timedelta(days=1)
_FIRST, _LAST = date.min, date.max
#: How far ahead a date without its year may lie, in days, whatever the verb: of a day eleven months
#: back a paper gives the year.
_NEAR_AHEAD = 60
#: Surely behind, as after "since"; a past verb alone says less.
_SURELY_BEHIND = -2
#: Thirds of a month, and three-month ends of a year: where "early" ends and "late" begins.
_EARLY_MONTHS = {
    Unit.QUARTER: 1,
    Unit.SEASON: 1,
    Unit.YEAR: 3,
    Unit.DECADE: 40,
    Unit.CENTURY: 400,
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where an expression stands: the day of the article, the time before it, and its tense."""

    day: date | None
    context: Stretch | None
    #: -1 told as past, 1 as ahead, 0 not said, -2 surely past.
    direction: int


def resolve(said: Expression, place: Place) -> Stretch | None:
    """Give the days an expression means, None where it has no anchor or no such day exists.

    An open side is ``date.min`` or ``date.max``.
    """
    try:
        return _resolve(said, place)
    except (OverflowError, ValueError):  # "a million years ago"
        return None


def _resolve(said: Expression, place: Place) -> Stretch | None:  # noqa: C901, PLR0911 - one line a form of expression
    match said:
        case Fixed():
            return said.stretch
        case Named():
            return _named(said, place.day, place.direction) if place.day else None
        case Turn():
            return _turn(said, place)
        case Offset():
            return _offset(said, place)
        case Ahead(amount):
            return _ahead(amount, place)
        case Window():
            return _window(said, place)
        case Inside(name, whole):
            year = _resolve(whole, place)
            return _occurrence(name, year.first, 0, of_week=True) if year else None
        case Part() | Nth():
            return _within(said, place)
        case Between():
            return _between(said, place)
        case Bound():
            return _bound(said, place)
        case Length() | Recurring():
            return None


def _anchor(anchor: TimeAnchor, n: int, place: Place) -> Stretch | None:
    """Give the days counted from; what is counted back without a time before it, from the article."""
    article = Stretch(place.day, place.day) if place.day else None
    if anchor is not TimeAnchor.CONTEXT:
        return article
    return place.context or (article if n < 0 else None)


def _named(said: Named, day: date, direction: int) -> Stretch:
    if said.turn is not None:
        return _turned(said, said.turn, day)
    around = [_occurrence(said, day, n) for n in (-1, 0, 1)]
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
            return _occurrence(said, day - _DAY, 0) if _occurrence(said, day, 0).first >= day else _occurrence(said, day, 0)  # fmt: skip
        return _occurrence(said, day + timedelta(weeks=turn), 0, of_week=True)
    around = [_occurrence(said, day, n) for n in (-2, -1, 0, 1, 2)]
    if turn < 0:
        return [s for s in around if s.last < day][-1]
    if turn > 0:
        return next(s for s in around if s.first > day)
    return next((s for s in around if s.first.year == day.year), around[2])


def _occurrence(said: Named, day: date, n: int, *, of_week: bool = False) -> Stretch:
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


def _turn(said: Turn, place: Place) -> Stretch | None:
    anchor = _anchor(said.anchor, said.n, place)
    if anchor is None:
        return None
    n = said.n
    day = anchor.last if n > 0 else anchor.first
    if said.unit is Unit.WEEKEND and n == 0 and place.direction <= 0 and day.weekday() < 5:
        n = -1
    return stretch_around(step(day, n, said.unit), said.unit)


def _offset(said: Offset, place: Place) -> Stretch | None:
    if said.is_of_event:
        return None
    anchor = _resolve(said.base, place) if said.base else _anchor(said.anchor, said.sign, place)
    if anchor is None or _LAST in {anchor.first, anchor.last} or anchor.first == _FIRST:
        return None
    return _moved(anchor, said.amount, said.sign)


def _moved(anchor: Stretch, amount: Amount, sign: int) -> Stretch:
    """Move some days by an amount; what is counted in months or more comes out in those."""
    near, far = _steps(amount)
    steps = (sign * near, sign * far) if sign > 0 else (sign * far, sign * near)
    first = step(anchor.first, steps[0], amount.unit)
    last = step(anchor.last, steps[1], amount.unit)
    if amount.unit is Unit.HOUR:
        first, last = anchor.first + steps[0] * _DAY, anchor.last + steps[1] * _DAY
    if amount.unit in MONTHS_IN and anchor.unit is Unit.DAY:
        unit = Unit.YEAR if MONTHS_IN[amount.unit] >= 12 else amount.unit
        first, last = stretch_around(first, unit).first, stretch_around(last, unit).last
        return Stretch(first, last, unit)
    return Stretch(first, last, anchor.unit)


def _steps(amount: Amount) -> tuple[int, int]:
    """Give least and most units to go; hours as the days they may fill."""
    if amount.unit is Unit.HOUR:
        return amount.low // 24, -(-amount.high // 24)
    return amount.low, amount.high


def _ahead(amount: Amount, place: Place) -> Stretch | None:
    """Read "in two days": ahead, or the last two days where the sentence looks back."""
    if place.day is None:
        return None
    day = Stretch(place.day, place.day)
    if place.direction < 0:
        return _span(day, amount, -1)
    return _moved(day, amount, 1)


def _window(said: Window, place: Place) -> Stretch | None:
    anchor = _anchor(said.anchor, said.sign, place)
    return _span(anchor, said.amount, said.sign) if anchor else None


def _span(anchor: Stretch, amount: Amount, sign: int) -> Stretch:
    if amount.unit is Unit.HOUR:
        amount = replace(amount, high=-(-amount.high // 24), unit=Unit.DAY)
    if sign < 0:
        return Stretch(step(anchor.first, -amount.high, amount.unit), anchor.last)
    return Stretch(anchor.first, step(anchor.last, amount.high, amount.unit))


def _within(said: Part | Nth, place: Place) -> Stretch | None:
    whole = _resolve(said.of, place)
    if whole is None or whole.first == _FIRST or whole.last == _LAST:
        return None
    return _nth(said, whole) if isinstance(said, Nth) else _part(said.part, whole, place)


def _nth(said: Nth, whole: Stretch) -> Stretch | None:
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


def _part(part: str, whole: Stretch, place: Place) -> Stretch:
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
        return replace(whole, last=_within_stretch(whole, place.day, -1) or whole.last)
    if part == "to come":
        return replace(whole, first=_within_stretch(whole, place.day, 1) or whole.first)
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


def _between(said: Between, place: Place) -> Stretch | None:
    """Resolve the last one first: in "between February and June" both lie in its year."""
    last = _resolve(said.last, place)
    if last is None:
        return None
    if isinstance(said.first, Named) and said.first.turn is not None:
        return _from_turn(said.first, said.last, place)
    at = Place(day=last.last, context=last, direction=_SURELY_BEHIND)
    first = _resolve(said.first, at if isinstance(said.first, Named) else place)
    if first is None or first.first > last.last:
        return None
    return Stretch(first.first, last.last)


def _from_turn(first: Named, last: Expression, place: Place) -> Stretch | None:
    """Read "from next Monday to Friday": the last follows the first."""
    begin = _resolve(first, place)
    end = _resolve(last, Place(day=begin.last, context=begin, direction=1)) if begin else None
    return Stretch(begin.first, end.last) if begin and end and begin.first <= end.last else None


def _bound(said: Bound, place: Place) -> Stretch | None:
    """Open one side; since ends with the article, and by and until begin with it if they lie ahead."""
    is_back = said.word in {"since", "from"}
    inner = _resolve(said.of, replace(place, direction=_bound_direction(said, place)))
    if inner is None:
        return None
    if said.word == "after":
        return Stretch(inner.first, _LAST)
    if is_back:
        is_open = place.day is None or place.day < inner.first
        return Stretch(inner.first, _LAST if is_open or place.day is None else place.day)
    last = inner.first - _DAY if said.word == "before" else inner.last
    begins = place.day if place.day and place.day <= last else _FIRST
    return Stretch(begins, last)


def _bound_direction(said: Bound, place: Place) -> int:
    """Since looks back and until ahead whatever the verb; by and before look ahead if no verb looks back."""
    if said.word == "since":
        return _SURELY_BEHIND
    if said.word == "until":
        return 1 if isinstance(said.of, Named) and said.of.weekday is not None else max(place.direction, 0)  # fmt: skip
    return 1 if said.word in {"by", "before"} and place.direction >= 0 else place.direction
