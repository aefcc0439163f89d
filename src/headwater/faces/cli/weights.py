"""How it looks what a source is worth to a case, and what is missing from it."""

from collections.abc import Iterable, Sequence

import click

from headwater.case import Weakened, WhatIf
from headwater.faces.cli.printing import counted, plain, print_table, shorten
from headwater.faces.cli.tables import MOST_TEXT
from headwater.faces.report import bounds, plural, whose_word
from headwater.model import Claim


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
        print_table(columns, [list(row) for row in shown])


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
