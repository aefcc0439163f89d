"""The events of a case, from its tables, with their origins counted."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from headwater.case.events import (
    HeldEvent,
    ToldEvents,
    claims_of_events,
    gather_events,
    with_event_origins,
)
from headwater.case.fronts import Whereabouts
from headwater.case.network import OriginCounter
from headwater.case.sides import Dispute
from headwater.case.tempo import Tempo, build_tempo, with_row_origins
from headwater.model import (
    Article,
    ArticleFindings,
    Claim,
    Contradiction,
    Derivation,
    Event,
    Statement,
    with_actors,
)

#: Gives the values of a model class whose rows fit a condition.
Read = Callable[[type[Any], str, tuple[Any, ...]], tuple[Any, ...]]
Select = Callable[[str, tuple[Any, ...]], Iterator[tuple[Any, ...]]]
#: Gives contradictions with both sides.
Disputed = Callable[[Sequence[Contradiction]], Sequence[Dispute]]


class Eventer:
    """Gathers the events of a case and has their origins counted."""

    def __init__(
        self,
        select: Select,
        read: Read,
        count: OriginCounter | None,
        disputed: Disputed,
        same: Mapping[str, str],
    ) -> None:
        self._select, self._read, self._count = select, read, count
        self._disputed, self._same = disputed, same

    def held(self, wanted: Callable[[HeldEvent], bool]) -> tuple[HeldEvent, ...]:
        """Give the events that are asked for, each once; the most retold first, then by date."""
        events = self._read(Event, "ORDER BY article_id, rowid", ())
        told = ToldEvents(
            events=[with_actors(event, self._same) for event in events],
            where=self._where(),
            names=dict(self._select("SELECT id, name FROM actors", ())),
            words={s.id: s.words for s in self._statements},
            counts=self._counts(),
            disputes=self._numbers(),
        )
        held = tuple(filter(wanted, gather_events(told)))
        return with_event_origins(held, self._origins(claims_of_events(held)))

    def tempo(self, wanted: Callable[[HeldEvent], bool], beat: str) -> Tempo:
        """Give the events that are asked for by week or month."""
        tempo, claims = build_tempo(self.held(wanted), beat)
        return with_row_origins(tempo, self._origins(claims))

    @cached_property
    def _statements(self) -> tuple[Statement, ...]:
        return self._read(Statement, "ORDER BY article_id, rowid", ())

    def _origins(self, claims: Sequence[Claim]) -> tuple[Claim, ...]:
        if self._count is None:
            raise TypeError(
                "open the case with headwater.open_case: by itself it counts nothing"
            )
        if not claims:
            return ()
        said: dict[str, list[Statement]] = defaultdict(list)
        for statement in self._statements:
            said[statement.article_id].append(statement)
        # Every article, since one that does not tell of it may be the report that another cites.
        found = (
            ArticleFindings(article=a, statements=tuple(said[a.id]))
            for a in self._read(Article, "ORDER BY id", ())
        )
        return self._count(claims, found, self._read(Derivation, "ORDER BY id", ()))

    def _where(self) -> dict[str, Whereabouts]:
        rows = self._select(
            "SELECT id, outlet_name, published_from, published_to FROM articles", ()
        )
        return {
            key: Whereabouts(outlet_name=outlet, published_from=since, published_to=until)
            for key, outlet, since, until in rows
        }

    def _counts(self) -> dict[str, list[tuple[int, int]]]:
        """Where numbers of more than one stand, those of people aside: "nine killed" is one act."""
        rows = self._select(
            'SELECT article_id, start, "end" FROM quantities'
            " WHERE coalesce(value, 2) > 1 AND coalesce(unit, '') != 'persons'",
            (),
        )
        counts: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for article_id, start, end in rows:
            counts[article_id].append((start, end))
        return counts

    def _numbers(self) -> list[tuple[frozenset[str], Dispute]]:
        found = self._read(Contradiction, "WHERE kind = 'numbers' ORDER BY id", ())
        statements = {one.id: frozenset(one.statement_ids) for one in found}
        return [(statements[d.id], d) for d in self._disputed(found)]
