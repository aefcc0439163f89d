"""A number of units: "three weeks", "a few days", "two to three months", "24-hour"."""

from headwater.reading.times.calendar import Unit
from headwater.reading.times.expressions import Amount
from headwater.reading.times.words import NUMBERS, TENS, UNITS, VAGUE_NUMBERS, Line

#: What makes a number rough, the longer first.
_ROUGHLY = ("more than", "less than", "fewer than", "at least", "at most", "up to", "as long as", "as many as", "no more than",
            "just over", "just under", "close to", "about", "around", "nearly", "almost", "roughly", "approximately", "over", "some", "only", "just")  # fmt: skip
_BETWEEN = ("-", "–", "to", "or")
#: "Consecutive days", "long years": words between a number and its unit.
_FILLERS = ("consecutive", "straight", "full", "more", "whole", "long", "short", "additional", "trading", "calendar")  # fmt: skip


def amount_at(line: Line, at: int) -> tuple[Amount, int] | None:
    """Read a number and its unit; a bare plural ("days") is a number nobody counted."""
    behind = line.skip(at, *_ROUGHLY)
    number = _range_at(line, behind)
    if number is None:
        return _bare(line, behind, is_rough=behind > at)
    low, high, after = number
    is_counted = line.low(after - 1) not in {*VAGUE_NUMBERS, "of"}
    unit_at = line.skip(line.skip(after, "-"), *_FILLERS)
    unit = UNITS.get(line.low(unit_at))
    if unit is None or line.has(unit_at + 1, "- old") or line.has(unit_at + 1, "old"):
        return None
    if line.low(unit_at) in {"second", "quarter"} and line.low(unit_at - 1) != "-":
        return None
    if line.low(unit_at) == "quarters" and line.low(unit_at - 1) == "-":  # three-quarters
        return None
    scale = 2 if line.low(unit_at).startswith("fortnight") else 1
    half = line.has(unit_at + 1, "and a half")
    amount = Amount(
        low * scale,
        high * scale + bool(half),
        unit,
        is_counted=is_counted,
        is_rough=behind > at,
    )
    return amount, line.skip(unit_at + 1 + half, "or so")


def _bare(line: Line, at: int, *, is_rough: bool) -> tuple[Amount, int] | None:
    low = line.low(at)
    unit = UNITS.get(low)
    if (
        unit is None
        or not low.endswith("s")
        or low in {"seconds", "quarters", "nights", "weekends"}
    ):
        return None
    few = (1, 23) if unit is Unit.HOUR else (2, 5)
    return Amount(*few, unit, is_counted=False, is_rough=is_rough), at + 1


def _range_at(line: Line, at: int) -> tuple[int, int, int] | None:
    """Read a number, or two with "to" between, as least, most and the place behind."""
    first = _number_at(line, at)
    if first is None:
        return None
    low, high, behind = first
    joined = line.skip(behind, *_BETWEEN)
    second = _number_at(line, joined) if joined > behind and line.low(joined) not in {"a", "an"} else None  # fmt: skip
    if second is None or second[0] < low:
        return low, high, behind
    return low, second[1], second[2]


def _number_at(line: Line, at: int) -> tuple[int, int, int] | None:
    word = line.word(at)
    if word.kind == "number" and len(word.low) < 7:
        whole, _, part = word.low.replace(",", "").partition(".")
        return int(whole), int(whole) + bool(part.strip("0")), at + 1
    begin = line.skip(at, "a", "an", "the")
    if line.low(begin) in VAGUE_NUMBERS:
        return *VAGUE_NUMBERS[line.low(begin)], line.skip(begin + 1, "of")
    if word.low in {"a", "an"}:
        hundred = line.low(at + 1) == "hundred"
        half = line.low(at + 1) == "half"
        return (100, 100, at + 2) if hundred else (0, 1, at + 2) if half else (1, 1, at + 1)
    return _words_at(line, at)


def _words_at(line: Line, at: int) -> tuple[int, int, int] | None:
    """Read "twelve", "twenty-four", "forty eight", "two hundred"."""
    low = line.low(at)
    if low not in NUMBERS:
        return None
    ones_at = line.skip(at + 1, "-")
    ones = NUMBERS.get(line.low(ones_at), 0)
    if low in TENS and 1 <= ones <= 9:
        return NUMBERS[low] + ones, NUMBERS[low] + ones, ones_at + 1
    if line.low(at + 1) == "hundred":
        return NUMBERS[low] * 100, NUMBERS[low] * 100, at + 2
    return NUMBERS[low], NUMBERS[low], at + 1
