"""What a case puts forward as so, against which commitments are held."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Final

import msgspec

from headwater.case.following.asking import OF_IDS, Read, Select, ids_json
from headwater.case.following.passages import Passages
from headwater.case.following.pledges import Pledges
from headwater.lexicon import condition_words
from headwater.model import ChainLink, Event, Facts, Reported, Span, with_actors

#: What is put forward as so by somebody who does not deny it.
_FACTS: Final = (
    "SELECT s.id, s.article_id, v.vector FROM statements s JOIN vectors v ON v.statement_id = s.id"
    " WHERE s.modality = 'fact' AND s.cue_class <> 'doubt'"
    " AND s.id NOT IN (SELECT statement_id FROM commitments WHERE statement_id IS NOT NULL)"
)
_decode_spans = msgspec.json.Decoder(tuple[Span, ...]).decode
_decode_chain = msgspec.json.Decoder(tuple[ChainLink, ...]).decode


class Reporting:
    """Reads what is reported.

    Args:
        select: Reads rows of the case.
        read: Reads values of the case.
        same: Id of an actor to the id it goes by.
        passages: Cuts the passages.
        pledges: Knows who acts as one with whom.
    """

    def __init__(
        self,
        select: Select,
        read: Read,
        same: Mapping[str, str],
        passages: Passages,
        pledges: Pledges,
    ) -> None:
        self._select, self._read, self._same = select, read, same
        self._passages, self._pledges = passages, pledges

    def facts(self, articles: Collection[str] | None) -> Facts:
        """Give what these articles put forward as so, or all if None, as far as vectors are compared."""
        some, given = _among("s.article_id", articles)
        rows = list(self._select(f"{_FACTS}{some} ORDER BY s.id", given))
        return Facts(
            ids=tuple(row[0] for row in rows),
            days=tuple(self._passages.where[row[1]].published_from for row in rows),
            vectors=b"".join(row[2] for row in rows),
            withdrawing=tuple(row[0] for row in rows if row[0] in self._withdrawing),
            as_of=max(
                (w.published_to for w in self._passages.where.values() if w.published_to),
                default=None,
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
            (ids_json(lists["withdraws"] | lists["takes_back"]),),
        )
        return {
            key: article
            for key, article, words in rows
            if any(word in words for word in lists["taken_back"])
        }

    def reported(self, ids: Collection[str]) -> Iterator[Reported]:
        """Yield these statements in full, those that report nothing left out."""
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
            passage = self._passages.cut(article, span.start, span.end, span.text, key)
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
                speaker_ids=self._pledges.sides.get(speaker.actor_id or "", frozenset())
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


def _among(column: str, ids: Collection[str] | None) -> tuple[str, tuple[str, ...]]:
    return ("", ()) if ids is None else (f" AND {column} {OF_IDS}", (ids_json(ids),))
