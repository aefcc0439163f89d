"""A plain-text page, furniture and all, read as the articles it holds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from headwater.model import Article, Page, ZoneKind
from headwater.pages.assemble import Block, Metadata, assemble, settled
from headwater.pages.credits import is_credit
from headwater.pages.furniture import LineKind, is_section_header, label_lines
from headwater.pages.lines import Line, split_lines
from headwater.pages.mastheads import is_shared
from headwater.pages.nameplates import find_nameplate
from headwater.pages.printouts import find_site, without_running_titles
from headwater.pages.signatures import is_dated_signature
from headwater.pages.splitting import split_articles
from headwater.pages.titles import Headline, find_headline, is_of_picture, is_picture_text
from headwater.pages.trees import Trees, score_lines, split_trees

#: Lines after the last paragraph that may still belong to its article (signature, date).
_TAIL = 6
#: Lines above the headline that may hold its author or day.
_ABOVE = 2
#: Lines above a text without headline that may.
_ABOVE_TEXT = 4
_COPYRIGHT = re.compile(r"©|\bcopyright\b", re.IGNORECASE)


_NOTHING = Metadata()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Labelled:
    """A page in lines, and what each of them is."""

    page: Page
    known: Metadata
    lines: tuple[Line, ...]
    kinds: tuple[LineKind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """One article's share of the page: headline, paragraphs, and where its surroundings end."""

    headline: Headline | None
    body: tuple[int, ...]
    top: int
    end: int


def read_text(text: str, page: Page, known: Metadata = _NOTHING) -> tuple[Article, ...]:
    """Read the articles on a plain-text page, from top to bottom; none if it holds no text.

    Everything that is not article is left out; of what stays only the breaks of paragraphs that were
    broken at a fixed width are mended, and each stretch of it is mapped back to its place on the page.

    Args:
        text: The page as saved, decoded.
        page: What is known of the page.
        known: What the pile says of it; it wins over what the page shows.
    """
    lines = tuple(split_lines(text))
    kinds = tuple(label_lines(lines, score_lines(lines)))
    whole = _Labelled(page=page, known=known, lines=lines, kinds=kinds)
    stretches = _stretches(lines, kinds, known.title)
    found = (_article(whole, number, one) for number, one in enumerate(stretches))
    articles = [settled(article, text) for article in found]
    return _sharing_outlet(articles)


def segment_lines(
    lines: Sequence[Line], kinds: Sequence[LineKind], trees: Trees | None = None
) -> list[tuple[int, ...]]:
    """Give the paragraphs of each article, as numbers of lines.

    Args:
        lines: The lines of a page.
        kinds: What each of them is.
        trees: Another split model than the one that ships with Headwater.
    """
    body = [at for at, kind in enumerate(kinds) if kind is LineKind.BODY]
    return [part for part in split_articles(lines, body, trees or split_trees()) if part]


def _stretches(
    lines: Sequence[Line], kinds: Sequence[LineKind], title: str | None
) -> list[_Stretch]:
    """Deal the lines of the page out to its articles, each from its headline on."""
    headlines, bodies, after = [], [], 0
    for number, part in enumerate(segment_lines(lines, kinds)):
        found = find_headline(lines, kinds, after, part, None if number else title)
        body = tuple(at for at in part if found is None or at != found.at)
        headlines.append(found)
        bodies.append(body)
        after = body[-1] + 1
    tops = [
        _top(body, headline, bodies[number - 1][-1] + 1 if number else 0)
        for number, (headline, body) in enumerate(zip(headlines, bodies, strict=True))
    ]
    ends = [*tops[1:], len(lines)][: len(tops)]
    return [
        _Stretch(headline=headline, body=body, top=top, end=_tail_end(lines, body[-1], end))
        for headline, body, top, end in zip(headlines, bodies, tops, ends, strict=True)
    ]


def _article(whole: _Labelled, number: int, stretch: _Stretch) -> Article:
    lines = whole.lines
    headline = stretch.headline
    head = headline.at if headline else None
    blocks = [_title_block(headline)] if headline else []
    around = []
    for at in range(stretch.top, stretch.end):
        kind = _zone_of(lines[at], whole.kinds[at], head, at, stretch.body)
        if kind:
            blocks.append(Block(text=lines[at].text, kind=kind, page_start=lines[at].start))
        elif at != head and not is_of_picture(lines, whole.kinds, at):
            around.append(lines[at])
    if headline:
        around = without_running_titles(around, lines, headline.at, headline.text)
    around += [line for line in lines if _COPYRIGHT.search(line.text) and line not in around]
    return assemble(
        whole.page,
        ordinal=number,
        title=None,
        blocks=blocks,
        known=whole.known,
        furniture=around,
        nameplate=find_nameplate(lines, stretch.top, head, stretch.body)
        or find_site(lines, headline.text if headline else None),
    )


def _title_block(headline: Headline) -> Block:
    return Block(text=headline.text, kind=ZoneKind.TITLE, page_start=headline.page_start)


def _top(body: Sequence[int], headline: Headline | None, after: int) -> int:
    """Give the line at which an article's surroundings begin: a little above its headline."""
    top = headline.at - _ABOVE if headline else body[0] - _ABOVE_TEXT
    return max(after, top)


def _zone_of(
    line: Line, kind: LineKind, head: int | None, at: int, body: Sequence[int]
) -> ZoneKind | None:
    if at in body:
        return ZoneKind.BODY
    if kind is LineKind.DISCLAIMER:
        return ZoneKind.DISCLAIMER
    if is_dated_signature(line.text):
        return None
    above_headline = head is not None and at < head
    if kind is LineKind.CAPTION and not above_headline:
        return ZoneKind.CAPTION
    between = head is not None and head < at < body[0] and kind is LineKind.FURNITURE
    is_caption = between and is_picture_text(line.text) and not is_credit(line.text)
    return ZoneKind.CAPTION if is_caption else None


def _tail_end(lines: Sequence[Line], last: int, end: int) -> int:
    """Give the line at which an article's surroundings end: a list of other stories, or soon."""
    end = min(end, last + 1 + _TAIL)
    return next((at for at in range(last + 1, end) if is_section_header(lines[at].text)), end)


def _sharing_outlet(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Let the articles of one page share the outlet that one of them names (seed 003)."""
    named = {a.outlet: a for a in articles if a.outlet and is_shared(a.outlet_evidence or "")}
    if len(named) != 1:
        return tuple(articles)
    ((_, first),) = named.items()
    return tuple(
        article
        if article.outlet
        else replace(
            article,
            outlet=first.outlet,
            outlet_name=first.outlet_name,
            outlet_evidence=f"{first.outlet_evidence} (in another article of the page)",
        )
        for article in articles
    )
