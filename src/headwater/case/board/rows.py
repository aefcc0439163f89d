"""Of each finding no more than the board looks at: a busy week has many thousands."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

import msgspec


class Place(msgspec.Struct, frozen=True, gc=False):
    """Where a span begins and ends, and its words."""

    start: int
    end: int
    text: str = ""


class Link(msgspec.Struct, frozen=True, gc=False):
    """A link of a chain, by what it is called."""

    actor_id: str | None
    name: str | None
    text: str | None


class Told(msgspec.Struct, frozen=True, gc=False):
    """A statement: its extent with source and cue, and what says how it is put forward."""

    id: str
    start: int
    end: int
    cue: tuple[Place, ...]
    content: tuple[Place, ...]
    is_denied: bool
    modality: str
    nested_in: str | None
    #: Who finally says so.
    speaker: str | None


class Act(msgspec.Struct, frozen=True, gc=False):
    """An event."""

    id: str
    type: str
    mode: str | None
    status: str
    start: int
    to: str | None
    statement_id: str | None
    actors: tuple[str, ...]
    place: str | None
    #: Those of the actors that do it.
    doers: tuple[str, ...]
    #: Where the text says whom it is done to.
    whom: tuple[Place, ...]


class Tie(msgspec.Struct, frozen=True, gc=False):
    """A relation."""

    id: str
    kind: str
    modality: str
    start: int
    subject: str
    object: str


class Vow(msgspec.Struct, frozen=True, gc=False):
    """A commitment; ``start`` is where its consequence, or else its trigger begins."""

    id: str
    kind: str
    strength: str
    deadline: str | None
    statement_id: str | None
    is_conditional: bool
    start: int
    actors: tuple[str, ...]


class Amount(msgspec.Struct, frozen=True, gc=False):
    """A quantity."""

    id: str
    start: int
    end: int
    low: float | None
    high: float | None
    unit: str | None
    as_of: str | None


class Named(msgspec.Struct, frozen=True, gc=False):
    """A mention, or a place: where it stands and what it may be called."""

    start: int
    names: tuple[str, ...]


_spans = msgspec.json.Decoder(tuple[Place, ...]).decode
_span = msgspec.json.Decoder(Place).decode
_links = msgspec.json.Decoder(tuple[Link, ...]).decode
_ids = msgspec.json.Decoder(tuple[str, ...]).decode


def _told(row: Sequence[Any]) -> Told:
    key, source, cue, content, cue_class, modality, nested_in, chain = row
    cues, contents = _spans(cue), _spans(content)
    spans = (*_spans(source), *cues, *contents)
    links = _links(chain)
    last = links[-1] if links else None
    return Told(
        id=key,
        start=min(s.start for s in spans),
        end=max(s.end for s in spans),
        cue=cues,
        content=contents,
        is_denied=cue_class == "doubt",
        modality=modality,
        nested_in=nested_in,
        speaker=(last.actor_id or last.name or last.text) if last else None,
    )


def _act(row: Sequence[Any]) -> Act:
    key, kind, mode, status, start, to, statement_id, actors, recipients, place, whom = row
    doers = _ids(actors)
    return Act(key, kind, mode, status, start, to, statement_id, (*doers, *_ids(recipients)), place, doers, _spans(whom))  # fmt: skip


def _tie(row: Sequence[Any]) -> Tie:
    return Tie(*row)


def _vow(row: Sequence[Any]) -> Vow:
    key, kind, strength, deadline, statement_id, trigger, consequence, issuer, target = row
    words = _span(consequence or trigger)
    actors = (*((issuer,) if issuer else ()), *_ids(target))
    return Vow(key, kind, strength, deadline, statement_id, trigger is not None, words.start, actors)  # fmt: skip


def _amount(row: Sequence[Any]) -> Amount:
    key, start, end, value, low, high, bound, unit, as_of = row
    least, most = low if low is not None else value, high if high is not None else value
    is_open = bound in {"lower_exclusive", "vague"}
    return Amount(key, start, end, least, None if is_open else most, unit, as_of)


def _named(row: Sequence[Any]) -> Named:
    start, *names = row
    return Named(start, tuple(name for name in names if name))


#: Table to the columns that are read, and what makes a row of them.
READING: Final[dict[str, tuple[str, Callable[[Sequence[Any]], Any]]]] = {
    "statements": ("id, source, cue, content, cue_class, modality, nested_in, chain", _told),
    "events": ('id, type, mode, status, start, "to", statement_id, actors, recipients, place, recipient_words', _act),
    "relations": ("id, kind, modality, start, subject, object", _tie),
    "commitments": ('id, kind, strength, deadline, statement_id, "trigger", consequence, issuer, target', _vow),
    "quantities": ('id, start, "end", value, low, high, bound, unit, as_of', _amount),
    "mentions": ("start, actor_id", _named),
    "places": ("start, text, name, country", _named),
}  # fmt: skip


def read_rows(table: str, rows: Iterator[tuple[Any, ...]]) -> dict[str, list[Any]]:
    """Give the rows of a table by article; the first cell of each row is the article's id."""
    make = READING[table][1]
    found: dict[str, list[Any]] = {}
    for article_id, *cells in rows:
        found.setdefault(article_id, []).append(make(cells))
    return found
