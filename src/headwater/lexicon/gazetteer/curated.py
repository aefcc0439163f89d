"""The places that Headwater's own YAML gives: countries, seas, regions, bases, crossings and the like."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import msgspec

from headwater.lexicon.gazetteer.entry import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class CuratedPlaces:
    """Places, the folded names that lead to each by number, and how far each country reaches.

    An extent is west, south, east and north in degrees.
    """

    sites: tuple[Site, ...]
    names: Mapping[str, tuple[int, ...]]
    extents: Mapping[str, tuple[float, float, float, float]]
    #: Countries whose names come into English by transliteration.
    transliterated: frozenset[str]

    def find(self, key: str) -> tuple[Site, ...]:
        """Give the places that go by this folded name."""
        return tuple(self.sites[at] for at in self.names.get(key, ()))


@cache
def curated_places() -> CuratedPlaces:
    """Load the curated places, once."""
    data = resources.files("headwater.lexicon.gazetteer").joinpath("places.json").read_bytes()
    return msgspec.json.decode(data, type=CuratedPlaces)
