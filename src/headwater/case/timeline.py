"""What happened and what was reported, day by day: event time and report time in two lanes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from headwater.case.fronts import Front
from headwater.model import Event, Independence, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedEvent:
    """An event as it is told, once for all statements of one claim that tell it of the same days.

    ``first_day`` and ``last_day`` are its own time, ISO; both None where the words give no day.
    ``words`` is ``Article.text[start:end]``, the passage that tells it. ``independent`` counts the
    origins of the claim that carries it; None where no claim does.
    """

    event_id: str
    type: str
    mode: str | None
    status: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    verb: str
    place: str | None
    first_day: str | None
    last_day: str | None
    when: str | None
    article_id: str
    outlet_name: str | None
    published_from: str | None
    published_to: str | None
    start: int
    end: int
    words: str
    #: Every article that tells it, by id.
    article_ids: tuple[str, ...]
    independent: Independence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedReport:
    """An article on the day it came out, and how many articles tell its story."""

    article_id: str
    outlet_name: str | None
    title: str | None
    published_from: str | None
    published_to: str | None
    story_id: str | None
    story_articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineDay:
    """One day in two lanes."""

    day: str
    happened: tuple[TimedEvent, ...]
    reported: tuple[TimedReport, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Days in order, and beside them what has no single day of its own."""

    days: tuple[TimelineDay, ...]
    #: Events that the words place between two days, or on one side of a day, the earliest first.
    intervals: tuple[TimedEvent, ...]
    #: Events without a day of their own, by the day of the report.
    undated: tuple[TimedEvent, ...]
    #: Articles whose day of publication is not known, or not to the day.
    reports_without_day: tuple[TimedReport, ...]


class Carrier(msgspec.Struct, frozen=True, gc=False):
    """The claim that carries an event: its id, and how many origins it has."""

    id: str
    independent: Independence


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """What a timeline is made of, of each no more than it tells."""

    events: Sequence[Event]
    articles: Mapping[str, Front]
    #: What the statements that carry the events tell.
    contents: Mapping[str, tuple[Span, ...]]
    #: Which claim these statements make.
    claim_of: Mapping[str, Carrier]
    #: Which story each article tells, and how many articles tell it.
    story_of: Mapping[str, tuple[str, int]]
    #: Whether articles that tell none of the events are left out.
    only_with_events: bool


def make_timeline(times: Times, first: str | None = None, last: str | None = None) -> Timeline:
    """Lay events and reports on days.

    Args:
        times: The events and articles.
        first: Leave out what is wholly before this day (ISO); of undated events, by their reports.
        last: Leave out what is wholly after it.
    """
    told = [e for e in _joined(times) if _is_within(*_days_of(e), first, last)]
    reports = [
        r for r in _reports(times) if _is_within(r.published_from, r.published_to, first, last)
    ]
    happened: dict[str, list[TimedEvent]] = defaultdict(list)
    reported: dict[str, list[TimedReport]] = defaultdict(list)
    for event in told:
        if event.first_day and event.first_day == event.last_day:
            happened[event.first_day].append(event)
    for report in reports:
        if report.published_from and report.published_from == report.published_to:
            reported[report.published_from].append(report)
    return Timeline(
        days=tuple(
            TimelineDay(
                day=day,
                happened=tuple(sorted(happened[day], key=_event_order)),
                reported=tuple(sorted(reported[day], key=_report_order)),
            )
            for day in sorted(happened.keys() | reported.keys())
        ),
        intervals=tuple(sorted((e for e in told if _is_vague(e)), key=_interval_order)),
        undated=tuple(
            sorted((e for e in told if not (e.first_day or e.last_day)), key=_event_order)
        ),
        reports_without_day=tuple(
            sorted(
                (
                    r
                    for r in reports
                    if not r.published_from or r.published_from != r.published_to
                ),
                key=_report_order,
            )
        ),
    )


def _joined(times: Times) -> Iterable[TimedEvent]:
    """Yield events, told by their first telling: as one what is one event, or of one claim, type, status and time."""
    claim_of = times.claim_of
    groups: dict[tuple[object, ...], list[Event]] = defaultdict(list)
    known = {event.id: event for event in times.events}
    for event in times.events:
        head = known.get(event.same_as or event.id, event)
        claim = claim_of.get(head.statement_id or "")
        carrier = claim.id if claim else head.id
        groups[carrier, head.type, head.status, head.from_, head.to, head.text.casefold() if claim is None else ""].append(event)  # fmt: skip
    for group in groups.values():
        first = min(
            group, key=lambda e: (_day(times.articles[e.article_id]), e.article_id, e.start)
        )
        claim = claim_of.get(first.statement_id or "")
        articles = tuple(sorted({e.article_id for e in group}))
        yield _timed(first, articles, claim.independent if claim else None, times)


def _timed(
    event: Event, article_ids: tuple[str, ...], independent: Independence | None, times: Times
) -> TimedEvent:
    article = times.articles[event.article_id]
    span = _passage(event, times.contents.get(event.statement_id or "", ()))
    return TimedEvent(
        event_id=event.id,
        type=event.type,
        mode=event.mode,
        status=event.status,
        actors=tuple(s.text for s in event.actor_words),
        recipients=tuple(s.text for s in event.recipient_words),
        verb=event.text,
        place=event.place,
        first_day=event.from_,
        last_day=event.to,
        when=event.when.text if event.when else None,
        article_id=article.id,
        outlet_name=article.outlet_name,
        published_from=article.published_from,
        published_to=article.published_to,
        start=span.start,
        end=span.end,
        words=span.text,
        article_ids=article_ids,
        independent=independent,
    )


def _passage(event: Event, content: Sequence[Span]) -> Span:
    """Give the stretch of a statement's content that holds the event; the event's own word if none does."""
    own = Span(start=event.start, end=event.end, text=event.text)
    return next((span for span in content if span.covers(own)), own)


def _reports(times: Times) -> Iterable[TimedReport]:
    telling = {e.article_id for e in times.events}
    for article in times.articles.values():
        if times.only_with_events and article.id not in telling:
            continue
        story, told_by = times.story_of.get(article.id, (None, 1))
        yield TimedReport(
            article_id=article.id,
            outlet_name=article.outlet_name,
            title=article.title,
            published_from=article.published_from,
            published_to=article.published_to,
            story_id=story,
            story_articles=told_by,
        )


def _days_of(event: TimedEvent) -> tuple[str | None, str | None]:
    if event.first_day or event.last_day:
        return event.first_day, event.last_day
    return event.published_from, event.published_to


def _is_within(begin: str | None, end: str | None, first: str | None, last: str | None) -> bool:
    """Tell whether something from a day to a day, either open, touches the days asked for; without any day it does not."""
    if first is None and last is None:
        return True
    if begin is None and end is None:
        return False
    is_past = first is not None and end is not None and end < first
    is_ahead = last is not None and begin is not None and begin > last
    return not (is_past or is_ahead)


def _is_vague(event: TimedEvent) -> bool:
    return bool(event.first_day or event.last_day) and event.first_day != event.last_day


def _day(article: Front) -> str:
    return article.published_from or "~"


def _event_order(event: TimedEvent) -> tuple[object, ...]:
    return -len(event.article_ids), event.published_from or "~", event.article_id, event.start


def _interval_order(event: TimedEvent) -> tuple[object, ...]:
    return event.first_day or "", event.last_day or "~", *_event_order(event)


def _report_order(report: TimedReport) -> tuple[object, ...]:
    return report.published_from or "~", report.outlet_name or "~", report.article_id
