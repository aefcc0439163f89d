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
from headwater.reading.times.occurrences import named, occurrence
from headwater.reading.times.portions import nth_of, part_of

_DAY = timedelta(days=1)
_FIRST, _LAST = date.min, date.max
#: Surely behind, as after "since"; a past verb alone says less.
_SURELY_BEHIND = -2


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
            return named(said, place.day, place.direction) if place.day else None
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
            return occurrence(name, year.first, 0, of_week=True) if year else None
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
    return (
        nth_of(said, whole) if isinstance(said, Nth) else part_of(said.part, whole, place.day)
    )


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
