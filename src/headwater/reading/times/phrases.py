"""Expressions that count from somewhere: today, last month, three weeks ago, the past few days."""

from dataclasses import replace

from headwater.model import TimeAnchor
from headwater.reading.times.amounts import amount_at
from headwater.reading.times.calendar import Unit
from headwater.reading.times.expressions import (
    Ahead,
    Amount,
    Expression,
    Length,
    Named,
    Offset,
    Part,
    Recurring,
    Turn,
    Window,
)
from headwater.reading.times.names import named
from headwater.reading.times.words import (
    MONTHS,
    PARTS_OF_DAY,
    SEASONS,
    UNITS,
    WEEKDAYS,
    Found,
    Line,
    Rule,
    longest,
    remembered,
)

_CONTEXT = TimeAnchor.CONTEXT
_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_TURNS = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_CONTEXT_TURNS = {"previous": -1, "preceding": -1, "prior": -1, "following": 1, "next": 1, "same": 0, "that": 0}  # fmt: skip
_WINDOWS = {"past": -1, "last": -1, "recent": -1, "next": 1, "coming": 1, "previous": -1, "preceding": -1, "following": 1}  # fmt: skip
#: How far a plural that nobody counted reaches: "recent days", "the coming months".
_REACH = {Unit.HOUR: 24, Unit.DAY: 7, Unit.WEEK: 4, Unit.MONTH: 6, Unit.YEAR: 5, Unit.DECADE: 3, Unit.CENTURY: 3}  # fmt: skip
_MONTH_OR_SO = Amount(1, 1, Unit.MONTH, is_counted=False)
_NOW = Turn(Unit.DAY)
_ADVERBS: dict[str, Expression] = {
    "recently": Window(_MONTH_OR_SO, -1), "more recently": Window(_MONTH_OR_SO, -1), "lately": Window(_MONTH_OR_SO, -1),
    "soon": Window(_MONTH_OR_SO, 1), "currently": Part("now", _NOW), "now": Part("now", _NOW),
    "at present": Part("now", _NOW), "at the moment": Part("now", _NOW), "overnight": Part("overnight", _NOW), "the weekend": Turn(Unit.WEEKEND), "last night": Part("overnight", _NOW),
}  # fmt: skip
_ADVERB_WORDS = tuple(_ADVERBS)
#: "$2 million a year", "twice a week": what stands before "a" where it means "each".
_RATED = frozenset(
    "million billion thousand hundred dozen percent % once twice times dollars euros pounds cents".split()
)
_RATES = {"hourly": Unit.HOUR, "daily": Unit.DAY, "nightly": Unit.DAY, "weekly": Unit.WEEK, "monthly": Unit.MONTH, "quarterly": Unit.QUARTER,
          "yearly": Unit.YEAR, "annually": Unit.YEAR, "annual": Unit.YEAR}  # fmt: skip


@remembered
def counted(line: Line, at: int) -> Found | None:
    """Read an expression that counts from the article or from a time before it."""
    return longest(_RULES, line, at)


def _day(line: Line, at: int) -> Found | None:
    low = line.low(at)
    return (Turn(Unit.DAY, _DAYS[low]), at + 1) if low in _DAYS else None


def _adverb(line: Line, at: int) -> Found | None:
    words = line.phrase(at, _ADVERB_WORDS)
    if words == "soon" and (line.low(at - 1) in {"as", "how", "too"} or line.low(at + 1) in {"as", "after"}):  # fmt: skip
        return None
    return (_ADVERBS[words], line.skip(at, words)) if words else None


def _turn(line: Line, at: int) -> Found | None:
    """Read "last month", "this morning", "next summer", "last Thursday"."""
    begin = line.skip(at, "the")
    turn = _TURNS.get(line.low(begin))
    low = line.low(begin + 1)
    if turn is None or (line.low(begin) in {"past", "coming"} and low not in UNITS):
        return None
    if low in PARTS_OF_DAY and turn == 0:
        return Turn(Unit.DAY), begin + 2
    if low in UNITS and not low.endswith("s"):
        return _turn_of_unit(line, begin, turn, has_article=begin > at)
    if low in WEEKDAYS or low in MONTHS or low in SEASONS:
        name = named(line, begin + 1)
        if name and isinstance(name[0], Named) and name[0].day is None:
            return replace(name[0], turn=turn), name[1]
    return None


def _turn_of_unit(line: Line, begin: int, turn: int, *, has_article: bool) -> Found | None:
    """Part "last week" from "the past week", which ends today, and "the next day", after another."""
    word, unit = line.low(begin), UNITS[line.low(begin + 1)]
    if line.low(begin + 1) in {"second", "minute"}:
        return None
    if word in {"past", "coming"} or (word == "last" and has_article and line.low(begin + 2) != "of"):  # fmt: skip
        return Window(Amount(1, 1, unit), turn), begin + 2
    is_told = has_article and word == "next"
    return Turn(unit, turn, _CONTEXT if is_told else TimeAnchor.ARTICLE), begin + 2


def _turn_of_context(line: Line, at: int) -> Found | None:
    """Read "the previous day", "the following week", "the same month", "that year"."""
    begin = line.skip(at, "the")
    word, low = line.low(begin), line.low(begin + 1)
    if word not in _CONTEXT_TURNS or (word == "next" and begin == at):
        return None
    if low in UNITS and not low.endswith("s") and low not in {"second", "minute"}:
        return Turn(UNITS[low], _CONTEXT_TURNS[word], _CONTEXT), begin + 2
    if low in PARTS_OF_DAY and begin + word.count("that") > at:
        return Turn(Unit.DAY, _CONTEXT_TURNS[word], _CONTEXT), begin + 2
    if low in WEEKDAYS and word in {"previous", "following"}:
        return Named(weekday=WEEKDAYS[low], turn=_CONTEXT_TURNS[word]), begin + 2
    return None


def _window(line: Line, at: int) -> Found | None:
    """Read "the past three months", "recent days", "the next few weeks", "the days ahead"."""
    begin = line.skip(at, "the", "these")
    sign = _WINDOWS.get(line.low(begin))
    if sign is None:
        return _plural_ahead(line, begin) if begin > at else None
    amount = amount_at(line, begin + 1)
    if amount is None or line.low(begin + 1) in {"a", "an", "the"}:
        return None
    if line.low(amount[1] - 1) in {"second", "minute"} or (amount[0].low == 1 and line.low(begin) == "recent"):  # fmt: skip
        return None
    said = amount[0]
    if line.low(begin + 1) in UNITS:
        reach = _REACH.get(said.unit, 3)
        said = replace(said, low=reach, high=reach)
    is_told = line.low(begin) in {"previous", "preceding", "following"}
    return Window(said, sign, _CONTEXT if is_told else TimeAnchor.ARTICLE), amount[1]


def _plural_ahead(line: Line, at: int) -> Found | None:
    """Read "the days ahead", "the coming" left out."""
    unit = UNITS.get(line.low(at)) if line.low(at + 1) == "ahead" else None
    reach = _REACH.get(unit, 3) if unit else 0
    return (Window(Amount(reach, reach, unit, is_counted=False), 1), at + 2) if unit else None


def _offset(line: Line, at: int) -> Found | None:
    """Read an amount and the way it is counted: "two days ago", "a year earlier", "hours later"."""
    amount = amount_at(line, at)
    if amount is None:
        return None
    said, behind = amount
    tail = line.skip(behind, "-") if line.low(behind + 1) == "ago" else behind
    word = line.low(tail)
    if word == "ago":
        return Offset(said, -1, TimeAnchor.ARTICLE), tail + 1
    if n := line.has(tail, "from now") or line.has(tail, "hence"):
        return Offset(said, 1, TimeAnchor.ARTICLE), tail + n
    if n := line.has(tail, "- earlier") or (word in {"earlier", "previously", "prior"}):
        return Offset(said, -1, _CONTEXT), line.skip(tail + int(n), "to")
    if word == "later":
        return Offset(said, 1, _CONTEXT), tail + 1
    if word in {"before", "after"}:
        return _counted_from(line, tail, said)
    return None


def _counted_from(line: Line, at: int, said: Amount) -> Found:
    """Read what stands behind "three days after": a time, or something that happened then."""
    sign = 1 if line.low(at) == "after" else -1
    base = named(line, line.skip(at + 1, "the")) or counted(line, at + 1)
    if base and not isinstance(base[0], Length | Recurring):
        return Offset(said, sign, _CONTEXT, base[0]), base[1]
    is_of_event = line.low(at + 1) not in {"", ".", ",", ";", ":", ")", "”", '"', "and", "but"}
    return Offset(said, sign, _CONTEXT, is_of_event=is_of_event), at + 1


def _day_before(line: Line, at: int) -> Found | None:
    """Read "the day before", "the night after", "the week before last"."""
    begin = line.skip(at, "the")
    if begin == at or line.low(begin) not in {
        "day",
        "night",
        "week",
        "month",
        "year",
        "morning",
    }:
        return None
    if n := line.has(begin + 1, "before last"):
        return Turn(UNITS.get(line.low(begin), Unit.DAY), -2), begin + 1 + n
    if n := line.has(begin + 1, "before yesterday"):
        return Turn(Unit.DAY, -2), begin + 1 + n
    if n := line.has(begin + 1, "after tomorrow"):
        return Turn(Unit.DAY, 2), begin + 1 + n
    if line.low(begin + 1) not in {"before", "after"}:
        return None
    return _counted_from(line, begin + 1, Amount(1, 1, UNITS.get(line.low(begin), Unit.DAY)))


def _ahead(line: Line, at: int) -> Found | None:
    """Read "in two days", and "within 24 hours", which is all the time up to then."""
    word = line.low(at)
    if word not in {"in", "within"}:
        return None
    begin = line.skip(at + 1, "the next") if word == "within" else at + 1
    amount = amount_at(line, begin)
    if amount is None or line.low(amount[1]) in {"of", "time", "ago", "before", "after"}:
        behind = amount[1] + 1 if amount and line.low(amount[1]) == "time" else None
        return (Ahead(amount[0]), behind) if amount and behind else None
    if word == "within":
        return Window(amount[0], 1), amount[1]
    is_bare = line.low(begin) in UNITS  # "the lowest in years" says how long, not when
    return (Length(amount[0]) if is_bare else Ahead(amount[0])), amount[1]


def _length(line: Line, at: int) -> Found | None:
    """Read a length that nothing places: "for two weeks", "a three-month siege", "monthslong"."""
    behind = line.skip(at, "for")
    low = line.low(behind)
    glued = low.removesuffix("long") if low.endswith("long") and low[:-4] in UNITS else ""
    if glued:
        is_counted = not glued.endswith("s")
        return Length(Amount(1 if is_counted else 2, 1 if is_counted else 5, UNITS[glued], is_counted=is_counted)), behind + 1  # fmt: skip
    amount = amount_at(line, behind)
    if amount is None or not (amount[0].is_counted or behind > at):
        return None
    if line.low(at) in {"a", "an", "one"} and line.low(amount[1] - 1) in {"second", "day", "night", "quarter"}:  # fmt: skip
        return None
    if line.low(at) in {"a", "an"} and (line.word(at - 1).kind == "number" or line.low(at - 1) in _RATED):  # fmt: skip
        return Recurring(amount[0]), amount[1]
    return Length(amount[0]), line.skip(amount[1], "- long")


def _recurring(line: Line, at: int) -> Found | None:
    """Read "every Friday", "each month", "every two weeks", "daily", "Tuesdays"."""
    low = line.low(at)
    if low in _RATES:
        return Recurring(Amount(1, 1, _RATES[low])), at + 1
    if low.endswith("s") and low[:-1] in WEEKDAYS and len(low) > 5:
        return Recurring(Named(weekday=WEEKDAYS[low[:-1]])), at + 1
    if low not in {"every", "each", "per"}:
        return None
    begin = line.skip(at + 1, "other", "single")
    many = 2 if line.low(at + 1) == "other" else 1
    unit, name = line.low(begin), named(line, begin)
    if unit in UNITS or unit in PARTS_OF_DAY:
        return Recurring(Amount(many, many, UNITS.get(unit, Unit.DAY))), begin + 1
    if name and isinstance(name[0], Named):
        return Recurring(name[0]), name[1]
    amount = amount_at(line, begin)
    return (Recurring(amount[0]), amount[1]) if amount and low == "every" else None


_RULES: tuple[Rule, ...] = (
    _day, _adverb, _turn, _turn_of_context, _window, _offset, _day_before, _ahead, _length, _recurring
)  # fmt: skip
