"""What a case holds of commitments and of what is reported, as far as following them looks at it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, Final, Protocol

import msgspec

from headwater.case.profiles import Whereabouts
from headwater.lexicon import condition_words
from headwater.model import (
    ChainLink,
    Commitment,
    Event,
    Facts,
    Fate,
    Independence,
    Passage,
    Pledge,
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
    "SELECT s.id, s.article_id, v.vector FROM statements s JOIN vectors v ON v.statement_id = s.id"
    " WHERE s.modality = 'fact' AND s.cue_class <> 'doubt'"
    " AND s.id NOT IN (SELECT statement_id FROM commitments WHERE statement_id IS NOT NULL)"
)
#: The claims that tell one of some statements. Most have one, whose 16 letters stand in brackets and quotes.
_CLAIMS_OF: Final = (
    "SELECT statement_ids, independent FROM claims"  # noqa: S608 - our own names
    f" WHERE CASE WHEN length(statement_ids) < 24 THEN substr(statement_ids, 3, 16) {OF_IDS}"
    f" ELSE EXISTS (SELECT 1 FROM json_each(statement_ids) WHERE value {OF_IDS}) END ORDER BY id"
)
#: Ties by which what one does is also done by the other.
_ONE_SIDE: Final = frozenset({"commands", "leads", "deputy_commander_of", "member_of", "part_of", "spokesperson_of", "holds_office_in"})  # fmt: skip
_decode_spans = msgspec.json.Decoder(tuple[Span, ...]).decode
_decode_independence = msgspec.json.Decoder(Independence).decode
_decode_ids = msgspec.json.Decoder(tuple[str, ...]).decode
_decode_chain = msgspec.json.Decoder(tuple[ChainLink, ...]).decode


class Follower(Protocol):
    """Follows commitments. The case compares nothing itself: whoever opens it brings this along."""

    def fates(self, pledges: Iterable[Pledge]) -> tuple[Fate, ...]:
        """Give the fate of each commitment."""


#: Makes a follower of what is put forward as so; what it holds near enough it has read in full.
Follow = Callable[[Facts, Callable[[Collection[str]], Iterable[Reported]]], Follower]


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
        return follow(self._facts(articles), self._reported).fates(pledges)

    def with_origins(self, fates: Sequence[Fate]) -> tuple[Fate, ...]:
        """Give fates whose passages tell on whose word they are, and how many origins they have."""
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

    def pledges(self, where: str, given: tuple[Any, ...] = ()) -> list[Pledge]:
        """Give the tellings of commitments for which a condition on their table holds, in the order of their ids."""
        told: tuple[Commitment, ...] = self._read(
            Commitment, f"WHERE {where} ORDER BY id", given
        )
        ids = sorted({c.statement_id for c in told if c.statement_id})
        words = self._issuer_words(ids)
        texts = self._texts({c.article_id for c in told})
        return [self._pledge(with_actors(c, self._same), words, texts) for c in told]

    def passage(
        self, article_id: str, start: int, end: int, text: str, statement_id: str | None
    ) -> Passage:
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
        rows = self._select(
            f"SELECT id, chain FROM statements WHERE id {OF_IDS}",  # noqa: S608 - our own names
            (ids_json(ids),),
        )
        return {
            key: tuple(with_actors(link, self._same) for link in _decode_chain(chain))
            for key, chain in rows
        }

    def origins_of(self, statement_ids: Collection[str]) -> dict[str, Independence]:
        """Give how many origins stand behind the claim that each of these statements tells."""
        if not statement_ids:
            return {}
        given = ids_json(statement_ids)
        rows = self._select(_CLAIMS_OF, (given, given))
        return {
            key: _decode_independence(counted)
            for ids, counted in rows
            for key in frozenset(statement_ids).intersection(_decode_ids(ids))
        }

    def _pledge(
        self,
        told: Commitment,
        words: Mapping[str, Mapping[str | None, tuple[str, ...]]],
        texts: Mapping[str, str],
    ) -> Pledge:
        parts = [span for span in (told.trigger, told.consequence) if span]
        start, end = min(s.start for s in parts), max(s.end for s in parts)
        issuer = told.issuer
        return Pledge(
            key=told.same_as or told.id,
            commitment_id=told.id,
            article_id=told.article_id,
            issuer_ids=self._sides.get(issuer, frozenset({issuer})) if issuer else frozenset(),
            side_names=self._names_of(
                sorted(self._sides.get(issuer or "", frozenset()) - {issuer})
            ),
            issuer_words=words.get(told.statement_id or "", {}).get(issuer, ()),
            trigger=told.trigger,
            consequence=told.consequence,
            trigger_role=told.trigger_role,
            last_day=last_day(told.deadline),
            is_only_one=issuer is not None and self._uttered.get(issuer) == 1,
            passage=self.passage(
                told.article_id,
                start,
                end,
                texts[told.article_id][start:end],
                told.statement_id,
            ),
        )

    def _issuer_words(
        self, ids: Collection[str]
    ) -> dict[str, dict[str | None, tuple[str, ...]]]:
        """Give, for each statement, by what names and words it calls each link of its chain."""
        return {
            key: {link.actor_id: tuple(filter(None, (link.name, link.text))) for link in chain}
            for key, chain in self._chains(ids).items()
        }

    @cached_property
    def _uttered(self) -> Counter[str]:
        """How many commitments each issuer has."""
        rows = self._select(
            "SELECT DISTINCT coalesce(same_as, id), issuer FROM commitments WHERE issuer IS NOT NULL",
            (),
        )
        return Counter(issuer for _, issuer in {(k, self._same.get(i, i)) for k, i in rows})

    @cached_property
    def _sides(self) -> dict[str, frozenset[str]]:
        """Give, for each actor, those that act as one with it: whom it leads, of whom it is part."""
        ties: dict[str, set[str]] = defaultdict(set)
        rows = self._select(
            f"SELECT DISTINCT subject, object FROM relations WHERE kind {OF_IDS} AND modality = 'asserted'",  # noqa: S608 - our own names
            (ids_json(_ONE_SIDE),),
        )
        for subject, other in rows:
            ties[self._same.get(subject, subject)].add(self._same.get(other, other))
        return {key: frozenset({key, *others}) for key, others in ties.items()}

    def _names_of(self, ids: Sequence[str]) -> tuple[str, ...]:
        if not ids:
            return ()
        rows = self._select(
            f"SELECT name FROM actors WHERE id {OF_IDS} AND id NOT LIKE 'described/%' ORDER BY name",  # noqa: S608 - our own names
            (ids_json(ids),),
        )
        return tuple(name for (name,) in rows)

    def _texts(self, ids: Collection[str]) -> dict[str, str]:
        rows = self._select(
            f"SELECT id, text FROM articles WHERE id {OF_IDS}",  # noqa: S608 - our own names
            (ids_json(ids),),
        )
        return dict(rows)

    def _facts(self, articles: Collection[str] | None) -> Facts:
        some, given = _among("s.article_id", articles)
        rows = list(self._select(f"{_FACTS}{some} ORDER BY s.id", given))
        return Facts(
            ids=tuple(row[0] for row in rows),
            days=tuple(self.where[row[1]].published_from for row in rows),
            vectors=b"".join(row[2] for row in rows),
            withdrawing=tuple(row[0] for row in rows if row[0] in self._withdrawing),
            as_of=max(
                (w.published_to for w in self.where.values() if w.published_to), default=None
            ),
        )

    @cached_property
    def taking_back(self) -> frozenset[str]:
        """The articles in which somebody takes something back."""
        return frozenset(self._withdrawing.values())

    @cached_property
    def _withdrawing(self) -> dict[str, str]:
        """The statements in which a threat, a promise or a demand may be taken back, with their articles."""
        lists = condition_words()
        rows = self._select(
            "SELECT statement_id, article_id, lower(recipient_words) FROM events"  # noqa: S608 - our own names
            f" WHERE statement_id IS NOT NULL AND lower(text) {OF_IDS}",
            (ids_json(lists["withdraws"] | lists["takes"]),),
        )
        return {
            key: article
            for key, article, words in rows
            if any(word in words for word in lists["taken_back"])
        }

    def _reported(self, ids: Collection[str]) -> Iterator[Reported]:
        rows = list(
            self._select(
                f"SELECT id, article_id, content, polarity, chain FROM statements WHERE id {OF_IDS} ORDER BY id",  # noqa: S608 - our own names
                (ids_json(ids),),
            )
        )
        articles = {row[1] for row in rows}
        events, named = self._events(articles), self._named(articles)
        whole = self._whole(articles)
        for key, article, content, polarity, chain in rows:
            span = max(_decode_spans(content), key=lambda s: (s.end - s.start, -s.start))
            inside = [e for e in events.get(article, ()) if span.start <= e.start < span.end]
            done = tuple(e for e in inside if e.status == "reported")
            if inside and not done:
                continue
            passage = self.passage(article, span.start, span.end, span.text, key)
            speaker = with_actors(_decode_chain(chain)[-1], self._same)
            title, text = whole[article]
            yield Reported(
                statement_id=key,
                passage=replace(
                    passage,
                    happened_from=min((e.from_ for e in done if e.from_), default=None),
                    happened_to=max((e.to for e in done if e.to), default=None),
                ),
                negative=polarity == "negative",
                actor_ids=frozenset(
                    actor for at, actor in named.get(article, ()) if span.start <= at < span.end
                ),
                events=done,
                speaker_ids=self._sides.get(speaker.actor_id or "", frozenset())
                | frozenset(filter(None, (speaker.actor_id,))),
                speaker_words=tuple(filter(None, (speaker.name, speaker.text))),
                title=title,
                text=text,
            )

    def _whole(self, articles: Collection[str]) -> dict[str, tuple[str | None, str]]:
        """Give the title and the text of articles."""
        rows = self._select(
            f"SELECT id, title, text FROM articles WHERE id {OF_IDS}",  # noqa: S608 - our own names
            (ids_json(articles),),
        )
        return {key: (title, text) for key, title, text in rows}

    def _events(self, articles: Collection[str]) -> dict[str, list[Event]]:
        found: dict[str, list[Event]] = defaultdict(list)
        where = f"WHERE article_id {OF_IDS} ORDER BY article_id, rowid"
        for event in self._read(Event, where, (ids_json(articles),)):
            found[event.article_id].append(with_actors(event, self._same))
        return found

    def _named(self, articles: Collection[str]) -> dict[str, list[tuple[int, str]]]:
        found: dict[str, list[tuple[int, str]]] = defaultdict(list)
        rows = self._select(
            'SELECT article_id, "start", actor_id FROM mentions'  # noqa: S608 - our own names
            f" WHERE kind <> 'pronoun' AND article_id {OF_IDS}",
            (ids_json(articles),),
        )
        for article, at, actor in rows:
            found[article].append((at, self._same.get(actor, actor)))
        return found

    def _whereabouts(self) -> Iterator[tuple[str, Whereabouts]]:
        rows = self._select(
            "SELECT id, outlet_name, published_from, published_to FROM articles", ()
        )
        for key, outlet, since, until in rows:
            yield key, Whereabouts(outlet_name=outlet, published_from=since, published_to=until)


def _among(column: str, ids: Collection[str] | None) -> tuple[str, tuple[str, ...]]:
    return ("", ()) if ids is None else (f" AND {column} {OF_IDS}", (ids_json(ids),))


def last_day(deadline: str | None) -> str | None:
    """Give the last day of a deadline, ISO: of "by 1 June (2031-05-17/2031-06-01)" the second."""
    inside = (deadline or "").rpartition("(")[2].rstrip(")")
    day = inside.rpartition("/")[2]
    return day if day[:4].isdigit() and day.count("-") == _DAY_MARKS else None


_DAY_MARKS: Final = 2


def ids_json(keys: Collection[str]) -> str:
    """Give ids as a query takes them (``OF_IDS``)."""
    return msgspec.json.encode(sorted(keys)).decode()
