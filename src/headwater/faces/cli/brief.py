"""The command that tells a case, or a pile, to a person."""
# ruff: noqa: D301 - \b is click's mark for lines to be left as they are
# ruff: noqa: PLC0415 - the rooms are opened when a command runs, so that --help stays quick

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from headwater.errors import WouldOverwrite
from headwater.faces.cli.opening import opened, read_into, tell_refusals
from headwater.faces.cli.options import (
    force_option,
    json_option,
    pile_argument,
    strict_option,
    workers_option,
)
from headwater.faces.cli.printing import print_json

if TYPE_CHECKING:
    from headwater.case import Case


@click.command()
@pile_argument
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Write the brief here, as HTML."
)
@force_option
@workers_option
@strict_option
@json_option
def brief(
    pile: tuple[Path, ...],
    output: Path | None,
    workers: int,
    *,
    force: bool,
    strict: bool,
    as_json: bool,
) -> None:
    """Tell who says so, at a glance.

    Prints a table that is read in ten seconds; with -o also writes one HTML
    page with every claim, chain and origin, and the words that show them.
    PILE may also be a case. A pile is read on the spot, and nothing is kept of
    it but the brief. - reads one file from stdin.

    With --json, print the claims instead of the table.

    \b
    Examples:
      headwater brief saved-pages/
      headwater brief saved-pages/ -o brief.html
      headwater brief pile.hw -o brief.html --force
    """
    from headwater.faces.cli.tables import print_overview

    _check(output, force=force)
    with _case_of(pile, workers) as case:
        if output is not None:  # before the table, which may go into a pipe that closes
            _write(case, output)
        print_json(case.claims()) if as_json else print_overview(case)
        tell_refusals(case, strict=strict)


@contextmanager
def _case_of(pile: Sequence[Path], workers: int) -> "Iterator[Case]":
    from headwater.case import Case, is_case

    if len(pile) == 1 and is_case(pile[0]):
        with opened(pile[0]) as case:
            yield case
        return
    with Case.in_memory() as case:
        read_into(case, pile, workers)
        yield case


def _check(output: Path | None, *, force: bool) -> None:
    """Refuse before a long pile is read, not after."""
    if output is not None and output.exists() and not force:
        remedy = "Choose another name, or say --force."
        raise WouldOverwrite("a file is already there", where=str(output), remedy=remedy)


def _write(case: "Case", output: Path) -> None:
    from headwater.faces.cli.printing import write_whole
    from headwater.faces.report.brief import write_brief

    write_whole(output, write_brief(case))
    click.echo(f"brief: {output}", err=True)
