"""Opening a case for a command, and reading a pile into one."""
# ruff: noqa: PLC0415 - the rooms are opened when a command runs, so that --help stays quick

import sys
from collections.abc import Iterator, Sequence, Sized
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from headwater.case import Case
    from headwater.settings import Settings

#: Pages without an article that are named; in a crawl there are thousands.
_NAMED = 5


@contextmanager
def opened(path: Path) -> "Iterator[Case]":
    """Open a case for questions; tell on stderr if its last run did not come to its end, or found nothing."""
    from headwater import open_case

    with open_case(path) as case:
        if not case.is_sealed:
            click.echo(
                f"{path}: its last run did not come to its end, so links may be missing.\n"
                f"  Run it again: headwater read PILE -o {path}",
                err=True,
            )
        if not case.has_articles():
            click.echo(
                f"{path}: no article was found on its pages, so there is nothing to tell.\n"
                f"  Add pages with: headwater read PILE -o {path}",
                err=True,
            )
        yield case


def read_into(
    case: "Case", pile: Sequence[Path], workers: int, settings: "Settings | None" = None
) -> None:
    """Read a pile into a case, with a progress bar if a person is watching."""
    from headwater.scale import read_pile

    read = partial(
        read_pile, pile, case, settings=settings, workers=workers, stdin=sys.stdin.buffer
    )
    if not sys.stderr.isatty():
        read()
        return
    from headwater.faces.cli.progress import shown_progress

    with shown_progress() as progress:
        read(progress=progress)


def tell_nearest(case: "Case", name: str | None, found: Sized) -> None:
    """Where nothing was found for a name, say on stderr which names of the case it may be a slip for."""
    from headwater.faces.cli.printing import plain

    like = case.names_like(name) if name and not found else ()
    if like:
        click.echo(f"nearest to {plain(name or '')!r}: {', '.join(map(plain, like))}", err=True)


def tell_types(case: "Case", kind: str | None, found: Sized) -> None:
    """Where nothing was found of a type that no event of the case has, say on stderr which types there are."""
    from headwater.faces.cli.printing import plain

    types = sorted({event.type for event in case.events()}) if kind and not found else ()
    if types and (kind or "").upper() not in types:
        click.echo(
            f"no event is of type {plain(kind or '')!r}, only: {', '.join(types)}", err=True
        )


def tell_stale(case: "Case") -> None:
    """Say on stderr how many pages of the case another maker read, and how to mend it."""
    if stale := case.manifest()["stale_pages"]:
        click.echo(
            f"{case.name}: {stale} of its pages did not come up now and stay as they were read\n"
            "  before, by another version, lexicon, model or arithmetic, or with other added actors or places.\n"
            "  Read them again into it.",
            err=True,
        )


def tell_refusals(case: "Case", *, strict: bool) -> None:
    """Name on stderr the pages that gave nothing: refused, or without an article; with ``strict``, leave with 1."""
    from headwater.faces.cli.printing import plain
    from headwater.model import PageStatus

    pages = case.pages()
    if not pages:
        click.echo(
            f"{case.name}: no page was found.\n"
            "  Give files or folders that hold some; hidden ones are passed over unless given by name.",
            err=True,
        )
    refused = [page for page in pages if page.status is PageStatus.REFUSED]
    with_article = {front.page_id for front in case.fronts().values()}
    bare = [
        plain(page.name)
        for page in pages
        if page not in refused and page.id not in with_article
    ]
    if bare:
        more = f" and {len(bare) - _NAMED} more" if len(bare) > _NAMED else ""
        click.echo(f"no article found on: {', '.join(bare[:_NAMED])}{more}", err=True)
    for page in refused:
        click.echo(
            f"refused: {plain(page.name)}: {plain(page.reason or 'no reason given')}", err=True
        )
    if refused and strict:
        raise click.exceptions.Exit(1)
