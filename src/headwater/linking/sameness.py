"""Actors that only the pile knows, met in several articles under several spellings."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from headwater.lexicon import is_common, is_spelling, spelling_keys
from headwater.model import ActorKind

#: An actor's id, a name as written, its kind, and how often.
Named = tuple[str, str, ActorKind, int]
#: A name by its kind and the sounds of its first and its last word; the name, and the actor's id.
Spelling = tuple[ActorKind, str, str, str, str]


@dataclass(frozen=True, slots=True)
class SameActors:
    """Which actors of a pile are one under several spellings.

    ``heads`` gives, for an actor that changes, the id that it goes by: that of the same actor that goes
    first by name, then by id. ``near`` gives, for each actor that was compared with others, all of these.
    """

    heads: Mapping[str, str]
    near: Mapping[str, frozenset[str]]


def find_spellings(named: Iterable[Named]) -> Iterator[Spelling]:
    """Yield under what a name that only the pile knows is compared with others; depends on the name alone.

    Args:
        named: Actor, name as written, kind, and how often, of one article.
    """
    found = set()
    for actor_id, text, kind, _ in named:
        name = " ".join(text.split())
        if actor_id.startswith("case/") and not is_common(name, kind):
            keys = spelling_keys(name, kind)
            found |= {(kind, first, last, name, actor_id) for first, last in keys}
    yield from sorted(found)


def find_same_actors(spellings: Iterable[Spelling]) -> SameActors:
    """Find the actors of a pile whose names are spellings of one another.

    Registry actors are known by all their spellings already. Here are those that the registry
    lacks. Precision before recall: a name joins others only if it is a spelling of each of them,
    and never if each of its words is a name that half the world has.

    Args:
        spellings: What ``find_spellings`` gives for every article.
    """
    blocks: dict[tuple[ActorKind, str, str], set[tuple[str, str]]] = defaultdict(set)
    for kind, first, last, name, actor_id in spellings:
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
