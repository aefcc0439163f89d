"""How times are put together: parts of times, spans between times, and the words before them."""

from headwater.model import TimeAnchor
from headwater.reading.times.calendar import Unit
from headwater.reading.times.expressions import (
    Ahead,
    Between,
    Bound,
    Expression,
    Inside,
    Length,
    Named,
    Nth,
    Part,
    Recurring,
    Turn,
)
from headwater.reading.times.names import named
from headwater.reading.times.phrases import counted
from headwater.reading.times.words import (
    NUMBERS,
    ORDINALS,
    PARTS_OF_DAY,
    UNITS,
    Found,
    Line,
    Rule,
    longest,
    remembered,
)

#: Words that open a time and add nothing to it.
_OPENERS = ("on", "in", "at", "during", "over", "throughout", "within", "around", "about", "as of", "by around", "for", "all", "at about", "dated", "back in", "sometime", "sometime in")  # fmt: skip
#: Words that leave a side open, and how it is read.
_BOUNDS = {
    "since": "since", "ever since": "since", "starting": "from", "beginning": "from", "effective": "from", "as early as": "from",
    "until": "until", "till": "until", "up to": "until", "up until": "until", "through": "until", "by": "by", "no later than": "by", "not later than": "by",
    "before": "before", "prior to": "before", "ahead of": "before", "after": "after", "following": "after",
}  # fmt: skip
_PARTS = {
    "early": "early", "earlier": "so far", "mid": "mid", "middle of": "mid", "late": "late", "later": "to come", "beginning of": "start",
    "start of": "start", "turn of": "start", "dawn of": "start", "end of": "end", "close of": "end", "first half of": "first half",
    "second half of": "second half", "latter half of": "second half", "last half of": "second half", "rest of": "to come", "remainder of": "to come",
    "most of": "all", "much of": "all", "eve of": "eve",
    "week of": "week",
    "week beginning": "week",
    "week ending": "week",
}  # fmt: skip
_BOUND_WORDS, _PART_WORDS = tuple(_BOUNDS), tuple(_PARTS)
_DASHES = ("-", "–", "—", "to", "through", "until", "till")


def time_at(line: Line, at: int) -> Found | None:
    """Read the longest time that stands here, with the words that open it."""
    best = longest(_RULES, line, at)
    return (best[0], _with_hour(line, best[1])) if best else None


@remembered
def core_at(line: Line, at: int) -> Found | None:
    """Read a time without openers, and the part of day behind it."""
    best = longest((named, counted, _inside, _part, _nth, _hour), line, at)
    if best is None:
        return None
    if line.low(best[1]) in PARTS_OF_DAY and _is_day(best[0]):
        return best[0], best[1] + 1
    return best


def _inside(line: Line, at: int) -> Found | None:
    """Read "June last year", "Friday of next week", "this year's third quarter"."""
    name, whole = named(line, at), counted(line, at)
    first = name or whole
    if first is None:
        return None
    behind = line.skip(first[1], "of", ",", "in")
    second = counted(line, behind) if name else named(line, behind)
    if second is None:
        return None
    said = _put_inside(first[0], second[0]) if name else _put_inside(second[0], first[0])
    return (said, second[1]) if said else None


def _put_inside(name: Expression, whole: Expression) -> Inside | None:
    """Put a weekday into its week, any other name into its year."""
    if not isinstance(name, Named) or name.turn is not None or not isinstance(whole, Turn):
        return None
    is_weekday = name.weekday is not None
    return (
        Inside(name, whole) if whole.unit is (Unit.WEEK if is_weekday else Unit.YEAR) else None
    )


def _is_day(said: Expression) -> bool:
    match said:
        case Named(weekday=None, day=None) | Length() | Recurring():
            return False
        case Turn(unit=unit):
            return unit is Unit.DAY
        case _:
            return True


def _opened(line: Line, at: int) -> Found | None:
    behind = line.skip(at, *_OPENERS)
    return core_at(line, behind) if behind > at else None


def _bounded(line: Line, at: int) -> Found | None:
    """Read "since October 7", "by Friday", "until the end of the year"."""
    words = line.phrase(at, _BOUND_WORDS)
    behind = line.skip(at, words)
    inner = (
        core_at(line, line.skip(behind, "on", "in", "around", "about", "at", "from"))
        if words
        else None
    )
    if words and line.low(behind) in PARTS_OF_DAY:  # "by midnight"
        return Bound(_BOUNDS[words], Turn(Unit.DAY)), behind + 1
    if inner is None or isinstance(inner[0], Length | Recurring | Ahead):
        return None
    return Bound(_BOUNDS[words], inner[0]), inner[1]


def _onward(line: Line, at: int) -> Found | None:
    """Read "from October 7 on"; "from October 7" alone may be of that day."""
    first = core_at(line, line.skip(at + 1, "around")) if line.low(at) == "from" else None
    if first is None or isinstance(first[0], Length | Recurring):
        return None
    behind = line.skip(first[1], "on", "onward", "onwards")
    return (Bound("from", first[0]) if behind > first[1] else first[0]), behind


def _between(line: Line, at: int) -> Found | None:
    """Read "between February and June", "from 2011 to 2014", "2011-2014"."""
    word = line.low(at)
    begin = at + 1 if word in {"between", "from"} else at
    first = core_at(line, begin)
    joints = ("and",) if word == "between" else _DASHES
    joint = line.skip(first[1], *joints) if first else at
    if first is None or joint == first[1]:
        return None
    last = core_at(line, joint)
    if last is None or not _is_placed(first[0]) or not _is_placed(last[0]):
        return None
    return Between(first[0], last[0]), last[1]


def _is_placed(said: Expression) -> bool:
    return not isinstance(said, Length | Recurring | Bound | Between)


def _part(line: Line, at: int) -> Found | None:
    """Read "early next week", "mid-May", "the end of last year", "earlier in the month"."""
    begin = line.skip(at, "the", "very", "the very")
    words = line.phrase(begin, _PART_WORDS)
    behind = line.skip(begin, words)
    inner = _whole(line, line.skip(behind, "-", "on", "in")) if words else None
    if inner is None or isinstance(inner[0], Length | Recurring | Ahead):
        return None
    return Part(_PARTS[words], inner[0]), inner[1]


def _whole(line: Line, at: int) -> Found | None:
    """Read what a part is a part of; "the month" alone is this one."""
    found = core_at(line, at)
    if found and not isinstance(found[0], Length):
        return found
    unit = line.skip(at, "the")
    if unit > at and line.low(unit) in UNITS and not line.low(unit).endswith("s"):
        return Turn(UNITS[line.low(unit)]), unit + 1
    return None


def _nth(line: Line, at: int) -> Found | None:
    """Read "the first week of March", "the last three months of 2023"."""
    begin = line.skip(at, "the")
    n = ORDINALS.get(line.low(begin))
    if n is None:
        return None
    count, unit_at = _count(line, begin + 1)
    unit, of = UNITS.get(line.low(unit_at)), line.skip(unit_at + 1, "of", "in")
    inner = _whole(line, of) if unit and of > unit_at + 1 else None
    if inner is None or unit is None or unit in {Unit.MINUTE, Unit.HOUR}:
        return None
    return Nth(n, count, unit, inner[0]), inner[1]


def _count(line: Line, at: int) -> tuple[int, int]:
    low = line.low(at)
    if low.isdigit() and len(low) < 4:
        return max(1, int(low)), at + 1
    return (max(1, NUMBERS[low]), at + 1) if low in NUMBERS else (1, at)


def _hour(line: Line, at: int) -> Found | None:
    """Read an hour: "3 p.m. on Thursday" is that day, alone it is on the day told before."""
    begin = line.skip(at, "the") if line.low(line.skip(at, "the")) in PARTS_OF_DAY else at
    behind = _clock(line, begin)
    if behind == begin and begin > at:
        behind = begin + 1
        day = core_at(line, line.skip(behind, "of", "of the"))
        return day if day and line.low(behind) == "of" and _is_day(day[0]) else None
    if behind == begin:
        return None
    day = core_at(line, line.skip(behind, "on", ",", "of"))
    if day and _is_day(day[0]) and not isinstance(day[0], Length):
        return day
    return Turn(Unit.DAY, 0, TimeAnchor.CONTEXT), behind


def _clock(line: Line, at: int) -> int:
    """Give the place behind a clock time, or the same place where none stands."""
    if line.word(at).kind != "clock" and not line.has(at + 1, "o'clock"):
        return at
    behind = line.skip(at + 1, "a.m.", "p.m.", "a.m", "p.m", "am", "pm", "o'clock")
    return line.skip(
        behind, "local time", "gmt", "utc", "hours", "est", "edt", "hours gmt", "( gmt )"
    )


def _with_hour(line: Line, at: int) -> int:
    """Give the place behind the hour that follows a day: "Thursday at 3 p.m."."""
    begin = line.skip(at, "at", ", at", "at about", "at around")
    return _clock(line, begin) if begin > at and _clock(line, begin) > begin else at


_RULES: tuple[Rule, ...] = (
    core_at, _opened, _bounded, _onward, _between
)  # fmt: skip
