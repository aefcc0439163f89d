"""The command that makes a case, or adds to one."""
# ruff: noqa: D301 - \b is click's mark for lines to be left as they are
# ruff: noqa: PLC0415 - the rooms are opened when a command runs, so that --help stays quick

from pathlib import Path

import click

from headwater.errors import UnreadablePile
from headwater.faces.cli.opening import read_into, tell_refusals, tell_stale
from headwater.faces.cli.options import (
    json_option,
    pile_argument,
    reading_options,
    strict_option,
    workers_option,
)
from headwater.faces.cli.printing import print_json
from headwater.settings import Settings

#: What a shell gives for a program that was stopped by its user.
_INTERRUPTED = 130


@click.command()
@pile_argument
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="The case: a new file, or an earlier case to add to.",
)
@reading_options
@workers_option
@strict_option
@json_option
def read(
    pile: tuple[Path, ...],
    output: Path,
    workers: int,
    *,
    settings: Settings,
    strict: bool,
    as_json: bool,
) -> None:
    """Read a pile into a case.

    Pages the case has are not read again, unless another version, lexicon,
    model or arithmetic, or other added actors or places read them. A run that was stopped
    goes on from where it was when it is run again. - reads one file from stdin.

    With --json, print the pages of the case.

    \b
    Examples:
      headwater read saved-pages/ -o pile.hw
      headwater read saved-pages/ -o pile.hw --actors my-region.yml
      headwater read saved-pages/ -o pile.hw --places my-villages.txt
      headwater read monday/ tuesday.warc.gz -o pile.hw --workers 4
      headwater read saved-pages/ -o pile.hw --portable
      zcat pages.jsonl.gz | headwater read - -o pile.hw
    """
    from headwater.case import Case
    from headwater.faces.cli.tables import print_overview

    fresh = not output.exists()
    with Case.open_or_create(output) as case:
        try:
            read_into(case, pile, workers, settings)
        except UnreadablePile:
            case.close()
            if fresh:  # a mistyped path leaves no empty case behind
                output.unlink()
            raise
        except KeyboardInterrupt:
            click.echo(
                f"\n{output}: stopped; the pages read so far are kept.\n"
                "  Run the same command again to go on.",
                err=True,
            )
            raise click.exceptions.Exit(_INTERRUPTED) from None
        print_json(case.pages()) if as_json else print_overview(case)
        tell_stale(case)
        tell_refusals(case, strict=strict)
