"""What a case tells of one actor: names, descriptions, ties, sayings."""

from collections.abc import Callable
from dataclasses import dataclass

from headwater.case.fronts import Whereabouts
from headwater.case.offices import OfficeHolder
from headwater.lexicon import fold_name
from headwater.model import (
    Actor,
    ActorKind,
    Relation,
    Statement,
    UnnamedSource,
)

#: Reads what a text tells of the unnamed source that stands between two of its offsets. The case
#: reads no text itself: whoever opens it brings this along.
Describer = Callable[[str, int, int], UnnamedSource]

_DESCRIBED = frozenset({ActorKind.PERSON, ActorKind.GROUP})


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenName:
    """A name of an actor as the pile writes it: how often, and in which articles."""

    name: str
    count: int
    article_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRelation:
    """A relation seen from one of its two actors, and where it was read."""

    relation: Relation
    #: True where the actor asked for is the subject: it leads the other, and is not led by it.
    is_subject: bool
    other_id: str
    other_name: str
    where: Whereabouts


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A statement by or about an actor, the words that name the actor in it, and where it was read."""

    statement: Statement
    #: None where the page itself speaks.
    words: str | None
    where: Whereabouts


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What one article tells of an unnamed source, and whose source it is."""

    source: UnnamedSource
    #: Whoever quotes it: the link before it in the chain. None where nobody knows the outlet.
    owner_id: str | None
    owner_name: str | None
    #: The words that name the owner; None where the page itself is the owner.
    owner_words: str | None
    article_id: str
    where: Whereabouts


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorProfile:
    """One actor whole: names, roles, relations, what it says and what is said about it.

    The totals count what the case holds; the lists may have been cut short.
    """

    actor: Actor
    #: Most often written first.
    names: tuple[WrittenName, ...]
    #: Of a source without a name, every telling that says more than another; by date.
    described_as: tuple[Description, ...]
    described_as_total: int
    #: Of an office without its holder, who held it on the articles' days: the registry's word, not the text's.
    office_holders: tuple[OfficeHolder, ...]
    relations: tuple[HeldRelation, ...]
    relations_total: int
    #: Where the actor finally spoke, then where it passed on another's words; each by date.
    said_by: tuple[Saying, ...]
    said_by_total: int
    #: Statements whose content names it, by date.
    said_about: tuple[Saying, ...]
    said_about_total: int


def is_called(actor: Actor, wanted: str) -> bool:
    """Tell whether this is the whole of one of the actor's names, as names are compared."""
    key = fold_name(wanted)
    names = (actor.name, *(alias.name for alias in actor.aliases))
    return bool(key) and any(fold_name(name) == key for name in names)


def is_nameless(actor: Actor) -> bool:
    """Tell whether the pile knows the actor only by descriptions: "informed sources", "an official"."""
    is_described = actor.id.startswith("described/") and actor.type in _DESCRIBED
    return actor.type is ActorKind.UNNAMED or is_described
