"""The command that lays a case out by days."""
# ruff: noqa: D301 - \b is click's mark for lines to be left as they are

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import islice, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

import click

from headwater.faces.cli.opening import opened, tell_nearest, tell_types
from headwater.faces.cli.options import case_argument, json_option, limit_option
from headwater.faces.cli.printing import (
    print_json,
    print_table,
    published_words,
    shorten,
    tell_more,
)

if TYPE_CHECKING:
    from headwater.case import TimedEvent, TimedReport, Timeline

_DAY = click.DateTime(formats=["%Y-%m-%d"])
_MOST_WORDS = 120


@click.command()
@case_argument
@click.option(
    "--actor",
    metavar="NAME",
    help="Only events in which an actor of this id or name takes part.",
)
@click.option(
    "--type", "kind", metavar="TYPE", help="Only events of this PLOVER type, such as ASSAULT."
)
@click.option(
    "--from",
    "first",
    type=_DAY,
    metavar="DAY",
    help="Nothing wholly before this day, YYYY-MM-DD.",
)
@click.option(
    "--to", "last", type=_DAY, metavar="DAY", help="Nothing wholly after this day, YYYY-MM-DD."
)
@limit_option
@json_option
def timeline(  # noqa: PLR0913 - one argument an option
    case: Path,
    *,
    actor: str | None,
    kind: str | None,
    first: date | None,
    last: date | None,
    limit: int,
    as_json: bool,
) -> None:
    """What happened and what was reported, by days.

    Two lanes: an event stands on the day that its own words give it, an
    article on the day it came out. What is planned, conditional, denied or
    long past is marked. Under the days come events of more than one day,
    events that no words date, and articles without a day. Statements of one
    claim tell an event once; the number is that of the claim's origins.

    \b
    Examples:
      headwater timeline pile.hw
      headwater timeline pile.hw --type assault --from 2031-05-01 --to 2031-05-31
      headwater timeline pile.hw --actor "river guard" --json
    """
    days = [str(day)[:10] if day else None for day in (first, last)]
    with opened(case) as held:
        found = held.timeline(actor=actor, type=kind, first=days[0], last=days[1])
        told = (*found.days, *found.intervals, *found.undated)
        tell_nearest(held, actor, told)
        tell_types(held, kind, told)
    print_json([found]) if as_json else _print(found, limit)


def _print(found: "Timeline", limit: int) -> None:
    rows = list(islice(_rows(found), limit))
    if rows:
        print_table((("Day", 0), ("What happened", 5), ("What was reported", 4)), rows, "")
    lines = sum(max(len(day.happened), len(day.reported)) for day in found.days)
    tell_more(lines - limit, "line")
    _print_list("More than one day", "Days", _days, found.intervals, limit)
    _print_list("Undated: no words say when", "Reported", _published, found.undated, limit)
    if found.reports_without_day:
        click.echo("\nReported on no certain day\n")
        for report in found.reports_without_day[:limit]:
            click.echo(f"  {_published(report)}: {_reported(report)}")
        tell_more(len(found.reports_without_day) - limit, "article")
    if not (rows or found.intervals or found.undated or found.reports_without_day):
        click.echo("nothing of this in the case")


def _rows(found: "Timeline") -> Iterator[tuple[str, str, str]]:
    for day in found.days:
        lanes = zip_longest(map(_happened, day.happened), map(_reported, day.reported))
        for n, (left, right) in enumerate(lanes):
            yield "" if n else day.day, left or "", right or ""


def _print_list(
    title: str,
    label: str,
    days: "Callable[[TimedEvent], str]",
    told: "Sequence[TimedEvent]",
    limit: int,
) -> None:
    rows = [
        (days(event), _happened(event), shorten(event.outlet_name or "unknown outlet", 40))
        for event in told[:limit]
    ]
    if rows:
        click.echo(f"\n{title}")
        print_table(((label, 2), ("What happened", 6), ("Told by", 2)), rows, "")
        tell_more(len(told) - limit, "event")


def _happened(event: "TimedEvent") -> str:
    status = "" if event.status == "reported" else f" ({event.status})"
    who = " → ".join(
        filter(
            None,
            (shorten(", ".join(event.actors), 60), shorten(", ".join(event.recipients), 60)),
        )
    )
    told = [f"{len(event.article_ids)} articles"] if len(event.article_ids) > 1 else []
    if event.independent:
        low, high = event.independent.low, event.independent.high
        told.append(
            f"{low} origin{'' if low == 1 else 's'}" if low == high else f"{low}–{high} origins"
        )
    told += (
        [f"“{shorten(event.when, 40)}”"]
        if event.when and not event.first_day and not event.last_day
        else []
    )
    head = f"{event.type}{status}" + (f": {who}" if who else "")
    tail = f" [{', '.join([*told, event.article_id[:8]])}]"
    return f"{head} “{shorten(event.words, _MOST_WORDS)}”{tail}"


def _reported(report: "TimedReport") -> str:
    story = (
        f" (1 of {report.story_articles} on this story)" if report.story_articles > 1 else ""
    )
    outlet = report.outlet_name or "unknown outlet"
    return f"{shorten(outlet, 40)}: {shorten(report.title or 'untitled', 90)}{story}"


def _days(event: "TimedEvent") -> str:
    if event.first_day and event.last_day:
        return f"{event.first_day} to {event.last_day}"
    return f"from {event.first_day}" if event.first_day else f"up to {event.last_day}"


def _published(report: "TimedReport | TimedEvent") -> str:
    return published_words(report.published_from, report.published_to)
