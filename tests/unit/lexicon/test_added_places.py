import pytest

from headwater.errors import BadResource
from headwater.lexicon.gazetteer import (
    added_places,
    digest_places,
    gazetteer,
    read_added_places,
)
from headwater.model import PlaceKind

#: The columns of a GeoNames dump, by the order in which they stand.
COLUMNS = "id name ascii aliases lat lon fclass fcode country cc2 a1 a2 a3 a4 population elevation dem zone changed".split()
OSTREL = {
    "id": "900001", "name": "Östrel", "ascii": "Ostrel", "aliases": "Ustril,Остріль", "lat": "33.5", "lon": "36.25",
    "fclass": "P", "fcode": "PPL", "country": "SY", "a1": "08", "population": "1200",
}  # fmt: skip


def line(**facts):
    row = OSTREL | facts
    return "\t".join(row.get(column, "") for column in COLUMNS)


@pytest.fixture
def write(tmp_path):
    def writing(name, *lines):
        path = tmp_path / name
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return writing


def test_an_added_place_is_known_inside_and_nowhere_else(write):
    """By its name, its plain name and its other names, in its country, with its number."""
    with added_places(read_added_places([write("a.txt", line())])):
        for name in ("Ostrel", "ÖSTREL", "Ustril", "Остріль"):
            (found,) = gazetteer().find(name)
            assert (found.geoname_id, found.lat, found.lon) == (900001, 33.5, 36.25)
            assert (found.country, found.division, found.population) == ("SY", "SY.08", 1200)
        assert [s.geoname_id for s in gazetteer().find_by_frame("Ustrell", "SY")] == [900001]
    assert gazetteer().find("Ostrel") == ()


@pytest.mark.parametrize(
    ("fclass", "fcode", "kind"),
    [
        ("P", "PPLC", PlaceKind.CITY),
        ("P", "PPLX", PlaceKind.DISTRICT),
        ("A", "ADM1", PlaceKind.DIVISION),
        ("A", "ADM3", PlaceKind.DISTRICT),
        ("A", "PCLI", PlaceKind.COUNTRY),
        ("S", "AIRB", PlaceKind.BASE),
        ("S", "PRN", PlaceKind.SITE),
        ("S", "PSTB", PlaceKind.CROSSING),
        ("H", "STM", PlaceKind.RIVER),
        ("H", "STRT", PlaceKind.STRAIT),
        ("H", "LK", PlaceKind.WATER),
        ("T", "MT", PlaceKind.MOUNTAIN),
        ("T", "ISL", PlaceKind.ISLAND),
        ("L", "RGN", PlaceKind.REGION),
    ],
)
def test_feature_codes_tell_the_kind(write, fclass, fcode, kind):
    """GeoNames' classes and codes become the kinds of the gazetteer."""
    lines = read_added_places([write("a.txt", line(fclass=fclass, fcode=fcode))])
    with added_places(lines):
        assert gazetteer().find("Ostrel")[0].kind is kind


def test_ones_own_place_comes_before_the_same_in_the_gazetteer(write):
    """A better point for a town the gazetteer has takes its place."""
    mine = line(name="Raqqa", ascii="Raqqa", aliases="", lat="35.96", lon="39.02")
    with added_places(read_added_places([write("a.txt", mine)])):
        (found,) = [s for s in gazetteer().find("Raqqa") if s.country == "SY"]
        assert (found.table, found.lat) == ("added", 35.96)


def test_order_repeats_and_comments_change_nothing(write):
    """The same places from other files, in another order, are the same lines with the same digest."""
    other = line(id="900002", name="Tarsk", ascii="Tarsk")
    first = read_added_places([write("a.txt", line(), other, "", "# mine")])
    second = read_added_places([write("b.txt", other, other), write("c.txt", line())])
    assert first == second
    assert digest_places(first) == digest_places(second) != digest_places(first[:1])
    assert read_added_places([]) == ()


@pytest.mark.parametrize(
    ("bad", "fact"),
    [
        ("900001\tÖstrel\t33.5\t36.25", "it has 4 columns"),
        (line(id="x7"), "'x7' is no GeoNames id"),
        (line(name=" "), "it has no name"),
        (line(lat="91"), "'91' is no latitude"),
        (line(lat="33,5"), "'33,5' is no latitude"),
        (line(lat="nan"), "'nan' is no latitude"),
        (line(lon="-180.5"), "'-180.5' is no longitude"),
        (line(population="many"), "'many' is no population"),
        (line(country="Syria"), "'Syria' is no country"),
    ],
)
def test_a_bad_line_is_named(write, bad, fact):
    """File, line, what is wrong, and what to do."""
    with pytest.raises(BadResource) as told:
        read_added_places([write("a.txt", line(), bad)])
    assert fact in str(told.value)
    assert "a.txt: line 2" in str(told.value)
    assert told.value.remedy


def test_two_places_of_one_number_are_refused(write):
    """Which of the two is meant is for the user to say."""
    with pytest.raises(BadResource, match=r"b\.txt: line 1.*another place in .*a\.txt: line 1"):
        read_added_places([write("a.txt", line()), write("b.txt", line(lat="1"))])


def test_a_file_that_is_not_utf_8_is_refused(tmp_path):
    """It says so, and names the file."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xff\xfeO")
    with pytest.raises(BadResource, match="not UTF-8"):
        read_added_places([path])


def test_too_many_places_are_refused(write, monkeypatch):
    """A case keeps them whole; a whole country is cut down first."""
    monkeypatch.setattr("headwater.lexicon.gazetteer.added._MOST", 2)
    lines = [line(id=str(number)) for number in range(1, 4)]
    with pytest.raises(BadResource, match="more than 2 places"):
        read_added_places([write("a.txt", *lines)])
