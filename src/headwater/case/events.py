"""Events as a case holds them: each once, with every article that tells it and the origins behind it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from headwater.case.fronts import Whereabouts
from headwater.case.sides import Dispute
from headwater.model import Claim, Event, Independence, Origin, Span

#: Said not to have happened: such a telling is no witness of it.
DENIED: Final = "denied"
#: A time that began longer before the article, and lasts until it, is no day of one act.
_ONE_ACT: Final = timedelta(days=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTelling:
    """One place that tells of an event, as that article has it."""

    event_id: str
    article_id: str
    statement_id: str | None
    where: Whereabouts
    status: str
    start: int
    end: int
    #: The word that reports it.
    text: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    #: First and last day, as the words say.
    from_: str | None
    to: str | None
    #: The sentence that carries it, as far as it is a statement.
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldEvent:
    """An event, told once or many times.

    Who, whom, where and when are in the words of the telling that stands for all, or of the next that has any.
    ``independent`` counts the origins of the statements that tell it, as for a claim: denials are left
    out, and a telling that stands in no statement raises only the upper bound.
    """

    id: str
    type: str
    mode: str | None
    status: str
    #: The word that reports it.
    text: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    actor_ids: tuple[str, ...]
    recipient_ids: tuple[str, ...]
    place: str | None
    from_: str | None
    to: str | None
    #: The first and last day on which an article that tells it may have been published.
    first_told: str | None
    last_told: str | None
    #: Who takes part by the other tellings alone, on either side: only actors with a name, by that of the case.
    others: tuple[str, ...]
    #: Who did it, by the names that the case has for them; of those without one, what they are called.
    by: tuple[str, ...]
    #: True where a telling speaks of several acts as one number: "43 attacks", "attacks since March".
    is_count: bool
    article_ids: tuple[str, ...]
    outlets: tuple[str, ...]
    #: Articles that deny it.
    denied_by: tuple[str, ...]
    independent: Independence
    origins: tuple[Origin, ...]
    #: Numbers of it that cannot all be true, with who says which.
    disputes: tuple[Dispute, ...]
    #: The one that stands for all first, then by date.
    tellings: tuple[EventTelling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldEvents:
    """What is needed to tell of the events of a case."""

    events: Sequence[Event]
    where: Mapping[str, Whereabouts]
    #: Actor id to name.
    names: Mapping[str, str]
    #: Statement id to its words.
    words: Mapping[str, str]
    #: Article id to where its numbers of things stand.
    counts: Mapping[str, Collection[tuple[int, int]]]
    #: Disputed numbers, by the statements of either side.
    disputes: Sequence[tuple[frozenset[str], Dispute]]


def gather_events(told: ToldEvents) -> tuple[HeldEvent, ...]:
    """Gather the tellings of each event, without counting origins: the most retold first, then by date."""
    groups: dict[str, list[Event]] = defaultdict(list)
    for event in told.events:
        groups[event.same_as or event.id].append(event)
    held = [_held(key, group, told) for key, group in groups.items()]
    return tuple(sorted(held, key=_order))


def claims_of_events(events: Iterable[HeldEvent]) -> tuple[Claim, ...]:
    """Give, for each event that statements tell, what they say together as a claim to be counted."""
    return tuple(claim_of(e.id, told) for e in events if (told := witnesses(e.tellings)))


def claim_of(key: str, tellings: Sequence[EventTelling]) -> Claim:
    """Make what these tellings say a claim to be counted under this id."""
    return Claim(
        id=key,
        text=tellings[0].text,
        members=(),
        statement_ids=tuple(sorted({t.statement_id for t in tellings if t.statement_id})),
        article_ids=tuple(sorted({t.article_id for t in tellings})),
        origins=(),
        independent=Independence(low=0, high=0),
        circular=False,
        digit=None,
        reasons=(),
    )


def witnesses(tellings: Iterable[EventTelling]) -> list[EventTelling]:
    """Give those that say it, in a statement that can be traced."""
    return [t for t in tellings if t.status != DENIED and t.statement_id]


def with_event_origins(
    events: Iterable[HeldEvent], counted: Iterable[Claim]
) -> tuple[HeldEvent, ...]:
    """Give the events with what was counted; a telling in no statement raises only the upper bound."""
    by_id = {claim.id: claim for claim in counted}
    return tuple(_counted(event, by_id.get(event.id)) for event in events)


def _counted(event: HeldEvent, claim: Claim | None) -> HeldEvent:
    said = {t.article_id for t in event.tellings if t.status != DENIED}
    unstated = said - {t.article_id for t in witnesses(event.tellings)}
    low, high = (claim.independent.low, claim.independent.high) if claim else (0, 0)
    return replace(
        event,
        independent=Independence(low=low, high=high + len(unstated)),
        origins=claim.origins if claim else (),
    )


def _held(key: str, group: Sequence[Event], told: ToldEvents) -> HeldEvent:
    events = sorted(group, key=lambda e: (e.id != key, _day(told, e), e.id))
    first = events[0]
    timed = next((e for e in events if e.from_ or e.to), first)
    where = [told.where[e.article_id] for e in events]
    ids = {e.statement_id for e in events if e.statement_id}
    return HeldEvent(
        id=key,
        type=first.type,
        mode=next((e.mode for e in events if e.mode), None),
        status=next((e.status for e in events if e.status != DENIED), DENIED),
        text=first.text,
        actors=next((w for e in events if (w := _words(e.actor_words))), ()),
        recipients=next((w for e in events if (w := _words(e.recipient_words))), ()),
        actor_ids=tuple(sorted({key for e in events for key in e.actors})),
        recipient_ids=tuple(sorted({key for e in events for key in e.recipients})),
        others=_others(events, told.names),
        by=_by(events, told.names),
        place=next((e.place for e in events if e.place), None),
        from_=timed.from_,
        to=timed.to,
        first_told=min((w.published_from for w in where if w.published_from), default=None),
        last_told=max((w.published_to for w in where if w.published_to), default=None),
        is_count=any(_is_count(e, told) for e in events),
        article_ids=tuple(sorted({e.article_id for e in events})),
        outlets=tuple(sorted({w.outlet_name for w in where if w.outlet_name})),
        denied_by=tuple(sorted({e.article_id for e in events if e.status == DENIED})),
        independent=Independence(low=0, high=len({e.article_id for e in events})),
        origins=(),
        disputes=tuple(d for statements, d in told.disputes if statements & ids),
        tellings=tuple(_telling(e, told) for e in events),
    )


def _telling(event: Event, told: ToldEvents) -> EventTelling:
    return EventTelling(
        event_id=event.id,
        article_id=event.article_id,
        statement_id=event.statement_id,
        where=told.where[event.article_id],
        status=event.status,
        start=event.start,
        end=event.end,
        text=event.text,
        actors=_words(event.actor_words),
        recipients=_words(event.recipient_words),
        place=event.place,
        from_=event.from_,
        to=event.to,
        words=told.words.get(event.statement_id or "", event.text),
    )


def _is_count(event: Event, told: ToldEvents) -> bool:
    """Tell "43 attacks" and "attacked more than once since March", numbers of acts, from an act."""
    counts = told.counts.get(event.article_id, ())
    if any(start <= event.start < end for start, end in counts):
        return True
    if event.from_ is None or event.to is None:
        return event.from_ is not event.to
    days = date.fromisoformat(event.to) - date.fromisoformat(event.from_)
    return days > _ONE_ACT and event.to == told.where[event.article_id].published_to


def _by(events: Iterable[Event], names: Mapping[str, str]) -> tuple[str, ...]:
    """Give the actors of the first telling that names any; of none, of the first that describes any."""
    ids = [key for e in events for key in e.actors if key in names]
    named = [key for key in ids if not is_nameless_id(key)]
    first = next((e.actors for e in events if {*e.actors} & {*(named or ids)}), ())
    return tuple(sorted({names[key] for key in first if key in (named or ids)}))


def _others(events: Sequence[Event], names: Mapping[str, str]) -> tuple[str, ...]:
    """Give who has a name and takes part by another telling than those whose words stand for all."""
    actors = next((e.actors for e in events if e.actor_words), ())
    recipients = next((e.recipients for e in events if e.recipient_words), ())
    ids = dict.fromkeys(key for e in events for key in (*e.actors, *e.recipients))
    more = (key for key in ids if key not in (*actors, *recipients) and not is_nameless_id(key))
    return tuple(names[key] for key in more if key in names)


def is_nameless_id(actor_id: str) -> bool:
    """Tell whether this is the id of somebody who is only described."""
    return actor_id.startswith(("described/", "unnamed/"))


def _words(spans: Iterable[Span]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(span.text.split()) for span in spans))


def _day(told: ToldEvents, event: Event) -> str:
    return told.where[event.article_id].published_from or "~"


def _order(event: HeldEvent) -> tuple[object, ...]:
    return -len(event.article_ids), event.first_told or "~", _places(event), event.id


def _places(event: HeldEvent) -> tuple[str, int]:
    return event.tellings[0].article_id, event.tellings[0].start
