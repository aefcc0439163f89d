"""People, groups, states, bodies, outlets: whoever acts or speaks."""

from dataclasses import dataclass
from enum import StrEnum


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    OUTLET = "outlet"
    AGENCY = "agency"
    STATE = "state"
    PLACE = "place"
    ARMED_GROUP = "armed_group"
    STATE_ORGAN = "state_organ"
    ORGANISATION = "organisation"
    PARTY = "party"
    #: A class of people described, not named ("Iraqi politicians").
    GROUP = "group"
    #: A source hidden on purpose ("informed sources"); belongs to whoever quotes it.
    UNNAMED = "unnamed"


class MentionKind(StrEnum):
    """How a text refers to an actor."""

    NAME = "name"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"
    ADJECTIVAL = "adjectival"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch of an article that refers to an actor."""

    id: str
    article_id: str
    start: int
    end: int
    text: str
    actor_id: str
    type: ActorKind
    kind: MentionKind


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Alias:
    """A name under which the pile knows an actor, and the article it was seen in."""

    name: str
    seen_in: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office held: title, where, from when to when (ISO dates of any precision)."""

    title: str
    organisation: str | None
    from_: str | None
    to: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """An actor of the case: a registry entry met in the pile, or one the pile alone knows.

    ``same_as`` is the id under which the case has it, where articles spell its name otherwise;
    None for that one itself. All names are there, too.
    """

    id: str
    name: str
    type: ActorKind
    aliases: tuple[Alias, ...]
    roles: tuple[Role, ...]
    same_as: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A tie between two actors, with the words that say so.

    ``modality`` is one of ``asserted`` ``inferred`` ``conditional`` ``intended`` ``requested``; what is denied is no relation.
    """

    id: str
    subject: str
    kind: str
    object: str
    modality: str
    article_id: str
    start: int
    end: int
    text: str
    #: The words of an office ("prime minister"); None for other ties.
    title: str | None = None
    #: First and last day, where the sentence says so (ISO dates); not the article's day.
    since: str | None = None
    until: str | None = None
