"""How it looks what a source is worth to a case, and what is missing from it."""

from collections.abc import Iterable, Sequence

import click

from headwater.case import MustContain, WantedReport, Weakened, WhatIf
from headwater.faces.cli.printing import counted, plain, print_table, shorten
from headwater.faces.cli.tables import MOST_TEXT
from headwater.faces.report import bounds, days, plural, whose_word
from headwater.model import Claim

#: Claims shown of one report, and letters of the words that cite it.
_MOST_CLAIMS, _MOST_CITING = 5, 60


def print_what_if(found: WhatIf, limit: int) -> None:
    """Print what would be lost without a source, and what would be left."""
    source = found.source
    total = len(found.lost) + len(found.weakened) + found.fewer_tellings + found.untouched
    click.echo(plain(f"Without {source.name} ({source.id}), of {plural(total, 'claim')}:"))
    _print_part(
        "Lose all support",
        (("Claim", 6), ("Articles", 0), ("Origins", 0), ("On whose word", 3)),
        [_lost_cells(claim) for claim in found.lost],
        limit,
    )
    _print_part(
        "Lose independence",
        (("Claim", 6), ("Articles", 0), ("Origins", 0), ("On whose word then", 3)),
        [_weakened_cells(one) for one in found.weakened],
        limit,
    )
    click.echo(f"Lose tellings, and neither an origin nor their bounds: {found.fewer_tellings}")
    click.echo(f"Untouched: {found.untouched}")


def _print_part(
    title: str, columns: Sequence[tuple[str, int]], rows: Sequence[Iterable[str]], limit: int
) -> None:
    shown = rows[:limit]
    click.echo(f"{title}: {counted(len(shown), len(rows))}")
    if shown:
        print_table(columns, [list(row) for row in shown], "")


def _lost_cells(claim: Claim) -> tuple[str, ...]:
    return (
        shorten(claim.text, MOST_TEXT),
        str(len(claim.article_ids)),
        bounds(claim),
        shorten(whose_word(claim), 80),
    )


def _weakened_cells(one: Weakened) -> tuple[str, ...]:
    return (
        shorten(one.claim.text, MOST_TEXT),
        _change(len(one.claim.article_ids), len(one.after.article_ids)),
        _change(bounds(one.claim), bounds(one.after)),
        shorten(whose_word(one.after), 80),
    )


def _change(before: object, after: object) -> str:
    return str(before) if before == after else f"{before} → {after}"


def print_wanted(found: Sequence[WantedReport]) -> None:
    """Print the reports worth getting, each with what it must contain and the words that cite it."""
    if not found:
        click.echo("No report is cited that the case does not hold.")
    for number, wanted in enumerate(found, 1):
        report = wanted.report
        when = days(report.published_from, report.published_to)
        click.echo(plain(f"{number}. {report.outlet_name}, {when}"))
        click.echo(f"   {_worth(wanted)}")
        click.echo(f"   {_cited(wanted)}")
        _print_must_contain(wanted)


def _worth(wanted: WantedReport) -> str:
    resting = len(wanted.must_contain)
    rest = f"{plural(resting, 'claim')} {'rests' if resting == 1 else 'rest'} on it"
    if not wanted.settles_claims:
        return f"{rest}; it would settle none"
    return f"{rest}; it would settle {wanted.settles_claims}, told by {plural(wanted.settles_articles, 'article')}"


def _cited(wanted: WantedReport) -> str:
    first = wanted.cited_in[0]
    by = first.where.outlet_name or "a page of an unknown outlet"
    others = len(wanted.report.cited_by) - 1
    more = f", and by {plural(others, 'other article')}" if others else ""
    return f"cited by {plain(by)}: “{shorten(first.text, _MOST_CITING)}”{more}"


def _print_must_contain(wanted: WantedReport) -> None:
    rows = [_claim_wanted(one) for one in wanted.must_contain[:_MOST_CLAIMS]]
    if rows:
        print_table((("Must contain", 6), ("As told", 4), ("Settled", 0)), rows, "")
    if (more := len(wanted.must_contain) - len(rows)) > 0:
        click.echo(f"   and {plural(more, 'more claim')}\n")
    if not rows:
        click.echo()


def _claim_wanted(one: MustContain) -> tuple[str, ...]:
    told = one.tellings[0] if one.tellings else None
    if told is None:
        named = "by tellers who name nobody"
    else:
        by = f"“{told.named_by}”" if told.named_by else "by its credit line"
        named = f"{by}: {told.statement.words}"
    return (
        shorten(one.claim.text, MOST_TEXT),
        shorten(named, MOST_TEXT),
        "yes" if one.settles else "no",
    )
