"""The vocabulary every room speaks: frozen values, no behaviour beyond their own meaning.

Each class that ends up in a case is one table there, and one file of the export, with these
field names (``docs/glossary.md`` is the register of the words).
"""

from headwater.model.actor import Actor, ActorKind, Alias, Mention, MentionKind, Relation, Role
from headwater.model.article import (
    Anchor,
    Article,
    ArticleKind,
    Credit,
    PageRun,
    Zone,
    ZoneKind,
)
from headwater.model.claim import (
    Claim,
    Contradiction,
    Drift,
    DriftKind,
    Independence,
    Member,
    Origin,
    OriginKind,
)
from headwater.model.clause import Clause
from headwater.model.derivation import Derivation, DerivationKind, Evidence, Report, Story
from headwater.model.fate import (
    Facts,
    Fate,
    FateLink,
    FateSort,
    FateState,
    Passage,
    Pledge,
    Reported,
)
from headwater.model.findings import ArticleFindings, PageFindings, ToldClause
from headwater.model.happening import (
    Commitment,
    CommitmentKind,
    Confidence,
    Event,
    Quantity,
    Strength,
    Time,
    TimeAnchor,
    TimeKind,
    TriggerRole,
)
from headwater.model.ids import digest
from headwater.model.links import Links, LinkUpdate, Neighbourhood
from headwater.model.oneness import as_one, with_actors
from headwater.model.page import Page, PageStatus
from headwater.model.place import Place, PlaceCertainty, PlaceKind
from headwater.model.span import Span
from headwater.model.statement import (
    Basis,
    Caveat,
    ChainLink,
    Hedge,
    LinkKind,
    Modality,
    Polarity,
    QuoteKind,
    Standing,
    Statement,
    Voice,
)
from headwater.model.supposition import (
    OrderTie,
    Supposed,
    SupposedCommitment,
    SupposedStep,
    Understood,
)
from headwater.model.unnamed import Nearness, SourceNumber, UnnamedSource

__all__ = [
    "Actor",
    "ActorKind",
    "Alias",
    "Anchor",
    "Article",
    "ArticleFindings",
    "ArticleKind",
    "Basis",
    "Caveat",
    "ChainLink",
    "Claim",
    "Clause",
    "Commitment",
    "CommitmentKind",
    "Confidence",
    "Contradiction",
    "Credit",
    "Derivation",
    "DerivationKind",
    "Drift",
    "DriftKind",
    "Event",
    "Evidence",
    "Facts",
    "Fate",
    "FateLink",
    "FateSort",
    "FateState",
    "Hedge",
    "Independence",
    "LinkKind",
    "LinkUpdate",
    "Links",
    "Member",
    "Mention",
    "MentionKind",
    "Modality",
    "Nearness",
    "Neighbourhood",
    "OrderTie",
    "Origin",
    "OriginKind",
    "Page",
    "PageFindings",
    "PageRun",
    "PageStatus",
    "Passage",
    "Place",
    "PlaceCertainty",
    "PlaceKind",
    "Pledge",
    "Polarity",
    "Quantity",
    "QuoteKind",
    "Relation",
    "Report",
    "Reported",
    "Role",
    "SourceNumber",
    "Span",
    "Standing",
    "Statement",
    "Story",
    "Strength",
    "Supposed",
    "SupposedCommitment",
    "SupposedStep",
    "Time",
    "TimeAnchor",
    "TimeKind",
    "ToldClause",
    "TriggerRole",
    "Understood",
    "UnnamedSource",
    "Voice",
    "Zone",
    "ZoneKind",
    "as_one",
    "digest",
    "with_actors",
]
