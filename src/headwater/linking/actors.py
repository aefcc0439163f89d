"""Every actor of the pile under all the names it was seen by."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from headwater.lexicon import Entry, registry
from headwater.model import Actor, ActorKind, Alias, ArticleFindings, LinkKind, Role

_KIND_OF_LINK = {
    LinkKind.OUTLET: ActorKind.OUTLET,
    LinkKind.AGENCY: ActorKind.AGENCY,
    LinkKind.PERSON: ActorKind.PERSON,
    LinkKind.UNNAMED: ActorKind.UNNAMED,
    LinkKind.GROUP: ActorKind.GROUP,
    LinkKind.ORGANISATION: ActorKind.ORGANISATION,
    LinkKind.DOCUMENT: ActorKind.ORGANISATION,
}


def gather_actors(findings: Iterable[ArticleFindings]) -> tuple[Actor, ...]:
    """Give every actor mentioned or spoken through, with its names and where each was seen.

    An actor of the registry keeps its registry name and roles; another goes by the longest of
    its names, of those the one most often written, then by alphabet.
    """
    seen = ActorsSeen()
    for finding in findings:
        seen.see(finding)
    return tuple(seen.actors())


@dataclass(slots=True)
class _Name:
    """A name of an actor: how often it was written, and the articles it was seen in."""

    count: int = 0
    articles: list[str] = field(default_factory=list)


class ActorsSeen:
    """The actors of a pile, gathered article by article, in any order."""

    def __init__(self) -> None:
        self._names: dict[str, dict[str, _Name]] = defaultdict(lambda: defaultdict(_Name))
        #: What each actor is, and the first article by id that says so.
        self._kinds: dict[str, tuple[str, ActorKind]] = {}

    def see(self, finding: ArticleFindings) -> None:
        """Take in the actors of one more article."""
        key = finding.article.id
        for mention in finding.mentions:
            self._see(mention.actor_id, mention.text, mention.type, key)
        for link in (link for s in finding.statements for link in s.chain):
            if link.actor_id and link.name:
                self._see(link.actor_id, link.name, _KIND_OF_LINK[link.kind], key)

    def actors(self) -> Iterator[Actor]:
        """Yield the actors seen so far by id."""
        for actor_id in sorted(self._names):
            yield _actor(actor_id, self._names[actor_id], self._kinds[actor_id][1])

    def _see(self, actor_id: str, text: str, kind: ActorKind, article_id: str) -> None:
        name = self._names[actor_id][text]
        name.count += 1
        if not name.articles or name.articles[-1] != article_id:
            name.articles.append(article_id)
        if actor_id not in self._kinds or article_id < self._kinds[actor_id][0]:
            self._kinds[actor_id] = article_id, kind


def _actor(actor_id: str, names: Mapping[str, _Name], kind: ActorKind) -> Actor:
    entry = registry().entries.get(actor_id)
    aliases = tuple(
        Alias(name=text, seen_in=article)
        for text, name in sorted(names.items(), key=lambda item: item[0])
        for article in sorted(name.articles)
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
