"""The command that says where the places of a case are."""
# ruff: noqa: D301 - \b is click's mark for lines to be left as they are
# ruff: noqa: PLC0415 - the rooms are opened when a command runs, so that --help stays quick

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from headwater.faces.cli.opening import opened
from headwater.faces.cli.options import case_argument, force_option, json_option
from headwater.faces.cli.printing import no, print_json, print_table

if TYPE_CHECKING:
    from headwater.case import NamedSite


@click.command()
@case_argument
@click.option(
    "--country",
    metavar="CODE",
    help="Only places of this country: two letters of ISO 3166-1, as in LB.",
)
@click.option("--article", help="Only places of this article: an id, or the beginning of one.")
@click.option(
    "--geojson",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the points of every article into this file, for QGIS or a web map.",
)
@force_option
@json_option
def places(
    case: Path,
    country: str | None,
    article: str | None,
    geojson: Path | None,
    *,
    force: bool,
    as_json: bool,
) -> None:
    """Which places are named, and where they are.

    A line a place, those named in most articles first. "sure" is a place that
    fits its name clearly best in the article; a "candidate" is to be looked at
    first. Of a country, a sea, a region the point is somewhere in its middle.
    With --json, every mention with its words, its point and what spoke for it.

    \b
    Examples:
      headwater places pile.hw
      headwater places pile.hw --country LB --json
      headwater places pile.hw --geojson places.geojson
    """
    from headwater.case import gather_sites

    with opened(case) as held:
        if geojson is not None:
            from headwater.faces.export import export_geojson
            from headwater.faces.report import plural

            count = export_geojson(held, geojson, country=country, force=force)
            click.echo(f"{plural(count, 'point')} in {geojson}", err=True)
            return
        article_id = held.article(article).id if article is not None else None
        found = held.places(article_id, country=country)
        print_json(found) if as_json else _print_sites(
            gather_sites(found), no("places", country, article)
        )


def _print_sites(sites: "Iterable[NamedSite]", nothing: str) -> None:
    columns = (
        ("Place", 4),
        ("Kind", 2),
        ("Country", 0),
        ("Latitude", 0),
        ("Longitude", 0),
        ("Articles", 0),
        ("Times", 0),
        ("Certainty", 2),
    )
    print_table(columns, map(_cells, sites), nothing)


def _cells(site: "NamedSite") -> tuple[str, ...]:
    written = [name for name in site.names if name != site.name]
    name = f"{site.name} ({', '.join(written)})" if written else site.name
    return (
        name,
        site.kind.value,
        site.country or "",
        f"{site.lat:.3f}",
        f"{site.lon:.3f}",
        str(len(site.article_ids)),
        str(site.count),
        site.certainty.value,
    )
