"""What is said, however often and however worded, and where it finally rests."""

from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Member:
    """One telling of a claim: the statement, and the words of it that carry the claim."""

    statement_id: str
    start: int
    end: int
    text: str


class OriginKind(StrEnum):
    """What a claim rests on."""

    SPEAKER = "speaker"
    #: A source hidden on purpose, of one outlet.
    UNNAMED = "unnamed"
    DOCUMENT = "document"
    #: An outlet on its own word.
    OUTLET = "outlet"
    #: A report that is cited and not held.
    GHOST = "ghost"
    #: Outlets that cite only one another.
    RING = "ring"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Origin:
    """Where a claim stops being hearsay. ``held`` tells whether the pile has its own words.

    ``through`` names the speaker without whom nobody would have heard of it ("the envoy, through
    two officials"); None where an outlet or the pile itself has it directly, or by several roads.
    """

    id: str
    name: str
    kind: OriginKind
    held: bool
    #: Of a source without a name, the outlet that hides it: "informed sources" of two outlets are two.
    owner: str | None = None
    #: Differs from claim to claim: no part of which origin this is.
    through: str | None = field(default=None, compare=False)

    @property
    def title(self) -> str:
        """What to call it in a list: its name, and in brackets whose it is."""
        return f"{self.name} ({self.owner})" if self.owner else self.name


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Independence:
    """How many origins did not get it from each other, as bounds that fail closed: 0 <= low <= high."""

    low: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Statements, in any number of articles, that say the same thing."""

    id: str
    text: str
    members: tuple[Member, ...]
    statement_ids: tuple[str, ...]
    article_ids: tuple[str, ...]
    origins: tuple[Origin, ...]
    independent: Independence
    circular: bool
    #: Information grade 1 (confirmed) to 6 (cannot be judged); from origins and contradictions only.
    digit: int | None
    #: Why the count is what it is, step by step, in words a person can check.
    reasons: tuple[str, ...]


class DriftKind(StrEnum):
    """What changed between two tellings: a closed list."""

    HEDGE_LOST = "hedge-lost"
    HEDGE_ADDED = "hedge-added"
    ATTRIBUTION_DROPPED = "attribution-dropped"
    ATTRIBUTION_CHANGED = "attribution-changed"
    CONDITION_DROPPED = "condition-dropped"
    CONDITION_ADDED = "condition-added"
    MODALITY_ESCALATED = "modality-escalated"
    MODALITY_SOFTENED = "modality-softened"
    NUMBER_CHANGED = "number-changed"
    ACTOR_CHANGED = "actor-changed"
    SCOPE_CHANGED = "scope-changed"
    NEGATION_FLIPPED = "negation-flipped"
    QUOTE_CHANGED = "quote-changed"
    LABEL_CHANGED = "label-changed"
    DETAIL_ADDED = "detail-added"
    DETAIL_OMITTED = "detail-omitted"
    CONTRADICTION = "contradiction"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """One change between two tellings of a claim, with both passages."""

    id: str
    claim_id: str
    from_statement: str
    to_statement: str
    kind: DriftKind
    from_text: str
    to_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Statements about one claim that cannot all be true, and why."""

    id: str
    claim_id: str | None
    statement_ids: tuple[str, ...]
    kind: str
    why: str
    #: Those of ``statement_ids`` that deny what the rest say, or give the higher number.
    against: tuple[str, ...] = ()
