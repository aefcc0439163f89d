"""Findings made by rule, of any number of articles: who tells what, on whose word.

For what does not depend on the words: counting origins, taking a source away, laundering. Every
telling is one sentence of its article, so every span gives back its words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from headwater.lexicon import outlet_id
from headwater.model import (
    Article,
    ArticleFindings,
    ArticleKind,
    Basis,
    ChainLink,
    Claim,
    Independence,
    LinkKind,
    Member,
    Modality,
    Polarity,
    QuoteKind,
    Span,
    Statement,
    Voice,
    Zone,
    ZoneKind,
    digest,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One sentence to be: its content, and the speakers behind the page's outlet, outermost first."""

    content: str
    speakers: tuple[ChainLink, ...] = ()


def paper(name: str) -> ChainLink:
    """Give a link to an outlet."""
    return _link(name, LinkKind.OUTLET, outlet_id(name))


def person(name: str) -> ChainLink:
    """Give a link to somebody named."""
    return _link(name, LinkKind.PERSON, "case/" + digest("person", name))


def hidden(name: str, owner: str) -> ChainLink:
    """Give a link to a source that an outlet hides."""
    return _link(name, LinkKind.UNNAMED, "unnamed/" + digest(owner, name))


def write_article(key: str, outlet: str, day: date, told: Sequence[Told]) -> ArticleFindings:
    """Write an article of one sentence a telling, and read it as the reading room would."""
    sentences = [_sentence(one) for one in told]
    zones, text = [], ""
    for sentence in sentences:
        text += "\n\n" if text else ""
        zones.append(Zone(start=len(text), end=len(text) + len(sentence), kind=ZoneKind.BODY))
        text += sentence
    article = Article(
        id=digest("article", key), page_id=digest("page", key), kind=ArticleKind.ARTICLE, title=None, outlet=outlet_id(outlet),
        outlet_name=outlet, outlet_evidence="given", byline=None, dateline=None, credits=(), published_from=day, published_to=day,
        date_evidence="given", text=text, zones=tuple(zones), page_spans=None, anchors=(), language="en", incomplete=False,
    )  # fmt: skip
    statements = (_statement(article, one, zone) for one, zone in zip(told, zones, strict=True))
    return ArticleFindings(article=article, statements=tuple(statements))


def claim_of(statements: Iterable[Statement]) -> Claim:
    """Make one claim, without origins, of statements that say the same."""
    told = sorted(statements, key=lambda s: s.id)
    ids = tuple(s.id for s in told)
    return Claim(
        id=digest("claim", *ids), text=told[0].words, members=tuple(_member(s) for s in told), statement_ids=ids,
        article_ids=tuple(sorted({s.article_id for s in told})), origins=(), independent=Independence(low=0, high=0),
        circular=False, digit=None, reasons=(),
    )  # fmt: skip


def _link(name: str, kind: LinkKind, actor_id: str) -> ChainLink:
    return ChainLink(position=0, actor_id=actor_id, name=name, kind=kind, basis=Basis.EXPLICIT)


def _member(statement: Statement) -> Member:
    span = statement.content[0]
    return Member(statement_id=statement.id, start=span.start, end=span.end, text=span.text)


def _sentence(told: Told) -> str:
    names = ", citing ".join(one.name or "" for one in told.speakers)
    return f"{names} said that {told.content}." if names else f"{told.content}."


def _statement(article: Article, told: Told, zone: Zone) -> Statement:
    start = article.text.index(told.content, zone.start, zone.end)
    links = [
        ChainLink(position=0, actor_id=article.outlet, name=article.outlet_name, kind=LinkKind.OUTLET, basis=Basis.PAGE)
    ]  # fmt: skip
    at = zone.start
    for position, one in enumerate(told.speakers, start=1):
        at = article.text.index(one.name or "", at)
        end = at + len(one.name or "")
        links.append(
            ChainLink(
                position=position, actor_id=one.actor_id, name=one.name, kind=one.kind, basis=one.basis, start=at, end=end,
                text=one.name,
            )
        )  # fmt: skip
        at = end
    spoke = links[-1]
    cue = (Span.cut(article.text, at + 1, at + 5),) if told.speakers else ()
    source = (
        (Span.cut(article.text, spoke.start or 0, spoke.end or 0),) if told.speakers else ()
    )
    return Statement(
        id=digest("statement", article.id, start), article_id=article.id, source=source, cue=cue,
        content=(Span.cut(article.text, start, start + len(told.content)),), quote_kind=QuoteKind.INDIRECT,
        voice=Voice.ATTRIBUTED if told.speakers else Voice.OUTLET, chain=tuple(links), depth=len(told.speakers),
        polarity=Polarity.POSITIVE, modality=Modality.FACT, hedges=(), addressee=None, channel=None, nested_in=None,
        carrier=None, warnings=(), reasons=("made by rule",),
    )  # fmt: skip
