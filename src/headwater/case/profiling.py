"""Gathers everything a case holds on one actor into its profile."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from headwater.case.fronts import Whereabouts
from headwater.case.fuller import without_repeats
from headwater.case.offices import OfficeHolder, find_holders
from headwater.case.profiles import (
    ActorProfile,
    Describer,
    Description,
    HeldRelation,
    Saying,
    WrittenName,
    is_nameless,
)
from headwater.model import (
    Actor,
    Basis,
    ChainLink,
    Mention,
    MentionKind,
    Relation,
    Statement,
    UnnamedSource,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What the case holds of one actor: the statements of every article that names it, and the rest."""

    actor: Actor
    mentions: Sequence[Mention]
    statements: Sequence[Statement]
    relations: Sequence[Relation]
    #: By article id.
    where: Mapping[str, Whereabouts]
    #: Actor id to name.
    names: Mapping[str, str]
    #: By article id, of the articles that tell of the actor; empty for one that has a name.
    texts: Mapping[str, str]
    #: None where nobody brought one along: then nothing is described.
    describe: Describer | None


def build_profile(found: Gathered, limit: int | None = None) -> ActorProfile:
    """Put in order what was gathered of an actor, at most ``limit`` of each list but the names."""
    named = _Named(found)
    relations = sorted(map(named.relation, found.relations), key=_when_related)
    by = sorted(named.said_by(), key=named.when_said_by)
    about = sorted(named.said_about(), key=_when_said)
    described = sorted(without_repeats(named.descriptions()), key=_when_described)
    return ActorProfile(
        actor=found.actor,
        names=named.names(),
        described_as=tuple(described[:limit]),
        described_as_total=len(described),
        office_holders=_holders(found) if is_nameless(found.actor) else (),
        relations=tuple(relations[:limit]),
        relations_total=len(relations),
        said_by=tuple(by[:limit]),
        said_by_total=len(by),
        said_about=tuple(about[:limit]),
        said_about_total=len(about),
    )


def _holders(found: Gathered) -> tuple[OfficeHolder, ...]:
    return find_holders(
        (tie for tie in found.relations if tie.subject == found.actor.id),
        found.mentions,
        found.texts,
        {key: (w.published_from, w.published_to) for key, w in found.where.items()},
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an article names the actor; the page's own outlet is named nowhere in the text."""

    article_id: str
    start: int
    end: int
    text: str


class _Named:
    """The places where the pile names an actor, and the statements around them."""

    def __init__(self, found: Gathered) -> None:
        self._found, self._id = found, found.actor.id
        self._mentioned = _by_article(_of_mentions(found.mentions))
        self._linked = _by_article(
            _Place(s.article_id, link.start, link.end, link.text)
            for s in found.statements
            for link in self._links(s)
            if link.start is not None and link.end is not None and link.text
        )

    def names(self) -> tuple[WrittenName, ...]:
        """Every name as written, each place counted once, whether a mention or a link shows it."""
        seen: dict[str, list[str]] = defaultdict(list)
        for mention in self._found.mentions:
            if mention.kind is not MentionKind.PRONOUN:
                seen[_on_one_line(mention.text)].append(mention.article_id)
        for article_id, _, name in sorted(set(self._names_of_links())):
            seen[name].append(article_id)
        rows = (
            WrittenName(name=name, count=len(ids), article_ids=tuple(sorted(set(ids))))
            for name, ids in seen.items()
        )
        return tuple(sorted(rows, key=lambda row: (-row.count, row.name)))

    def said_by(self) -> Iterator[Saying]:
        """Yield the statements that have the actor in their chain."""
        for statement in self._found.statements:
            if links := self._links(statement):
                yield self._saying(statement, links[-1].text)

    def said_about(self) -> Iterator[Saying]:
        """Yield the statements whose content names the actor."""
        for statement in self._found.statements:
            key = statement.article_id
            places = (*self._mentioned.get(key, ()), *self._linked.get(key, ()))
            if inside := [p for p in places if _is_inside(p, statement)]:
                first = min(inside, key=lambda p: (p.start, -p.end))
                yield self._saying(statement, first.text)

    def descriptions(self) -> Iterator[Description]:
        """Yield what each place that stands for the actor tells of it, in reading order, if it has no name."""
        places = {
            (statement.article_id, link.start, link.end): owner
            for statement in self._found.statements
            for owner, link in pairwise(statement.chain)
            if link.actor_id == self._id
        }
        for (article_id, start, end), owner in sorted(places.items(), key=_reading_order):
            text = self._found.texts.get(article_id)
            if (
                self._found.describe
                and text is not None
                and start is not None
                and end is not None
            ):
                yield self._description(
                    article_id, self._found.describe(text, start, end), owner
                )

    def _description(
        self, article_id: str, source: UnnamedSource, owner: ChainLink
    ) -> Description:
        return Description(
            source=source,
            owner_id=owner.actor_id,
            owner_name=owner.name,
            owner_words=owner.text,
            article_id=article_id,
            where=self._found.where[article_id],
        )

    def when_said_by(self, saying: Saying) -> tuple[object, ...]:
        """Order what the actor says: its own words first, then what it passes on."""
        return saying.statement.chain[-1].actor_id != self._id, *_when_said(saying)

    def relation(self, relation: Relation) -> HeldRelation:
        """See a relation from the actor's side."""
        is_subject = relation.subject == self._id
        other = relation.object if is_subject else relation.subject
        return HeldRelation(
            relation=relation,
            is_subject=is_subject,
            other_id=other,
            other_name=self._found.names.get(other, other),
            where=self._found.where[relation.article_id],
        )

    def _links(self, statement: Statement) -> list[ChainLink]:
        return [link for link in statement.chain if link.actor_id == self._id]

    def _names_of_links(self) -> Iterator[tuple[str, int, str]]:
        """Yield article, place and name of every link that writes the name out, mentions apart.

        "The agency" and "he" stand for the actor and are no names of it. An outlet that signs
        its page is counted once an article.
        """
        for statement in self._found.statements:
            for link in self._links(statement):
                if link.name and self._writes_name(statement.article_id, link):
                    place = -1 if link.start is None else link.start
                    yield statement.article_id, place, _on_one_line(link.name)

    def _writes_name(self, article_id: str, link: ChainLink) -> bool:
        if link.start is None or link.end is None or link.text is None:
            return link.basis is Basis.PAGE
        start, end = link.start, link.end
        known = self._mentioned.get(article_id, ())
        is_known = any(p.start < end and start < p.end for p in known)
        return not is_known and _on_one_line(link.name or "") in _on_one_line(link.text)

    def _saying(self, statement: Statement, words: str | None) -> Saying:
        return Saying(
            statement=statement, words=words, where=self._found.where[statement.article_id]
        )


def _of_mentions(mentions: Iterable[Mention]) -> Iterator[_Place]:
    return (_Place(m.article_id, m.start, m.end, m.text) for m in mentions)


def _by_article(places: Iterable[_Place]) -> Mapping[str, list[_Place]]:
    found: dict[str, list[_Place]] = defaultdict(list)
    for place in places:
        found[place.article_id].append(place)
    return found


def _reading_order(
    place: tuple[tuple[str, int | None, int | None], ChainLink],
) -> tuple[str, int, int]:
    (article_id, start, end), _ = place
    return article_id, start or 0, end or 0


def _when_described(found: Description) -> tuple[object, ...]:
    return _when(found.where, found.article_id, found.source.phrase.start)


def _is_inside(place: _Place, statement: Statement) -> bool:
    return any(s.start < place.end and place.start < s.end for s in statement.content)


def _when_said(saying: Saying) -> tuple[object, ...]:
    start = min((span.start for span in saying.statement.content), default=0)
    return _when(saying.where, saying.statement.article_id, start, saying.statement.id)


def _when_related(held: HeldRelation) -> tuple[object, ...]:
    relation = held.relation
    return _when(held.where, relation.article_id, relation.start, relation.id)


def _when(where: Whereabouts, *rest: object) -> tuple[object, ...]:
    """Order by date, what has none last; then as it is read."""
    return where.published_from or "~", *rest


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
