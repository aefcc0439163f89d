"""Which report flows from which."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class DerivationKind(StrEnum):
    """How an article draws on the one upstream."""

    CITES = "cites"
    COPIES = "copies"
    REWRITES = "rewrites"
    TRANSLATES = "translates"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Evidence:
    """Words of the article that show a derivation. ``why`` begins with ``names`` where they name the upstream."""

    start: int
    end: int
    text: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """This article flows from that report, held (``upstream_article_id``) or a ghost."""

    id: str
    article_id: str
    upstream_article_id: str | None
    upstream_report_id: str
    upstream_name: str
    #: Actor id of the outlet or body that published it; None where only its text is known.
    upstream_outlet: str | None = None
    kind: DerivationKind
    #: ``named``, ``text``, or ``denied`` where it names the report only to say that it is not so.
    basis: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report that the pile holds or cites. One it cites and does not hold is a *ghost*."""

    id: str
    outlet: str | None
    outlet_name: str
    published_from: date | None
    published_to: date | None
    #: None for a ghost.
    article_id: str | None
    cited_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles that tell the same news."""

    id: str
    article_ids: tuple[str, ...]
