import pytest
import yaml

from headwater.errors import BadResource
from headwater.lexicon.compile_places import compile_places
from headwater.lexicon.entry import Entry, NameForm
from headwater.model import ActorKind

STATE = Entry(
    id="state/xa", name="Marshland (country)", kind=ActorKind.STATE, src="k", country="XA",
    forms=(
        NameForm(text="Marshland (country)"), NameForm(text="Marshland"),
        NameForm(text="Marshlander", how="demonym"), NameForm(text="Old Bog", how="nickname"),
    ),
)  # fmt: skip
COUNTRIES = {
    "sources": {"k": "Made up for a test"},
    "countries": {"XA": {"at": [1, 2], "extent": [0, 0, 3, 3], "src": ["k"]}},
    "names": {},
    "transliterated": [],
}
QUAY = {"id": "site/quay", "name": "The Quay", "kind": "site", "country": "XA", "at": [1, 2], "aliases": ["Kay"], "src": "k"}  # fmt: skip


def compiled(folder, *rows, countries=COUNTRIES):
    (folder / "countries.yml").write_text(yaml.safe_dump(countries), "utf-8")
    content = {"sources": {"k": "Made up for a test"}, "places": list(rows)}
    (folder / "a.yml").write_text(yaml.safe_dump(content), "utf-8")
    return yaml.safe_load(compile_places(folder, [STATE]))


def test_a_country_goes_by_the_names_of_its_state(tmp_path):
    """Not by the words for its people, nor by what it is called in jest; brackets are not its name."""
    told = compiled(tmp_path)
    assert told["sites"][0]["name"] == "Marshland"
    assert set(told["names"]) == {"marshland", "marshland country"}
    assert told["extents"] == {"XA": [0, 0, 3, 3]}


def test_a_place_is_found_by_name_and_alias(tmp_path):
    """Each name leads to the number of its place."""
    told = compiled(tmp_path, QUAY)
    (at,) = told["names"]["quay"]
    assert told["names"]["kay"] == [at]
    assert told["sites"][at]["id"] == "site/quay"


@pytest.mark.parametrize(
    ("changed", "fact"),
    [
        ({"colour": "red"}, "unknown field 'colour'"),
        ({"src": "x"}, "it has no source"),
        ({"id": "Quay"}, "this is no id"),
        ({"kind": "jetty"}, "jetty"),
    ],
)
def test_a_malformed_place_is_named(tmp_path, changed, fact):
    """File, place and what is wrong."""
    with pytest.raises(BadResource, match=r"a\.yml") as told:
        compiled(tmp_path, QUAY | changed)
    assert fact in str(told.value)


def test_an_id_is_one_places(tmp_path):
    """Two places of one id are refused."""
    with pytest.raises(BadResource, match="taken already"):
        compiled(tmp_path, QUAY, QUAY)


def test_a_country_has_a_name_and_a_source(tmp_path):
    """One that the registry has no state for needs its names beside it."""
    bare = {"at": [1, 2], "extent": [0, 0, 3, 3], "src": ["k"]}
    with pytest.raises(BadResource, match="it has no name"):
        compiled(tmp_path, countries=COUNTRIES | {"countries": {"XB": bare}})
    with pytest.raises(BadResource, match="it has no source"):
        compiled(tmp_path, countries=COUNTRIES | {"countries": {"XA": bare | {"src": ["x"]}}})
