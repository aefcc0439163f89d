"""Options and arguments that several commands share."""

from pathlib import Path

import click

#: Files, folders, or ``-``; whether they are there is for the pages room to say.
pile_argument = click.argument(
    "pile", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True)
)

case_argument = click.argument("case", type=click.Path(path_type=Path))

json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON object a line instead of a table."
)

workers_option = click.option(
    "--workers",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Processes that read pages at once; the result is the same.",
)

strict_option = click.option(
    "--strict", is_flag=True, help="Exit with status 1 if any page was refused."
)

force_option = click.option("--force", is_flag=True, help="Write over what is already there.")
