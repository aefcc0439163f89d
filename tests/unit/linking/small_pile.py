"""Articles as the reading room hands them on, written by hand: who says what, on whose word.

Every telling becomes one sentence of its article, so that every span gives back its words. Two
contents of the same words have the same vector, others stand at right angles to each other.
"""

import zlib
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np

from headwater.lexicon import outlet_id
from headwater.linking.retellings import VECTOR_SIZE
from headwater.model import (
    ActorKind,
    Article,
    ArticleFindings,
    ArticleKind,
    Basis,
    ChainLink,
    Claim,
    Independence,
    LinkKind,
    Mention,
    MentionKind,
    Modality,
    Polarity,
    QuoteKind,
    Span,
    Standing,
    Statement,
    Story,
    Voice,
    Zone,
    ZoneKind,
    digest,
)


@dataclass(frozen=True, kw_only=True)
class Telling:
    """One statement to be: its content, the links behind the page's outlet, and whatever else differs."""

    content: str
    links: tuple[ChainLink, ...] = ()
    vector: np.ndarray | None = None
    facts: dict = field(default_factory=dict)


def says(content, *links, vector=None, **facts):
    """Give a telling; ``facts`` are fields of the statement."""
    return Telling(content=content, links=links, vector=vector, facts=facts)


def link(name, kind=LinkKind.PERSON, actor_id=None, basis=Basis.EXPLICIT):
    """Give a link of a chain; its place is found when its article is written."""
    return ChainLink(position=0, actor_id=actor_id, name=name, kind=kind, basis=basis)


def paper(name, kind=LinkKind.OUTLET):
    """Give a link to an outlet, by the id a page of that outlet has."""
    return link(name, kind, outlet_id(name))


def person(name):
    """Give a link to somebody named."""
    return link(name, LinkKind.PERSON, "case/" + digest("person", name))


def described(name, kind=LinkKind.GROUP):
    """Give a link to somebody described and not named."""
    return link(name, kind, "described/" + digest(name))


def hidden(name, owner):
    """Give a link to a source that ``owner`` hides."""
    return link(name, LinkKind.UNNAMED, "unnamed/" + digest(owner, name))


def unsaid():
    """Give a link to a source the text does not name."""
    return link(None, LinkKind.UNNAMED, None, Basis.UNSPECIFIED)


def axis(number):
    """Give the vector that points along one axis."""
    row = np.zeros(VECTOR_SIZE, dtype=np.float32)
    row[number] = 1.0
    return row


def leaning(number, cosine, off):
    """Give a vector of length 1 whose cosine with ``axis(number)`` is this, with ``off`` taking the rest."""
    return cosine * axis(number) + np.float32((1 - cosine * cosine) ** 0.5) * axis(off)


def article(  # noqa: PLR0913 - every part of a page, each with its default
    outlet, *tellings, key=None, day=None, title=None, lead=(), tail=(), captions=(), credits_=(), names=()
):  # fmt: skip
    """Write an article: title, paragraphs of ``lead``, one sentence a telling, ``tail``, captions.

    ``outlet`` is a name, or an id of the registry, or None. ``names`` are mentions to find in
    the text: (words, actor id, kind).
    """
    known = outlet is not None and "/" in outlet
    key = key or digest("article", outlet, day, title, lead, [t.content for t in tellings])
    sentences = [_sentence(telling) for telling in tellings]
    zones, text = [], ""
    for kind, words in (
        *([(ZoneKind.TITLE, title)] if title else []),
        *((ZoneKind.BODY, words) for words in (*lead, *sentences, *tail)),
        *((ZoneKind.CAPTION, words) for words in captions),
    ):
        text += "\n\n" if text else ""
        zones.append(Zone(start=len(text), end=len(text) + len(words), kind=kind))
        text += words
    held = Article(
        id=key, page_id=digest("page", key), kind=ArticleKind.ARTICLE, title=title,
        outlet=outlet if known else outlet_id(outlet) if outlet else None, outlet_name=outlet, outlet_evidence="given",
        byline=None, dateline=None, credits=tuple(credits_), published_from=day, published_to=day, date_evidence=None,
        text=text, zones=tuple(zones), page_spans=None, anchors=(), language="en", incomplete=False,
    )  # fmt: skip
    at = 0
    statements, vectors = [], []
    for telling, sentence in zip(tellings, sentences, strict=True):
        at = text.index(sentence, at)
        statements.append(_statement(held, telling, len(statements), at))
        vectors.append(telling.vector if telling.vector is not None else _vector(telling))
        at += len(sentence)
    return ArticleFindings(
        article=held,
        statements=tuple(statements),
        mentions=tuple(_mention(held, *name) for name in names),
        vectors=tuple(v.astype(np.float32).tobytes() for v in vectors),
    )


def day(number):
    """Give a day of May 2031."""
    return date(2031, 5, number)


def one_storyline(*findings):
    """Take all articles for one matter."""
    return (Story(id="line", article_ids=tuple(sorted(f.article.id for f in findings))),)


def claim_of(*findings, number=0):
    """Make one claim of the statement of this number of every article."""
    statements = [f.statements[number] for f in findings]
    return Claim(
        id="claim", text=statements[0].words, members=(), statement_ids=tuple(sorted(s.id for s in statements)),
        article_ids=tuple(sorted({f.article.id for f in findings})), origins=(), independent=Independence(low=0, high=0),
        circular=False, digit=None, reasons=(),
    )  # fmt: skip


def only(things):
    """Give the one thing there is."""
    (thing,) = things
    return thing


def _vector(telling):
    return axis(zlib.crc32(telling.content.encode()) % VECTOR_SIZE)


def _sentence(telling):
    """ "Velden, citing Ilan Brode, said that two piers were shut."""
    names = [one.name or "a source" for one in telling.links]
    if not names:
        return f"{telling.content[:1].upper()}{telling.content[1:]}."
    return ", citing ".join(names) + f" said that {telling.content}."


def _statement(held, telling, number, at):
    body = held.text[at:]
    start = at + body.lower().index(telling.content.lower())
    content = Span(
        start=start,
        end=start + len(telling.content),
        text=held.text[start : start + len(telling.content)],
    )
    cue = source = ()
    links = [
        ChainLink(
            position=0, actor_id=held.outlet, name=held.outlet_name, kind=LinkKind.OUTLET, basis=Basis.PAGE
        )
    ]  # fmt: skip
    for position, one in enumerate(telling.links, start=1):
        begin = held.text.index(one.name or "a source", at)
        end = begin + len(one.name or "a source")
        links.append(
            replace(one, position=position, start=begin, end=end, text=held.text[begin:end])
        )
    if telling.links:
        said = held.text.index(" said that", at) + 1
        cue = (Span(start=said, end=said + 4, text="said"),)
        source = (Span.cut(held.text, links[-1].start, links[-1].end),)
    return Statement(
        **{
            "id": digest("statement", held.id, number),
            "article_id": held.id,
            "source": source,
            "cue": cue,
            "content": (content,),
            "quote_kind": QuoteKind.INDIRECT,
            "voice": Voice.ATTRIBUTED if telling.links else Voice.OUTLET,
            "chain": tuple(links),
            "depth": len(telling.links),
            "polarity": Polarity.POSITIVE,
            "modality": Modality.FACT,
            "standing": _standing(telling.facts),
            "hedges": (),
            "addressee": None,
            "channel": None,
            "nested_in": None,
            "carrier": None,
            "warnings": (),
            "reasons": (),
        }
        | telling.facts
    )


def _standing(facts):
    """A denial and a negation turn it over, both together leave it."""
    is_denial = facts.get("cue_class") == "doubt"
    is_negative = facts.get("polarity") is Polarity.NEGATIVE
    return Standing.DENIED if is_denial is not is_negative else Standing.HELD


def _mention(held, words, actor_id, kind=ActorKind.OUTLET):
    start = held.text.index(words)
    return Mention(
        id=digest("mention", held.id, words), article_id=held.id, start=start, end=start + len(words), text=words,
        actor_id=actor_id, type=kind, kind=MentionKind.NAME,
    )  # fmt: skip
