"""The paragraphs of the article on an HTML page."""

import logging
from collections.abc import Iterator
from itertools import islice
from typing import Any

from lxml.etree import _Element
from lxml.html import HtmlElement

from headwater.pages.hush import hush_libraries
from headwater.settings import PageSettings

log = logging.getLogger(__name__)

_ROWS = {"list": "item", "table": "row"}
#: Words below which a paragraph, found without trafilatura, is no prose.
_LEAST_WORDS = 8


def parse_html(text: str) -> HtmlElement | None:
    """Parse a page leniently, as browsers do; None if there is not one element in it."""
    import trafilatura  # noqa: PLC0415 - slow to import: a pile of plain text does not wait

    hush_libraries()
    return trafilatura.load_html(text)


def find_paragraphs(tree: HtmlElement, settings: PageSettings) -> tuple[str, ...]:
    """Give the article's paragraphs, headings, list items and quotations, in reading order.

    Comments of readers are left out, tables are kept. Where the page is too large for
    trafilatura, or it gives up, the ``p`` elements that hold prose are taken as they stand.
    """
    if (
        sum(1 for _ in islice(tree.iter(), settings.max_html_elements + 1))
        > settings.max_html_elements
    ):
        log.info("page_too_large_to_extract")
        return _prose(tree)
    import trafilatura  # noqa: PLC0415 - see above

    hush_libraries()
    try:
        document: Any = trafilatura.bare_extraction(tree, fast=True, include_comments=False)
    except Exception:
        log.info("extraction_failed", exc_info=True)
        return _prose(tree)
    return tuple(_texts(document.body)) if document is not None else ()


def _texts(parent: _Element) -> Iterator[str]:
    """Yield one text a paragraph, item or table row; a line break parts paragraphs."""
    for one in parent:
        if one.tag in _ROWS:
            for row in one.iter(_ROWS[one.tag]):
                yield from _broken(row, " ")
        elif one.tag == "quote" and one.find("p") is not None:
            yield from _texts(one)
        else:
            yield from _broken(one, "")
        yield from _folded(one.tail)


def _broken(one: _Element, gap: str) -> Iterator[str]:
    lines = [""]
    for piece in one.iter():
        if piece.tag == "lb":
            lines.append("")
        elif piece is not one and piece.tag in ("p", "cell", "item"):
            lines[-1] += gap
        lines[-1] += piece.text or ""
        if piece is not one:
            lines[-1] += piece.tail or ""
    for line in lines:
        yield from _folded(line)


def _folded(text: str | None) -> Iterator[str]:
    if words := " ".join((text or "").split()):
        yield words


def _prose(tree: HtmlElement) -> tuple[str, ...]:
    found = (" ".join(p.text_content().split()) for p in tree.iter("p"))
    return tuple(text for text in found if len(text.split()) >= _LEAST_WORDS)
