"""Places: which words of an article name one, and which place of that name is meant."""

from headwater.reading.places.places import find_places, place_toponyms
from headwater.reading.places.toponyms import Basis, Toponym, find_toponyms

__all__ = ["Basis", "Toponym", "find_places", "find_toponyms", "place_toponyms"]
