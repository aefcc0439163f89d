"""Actors that only the pile knows, met in several articles under several spellings."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from headwater.lexicon import is_common, is_spelling, spelling_keys
from headwater.model import ActorKind, ArticleFindings, MentionKind


def find_same_actors(findings: Iterable[ArticleFindings]) -> Mapping[str, str]:
    """Find the actors of a pile whose names are spellings of one another.

    Registry actors are known by all their spellings already. Here are those that the registry
    lacks. Precision before recall: a name joins others only if it is a spelling of each of them,
    and never if each of its words is a name that half the world has.

    Returns:
        Actor id to the id of the same actor that goes first by name, then by id; only those that
        change.
    """
    blocks: dict[tuple[ActorKind, str, str], set[tuple[str, str]]] = defaultdict(set)
    for finding in findings:
        for mention in finding.mentions:
            if mention.actor_id.startswith("case/") and mention.kind is MentionKind.NAME:
                name = " ".join(mention.text.split())
                for first, last in _keys(name, mention.type):
                    blocks[mention.type, first, last].add((name, mention.actor_id))
    same: dict[str, str] = {}
    for kind, first, last in sorted(blocks):
        _join(sorted(blocks[kind, first, last]), kind, same)
    return {key: _end(key, same) for key in sorted(same)}


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
