import zlib
from collections import Counter
from pathlib import Path

import pytest
import yaml

from headwater.lexicon.compile import read_actors
from headwater.lexicon.compile_places import compile_places
from headwater.lexicon.gazetteer import Site, distance_km, gazetteer, place_key
from headwater.lexicon.gazetteer.blocks import PlaceFile, write_place_file
from headwater.lexicon.gazetteer.curated import curated_places
from headwater.lexicon.gazetteer.gazetteer import _file
from headwater.lexicon.gazetteer.keys import frame_of, frames_of
from headwater.model import PlaceKind

RESOURCES = Path(__file__).parents[3] / "resources/places"
#: By how much a point may lie outside the extent of its country, in degrees: islands that no map of countries shows.
_OUTSIDE = 3.0


def site(name, **more):
    facts = {"id": name, "kind": PlaceKind.CITY, "lat": 1.0, "lon": 2.0, "country": "XA"}
    return Site(name=name, **facts | more)


def ids(name):
    return [found.id for found in gazetteer().find(name)]


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon"),
    [
        ("Beirut", "LB", 33.89, 35.5),
        ("BEYROUTH", "LB", 33.89, 35.5),
        ("the Gaza Strip", "PS", 31.4, 34.4),
        ("Deir al-Balah", "PS", 31.42, 34.35),
        ("Uttar Pradesh", "IN", 27.0, 80.5),
        ("Київ", "UA", 50.45, 30.52),
        ("Hmeimim", "SY", 35.4, 35.95),
        ("Bab al-Hawa", "SY", 36.23, 36.69),
        ("Burma", "MM", 22.0, 98.0),
    ],
)
def test_a_place_is_found_under_its_names(name, country, lat, lon):
    """Countries, provinces, towns, bases and crossings, in whatever case, accent or script."""
    assert any(
        s.country == country and abs(s.lat - lat) < 0.5 and abs(s.lon - lon) < 0.5
        for s in gazetteer().find(name)
    )


def test_what_is_nowhere_is_not_found():
    """A name of no place gives nothing, and neither does an empty one."""
    assert gazetteer().find("Quillmarshhaven") == ()
    assert gazetteer().find("") == ()
    assert gazetteer().find("zzzz") == ()


def test_all_places_of_one_name_are_given():
    """A name of many places gives them all, in several countries."""
    assert {s.country for s in gazetteer().find("Tripoli")} >= {"LY", "LB"}
    assert {s.kind for s in gazetteer().find("Georgia")} >= {
        PlaceKind.COUNTRY,
        PlaceKind.DIVISION,
    }


def test_a_place_in_two_tables_comes_once():
    """What Headwater's own lists have is not given again from GeoNames, but keeps its number there."""
    (bakhmut,) = [s for s in gazetteer().find("Bakhmut") if s.country == "UA"]
    assert (bakhmut.id, bakhmut.geoname_id is not None) == ("city/bakhmut", True)
    (texas,) = [s for s in gazetteer().find("Texas") if s.kind is PlaceKind.DIVISION]
    assert (texas.table, texas.division) == ("curated", "US.TX")


def test_another_spelling_is_found_in_one_country_only():
    """Consonants lead from one transliteration to another, inside a country that is transliterated."""
    assert ids("Kfarshoubah") == []
    (first, *_) = gazetteer().find_by_frame("Kfarshoubah", "LB")
    assert first.id == "city/kfar-shuba"
    assert gazetteer().find_by_frame("Kfarshoubah", "IQ") == ()
    assert gazetteer().find_by_frame("Londan", "GB") == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("al-Qamishli", "Kamishly"),
        ("Dayr az-Zawr", "Deir ez-Zor"),
        ("Kfarshuba", "Kfar Shouba"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_have_one_frame(one, other):
    """Articles, vowels and letters that stand for one sound make no difference."""
    assert frame_of(place_key(one)) == frame_of(place_key(other)) != ""


def test_a_name_of_few_consonants_has_no_frame():
    """ "Aba" would be like half a country."""
    assert frame_of("aba") == ""


# ---- the file


def test_a_place_file_gives_back_what_was_written():
    """Every name leads to its places again, to a thousandth of a degree, in countries and out of order."""
    sites = {
        "XB": [site(f"Town {n:04}", country="XB", population=n, division="XB.7") for n in range(700)],
        "XA": [site("Ostrel", lat=-12.34567, lon=179.99949, geoname_id=5)],
    }  # fmt: skip
    names = {place_key(s.name): [("XB", n)] for n, s in enumerate(sites["XB"])}
    names["ostrel"] = [("XA", 0), ("XB", 3)]
    file = PlaceFile(write_place_file(sites, names))
    ostrel, other = file.find("ostrel")
    assert (ostrel.name, ostrel.lat, ostrel.lon, ostrel.geoname_id) == (
        "Ostrel",
        -12.346,
        179.999,
        5,
    )
    assert (other.name, other.country, other.population, other.division) == (
        "Town 0003",
        "XB",
        3,
        "XB.7",
    )
    assert all(file.find(place_key(s.name))[0].name == s.name for s in sites["XB"])
    assert file.find("ostre") == file.find("town") == file.find("a") == file.find("zz") == ()
    assert [name for _, name in file.names_in("XA")] == ["Ostrel"]


def test_what_is_no_place_file_is_refused():
    """Another file is not taken for one of places."""
    with pytest.raises(ValueError, match="no file of places"):
        PlaceFile(zlib.compress(b"something else"))


def test_way_over_the_ground():
    """A degree of latitude is 111 km; across the date line is not around the world."""
    assert distance_km(site("a", lat=10), site("b", lat=11)) == pytest.approx(111.2, abs=0.1)
    assert distance_km(site("a", lon=179.5), site("b", lon=-179.5)) == pytest.approx(
        111.2, abs=0.2
    )


# ---- the facts


@pytest.fixture(scope="module")
def shipped():
    return {s.id: s for _, sites in _file().names() for s in sites}


@pytest.mark.slow
def test_every_town_lies_on_earth_and_in_its_country(shipped):
    """All coordinates are in range, and inside the extent of their country."""
    extents = curated_places().extents
    assert len(shipped) > 180_000
    outside = [s for s in shipped.values() if not _inside(s, extents[s.country])]
    # GeoNames has towns of the Western Sahara under Morocco, a base in Cyprus under Britain, the Paracels under Vietnam.
    assert {s.name for s in outside} == {"Aousserd", "Imlili", "Dhekelia", "Hoàng Sa"}


@pytest.mark.slow
def test_every_town_has_a_name_and_a_number_of_its_own(shipped):
    """No GeoNames number stands twice."""
    numbers = Counter(s.geoname_id for s in shipped.values() if s.geoname_id)
    assert numbers.most_common(1)[0][1] == 1
    assert all(s.name and place_key(s.name) for s in shipped.values())


def test_every_curated_place_lies_where_it_is_said_to_be():
    """In the extent of its country, if it has one; else anywhere on earth."""
    places = curated_places()
    whole = (-180, -90, 180, 90)
    assert [
        s.id for s in places.sites if not _inside(s, places.extents.get(s.country or "", whole))
    ] == []
    assert {s.country for s in places.sites if s.country} <= set(places.extents)


def test_every_curated_place_is_found_by_its_name():
    """No entry is dead."""
    missing = [
        s.id for s in curated_places().sites
        if s.kind is not PlaceKind.COUNTRY and s.id not in {f.id for f in gazetteer().find(s.name)}
    ]  # fmt: skip
    assert missing == []


def test_every_place_of_the_lists_has_a_source():
    """Whoever doubts a point can look up where it is from."""
    for path in sorted(RESOURCES.glob("*.yml")):
        content = yaml.safe_load(path.read_text("utf-8"))
        rows = content.get("places") or list(content["countries"].values())
        used = [
            source
            for row in rows
            for source in ([row["src"]] if isinstance(row["src"], str) else row["src"])
        ]
        assert len(used) >= len(rows)
        assert set(used) <= set(content["sources"])


@pytest.mark.slow
def test_the_compiled_places_are_those_of_the_lists():
    """Nobody changed one and forgot the other."""
    actors = read_actors(RESOURCES.parent / "actors")

    written = (RESOURCES.parents[1] / "src/headwater/lexicon/gazetteer/places.json").read_text(
        "utf-8"
    )

    assert compile_places(RESOURCES, actors) == written


def _inside(place, extent):
    west, south, east, north = extent
    return (
        -90 <= place.lat <= 90
        and -180 <= place.lon <= 180
        and south - _OUTSIDE <= place.lat <= north + _OUTSIDE
        and west - _OUTSIDE <= place.lon <= east + _OUTSIDE
    )


def test_the_frames_of_many_names_are_those_of_each():
    """Looked at all at once, no name takes a sound or an article from the one beside it."""
    names = ["robotyne", "al kafr shuba", "al al", "hmeimim h", "kk", "", "rat sur"]
    assert frames_of(names) == [frame for name in names for frame in frames_of([name])]
    assert frames_of(names) == ["rbtn", "kfrsb", "", "", "", "", "rtsr"]
    assert frames_of([]) == []
