"""The words that tell time, and a line of text cut into them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, wraps

from headwater.reading.times.calendar import Unit
from headwater.reading.times.expressions import Expression

MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan/february feb/march mar/april apr/may/june jun/july jul/august aug/"
        "september sept sep/october oct/november nov/december dec".split("/"),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        "monday mon/tuesday tues tue/wednesday wed/thursday thurs thur thu/friday fri/"
        "saturday sat/sunday sun".split("/")
    )
    for name in names.split()
}
#: First month of each, in the northern half of the world.
SEASONS = {"winter": 12, "spring": 3, "summer": 6, "autumn": 9, "fall": 9}
HOLIDAYS = {"christmas": (12, 25), "christmas eve": (12, 24), "new year day": (1, 1), "new year eve": (12, 31)}  # fmt: skip
UNITS = {
    name + plural: unit
    for name, unit in {
        "second": Unit.MINUTE, "minute": Unit.MINUTE, "hour": Unit.HOUR, "day": Unit.DAY, "night": Unit.DAY, "week": Unit.WEEK,
        "fortnight": Unit.WEEK, "weekend": Unit.WEEKEND, "month": Unit.MONTH, "quarter": Unit.QUARTER,
        "year": Unit.YEAR, "decade": Unit.DECADE, "century": Unit.CENTURY,
    }.items()
    for plural in ("", "s")
} | {"centuries": Unit.CENTURY}  # fmt: skip
PARTS_OF_DAY = frozenset("morning afternoon evening night nighttime noon midday midnight dawn dusk daybreak sunrise sunset lunchtime".split())  # fmt: skip
_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS = {word: n for n, word in enumerate(_ONES.split())} | {
    word: 10 * n for n, word in enumerate(_TENS.split(), 2)
}
TENS = frozenset(_TENS.split())
#: What nobody counted, as the least and most it is taken to be.
VAGUE_NUMBERS = {"few": (2, 5), "couple": (2, 3), "several": (3, 7), "many": (5, 20), "dozens": (24, 60), "some": (2, 7)}  # fmt: skip
ORDINALS = {
    word: n
    for n, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1)
} | {"last": -1, "final": -1, "opening": 1, "closing": -1}  # fmt: skip
DECADES = {word[:-1] + "ies": n for word, n in NUMBERS.items() if word in TENS}
#: Words that are a month or an abbreviated day only where a capital and their neighbours say so.
AMBIGUOUS = frozenset({"may", "march", "mar", "sat", "sun", "mon", "wed", "dec", "jan", "jun", "fri", "tue", "thu"})  # fmt: skip

#: One of these, or a year or date in digits, stands in every time, at most ``_REACH`` words behind its beginning.
_TIME_WORDS = (
    frozenset("today tonight yesterday tomorrow recently lately soon currently now present moment overnight o'clock hence nineteen hourly daily nightly weekly monthly quarterly yearly annually annual christmas".split())
    | UNITS.keys() | MONTHS.keys() | WEEKDAYS.keys() | SEASONS.keys() | PARTS_OF_DAY | DECADES.keys()
    | {f"{day}s" for day in WEEKDAYS} | {f"{unit}long" for unit in UNITS}
)  # fmt: skip
_TIME_KINDS = frozenset({"numeric", "clock", "decade"})
_REACH = 9
#: Words of the longest time: what goes on for longer is no time, and would nest without end.
_LONGEST = 24

_WORD = re.compile(
    r"(?P<numeric>\d{4}([-/.])\d{1,2}\2\d{1,2}(?!\d)|\d{1,2}([-/.])\d{1,2}\3(?:\d{4}|\d{2})(?!\d))"
    r"|(?P<clock>\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d{1,2}(?=\s?(?:[ap]\.m\.|[ap]\.?m\b))|\d{4}(?= (?:GMT|UTC|hours)\b))"
    r"|(?P<decade>\b\d{3}0['’]?s\b|['’]?\b\d0['’]?s\b)"
    r"|(?P<ordinal>\b\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)"
    r"|(?P<half>[ap]\.m\.?)"
    r"|(?P<word>[^\W\d_]+(?:['’](?=s\b|\s|clock\b)(?:s\b|clock\b)?)?)"
    r"|(?P<mark>\S)",
    re.IGNORECASE,
)


#: An expression and the place behind it.
Found = tuple[Expression, int]


@dataclass(frozen=True, slots=True)
class Word:
    """One word, number or mark: its place, its small letters without "'s", and what it is."""

    start: int
    end: int
    low: str
    kind: str
    #: Whether it began with a capital.
    is_capital: bool


class Line:
    """A line cut into words, read by place; behind either end there are empty words."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.words = tuple(
            Word(
                m.start(),
                m.end() - _tail(m.group()),
                _low(m.group()),
                str(m.lastgroup),
                is_capital=m.group()[0].isupper(),
            )
            for m in _WORD.finditer(text, start, end)
        )
        #: What ``remembered`` rules found, by rule and place.
        self.found: dict[tuple[str, int], Found | None] = {}

    def beginnings(self) -> list[int]:
        """Give the places where a time can begin, from the end of the line."""
        near: list[int] = []
        last = len(self.words) + _REACH
        for at in reversed(range(len(self.words))):
            last = at if _is_of_time(self.words[at]) else last
            if last - at < _REACH:
                near.append(at)
        return near

    def word(self, at: int) -> Word:
        """Give a word, an empty one where the line has none."""
        return self.words[at] if 0 <= at < len(self.words) else _NOTHING

    def low(self, at: int) -> str:
        """Give a word in small letters, "" where the line has none."""
        return self.words[at].low if 0 <= at < len(self.words) else ""

    def has(self, at: int, words: str) -> int:
        """Give how many words ``words`` has if they stand here, else 0."""
        return self.skip(at, words) - at

    def phrase(self, at: int, options: tuple[str, ...]) -> str:
        """Give whichever of some phrases stands here, the longest; "" if none."""
        for rest, whole in _by_first(options).get(self.low(at), ()):
            if all(self.low(at + k) == word for k, word in enumerate(rest, 1)):
                return whole
        return ""

    def skip(self, at: int, *options: str) -> int:
        """Give the place behind whichever of some phrases stands here, the longest first."""
        found = self.phrase(at, options)
        return at + found.count(" ") + 1 if found else at


_NOTHING = Word(0, 0, "", "", is_capital=False)


def _is_of_time(word: Word) -> bool:
    is_year = word.kind == "number" and len(word.low) == 4
    return word.low in _TIME_WORDS or word.kind in _TIME_KINDS or is_year


@cache
def _by_first(options: tuple[str, ...]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Sort phrases under their first words, the longest first: most places have none of them."""
    sorted_: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase in sorted(options, key=lambda p: -p.count(" ")):
        first, *rest = phrase.split(" ")
        sorted_.setdefault(first, []).append((tuple(rest), phrase))
    return sorted_


Rule = Callable[[Line, int], Found | None]


def remembered(rule: Rule) -> Rule:
    """Make a rule look only once at each place of a line.

    Rules call each other for what stands further right, so a line that is read from its end
    never goes deep and never tries the same words twice.
    """

    @wraps(rule)
    def read(line: Line, at: int) -> Found | None:
        key = (rule.__name__, at)
        if key not in line.found:
            line.found[key] = rule(line, at)
        return line.found[key]

    return read


def longest(rules: tuple[Rule, ...], line: Line, at: int) -> Found | None:
    """Give what the rule that reads furthest finds at a place, of equals the first."""
    best: Found | None = None
    for rule in rules:
        found = rule(line, at)
        if found and found[1] - at <= _LONGEST and (best is None or found[1] > best[1]):
            best = found
    return best


def _tail(word: str) -> int:
    """Give the length of "'s", which is no part of a time."""
    return 2 if word[0].isalpha() and word.lower().endswith(("'s", "’s")) else 0


def _low(word: str) -> str:
    low = word.lower().replace("’", "'")
    return low if low[0] in "'0123456789" else low.removesuffix("'s").rstrip("'")
