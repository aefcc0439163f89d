"""What somebody supposes, and what those who spoke before said would follow."""

from dataclasses import dataclass

from headwater.model.claim import Independence
from headwater.model.fate import FateState, Passage
from headwater.model.happening import CommitmentKind, Strength, TriggerRole
from headwater.model.statement import Hedge


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """How a supposition was read, to be looked at before anything is made of it.

    ``actors`` and ``recipients`` are its own words; ``known`` are those of its names that the
    case has too, each with the id and name there. ``type`` is the PLOVER type, None where the
    verb is no event of that list.
    """

    text: str
    type: str | None
    verb: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    negative: bool
    known: tuple[tuple[str, str, str], ...]
    #: Its names that the case does not have.
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderTie:
    """Somebody who has to give the word, or commands, with the words that say so."""

    kind: str
    subject: str
    object: str
    modality: str
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class SupposedCommitment:
    """A commitment as it bears on a supposition; it says what its issuer said, and no more.

    ``ours`` is the telling whose trigger fits best. ``independent`` counts the origins of the claim
    that carries it; None where no claim does.
    """

    commitment_id: str
    #: The commitment that stands for all its tellings.
    stands_for: str
    issuer: str | None
    kind: CommitmentKind
    strength: Strength
    trigger: str | None
    trigger_role: TriggerRole | None
    consequence: str | None
    hedges: tuple[Hedge, ...]
    ours: Passage
    independent: Independence | None
    #: What the pile reports of it already; None where it was not looked for.
    state: FateState | None
    likeness: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SupposedStep:
    """A commitment whose trigger fits what is supposed, or what the step before says would follow."""

    depth: int
    #: The words that its trigger was held against.
    given: str
    #: The commitment whose consequence they are; None at the first step.
    after: str | None
    commitment: SupposedCommitment
    #: Whose orders stand in between, by what the pile says of its issuer and of those it speaks of.
    orders: tuple[OrderTie, ...]
    #: What those it speaks of are said to wait for: nothing fires by it.
    waits_for: tuple[SupposedCommitment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Supposed:
    """What follows from a supposition by what has been said, and nothing by inference."""

    understood: Understood
    depth: int
    #: The nearest fit first within a depth.
    steps: tuple[SupposedStep, ...]
    #: Commitments that wait for what is supposed: it takes away what held them back, and fires none.
    released: tuple[SupposedCommitment, ...]
    #: Commitments that hold only as long as this does not happen; nobody says what comes then.
    ended: tuple[SupposedCommitment, ...]
    #: Commitments that it would avert: what they warn of comes unless this happens.
    averted: tuple[SupposedCommitment, ...]
    #: Commitments with a trigger of much the same matter that it does not fit.
    near: tuple[SupposedCommitment, ...]
