"""What happened, once or with every telling, by days and by weeks."""
# ruff: noqa: PLC0415 - what makes an answer is opened when it is asked for

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from headwater.case.questions.actors import OfActors
from headwater.case.questions.claims import OfClaims
from headwater.case.questions.findings import OfFindings
from headwater.case.questions.open_case import OF_IDS, ids_given
from headwater.errors import UnclearQuestion
from headwater.model import Event, Independence, Span

if TYPE_CHECKING:
    from headwater.case.eventing import Eventer
    from headwater.case.events import HeldEvent
    from headwater.case.tempo import Tempo
    from headwater.case.timeline import Carrier, Timeline

_decode_spans = msgspec.json.Decoder(tuple[Span, ...]).decode
_decode_bounds = msgspec.json.Decoder(Independence).decode
_decode_ids = msgspec.json.Decoder(tuple[str, ...]).decode


class OfEvents(OfFindings, OfActors, OfClaims):
    """Answers who did what to whom, and when."""

    def events(
        self,
        article_id: str | None = None,
        *,
        type: str | None = None,  # noqa: A002 - the column's name
        actor: str | None = None,
        status: str | None = None,
    ) -> tuple[Event, ...]:
        """Every telling of an event, or those of one article, in reading order; see ``held_events``.

        Args:
            article_id: Only those of this article.
            type: Only those of this PLOVER type, in any case.
            actor: Only those with a participant, on either side, of this id, or one of whose names or
                words holds this, in any case.
            status: Only those of this status.
        """
        given = {"article_id": article_id, "type": type and type.upper(), "status": status}
        asked = {column: value for column, value in given.items() if value is not None}
        condition = " AND ".join(["true", *(f"{column} = ?" for column in asked)])
        rest = f"WHERE {condition} ORDER BY article_id, rowid"
        found = self._all(Event, rest, tuple(asked.values()))
        if actor is None:
            return found
        ids = {actor, *(a.id for a in self.actors(actor))}
        return tuple(e for e in found if _takes_part(e, ids, actor.casefold()))

    def held_events(
        self,
        *,
        type: str | None = None,  # noqa: A002 - the column's name
        actor: str | None = None,
        status: str | None = None,
    ) -> "tuple[HeldEvent, ...]":
        """Every event once, with all its tellings and its origins; the most retold first, then by date.

        Args:
            type: As for ``events``.
            actor: As for ``events``.
            status: As for ``events``.
        """
        from headwater.case.asking import is_wanted

        return self._eventer().held(is_wanted(self.actors, type, actor, status))

    def tempo(
        self,
        *,
        by: str = "week",
        type: str | None = None,  # noqa: A002 - the column's name
        actor: str | None = None,
    ) -> "Tempo":
        """Give events over time, by who, what and where, each row with its origins.

        What was reported counts, where its own words put it or, if they give no day, where the first
        report of it is. What is told as a number of acts stands beside, and is no row.

        Args:
            by: ``week`` or ``month``.
            type: As for ``events``.
            actor: As for ``events``.

        Raises:
            UnclearQuestion: If ``by`` is neither.
        """
        from headwater.case.asking import is_wanted
        from headwater.case.tempo import BEATS

        if by not in BEATS:
            remedy = f"Choose one of: {', '.join(BEATS)}"
            raise UnclearQuestion("there is no such beat", where=f"by {by!r}", remedy=remedy)
        return self._eventer().tempo(is_wanted(self.actors, type, actor, None), by)

    def timeline(
        self,
        *,
        actor: str | None = None,
        type: str | None = None,  # noqa: A002 - the column's name
        first: str | None = None,
        last: str | None = None,
    ) -> "Timeline":
        """What happened and what was reported, day by day, in two lanes.

        An event stands on the day that its own words give it, an article on the day it came out.

        Args:
            actor: As for ``events``.
            type: As for ``events``.
            first: Leave out what is wholly before this day, YYYY-MM-DD.
            last: Leave out what is wholly after it.
        """
        from headwater.case.timeline import Times, make_timeline

        found = self.events(actor=actor, type=type)
        carrying = ids_given(e.statement_id for e in found if e.statement_id)
        times = Times(
            events=found,
            articles=self.fronts(),
            contents=dict(self._contents(carrying)),
            claim_of=dict(self._carriers(carrying)),
            story_of=dict(self._stories_of()),
            only_with_events=actor is not None or type is not None,
        )
        return make_timeline(times, first, last)

    def _contents(self, statements: tuple[str]) -> Iterator[tuple[str, tuple[Span, ...]]]:
        rows = self._select(f"SELECT id, content FROM statements WHERE id {OF_IDS}", statements)  # noqa: S608 - our own words
        return ((key, _decode_spans(content)) for key, content in rows)

    def _carriers(self, statements: tuple[str]) -> "Iterator[tuple[str, Carrier]]":
        """Yield the claims that statements make; of one that makes several the one that goes last by id is last."""
        from headwater.case.timeline import Carrier

        rows = self._select(
            "SELECT cs.statement_id, c.id, c.independent FROM claim_statements cs"  # noqa: S608 - our own words
            f" JOIN claims c ON c.id = cs.claim_id WHERE cs.statement_id {OF_IDS} ORDER BY c.id",
            statements,
        )
        return ((key, Carrier(claim, _decode_bounds(bounds))) for key, claim, bounds in rows)

    def _stories_of(self) -> Iterator[tuple[str, tuple[str, int]]]:
        for story, ids in self._select("SELECT id, article_ids FROM stories ORDER BY id"):
            told = _decode_ids(ids)
            yield from ((article, (story, len(told))) for article in told)

    def _eventer(self) -> "Eventer":
        from headwater.case.eventing import Eventer

        return Eventer(
            self._select,
            self._all,
            self.count_origins,
            self._disputed,
            self._same(),
        )


def _takes_part(event: Event, ids: set[str], wanted: str) -> bool:
    if ids & {*event.actors, *event.recipients}:
        return True
    words = (*event.actor_words, *event.recipient_words)
    return any(wanted in span.text.casefold() for span in words)
