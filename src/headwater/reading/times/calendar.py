"""Days, weeks, months and longer stretches of the calendar, and steps between them."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Unit(StrEnum):
    """A measure of time, by the letter ISO 8601 gives it or we do where it has none."""

    MINUTE = "M1"
    HOUR = "H"
    DAY = "D"
    WEEK = "W"
    WEEKEND = "WE"
    MONTH = "M"
    QUARTER = "Q"
    SEASON = "S"
    YEAR = "Y"
    DECADE = "DE"
    CENTURY = "CE"


#: How many months a unit has, for those that have a whole number of them.
MONTHS_IN = {
    Unit.MONTH: 1,
    Unit.QUARTER: 3,
    Unit.SEASON: 3,
    Unit.YEAR: 12,
    Unit.DECADE: 120,
    Unit.CENTURY: 1200,
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A first and a last day, and the unit it is told in."""

    first: date
    last: date
    unit: Unit = Unit.DAY


def stretch_around(day: date, unit: Unit) -> Stretch:
    """Give the week (from Monday), month, quarter … that holds a day; a day for what is shorter."""
    if unit in {Unit.WEEK, Unit.WEEKEND}:
        monday = day - timedelta(days=day.weekday())
        skipped = 5 if unit is Unit.WEEKEND else 0
        return Stretch(monday + timedelta(days=skipped), monday + timedelta(days=6), unit)
    months = MONTHS_IN.get(unit)
    if months is None:
        return Stretch(day, day)
    index = day.year * 12 + day.month - 1
    # A winter began in December of the year before.
    begin = (index + 1) // 3 * 3 - 1 if unit is Unit.SEASON else index // months * months
    return Stretch(_first_of(begin), _first_of(begin + months) - timedelta(days=1), unit)


def month_of(year: int, month: int) -> Stretch:
    """Give one month."""
    return stretch_around(date(year, month, 1), Unit.MONTH)


def step(day: date, n: int, unit: Unit) -> date:
    """Go some units on, or back if negative; the 31st becomes the last day of a shorter month.

    Hours are rounded to the days they fill, minutes to none.

    Raises:
        OverflowError, ValueError: The calendar has no such day.
    """
    if unit in {Unit.WEEK, Unit.WEEKEND}:
        return day + timedelta(weeks=n)
    if unit is Unit.HOUR:
        return day + timedelta(days=int(n / 24))
    if unit is Unit.MINUTE:
        return day
    months = MONTHS_IN.get(unit)
    if months is None:
        return day + timedelta(days=n)
    first = _first_of(day.year * 12 + day.month - 1 + n * months)
    last = stretch_around(first, Unit.MONTH).last
    return first.replace(day=min(day.day, last.day))


def _first_of(index: int) -> date:
    """Give the first day of a month counted from year 0."""
    return date(index // 12, index % 12 + 1, 1)
