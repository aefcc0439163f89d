"""What became of a commitment, as far as later articles say so."""

from dataclasses import dataclass
from enum import StrEnum

from headwater.model.claim import Independence
from headwater.model.clause import Clause
from headwater.model.happening import Event, TriggerRole
from headwater.model.span import Span
from headwater.model.statement import ChainLink


class FateState(StrEnum):
    """What is reported of a commitment. It is never more than the passages beside it say."""

    #: Nothing later in the pile fits its words.
    OPEN = "open"
    #: What it was made to depend on is reported; what was to follow is not.
    TRIGGER_REPORTED = "trigger-reported"
    #: What it holds out is reported.
    CONSEQUENCE_REPORTED = "consequence-reported"
    #: Whoever made it is reported to have taken it back.
    WITHDRAWN = "withdrawn"
    #: What was to prevent it is reported: "unless they are freed", and they were.
    AVERTED = "averted"
    #: Its last day is past, by the newest article of the pile, and nothing of the above is reported.
    EXPIRED = "expired"
    #: None of its pages has a certain day, so that nothing can be told to be later.
    UNDATED = "undated"


class FateSort(StrEnum):
    """What a later passage is to a commitment."""

    TRIGGER = "trigger"
    CONSEQUENCE = "consequence"
    WITHDRAWAL = "withdrawal"
    #: What it was to hold but for: the demand that is met.
    AVERTING = "averting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of an article where they stand, whose they are, and when they came out.

    ``text`` is ``Article.text[start:end]``; ``happened_from`` and ``happened_to`` are the days that
    the words themselves give, ISO dates. ``independent`` counts the origins of the claim that the
    words tell; None where they tell no claim that is counted.
    """

    article_id: str
    statement_id: str | None
    outlet_name: str | None
    published_from: str | None
    published_to: str | None
    happened_from: str | None
    happened_to: str | None
    start: int
    end: int
    text: str
    independent: Independence | None
    #: From the outlet to whoever says so; empty where no statement carries the words.
    chain: tuple[ChainLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FateLink:
    """A later passage beside the words of the commitment that it meets.

    ``likeness`` is the cosine of the two, 0 to 1.
    """

    sort: FateSort
    commitment_id: str
    ours: Passage
    theirs: Passage
    likeness: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What became of a commitment: its state, and every passage that speaks for it.

    ``last_day`` is the last day that its words give it, ``as_of`` the newest day of the pile.
    """

    commitment_id: str
    state: FateState
    last_day: str | None
    as_of: str | None
    #: By sort, then the first published first.
    links: tuple[FateLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge:
    """One telling of a commitment, as far as following it looks at it."""

    #: The commitment that stands for all its tellings.
    key: str
    commitment_id: str
    article_id: str
    issuer_ids: frozenset[str]
    issuer_words: tuple[str, ...]
    #: Names of the others of ``issuer_ids``: whom the issuer leads or speaks for.
    side_names: tuple[str, ...]
    trigger: Span | None
    consequence: Span | None
    trigger_role: TriggerRole | None
    #: Last day of the deadline, ISO.
    last_day: str | None
    #: Whether its issuer has no other commitment in the pile.
    is_only_one: bool
    #: The telling where it stands; its span is that of the words from trigger to consequence.
    passage: Passage
    #: Its words as they are compared, and how they were read by themselves.
    clauses: tuple[tuple[str, Clause], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A passage that puts something forward as so, with what it names and what happens in it."""

    statement_id: str
    passage: Passage
    negative: bool
    #: Ids of the actors named in it.
    actor_ids: frozenset[str]
    events: tuple[Event, ...]
    #: Who says so at last, by ids and by words.
    speaker_ids: frozenset[str]
    speaker_words: tuple[str, ...]
    #: The title and the text of its article.
    title: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Every statement of a pile that puts something forward as so, as far as vectors are compared.

    ``ids``, ``days`` (of publication, the first it may be) and the rows of ``vectors`` (384 float32 each) go
    together, in the order of the ids.
    """

    ids: tuple[str, ...]
    days: tuple[str | None, ...]
    vectors: bytes
    #: Those in which somebody may take something back.
    withdrawing: tuple[str, ...]
    #: The newest day of the pile, ISO; None if no article has one.
    as_of: str | None
