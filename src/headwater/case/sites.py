"""The places of a case gathered by where they are: one line a point, with who names it."""

from collections.abc import Iterable
from dataclasses import dataclass

from headwater.model import Place, PlaceCertainty, PlaceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedSite:
    """A point that articles name: under which names, how often, in which articles.

    ``certainty`` is sure if any of its mentions is; ``sure`` counts those.
    """

    site: str
    name: str
    kind: PlaceKind
    country: str | None
    lat: float
    lon: float
    certainty: PlaceCertainty
    count: int
    sure: int
    names: tuple[str, ...]
    article_ids: tuple[str, ...]


def gather_sites(places: Iterable[Place]) -> tuple[NamedSite, ...]:
    """Give each point once, those of most articles first, then by name and id."""
    by_site: dict[str, list[Place]] = {}
    for place in places:
        by_site.setdefault(place.site, []).append(place)
    sites = (_site(row) for row in by_site.values())
    return tuple(sorted(sites, key=lambda s: (-len(s.article_ids), -s.count, s.name, s.site)))


def _site(places: list[Place]) -> NamedSite:
    first = places[0]
    sure = sum(place.certainty is PlaceCertainty.SURE for place in places)
    return NamedSite(
        site=first.site,
        name=first.name,
        kind=first.kind,
        country=first.country,
        lat=first.lat,
        lon=first.lon,
        certainty=PlaceCertainty.SURE if sure else PlaceCertainty.CANDIDATE,
        count=len(places),
        sure=sure,
        names=tuple(sorted({place.text for place in places})),
        article_ids=tuple(sorted({place.article_id for place in places})),
    )
