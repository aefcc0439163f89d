"""Options and arguments that several commands share."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path

import click

from headwater.settings import LanguageSettings, LexiconSettings, Settings

#: Files, folders, or ``-``; whether they are there is for the pages room to say.
pile_argument = click.argument(
    "pile", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True)
)

case_argument = click.argument("case", type=click.Path(path_type=Path))

json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON object a line instead of a table."
)

#: Rows of a table that nobody reads to its end; so many are drawn in a second.
MOST_ROWS = 1000

limit_option = click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=MOST_ROWS,
    show_default=True,
    help="In the table, at most so many.",
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


def reading_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that decide how pages are read; the command gets them as ``settings``."""

    @click.option(
        "--actors",
        multiple=True,
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="Actors of your own to know by their names, in YAML as docs/registry.md has it; may "
        "be given several times. What was read without them is read anew, and the other way round.",
    )
    @click.option(
        "--places",
        multiple=True,
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="Places of your own to know beside the gazetteer's, in the format of a GeoNames dump as "
        "docs/places.md has it; may be given several times. What was read without them is read anew.",
    )
    @click.option(
        "--portable",
        is_flag=True,
        help="Compute in fp32, nearly alike on every processor, at half the speed. "
        "What was read without it is read anew, and the other way round.",
    )
    @wraps(command)
    def with_settings(
        *,
        actors: tuple[Path, ...],
        places: tuple[Path, ...],
        portable: bool,
        **rest: object,
    ) -> None:
        command(settings=_settings(actors, places, portable=portable), **rest)

    return with_settings


def _settings(
    actors: tuple[Path, ...], places: tuple[Path, ...], *, portable: bool
) -> Settings:
    from headwater.lexicon import read_added_actors  # noqa: PLC0415 - keeps --help quick
    from headwater.lexicon.gazetteer import read_added_places  # noqa: PLC0415

    return Settings(
        lexicon=LexiconSettings(
            actors=read_added_actors(actors), places=read_added_places(places)
        ),
        language=LanguageSettings(portable=portable),
    )
