"""The file of places: rows by country, and names that lead to them, in small compressed blocks.

A look-up opens one block of names and the blocks of the rows it leads to, some kilobytes each,
so that a run holds a few megabytes for all the world and starts at once.

    magic, length of the header (4 bytes, big-endian), header (JSON, zlib), blocks (text, zlib)

Rows are sorted by country and folded name; a line is name, latitude, longitude, population,
kind, division, GeoNames id, with tabs between. Names are sorted by code point; a line is a folded
name, a tab, and the numbers of its rows.
"""

import zlib
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

import msgspec

from headwater.lexicon.gazetteer.entry import Site
from headwater.model import PlaceKind

_MAGIC: Final = b"HWgaz\x01"
_ROWS_A_BLOCK: Final = 256
_NAMES_A_BLOCK: Final = 256
#: Letters that stand for kinds in a row.
_KINDS: Final = {"c": PlaceKind.CITY, "1": PlaceKind.DIVISION, "2": PlaceKind.DISTRICT}
_LETTERS: Final = {kind: letter for letter, kind in _KINDS.items()}


class _Header(msgspec.Struct):
    """Where everything is: ends of blocks from the end of the header on, first names, countries."""

    row_ends: list[int]
    name_ends: list[int]
    first_names: list[str]
    #: Country code to its first row and the one after its last.
    countries: dict[str, tuple[int, int]]


class PlaceFile:
    """The places of a compiled file, looked up by folded name."""

    def __init__(self, data: bytes) -> None:
        if not data.startswith(_MAGIC):
            raise ValueError("this is no file of places")
        start = len(_MAGIC) + 4
        length = int.from_bytes(data[len(_MAGIC) : start], "big")
        self._data = memoryview(data)[start + length :]
        self._header = msgspec.json.decode(
            zlib.decompress(data[start : start + length]), type=_Header
        )
        self._countries = sorted(
            (first, code) for code, (first, _) in self._header.countries.items()
        )
        self._rows = lru_cache(maxsize=256)(self._read_rows)
        self._names = lru_cache(maxsize=256)(self._read_names)
        self.site = lru_cache(maxsize=8192)(self._site)

    def find(self, key: str) -> tuple[Site, ...]:
        """Give the places that go by this folded name, in the order of the file."""
        at = bisect_right(self._header.first_names, key) - 1
        if at < 0:
            return ()
        lines = self._names(at)
        line = bisect_right(lines, f"{key}\t")
        if line == len(lines) or not lines[line].startswith(f"{key}\t"):
            return ()
        return tuple(map(self.site, _row_numbers(lines[line])))

    def names_in(self, code: str) -> Iterator[tuple[int, str]]:
        """Yield the number and the name of every place of a country; ``site`` gives the place."""
        first, last = self._header.countries.get(code, (0, 0))
        for row in range(first, last):
            block, line = divmod(row, _ROWS_A_BLOCK)
            yield row, self._rows(block)[line].partition("\t")[0]

    def names(self) -> Iterator[tuple[str, tuple[Site, ...]]]:
        """Yield every folded name with its places; for tests, which look at all of them."""
        for at in range(len(self._header.first_names)):
            for line in self._names(at):
                yield line.partition("\t")[0], tuple(map(self.site, _row_numbers(line)))

    @property
    def countries(self) -> Sequence[str]:
        """Give the codes of the countries that have places here, sorted."""
        return sorted(self._header.countries)

    def _site(self, row: int) -> Site:
        block, line = divmod(row, _ROWS_A_BLOCK)
        name, lat, lon, population, kind, division, number = self._rows(block)[line].split("\t")
        code = self._countries[bisect_right(self._countries, (row, "~")) - 1][1]
        of = f"{code}.{division}" if division else None
        return Site(
            id=f"geonames/{number}" if number else f"geonames/{of}/{name}",
            name=name,
            kind=_KINDS[kind],
            lat=float(lat),
            lon=float(lon),
            country=code,
            division=of,
            population=int(population or 0),
            geoname_id=int(number) if number else None,
            table="geonames",
        )

    def _read_rows(self, block: int) -> list[str]:
        return self._block(self._header.row_ends, block, 0).split("\n")

    def _read_names(self, block: int) -> list[str]:
        offset = self._header.row_ends[-1]
        return self._block(self._header.name_ends, block, offset).split("\n")

    def _block(self, ends: Sequence[int], at: int, offset: int) -> str:
        first = ends[at - 1] if at else 0
        return zlib.decompress(self._data[offset + first : offset + ends[at]]).decode()


def write_place_file(
    sites: Mapping[str, Sequence[Site]], names: Mapping[str, Sequence[tuple[str, int]]]
) -> bytes:
    """Give the bytes of a file of places.

    Args:
        sites: Country code to its places, in the order in which they are to stand.
        names: Folded name to the places it leads to, each as country code and place in its list.
    """
    countries: dict[str, tuple[int, int]] = {}
    rows: list[str] = []
    for code in sorted(sites):
        first = len(rows)
        rows += [_line(site) for site in sites[code]]
        countries[code] = (first, len(rows))
    lines = [
        f"{key}\t{' '.join(str(countries[code][0] + at) for code, at in names[key])}"
        for key in sorted(names)
    ]
    row_blocks, row_ends = _blocks(rows, _ROWS_A_BLOCK)
    name_blocks, name_ends = _blocks(lines, _NAMES_A_BLOCK)
    header = _Header(
        row_ends=row_ends,
        name_ends=name_ends,
        first_names=[line.split("\t")[0] for line in lines[::_NAMES_A_BLOCK]],
        countries=countries,
    )
    packed = zlib.compress(msgspec.json.encode(header), 9)
    return _MAGIC + len(packed).to_bytes(4, "big") + packed + row_blocks + name_blocks


def _row_numbers(line: str) -> Iterator[int]:
    return map(int, line.partition("\t")[2].split(" "))


def _line(site: Site) -> str:
    division = (site.division or "").partition(".")[2]
    number = "" if site.geoname_id is None else str(site.geoname_id)
    population = str(site.population) if site.population else ""
    cells = (site.name, _degrees(site.lat), _degrees(site.lon), population)
    return "\t".join((*cells, _LETTERS[site.kind], division, number))


def _degrees(value: float) -> str:
    """Give degrees to a thousandth, about 100 metres."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _blocks(lines: Sequence[str], size: int) -> tuple[bytes, list[int]]:
    parts = [
        zlib.compress("\n".join(lines[at : at + size]).encode(), 9)
        for at in range(0, len(lines), size)
    ]
    ends, end = [], 0
    for part in parts:
        end += len(part)
        ends.append(end)
    return b"".join(parts), ends
