"""The command that shows who is tied to whom."""
# ruff: noqa: D301 - \b is click's mark for lines to be left as they are
# ruff: noqa: PLC0415 - the rooms are opened when a command runs, so that --help stays quick

from pathlib import Path
from typing import TYPE_CHECKING

import click

from headwater.faces.cli.opening import opened
from headwater.faces.cli.options import case_argument, force_option, json_option
from headwater.faces.cli.printing import (
    plain,
    print_json,
    print_table,
    published_words,
    shorten,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from headwater.case import Network, TieEdge

_MOST_WORDS = 90


@click.command()
@case_argument
@click.argument("actor", required=False)
@click.option(
    "--depth",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="How many steps from the actor.",
)
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    metavar="KIND",
    help="Only ties of this kind, such as backs or awaits_orders_from; may be given several times.",
)
@click.option(
    "--graphml",
    "graphml_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the network to this file as GraphML.",
)
@force_option
@json_option
def network(  # noqa: PLR0913 - a parameter is an option
    case: Path,
    actor: str | None,
    depth: int,
    kinds: tuple[str, ...],
    graphml_file: Path | None,
    *,
    force: bool,
    as_json: bool,
) -> None:
    """Who commands, backs, coordinates, threatens.

    ACTOR is an id, or a whole name as the pile has it; without it, the whole
    network is told. A tie is told once for each strength of the words: what is
    asked for, supposed or conditional is not joined with what is asserted.
    Origins are counted as bounds, over the statements that carry the words.

    \b
    Examples:
      headwater network pile.hw "river guard"
      headwater network pile.hw "river guard" --depth 2 --kind commands --kind backs
      headwater network pile.hw --graphml pile.graphml
      headwater network pile.hw "river guard" --json
    """
    with opened(case) as held:
        found = held.network(actor, depth, kinds=kinds)
    if graphml_file is not None:
        from headwater.faces.export import write_graphml

        write_graphml(found, graphml_file, force=force)
        if not as_json:
            click.echo(
                f"{len(found.nodes)} actors and {len(found.edges)} ties in {graphml_file}"
            )
            return
    print_json([found]) if as_json else _print_network(found)


def _print_network(found: "Network") -> None:
    from headwater.faces.report import plural

    if found.actor is None:
        click.echo(f"{plural(len(found.nodes), 'actor')}, {plural(len(found.edges), 'tie')}")
        _print_edges(found.edges)
        return
    click.echo(plain(f"{found.actor.name} · {found.actor.type} · {found.actor.id}"))
    others = plural(len(found.nodes) - 1, "other")
    click.echo(f"{others}, {plural(len(found.edges), 'tie')}")
    ego = found.actor.id
    own = [e for e in found.edges if ego in {e.subject, e.object}]
    _print_edges(own)
    if beyond := [e for e in found.edges if ego not in {e.subject, e.object}]:
        click.echo("\nTies of those")
        _print_edges(beyond)


def _print_edges(edges: "Iterable[TieEdge]") -> None:
    columns = (
        ("Tie", 6),
        ("Days", 3),
        ("Articles", 0),
        ("Outlets", 0),
        ("Origins", 0),
        ("Words", 5),
    )
    print_table(columns, map(_cells, edges), "no ties")


def _cells(edge: "TieEdge") -> tuple[str, ...]:
    arrow = "↔" if edge.mutual else "→"
    tie = f"{shorten(edge.subject_name, 60)} {edge.kind.replace('_', ' ')} {arrow} {shorten(edge.object_name, 60)}"
    low, high = edge.independent.low, edge.independent.high
    return (
        tie if edge.modality == "asserted" else f"{tie} ({edge.modality})",
        _days(edge),
        str(len(edge.article_ids)),
        str(len(edge.outlets)),
        str(low) if low == high else f"{low}–{high}",
        shorten(edge.tellings[0].text, _MOST_WORDS),
    )


def _days(edge: "TieEdge") -> str:
    return published_words(edge.first, edge.last) if edge.first or edge.last else ""
