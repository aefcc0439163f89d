"""The commands that ask what a source is worth to a case, and what is missing from it."""
# ruff: noqa: D301 - \b is click's mark for lines to be left as they are
# ruff: noqa: PLC0415 - the rooms are opened when a command runs, so that --help stays quick

from pathlib import Path

import click

from headwater.faces.cli.opening import opened
from headwater.faces.cli.options import case_argument, json_option
from headwater.faces.cli.printing import print_json


@click.command("what-if")
@case_argument
@click.option(
    "--without",
    required=True,
    metavar="NAME",
    help="The source to take away: an outlet, agency, person or unnamed source, by its id, or "
    "by a name that is its alone.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    help="In tables, at most so many claims of each kind.",
)
@json_option
def what_if(case: Path, without: str, limit: int, *, as_json: bool) -> None:
    """What would be left if one source were wrong.

    Nothing counts that the source says or passes on, nor what an article has
    from it without naming anybody, or by copying, rewriting or translating
    it. What is left is counted anew. Shown are the claims that lose all
    support, and those that lose an origin or whose bounds change; the rest is
    counted. The case stays as it is.

    \b
    Examples:
      headwater what-if pile.hw --without "Night Post"
      headwater what-if pile.hw --without agency/reuters --json
    """
    from headwater.faces.cli.weights import print_what_if

    with opened(case) as held:
        found = held.what_if(without=without)
        print_json([found]) if as_json else print_what_if(found, limit)


@click.command()
@case_argument
@click.option("--limit", type=click.IntRange(min=1), help="At most so many reports; else all.")
@json_option
def collect(case: Path, limit: int | None, *, as_json: bool) -> None:
    """Which reports to get: cited and not held.

    First the report with which the bounds of most claims would become
    certain; of two, the one whose claims most articles tell, then the one on
    which most claims rest. Each with its outlet, the days between which it
    came out, the claims that it must contain with the words that have them
    from it, and the words that cite it.

    \b
    Examples:
      headwater collect pile.hw
      headwater collect pile.hw --limit 3
      headwater collect pile.hw --json
    """
    from headwater.faces.cli.weights import print_wanted

    with opened(case) as held:
        found = held.collect(limit)
        print_json(found) if as_json else print_wanted(found)
