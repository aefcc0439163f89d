"""The commands that hand a case on, and tell whether it is still as it was."""
# ruff: noqa: D301 - \b is click's mark for lines to be left as they are
# ruff: noqa: PLC0415 - the rooms are opened when a command runs, so that --help stays quick

from dataclasses import dataclass
from pathlib import Path

import click

from headwater.faces.cli.opening import opened
from headwater.faces.cli.options import case_argument, force_option, json_option
from headwater.faces.cli.printing import plain, print_json


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenFile:
    """A file that the export wrote."""

    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Something in a case that is not as its last run left it."""

    change: str


@click.command()
@case_argument
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="The folder to write to; made if it is not there.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["jsonl"]),
    default="jsonl",
    show_default=True,
    help="jsonl: one JSON Lines file a table, and the manifest.",
)
@force_option
@json_option
def export(case: Path, output: Path, format_: str, *, force: bool, as_json: bool) -> None:
    """Write a case as tables in files.

    The same case gives the same bytes. The manifest holds the SHA-256 of every
    file, the settings, and the digests of all that made the case.

    \b
    Examples:
      headwater export pile.hw -o tables/
      headwater export pile.hw --format jsonl -o tables/ --force
    """
    from headwater.faces.export import export_jsonl

    del format_  # there is only one yet, and click has checked it
    with opened(case) as held:
        written = export_jsonl(held, output, force=force)
    rows = [WrittenFile(file=str(path)) for path in written]
    if as_json:
        print_json(rows)
    else:
        click.echo(f"{len(rows)} files in {output}")


@click.command()
@case_argument
@json_option
def verify(case: Path, *, as_json: bool) -> None:
    """Tell whether a case was changed.

    A case is sealed at the end of a run; one changed byte is found.

    Names every table and row that was changed; exits with status 1 if anything
    was.

    \b
    Examples:
      headwater verify pile.hw
      headwater verify pile.hw --json
    """
    changes = _changes_of(case)
    if as_json:
        print_json(Change(change=change) for change in changes)
    else:
        click.echo("\n".join(map(plain, changes)) or f"{case}: every byte is as it was sealed")
    if changes:
        raise click.exceptions.Exit(1)


def _changes_of(path: Path) -> tuple[str, ...]:
    """What changed in a case; a file that no longer holds together surely did."""
    from headwater.case import Case
    from headwater.errors import DamagedCase

    try:
        with Case.open(path) as held:
            return held.verify()
    except DamagedCase as error:
        return (f"the file no longer holds together; {error.fact}",)
