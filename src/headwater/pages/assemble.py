"""Parts of a page put together as one article."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from headwater.model import Article, ArticleKind, Page, PageRun, Zone, ZoneKind, digest
from headwater.pages.credits import find_credits
from headwater.pages.datelines import find_byline, find_dateline
from headwater.pages.dates import find_publication, settle_day
from headwater.pages.lines import Line
from headwater.pages.mastheads import Outlet, find_outlet, outlet_id
from headwater.pages.nameplates import Nameplate
from headwater.pages.notes import find_note
from headwater.pages.trimming import is_paywall
from headwater.pages.unbroken import unbroken

_BREAK = "\n\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known of an article from outside its text; it wins over what the text says.

    ``outlet_id`` is left out where only a name is known: the name is looked up.
    """

    outlet_name: str | None = None
    outlet_evidence: str | None = None
    outlet_id: str | None = None
    published_from: date | None = None
    published_to: date | None = None
    date_evidence: str | None = None
    byline: str | None = None
    title: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One part of an article: a headline, a paragraph, a caption or a disclaimer."""

    text: str
    kind: ZoneKind
    #: Place of its first code point on the page; None where the page is not plain text.
    page_start: int | None = None


def assemble(  # noqa: PLR0913 - every part of a page, each by its name
    page: Page,
    *,
    ordinal: int,
    title: str | None,
    blocks: Sequence[Block],
    known: Metadata,
    furniture: Sequence[str | Line] = (),
    nameplate: Nameplate | None = None,
) -> Article:
    """Put one article together, and find out who published it, when, and whom it credits.

    Args:
        page: The page it stands on.
        ordinal: Its number on that page, from 0.
        title: The headline, where no block of kind ``title`` holds it. None means there is none.
        blocks: Headline, paragraphs, captions and disclaimers, in reading order.
        known: What metadata says.
        furniture: Lines of the article's own surroundings: byline, date line, credit line.
        nameplate: The name of a paper that stands beside the headline.
    """
    blocks = _headed(title or known.title, list(_parted(_tidied(blocks))))
    text, zones, runs = _composed(blocks)
    around = tuple(Line(text=one) if isinstance(one, str) else one for one in furniture)
    body = [zone for zone in zones if zone.kind is ZoneKind.BODY]
    lead = text[body[0].start : body[0].end] if body else ""
    dateline = find_dateline(lead)
    outlet = _outlet_of(known) or find_outlet(text, zones, around, dateline, nameplate)
    published = _published(known, text, zones, around, dateline.text if dateline else None)
    headline = blocks[0].text if blocks and blocks[0].kind is ZoneKind.TITLE else None
    return Article(
        id=digest("article", page.id, ordinal, text),
        page_id=page.id,
        kind=ArticleKind.ARTICLE,
        title=headline,
        outlet=outlet.id if outlet else None,
        outlet_name=outlet.name if outlet else None,
        outlet_evidence=outlet.evidence if outlet else None,
        byline=known.byline or find_byline(around),
        dateline=dateline.text if dateline else None,
        credits=find_credits(text, zones, runs, around),
        published_from=published[0],
        published_to=published[1],
        date_evidence=published[2],
        text=text,
        zones=zones,
        page_spans=runs or None,
        anchors=(),
        language=known.language,
        incomplete=headline is None
        or _is_cut_off(text, body)
        or any(is_paywall(line.text) for line in around),
    )


def settled(article: Article, page: str) -> Article:
    """Give the article with one day where the other dates of its page say which of two is meant."""
    low, high = article.published_from, article.published_to
    if low is None or high is None or low == high:
        return article
    day = settle_day(article.date_evidence or "", page)
    return replace(article, published_from=day, published_to=day) if day else article


def _tidied(blocks: Iterable[Block]) -> list[Block]:
    """Take the white space off the edges of each block; leave out what is nothing else."""
    kept = []
    for block in blocks:
        words = block.text.strip()
        if not words:
            continue
        moved = block.text.index(words)
        start = None if block.page_start is None else block.page_start + moved
        kept.append(Block(text=words, kind=block.kind, page_start=start))
    return kept


def _parted(blocks: Iterable[Block]) -> Iterator[Block]:
    """Part a note of the desk from the paragraph that it is glued to."""
    for block in blocks:
        at = find_note(block.text) if block.kind is ZoneKind.BODY else None
        if at is None:
            yield block
            continue
        start = None if block.page_start is None else block.page_start + at
        yield replace(block, text=block.text[:at].rstrip())
        yield Block(text=block.text[at:], kind=ZoneKind.DISCLAIMER, page_start=start)


def _headed(title: str | None, blocks: list[Block]) -> list[Block]:
    """Put the headline first, whether it comes as a block or from outside."""
    heads = [block for block in blocks if block.kind is ZoneKind.TITLE]
    rest = [block for block in blocks if block.kind is not ZoneKind.TITLE]
    if not heads and title and title.strip():
        heads = [Block(text=title.strip(), kind=ZoneKind.TITLE)]
    return heads[:1] + rest


def _composed(
    blocks: Sequence[Block],
) -> tuple[str, tuple[Zone, ...], tuple[PageRun, ...]]:
    """Join the blocks, and say where each of them went and where it came from."""
    texts, zones, runs, at = [], [], [], 0
    for block in blocks:
        pieces = _pieces(block)
        texts.append("".join(words for words, _ in pieces))
        zones.append(Zone(start=at, end=at + len(texts[-1]), kind=block.kind))
        for words, place in pieces:
            if place is not None and words:
                runs.append(PageRun(article_start=at, page_start=place, length=len(words)))
            at += len(words)
        at += len(_BREAK)
    return _BREAK.join(texts), tuple(zones), tuple(runs)


def _pieces(block: Block) -> list[tuple[str, int | None]]:
    """Give the words of a block with their places; only on a text page were they broken at a width."""
    if block.page_start is None:
        return [(block.text, None)]
    return list(unbroken(block.text, block.page_start))


def _outlet_of(known: Metadata) -> Outlet | None:
    if known.outlet_id is None and known.outlet_name is None:
        return None
    actor = known.outlet_id or outlet_id(known.outlet_name or "")
    name = known.outlet_name or actor
    return Outlet(id=actor, name=name, evidence=known.outlet_evidence or "given")


def _published(
    known: Metadata,
    text: str,
    zones: Sequence[Zone],
    around: Sequence[Line],
    dateline: str | None,
) -> tuple[date | None, date | None, str | None]:
    if known.published_from or known.published_to:
        return known.published_from, known.published_to, known.date_evidence or "given"
    captions = [text[z.start : z.end] for z in zones if z.kind is ZoneKind.CAPTION]
    found = find_publication([line.text for line in around], dateline, captions)
    return (found.low, found.high, found.evidence) if found else (None, None, None)


def _is_cut_off(text: str, body: Sequence[Zone]) -> bool:
    """Tell whether the last paragraph breaks off at an ellipsis or a call to read on."""
    last = text[body[-1].start : body[-1].end] if body else ""
    return last.endswith(("…", "..."))
