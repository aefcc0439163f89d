"""How often something happens: events a week or a month, by who, what and where."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from headwater.case.events import EventTelling, HeldEvent, claim_of, witnesses
from headwater.model import Claim, Independence, digest

BEATS: Final = ("week", "month")
#: Days over which the words may spread an event that is still put into one week.
_MOST_DAYS: Final = timedelta(days=6)
#: What is planned, conditional, denied or long past has no place in the days of its report.
_DONE: Final = "reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class TempoRow:
    """The events of one actor, type and place that fell into one week or month.

    ``independent`` counts the origins of all that tells of them. Of ``events``, ``dated`` are put there
    by their own words, the others by the day on which they were first reported.
    """

    #: The first day of the week (a Monday) or month; None where neither words nor articles give a day.
    since: str | None
    type: str
    actors: tuple[str, ...]
    place: str | None
    events: int
    dated: int
    articles: int
    independent: Independence
    event_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tempo:
    """Events over time, and beside them what is only told as a number: "more than 100 attacks since October"."""

    beat: str
    rows: tuple[TempoRow, ...]
    counts: tuple[HeldEvent, ...]


def build_tempo(events: Iterable[HeldEvent], beat: str) -> tuple[Tempo, tuple[Claim, ...]]:
    """Put events into weeks or months; also give what is to be counted for each row, by the digest of its events.

    Args:
        events: What the case holds, or what of it is asked for.
        beat: ``week`` or ``month``.
    """
    done = [e for e in events if e.status == _DONE]
    groups: dict[tuple[str, str, tuple[str, ...], str], list[HeldEvent]] = defaultdict(list)
    for event in done:
        if not event.is_count:
            since = _start(_day_of(event), beat) or ""
            groups[since, event.type, event.by, event.place or ""].append(event)
    rows = tuple(_row(key, found) for key, found in sorted(groups.items()))
    claims = (_claim(row, groups) for row in rows)
    tempo = Tempo(beat=beat, rows=rows, counts=tuple(e for e in done if e.is_count))
    return tempo, tuple(claim for claim in claims if claim)


def with_row_origins(tempo: Tempo, counted: Iterable[Claim]) -> Tempo:
    """Give the rows with the origins that were counted for each."""
    by_id = {claim.id: claim.independent for claim in counted}
    rows = []
    for row in tempo.rows:
        found = by_id.get(_key(row), Independence(low=0, high=0))
        # What stands in no statement raises only the upper bound.
        rows.append(replace(row, independent=Independence(low=found.low, high=found.high + row.independent.high)))  # fmt: skip
    return replace(tempo, rows=tuple(rows))


def _row(key: tuple[str, str, tuple[str, ...], str], events: Sequence[HeldEvent]) -> TempoRow:
    since, kind, actors, place = key
    told = _tellings(events)
    unstated = {t.article_id for t in told} - {t.article_id for t in witnesses(told)}
    return TempoRow(
        since=since or None,
        type=kind,
        actors=actors,
        place=place or None,
        events=len(events),
        dated=sum(_is_dated(event) for event in events),
        articles=len({t.article_id for t in told}),
        independent=Independence(low=0, high=len(unstated)),
        event_ids=tuple(sorted(event.id for event in events)),
    )


def _claim(
    row: TempoRow, groups: dict[tuple[str, str, tuple[str, ...], str], list[HeldEvent]]
) -> Claim | None:
    events = groups[row.since or "", row.type, row.actors, row.place or ""]
    told = witnesses(_tellings(events))
    return claim_of(_key(row), told) if told else None


def _tellings(events: Iterable[HeldEvent]) -> list[EventTelling]:
    return [telling for event in events for telling in event.tellings]


def _key(row: TempoRow) -> str:
    return digest("tempo", *row.event_ids)


def _is_dated(event: HeldEvent) -> bool:
    if event.from_ is None or event.to is None:
        return False
    return date.fromisoformat(event.to) - date.fromisoformat(event.from_) <= _MOST_DAYS


def _day_of(event: HeldEvent) -> str | None:
    """Give the day of the event, else of its first report; a page of some day "or later" gives none."""
    if _is_dated(event):
        return event.from_
    where = (telling.where for telling in event.tellings)
    return min(
        (w.published_from for w in where if w.published_from and w.published_to), default=None
    )


def _start(day: str | None, beat: str) -> str | None:
    if day is None:
        return None
    told = date.fromisoformat(day)
    if beat == "month":
        return str(told.replace(day=1))
    return str(told - timedelta(days=told.weekday()))
