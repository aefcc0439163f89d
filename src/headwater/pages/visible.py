"""The lines of an HTML page that a reader sees, in order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml.etree import iterwalk
from lxml.html import HtmlElement

#: Elements that begin a new line, at both their edges.
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "details", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hr", "legend", "li", "main", "nav", "ol", "option", "p", "pre", "section",
    "summary", "table", "tbody", "td", "th", "thead", "tr", "ul", "video",
))  # fmt: skip
_UNSEEN = frozenset((
    "head", "iframe", "math", "noscript", "object", "script", "select", "style", "svg", "template",
    "textarea", "title",
))  # fmt: skip
#: Parts that stand around an article, or point away from it.
_ASIDE = frozenset(("a", "aside", "button", "footer", "form", "nav"))
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class VisibleLine:
    """A line, and its place in ``VisibleText.text``."""

    text: str
    start: int
    #: Number of the ``figcaption`` it stands in, counted from 1; 0 outside.
    caption: int
    #: All of it belongs to a link, a side bar, a form or a footer.
    is_aside: bool

    @property
    def end(self) -> int:
        """Give the place after its last code point."""
        return self.start + len(self.text)


@dataclass(frozen=True)
class VisibleText:
    """All a reader sees of a page: lines, white space folded, and the lines joined by spaces."""

    lines: tuple[VisibleLine, ...]

    @cached_property
    def text(self) -> str:
        """Join the lines; their ``start`` counts in this."""
        return " ".join(line.text for line in self.lines)


def read_visible(tree: HtmlElement) -> VisibleText:
    """Give the visible lines of a page, in document order."""
    lines, start = [], 0
    for words, caption, is_aside in _lines(tree):
        if text := _SPACE.sub(" ", "".join(words)).strip():
            lines.append(
                VisibleLine(text=text, start=start, caption=caption, is_aside=is_aside)
            )
            start += len(text) + 1
    return VisibleText(tuple(lines))


def _lines(tree: HtmlElement) -> Iterator[tuple[list[str], int, bool]]:
    """Yield the pieces of each line with its caption number and whether it is all aside.

    The tree is walked, not recursed into: hostile pages nest ten thousand deep.
    """
    words: list[str] = []
    captions = caption = aside = unseen = 0
    is_aside = True
    for event, one in iterwalk(tree, events=("start", "end")):
        tag = one.tag
        begins = event == "start"
        if tag in _BLOCKS:
            yield words, caption, is_aside
            words, is_aside = [], True
        step = 1 if begins else -1
        unseen += step * (tag in _UNSEEN or not isinstance(tag, str))
        aside += step * (tag in _ASIDE)
        if tag == "figcaption":
            captions += begins
            caption = captions if begins else 0
        piece = one.text if begins else one.tail
        if piece and not unseen:
            words.append(piece)
            is_aside = is_aside and (aside > 0 or piece.isspace())
    yield words, caption, is_aside
