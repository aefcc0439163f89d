"""What a case holds of commitments and of what is reported, as far as following them looks at it."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, Protocol

import msgspec

from headwater.case.profiles import Whereabouts
from headwater.model import (
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

_OF_IDS: Final = "IN (SELECT value FROM json_each(?))"
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
_decode_ids = msgspec.json.Decoder(tuple[str, ...]).decode


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

    def fates(self, ids: Collection[str], follow: Follow) -> tuple[Fate, ...]:
        """Give what became of the commitments that stand for these, by id."""
        pledges = [p for p in self.pledges() if p.key in ids]
        newest = max((w.published_to for w in self.where.values() if w.published_to), default=None)
        fates = follow(tuple(self._reported()), newest).fates(pledges)
        return self._with_origins(fates)

    def pledges(self) -> list[Pledge]:
        """Give every telling of every commitment."""
        told: tuple[Commitment, ...] = self._read(Commitment, "ORDER BY id", ())
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
        )

    def origins_of(self, statement_ids: Collection[str]) -> dict[str, Independence]:
        """Give how many origins stand behind the claim that each of these statements tells."""
        rows = self._select(
            "SELECT j.value, c.independent FROM claims c, json_each(c.statement_ids) j"
            f" WHERE j.value {_OF_IDS} ORDER BY c.id",  # noqa: S608 - our own names
            (_json(statement_ids),),
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
            f"SELECT statement_id, actor_id, name, text FROM chain_links WHERE statement_id {_OF_IDS}",  # noqa: S608 - our own names
            (_json(ids),),
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
            Relation, f"WHERE kind {_OF_IDS} AND modality = 'asserted' ORDER BY id", (_json(kinds),)
        )
        for tie in (with_actors(relation, self._same) for relation in found):
            ties[tie.subject].add(tie.object)
        return {key: frozenset({key, *others}) for key, others in ties.items()}

    def _texts(self, ids: Collection[str]) -> dict[str, str]:
        return dict(self._select(f"SELECT id, text FROM articles WHERE id {_OF_IDS}", (_json(ids),)))  # noqa: S608 - our own names

    def _reported(self) -> Iterator[Reported]:
        events = self._events()
        named = self._named()
        for key, article, content, polarity, vector in self._select(f"{_FACTS} ORDER BY s.id", ()):
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

    def _events(self) -> dict[str, list[Event]]:
        found: dict[str, list[Event]] = defaultdict(list)
        for event in self._read(Event, "ORDER BY article_id, rowid", ()):
            found[event.article_id].append(with_actors(event, self._same))
        return found

    def _named(self) -> dict[str, list[tuple[int, str]]]:
        found: dict[str, list[tuple[int, str]]] = defaultdict(list)
        rows = self._select(
            'SELECT article_id, "start", actor_id FROM mentions WHERE kind <> \'pronoun\'', ()
        )
        for article, at, actor in rows:
            found[article].append((at, self._same.get(actor, actor)))
        return found

    def _with_origins(self, fates: Sequence[Fate]) -> tuple[Fate, ...]:
        passages = [p for f in fates for link in f.links for p in (link.ours, link.theirs)]
        counted = self.origins_of({p.statement_id for p in passages if p.statement_id})

        def told(passage: Passage) -> Passage:
            return replace(passage, independent=counted.get(passage.statement_id or ""))

        return tuple(
            replace(
                fate,
                links=tuple(
                    replace(link, ours=told(link.ours), theirs=told(link.theirs))
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


def _json(keys: Collection[str]) -> str:
    return msgspec.json.encode(sorted(keys)).decode()
