"""How far words fix the days they mean."""

from headwater.model import Confidence, TimeAnchor
from headwater.reading.times.calendar import MONTHS_IN, Unit
from headwater.reading.times.expressions import (
    Ahead,
    Amount,
    Between,
    Bound,
    Expression,
    Fixed,
    Inside,
    Length,
    Nth,
    Offset,
    Part,
    Recurring,
    Turn,
    Window,
)

_ORDER = (Confidence.SURE, Confidence.LIKELY, Confidence.VAGUE)
_EXACT_PARTS = frozenset({"so far", "to come", "all", "first half", "second half", "eve"})


def confidence_of(said: Expression) -> Confidence:  # noqa: PLR0911 - one line a form of expression
    """Name how far an expression fixes its days: no further than its least certain part."""
    match said:
        case Fixed(is_ambiguous=is_ambiguous):
            return Confidence.VAGUE if is_ambiguous else Confidence.SURE
        case Turn(anchor=anchor):
            return Confidence.SURE if anchor is TimeAnchor.ARTICLE else Confidence.LIKELY
        case Offset(amount=amount, base=base, anchor=anchor):
            told = confidence_of(base) if base else _of_anchor(anchor)
            return _least(told, _of_amount(amount))
        case Ahead(amount) | Window(amount) | Length(amount) | Recurring(Amount() as amount):
            return _of_amount(amount)
        case Part(part, of):
            return confidence_of(of) if part in _EXACT_PARTS else Confidence.VAGUE
        case Nth(of=of):
            return _least(confidence_of(of), Confidence.LIKELY)
        case Bound(of=of) | Inside(whole=of):
            return confidence_of(of)
        case Between(first, last):
            return _least(confidence_of(first), confidence_of(last))
        case _:  # a name without its year or week
            return Confidence.LIKELY


def _of_amount(amount: Amount) -> Confidence:
    """Days and hours are counted out; "three weeks", "a month" are round."""
    if not amount.is_counted:
        return Confidence.VAGUE
    is_round = amount.unit is Unit.WEEK or amount.unit in MONTHS_IN
    return Confidence.LIKELY if is_round or amount.is_rough else Confidence.SURE


def _of_anchor(anchor: TimeAnchor) -> Confidence:
    return Confidence.LIKELY if anchor is TimeAnchor.CONTEXT else Confidence.SURE


def _least(*several: Confidence) -> Confidence:
    return max(several, key=_ORDER.index)
