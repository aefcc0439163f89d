"""What a case holds of commitments and of what is reported, as far as following them looks at it."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, Protocol

import msgspec

from headwater.case.profiles import Whereabouts
from headwater.model import (
    ChainLink,
    Commitment,
    Event,
    Fate,
    Independence,
    Passage,
    Pledge,
    Relation,
    Reported,
    Span,
    with_actors,
)

#: Gives the rows of a query.
Select = Callable[[str, tuple[Any, ...]], Iterator[tuple[Any, ...]]]
#: Gives the values of a model class whose rows fit a condition.
Read = Callable[[type[Any], str, tuple[Any, ...]], tuple[Any, ...]]

OF_IDS: Final = "IN (SELECT value FROM json_each(?))"
#: What is put forward as so by somebody who does not deny it.
_FACTS: Final = (
    "SELECT s.id, s.article_id, s.content, s.polarity, v.vector FROM statements s"
    " JOIN vectors v ON v.statement_id = s.id"
    " WHERE s.modality = 'fact' AND s.cue_class <> 'doubt'"
    " AND s.id NOT IN (SELECT statement_id FROM commitments WHERE statement_id IS NOT NULL)"
)
#: Ties by which what one does is also done by the other.
_ONE_SIDE: Final = frozenset({"commands", "leads", "deputy_commander_of", "member_of", "part_of", "spokesperson_of", "holds_office_in"})  # fmt: skip
_decode_spans = msgspec.json.Decoder(tuple[Span, ...]).decode
_decode_independence = msgspec.json.Decoder(Independence).decode
_decode_chain = msgspec.json.Decoder(tuple[ChainLink, ...]).decode


class Follower(Protocol):
    """Follows commitments. The case compares nothing itself: whoever opens it brings this along."""

    def fates(self, pledges: Iterable[Pledge]) -> tuple[Fate, ...]:
        """Give the fate of each commitment."""


#: Makes a follower of what is reported and the newest day of the pile.
Follow = Callable[[Sequence[Reported], str | None], Follower]


class Followed:
    """Reads what following needs from the tables of a case."""

    def __init__(self, select: Select, read: Read, same: Mapping[str, str]) -> None:
        self._select, self._read, self._same = select, read, same
        self.where = dict(self._whereabouts())

    def fates(
        self,
        pledges: Iterable[Pledge],
        follow: Follow,
        articles: Collection[str] | None = None,
    ) -> tuple[Fate, ...]:
        """Give what became of commitments, by id.

        Args:
            pledges: Their tellings.
            follow: What follows them.
            articles: Only what these report; all if None.
        """
        newest = max((w.published_to for w in self.where.values() if w.published_to), default=None)
        fates = follow(tuple(self._reported(articles)), newest).fates(pledges)
        return self._with_origins(fates)

    def pledges(self, keys: Collection[str] | None = None) -> list[Pledge]:
        """Give every telling of every commitment, or of those that stand under these ids."""
        told: tuple[Commitment, ...] = (
            self._read(Commitment, "ORDER BY id", ())
            if keys is None
            else self._read(
                Commitment, f"WHERE coalesce(same_as, id) {OF_IDS} ORDER BY id", (ids_json(keys),)
            )
        )
        ids = sorted({c.statement_id for c in told if c.statement_id})
        words = self._issuer_words(ids)
        sides = self._sides()
        texts = self._texts({c.article_id for c in told})
        return [
            self._pledge(with_actors(c, self._same), words, sides, texts) for c in told
        ]

    def passage(self, article_id: str, start: int, end: int, text: str, statement_id: str | None) -> Passage:
        """Give a stretch of an article with its outlet and days."""
        where = self.where[article_id]
        return Passage(
            article_id=article_id,
            statement_id=statement_id,
            outlet_name=where.outlet_name,
            published_from=where.published_from,
            published_to=where.published_to,
            happened_from=None,
            happened_to=None,
            start=start,
            end=end,
            text=text,
            independent=None,
            chain=(),
        )

    def told(self, passages: Iterable[Passage]) -> dict[Passage, Passage]:
        """Give passages with the chain that leads to whoever says so, and the origins of their claim."""
        wanted = list(dict.fromkeys(passages))
        ids = {p.statement_id for p in wanted if p.statement_id}
        counted, chains = self.origins_of(ids), self._chains(ids)
        return {
            p: replace(
                p,
                independent=counted.get(p.statement_id or ""),
                chain=chains.get(p.statement_id or "", ()),
            )
            for p in wanted
        }

    def _chains(self, ids: Collection[str]) -> dict[str, tuple[ChainLink, ...]]:
        rows = self._select(f"SELECT id, chain FROM statements WHERE id {OF_IDS}", (ids_json(ids),))  # noqa: S608 - our own names
        return {
            key: tuple(with_actors(link, self._same) for link in _decode_chain(chain))
            for key, chain in rows
        }

    def origins_of(self, statement_ids: Collection[str]) -> dict[str, Independence]:
        """Give how many origins stand behind the claim that each of these statements tells."""
        rows = self._select(
            "SELECT j.value, c.independent FROM claims c, json_each(c.statement_ids) j"
            f" WHERE j.value {OF_IDS} ORDER BY c.id",  # noqa: S608 - our own names
            (ids_json(statement_ids),),
        )
        return {key: _decode_independence(counted) for key, counted in rows}

    def _pledge(
        self,
        told: Commitment,
        words: Mapping[str, Mapping[str | None, tuple[str, ...]]],
        sides: Mapping[str, frozenset[str]],
        texts: Mapping[str, str],
    ) -> Pledge:
        parts = [span for span in (told.trigger, told.consequence) if span]
        start, end = min(s.start for s in parts), max(s.end for s in parts)
        issuer = told.issuer
        return Pledge(
            key=told.same_as or told.id,
            commitment_id=told.id,
            article_id=told.article_id,
            issuer_ids=sides.get(issuer, frozenset({issuer})) if issuer else frozenset(),
            issuer_words=words.get(told.statement_id or "", {}).get(issuer, ()),
            trigger=told.trigger,
            consequence=told.consequence,
            trigger_role=told.trigger_role,
            last_day=last_day(told.deadline),
            passage=self.passage(
                told.article_id, start, end, texts[told.article_id][start:end], told.statement_id
            ),
        )

    def _issuer_words(self, ids: Collection[str]) -> dict[str, dict[str | None, tuple[str, ...]]]:
        """Give, for each statement, by what names and words it calls each link of its chain."""
        rows = self._select(
            f"SELECT statement_id, actor_id, name, text FROM chain_links WHERE statement_id {OF_IDS}",  # noqa: S608 - our own names
            (ids_json(ids),),
        )
        found: dict[str, dict[str | None, tuple[str, ...]]] = defaultdict(dict)
        for statement, actor, *names in rows:
            one = self._same.get(actor or "", actor)
            found[statement][one] = tuple(name for name in names if name)
        return found

    def _sides(self) -> dict[str, frozenset[str]]:
        """Give, for each actor, those that act as one with it: whom it leads, of whom it is part."""
        ties: dict[str, set[str]] = defaultdict(set)
        kinds = tuple(sorted(_ONE_SIDE))
        found: tuple[Relation, ...] = self._read(
            Relation, f"WHERE kind {OF_IDS} AND modality = 'asserted' ORDER BY id", (ids_json(kinds),)
        )
        for tie in (with_actors(relation, self._same) for relation in found):
            ties[tie.subject].add(tie.object)
        return {key: frozenset({key, *others}) for key, others in ties.items()}

    def _texts(self, ids: Collection[str]) -> dict[str, str]:
        return dict(self._select(f"SELECT id, text FROM articles WHERE id {OF_IDS}", (ids_json(ids),)))  # noqa: S608 - our own names

    def _reported(self, articles: Collection[str] | None) -> Iterator[Reported]:
        some, given = ("", ()) if articles is None else (f"article_id {OF_IDS}", (ids_json(articles),))
        events = self._events(f"WHERE {some}" if some else "", given)
        named = self._named(f"AND {some}" if some else "", given)
        facts = f"{_FACTS} AND s.{some}" if some else _FACTS
        for key, article, content, polarity, vector in self._select(facts, given):
            span = max(_decode_spans(content), key=lambda s: (s.end - s.start, -s.start))
            inside = [e for e in events.get(article, ()) if span.start <= e.start < span.end]
            done = tuple(e for e in inside if e.status == "reported")
            if inside and not done:
                continue
            passage = self.passage(article, span.start, span.end, span.text, key)
            yield Reported(
                passage=replace(
                    passage,
                    happened_from=min((e.from_ for e in done if e.from_), default=None),
                    happened_to=max((e.to for e in done if e.to), default=None),
                ),
                negative=polarity == "negative",
                actor_ids=frozenset(
                    actor
                    for at, actor in named.get(article, ())
                    if span.start <= at < span.end
                ),
                events=done,
                vector=vector,
            )

    def _events(self, where: str, given: tuple[str, ...]) -> dict[str, list[Event]]:
        found: dict[str, list[Event]] = defaultdict(list)
        for event in self._read(Event, f"{where} ORDER BY article_id, rowid", given):
            found[event.article_id].append(with_actors(event, self._same))
        return found

    def _named(self, where: str, given: tuple[str, ...]) -> dict[str, list[tuple[int, str]]]:
        found: dict[str, list[tuple[int, str]]] = defaultdict(list)
        rows = self._select(
            f"SELECT article_id, \"start\", actor_id FROM mentions WHERE kind <> 'pronoun' {where}",  # noqa: S608 - our own names
            given,
        )
        for article, at, actor in rows:
            found[article].append((at, self._same.get(actor, actor)))
        return found

    def _with_origins(self, fates: Sequence[Fate]) -> tuple[Fate, ...]:
        told = self.told(p for f in fates for link in f.links for p in (link.ours, link.theirs))
        return tuple(
            replace(
                fate,
                links=tuple(
                    replace(link, ours=told[link.ours], theirs=told[link.theirs])
                    for link in fate.links
                ),
            )
            for fate in fates
        )

    def _whereabouts(self) -> Iterator[tuple[str, Whereabouts]]:
        rows = self._select(
            "SELECT id, outlet_name, published_from, published_to FROM articles", ()
        )
        for key, outlet, since, until in rows:
            yield key, Whereabouts(outlet_name=outlet, published_from=since, published_to=until)


def last_day(deadline: str | None) -> str | None:
    """Give the last day of a deadline, ISO: of "by 1 June (2031-05-17/2031-06-01)" the second."""
    inside = (deadline or "").rpartition("(")[2].rstrip(")")
    day = inside.rpartition("/")[2]
    return day if day[:4].isdigit() and day.count("-") == _DAY_MARKS else None


_DAY_MARKS: Final = 2


def ids_json(keys: Collection[str]) -> str:
    return msgspec.json.encode(sorted(keys)).decode()
