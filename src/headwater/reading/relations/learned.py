"""Ties that no word of the lists makes, told by weights learnt from labelled sentences.

``training/tie_weights.py`` makes ``tie_model.json`` (``docs/model-cards/ties.md``): whole numbers, summed, so that every
machine comes to the same. Where a word of the lists ties two actors, the weights are not asked.
"""

import hashlib
import math
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import msgspec

from headwater.language import Predicate
from headwater.lexicon import tie_words
from headwater.model import ActorKind, Mention
from headwater.reading.relations.naming import may_act
from headwater.reading.relations.pairs import (
    Pair,
    find_pairs,
    predicates_of,
    ties_of,
    traits_of,
)
from headwater.reading.relations.scene import Scene, Seen

#: What a weight of one is in the model.
SCALE = 100
_PERSONS = frozenset({ActorKind.PERSON})
_PARTS = frozenset({"member_of", "part_of"})
#: Kinds whose object is a body.
_WHOLES = _PARTS | {"controls", "leads"}
#: What a state can be part of.
_UNIONS = frozenset({ActorKind.ORGANISATION, ActorKind.GROUP})


class TieModel(msgspec.Struct, frozen=True, kw_only=True):
    """What was learnt: kinds of tie, "" for none, with ``<`` where the second actor is the subject."""

    kinds: tuple[str, ...]
    #: Least probability that there is a tie at all.
    sure: float
    base: tuple[int, ...]
    #: Trait to its weight for each kind, in hundredths.
    weights: Mapping[str, tuple[int, ...]]
    about: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """What the weights say of a pair: the likeliest kind of tie, and the probability of any."""

    pair: Pair
    kind: str
    sure: float


def find_learned(scene: Scene, tied: Collection[frozenset[str]]) -> Iterator[Seen]:
    """Yield the learnt ties of a sentence between actors that are not tied yet."""
    if scene.sentence.is_title:
        return  # nothing was learnt from headlines, which leave words out
    model, taken = tie_model(), list[tuple[Pair, Seen]]()
    free = (p for p in find_pairs(scene) if _key(p) not in tied and _may_join(scene, p))
    told = (t for t in weigh(scene, model, free) if t.sure >= model.sure)
    for found in sorted(told, key=lambda t: (-t.sure, t.pair.one.at, t.pair.other.at)):
        seen = _seen(scene, found)
        if seen and not any(
            _overlap(found.pair, pair) or _outdoes(s, seen) for pair, s in taken
        ):
            taken.append((found.pair, seen))
    yield from (s for _, s in sorted(taken, key=lambda t: (t[0].one.at, t[0].other.at)))


def weigh(scene: Scene, model: TieModel, pairs: Iterable[Pair]) -> Iterator[Told]:
    """Give each pair of a sentence its likeliest tie, and how probable it is that there is one."""
    none = model.kinds.index("")
    predicates: tuple[Predicate, ...] | None = None
    for pair in pairs:
        if predicates is None:
            predicates = predicates_of(scene)
        found = map(model.weights.get, traits_of(scene, pair, predicates))
        sums = [*map(sum, zip(model.base, *filter(None, found), strict=True))]
        least = sums[none]
        sums[none] = min(sums) - 1
        kind = sums.index(max(sums))
        ties = math.fsum(math.exp((s - least) / SCALE) for n, s in enumerate(sums) if n != none)
        yield Told(pair, model.kinds[kind], round(ties / (1 + ties), 6))


def _key(pair: Pair) -> frozenset[str]:
    return frozenset({pair.one.mention.actor_id, pair.other.mention.actor_id})


def _may_join(scene: Scene, pair: Pair) -> bool:
    return scene.described.may_join(pair.one.mention, pair.other.mention)


def _overlap(pair: Pair, other: Pair) -> bool:
    """Tell whether two pairs are of the same words: "Red Reeds fighters" and the "Red Reeds" in it."""
    return _meet(pair.one.mention, other.one.mention) and _meet(
        pair.other.mention, other.other.mention
    )


def _meet(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end


def _outdoes(surer: Seen, seen: Seen) -> bool:
    """Tell whether a sentence already says what an actor is part of: of "X of A and Y of B" X is not of B."""
    return seen.kind in _PARTS and (surer.kind, surer.subject) == (seen.kind, seen.subject)


def _seen(scene: Scene, told: Told) -> Seen | None:
    one, other = told.pair.one, told.pair.other
    if told.kind.endswith("<"):
        one, other = other, one
    kind = _refined(told.kind.rstrip("<"), one.mention)
    if not _may_be(one.mention, kind, other.mention):
        return None
    if kind in _WHOLES and scene.word(other.at) in tie_words().people:
        return None
    return Seen(one.mention, kind, other.mention, _trigger(scene, told))


def _may_be(one: Mention, kind: str, other: Mention) -> bool:
    """Tell whether actors of these types may be tied so: only bodies have members and are led, places are only held."""
    if not may_act(one) or (other.type is ActorKind.PLACE and kind != "controls"):
        return False
    if kind in _WHOLES and other.type in _PERSONS:
        return False
    return kind != "part_of" or one.type is not ActorKind.STATE or other.type in _UNIONS


def _refined(kind: str, subject: Mention) -> str:
    """Say what a person does otherwise than a body: it is part of another, and holds what a person leads."""
    if subject.type in _PERSONS:
        return "leads" if kind == "controls" else kind
    return "part_of" if kind == "member_of" else kind


def _trigger(scene: Scene, told: Told) -> int:
    """Give the word that says so: one of that kind on the way, else the top of the way."""
    kind, pair = told.kind.rstrip("<"), told.pair
    said = [at for at in pair.between if kind in ties_of(scene.word(at))]
    if said:
        return said[0]
    return pair.top if pair.top in pair.between else pair.other.at


@cache
def tie_model() -> TieModel:
    """Load the weights that ship with Headwater, once."""
    return msgspec.json.decode(_packaged(), type=TieModel)


@cache
def tie_digest() -> str:
    """Give the SHA-256 of the weights, by which a case names what read its ties."""
    return hashlib.sha256(_packaged()).hexdigest()


def _packaged() -> bytes:
    folder = resources.files("headwater.reading.relations")
    return folder.joinpath("tie_model.json").read_bytes()
