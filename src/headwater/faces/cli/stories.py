"""How stories look, and the reports that their articles rest on."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import click

from headwater.case import HeldStory, ReportBehind, RestingArticle
from headwater.faces.cli.printing import no, plain, print_table, published_words, shorten
from headwater.faces.report import days, plural, title_of
from headwater.model import Article

_MOST_TITLE: Final = 160
_MOST_WORDS: Final = 120
#: What an article does with a report, in words.
_DOES: Final = {
    "is": "is the report",
    "cites": "cites it",
    "copies": "copies it",
    "rewrites": "rewrites it",
    "translates": "translates it",
}


def print_stories(stories: Sequence[HeldStory], articles: Mapping[str, Article]) -> None:
    """Print stories, each with its articles' outlets and days; then the reports behind several articles."""
    cells = (_cells([articles[key] for key in story.article_ids]) for story in stories)
    columns = (("Story", 5), ("Articles", 0), ("Outlets", 4), ("Days", 2))
    print_table(columns, cells, no("stories"))
    shared = [b for story in stories for b in story.reports if len(b.articles) > 1]
    if shared:
        click.echo("\nArticles that rest on one report, and are one source for what is from it")
    for behind in shared:
        _print_behind(behind)


def _cells(told: list[Article]) -> tuple[str, ...]:
    outlets = sorted({a.outlet_name or "unknown" for a in told})
    first = min((a.published_from for a in told if a.published_from), default=None)
    ends = [a.published_to for a in told if a.published_from]
    last = None if None in ends else max(filter(None, ends), default=None)
    bounds = [str(day) if day else None for day in (first, last)]
    span = published_words(*bounds) if first else ""
    return shorten(title_of(told), _MOST_TITLE), str(len(told)), ", ".join(outlets), span


def _print_behind(behind: ReportBehind) -> None:
    report = behind.report
    held = "in the pile" if report.article_id else "not in the pile"
    when = days(report.published_from, report.published_to)
    told = plural(len(behind.articles), "article")
    click.echo(f"\n{plain(report.outlet_name)}, {when}, {held}: {told}")
    for line in _lines(behind.articles):
        click.echo(line)


def _lines(articles: Iterable[RestingArticle]) -> Iterable[str]:
    for one in articles:
        by = f"{plain(one.where.outlet_name or 'unknown outlet')} [{one.article_id[:8]}]"
        words = f": “{shorten(one.words, _MOST_WORDS)}”" if one.words else ""
        yield f"  · {by} {_DOES[one.kind]}{words}"
