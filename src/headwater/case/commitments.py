"""Commitments as a case holds them: each once, with every wording it was told in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from headwater.case.fronts import Whereabouts
from headwater.model import (
    ChainLink,
    Commitment,
    CommitmentKind,
    Fate,
    Hedge,
    Strength,
    TriggerRole,
)

_STRENGTHS = tuple(Strength)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One telling of a commitment: its words, whose page has them, and by what chain."""

    commitment_id: str
    article_id: str
    outlet_name: str | None
    published_from: str | None
    published_to: str | None
    trigger: str | None
    consequence: str | None
    kind: CommitmentKind
    strength: Strength
    hedges: tuple[Hedge, ...]
    deadline: str | None
    chain: tuple[ChainLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldCommitment:
    """A commitment, told once or many times; what it says is in the words of its first telling."""

    id: str
    issuer_id: str | None
    issuer: str | None
    #: For whom the issuer speaks, by name, where a telling says so.
    for_whom: str | None
    kind: CommitmentKind
    trigger: str | None
    trigger_role: TriggerRole | None
    consequence: str | None
    strength: Strength
    #: The firmest telling, where another is firmer than the first.
    firmest: Strength
    target: tuple[str, ...]
    beneficiary: tuple[str, ...]
    deadline: str | None
    articles: int
    #: The first published first.
    wordings: tuple[Wording, ...]
    #: What later articles say became of it; None where it was not followed.
    fate: Fate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is needed to tell of the commitments of a case."""

    commitments: Sequence[Commitment]
    articles: Mapping[str, Whereabouts]
    #: Statement id to its chain.
    chains: Mapping[str, tuple[ChainLink, ...]]
    #: Actor id to name.
    names: Mapping[str, str]
    #: Commitment id to the words of what its act would be done to, where no actor is named by them.
    things: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def gather_commitments(
    told: Told, *, issuer: str | None = None, kind: str | None = None
) -> tuple[HeldCommitment, ...]:
    """Gather the tellings of each commitment: the most retold first, then by date.

    Args:
        told: What the case holds.
        issuer: Only those whose issuer goes by a name or words that hold this, in any case.
        kind: Only those of this kind.
    """
    groups: dict[str, list[Commitment]] = defaultdict(list)
    for one in told.commitments:
        groups[one.same_as or one.id].append(one)
    held = [_held(key, group, told) for key, group in groups.items()]
    wanted = [
        one
        for one in held
        if (kind is None or one.kind == kind) and (issuer is None or _is_by(one, issuer))
    ]
    return tuple(sorted(wanted, key=_order))


def _held(key: str, group: Iterable[Commitment], told: Told) -> HeldCommitment:
    tellings = sorted(group, key=lambda one: (one.id != key, _day(told, one), one.id))
    first = tellings[0]
    return HeldCommitment(
        id=key,
        issuer_id=first.issuer,
        issuer=_issuer_name(first, told),
        for_whom=next(
            iter(_named(told, filter(None, (one.on_behalf_of for one in tellings)))), None
        ),
        kind=first.kind,
        trigger=first.trigger.text if first.trigger else None,
        trigger_role=first.trigger_role,
        consequence=first.consequence.text if first.consequence else None,
        strength=first.strength,
        firmest=min((one.strength for one in tellings), key=_STRENGTHS.index),
        target=(
            *_things(told, tellings),
            *_named(told, (key for one in tellings for key in one.target)),
        ),
        beneficiary=_named(told, (key for one in tellings for key in one.beneficiary)),
        deadline=next((one.deadline for one in tellings if one.deadline), None),
        articles=len({one.article_id for one in tellings}),
        wordings=tuple(_wording(one, told) for one in tellings),
    )


def _wording(one: Commitment, told: Told) -> Wording:
    article = told.articles[one.article_id]
    return Wording(
        commitment_id=one.id,
        article_id=one.article_id,
        outlet_name=article.outlet_name,
        published_from=article.published_from,
        published_to=article.published_to,
        trigger=one.trigger.text if one.trigger else None,
        consequence=one.consequence.text if one.consequence else None,
        kind=one.kind,
        strength=one.strength,
        hedges=one.hedges,
        deadline=one.deadline,
        chain=told.chains.get(one.statement_id or "", ()),
    )


def _issuer_name(one: Commitment, told: Told) -> str | None:
    """Give the issuer's name, or the words that stand for it on this page."""
    if one.issuer is None:
        return None
    links = _links(one, told)
    return next((link.name or link.text for link in links), told.names.get(one.issuer))


def _links(one: Commitment, told: Told) -> list[ChainLink]:
    chain = told.chains.get(one.statement_id or "", ())
    return [link for link in chain if link.actor_id == one.issuer]


def _things(told: Told, tellings: Iterable[Commitment]) -> tuple[str, ...]:
    """Give what a threat would hit that is no actor, in the words of the first telling that says: "every depot"."""
    found = (
        told.things.get(one.id, ()) for one in tellings if one.kind is CommitmentKind.THREAT
    )
    return next(filter(None, found), ())


def _named(told: Told, keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(told.names.get(key, key) for key in keys))


def _is_by(held: HeldCommitment, issuer: str) -> bool:
    return any(issuer.casefold() in words.casefold() for words in _issuer_words(held))


def _issuer_words(held: HeldCommitment) -> Iterator[str]:
    yield from filter(None, (held.issuer, held.issuer_id, held.for_whom))
    for wording in held.wordings:
        for link in wording.chain:
            if link.actor_id == held.issuer_id:
                yield from filter(None, (link.name, link.text))


def _day(told: Told, one: Commitment) -> str:
    return told.articles[one.article_id].published_from or "~"


def _order(held: HeldCommitment) -> tuple[int, str, str]:
    return -held.articles, held.wordings[0].published_from or "~", held.id
