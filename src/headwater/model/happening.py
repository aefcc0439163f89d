"""What the statements are about: events, commitments, quantities, times."""

from dataclasses import dataclass
from enum import StrEnum

from headwater.model.span import Span
from headwater.model.statement import Hedge


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Who did what to whom, where, when: PLOVER type and mode, CAMEO root, status.

    ``start`` to ``end`` is the word that reports it. ``actors`` and ``recipients`` are actor ids;
    ``actor_words`` and ``recipient_words`` are the phrases, also of participants that are no
    actors, and where a pronoun stands in the sentence, the phrase it stands for. ``from_`` and ``to`` are ISO
    dates. ``sure`` (0 to 1) is the probability that the word reports an event at all.
    """

    id: str
    article_id: str
    type: str
    mode: str | None
    cameo: str | None
    contexts: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    actor_words: tuple[Span, ...]
    recipient_words: tuple[Span, ...]
    place: str | None
    #: The words that say when, also where they give no day.
    when: Span | None
    from_: str | None
    to: str | None
    status: str
    start: int
    end: int
    text: str
    statement_id: str | None
    #: Of a second mention, the event that the article told first; in a case that is linked, of every telling of what
    #: several articles tell, the one that stands for them all. That one has none.
    same_as: str | None
    sure: float
    #: What decided type, mode and contexts, with the words.
    reasons: tuple[str, ...]


class CommitmentKind(StrEnum):
    """What a commitment does with its condition."""

    THREAT = "threat"
    PROMISE = "promise"
    WARNING = "warning"
    FORECAST = "forecast"
    CONDITION = "condition"
    READINESS = "readiness"


class TriggerRole(StrEnum):
    """What the trigger of a commitment is to its consequence."""

    #: It brings it about: "if".
    SUFFICIENT = "sufficient"
    #: Its absence brings it about: "unless", "or else".
    EXCEPTIVE = "exceptive"
    #: Nothing without it: "until", "without", "only if".
    NECESSARY = "necessary"
    #: It makes no difference: "even if".
    CONCESSIVE = "concessive"


class Strength(StrEnum):
    """How firmly the issuer is bound by the words, the firmest first."""

    #: Sworn, pledged, guaranteed: "vowed to", "guarantees that".
    VOWED = "vowed"
    #: Said flatly: "will", "would", "shall", or the present tense for what is to come.
    STATED = "stated"
    #: Held out by a word of threat or warning: "threatened to", "warned that … would".
    WARNED = "warned"
    #: Able and willing, no more: "is ready to", "reserves the right to".
    READY = "ready"
    #: Left open: "may", "might", "could", "can".
    POSSIBLE = "possible"
    #: Only to be understood: a question, an understatement.
    HINTED = "hinted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """If *trigger*, then *consequence*, says *issuer*. A trigger of None is not stated.

    ``target`` are the actors it is aimed at, ``beneficiary`` those it would serve, both as far as
    the sentence names them. ``same_as`` is the id of the commitment that stands for all
    tellings of this one in the case, which may be its own; None where it is told once.
    """

    id: str
    article_id: str
    issuer: str | None
    on_behalf_of: str | None
    kind: CommitmentKind
    trigger: Span | None
    consequence: Span | None
    trigger_role: TriggerRole | None
    strength: Strength
    target: tuple[str, ...]
    beneficiary: tuple[str, ...]
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


class TimeKind(StrEnum):
    """How a time lies on the calendar."""

    #: One day, or a part of one.
    POINT = "point"
    #: Several days with a first and a last one.
    INTERVAL = "interval"
    #: From a day on.
    SINCE = "since"
    #: Up to a day.
    UNTIL = "until"
    #: A length that is not placed ("for two weeks").
    DURATION = "duration"
    #: Again and again ("every Friday").
    RECURRING = "recurring"


class TimeAnchor(StrEnum):
    """What a time is counted from."""

    #: The days on which the article may have been published.
    ARTICLE = "article"
    #: The time named before it in the text.
    CONTEXT = "context"
    #: Nothing: the words fix it alone.
    NONE = "none"


class Confidence(StrEnum):
    """How far the words themselves fix the days."""

    #: The words and the anchor leave no other day.
    SURE = "sure"
    #: The usual reading: the year of "October 7", the week of "Thursday".
    LIKELY = "likely"
    #: The edges are a convention ("recently", "early May") or the anchor is a guess.
    VAGUE = "vague"


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """When, in the words of the text, and the first and last day that may mean.

    ``earliest`` and ``latest`` are ISO dates, both inclusive; None is an open side, or no day
    at all. ``relative`` stands in for them where no day could be given: an offset or a date with
    unknown digits, in the manner of ISO 8601 ("P-3W", "XXXX-10-07", "XXXX-WXX-4/.."), and the
    length of a duration ("P2W") or the beat of what recurs ("R/P1D").
    """

    start: int
    end: int
    text: str
    earliest: str | None
    latest: str | None
    anchor: TimeAnchor
    relative: str | None
    kind: TimeKind
    confidence: Confidence
