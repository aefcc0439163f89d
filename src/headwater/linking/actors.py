"""Every actor of the pile under all the names it was seen by."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from headwater.lexicon import Entry, registry
from headwater.linking.fingerprints import Fingerprint
from headwater.linking.roles import Office, add_roles, join_offices
from headwater.model import Actor, ActorKind, Alias, Role


def gather_actors(
    prints: Iterable[Fingerprint],
    same: Mapping[str, str] | None = None,
    only: Container[str] | None = None,
) -> Iterator[Actor]:
    """Yield every actor mentioned or spoken through by id, with its names and where each was seen.

    An actor of the registry keeps its registry name and roles; another goes by the longest of
    its names, of those the one most often written, then by alphabet. Offices that the pile tells
    of are added, but where the registry has one in the same body.

    Args:
        prints: The articles, in any order.
        same: Ids of actors that are the same as others, and of which (``find_same_actors``).
        only: The actors asked for; None asks for all.
    """
    same = same or {}
    names: dict[str, dict[str, _Name]] = defaultdict(lambda: defaultdict(_Name))
    kinds: dict[str, ActorKind] = {}
    told: list[Office] = []
    for one in sorted(prints, key=lambda p: p.article_id):
        for actor_id, text, kind, count in one.actors:
            for key in {actor_id, same.get(actor_id, actor_id)}:
                if only is None or key in only:
                    kinds.setdefault(key, kind)
                    name = names[key][text]
                    name.count += count
                    name.articles.append(one.article_id)
        for actor_id, title, body, since, until in one.offices:
            told.append((same.get(actor_id, actor_id), title, body, since, until))
    roles = join_offices(told)
    for key in sorted(names):
        actor = _actor(key, names[key], kinds[key])
        yield replace(
            actor, roles=add_roles(actor.roles, roles.get(key, ())), same_as=same.get(key)
        )


@dataclass(slots=True)
class _Name:
    """A name of an actor: how often it was written, and the articles it was seen in, in order."""

    count: int = 0
    articles: list[str] = field(default_factory=list)


def _actor(actor_id: str, names: Mapping[str, _Name], kind: ActorKind) -> Actor:
    entry = registry().entries.get(actor_id)
    aliases = tuple(
        Alias(name=text, seen_in=article)
        for text, name in sorted(names.items(), key=lambda item: item[0])
        for article in name.articles
    )
    if entry:
        return Actor(
            id=actor_id, name=entry.name, type=entry.kind, aliases=aliases, roles=_roles(entry)
        )
    best = min(names, key=lambda text: (-len(text), -names[text].count, text))
    return Actor(id=actor_id, name=best, type=kind, aliases=aliases, roles=())


def _roles(entry: Entry) -> tuple[Role, ...]:
    known = registry().entries
    return tuple(
        Role(
            title=r.title,
            organisation=known[r.org].name if r.org and r.org in known else r.org,
            from_=r.from_,
            to=r.to,
        )
        for r in entry.roles
    )
