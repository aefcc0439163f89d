"""The places of a case as GeoJSON (RFC 7946), which QGIS and every web map open as it is."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from headwater.case import Case, NamedSite, gather_sites
from headwater.errors import WouldOverwrite
from headwater.model import Article


def export_geojson(
    case: Case, path: Path | str, *, country: str | None = None, force: bool = False
) -> int:
    """Write a point for each place of each article, and give how many there are.

    Coordinates are longitude, then latitude, as the format has it. The same case gives the same bytes.

    Args:
        case: What to write from.
        path: The file to write.
        country: Only places of this country, an ISO 3166-1 code of two letters.
        force: Whether to write over a file.

    Raises:
        WouldOverwrite: If the file is there and ``force`` was not given.
    """
    path = Path(path)
    if path.exists() and not force:
        remedy = "Name another file, or say --force."
        raise WouldOverwrite("a file is already there", where=str(path), remedy=remedy)
    articles = {article.id: article for article in case.articles()}
    features = [
        _feature(site, articles[key])
        for key in sorted(articles)
        for site in gather_sites(case.places(key, country=country))
    ]
    _write(path, features)
    return len(features)


def _write(path: Path, features: Sequence[Mapping[str, Any]]) -> None:
    lines = b",\n".join(msgspec.json.encode(f, order="sorted") for f in features)
    path.write_bytes(b'{"type":"FeatureCollection","features":[\n' + lines + b"\n]}\n")


def _feature(site: NamedSite, article: Article) -> dict[str, Any]:
    published = article.published_from
    return {
        "type": "Feature",
        "id": f"{article.id}/{site.site}",
        "geometry": {"type": "Point", "coordinates": [site.lon, site.lat]},
        "properties": {
            "name": site.name,
            "written": "; ".join(site.names),
            "kind": site.kind.value,
            "country": site.country,
            "certainty": site.certainty.value,
            "times": site.count,
            "site": site.site,
            "article_id": article.id,
            "title": article.title,
            "outlet": article.outlet_name,
            "published": published.isoformat() if published else None,
        },
    }
