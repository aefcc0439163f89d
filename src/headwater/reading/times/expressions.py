"""What a time expression says, before it is known on which days that was."""

from dataclasses import dataclass
from typing import TypeAlias

from headwater.model import TimeAnchor, TimeKind
from headwater.reading.times.calendar import Stretch, Unit


@dataclass(frozen=True, slots=True)
class Fixed:
    """Days that the words fix alone: "June 26, 2024", "2006", "the 1980s", "03/04/2031"."""

    stretch: Stretch
    is_ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """A place in the calendar whose year or week is not said: "October 7", "Thursday", "the third quarter"."""

    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    season: int | None = None
    #: -1 "last", 0 "this", 1 "next"; None where nothing is said.
    turn: int | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """A unit counted from the one that holds the anchor: today, last month, that year."""

    unit: Unit
    n: int = 0
    anchor: TimeAnchor = TimeAnchor.ARTICLE


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of units, as the least and the most that is meant."""

    low: int
    high: int
    unit: Unit
    #: False for "few", "several" and a bare plural, which nobody counted.
    is_counted: bool = True
    #: True for "about", "nearly", "more than".
    is_rough: bool = False


@dataclass(frozen=True, slots=True)
class Offset:
    """A point some way before (-1) or after (1) another: "three weeks ago", "a day earlier"."""

    amount: Amount
    sign: int
    anchor: TimeAnchor
    #: What it is counted from where the words say so: "a day after July 3".
    base: "Expression | None" = None
    #: True where they count from something that happened: "a day after he fled".
    is_of_event: bool = False


@dataclass(frozen=True, slots=True)
class Ahead:
    """ "In two days": ahead of the article, or how long something took, as the sentence has it."""

    amount: Amount


@dataclass(frozen=True, slots=True)
class Window:
    """All the days from some way before the anchor up to it, or from it on: "the past three months"."""

    amount: Amount
    sign: int
    anchor: TimeAnchor = TimeAnchor.ARTICLE


@dataclass(frozen=True, slots=True)
class Part:
    """A part of something longer: early, mid, late, half, or what lies before or after now."""

    part: str
    of: "Expression"


@dataclass(frozen=True, slots=True)
class Nth:
    """The n-th unit, or the first ``count`` of them, of something longer; -1 is the last."""

    n: int
    count: int
    unit: Unit
    of: "Expression"


@dataclass(frozen=True, slots=True)
class Inside:
    """A name whose year or week stands beside it: "June last year", "Friday of next week"."""

    name: Named
    whole: "Expression"


@dataclass(frozen=True, slots=True)
class Between:
    """From the first day of one to the last day of another."""

    first: "Expression"
    last: "Expression"


@dataclass(frozen=True, slots=True)
class Bound:
    """An open side: since, from, after, until, by or before."""

    word: str
    of: "Expression"


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time that is not placed."""

    amount: Amount


@dataclass(frozen=True, slots=True)
class Recurring:
    """What comes again and again: every so many units, or every Friday."""

    every: "Amount | Named"


Expression: TypeAlias = (
    Fixed | Named | Turn | Offset | Ahead | Window | Part | Nth | Inside | Between | Bound | Length | Recurring
)  # fmt: skip


def kind_of(said: Expression) -> TimeKind | None:
    """Name how an expression lies on the calendar where its form says so, None where its days do."""
    match said:
        case Length():
            return TimeKind.DURATION
        case Recurring():
            return TimeKind.RECURRING
        case Bound(word="since" | "from" | "after"):
            return TimeKind.SINCE
        case Bound():
            return TimeKind.UNTIL
        case Between() | Window():
            return TimeKind.INTERVAL
        case _:
            return None


def is_point(said: Expression) -> bool:
    """Tell whether an expression means one day, before it is known which."""
    match said:
        case Named(weekday=weekday, day=day):
            return weekday is not None or day is not None
        case Turn(unit=unit):
            return unit is Unit.DAY
        case Offset(amount=amount) | Ahead(amount):
            return amount.is_counted and amount.unit in {Unit.DAY, Unit.WEEK}
        case Part(of=of) | Inside(name=of):
            return is_point(of)
        case _:
            return False
