import threading
from itertools import permutations

import pytest
import yaml

from headwater.errors import BadResource
from headwater.lexicon import added_actors, digest_added, read_added_actors, registry
from headwater.lexicon.registry import shipped_registry

TIDE = {
    "id": "outlet/morning-tide",
    "name": "Morning Tide",
    "kind": "outlet",
    "domains": ["tide.example"],
    "aliases": [{"text": "Tide", "weak": True}],
    "src": "m",
}
QUAY = {
    "id": "group/quay-guard",
    "name": "Quay Guard",
    "kind": "armed_group",
    "relations": [{"type": "part_of", "target": "agency/reuters"}],
    "src": "m",
}
REUTERS = {
    "id": "agency/reuters",
    "name": "Reuters",
    "kind": "agency",
    "aliases": ["Rooters"],
    "domains": ["rooters.example"],
    "src": "m",
}


@pytest.fixture
def write(tmp_path):
    def file(name, *rows, source="Made up"):
        path = tmp_path / name
        content = {"sources": {"m": source}, "actors": list(rows)}
        path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
        return path

    return file


def refused(*paths):
    with pytest.raises(BadResource) as told:
        read_added_actors(paths)
    return told.value


def test_added_actors_are_known_inside_and_nowhere_else(write):
    """Inside the ``with`` they are found by name and domain; after it, also after an error, they never were."""
    added = read_added_actors([write("a.yml", TIDE)])
    with added_actors(added):
        assert registry().of_name("the morning tide")[0][0] == "outlet/morning-tide"
        assert registry().of_domain("www.tide.example").name == "Morning Tide"
        assert registry().entries["agency/reuters"].name == "Reuters"
    assert registry() is shipped_registry()
    with pytest.raises(ZeroDivisionError), added_actors(added):
        _ = 1 / 0
    assert registry() is shipped_registry()
    assert "outlet/morning-tide" not in registry().entries


def test_the_innermost_choice_holds(write):
    """A run without added actors has none, also where another run calls it."""
    tide, quay = (
        read_added_actors([write(f"{n}.yml", row)]) for n, row in enumerate((TIDE, QUAY))
    )
    with added_actors(tide):
        mine = registry()
        with added_actors(quay):
            assert "outlet/morning-tide" not in registry().entries
            assert "group/quay-guard" in registry().entries
        with added_actors(()):
            assert registry() is shipped_registry()
        assert registry() is mine


def test_another_thread_has_its_own(write):
    """What one thread reads with is nothing to the others."""
    seen = []
    with added_actors(read_added_actors([write("a.yml", TIDE)])):
        thread = threading.Thread(target=lambda: seen.append(registry()))
        thread.start()
        thread.join()
    assert seen == [shipped_registry()]


def test_a_shipped_actor_is_added_to(write):
    """A line with a shipped id gives it more names, and takes none away."""
    before = registry().entries["agency/reuters"]
    with added_actors(read_added_actors([write("a.yml", REUTERS)])):
        after = registry().entries["agency/reuters"]
        assert registry().of_name("Rooters")[0][0] == "agency/reuters"
        assert registry().of_name("Thomson Reuters")[0][0] == "agency/reuters"
        assert registry().of_domain("rooters.example").id == "agency/reuters"
        assert registry().of_domain("reuters.com").id == "agency/reuters"
    assert set(before.forms) < set(after.forms)
    assert (after.country, after.src) == (before.country, before.src)


def test_a_name_that_a_user_calls_weak_is_weak(write):
    """Of one name of a shipped actor, the user's form is the one that counts."""
    row = REUTERS | {"aliases": [{"text": "Thomson Reuters", "weak": True}]}
    assert not registry().of_name("Thomson Reuters")[0][1].weak
    with added_actors(read_added_actors([write("a.yml", row)])):
        assert registry().of_name("Thomson Reuters")[0][1].weak


def test_files_and_lines_in_any_order_are_the_same_actors(write):
    """What is added, and its digest, follow from the actors alone; another name is another digest."""
    files = [write("a.yml", TIDE, QUAY), write("b.yml", REUTERS)]
    (added,) = {read_added_actors(order) for order in permutations(files)}
    assert added == read_added_actors([write("c.yml", REUTERS, QUAY, TIDE)])
    other = read_added_actors([write("c.yml", REUTERS, QUAY, TIDE | {"name": "Morn"})])
    assert digest_added(added) != digest_added(other)
    assert read_added_actors([]) == ()


def test_a_malformed_line_is_refused_by_file(write):
    """The message names the file as it was given."""
    path = write("a.yml", TIDE | {"colour": "red"})
    error = refused(path)
    assert error.where == f"{path}: outlet/morning-tide"
    assert "unknown field 'colour'" in error.fact


def test_an_id_is_given_once(write):
    """In one file or in two; the message names both places."""
    one, two = write("a.yml", TIDE), write("b.yml", QUAY, TIDE)
    error = refused(one, two)
    assert error.where == f"{two}: outlet/morning-tide"
    assert error.fact == f"this id is taken already, in {one}"
    assert "taken already" in refused(write("c.yml", TIDE, TIDE)).fact


def test_a_strong_name_is_one_actors(write):
    """A name of two added actors, or of an added and a shipped one, is refused unless they are told apart."""
    other = QUAY | {"aliases": ["The Morning Tide"]}
    one, two = write("a.yml", TIDE), write("b.yml", other)
    error = refused(one, two)
    assert error.where == f"{two}: group/quay-guard"
    assert error.fact == "'morning tide' is also a name of outlet/morning-tide"
    assert "distinct_from" in error.remedy
    assert read_added_actors([one, write("b.yml", other | {"distinct_from": [TIDE["id"]]})])
    shipped = TIDE | {"aliases": ["Thomson Reuters"]}
    assert "also a name of agency/reuters" in refused(write("c.yml", shipped)).fact
    assert read_added_actors([write("c.yml", shipped | {"distinct_from": ["agency/reuters"]})])


@pytest.mark.parametrize(
    ("change", "fact"),
    [
        ({"roles": [{"title": "boss", "from": "2004", "to": "1999"}]}, "ends before it begins"),
        ({"distinct_from": ["org/none"]}, "org/none is not in the registry"),
        ({"domains": ["reuters.com"]}, "reuters.com is also a domain of agency/reuters"),
        ({"id": "agency/reuters"}, "the shipped registry has this id as agency, not outlet"),
    ],
)
def test_what_does_not_fit_the_registry_is_refused(write, change, fact):
    """Added actors hold to the rules that the shipped ones do."""
    path = write("a.yml", TIDE | change)
    error = refused(path)
    assert error.where == f"{path}: {change.get('id', TIDE['id'])}"
    assert fact in error.fact
    assert error.remedy


def test_the_first_fault_of_the_files_is_told(write):
    """Whoever mends a file begins at its top."""
    bad = {"roles": [{"title": "boss", "from": "2004", "to": "1999"}]}
    path = write("a.yml", TIDE | bad, QUAY | bad)
    assert refused(path).where.endswith("outlet/morning-tide")


def test_a_file_in_another_encoding_is_refused(write):
    """Names in Latin-1 would become other names."""
    path = write("a.yml", TIDE)
    path.write_bytes(path.read_bytes() + "# é".encode("latin-1"))
    assert "not UTF-8" in refused(path).fact


def test_without_files_nothing_is_looked_through(monkeypatch):
    """A run that adds no actors does not pay for the check of those who do."""
    monkeypatch.setattr("headwater.lexicon.added.shipped_registry", None)
    assert read_added_actors([]) == ()
