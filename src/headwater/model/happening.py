"""What the statements are about: events, commitments, quantities."""

from dataclasses import dataclass
from enum import StrEnum

from headwater.model.span import Span
from headwater.model.statement import Hedge


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Who did what to whom, where, when: PLOVER type and mode, CAMEO root, status."""

    id: str
    article_id: str
    type: str
    mode: str | None
    cameo: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    from_: str | None
    to: str | None
    status: str
    start: int
    end: int
    text: str
    statement_id: str | None
    same_as: str | None


class CommitmentKind(StrEnum):
    """What a commitment does with its condition."""

    THREAT = "threat"
    PROMISE = "promise"
    WARNING = "warning"
    FORECAST = "forecast"
    CONDITION = "condition"
    READINESS = "readiness"


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """If *trigger*, then *consequence*, says *issuer*. A trigger of None is not stated."""

    id: str
    article_id: str
    issuer: str | None
    on_behalf_of: str | None
    kind: CommitmentKind
    trigger: Span | None
    consequence: Span | None
    target: tuple[str, ...]
    deadline: str | None
    hedges: tuple[Hedge, ...]
    state: str | None
    statement_id: str | None
    same_as: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number the text gives: value and bounds, unit, what is counted, as of when.

    ``value`` is None for words without one ("dozens"). ``bound`` is one of ``exact``
    ``lower_exclusive`` ``upper_exclusive`` ``approximate`` ``vague`` ``interval`` ``universal``.
    """

    id: str
    article_id: str
    value: float | None
    low: float | None
    high: float | None
    bound: str
    unit: str | None
    counted: str | None
    as_of: str | None
    start: int
    end: int
    text: str
