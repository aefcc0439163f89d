"""Who is tied to whom, as the pile tells it: the relations of a case joined into edges."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from headwater.case.fronts import Whereabouts
from headwater.model import (
    Actor,
    ActorKind,
    ArticleFindings,
    Claim,
    Commitment,
    CommitmentKind,
    Derivation,
    Independence,
    Origin,
    Relation,
    Statement,
    digest,
)

#: Counts the origins of what statements say. The case counts nothing itself: whoever opens it brings
#: this along.
OriginCounter = Callable[
    [Sequence[Claim], Iterable[ArticleFindings], Iterable[Derivation]], tuple[Claim, ...]
]

#: Ties that hold both ways: who comes first in the words does not matter.
MUTUAL: Final = frozenset(
    "allied_with affiliated_with coordinates_with consults_with met_with speaks_with in_conflict_with shares_operations_room_with".split()
)
THREATENS: Final = "threatens"


@dataclass(frozen=True, slots=True, kw_only=True)
class TieTelling:
    """One place that tells of a tie: its words, and who published them when."""

    article_id: str
    start: int
    end: int
    text: str
    #: The innermost statement that says so; None where the words stand in none, as in a speaker's title.
    statement_id: str | None
    #: The words of an office; None for other ties.
    title: str | None
    #: First and last day as the words say; None where they do not.
    since: str | None
    until: str | None
    where: Whereabouts


@dataclass(frozen=True, slots=True, kw_only=True)
class TiedActor:
    """An actor of a network; ``steps`` from the one it was asked for, None in a whole network."""

    id: str
    name: str
    type: ActorKind
    steps: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TieEdge:
    """A tie with everything in the pile that tells of it in the same strength.

    ``independent`` counts the origins of the statements that carry the words, as for a claim; words
    that stand in no statement raise only its upper bound.
    """

    id: str
    subject: str
    subject_name: str
    kind: str
    object: str
    object_name: str
    modality: str
    #: True where the tie holds both ways.
    mutual: bool
    #: First and last day on which an article that tells of it may have been published.
    first: str | None
    last: str | None
    article_ids: tuple[str, ...]
    outlets: tuple[str, ...]
    independent: Independence
    origins: tuple[Origin, ...]
    #: By date.
    tellings: tuple[TieTelling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The actors and ties around one actor, or of the whole pile."""

    #: None in a whole network.
    actor: Actor | None
    depth: int | None
    #: The nearest first, then by name.
    nodes: tuple[TiedActor, ...]
    #: The most told first.
    edges: tuple[TieEdge, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """What the case holds of ties, and what their counting needs."""

    relations: Sequence[Relation]
    threats: Sequence[Commitment]
    statements: Mapping[str, Statement]
    actors: Mapping[str, Actor]
    where: Mapping[str, Whereabouts]


_Key = tuple[str, str, str, str]


def around(
    actor: Actor, depth: int, reach: Callable[[Collection[str]], Sequence[_Key]]
) -> tuple[Mapping[str, int], frozenset[_Key]]:
    """Walk the ties of an actor outwards.

    Args:
        actor: Where to begin.
        depth: How many steps.
        reach: Gives the ties (subject, kind, object, modality) of any of these actors.

    Returns:
        The actors met, with their steps from the first, and the ties walked.
    """
    steps, edge, walked = {actor.id: 0}, {actor.id}, set[_Key]()
    for step in range(1, depth + 1):
        found = reach(sorted(edge))
        walked |= set(found)
        edge = {key for tie in found for key in (tie[0], tie[2])} - steps.keys()
        steps |= dict.fromkeys(edge, step)
    return steps, frozenset(walked)


def key_of(subject: str, kind: str, other: str, modality: str) -> _Key:
    """Give what one edge is for: the same both ways where the tie is mutual."""
    if kind in MUTUAL and other < subject:
        subject, other = other, subject
    return subject, kind, other, modality


def join_ties(ties: Ties, kinds: Collection[str] = ()) -> tuple[TieEdge, ...]:
    """Join the ties of a case into edges, without counting their origins; the most told first."""
    told: dict[_Key, set[TieTelling]] = defaultdict(set)
    for key, telling in _tellings(ties):
        if (not kinds or key[1] in kinds) and key[0] != key[2]:
            told[key].add(telling)
    edges = [_edge(key, sorted(found, key=_when), ties) for key, found in told.items()]
    return tuple(
        sorted(
            edges,
            key=lambda e: (-len(e.article_ids), e.subject_name, e.kind, e.object_name, e.id),
        )
    )


def claims_to_count(edges: Iterable[TieEdge]) -> tuple[Claim, ...]:
    """Give, for each edge that statements carry, what they say together as a claim to be counted."""
    return tuple(
        Claim(
            id=edge.id,
            text=edge.kind,
            members=(),
            statement_ids=_carrying(edge),
            article_ids=tuple(sorted({t.article_id for t in edge.tellings if t.statement_id})),
            origins=(),
            independent=Independence(low=0, high=0),
            circular=False,
            digit=None,
            reasons=(),
        )
        for edge in edges
        if _carrying(edge)
    )


def with_origins(edges: Iterable[TieEdge], counted: Iterable[Claim]) -> tuple[TieEdge, ...]:
    """Give the edges with what was counted; words in no statement raise only the upper bound."""
    by_id = {claim.id: claim for claim in counted}
    return tuple(_counted(edge, by_id.get(edge.id)) for edge in edges)


def _counted(edge: TieEdge, claim: Claim | None) -> TieEdge:
    stated = {t.article_id for t in edge.tellings if t.statement_id}
    unstated = {t.article_id for t in edge.tellings} - stated
    low, high = (claim.independent.low, claim.independent.high) if claim else (0, 0)
    return replace(
        edge,
        independent=Independence(low=low, high=high + len(unstated)),
        origins=claim.origins if claim else (),
    )


def _carrying(edge: TieEdge) -> tuple[str, ...]:
    return tuple(sorted({t.statement_id for t in edge.tellings if t.statement_id}))


def _tellings(ties: Ties) -> Iterator[tuple[_Key, TieTelling]]:
    by_article: dict[str, list[Statement]] = defaultdict(list)
    for statement in ties.statements.values():
        by_article[statement.article_id].append(statement)
    for relation in ties.relations:
        key = key_of(relation.subject, relation.kind, relation.object, relation.modality)
        yield (
            key,
            TieTelling(
                article_id=relation.article_id,
                start=relation.start,
                end=relation.end,
                text=" ".join(relation.text.split()),
                statement_id=_innermost(
                    by_article[relation.article_id], relation.start, relation.end
                ),
                title=relation.title,
                since=relation.since,
                until=relation.until,
                where=ties.where[relation.article_id],
            ),
        )
    for threat in ties.threats:
        yield from _of_threat(threat, ties)


def _of_threat(threat: Commitment, ties: Ties) -> Iterator[tuple[_Key, TieTelling]]:
    """A threat that somebody utters against somebody ties the two."""
    words = threat.consequence
    if (
        threat.kind is not CommitmentKind.THREAT
        or threat.issuer not in ties.actors
        or not words
    ):
        return
    for target in threat.target:
        if target in ties.actors:
            yield (
                key_of(
                    threat.issuer or "",
                    THREATENS,
                    target,
                    "conditional" if threat.trigger else "asserted",
                ),
                TieTelling(
                    article_id=threat.article_id,
                    start=words.start,
                    end=words.end,
                    text=" ".join(words.text.split()),
                    statement_id=threat.statement_id,
                    title=None,
                    since=None,
                    until=None,
                    where=ties.where[threat.article_id],
                ),
            )


def _innermost(statements: Iterable[Statement], start: int, end: int) -> str | None:
    """Give the shortest statement of an article in whose words a tie stands whole."""
    around_it = [
        (span.end - span.start, statement.id)
        for statement in statements
        for span in statement.content
        if span.start <= start and end <= span.end
    ]
    return min(around_it)[1] if around_it else None


def _edge(key: _Key, found: Sequence[TieTelling], ties: Ties) -> TieEdge:
    subject, kind, other, modality = key
    return TieEdge(
        id=digest("edge", *key),
        subject=subject,
        subject_name=_name(subject, ties),
        kind=kind,
        object=other,
        object_name=_name(other, ties),
        modality=modality,
        mutual=kind in MUTUAL,
        first=min(
            (t.where.published_from for t in found if t.where.published_from), default=None
        ),
        last=max((t.where.published_to for t in found if t.where.published_to), default=None),
        article_ids=tuple(sorted({t.article_id for t in found})),
        outlets=tuple(sorted({t.where.outlet_name for t in found if t.where.outlet_name})),
        independent=Independence(low=0, high=len({t.article_id for t in found})),
        origins=(),
        tellings=tuple(found),
    )


def _name(actor_id: str, ties: Ties) -> str:
    actor = ties.actors.get(actor_id)
    return actor.name if actor else actor_id


def _when(telling: TieTelling) -> tuple[object, ...]:
    return telling.where.published_from or "~", telling.article_id, telling.start, telling.end
