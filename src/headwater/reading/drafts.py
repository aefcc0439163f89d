"""From what a rule found to a finished statement: chain placed, hedges, modality and channel read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from headwater.model import (
    Article,
    Caveat,
    ChainLink,
    Polarity,
    QuoteKind,
    Span,
    Standing,
    Statement,
    Voice,
    digest,
)
from headwater.reading.hedges import find_hedges
from headwater.reading.modality import modality_of, polarity_of
from headwater.reading.quotations import Quotation, inside, is_speech
from headwater.reading.sources import Sources
from headwater.reading.standing import standing_of
from headwater.reading.units import Unit

_CHANNEL = re.compile(
    r"\b(?:on|via|in|to|with)\s+(?:(?:a|an|his|her|its|their)\s+)?"
    r"((?:post\s+on\s+(?:the\s+)?)?(?:X|Twitter|Telegram|Facebook|Truth Social|Instagram|WhatsApp|TikTok|YouTube|television|state TV|state television|state media)\b"
    r"|(?:\w+\s+)?(?:interview|statement|speech|press conference|news conference|post|tweet|letter|briefing|phone call|message)(?:\s+(?:with|to|on)\s+[A-Z][\w.-]*(?:\s+[A-Z][\w.-]*)*)?)"
)
#: Words at a sentence's head that are no part of what it says.
_JOINING = re.compile(
    r"(?:Meanwhile|Moreover|However|Instead|Additionally|Furthermore|Nevertheless|Therefore),\s+"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A statement as a rule found it: whose words, which words, and how we know.

    ``links`` are those behind the page's outlet and its credit line.
    """

    unit: Unit
    content: tuple[Span, ...]
    quote_kind: QuoteKind
    reasons: tuple[str, ...]
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    cue_class: str = "none"
    links: tuple[ChainLink, ...] = ()
    voice: Voice = Voice.ATTRIBUTED
    parent: str | None = None
    addressee: str | None = None
    carrier: Span | None = None
    warnings: tuple[Caveat, ...] = ()


def finish(draft: Draft, article: Article, sources: Sources) -> Statement:
    """Make the statement of a draft: all that its words alone decide is read off them here."""
    words = " ".join(span.text for span in draft.content)
    polarity = polarity_of(words)
    chain = whole_chain(article, sources, draft.links)
    spans = ((span.start, span.end) for span in (*draft.content, *draft.cue))
    return Statement(
        id=digest("statement", article.id, draft.voice, *spans),
        article_id=article.id,
        source=draft.source,
        cue=draft.cue,
        content=draft.content,
        cue_class=draft.cue_class,
        quote_kind=draft.quote_kind,
        voice=draft.voice,
        chain=chain,
        depth=len(chain) - 1,
        polarity=polarity,
        modality=modality_of(words, draft.cue_class),
        standing=_standing(draft, polarity),
        hedges=tuple(h for s in draft.content for h in find_hedges(article.text, s.start, s.end)),
        addressee=draft.addressee,
        channel=_channel(article.text, draft) if draft.voice is Voice.ATTRIBUTED else None,
        nested_in=draft.parent,
        carrier=draft.carrier,
        warnings=draft.warnings,
        reasons=draft.reasons,
    )  # fmt: skip


def _standing(draft: Draft, polarity: Polarity) -> Standing:
    """How it stands in its sentence; what is denied from afar, or by a verb the tree lost, is denied too."""
    if not draft.content:
        return Standing.HELD
    standing = standing_of(draft.unit, draft.content)
    is_denied = draft.cue_class == "doubt" and polarity is Polarity.POSITIVE
    return Standing.DENIED if is_denied and standing is Standing.HELD else standing


def whole_chain(
    article: Article, sources: Sources, links: tuple[ChainLink, ...]
) -> tuple[ChainLink, ...]:
    """Give a chain from the page's outlet on, its links numbered and placed on the page."""
    return tuple(
        _placed(article, link, position) for position, link in enumerate(sources.behind(links))
    )


def whole(text: str, unit: Unit) -> Span:
    """Give the words of a unit without its stop, its outer marks and a joining "However,"."""
    start, end = unit.start, unit.end
    while end > start + 1 and text[end - 1] in ".!?":
        end -= 1
    first = unit.quotations[0] if unit.quotations else None
    if first and first.start <= start + 1 and first.end >= end - 1:
        start, end = _inside_marks(text, start, end, first)
    joining = _JOINING.match(text, start, end)
    return Span.cut(text, joining.end() if joining else start, end)


def _inside_marks(text: str, start: int, end: int, marks: Quotation) -> tuple[int, int]:
    """The words between the marks, without their stop; unchanged where marks are all there is."""
    low, high = marks.inner[0], min(end, marks.inner[1])
    if not text[low:high].strip():
        return start, end
    while high > low + 1 and text[high - 1] in ".,":
        high -= 1
    return low, high


def quote_kind_of(text: str, unit: Unit, content: Sequence[Span]) -> QuoteKind:
    """Tell how much of a content stands between the quotation marks of its unit."""
    if not content:
        return QuoteKind.SPEECH_ACT_ONLY
    speech = [q for q in unit.quotations if is_speech(text, q)]
    if all(
        inside(speech, span.start) and inside(speech, max(span.start, span.end - 2))
        for span in content
    ):
        return QuoteKind.DIRECT
    touched = any(q.start < span.end and span.start < q.end for q in speech for span in content)
    return QuoteKind.MIXED if touched else QuoteKind.INDIRECT


def _placed(article: Article, link: ChainLink, position: int) -> ChainLink:
    if link.start is None or link.end is None:
        return replace(link, position=position)
    first, last = article.page_offset(link.start), article.page_offset(link.end - 1)
    page_end = None if last is None else last + 1
    return replace(link, position=position, page_start=first, page_end=page_end)


def _channel(text: str, draft: Draft) -> str | None:
    """Where it was said, if words beside the content tell."""
    for found in _CHANNEL.finditer(text, draft.unit.start, draft.unit.end):
        if not any(span.start <= found.start() < span.end for span in draft.content):
            return found.group(1)
    return None
