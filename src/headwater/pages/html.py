"""HTML pages: the article, with its headline, captions, metadata and the way back to the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lxml.html import HtmlElement

from headwater.model import Anchor, Article, Page, ZoneKind
from headwater.pages.assemble import Block, Metadata, assemble, settled
from headwater.pages.dates import DayRange
from headwater.pages.extraction import find_paragraphs, parse_html
from headwater.pages.furniture import is_disclaimer
from headwater.pages.htmlhead import split_head
from headwater.pages.metadata import find_metadata
from headwater.pages.published import search_published
from headwater.pages.telegram import is_export, read_export
from headwater.pages.trimming import tells_of_article, trim
from headwater.pages.visible import VisibleLine, VisibleText, read_visible
from headwater.pages.worlddates import find_days_abroad
from headwater.settings import PageSettings

#: Words of a page, without a title given, below which they are a menu, not an article.
_LEAST_WORDS = 8
#: Code points of a paragraph by which it is found again, and those around it (W3C text quotes).
_QUOTE_CHARS, _AROUND_CHARS = 60, 32
#: Lines between headline and first paragraph that may name author, day and source.
_MOST_HEAD_LINES = 12
_MOST_HEAD_CHARS = 200
_LINES_ABOVE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """A block, and where it stands in the visible text (-1 where it was not found)."""

    block: Block
    at: int


def read_html(
    text: str, page: Page, known: Metadata, settings: PageSettings
) -> tuple[Article, ...]:
    """Read the article of an HTML page; empty where the page holds none, several of an exported chat.

    Args:
        text: The decoded page.
        page: What the article belongs to. Its ``url`` helps to find outlet and day.
        known: What the pile says of the page; it wins over what the page says.
        settings: Size limits.
    """
    tree = parse_html(text)
    if tree is None:
        return ()
    if is_export(tree):
        visible = read_visible(tree)
        messages = read_export(tree, page, known)
        return tuple(replace(one, anchors=find_anchors(one, visible)) for one in messages)
    said = _overlaid(find_metadata(tree, page.url), known)
    heads, text_below = split_head(_without_title(find_paragraphs(tree, settings), said.title))
    paragraphs, site_words = trim(text_below)
    if sum(len(words.split()) for words in paragraphs) < (1 if known.title else _LEAST_WORDS):
        return ()
    visible = read_visible(tree)
    body = _placed(paragraphs, visible)
    headline = _headline(said.title, visible, body)
    blocks = [placed.block for placed in _with_captions(body, headline, visible)]
    lines = (*heads, *_head_lines(headline, body, visible), *_author_line(said.byline))
    around = tuple(dict.fromkeys((*lines, *filter(tells_of_article, site_words))))
    article = assemble(
        page, ordinal=0, title=said.title, blocks=blocks, known=said, furniture=around
    )
    article = settled(_dated(article, around, tree, page), visible.text)
    return (replace(article, anchors=find_anchors(article, visible)),)


def find_anchors(article: Article, visible: VisibleText) -> tuple[Anchor, ...]:
    """Say how each part of the article is found again among the visible words of its page.

    Each is looked for after the one before it. One that the page shows otherwise (a title from
    the metadata) keeps its quote, and has nothing around it.
    """
    anchors, after = [], 0
    for zone in article.zones:
        words = article.text[zone.start : zone.end]
        quote = words[:_QUOTE_CHARS]
        at = _find(quote, visible.text, after)
        end = at + len(quote)
        after = end if at >= 0 else after
        anchors.append(
            Anchor(
                start=zone.start,
                end=zone.end,
                quote=quote,
                prefix=visible.text[max(0, at - _AROUND_CHARS) : at] if at >= 0 else "",
                suffix=visible.text[end : end + _AROUND_CHARS] if at >= 0 else "",
            )
        )
    return tuple(anchors)


def _overlaid(page: Metadata, pile: Metadata) -> Metadata:
    """Take the pile's word where it has one: outlet and day each as a whole, with its evidence."""
    outlet = pile if pile.outlet_name or pile.outlet_id else page
    dated = pile if pile.published_from or pile.published_to else page
    return Metadata(
        outlet_name=outlet.outlet_name,
        outlet_evidence=outlet.outlet_evidence,
        outlet_id=outlet.outlet_id,
        published_from=dated.published_from,
        published_to=dated.published_to,
        date_evidence=dated.date_evidence,
        byline=pile.byline or page.byline,
        title=pile.title or page.title,
        language=pile.language or page.language,
    )


def _without_title(paragraphs: Sequence[str], title: str | None) -> tuple[str, ...]:
    """Drop the headline where it was taken for the first paragraph."""
    same = [
        at
        for at, words in enumerate(paragraphs[:3])
        if title and _letters(words) == _letters(title)
    ]
    return tuple(words for at, words in enumerate(paragraphs) if at not in same)


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _placed(paragraphs: Sequence[str], visible: VisibleText) -> list[_Placed]:
    placed, after = [], 0
    for words in paragraphs:
        at = _find(words[:_QUOTE_CHARS], visible.text, after)
        after = max(after, at)
        kind = ZoneKind.DISCLAIMER if is_disclaimer(words) else ZoneKind.BODY
        placed.append(_Placed(block=Block(text=words, kind=kind), at=at))
    return placed


def _find(quote: str, text: str, after: int) -> int:
    """Find a quote after a place, or else anywhere; -1 where it is nowhere."""
    at = text.find(quote, after)
    return at if at >= 0 else text.find(quote)


def _headline(
    title: str | None, visible: VisibleText, body: Sequence[_Placed]
) -> VisibleLine | None:
    """Give the line that shows the headline: the last such before the article's text."""
    first = _first(body)
    letters = _letters(title or "")
    above = [
        line for line in visible.lines if line.start < first and _letters(line.text) == letters
    ]
    return above[-1] if letters and above else None


def _first(body: Sequence[_Placed]) -> int:
    return min((placed.at for placed in body if placed.at >= 0), default=0)


def _with_captions(
    body: Sequence[_Placed], headline: VisibleLine | None, visible: VisibleText
) -> Iterator[_Placed]:
    """Put the captions among the paragraphs, where the page shows them.

    Only those between headline and last paragraph are the article's; below it are the teasers'.
    """
    low = headline.end if headline else _first(body)
    high = max(placed.at for placed in body)
    captions = [one for one in _captions(visible) if low <= one.at < high]
    told = {_letters(one.block.text) for one in captions}
    for placed in body:
        while captions and placed.at >= 0 and captions[0].at < placed.at:
            yield captions.pop(0)
        if _letters(placed.block.text) not in told:  # trafilatura may keep one as a paragraph
            yield placed


def _captions(visible: VisibleText) -> Iterator[_Placed]:
    """Yield each ``figcaption`` once, by its first copy."""
    parts: dict[int, list[VisibleLine]] = {}
    for line in visible.lines:
        if line.caption and not line.is_aside:
            parts.setdefault(line.caption, []).append(line)
    seen = set()
    for lines in parts.values():
        words = " ".join(line.text for line in lines)
        if words not in seen:
            seen.add(words)
            yield _Placed(block=Block(text=words, kind=ZoneKind.CAPTION), at=lines[0].start)


def _head_lines(
    headline: VisibleLine | None, body: Sequence[_Placed], visible: VisibleText
) -> tuple[str, ...]:
    """Give the lines between headline and text (author, day, "Source: …"), then the two above."""
    if headline is None:
        return ()
    lines = [
        line for line in visible.lines if not line.caption and len(line.text) < _MOST_HEAD_CHARS
    ]
    first = _first(body)
    between = [line.text for line in lines if headline.end < line.start < first]
    above = [line.text for line in lines if line.start < headline.start and not line.is_aside]
    return (*between[:_MOST_HEAD_LINES], *above[-_LINES_ABOVE:])


def _author_line(byline: str | None) -> tuple[str, ...]:
    """Give the author whom only the metadata name as the line that a page would show."""
    return (f"By {byline}",) if byline else ()


def _dated(article: Article, around: Sequence[str], tree: HtmlElement, page: Page) -> Article:
    """Look further for the day, where neither metadata nor an English line of the head has one."""
    if article.published_to:
        return article
    found = _day_abroad(around) or search_published(tree, page.url)
    if found is None or found.low is None or found.low < (article.published_from or date.min):
        return article  # nothing, or older than a photo in the article
    return replace(
        article,
        published_from=found.low,
        published_to=found.high,
        date_evidence=found.evidence,
    )


def _day_abroad(around: Sequence[str]) -> DayRange | None:
    for line in around:
        for day, words in find_days_abroad(line):
            return DayRange(low=day, high=day, evidence=f"byline: {words}")
    return None
