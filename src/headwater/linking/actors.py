"""Every actor of the pile under all the names it was seen by."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from headwater.lexicon import Entry, registry
from headwater.linking.fingerprints import Fingerprint
from headwater.model import Actor, ActorKind, Alias, Role


def gather_actors(
    prints: Iterable[Fingerprint], only: Container[str] | None = None
) -> Iterator[Actor]:
    """Yield every actor mentioned or spoken through by id, with its names and where each was seen.

    An actor of the registry keeps its registry name and roles; another goes by the longest of
    its names, of those the one most often written, then by alphabet.

    Args:
        prints: The articles, in any order.
        only: The actors asked for; None asks for all.
    """
    names: dict[str, dict[str, _Name]] = defaultdict(lambda: defaultdict(_Name))
    kinds: dict[str, ActorKind] = {}
    for one in sorted(prints, key=lambda p: p.article_id):
        for actor_id, text, kind, count in one.actors:
            if only is None or actor_id in only:
                kinds.setdefault(actor_id, kind)
                name = names[actor_id][text]
                name.count += count
                name.articles.append(one.article_id)
    for actor_id in sorted(names):
        yield _actor(actor_id, names[actor_id], kinds[actor_id])


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
