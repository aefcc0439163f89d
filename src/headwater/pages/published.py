"""The day an HTML page says its article was published."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from lxml.html import HtmlElement

from headwater.pages.dates import DayRange, find_days
from headwater.pages.hush import hush_libraries

#: The first web page, and a day far off: both fixed, so that a page reads the same next year.
_FIRST_DAY, _LAST_DAY = "1991-08-06", "2100-01-01"
#: How far desks are from Greenwich: Hawaii to New Zealand.
_WEST, _EAST = timedelta(hours=10), timedelta(hours=13)
_GREENWICH = re.compile(r"[T ](\d\d:?\d\d(?::?\d\d)?)(?:\.\d+)?(?:Z|\+00:?00)")
_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-]?([01]\d)[/-]?([0-3]\d)(?=[/_-])")
_ISO = re.compile(r"^\s*((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?!\d)")
#: Names by which content systems call the first publication; "modified" and "updated" are not it.
_META_NAMES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "article.published", "article_date_original", "publish-date", "publish_date", "publishdate",
    "publishedtime", "publication_date", "published_at", "published-date", "pubdate", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.issued",
    "dcterms.created", "dc.date", "dcterms.date", "rnews:datepublished", "ptime", "displaydate",
    "originalpublicationdate", "date", "bt:pubdate", "citation_publication_date",
)  # fmt: skip
_OUTSIDE = "not(ancestor::aside or ancestor::nav or ancestor::footer)"
_NEAR_HEADLINE = f"""
    //article//time[@pubdate and {_OUTSIDE}] | //header//time[@pubdate]
    | //h1[1]/following-sibling::*[position() < 4]/descendant-or-self::time
    | //h1[1]/../following-sibling::*[position() < 3]/descendant-or-self::time
"""


def find_published(
    tree: HtmlElement, article: dict[str, Any], url: str | None
) -> DayRange | None:
    """Give the day of publication and where the page says so; None where it does not say.

    Asked in order: the article's JSON-LD, the head, the article's marked date, the time beside
    the headline. The day is the one written, in the time zone it is written in; only where that
    is Greenwich and the address names the day it was at the desk, it is the address's.

    Args:
        tree: The page; not changed.
        article: Its JSON-LD object, may be empty.
        url: Where it was saved from.
    """
    found = next(_published(tree, article), None)
    return found and _at_the_desk(found, url)


def search_published(tree: HtmlElement, url: str | None) -> DayRange | None:
    """Give the day that htmldate finds in the address or in a place where days use to stand.

    Its search through free text is off: it takes dates from side bars. Its first of January
    is left out: it is what it makes of a bare year.
    """
    from htmldate import find_date  # noqa: PLC0415 - slow to import: a pile of plain text does not wait

    hush_libraries()
    found: str | None = find_date(
        tree,
        url=url,
        original_date=True,
        extensive_search=False,
        min_date=_FIRST_DAY,
        max_date=_LAST_DAY,
    )
    if found is None or found.endswith("-01-01"):
        return None
    return next(_days(found, "htmldate"), None)


def read_day(words: str) -> date | None:
    """Read one day from a metadata field: ISO with or without an hour, or written in words."""
    if match := _ISO.match(words):
        try:
            return date(*map(int, match.groups()))
        except ValueError:
            return None
    days = list(find_days(words))
    return days[0][0] if days and days[0][0] == days[0][1] else None


def _published(tree: HtmlElement, article: dict[str, Any]) -> Iterator[DayRange]:
    yield from _days(article.get("datePublished") or article.get("dateCreated"), "JSON-LD")
    metas = [(_meta_name(one), one.get("content")) for one in tree.iter("meta")]
    for name in _META_NAMES:
        for other, content in metas:
            if other == name:
                yield from _days(content, name)
    for one in tree.xpath(f'//*[@itemprop="datePublished" and {_OUTSIDE}]'):
        yield from _days(_written(one), "datePublished")
    for one in tree.xpath(_NEAR_HEADLINE):
        yield from _days(_written(one), "time")


def _meta_name(meta: HtmlElement) -> str:
    return (
        (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
    )


def _written(one: HtmlElement) -> str:
    return str(one.get("content") or one.get("datetime") or one.text_content())


def _days(words: object, where: str) -> Iterator[DayRange]:
    if isinstance(words, str) and (day := read_day(words)):
        said = " ".join(words.split())[:40]
        yield DayRange(low=day, high=day, evidence=f"metadata: {where} {said}")


def _at_the_desk(found: DayRange, url: str | None) -> DayRange:
    """Prefer the address's day where the hour, given in Greenwich time, falls on it somewhere on earth."""
    stamp = _GREENWICH.search(found.evidence)
    written = _URL_DAY.search(url or "")
    day = read_day("".join(written.groups())) if written else None
    if stamp is None or day is None or found.low is None or day == found.low:
        return found
    moment = datetime.fromisoformat(f"{found.low}T{stamp.group(1)}")
    if (moment - _WEST).date() <= day <= (moment + _EAST).date():
        return DayRange(low=day, high=day, evidence=f"{found.evidence}, address {day}")
    return found
