"""What a big case tells of its articles without reading their texts."""

from dataclasses import dataclass

import msgspec


class Front(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An article by its front: whose it is, its headline, and its days of publication, ISO."""

    id: str
    page_id: str
    outlet: str | None
    outlet_name: str | None
    title: str | None
    published_from: str | None
    published_to: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """Who published an article, and the days between which it was."""

    outlet_name: str | None
    published_from: str | None
    published_to: str | None


class Tally(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """How much a case holds: pages and those of them refused, articles and those in a language that is not read, stories."""

    pages: int
    refused: int
    articles: int
    foreign: int
    stories: int
