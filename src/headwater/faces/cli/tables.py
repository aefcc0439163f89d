"""How each kind of answer looks as a table."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import click

from headwater.case import Case, Front, OriginSupport, SearchHit
from headwater.faces.cli.printing import no, print_table, published_words, shorten
from headwater.faces.report import ClaimLine, StoryLine, bounds, glance
from headwater.model import (
    Actor,
    ActorKind,
    ChainLink,
    LinkKind,
    Statement,
)

_STORIES = 10
_CLAIMS = 4
#: Characters shown of a long text.
MOST_TEXT: Final = 160
_MOST_TELLERS: Final = 90


def print_overview(case: Case) -> None:
    """Print a case so that a person sees in ten seconds what is in it."""
    view = glance(case, _STORIES)
    click.echo(view.count)
    for line in view.stories:
        _print_story(line)
    if view.tally.stories > _STORIES:
        click.echo(f"\nand {view.tally.stories - _STORIES} more stories")


def print_claims(
    lines: Iterable[ClaimLine], grades: Sequence[str] | None = None, nothing: str = ""
) -> None:
    """Print claims, each with its counts, its grade if they are given, and on whose word it stands."""
    grade = (("Grade", 0),) if grades is not None else ()
    columns = (("Claim", 6), ("Pages", 0), ("Outlets", 0), ("Origins", 0), *grade, ("On whose word", 3))  # fmt: skip
    rows = (
        (*cells[:-1], *([grades[n]] if grades is not None else ()), cells[-1])
        for n, cells in enumerate(map(_claim_cells, lines))
    )
    print_table(columns, rows, nothing)


def print_statements(
    said: Iterable[Statement], articles: Mapping[str, Front], nothing: str
) -> None:
    """Print statements, each with its whole chain."""
    rows = (
        (
            chain_words(s.chain, articles[s.article_id].outlet_name),
            shorten(s.words, MOST_TEXT),
            s.article_id[:8],
        )
        for s in said
    )
    print_table((("Who says so", 4), ("What", 6), ("Article", 0)), rows, nothing)


def print_origins(rows: Iterable[OriginSupport], articles: Mapping[str, Front]) -> None:
    """Print origins, each with how much rests on it, and whose articles carry that."""
    cells = (
        (
            row.origin.title,
            row.origin.kind.value,
            "yes" if row.origin.held else "no",
            str(len(row.claim_ids)),
            str(len(row.article_ids)),
            shorten(_tellers(articles[key] for key in row.article_ids), _MOST_TELLERS),
        )
        for row in rows
    )
    print_table(
        (
            ("Origin", 5),
            ("Kind", 2),
            ("Held", 0),
            ("Claims", 0),
            ("Articles", 0),
            ("Told by", 5),
        ),
        cells,
        no("origins"),
    )


def print_actors(
    actors: Iterable[Actor], outlet_names: Mapping[str, str | None], nothing: str
) -> None:
    """Print actors with all their names; an unnamed source with whose it is, by article id."""
    cells = (
        (actor.name, actor.type.value, _also_called(actor, outlet_names), actor.id)
        for actor in actors
    )
    print_table((("Actor", 3), ("Type", 2), ("Also called", 4), ("Id", 4)), cells, nothing)


def print_hits(hits: Iterable[SearchHit]) -> None:
    """Print the articles a search found, with the words around the hit."""
    cells = (
        (
            hit.outlet_name or "unknown",
            published_words(hit.published_from, hit.published_to),
            hit.snippet,
            hit.article_id[:8],
        )
        for hit in hits
    )
    print_table(
        (("Outlet", 2), ("Day", 2), ("Words", 6), ("Article", 0)),
        cells,
        no("articles", "asked"),
    )


def chain_words(chain: Iterable[ChainLink], outlet_name: str | None) -> str:
    """Write a chain from the outlet, by its name on the page, to whoever finally spoke."""
    return " ← ".join(_link_words(link, outlet_name) for link in chain)


def _print_story(line: StoryLine) -> None:
    outlets = sorted({a.outlet_name for a in line.articles if a.outlet_name})
    unknown = sum(not a.outlet_name for a in line.articles)
    told = f"{len(line.articles)} articles" if len(line.articles) > 1 else "1 article"
    told += f", {unknown} of unknown outlet" if unknown and outlets else ""
    by = f", {', '.join(outlets)}" if outlets else ", outlet unknown"
    click.echo(f"\n{shorten(line.title, 90)}")
    click.echo(f"  {shorten(told + by, 94)}")
    if line.claims:
        print_claims(line.claims[:_CLAIMS])
    if len(line.claims) > _CLAIMS:
        click.echo(f"  and {len(line.claims) - _CLAIMS} more claims")


def _tellers(articles: Iterable[Front]) -> str:
    """Name the outlets; of an article of no named outlet, give the id."""
    told = {a.outlet_name or f"unknown [{a.id[:8]}]": None for a in articles}
    return ", ".join(sorted(told, key=lambda name: (name.startswith("unknown ["), name)))


def _also_called(actor: Actor, outlet_names: Mapping[str, str | None]) -> str:
    others = dict.fromkeys(a.name for a in actor.aliases if a.name != actor.name)
    if actor.type is ActorKind.UNNAMED:
        tellers = sorted({outlet_names.get(a.seen_in) or "unknown" for a in actor.aliases})
        others[f"(told by {', '.join(tellers)})"] = None
    return "; ".join(others)


def _claim_cells(line: ClaimLine) -> tuple[str, ...]:
    return (
        shorten(line.says, MOST_TEXT),
        str(line.pages),
        f"{line.outlets}+?" if line.unknown else str(line.outlets),
        bounds(line.claim),
        shorten(line.on_whose_word, 80),
    )


def _link_words(link: ChainLink, outlet_name: str | None) -> str:
    if link.kind is LinkKind.UNNAMED:
        is_part = link.name == f"somebody {link.text}"  # an adjective is all that is told
        return f"“{(link.name if is_part else link.text) or link.name or 'somebody'}”"
    if link.position == 0:
        return link.name or outlet_name or "unknown outlet"
    return link.name or link.text or "somebody"
