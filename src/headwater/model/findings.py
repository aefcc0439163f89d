"""What reading one page gives: the unit of work, of storage and of resumption."""

from dataclasses import dataclass

from headwater.model.actor import Mention, Relation
from headwater.model.article import Article
from headwater.model.clause import Clause
from headwater.model.happening import Commitment, Event, Quantity
from headwater.model.page import Page
from headwater.model.place import Place
from headwater.model.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldClause:
    """Words of a commitment, on one line, read by themselves: what later passages are held against."""

    commitment_id: str
    text: str
    clause: Clause


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFindings:
    """Everything one article says, found without looking at any other."""

    article: Article
    statements: tuple[Statement, ...] = ()
    mentions: tuple[Mention, ...] = ()
    relations: tuple[Relation, ...] = ()
    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    places: tuple[Place, ...] = ()
    #: For each statement, in order: 384 float32 of length 1, as bytes. Empty where not computed.
    vectors: tuple[bytes, ...] = ()
    #: Of its commitments. Empty where not read.
    clauses: tuple[ToldClause, ...] = ()
    #: What linking compares first, packed (``headwater.linking.Fingerprint``). Empty where not computed.
    fingerprint: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFindings:
    """A page with its articles; a refused page has none."""

    page: Page
    articles: tuple[ArticleFindings, ...] = ()
