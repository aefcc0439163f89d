"""Actors that only the pile knows, met in several articles under several spellings."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from headwater.lexicon import is_common, is_spelling, spelling_keys
from headwater.model import ActorKind

#: An actor's id, a name as written, its kind, and how often.
Named = tuple[str, str, ActorKind, int]


@dataclass(frozen=True, slots=True)
class SameActors:
    """Which actors of a pile are one under several spellings.

    ``heads`` gives, for an actor that changes, the id that it goes by: that of the same actor that goes
    first by name, then by id. ``near`` gives, for each actor that was compared with others, all of these.
    """

    heads: Mapping[str, str]
    near: Mapping[str, frozenset[str]]


def find_same_actors(named: Iterable[Named]) -> SameActors:
    """Find the actors of a pile whose names are spellings of one another.

    Registry actors are known by all their spellings already. Here are those that the registry
    lacks. Precision before recall: a name joins others only if it is a spelling of each of them,
    and never if each of its words is a name that half the world has.

    Args:
        named: Actor, name as written, kind, and how often, of every article.
    """
    blocks: dict[tuple[ActorKind, str, str], set[tuple[str, str]]] = defaultdict(set)
    for actor_id, text, kind, _ in named:
        if actor_id.startswith("case/"):
            name = " ".join(text.split())
            for first, last in _keys(name, kind):
                blocks[kind, first, last].add((name, actor_id))
    same: dict[str, str] = {}
    near: dict[str, frozenset[str]] = {}
    for kind, first, last in sorted(blocks):
        block = blocks[kind, first, last]
        ids = frozenset(actor_id for _, actor_id in block)
        if len(ids) > 1:
            near |= {actor_id: near.get(actor_id, frozenset()) | ids for actor_id in ids}
            _join(sorted(block), kind, same)
    return SameActors(heads={key: _end(key, same) for key in sorted(same)}, near=near)


def _keys(name: str, kind: ActorKind) -> tuple[tuple[str, str], ...]:
    return () if is_common(name, kind) else spelling_keys(name, kind)


def _join(named: Sequence[tuple[str, str]], kind: ActorKind, same: dict[str, str]) -> None:
    """Join each name of a block to the first group of which it is a spelling throughout."""
    groups: list[list[tuple[str, str]]] = []
    for name, actor_id in named:
        for group in groups:
            if all(is_spelling(name, other, kind) for other, _ in group):
                group.append((name, actor_id))
                break
        else:
            groups.append([(name, actor_id)])
    for group in groups:
        head = _end(group[0][1], same)
        for _, actor_id in group[1:]:
            if (end := _end(actor_id, same)) != head:
                same[end] = head


def _end(actor_id: str, same: Mapping[str, str]) -> str:
    while actor_id in same:
        actor_id = same[actor_id]
    return actor_id
