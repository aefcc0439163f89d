"""A user's own places: lines of a GeoNames dump, carried by the settings of a run."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, Self

import msgspec

from headwater.errors import BadResource
from headwater.lexicon.gazetteer.entry import Site
from headwater.lexicon.gazetteer.keys import place_key
from headwater.model import PlaceKind

#: Columns of a GeoNames dump, https://download.geonames.org/export/dump/readme.txt
_COLUMNS: Final = 19
_ID, _NAME, _ASCII, _ALIASES, _LAT, _LON, _CLASS, _CODE, _COUNTRY = range(9)
_DIVISION, _POPULATION = 10, 14
#: A case stores the places added to it whole; a country's whole dump is more than a reader needs.
_MOST: Final = 50_000
_REMEDY: Final = (
    "A line has the 19 tab-separated columns of a GeoNames dump, as docs/places.md shows."
)
#: Feature codes that say more than their class, by how they begin.
_BY_CODE: Final = (
    ("PCL", PlaceKind.COUNTRY),
    ("CONT", PlaceKind.CONTINENT),
    ("ADM1", PlaceKind.DIVISION),
    ("AIRB", PlaceKind.BASE),
    ("INSM", PlaceKind.BASE),
    ("MILB", PlaceKind.BASE),
    ("CMPRF", PlaceKind.CAMP),
    ("CMP", PlaceKind.CAMP),
    ("STRT", PlaceKind.STRAIT),
    ("STM", PlaceKind.RIVER),
    ("ISL", PlaceKind.ISLAND),
    ("MT", PlaceKind.MOUNTAIN),
    ("PASS", PlaceKind.CROSSING),
    ("PSTB", PlaceKind.CROSSING),
    ("CUST", PlaceKind.CROSSING),
    ("PPLX", PlaceKind.DISTRICT),
)
_BY_CLASS: Final = {
    "A": PlaceKind.DISTRICT,
    "P": PlaceKind.CITY,
    "H": PlaceKind.WATER,
    "L": PlaceKind.REGION,
    "T": PlaceKind.MOUNTAIN,
}


class _Line(msgspec.Struct, frozen=True):
    """A place as the settings carry it."""

    site: Site
    names: tuple[str, ...]


class AddedPlaces:
    """The added places of a run, by folded name."""

    def __init__(self, lines: Iterable[_Line]) -> None:
        names: dict[str, dict[str, Site]] = {}
        sites: dict[str, Site] = {}
        for line in lines:
            sites[line.site.id] = line.site
            for key in line.names:
                names.setdefault(key, {})[line.site.id] = line.site
        self.sites: Sequence[Site] = tuple(sites.values())
        self._names: Mapping[str, tuple[Site, ...]] = {
            key: tuple(row.values()) for key, row in names.items()
        }

    @classmethod
    def of_lines(cls, lines: Iterable[str]) -> Self:
        """Make them of lines as ``read_added_places`` gives them."""
        return cls(msgspec.json.decode(line, type=_Line) for line in lines)

    def find(self, key: str) -> tuple[Site, ...]:
        """Give the places that go by this folded name."""
        return self._names.get(key, ())


def read_added_places(paths: Iterable[Path | str]) -> tuple[str, ...]:
    """Read a user's GeoNames files, for ``LexiconSettings.places``.

    Order of files and lines changes nothing; a line that stands twice counts once.

    Returns:
        A line of JSON a place, sorted by its GeoNames id. Empty if there are no files.

    Raises:
        BadResource: If a file is not in the format of a GeoNames dump, two lines of one id differ, or there are
            more than 50,000 places; says which file and line, what is wrong, and what to do.
        OSError: If a file cannot be opened.
    """
    places: dict[int, tuple[_Line, str]] = {}
    for path in map(Path, paths):
        for where, line in _lines(path):
            place = _read(line, where)
            number = place.site.geoname_id or 0
            known = places.setdefault(number, (place, where))
            if known[0] != place:
                raise BadResource(
                    f"GeoNames id {number} is another place in {known[1]}",
                    where=where,
                    remedy="Take one of the two lines out, or give your own place a number of its own.",
                )
            if len(places) > _MOST:
                raise BadResource(
                    f"these are more than {_MOST:,} places",
                    where=where,
                    remedy="Keep the lines of the regions and feature classes that you need (grep or awk), and read those.",
                )
    return tuple(msgspec.json.encode(places[key][0]).decode() for key in sorted(places))


def digest_places(lines: Sequence[str]) -> str:
    """Give the SHA-256, in hexadecimal, of added places: what a case records of them."""
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadResource(
            f"it is not UTF-8 (byte {error.start})",
            where=str(path),
            remedy="Save it as UTF-8.",
        ) from error
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            yield f"{path}: line {number}", line.rstrip("\r")


def _read(line: str, where: str) -> _Line:
    cells = line.split("\t")
    if len(cells) != _COLUMNS:
        raise BadResource(f"it has {len(cells)} columns", where=where, remedy=_REMEDY)
    number = _whole(cells[_ID], "GeoNames id", where)
    if not cells[_NAME].strip():
        raise BadResource("it has no name", where=where, remedy=_REMEDY)
    country = cells[_COUNTRY].strip() or None
    if country and not (len(country) == 2 and country.isalpha() and country.isupper()):
        raise BadResource(
            f"{country!r} is no country",
            where=where,
            remedy="Give the two letters of ISO 3166.",
        )
    site = Site(
        id=f"geonames/{number}",
        name=cells[_NAME].strip(),
        kind=_kind(cells[_CLASS], cells[_CODE]),
        lat=_degrees(cells[_LAT], 90, "latitude", where),
        lon=_degrees(cells[_LON], 180, "longitude", where),
        country=country,
        division=f"{country}.{cells[_DIVISION]}" if country and cells[_DIVISION] else None,
        population=_whole(cells[_POPULATION] or "0", "population", where),
        geoname_id=number,
        table="added",
    )
    names = (cells[_NAME], cells[_ASCII], *cells[_ALIASES].split(","))
    return _Line(site=site, names=tuple(sorted({place_key(n) for n in names} - {""})))


def _kind(feature_class: str, code: str) -> PlaceKind:
    for begin, kind in _BY_CODE:
        if code.startswith(begin):
            return kind
    return _BY_CLASS.get(feature_class, PlaceKind.SITE)


def _whole(cell: str, what: str, where: str) -> int:
    if not (cell.isascii() and cell.isdigit()):
        raise BadResource(f"{cell!r} is no {what}", where=where, remedy=_REMEDY)
    return int(cell)


def _degrees(cell: str, most: int, what: str, where: str) -> float:
    try:
        value = float(cell)
    except ValueError:
        value = most + 1.0
    if not -most <= value <= most:
        raise BadResource(
            f"{cell!r} is no {what}",
            where=where,
            remedy=f"Write degrees between -{most} and {most}, with a full stop.",
        )
    return value
