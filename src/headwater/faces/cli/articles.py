"""The command that says what was found on the pages."""
# ruff: noqa: D301 - \b is click's mark for lines to be left as they are

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from headwater.faces.cli.opening import opened
from headwater.faces.cli.options import case_argument, json_option, limit_option
from headwater.faces.cli.printing import (
    no,
    print_json,
    print_table,
    published_words,
    shorten,
    tell_more,
)

if TYPE_CHECKING:
    from headwater.model import Article

_MOST_TITLE: Final = 90
_MOST_EVIDENCE: Final = 60
#: What a machine wrote of the day that stands before it already; --json has it.
_TIMESTAMP: Final = re.compile(r" \d{4}-\d\d-\d\d(?:T\S*)?$")


@click.command()
@case_argument
@limit_option
@json_option
def articles(case: Path, *, limit: int, as_json: bool) -> None:
    """Which articles the pages hold, and of which day.

    A line for each article, in the order of the pages' names and of their
    places on the page, which are counted in characters; of an HTML page no
    place is told. Under the outlet and the day stands how each is known; a day
    "or later" is a lower bound, as of a photograph. Of one article, statements
    and places can be asked for by its id.

    \b
    Examples:
      headwater articles pile.hw
      headwater articles pile.hw --json
    """
    with opened(case) as held:
        names = {page.id: page.name for page in held.pages()}
        found = sorted(held.articles(), key=lambda a: (names[a.page_id], _place(a)[0], a.id))
    if as_json:
        print_json(found)
        return
    rows = (_cells(article, names[article.page_id]) for article in found[:limit])
    columns = (("Page", 4), ("Title", 5), ("Outlet", 4), ("Published", 4), ("Article", 0))
    print_table(columns, rows, no("articles"))
    tell_more(len(found) - limit, "article")


def _cells(article: "Article", page: str) -> tuple[str, ...]:
    start, end = _place(article)
    place = f", {start}–{end}" if end else ""
    days = [str(d) if d else None for d in (article.published_from, article.published_to)]
    date_evidence = _TIMESTAMP.sub("", article.date_evidence or "")
    return (
        f"{page}{place}",
        shorten(article.title or "untitled", _MOST_TITLE),
        _known(article.outlet_name or "unknown", article.outlet_evidence),
        _known(published_words(*days) if any(days) else "no day", date_evidence),
        article.id[:8],
    )


def _known(what: str, how: str | None) -> str:
    return f"{what} ({shorten(how, _MOST_EVIDENCE)})" if how else what


def _place(article: "Article") -> tuple[int, int]:
    """Give where it begins and ends on its page; twice 0 where the page has no such places."""
    runs = article.page_spans or ()
    return (
        min((run.page_start for run in runs), default=0),
        max((run.page_start + run.length for run in runs), default=0),
    )
