"""The numbers of a sentence that could count something, with their bounds and ranges."""

import re
from collections.abc import Iterator
from dataclasses import replace

from headwater.lexicon import number_words
from headwater.reading.quantities.amount import Amount, amount_of
from headwater.reading.quantities.bounds import bound_after, bound_before
from headwater.reading.quantities.counted import NEXT_MEASURE
from headwater.reading.quantities.namesakes import counts_nothing
from headwater.reading.quantities.values import NUMBER, ONE_IN, UPPER, scale_of, value_of

_WORDS = number_words()
_PERCENT = re.compile(r" ?%| per ?cent\b| percentage points?\b")
_VAGUE = re.compile(
    r"\b(?:(?:[Tt]ens|[Hh]undreds|[Tt]housands|[Mm]illions|[Dd]ozens|[Ss]cores|[Bb]illions)(?: of (?:thousands|millions|billions))?(?: of)?"
    r"|(?:[Ss]everal|[Aa] few)(?: (?:hundred|thousand|million|dozen))?|[Mm]any|[Nn]umerous|[Mm]ultiple|[Cc]ountless"
    r"|(?:[Aa]n? (?:small |large |growing |unknown |unspecified |undisclosed )?number|[Aa] handful|[Aa] couple) of)\b(?!-)"
)
_SHARE = re.compile(
    "|".join(
        rf"\b(?P<{name}>{'|'.join(sorted(phrases, key=lambda p: (-len(p), p)))})\b"
        for name, phrases in _WORDS.shares.items()
    ),
    re.IGNORECASE,
)
_ALL = re.compile(r"\b[Aa]ll(?: of)?(?= (?:the|its|their|his|her|our|these|those|of)\b)")
#: "A monthlong war", "a years-long siege": a span of time by its measure alone.
_LONG = re.compile(r"(?<![\w-])(?:[Aa] )?((?:hour|day|week|month|year|decade)s?)-?long\b")
#: "Twice as many", "three times as much": a number of times another.
_TIMES_AS = re.compile(r"\b(?:(?P<twice>[Tt]wice)|(?P<number>[\w.]+) times) as (?:many|much)\b")
#: What may stand before "one in four" where no people are meant, so that it is no place: "it struck one in four raids".
_SUBJECT = re.compile(r"(?:^|[,;:“\"] ?|\bthat )$")
#: The largest whole of which so many are a share rather than a count.
_ROUND_WHOLE = 10
#: Verbs that "over" belongs to: "must hand over 30 guns".
_HANDED = re.compile(
    r"\b(?:hand(?:s|ed|ing)?|turn(?:s|ed|ing)?|t(?:ake|akes|ook|aken|aking)) $"
)
_SHARES = {"most": 0.5, "half": 0.5, "third": 1 / 3, "two_thirds": 2 / 3, "quarter": 0.25, "three_quarters": 0.75}  # fmt: skip
#: Below this, "over" tells a place: "over two villages", but "over 200 rockets".
_LEAST_OVER = 10


def amounts_of(words: str) -> Iterator[Amount]:
    """Yield every number of a sentence that could count something; some may overlap."""
    for found in _SHARE.finditer(words):
        yield _share(words, found)
    for found in _ALL.finditer(words):
        yield _unvalued(found, "universal")
    for found in _VAGUE.finditer(words):
        yield _unvalued(found, "vague")
    for found in _LONG.finditer(words):
        yield _long(found)
    for found in _TIMES_AS.finditer(words):
        yield from _times_as(words, found)
    for found in NUMBER.finditer(words):
        if one_in := _one_in(words, found):
            yield one_in
        elif not counts_nothing(words, found):
            yield _number(words, found)


def _unvalued(found: re.Match[str], bound: str) -> Amount:
    return Amount(
        start=found.start(), end=found.end(), value=None, low=None, high=None, bound=bound
    )


def _share(words: str, found: re.Match[str]) -> Amount:
    bound, start = bound_before(words[: found.start()])
    name = str(found.lastgroup)
    if name == "most":
        bound, start = "lower_exclusive", found.start()
    return amount_of(start, found.end(), _SHARES[name], bound, "share")


def _one_in(words: str, found: re.Match[str]) -> Amount | None:
    """Read "one in four people" and "nine out of ten shops"; of other things "in" is so read of a subject only."""
    many = ONE_IN.match(words, found.end())
    of = value_of(many["number"]) if many else 0.0
    part = value_of(found["number"])
    if many is None or not max(2, part) < of or (part != 1.0 and of > _ROUND_WHOLE):
        return None
    bound, start = bound_before(words[: found.start()])
    is_people = re.match(rf" (?:{'|'.join(_WORDS.persons)})s?\b", words[many.end() :])
    if not (is_people or many["of"] or _SUBJECT.search(words[:start])):
        return None
    return amount_of(start, many.end(), part / of, bound, "share")


def _long(found: re.Match[str]) -> Amount:
    """Read "monthlong" as about one month, "monthslong" as some months."""
    measure = found[1].removesuffix("s")
    one = 1.0 if measure == found[1] else None
    return Amount(
        start=found.start(),
        end=found.end(),
        value=one,
        low=None,
        high=None,
        bound="vague" if one is None else "approximate",
        unit=_WORDS.measures[measure],
    )


def _times_as(words: str, found: re.Match[str]) -> Iterator[Amount]:
    """Read "twice as many": how many of them is not told."""
    number = found["number"] and NUMBER.fullmatch(found["number"])
    if found["twice"] or number:
        bound, start = bound_before(words[: found.start()])
        yield amount_of(
            start,
            found.end(),
            2.0 if found["twice"] else value_of(found["number"]),
            bound,
            "times",
        )


def _number(words: str, found: re.Match[str]) -> Amount:
    """Read a number with its bound, its range and the unit glued to it."""
    amount = _range(words, found) or _bounded(words, found)
    if percent := _PERCENT.match(words, amount.end):
        return replace(amount, end=percent.end(), unit="percent")
    if measure := NEXT_MEASURE.match(words, amount.end):
        return replace(amount, end=measure.end(), unit=_WORDS.measures[measure[1]])
    if found["money"]:
        return replace(amount, unit=_WORDS.currencies[found["money"].strip()[-1]])
    return amount


def _bounded(words: str, found: re.Match[str]) -> Amount:
    value = value_of(found["number"])
    (bound, start), end = bound_before(words[: found.start()]), found.end()
    is_over = words[start : found.start()].lower().startswith("over")
    if is_over and (value < _LEAST_OVER or _HANDED.search(words[:start])):
        bound, start = "exact", found.start()
    if bound == "exact":
        bound, end = bound_after(words, end)
    if bound == "exact" and re.match(r"an? |half", found["number"], re.IGNORECASE):
        bound = "approximate"
    return amount_of(start, end, value, bound)


def _range(words: str, found: re.Match[str]) -> Amount | None:
    """Read "10 to 15", "between 3 and 5", not two numbers that stand side by side."""
    upper = UPPER.match(words, found.end())
    if upper is None:
        return None
    low, high = value_of(found["number"]), value_of(upper["number"])
    scale, opening = scale_of(upper["number"]), words[: found.start()].lower()
    if "and" in upper.group().split()[0]:
        is_range = opening.endswith("between ")
    else:
        is_range = high > low or scale > 1
    if not is_range:
        return None
    before = re.search(r"\b(?:between|from) $", opening)
    return Amount(
        start=before.start() if before else found.start(),
        end=upper.end(),
        value=None,
        low=low * scale if low < _WORDS.scales["thousand"] else low,
        high=high,
        bound="interval",
    )
