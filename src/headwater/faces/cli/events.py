"""The commands that tell what happened, and how often."""
# ruff: noqa: D301 - \b is click's mark for lines to be left as they are

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from headwater.faces.cli.opening import opened, tell_nearest, tell_types
from headwater.faces.cli.options import case_argument, json_option, limit_option
from headwater.faces.cli.printing import (
    no,
    plain,
    print_json,
    print_lines,
    print_table,
    published_words,
    shorten,
    tell_more,
)

if TYPE_CHECKING:
    from headwater.case import EventTelling, HeldEvent, Tempo, TempoRow
    from headwater.model import Independence

_MOST_TEXT: Final = 160
#: The same of who takes part, in a table: --tellings has the rest.
_MOST_PEOPLE: Final = 60
_PRONOUNS: Final = frozenset("it they he she we i who which that".split())
_Command = Callable[..., Any]


def _of_events(command: _Command) -> _Command:
    """Add the options by which events are chosen."""
    for option in (
        click.option("--actor", help="Only events in which this id, or a name that holds this, takes part."),
        click.option("--type", "kind", help="Only events of this PLOVER type, as ASSAULT or CONSULT."),
    ):  # fmt: skip
        command = option(command)
    return command


@click.command()
@case_argument
@_of_events
@click.option(
    "--status",
    type=click.Choice(["reported", "planned", "conditional", "denied", "historical"]),
    help="Only events of this status.",
)
@click.option("--tellings", is_flag=True, help="Show every telling, each with its article.")
@limit_option
@json_option
def events(  # noqa: PLR0913 - one argument an option
    case: Path,
    kind: str | None,
    actor: str | None,
    status: str | None,
    *,
    tellings: bool,
    limit: int,
    as_json: bool,
) -> None:
    """Who did what to whom, where and when, and how many say so.

    A line for each event, however many articles tell it; the most retold
    comes first, then the earliest. Origins are those of the sentences that
    tell it: five outlets that relay one report are one. Numbers of one event
    that cannot all be true stand below the table, with who says which.
    With --tellings, what each article says of it; with --tellings --json, a
    line for each telling, same_as being the one that stands for all.

    \b
    Examples:
      headwater events pile.hw
      headwater events pile.hw --type ASSAULT --actor "river guard" --tellings
      headwater events pile.hw --status planned --json
    """
    with opened(case) as held:
        if tellings and as_json:
            print_json(held.events(type=kind, actor=actor, status=status))
            return
        found = held.held_events(type=kind, actor=actor, status=status)
        tell_nearest(held, actor, found)
        tell_types(held, kind, found)
        nothing = no("events", kind, actor, status)
        if as_json:
            print_json(found)
            return
        if tellings:
            _print_tellings(found[:limit], nothing)
        else:
            _print_events(found[:limit], nothing)
        tell_more(len(found) - limit, "event")


@click.command()
@case_argument
@_of_events
@click.option(
    "--by",
    type=click.Choice(["week", "month"]),
    default="week",
    show_default=True,
    help="How long a row is.",
)
@json_option
def tempo(case: Path, kind: str | None, actor: str | None, by: str, *, as_json: bool) -> None:
    """How often: events by week or month, by who, what and where.

    Each event counts once, however many articles tell it, in the week that its
    own words give, or else in that of its first report; "dated" says how many
    are of the first sort. Origins are those of everything that tells of the
    row. What is told as a number ("more than 100 attacks since October 7") is
    no row: it stands below as what it is, a claim about a count.

    \b
    Examples:
      headwater tempo pile.hw
      headwater tempo pile.hw --type ASSAULT --by month
      headwater tempo pile.hw --actor "river guard" --json
    """
    with opened(case) as held:
        found = held.tempo(by=by, type=kind, actor=actor)
        tell_nearest(held, actor, found.rows)
        tell_types(held, kind, found.rows)
        if as_json:
            print_json([found])
        else:
            _print_tempo(found, no("events to count", kind, actor))


def _print_tellings(shown: "Sequence[HeldEvent]", nothing: str) -> None:
    for event in shown:
        print_lines((*_told(event), ""))
    if not shown:
        click.echo(nothing)


def _print_events(shown: "Sequence[HeldEvent]", nothing: str) -> None:
    columns = (("Who", 4), ("Does", 5), ("To whom", 4), ("Where, when", 4), ("Pages", 0), ("Outlets", 0), ("Origins", 0))  # fmt: skip
    print_table(columns, map(_cells, shown), nothing)
    for event in shown:
        _print_numbers(event)


def _cells(event: "HeldEvent") -> tuple[str, ...]:
    return (
        shorten(acting(event), _MOST_PEOPLE),
        _act(event) + ("" if _status(event) == "reported" else f" ({_status(event)})"),
        shorten(_people(event.recipients), _MOST_PEOPLE),
        "; ".join(filter(None, (event.place, _days(event)))),
        str(len(event.article_ids)),
        str(len(event.outlets)),
        _bounds(event.independent),
    )


def _print_numbers(event: "HeldEvent") -> None:
    for dispute in event.disputes:
        click.echo(
            f"\nNumbers of one event ({_act(event)}): {shorten(dispute.why, _MOST_TEXT)}"
        )
        for side in (dispute.says, dispute.against):
            for passage in side:
                day = _published(passage.published_from, passage.published_to)
                who = plain(passage.outlet_name or "unknown outlet")
                click.echo(f"  · {who}{day}: {shorten(passage.text, _MOST_TEXT)}")
            if side is dispute.says:
                click.echo("  against")


def _told(event: "HeldEvent") -> Iterator[str]:
    parts = (acting(event), _act(event), _people(event.recipients), event.place or "", _days(event))  # fmt: skip
    count = len(event.article_ids)
    more = f"also named: {_people(event.others)}" if event.others else ""
    yield plain(" · ".join(filter(None, (*parts, more))))
    yield (
        f"  {_status(event)} · {count} {'article' if count == 1 else 'articles'}"
        f" · origins {_bounds(event.independent)}"
        + "".join(f" · {plain(origin.title)}" for origin in event.origins)
    )
    for telling in event.tellings:
        yield from _telling_lines(telling)
        if (telling.actors, telling.recipients) != (event.actors, event.recipients):
            whom = _people(telling.recipients) or "not said"
            yield f"      who: {plain(_people(telling.actors) or 'not said')} → {plain(whom)}"


def _telling_lines(telling: "EventTelling") -> Iterator[str]:
    where = telling.where
    day = _published(where.published_from, where.published_to)
    status = "" if telling.status == "reported" else f" ({telling.status})"
    yield f"  · {plain(where.outlet_name or 'unknown outlet')}{day} [{telling.article_id[:8]}]{status}"
    yield f"      “{telling.text}”: {shorten(telling.words, _MOST_TEXT)}"


def _print_tempo(found: "Tempo", nothing: str) -> None:
    columns = ((found.beat.capitalize(), 2), ("Type", 2), ("Who", 4), ("Where", 2), ("Events", 0), ("Dated", 0), ("Pages", 0), ("Origins", 0))  # fmt: skip
    before = [None, *(row.since or "no day" for row in found.rows)]
    rows = (_tempo_cells(row, since) for row, since in zip(found.rows, before, strict=False))
    print_table(columns, rows, nothing)
    if found.counts:
        click.echo("\nTold as a number, and not counted above:")
    for event in found.counts:
        telling = event.tellings[0]
        origins = f"origins {_bounds(event.independent)}"
        click.echo(f"  · {plain(telling.where.outlet_name or 'unknown outlet')}, {origins}: {shorten(telling.words, _MOST_TEXT)}")  # fmt: skip


def _tempo_cells(row: "TempoRow", before: str | None) -> tuple[str, ...]:
    """Give the cells of a row; the week is named in the first of its rows."""
    since = row.since or "no day"
    return (
        since if since != before else "",
        row.type,
        _people(row.actors),
        row.place or "",
        str(row.events),
        str(row.dated),
        str(row.articles),
        _bounds(row.independent),
    )


def _published(*days: object) -> str:
    first, last = (str(day) if day else None for day in days)
    return f", {published_words(first, last)}" if first or last else ""


def _act(event: "HeldEvent") -> str:
    mode = f" ({event.mode})" if event.mode else ""
    return f"{event.type}{mode}: “{event.text}”"


def _status(event: "HeldEvent") -> str:
    denied = len(event.denied_by)
    if not denied or event.status == "denied":
        return event.status
    return f"{event.status}, denied by {denied}"


def acting(event: "HeldEvent") -> str:
    """Give who acts in the page's words; for a pronoun, by name, with the pronoun behind it."""
    words = _people(event.actors)
    stands_for = _people(event.by)
    if words.lower() in _PRONOUNS and stands_for.lower() not in {"", words.lower()}:
        return f"{stands_for} (“{words}”)"
    return words


def _people(words: Iterable[str]) -> str:
    return shorten(", ".join(words), _MOST_TEXT)


def _days(event: "HeldEvent") -> str:
    return " to ".join(dict.fromkeys(day for day in (event.from_, event.to) if day))


def _bounds(found: "Independence") -> str:
    return str(found.low) if found.low == found.high else f"{found.low}–{found.high}"
