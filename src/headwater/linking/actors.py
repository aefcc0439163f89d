"""Every actor of the pile under all the names it was seen by."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from headwater.lexicon import Entry, registry
from headwater.linking.roles import add_roles, find_roles
from headwater.model import (
    Actor,
    ActorKind,
    Alias,
    ArticleFindings,
    ChainLink,
    LinkKind,
    Role,
    as_one,
)

_KIND_OF_LINK = {
    LinkKind.OUTLET: ActorKind.OUTLET,
    LinkKind.AGENCY: ActorKind.AGENCY,
    LinkKind.PERSON: ActorKind.PERSON,
    LinkKind.UNNAMED: ActorKind.UNNAMED,
    LinkKind.GROUP: ActorKind.GROUP,
    LinkKind.ORGANISATION: ActorKind.ORGANISATION,
    LinkKind.DOCUMENT: ActorKind.ORGANISATION,
}


def gather_actors(
    findings: Iterable[ArticleFindings], same: Mapping[str, str] | None = None
) -> tuple[Actor, ...]:
    """Give every actor mentioned or spoken through, with its names and where each was seen.

    An actor of the registry keeps its registry name and roles; another goes by the longest of
    its names, the one most often written of those, then by alphabet. Offices that the pile tells
    of are added, but where the registry has one in the same body.

    Args:
        findings: The articles of the pile, each with the ids that it gives by itself.
        same: Ids of actors that are the same as others, and of which (``find_same_actors``).
    """
    same = same or {}
    seen: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    kinds: dict[str, ActorKind] = {}
    ordered = sorted(findings, key=lambda f: f.article.id)
    for finding in ordered:
        article = finding.article
        for mention in finding.mentions:
            seen[mention.actor_id][mention.text, article.id] += 1
            kinds.setdefault(mention.actor_id, mention.type)
        for link in (link for s in finding.statements for link in s.chain):
            _see_link(seen, kinds, link, article.id)
    for actor_id, head in same.items():
        seen[head].update(seen[actor_id])
    actors = {key: _actor(key, names, kinds[key]) for key, names in sorted(seen.items())}
    titles = {key: actor.name for key, actor in actors.items()}
    said = find_roles((as_one(finding, same) for finding in ordered), titles)
    return tuple(
        replace(actor, roles=add_roles(actor.roles, said.get(key, ())), same_as=same.get(key))
        for key, actor in actors.items()
    )


def _see_link(
    seen: dict[str, Counter[tuple[str, str]]],
    kinds: dict[str, ActorKind],
    link: ChainLink,
    article_id: str,
) -> None:
    if link.actor_id and link.name:
        seen[link.actor_id][link.name, article_id] += 1
        kinds.setdefault(link.actor_id, _KIND_OF_LINK[link.kind])


def _actor(actor_id: str, names: Counter[tuple[str, str]], kind: ActorKind) -> Actor:
    entry = registry().entries.get(actor_id)
    aliases = tuple(Alias(name=name, seen_in=article) for name, article in sorted(names))
    if entry:
        return Actor(
            id=actor_id, name=entry.name, type=entry.kind, aliases=aliases, roles=_roles(entry)
        )
    totals: Counter[str] = Counter()
    for (name, _), count in names.items():
        totals[name] += count
    best = min(totals, key=lambda name: (-len(name), -totals[name], name))
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
