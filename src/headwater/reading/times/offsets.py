"""What stands in for the days where they are not known: offsets, and dates with unknown digits."""

from headwater.model import TimeAnchor
from headwater.reading.times.calendar import Stretch, Unit
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

_SEASON_NAMES = {12: "WI", 3: "SP", 6: "SU", 9: "FA"}


def offset_of(said: Expression) -> str:  # noqa: C901, PLR0911 - one line a form of expression
    """Write an expression without an anchor: "P-3W", "XXXX-10-07", "../XXXX-WXX-5", "R/P1D"."""
    match said:
        case Fixed(stretch):
            return _days(stretch)
        case Named():
            return _mask(said)
        case Turn(unit, n):
            return _amount(Amount(n, n, unit))
        case Offset(amount, sign):
            return _amount(amount, sign)
        case Ahead(amount):
            return _amount(amount)
        case Window(amount, sign):
            near = _amount(amount, sign)
            return f"{near}/P0D" if sign < 0 else f"P0D/{near}"
        case Part(of=of) | Nth(of=of):
            return offset_of(of)
        case Inside(name, whole):
            return f"{offset_of(whole)}/{_mask(name)}"
        case Between(first, last):
            return f"{offset_of(first)}/{offset_of(last)}"
        case Bound(word, of):
            return (
                f"{offset_of(of)}/.."
                if word in {"since", "from", "after"}
                else f"../{offset_of(of)}"
            )
        case Length(amount):
            return _amount(amount)
        case Recurring(every):
            return f"R/{_amount(every) if isinstance(every, Amount) else _mask(every)}"


def anchor_of(said: Expression) -> TimeAnchor:
    """Name what an expression is counted from."""
    match said:
        case Fixed() | Length() | Recurring():
            return TimeAnchor.NONE
        case Offset(base=base) if base is not None:
            return anchor_of(base)
        case Turn(anchor=anchor) | Offset(anchor=anchor) | Window(anchor=anchor):
            return anchor
        case Part(of=of) | Nth(of=of) | Bound(of=of) | Inside(whole=of):
            return anchor_of(of)
        case Between(last=last):
            return anchor_of(last)
        case _:
            return TimeAnchor.ARTICLE


def _days(stretch: Stretch) -> str:
    first, last = stretch.first.isoformat(), stretch.last.isoformat()
    return first if first == last else f"{first}/{last}"


def _amount(amount: Amount, sign: int = 1) -> str:
    years = {Unit.DECADE: 10, Unit.CENTURY: 100}.get(amount.unit)
    if amount.is_counted and (years or amount.unit is Unit.QUARTER):
        return f"P{sign * amount.high * (years or 3)}{'Y' if years else 'M'}"
    number = str(sign * amount.high) if amount.is_counted else "-X" if sign < 0 else "X"
    letter = {Unit.HOUR: "TH", Unit.MINUTE: "TM"}.get(amount.unit, str(amount.unit))
    return f"PT{number}{letter[1:]}" if letter.startswith("T") else f"P{number}{letter}"


def _mask(said: Named) -> str:
    if said.weekday is not None:
        return f"XXXX-WXX-{said.weekday + 1}"
    if said.quarter is not None:
        return f"XXXX-Q{said.quarter}"
    if said.season is not None:
        return f"XXXX-{_SEASON_NAMES[said.season]}"
    return f"XXXX-{said.month:02}" + (f"-{said.day:02}" if said.day else "")
