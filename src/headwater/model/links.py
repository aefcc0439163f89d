"""What linking gives: everything that holds between articles, made anew by every run."""

from collections.abc import Iterator
from dataclasses import dataclass

from headwater.model.actor import Actor
from headwater.model.claim import Claim, Contradiction, Drift
from headwater.model.derivation import Derivation, Report, Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Everything found by looking at the articles of a case together."""

    actors: tuple[Actor, ...] = ()
    stories: tuple[Story, ...] = ()
    reports: tuple[Report, ...] = ()
    claims: tuple[Claim, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    drifts: tuple[Drift, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    #: A commitment that several articles tell, and the one that stands for all its tellings: both ids.
    same_commitments: tuple[tuple[str, str], ...] = ()
    #: A telling of an event that several articles tell, and the one that stands for them all: both ids.
    same_events: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbourhood:
    """Articles that may have to do with one another: the unit in which a pile is linked.

    Its links follow from what ``id`` is the digest of (the articles, and who links them how) and
    from what the pile's outlets answered while it was linked, kept packed in ``asked``.
    """

    id: str
    #: Each article by its id, and what stands for all that was found in it.
    articles: tuple[tuple[str, str], ...]
    asked: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkUpdate:
    """What is to be done so that the links of a case are those of its articles."""

    #: Ids of neighbourhoods that are no more, or were linked when the outlets answered otherwise.
    stale: frozenset[str]
    #: What is linked in their place, made while it is taken.
    fresh: Iterator[tuple[Neighbourhood, Links]]
    #: Actors as they now are, and whether those are all there are; else the others stay.
    actors: Iterator[Actor]
    is_all_actors: bool
    #: What parted the pile into these neighbourhoods; None where one had to be cut (``linking.Neighbourhoods``).
    parted_by: str | None
