"""Where a name of the text lies on the map."""

from dataclasses import dataclass
from enum import StrEnum


class PlaceKind(StrEnum):
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


class PlaceCertainty(StrEnum):
    """How far a point may be trusted."""

    #: The text names a place, and one place of that name fits it clearly better than any other.
    SURE = "sure"
    #: It may be this one: to be looked at before it is put on a map.
    CANDIDATE = "candidate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A stretch of an article that names a place, and the one point that stands for it.

    ``name`` is what the gazetteer calls it and ``site`` its id there; ``lat`` and ``lon`` are degrees north and east
    (WGS 84). Of a country, a sea, a region the point is somewhere in the middle. ``country`` is an ISO 3166-1
    code of two letters, None on the open sea. ``geoname_id`` is None for what GeoNames does not number.
    ``why`` tells what spoke for this place among those of its name.
    """

    id: str
    article_id: str
    start: int
    end: int
    text: str
    name: str
    lat: float
    lon: float
    country: str | None
    kind: PlaceKind
    certainty: PlaceCertainty
    site: str
    geoname_id: int | None
    why: tuple[str, ...]
