"""When a report that nobody holds came out, as far as those who cite it tell."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from headwater.linking.citations import REPORTING
from headwater.model import Article, Derivation
from headwater.reading.times import find_times

#: Letters around the words that cite a report in which its day may stand.
_AROUND = 60
#: What may stand between a word of reporting and the day: "reported late on Friday".
_BETWEEN = re.compile(r"[\s,]*(?:(?:on|in|late|early|earlier|of|from|this|last)\s+){0,3}\(?$")
_RIGHT_BEHIND = re.compile(r"(?:['’]s)?[\s,]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The first and the last day on which a report may have come out; None where nobody says."""

    first: date | None
    last: date | None


def find_window(derivations: Iterable[Derivation], articles: Mapping[str, Article]) -> Window:
    """Give the days between which a cited report came out.

    Not later than the first page that cites it. Not earlier than a day that stands beside the word of
    reporting ("reported on Sunday", "Friday's report"): where pages name several days, from the first to the
    last of them. Without such words the beginning is open.

    Args:
        derivations: All that flow from the report.
        articles: The articles of the pile, by id.
    """
    drawn = list(derivations)
    days = [articles[d.article_id].published_to for d in drawn]
    latest = min((day for day in days if day), default=None)
    named = [days for d in drawn for days in _named_days(d, articles[d.article_id])]
    fitting = [(first, last) for first, last in named if latest is None or first <= latest]
    if not fitting:
        return Window(first=None, last=latest)
    last = max(last for _, last in fitting)
    return Window(
        first=min(first for first, _ in fitting),
        last=last if latest is None else min(last, latest),
    )


def _named_days(derivation: Derivation, article: Article) -> Iterator[tuple[date, date]]:
    since, until = article.published_from, article.published_to
    anchor = (since, until) if since and until else None
    for evidence in derivation.evidence:
        start, end = _line_around(article.text, evidence.start, evidence.end)
        for time in find_times(article.text, start, end, anchor):
            if (
                time.earliest
                and time.latest
                and _dates_a_report(article.text, time.start, time.end)
            ):
                yield date.fromisoformat(time.earliest), date.fromisoformat(time.latest)


def _dates_a_report(text: str, start: int, end: int) -> bool:
    """Tell whether a time stands right beside a word of reporting: "reported on Friday", "on Friday reported"."""
    before = list(REPORTING.finditer(text, max(0, start - _AROUND), start))
    if before and _BETWEEN.fullmatch(text, before[-1].end(), start):
        return True
    behind = _RIGHT_BEHIND.match(text, end)
    return bool(behind and REPORTING.match(text, behind.end()))


def _line_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch around these words, within their line and without cutting a word."""
    low = max(text.rfind("\n", 0, start) + 1, start - _AROUND)
    high = text.find("\n", end)
    high = min(len(text) if high < 0 else high, end + _AROUND)
    while low < start and low > 0 and text[low - 1].isalnum():
        low += 1
    while high > end and high < len(text) and text[high].isalnum():
        high -= 1
    return low, high
