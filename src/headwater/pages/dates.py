"""When an article was published, as far as its own block says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)"
#: Copied from a page, the hour may be glued to it: "March 12, 202611:58 AM".
_YEAR = r"(?P<year>(?:19|20)\d\d)(?=\b|\d{1,2}:\d\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_NUMBERS = re.compile(
    r"(?<!\d)(?P<first>[0-3]?\d)(?P<mark>[-/.])(?P<second>[0-3]?\d)(?P=mark)(?P<year>(?:19|20)?\d\d)(?!\d)"
)
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_MONTH}\.? {_DAY}(?:, ?| ){_YEAR}",
        rf"\b{_DAY}[ -](?:of )?{_MONTH}\.?,?[ -]{_YEAR}",
        rf"\b{_YEAR}[-/.](?P<month>[01]?\d)[-/.]{_DAY}(?!\d)",
        _NUMBERS.pattern,
    )
)
_LABEL = re.compile(
    r"(?:date|(?:first |last )?(?:published|posted|updated))(?: (?:on|at))?:? ", re.IGNORECASE
)
_HOUR = re.compile(r",? \d{1,2}:\d\d(?: ?[ap]m)?(?: [A-Z]{2,4}\b)?", re.IGNORECASE)
#: A sentence goes on behind the date: a capital or a quotation mark, and some words.
_SENTENCE = re.compile(r"\s+(?=[“\"‘']?[^\W\d_a-z]\S*(?: \S+){3})")
#: What is said of a day before which the article was there: it was changed, or somebody came by and saved it.
_UPDATED = re.compile(
    r"\b(?:updated?|modified|revised|edited|retrieved|accessed|downloaded|printed|archived|captured|load-date)\b",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"\b(?:published|posted|created|issued)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+")
_CLOCK_WORDS = frozenset(
    "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday am pm gmt utc est edt pst cet ist t z at on date published updated posted".split()
)
#: Words a line may hold besides its date and still be a date line: author, hour, section.
_MOST_WORDS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRange:
    """Days on which something may have been: from, to (inclusive; None is open), and the words."""

    low: date | None
    high: date | None
    evidence: str


def find_publication(
    around: Sequence[str], dateline: str | None, captions: Sequence[str]
) -> DayRange | None:
    """Give the days on which the article may have been published; None if the page is silent.

    Only the article's own block speaks: a line beside its headline, or its dateline. A photo's
    date says no more than that the article is not older.

    Args:
        around: Lines of the article's own block that are no text of it, in reading order.
        dateline: Words glued to the first paragraph.
        captions: Captions of its photos.
    """
    dated = [(line, found) for line in around if (found := _date_of_line(line))]
    for line, (low, high, words) in dated:
        if _PUBLISHED.search(line) or not _UPDATED.search(line[: line.find(words)]):
            return DayRange(low=low, high=high, evidence=f"byline: {words}")
    for low, high, words in find_days(dateline or ""):
        return DayRange(low=low, high=high, evidence=f"dateline: {words}")
    for _, (_, high, words) in dated:
        return DayRange(low=None, high=high, evidence=f"updated: {words}")
    return _photo_bound(captions)


def find_days(text: str) -> Iterator[tuple[date, date, str]]:
    """Yield the full dates written in a text: first and last day they may mean, and the words.

    ``03/04/2019`` may be March or April; the range then spans both readings.
    """
    hits = sorted(
        (
            (match.start(), -match.end(), match)
            for form in _FORMS
            for match in form.finditer(text)
        ),
        key=lambda hit: hit[:2],
    )
    after = 0
    for start, _, match in hits:
        days = _days_of(match)
        if start >= after and days:
            after = match.end()
            yield days[0], days[-1], match.group()


def settle_day(evidence: str, page: str) -> date | None:
    """Give the one day that an ambiguous date means by the page's other dates; None if they don't say.

    Beside "28/02/2031", "04/03/2031" is the fourth of March: a site writes its dates in one order.
    """
    ours = _NUMBERS.search(evidence)
    numbers = [(int(m["first"]), int(m["second"])) for m in _NUMBERS.finditer(page)]
    day_first = {first > 12 for first, second in numbers if (first > 12) != (second > 12)}
    if ours is None or len(day_first) != 1:
        return None
    day, month = (int(ours[part]) for part in ("first", "second"))
    if not day_first.pop():
        day, month = month, day
    days = _days_of(ours)
    return next((one for one in days if (one.day, one.month) == (day, month)), None)


def find_text_behind_date(line: str) -> int:
    """Give where the text begins of a line that opens with a labelled date; 0 if it does not.

    "Published 12 May 2031, 09:30 The harbour was shut …": the saver ran two lines into one.
    """
    label = _LABEL.match(line)
    words = next((w for _, _, w in find_days(line[:80])), None) if label else None
    if label is None or words is None or not line.startswith(words, label.end()):
        return 0
    end = label.end() + len(words)
    if hour := _HOUR.match(line, end):
        end = hour.end()
    text = _SENTENCE.match(line, end)
    return text.end() if text else 0


def is_bare_date(line: str) -> bool:
    """Tell a line that holds a date, perhaps an hour and a weekday, and no other word."""
    rest = line
    for _, _, words in find_days(line):
        rest = rest.replace(words, " ")
    return rest != line and all(
        word.lower() in _CLOCK_WORDS for word in re.findall(r"[^\W\d_]+", rest)
    )


def _date_of_line(line: str) -> tuple[date, date, str] | None:
    """Read a line as a date line: a date, and little else; one in an address is that of what stands there."""
    line = _ADDRESS.sub(" ", line)
    found = list(find_days(line))
    rest = line
    for _, _, words in found:
        rest = rest.replace(words, " ")
    if not found or len(re.findall(r"[^\W\d_]+", rest)) > _MOST_WORDS:
        return None
    published = _PUBLISHED.search(line)
    return next((f for f in found if published and line.find(f[2]) > published.end()), found[0])


def _days_of(match: re.Match[str]) -> list[date]:
    parts = match.groupdict()
    year = int(parts["year"])
    year += 2000 if year < 100 else 0
    if "first" not in parts:
        month = parts["month"]
        number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
        return _real_days(year, [(number, int(parts["day"]))])
    first, second = int(parts["first"]), int(parts["second"])
    # Dots are written day first wherever they are written.
    orders = [(second, first)] if parts["mark"] == "." else [(second, first), (first, second)]
    return _real_days(year, orders)


def _real_days(year: int, orders: Sequence[tuple[int, int]]) -> list[date]:
    days = set()
    for month, day in orders:
        if 1 <= month <= 12:
            start = date(year, month, 1)
            there = start + timedelta(days=day - 1)
            if day >= 1 and there.month == month:
                days.add(there)
    return sorted(days)


def _photo_bound(captions: Sequence[str]) -> DayRange | None:
    dated = [(low, words) for caption in captions for low, _, words in find_days(caption)]
    if not dated:
        return None
    low, words = max(dated)
    return DayRange(low=low, high=None, evidence=f"photo (lower bound): {words}")
