from contextlib import suppress

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from headwater.errors import BadResource
from headwater.lexicon.entries import read_entries

LINE = {"id": "outlet/marsh-gazette", "name": "Marsh Gazette", "kind": "outlet", "src": "k"}


def read(*rows, text=None):
    if text is None:
        text = yaml.safe_dump({"sources": {"k": "Made up"}, "actors": list(rows)})
    return list(read_entries(text, "mine.yml"))


@pytest.mark.parametrize(
    ("change", "where", "fact"),
    [
        ({"colour": "red"}, "", "unknown field 'colour'"),
        ({"name": None}, "", "has no name"),
        ({"kind": ""}, "", "has no kind"),
        ({"src": ["k", "l"]}, "", "has no source"),
        ({"src": []}, "", "has no source"),
        ({"src": [["k"]]}, "", "has no source"),
        ({"src": [{"l": "Q1"}]}, "", "has no source"),
        ({"src": [{"k": 7}]}, "", "what k knows it as is no text"),
        ({"src": [{"k": " "}]}, "", "what k knows it as is no text"),
        ({"country": False}, "", "bool"),
        ({"aliases": "MG"}, "", "aliases is no array"),
        ({"aliases": None}, "", "aliases is no array"),
        ({"aliases": [7]}, ": alias 7", "str"),
        ({"aliases": [{"text": "MG", "week": True}]}, ": alias ", "unknown field 'week'"),
        ({"aliases": [{"text": "MG", "how": "akronym"}]}, ": alias ", "unknown word 'akronym'"),
        ({"demonyms": [None]}, ": alias ", "str"),
        ({"roles": ["boss"]}, ": role boss", "no map"),
        ({"roles": [{"title": "boss", "since": "2001"}]}, ": role ", "unknown field 'since'"),
        ({"roles": [{"org": "org/x"}]}, ": role ", "title"),
        ({"roles": [{"title": "boss", "to": "May 2001"}]}, ": role ", "'May 2001' is no date"),
        ({"roles": [{"title": "boss", "from": "2001-13"}]}, ": role ", "'2001-13' is no date"),
        ({"relations": [7]}, ": relation 7", "no map"),
        ({"relations": [{"type": "part_of"}]}, ": relation ", "target"),
        ({"relations": [{"type": "eats", "target": "a"}]}, ": relation ", "word 'eats'"),
        ({"relations": [{"type": "part_of", "to": "a"}]}, ": relation ", "unknown field 'to'"),
    ],
)
def test_a_malformed_line_says_where_what_and_what_to_do(change, where, fact):
    """File, entry and field are named; the remedy comes on a line of its own."""
    with pytest.raises(BadResource) as refused:
        read(LINE | change)
    error = refused.value
    assert error.where.startswith("mine.yml: outlet/marsh-gazette" + where)
    assert fact in error.fact
    assert error.remedy


def test_a_line_may_rest_on_several_sources():
    """They are told in the order in which the line names them."""
    text = "sources: {k: Hearsay, l: A list}\nactors:\n- {id: state/xa, name: Marshland, kind: state, src: [l, k]}"
    assert [entry.src for entry in read(text=text)] == ["A list; Hearsay"]


def test_a_source_may_say_under_what_it_has_the_actor():
    """The number or name in the list is told behind it, so that whoever doubts can look it up."""
    text = "sources: {k: Hearsay, l: A list}\nactors:\n- {id: state/xa, name: Marshland, kind: state, src: [{l: Q7}, k]}"
    assert [entry.src for entry in read(text=text)] == ["A list, as Q7; Hearsay"]


@pytest.mark.parametrize(
    "key",
    ["case/0147b85be264b4af", "unnamed/x", "described/x", "gazette", "outlet/The Post", 7],
)
def test_an_id_is_of_the_registry(key):
    """What a pile calls its own actors, or no kind and slug, is no id of a registry."""
    with pytest.raises(BadResource, match="no id of a registry"):
        read(LINE | {"id": key})


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("actors: [", "not YAML"),
        ("a: 2001-99-99", "not YAML"),
        ("", "no list of actors"),
        ("- a\n- b", "no list of actors"),
        ("actors: []", "no list of actors"),
        ("sources: {k: x}\nactors: {a: b}", "no list of actors"),
        ("sources: {k: x}\nactors: [a]", "no map"),
    ],
)
def test_a_file_of_another_shape_is_refused(text, fact):
    """No file makes a traceback: it is told what a file of actors looks like."""
    with pytest.raises(BadResource, match=fact) as refused:
        read(text=text)
    assert refused.value.where.startswith("mine.yml")


def test_dates_may_stand_without_quotation_marks():
    """What YAML takes for a number or a day is the date that was meant."""
    text = "sources: {k: x}\nactors:\n- {id: person/a, name: A, kind: person, src: k, roles: [{title: boss, from: 2004, to: 2004-05-31}]}"
    ((role,),) = (entry.roles for entry in read(text=text))
    assert (role.from_, role.to) == ("2004", "2004-05-31")


_PLAIN = st.none() | st.booleans() | st.integers(0, 9) | st.text("ab/:{", max_size=3)
_ANY = st.recursive(
    _PLAIN,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(_PLAIN, inner, max_size=2),
)
_FIELD = st.sampled_from(
    "id name kind src country lang domains aliases demonyms adjectives roles relations distinct_from capital_of".split()
)


@given(st.dictionaries(_FIELD, _ANY, max_size=3), _ANY)
def test_nothing_written_breaks_the_reader(change, other):
    """Whatever a line holds, it is an entry or it is refused in words."""
    for rows in ([LINE | change], [other], other):
        text = yaml.safe_dump({"sources": {"k": "x"}, "actors": rows})
        with suppress(BadResource):
            assert all(entry.id and entry.forms for entry in read(text=text))


def test_a_slip_of_yaml_is_told_by_its_line():
    """The line is named, and what stood there."""
    with pytest.raises(BadResource) as refused:
        read(text="sources: {k: x}\nactors:\n- {id: outlet/x, name: X: Y}\n")
    assert refused.value.where == "mine.yml: line 3"
    assert "\n" not in refused.value.fact
