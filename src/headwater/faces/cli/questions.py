"""The commands that ask a case."""
# ruff: noqa: D301 - \b is click's mark for lines to be left as they are
# ruff: noqa: PLC0415 - the rooms are opened when a command runs, so that --help stays quick

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from headwater.faces.cli.opening import opened, tell_nearest
from headwater.faces.cli.options import MOST_ROWS, case_argument, json_option, limit_option
from headwater.faces.cli.printing import no, plain, print_json, tell_more

if TYPE_CHECKING:
    from headwater.model import Actor

#: Descriptions, relations and statements shown of one actor.
_OF_ONE: Final = 10


@click.command()
@case_argument
@click.option(
    "--min-articles",
    type=click.IntRange(min=1),
    default=1,
    help="Only claims that at least so many articles make.",
)
@click.option("--outlet", help="Only claims of an outlet whose name holds this.")
@click.option(
    "--ratings",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="How reliable you hold sources to be, in YAML or CSV.",
)
@limit_option
@json_option
def claims(
    case: Path,
    *,
    min_articles: int,
    outlet: str | None,
    ratings: Path | None,
    limit: int,
    as_json: bool,
) -> None:
    """What is claimed, and on whose word.

    The claims that most articles make come first. Origins are counted as
    bounds: 1–2 means one for certain and two at most.

    A grade is a letter and a digit, and neither has to do with the other. The
    letter says how reliable the best rated of the origins is, from A to E, or
    F while you have rated none: in a file with the fields name or id, letter,
    and note, which changes nothing in the case. The digit says how well the
    claim is borne out: 1 two independent origins and nothing against it, 2 the
    same but for its numbers, 3 one origin, 4 two that are contradicted or one
    whose numbers differ, 5 one that is contradicted, 6 nobody was heard on it.

    \b
    Examples:
      headwater claims pile.hw
      headwater claims pile.hw --min-articles 3 --outlet courier
      headwater claims pile.hw --ratings sources.yml
      headwater claims pile.hw --json
    """
    from headwater.faces.cli.tables import print_claims
    from headwater.faces.report import count_claims
    from headwater.lexicon import read_ratings

    rated = read_ratings(ratings) if ratings else ()
    with opened(case) as held:
        most = None if as_json else limit
        found = held.grades(rated, min_articles=min_articles, outlet=outlet, limit=most)
        tell_nearest(held, outlet, found)
        if as_json:
            print_json(found if ratings else (one.claim for one in found))
            return
        lines = count_claims(held, [one.claim for one in found])
        print_claims(
            lines,
            [one.grade for one in found],
            no("claims", outlet, min_articles if min_articles > 1 else None),
        )
        if len(found) == limit:
            total = held.count_claims(min_articles=min_articles, outlet=outlet)
            tell_more(total - limit, "claim")


@click.command()
@case_argument
@click.option("--source", help="Only statements with this name, or part of it, in their chain.")
@click.option(
    "--article", help="Only statements of this article: an id, or the beginning of one."
)
@limit_option
@json_option
def statements(
    case: Path, source: str | None, article: str | None, *, limit: int, as_json: bool
) -> None:
    """Who says what, with the whole chain.

    Statements come in reading order, article by article.

    \b
    Examples:
      headwater statements pile.hw
      headwater statements pile.hw --source "harbour master"
      headwater statements pile.hw --article 3f9c --json
    """
    from headwater.faces.cli.tables import print_statements

    with opened(case) as held:
        article_id = held.article(article).id if article is not None else None
        most = None if as_json else limit
        found = held.statements(article_id, source=source, limit=most)
        tell_nearest(held, source, found)
        if as_json:
            print_json(found)
            return
        print_statements(found, held.fronts(), no("statements", source, article))
        if len(found) == limit:
            total = held.count_statements(article_id, source=source)
            tell_more(total - limit, "statement")


@click.command()
@case_argument
@limit_option
@json_option
def origins(case: Path, *, limit: int, as_json: bool) -> None:
    """Where the claims finally rest.

    Speakers, documents, and reports that are cited and not held; the origin
    behind most articles comes first.

    \b
    Examples:
      headwater origins pile.hw
      headwater origins pile.hw --json
    """
    from headwater.faces.cli.tables import print_origins

    with opened(case) as held:
        found = held.origins()
        if as_json:
            print_json(found)
            return
        print_origins(found[:limit], held.fronts())
        tell_more(len(found) - limit, "origin")


@click.command()
@case_argument
@click.argument("name", required=False)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    show_default=f"{_OF_ONE} of one actor, {MOST_ROWS} actors",
    help="Of one actor, at most so many descriptions, relations, statements by it and about it; "
    "in the table, at most so many actors.",
)
@json_option
def actors(case: Path, name: str | None, limit: int | None, *, as_json: bool) -> None:
    """Who is met in the pile, by which names.

    NAME is an id, or a name as the pile has it; capitals, accents and hyphens
    do not matter. Where it is one actor's alone, that actor is shown whole:
    names as written, roles, relations, what is said by it and about it, each
    with its words; an unnamed source also as it is described: how many, of what
    sort, close to what, whose, why unnamed, and who quotes it. Else those are
    listed one of whose names holds NAME; choose by id.

    \b
    Examples:
      headwater actors pile.hw
      headwater actors pile.hw courier
      headwater actors pile.hw "harbour master" --limit 3
      headwater actors pile.hw agency/reuters --json
    """
    from headwater.faces.cli.profiles import print_profile
    from headwater.faces.cli.tables import print_actors

    with opened(case) as held:
        called = held.actors_called(name) if name else ()
        if len(called) == 1:
            profile = held.actor(called[0].id, limit or _OF_ONE)
            print_json([profile]) if as_json else print_profile(profile)
            return
        found = called or held.actors(name)
        tell_nearest(held, name, found)
        if as_json:
            print_json(found)
        else:
            most = limit or MOST_ROWS
            outlets = {key: front.outlet_name for key, front in held.fronts().items()}
            print_actors(found[:most], outlets, no("actors", name))
            tell_more(len(found) - most, "actor")
        if name and found:
            _tell_choice(held.name, name, called or found[:1])


@click.command()
@case_argument
@limit_option
@json_option
def stories(case: Path, *, limit: int, as_json: bool) -> None:
    """Which articles tell the same news.

    The most told story comes first.

    \b
    Examples:
      headwater stories pile.hw
      headwater stories pile.hw --json
    """
    from headwater.faces.cli.stories import print_stories

    with opened(case) as held:
        found = held.held_stories()
        if as_json:
            print_json(found)
            return
        told = {key for story in found[:limit] for key in story.article_ids}
        print_stories(found[:limit], {a.id: a for a in held.articles(told)})
        tell_more(len(found) - limit, "story", "stories")


@click.command()
@case_argument
@click.argument("query", nargs=-1, required=True)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    help="At most so many.",
)
@json_option
def search(case: Path, query: tuple[str, ...], limit: int, *, as_json: bool) -> None:
    """Find articles by their words.

    All words must be there; the best fit comes first. Capitals and accents do not matter. "A phrase" stands in quotation marks,
    wor* is the beginning of a word, OR stands between alternatives.

    \b
    Examples:
      headwater search pile.hw harbour master
      headwater search pile.hw '"port maren" OR quay*'
      headwater search pile.hw pier --limit 5 --json
    """
    from headwater.faces.cli.tables import print_hits

    with opened(case) as held:
        found = held.search(" ".join(query), limit)
        print_json(found) if as_json else print_hits(found)


def _tell_choice(case: str, name: str, found: "Sequence[Actor]") -> None:
    """Say on stderr why nobody is shown whole, and how to choose."""
    many = f"{len(found)} actors go by" if len(found) > 1 else "nobody goes by just"
    click.echo(
        f"{many} {plain(name)!r}. To see one whole, name it by its id:\n"
        f"  headwater actors {case} {found[0].id}",
        err=True,
    )
