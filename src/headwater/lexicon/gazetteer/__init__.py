"""Where places are: names to points, from GeoNames, Headwater's own lists, and a user's files."""

from headwater.lexicon.gazetteer.added import digest_places, read_added_places
from headwater.lexicon.gazetteer.entry import WIDE, Site
from headwater.lexicon.gazetteer.gazetteer import (
    Gazetteer,
    added_places,
    distance_km,
    gazetteer,
)
from headwater.lexicon.gazetteer.keys import place_key

__all__ = [
    "WIDE",
    "Gazetteer",
    "Site",
    "added_places",
    "digest_places",
    "distance_km",
    "gazetteer",
    "place_key",
    "read_added_places",
]
