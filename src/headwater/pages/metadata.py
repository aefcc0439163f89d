"""What an HTML page says of its article outside the text: title, author, outlet, day, language."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from headwater.lexicon import registry
from headwater.model import ActorKind
from headwater.pages.assemble import Metadata
from headwater.pages.jsonld import find_article_object, name_of
from headwater.pages.platforms import is_platform, is_platform_host
from headwater.pages.published import find_published

_LANGUAGE = re.compile(r"[A-Za-z]{2}(?![A-Za-z])")
_SUFFIX = re.compile(r"\s+(?:[|–—·•»:]|-{1,2}|::)\s+")
_IN_TEXT = "not(ancestor::nav or ancestor::footer or ancestor::aside)"
#: The title of a whole site, which some print views keep: the outlet, and what it is.
_SITE_TITLE = re.compile(r"(?P<name>[^|–—:•»]{3,40}?)\s*[|–—:•»]\s")
_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d+[a-z_]*/(?=https?:)")
_URL = re.compile(r"^(?:https?:)?//|^@|\.\w{2,4}/")
_BY = re.compile(r"^(?:by|von|par|por|di|da)[\s:]+", re.IGNORECASE)
_BYLINES = (
    (
        '//meta[@name="author" or @property="author" or @name="parsely-author" or @name="dc.creator" '
        'or @name="DC.creator" or @name="sailthru.author" or @property="article:author"]/@content'
    ),
    '//*[@itemprop="author"]//*[@itemprop="name"]',
    '//*[@itemprop="author" or @rel="author"]',
    '//*[contains(@class, "byline")]',
)
_MOST_BYLINE_CHARS = 120
_OUTLET_KINDS = (ActorKind.OUTLET, ActorKind.AGENCY)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outlet:
    name: str
    evidence: str
    id: str | None = None


def find_metadata(tree: HtmlElement, url: str | None) -> Metadata:
    """Collect what the page's head and markup say of its article; what they don't say is None.

    Args:
        tree: The page; not changed.
        url: Where it was saved from, if the pile knows.
    """
    article = find_article_object(tree)
    outlet = _find_outlet(tree, article, url)
    published = find_published(tree, article, url)
    return Metadata(
        outlet_name=outlet.name if outlet else None,
        outlet_evidence=outlet.evidence if outlet else None,
        outlet_id=outlet.id if outlet else None,
        published_from=published.low if published else None,
        published_to=published.high if published else None,
        date_evidence=published.evidence if published else None,
        byline=_find_byline(tree, article),
        title=_find_title(tree, article),
        language=_find_language(tree),
    )


def outlet_of_url(url: str | None) -> tuple[str, str] | None:
    """Give id and name of the outlet that the registry knows to publish under this address."""
    entry = registry().of_domain(_host(url)) if _host(url) else None
    return (entry.id, entry.name) if entry else None


def _find_outlet(tree: HtmlElement, article: dict[str, Any], url: str | None) -> _Outlet | None:
    """Ask the address first: a syndicated copy keeps its origin's metadata and canonical link.

    A platform on which everybody publishes is passed over.
    """
    found = _outlets(tree, article, url)
    return next((one for one in found if not is_platform(one.name)), None)


def _outlets(tree: HtmlElement, article: dict[str, Any], url: str | None) -> Iterator[_Outlet]:
    canonical = _first(
        tree, '//link[@rel="canonical"]/@href | //meta[@property="og:url"]/@content'
    )
    yield from _known_by_domain(url)
    if name := name_of(article.get("publisher")):
        yield _Outlet(name=name, evidence="metadata: JSON-LD publisher")
    if name := _first(tree, '//meta[@property="og:site_name"]/@content'):
        yield _Outlet(name=name, evidence="metadata: og:site_name")
    yield from _known_by_domain(canonical)
    hosts = [host for address in (url, canonical) if (host := _host(address))]
    yield from _named_in_title(tree, hosts)
    for host in hosts:
        yield _Outlet(name=host, evidence=f"domain: {host}")


def _named_in_title(tree: HtmlElement, hosts: Sequence[str]) -> Iterator[_Outlet]:
    """Take the end of the page's title where it is an outlet, known or by its own address."""
    for title in _all(tree, "//head/title"):
        mark = next(reversed(list(_SUFFIX.finditer(title))), None)
        tail = title[mark.end() :] if mark else title[: _end_of_site_name(title)]
        by_address = any(_letters(tail) == _letters(host.rpartition(".")[0]) for host in hosts)
        if tail and (by_address or _is_outlet(tail)):
            yield _Outlet(name=tail, evidence=f"title: {title}")


def _end_of_site_name(title: str) -> int:
    """Give where the name of an outlet ends that opens a title ("The Lorn Post: news of Lorn"), or 0."""
    mark = _SITE_TITLE.match(title)
    return mark.end("name") if mark and _is_outlet(mark.group("name")) else 0


def _is_outlet(name: str) -> bool:
    readings = registry().of_name(name)
    return any(
        registry().entries[i].kind in _OUTLET_KINDS and not form.weak for i, form in readings
    )


def _known_by_domain(url: str | None) -> Iterator[_Outlet]:
    if found := outlet_of_url(url):
        yield _Outlet(id=found[0], name=found[1], evidence=f"domain: {_host(url)}")


def _host(url: str | None) -> str:
    """Give the host of an address, or of the page that it is an archive's copy of; "" for a platform's."""
    try:
        host = urlsplit(_ARCHIVED.sub("", url or "")).hostname or ""
    except ValueError:
        return ""
    host = host.removeprefix("www.")
    return "" if "." not in host or is_platform_host(host) else host


def _find_title(tree: HtmlElement, article: dict[str, Any]) -> str | None:
    """Give the headline as it stands on the page, or as the metadata has it.

    A page may have several ``h1`` (its logo is one): the one that the metadata's title repeats
    is the headline. A title that opens with the outlet is the site's: the first heading is.
    """
    announced = [
        *_all(tree, '//meta[@property="og:title"]/@content'),
        *filter(None, [name_of(article.get("headline"))]),
        *_all(tree, '//meta[@name="twitter:title"]/@content'),
        *_all(tree, "//head/title"),
    ]
    headings = _all(tree, f"//h1[{_IN_TEXT}]")
    agreed = [h for h in headings if any(_repeats(h, title) for title in announced)]
    if agreed:
        return agreed[0]
    below = _all(tree, f"//*[self::h1 or self::h2 or self::h3][{_IN_TEXT}]")
    if announced and below and _end_of_site_name(announced[0]):
        return below[0]
    if announced:
        return cut_suffix(announced[0], _site_names(tree, article))
    return headings[0] if headings else None


def _repeats(heading: str, title: str) -> bool:
    """Tell whether a title is the heading, an outlet's name glued to it or not."""
    ours, theirs = _letters(heading), _letters(title)
    if len(ours) < 12:
        return ours == theirs
    return ours in theirs or (len(theirs) >= 20 and theirs in ours)


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _site_names(tree: HtmlElement, article: dict[str, Any]) -> tuple[str, ...]:
    named = [*_all(tree, '//meta[@property="og:site_name"]/@content')]
    named.extend(filter(None, [name_of(article.get("publisher"))]))
    return tuple(named)


def cut_suffix(title: str, site_names: tuple[str, ...] = ()) -> str:
    """Cut the outlet's name off a title: "Floods hit Lorn | The Lorn Post"."""
    marks = list(_SUFFIX.finditer(title))
    if not marks:
        return title
    head, tail = title[: marks[-1].start()], title[marks[-1].end() :]
    is_site = any(
        _letters(tail) in _letters(n) or _letters(n) in _letters(tail) for n in site_names
    )
    is_name = any(
        registry().entries[i].kind in _OUTLET_KINDS for i, _ in registry().of_name(tail)
    )
    is_bar = "|" in marks[-1].group() and len(tail.split()) <= 4 < len(head.split())
    if is_site or is_name or is_bar:
        return cut_suffix(head, site_names)
    return title


def _find_byline(tree: HtmlElement, article: dict[str, Any]) -> str | None:
    named = name_of(article.get("author"))
    found = [named] if named else []
    for path in _BYLINES:
        found.extend(_all(tree, path))
    for words in (_BY.sub("", one) for one in found):
        if words and len(words) <= _MOST_BYLINE_CHARS and not _URL.search(words):
            return words
    return None


def _find_language(tree: HtmlElement) -> str | None:
    said = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    match = _LANGUAGE.match(said.strip())
    return match.group().lower() if match else None


def _first(tree: HtmlElement, path: str) -> str | None:
    return next(iter(_all(tree, path)), None)


def _all(tree: HtmlElement, path: str) -> list[str]:
    """Give the texts, or the attributes, that a path finds: on one line, none empty.

    Many content systems escape their titles twice ("&amp;#039;").
    """
    found = (one if isinstance(one, str) else one.text_content() for one in tree.xpath(path))
    return [words for one in found if (words := " ".join(unescape(one).split()))]
