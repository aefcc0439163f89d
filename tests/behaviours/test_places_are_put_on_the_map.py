"""Places that a pile names come out with their points, and with one's own beside the gazetteer's."""

import json

import pytest
from click.testing import CliRunner

from headwater.case import Case
from headwater.faces.cli.main import headwater

PAGE = """Guard blocks the road to Damascus

BEIRUT, 4 May 2031 - Members of the Quay Guard blocked the road from Beirut to Damascus on Sunday, the Lebanese army said.

Lebanon and Syria closed the crossing at Masnaa. The army said that shots were fired in Quillmarsh before noon.
"""
MINE = "990001\tQuillmarsh\tQuillmarsh\t\t33.75\t35.9\tP\tPPL\tLB\t\t08\t\t\t\t150\t\t\tAsia/Beirut\t2031-05-01\n"


@pytest.fixture
def pile(tmp_path):
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "mine.txt").write_text(MINE, encoding="utf-8")
    return tmp_path


def run(*line, code=0):
    result = CliRunner().invoke(headwater, [str(part) for part in line])
    assert result.exit_code == code, result.output
    return result


def read(pile, *rest):
    return run("read", pile / "page.txt", "-o", pile / "pile.hw", *rest)


def placed(pile, *rest):
    lines = run("places", pile / "pile.hw", "--json", *rest).stdout.splitlines()
    return {row["text"]: row for row in map(json.loads, lines)}


def test_every_named_place_has_its_point(pile):
    """Words, point, country and why; the library gives what the command prints."""
    read(pile)
    places = placed(pile)
    assert {"Damascus", "Lebanon", "Syria", "Masnaa"} <= set(places)
    assert (places["Damascus"]["country"], places["Damascus"]["kind"]) == ("SY", "city")
    assert places["Damascus"]["lat"] == pytest.approx(33.51, abs=0.05)
    assert places["Masnaa"]["site"] == "site/masnaa-crossing"
    assert all(
        row["why"] and row["certainty"] in {"sure", "candidate"} for row in places.values()
    )
    with Case.open(pile / "pile.hw") as case:
        assert {p.text for p in case.places()} == set(places)
        article = case.articles()[0].text
        assert all(article[p.start : p.end] == p.text for p in case.places())
        assert case.verify() == ()


def test_the_places_of_one_country_are_given_alone(pile):
    """Small letters do as well."""
    read(pile)
    assert {row["country"] for row in placed(pile, "--country", "sy").values()} == {"SY"}
    table = run("places", pile / "pile.hw", "--country", "SY").stdout
    assert "Damascus" in table
    assert "Lebanon" not in table


def test_a_village_of_ones_own_is_known_for_the_run_that_is_given_it(pile):
    """With the file it has its point and the case says so; without it, the page is read anew without it."""
    read(pile, "--places", pile / "mine.txt")
    own = placed(pile)["Quillmarsh"]
    assert (own["lat"], own["lon"], own["geoname_id"]) == (33.75, 35.9, 990001)
    with Case.open(pile / "pile.hw") as case:
        made = case.manifest()["made_by"]
    read(pile)
    assert "Quillmarsh" not in placed(pile)
    with Case.open(pile / "pile.hw") as case:
        assert set(made) - set(case.manifest()["made_by"]) == {"added-places"}
        assert case.manifest()["stale_pages"] == 0


def test_a_bad_file_of_places_stops_before_anything_is_read(pile):
    """File, line and remedy on stderr, and no case."""
    (pile / "bad.txt").write_text("990001\tQuillmarsh\n", encoding="utf-8")
    result = run(
        "read", pile / "page.txt", "-o", pile / "new.hw", "--places", pile / "bad.txt", code=2
    )
    assert "bad.txt: line 1: it has 2 columns" in result.stderr
    assert "docs/places.md" in result.stderr
    assert not (pile / "new.hw").exists()


def test_points_open_in_a_map(pile):
    """GeoJSON has longitude before latitude, and is not written over unasked."""
    read(pile)
    path = pile / "places.geojson"
    assert "points in" in run("places", pile / "pile.hw", "--geojson", path).stderr
    told = json.loads(path.read_text("utf-8"))
    assert told["type"] == "FeatureCollection"
    (damascus,) = [f for f in told["features"] if f["properties"]["name"] == "Damascus"]
    assert damascus["geometry"] == {"type": "Point", "coordinates": [36.291, 33.51]}
    assert damascus["properties"]["certainty"] == "sure"
    assert damascus["properties"]["times"] == 2
    before = path.read_bytes()
    assert "--force" in run("places", pile / "pile.hw", "--geojson", path, code=2).stderr
    run("places", pile / "pile.hw", "--geojson", path, "--force")
    assert path.read_bytes() == before
    run("places", pile / "pile.hw", "--geojson", path, "--force", "--country", "SY")
    told = json.loads(path.read_text("utf-8"))
    assert {f["properties"]["country"] for f in told["features"]} == {"SY"}
