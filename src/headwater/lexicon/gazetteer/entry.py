"""One place of the gazetteer, as every table of it gives it."""

from dataclasses import dataclass
from typing import Final

from headwater.model import PlaceKind

#: Kinds whose point stands for a wide land or sea, so that nearness to it says little.
WIDE: Final = frozenset(
    {
        PlaceKind.CONTINENT,
        PlaceKind.COUNTRY,
        PlaceKind.REGION,
        PlaceKind.WATER,
        PlaceKind.RIVER,
        PlaceKind.MOUNTAIN,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A place under its usual name, with one point.

    ``lat`` and ``lon`` are degrees north and east (WGS 84). ``country`` is an ISO 3166-1 code of
    two letters, None on the open sea and for what spans several. ``division`` is the GeoNames
    code of the first-level division, where known. ``population`` is 0 where unknown. ``table`` names where it is from: ``curated``,
    ``geonames`` or ``added``.
    """

    id: str
    name: str
    kind: PlaceKind
    lat: float
    lon: float
    country: str | None = None
    division: str | None = None
    population: int = 0
    geoname_id: int | None = None
    table: str = "curated"
