"""Expressions that name a place in the calendar: dates, weekdays, months, quarters, years, decades."""

import re
from datetime import date

from headwater.reading.times.calendar import Stretch, Unit, month_of, stretch_around
from headwater.reading.times.expressions import Between, Fixed, Named
from headwater.reading.times.words import (
    AMBIGUOUS,
    DECADES,
    HOLIDAYS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    SEASONS,
    TENS,
    WEEKDAYS,
    Found,
    Line,
    longest,
    remembered,
)

_YEAR_BEFORE = frozenset(
    "in of since by from until till to through before after during early late mid between throughout and the and, or year - – — ( , around circa as a an its their his her our that for both due".split()
)
#: Month names that a full stop after them does not belong to.
_FULL = frozenset({"may", "june", "july", *(m for m in MONTHS if len(m) > 4)})
_COUNTED = frozenset("people percent dollars euros troops men women soldiers miles km kilometers kilometres meters metres feet tons tonnes barrels points votes times others killed dead".split())  # fmt: skip
_MONTH_BEFORE = frozenset("in of since by from until till to through before after during early late mid last next this between throughout and or on every each".split())  # fmt: skip


@remembered
def named(line: Line, at: int) -> Found | None:
    """Read the name of a place in the calendar, the longest that stands here."""
    return longest(_RULES, line, at)


def year_at(line: Line, at: int) -> tuple[int, int] | None:
    """Read a year that stands where only a year can: four digits, or "nineteen ninety-six"."""
    low = line.low(at)
    if re.fullmatch(r"(?:1[4-9]|20)\d\d", low):
        return int(low), at + 1
    if low == "nineteen" and line.low(at + 1) in TENS:
        ones = NUMBERS.get(line.low(at + 2 + (line.low(at + 2) == "-")), 0) % 10
        behind = at + 2 + (1 + (line.low(at + 2) == "-") if ones else 0)
        return 1900 + NUMBERS[line.low(at + 1)] + ones, behind
    return None


def _weekday(line: Line, at: int) -> Found | None:
    """Read "Thursday", "Thursday, Oct. 23" or "Friday the 26th"; the date tells more than its name."""
    low, word = line.low(at), line.word(at)
    if low not in WEEKDAYS or (low in AMBIGUOUS and not word.is_capital):
        return None
    behind = at + 1 + (line.low(at + 1) == "." and len(low) < 6)
    inner = line.skip(line.skip(behind, ",", "("), "the")
    if (found := date_at(line, inner)) and not isinstance(found[0], Between):
        return found[0], found[1] + (line.low(found[1]) == ")")
    if line.word(inner).kind == "ordinal":
        return Named(weekday=WEEKDAYS[low]), inner + 1
    return None if low in AMBIGUOUS else (Named(weekday=WEEKDAYS[low]), behind)


def date_at(line: Line, at: int) -> Found | None:
    """Read a day of a month, with or without its year, in either order."""
    behind = line.skip(at, "the")
    if (month := _month_word(line, at)) and (day := _day_number(line, month[1])):
        return _dated(line, month[0], day[0], day[1])
    if (day := _day_number(line, behind)) and (
        month := _month_word(line, line.skip(day[1], "of", "day of"))
    ):
        return _dated(line, month[0], day[0], month[1])
    return None


def _dated(line: Line, month: int, day: int, at: int) -> Found | None:
    """Join day and month with a year, and with a second day: "July 3-5, 2024"."""
    last = _second_day(line, at) if line.low(at) in {"-", "–", "—", "to"} else None
    at = last[1] if last else at
    year = year_at(line, line.skip(at, ",", "of", ", of"))
    if year and year[1] - at > 1 and line.low(year[1]) in _COUNTED:
        year = None
    days = [_on(year[0] if year else None, month, d) for d in (day, last[0] if last else day)]
    first, second = days
    if first is None or second is None:
        return None
    behind = year[1] if year else at
    return (Between(first, second) if last else first), behind


def _second_day(line: Line, at: int) -> tuple[int, int] | None:
    """Read the 5 of "July 3-5", unless it is a year or begins another date."""
    found = _day_number(line, at + 1)
    return found if found and not _month_word(line, found[1]) else None


def _on(year: int | None, month: int, day: int) -> Fixed | Named | None:
    try:
        whole = date(year or 2024, month, day)  # a leap year: February 29 is a date
    except ValueError:
        return None
    return Fixed(Stretch(whole, whole)) if year else Named(month=month, day=day)


def _month_word(line: Line, at: int) -> tuple[int, int] | None:
    number = MONTHS.get(line.low(at))
    if number is None or (
        line.low(at) in {"may", "march", "mar"} and not line.word(at).is_capital
    ):
        return None
    return number, at + 1 + (line.low(at + 1) == "." and line.low(at) not in _FULL)


def _day_number(line: Line, at: int) -> tuple[int, int] | None:
    word = line.word(at)
    if word.kind == "ordinal" or (word.kind == "number" and word.low.isdigit()):
        number = int(re.sub(r"\D", "", word.low))
        glued = line.word(at + 1).start == word.end and line.low(at + 1) in {"%", "$"}
        return (number, at + 1) if 1 <= number <= 31 and not glued else None
    if word.low in ORDINALS and ORDINALS[word.low] > 0 and word.low != "opening":
        return ORDINALS[word.low], at + 1
    return None


def _month(line: Line, at: int) -> Found | None:
    """Read "November", "July 2024", "July of 2024"; "may" and "march" need company."""
    month = _month_word(line, at)
    if month is None:
        return None
    number, behind = month
    if year := year_at(line, line.skip(behind, ",", "of", "/", "-")):
        return Fixed(month_of(year[0], number)), year[1]
    low, before = line.low(at), line.low(at - 1)
    is_short = low in AMBIGUOUS and len(low) == 3 and low != "may"
    if low in AMBIGUOUS and (
        before not in _MONTH_BEFORE or (is_short and before in {"and", "or"})
    ):
        return None
    return (Named(month=number), behind) if line.word(at).is_capital or len(low) > 3 else None


def _numeric(line: Line, at: int) -> Found | None:
    """Read 2024-06-26 or 24/02/2022; where day and month could change places, either may be meant."""
    word = line.word(at)
    if word.kind != "numeric":
        return None
    a, b, c = (int(part) for part in re.split(r"[-/.]", word.low))
    if a > 31:
        orders = [(a, b, c)]
    else:
        year = c if c > 99 else c + (2000 if c < 50 else 1900)
        orders = [(year, a, b), (year, b, a)]
    days = sorted({d for order in orders if (d := _real_day(*order))})
    return (
        (Fixed(Stretch(days[0], days[-1]), is_ambiguous=len(days) > 1), at + 1)
        if days
        else None
    )


def _real_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year(line: Line, at: int) -> Found | None:
    """Read a bare year where the words around it leave no number to be counted."""
    found = year_at(line, at)
    if found is None:
        return None
    before, after = line.low(at - 1), line.low(found[1])
    is_date = before in _YEAR_BEFORE or after in {",", ".", ")", "", ";"}
    is_glued = line.word(at - 1).end == line.word(at).start and before in {
        "$",
        "€",
        "£",
        "#",
        ".",
    }
    is_count = (
        before in {"and", "or", ","}
        and after.endswith("s")
        and after not in {"was", "is", "has"}
    )
    if not is_date or is_count or is_glued or after in _COUNTED | {"%", "per"}:
        return None
    return Fixed(stretch_around(date(found[0], 1, 1), Unit.YEAR)), found[1]


def _decade(line: Line, at: int) -> Found | None:
    """Read "the 1980s", "the '80s", "the eighties"."""
    at = line.skip(at, "the")
    word = line.word(at)
    if word.kind == "decade":
        year = int(re.sub(r"\D", "", word.low))
    elif word.low in DECADES and line.low(at - 1) == "the":
        year = DECADES[word.low]
    else:
        return None
    year += 0 if year > 99 else 2000 if year < 30 else 1900
    unit = Unit.CENTURY if year % 100 == 0 and year < 2000 else Unit.DECADE
    return Fixed(stretch_around(date(year, 1, 1), unit)), at + 1


def _quarter(line: Line, at: int) -> Found | None:
    """Read "the third quarter of 2024", "third-quarter", "Q3 2024", "2024 Q3"."""
    year = year_at(line, line.skip(at, "the"))
    begin = year[1] if year else line.skip(at, "the")
    number, behind = ORDINALS.get(line.low(begin), 0), line.skip(begin + 1, "-")
    if line.low(begin) == "q" and line.word(begin + 1).start == line.word(begin).end:
        digit = line.low(begin + 1)
        number, behind = int(digit) if digit in {"1", "2", "3", "4"} else 0, begin + 1
    elif line.low(behind) != "quarter":
        return None
    number = 4 if number == -1 else number
    if not 1 <= number <= 4:
        return None
    later = year_at(line, line.skip(behind + 1, "of", "in"))
    year = year or later
    if year is None:
        return Named(quarter=number), behind + 1
    stretch = stretch_around(date(year[0], 3 * number, 1), Unit.QUARTER)
    return Fixed(stretch), max(behind + 1, later[1] if later else 0)


def _season(line: Line, at: int) -> Found | None:
    """Read "the summer of 2006", "winter 2023", "the spring"."""
    begin = line.skip(at, "the")
    month = SEASONS.get(line.low(begin))
    if month is None:
        return None
    if year := year_at(line, line.skip(begin + 1, "of")):
        return Fixed(stretch_around(date(year[0], month, 1), Unit.SEASON)), year[1]
    is_noun = line.low(at - 1) in {"in", "during", "since", "by", "until", "of", "this", "last", "next", "mid", "late", "early"}  # fmt: skip
    return (Named(season=month), begin + 1) if is_noun and line.low(begin + 1) != "of" else None


def _holiday(line: Line, at: int) -> Found | None:
    for words, (month, day) in sorted(HOLIDAYS.items(), key=lambda item: -len(item[0])):
        if (n := line.has(at, words)) and line.word(at).is_capital:
            year = year_at(line, line.skip(at + n, ",", "of"))
            return (_on(year[0], month, day) or Named(month=month, day=day), year[1]) if year else (Named(month=month, day=day), at + n)  # fmt: skip
    return None


_RULES = (_weekday, date_at, _month, _numeric, _year, _decade, _quarter, _season, _holiday)
