"""One page read: what it is, or why not, and the articles on it."""

import calendar
import hashlib
import re
from dataclasses import dataclass, replace
from datetime import date

from headwater.errors import UnreadablePage
from headwater.model import Article, Page, PageStatus, digest
from headwater.pages.assemble import Metadata
from headwater.pages.decoding import decode_page
from headwater.pages.html import read_html
from headwater.pages.inflating import too_large
from headwater.pages.jsonlines import JsonPage, read_json_page
from headwater.pages.kinds import find_kind, is_html, remedy_of
from headwater.pages.metadata import outlet_of_url
from headwater.pages.published import read_day
from headwater.pages.saved import SavedPage, told
from headwater.pages.text import read_text
from headwater.settings import PageSettings

_MONTH = re.compile(r"^\s*((?:19|20)\d\d)(?:-(\d\d))?\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opened:
    """The text of a page and what it is, with what the pile says of it."""

    text: str
    format: str
    encoding: str
    said: JsonPage


def read_page(saved: SavedPage, settings: PageSettings) -> tuple[Page, tuple[Article, ...]]:
    """Read the articles of a page; one that can't be read comes back refused, with the reason.

    A page that is read and holds no article has none: an empty tuple is no refusal. Only the
    arguments decide what comes out, so pages can be read in any order, anywhere.
    """
    page = _page_of(saved)
    try:
        opened = _opened(saved, settings)
    except UnreadablePage as error:
        return refuse(saved, told(error)), ()
    said = opened.said
    page = replace(
        page,
        url=said.url or saved.url,
        format=opened.format,
        encoding=opened.encoding,
        given_outlet=said.outlet,
        given_published=None if said.published is None else str(said.published),
        given_title=said.title,
    )
    known = _known(said, page.url)
    if opened.format == "html":
        return page, read_html(opened.text, page, known, settings)
    return page, read_text(opened.text, page, known)


def refuse(saved: SavedPage, reason: str) -> Page:
    """Give the page that stands for one that cannot be read, with the reason in words."""
    return replace(_page_of(saved), status=PageStatus.REFUSED, reason=reason)


def _page_of(saved: SavedPage) -> Page:
    sha256 = None if saved.content is None else hashlib.sha256(saved.content).hexdigest()
    return Page(
        id=digest("page", sha256 or saved.name),
        name=saved.name,
        names=(saved.name,),
        url=saved.url,
        sha256=sha256,
        size=saved.size,
        format=None,
        encoding=None,
        status=PageStatus.READ,
        reason=None,
    )


def _opened(saved: SavedPage, settings: PageSettings) -> _Opened:
    """Get at the text of a page.

    Raises:
        UnreadablePage: If there is none.
    """
    if saved.content is None:
        raise UnreadablePage(saved.problem or "It has no bytes.", where=saved.name, remedy="")
    if len(saved.content) > settings.max_page_bytes:
        raise too_large(saved.name, settings)
    if saved.is_json_line:
        return _opened_line(saved.content, saved.name)
    if kind := find_kind(saved.content):
        raise UnreadablePage(
            f"It is {kind}, not a page.", where=saved.name, remedy=remedy_of(kind)
        )
    decoded = decode_page(saved.content, where=saved.name, charset=saved.charset)
    _check_not_empty(decoded.text, saved.name)
    as_html = is_html(decoded.text) and saved.media_type != "text/plain"
    return _Opened(
        text=decoded.text,
        format="html" if as_html else "text",
        encoding=decoded.encoding,
        said=JsonPage(),
    )


def _opened_line(content: bytes, name: str) -> _Opened:
    said = read_json_page(content, where=name)
    text = said.html if said.text is None else said.text
    _check_not_empty(text or "", name)
    as_html = said.text is None
    return _Opened(
        text=text or "", format="html" if as_html else "text", encoding="utf-8", said=said
    )


def _check_not_empty(text: str, name: str) -> None:
    if not text.strip("\ufeff\u200b \t\r\n\f\v\u00a0"):
        raise UnreadablePage(
            "It is empty.", where=name, remedy="Fetch it again, or leave it out."
        )


def _known(said: JsonPage, url: str | None) -> Metadata:
    """Give what the pile says of the article, with the evidence "given"."""
    outlet, low_high = (said.outlet or "").strip(), _days(said.published)
    by_domain = None if outlet else outlet_of_url(url)
    return Metadata(
        outlet_name=outlet or (by_domain[1] if by_domain else None),
        outlet_id=by_domain[0] if by_domain else None,
        outlet_evidence="given" if outlet else f"domain: {url}" if by_domain else None,
        published_from=low_high[0] if low_high else None,
        published_to=low_high[1] if low_high else None,
        date_evidence="given" if low_high else None,
        title=(said.title or "").strip() or None,
    )


def _days(published: str | float | None) -> tuple[date, date] | None:
    """Give the days a given date means: one, a month's, or a year's. Junk means none."""
    words = "" if published is None else str(published)
    if match := _MONTH.match(words):
        return _whole(int(match.group(1)), int(match.group(2) or 0))
    day = read_day(words)
    return (day, day) if day else None


def _whole(year: int, month: int) -> tuple[date, date] | None:
    if month > 12:
        return None
    first, last = month or 1, month or 12
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])
