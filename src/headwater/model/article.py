"""One news text inside a page."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class ArticleKind(StrEnum):
    """Whether the page tells the story or only points at it."""

    ARTICLE = "article"
    TEASER = "teaser"


class ZoneKind(StrEnum):
    """What part of the article a stretch of its text is."""

    TITLE = "title"
    BODY = "body"
    CAPTION = "caption"
    DISCLAIMER = "disclaimer"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Zone:
    """A stretch of ``Article.text`` that is title, one body paragraph, a caption or a disclaimer."""

    start: int
    end: int
    kind: ZoneKind


class PageRun(NamedTuple):
    """``length`` code points of the article that stand, unchanged and unbroken, on the page."""

    article_start: int
    page_start: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Anchor:
    """How to find a paragraph again on a page that is HTML.

    ``quote`` is the head of the paragraph, ``prefix`` and ``suffix`` the visible words before
    and after it (the text-quote selector of the W3C Web Annotation model).
    """

    start: int
    end: int
    quote: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One news text: title, body and captions in reading order, as ``text``.

    ``published_from`` and ``published_to`` bound the day of publication, inclusive; None is
    "the page does not say". ``outlet`` is an actor id of the registry, ``outlet_name`` the name
    as the evidence has it; both None where the page does not say who publishes it.
    """

    id: str
    page_id: str
    kind: ArticleKind
    title: str | None
    outlet: str | None
    outlet_name: str | None
    #: How the outlet is known: ``given``, ``domain: …``, ``metadata: …``, ``nameplate: …``, ``signed: …``, ``dateline: …``, ``told: …``, ``disclaimer: …``, ``furniture: …``.
    outlet_evidence: str | None
    byline: str | None
    dateline: str | None
    #: Names of outlets and agencies the article is credited to: "(AP)", "Source: …", a trailing signature.
    credits: tuple["Credit", ...]
    published_from: date | None
    published_to: date | None
    #: How the date is known: ``given``, ``metadata: …``, ``byline: …``, ``dateline: …``, ``photo (lower bound): …``.
    date_evidence: str | None
    text: str
    zones: tuple[Zone, ...]
    #: For text pages, where each stretch stands on the page; None for HTML.
    page_spans: tuple[PageRun, ...] | None
    #: For HTML pages, how to find each paragraph again; empty for text.
    anchors: tuple[Anchor, ...]
    #: ISO 639-1 code, or None where too little text is there to tell.
    language: str | None
    #: True where a part is visibly missing (no headline, a truncated body).
    incomplete: bool

    def page_offset(self, position: int) -> int | None:
        """Give the place on the page of one code point of the article, None where it has none."""
        for run in self.page_spans or ():
            if run.article_start <= position < run.article_start + run.length:
                return run.page_start + position - run.article_start
        return None


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Credit:
    """A credit line: whom the article itself says (part of) its text comes from."""

    #: The name as written ("AP", "Asharq Al-Awsat").
    name: str
    #: The whole line or phrase that says so ("(AP)", "Source: Reuters").
    words: str
    #: Place in ``Article.text`` where it stands there; None where it stood in furniture.
    start: int | None = None
    end: int | None = None
    #: Place on the page (text pages only).
    page_start: int | None = None
    page_end: int | None = None
    #: True for a photo's credit, which says nothing of the story.
    photo: bool = False
