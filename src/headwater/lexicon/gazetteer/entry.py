"""One place of the gazetteer, as every table of it gives it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class SiteKind(StrEnum):
    """What a place is on the map."""

    CONTINENT = "continent"
    COUNTRY = "country"
    #: A first-level division: province, governorate, oblast, federal state.
    DIVISION = "division"
    #: A division below that: district, county, raion; or a quarter of a city.
    DISTRICT = "district"
    #: A town or village, of whatever size.
    CITY = "city"
    #: Land without an administration of its own: "the Sinai", "the Donbas".
    REGION = "region"
    ISLAND = "island"
    MOUNTAIN = "mountain"
    #: Seas, gulfs, lakes.
    WATER = "water"
    RIVER = "river"
    STRAIT = "strait"
    CROSSING = "crossing"
    BASE = "base"
    CAMP = "camp"
    #: Plants, prisons, ports, fields, monuments: a spot that the news names.
    SITE = "site"


#: Kinds whose point stands for a wide land or sea, so that nearness to it says little.
WIDE: Final = frozenset(
    {
        SiteKind.CONTINENT,
        SiteKind.COUNTRY,
        SiteKind.REGION,
        SiteKind.WATER,
        SiteKind.RIVER,
        SiteKind.MOUNTAIN,
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
    kind: SiteKind
    lat: float
    lon: float
    country: str | None = None
    division: str | None = None
    population: int = 0
    geoname_id: int | None = None
    table: str = "curated"
