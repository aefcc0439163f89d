"""All tables of places as one: a user's own, the curated ones, GeoNames."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache, lru_cache
from importlib import resources
from typing import TypeVar

from headwater.lexicon.gazetteer.added import AddedPlaces
from headwater.lexicon.gazetteer.blocks import PlaceFile
from headwater.lexicon.gazetteer.curated import curated_places
from headwater.lexicon.gazetteer.entry import Site
from headwater.lexicon.gazetteer.keys import frame_of, frames_of, place_key
from headwater.model import PlaceKind

T = TypeVar("T")

#: Two entries of one name and country, nearer than this, are one place in two tables.
_ONE_PLACE_KM = 40
#: Lands of one name in one country are one, wherever two tables put their middles.
_LANDS = frozenset({PlaceKind.COUNTRY, PlaceKind.DIVISION, PlaceKind.REGION, PlaceKind.ISLAND})
#: Share of letters, 0 to 1, that two spellings of one frame must have in common.
_LIKE = 0.7
#: Gazetteers with a user's places that are kept ready.
_KEPT = 4
_EARTH_KM = 6371.0

_chosen: ContextVar["Gazetteer | None"] = ContextVar("chosen gazetteer", default=None)


class Gazetteer:
    """Places by name. Where two tables know one place, a user's own comes first, then the curated."""

    def __init__(self, added: AddedPlaces | None = None) -> None:
        self._added = added
        self._frames = lru_cache(maxsize=16)(self._read_frames)
        self._found = lru_cache(maxsize=4096)(self._find)

    def find(self, name: str) -> tuple[Site, ...]:
        """Give all places that go by a name, each once; empty if none does."""
        return self._found(place_key(name))

    def _find(self, key: str) -> tuple[Site, ...]:
        own = self._added.find(key) if self._added else ()
        curated = map(_with_code, curated_places().find(key))
        return _each_once((*own, *curated, *_file().find(key)))

    def find_by_frame(self, name: str, country: str) -> tuple[Site, ...]:
        """Give the places of a country whose name has the same consonants, in whatever spelling.

        "Kfarshuba" finds Kafr Shuba, and "Rabatin" finds Robotyne: candidates, never more.
        Only in countries whose names are transliterated.
        """
        if country not in curated_places().transliterated:
            return ()
        key = place_key(name)
        frame = frame_of(key)
        near, rows = self._frames(country)
        sites = {
            site.id: site
            for site in (*near.get(frame, ()), *map(_file().site, rows.get(frame, ())))
            if frame and _is_like(key, place_key(site.name))
        }
        return tuple(sites.values())

    def _read_frames(
        self, country: str
    ) -> tuple[Mapping[str, list[Site]], Mapping[str, list[int]]]:
        """Give the frames of a country: those of the smaller tables, and rows of the file."""
        own = self._added.sites if self._added else ()
        sites = [s for s in (*own, *curated_places().sites) if s.country == country]
        rows = ((name, row) for row, name in _file().names_in(country))
        return _by_frame((site.name, site) for site in sites), _by_frame(rows)


def _by_frame(named: Iterable[tuple[str, T]]) -> Mapping[str, list[T]]:
    """Sort what has a name by the frames of the names."""
    things = list(named)
    by_frame: dict[str, list[T]] = {}
    for frame, (_, thing) in zip(
        frames_of([place_key(n) for n, _ in things]), things, strict=True
    ):
        by_frame.setdefault(frame, []).append(thing)
    return by_frame


def gazetteer() -> Gazetteer:
    """Give the gazetteer to read with: the shipped one, or that with a user's places around this call."""
    chosen = _chosen.get()
    return _shipped() if chosen is None else chosen


@contextmanager
def added_places(lines: Sequence[str]) -> Iterator[None]:
    """Have ``gazetteer()`` know, inside the ``with``, these places as well.

    Args:
        lines: As ``read_added_places`` gives them.
    """
    before = _chosen.set(_with_added(tuple(lines)) if lines else None)
    try:
        yield
    finally:
        _chosen.reset(before)


def distance_km(one: Site, other: Site) -> float:
    """Give the way between two points over the ground, in kilometres."""
    lat, other_lat = math.radians(one.lat), math.radians(other.lat)
    across = math.radians(other.lon - one.lon)
    half = (
        math.sin((other_lat - lat) / 2) ** 2
        + math.cos(lat) * math.cos(other_lat) * math.sin(across / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


@cache
def _shipped() -> Gazetteer:
    return Gazetteer()


@lru_cache(maxsize=_KEPT)
def _with_added(lines: tuple[str, ...]) -> Gazetteer:
    return Gazetteer(AddedPlaces.of_lines(lines))


@cache
def _file() -> PlaceFile:
    folder = resources.files("headwater.lexicon.gazetteer")
    return PlaceFile(folder.joinpath("geonames.bin").read_bytes())


def _is_like(key: str, other: str) -> bool:
    """Tell whether two names of one frame have most of their letters in one order."""
    return SequenceMatcher(None, key, other, autojunk=False).ratio() >= _LIKE


def _each_once(sites: Iterable[Site]) -> tuple[Site, ...]:
    """Leave out what an earlier table has already; that takes over the code of its division."""
    kept: list[Site] = []
    for site in sites:
        known = [at for at, k in enumerate(kept) if _is_one(k, site)]
        if not known:
            kept.append(site)
        for at in known[:1]:
            kept[at] = replace(
                kept[at],
                division=kept[at].division or site.division,
                population=kept[at].population or site.population,
                geoname_id=kept[at].geoname_id or _number_of(site, kept[at]),
            )
    return tuple(kept)


def _with_code(site: Site) -> Site:
    """Give a division of the lists with the code that GeoNames has for it: "Ky." is US.KY."""
    if site.kind is not PlaceKind.DIVISION or site.division:
        return site
    same = (
        other.division
        for other in _file().find(place_key(site.name))
        if other.kind is site.kind and other.country == site.country
    )
    return replace(site, division=next(same, None))


def _is_one(known: Site, site: Site) -> bool:
    """Tell whether two entries of one name are one place in two tables."""
    if known.table == site.table or known.country != site.country:
        return False
    lands = known.kind in _LANDS and site.kind in _LANDS
    return lands or distance_km(known, site) < _ONE_PLACE_KM


def _number_of(site: Site, known: Site) -> int | None:
    return site.geoname_id if site.kind is known.kind else None
