import pytest
import yaml

from headwater.errors import BadResource
from headwater.lexicon.compile import read_actors
from headwater.lexicon.entry import NameForm, RegistryRole, Tie
from headwater.lexicon.faults import find_faults
from headwater.model import ActorKind

_FULL = {
    "id": "outlet/marsh-gazette",
    "name": "Marsh Gazette",
    "kind": "outlet",
    "country": "XX",
    "lang": ["en"],
    "domains": ["gazette.example"],
    "aliases": [
        "Gazette of the Marsh",
        {"text": "MG", "how": "acronym", "weak": True, "context": ["state/xx"]},
        "Marsh Gazette",
    ],
    "roles": [{"title": "organ", "org": "state/xx", "from": 1999, "to": "2004-05"}],
    "relations": [{"type": "owned_by", "target": "state/xx"}],
    "distinct_from": ["state/xx"],
    "src": "k",
}
_STATE = {
    "id": "state/xx",
    "name": "Marshland",
    "kind": "state",
    "demonyms": ["Marshlanders"],
    "adjectives": ["Marshlandic"],
    "src": "k",
}


def _compiled(folder, *rows, **more):
    content = {"sources": {"k": "Made up for a test"}, "actors": list(rows)}
    (folder / "a.yml").write_text(yaml.safe_dump(content), encoding="utf-8")
    for name, others in more.items():
        (folder / f"{name}.yml").write_text(
            yaml.safe_dump(content | {"actors": others}), encoding="utf-8"
        )
    return read_actors(folder)


def test_a_line_becomes_an_entry(tmp_path):
    """Every field arrives, the name is the first form, dates are text, and the source is spelled out."""
    entry, state = _compiled(tmp_path, _STATE, _FULL)
    assert (entry.id, entry.kind, entry.src) == (
        "outlet/marsh-gazette",
        ActorKind.OUTLET,
        "Made up for a test",
    )
    assert (entry.lang, entry.domains, entry.distinct_from) == (
        ("en",),
        ("gazette.example",),
        ("state/xx",),
    )
    assert sorted(form.text for form in entry.forms) == [
        "Gazette of the Marsh",
        "MG",
        "Marsh Gazette",
    ]
    assert NameForm(text="MG", how="acronym", weak=True, context=("state/xx",)) in entry.forms
    assert entry.roles == (
        RegistryRole(title="organ", org="state/xx", from_="1999", to="2004-05"),
    )
    assert entry.ties == (Tie(type="owned_by", target="state/xx"),)
    assert [(f.text, f.how) for f in state.forms] == [
        ("Marshland", "name"),
        ("Marshlanders", "demonym"),
        ("Marshlandic", "adjective"),
    ]


def test_entries_are_sorted_by_id_whatever_their_file(tmp_path):
    """Where a line stands changes nothing."""
    assert [e.id for e in _compiled(tmp_path, _STATE, b=[_FULL])] == [
        "outlet/marsh-gazette",
        "state/xx",
    ]


@pytest.mark.parametrize(
    ("change", "fact"),
    [
        ({"colour": "red"}, "unknown field 'colour'"),
        ({"src": "nobody"}, "has no source"),
        ({"src": None}, "has no source"),
        ({"kind": "newspaper"}, "newspaper"),
        ({"lang": "en"}, "array"),
        ({"aliases": [{"how": "acronym"}]}, "text"),
        ({"aliases": [{"text": "MG", "weak": "yes"}]}, "bool"),
    ],
)
def test_a_malformed_line_is_refused_by_name(tmp_path, change, fact):
    """The message says which file, which entry, and what is wrong."""
    with pytest.raises(BadResource) as refused:
        _compiled(tmp_path, _STATE, _FULL | change)
    assert "a.yml: outlet/marsh-gazette" in str(refused.value)
    assert fact in str(refused.value)


def test_an_id_is_given_once(tmp_path):
    """The same id in two files is refused, and the second file is named."""
    with pytest.raises(BadResource, match=r"b\.yml: state/xx"):
        _compiled(tmp_path, _STATE, b=[_STATE])


def test_a_sound_registry_has_no_faults(tmp_path):
    """Nothing is complained of where nothing is wrong."""
    assert find_faults(_compiled(tmp_path, _STATE, _FULL)) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (
            {"relations": [{"type": "owned_by", "target": "org/none"}]},
            "outlet/marsh-gazette: org/none is not in the registry",
        ),
        (
            {"distinct_from": ["org/none"]},
            "outlet/marsh-gazette: org/none is not in the registry",
        ),
        (
            {"roles": [{"title": "organ", "org": "org/none"}]},
            "outlet/marsh-gazette: org/none is not in the registry",
        ),
        (
            {"capital_of": "state/none"},
            "outlet/marsh-gazette: state/none is not in the registry",
        ),
        (
            {"roles": [{"title": "organ", "from": "2004", "to": "1999"}]},
            "outlet/marsh-gazette: role 'organ' ends before it begins",
        ),
    ],
)
def test_what_breaks_the_rules_is_a_fault(tmp_path, change, fault):
    """Orphan ids of every kind and dates out of order are listed."""
    found = find_faults(_compiled(tmp_path, _STATE, _FULL | change))
    assert [str(f) for f in found] == [fault]


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        ({"aliases": ["the MARSHLAND"], "distinct_from": []}, 1),
        ({"aliases": ["the MARSHLAND"]}, 0),
        ({"aliases": [{"text": "Marshland", "weak": True}], "distinct_from": []}, 0),
    ],
)
def test_a_strong_name_names_one_actor(tmp_path, change, faults):
    """Two owners of one strong name are a fault, unless told apart or one of them weak."""
    assert len(find_faults(_compiled(tmp_path, _STATE, _FULL | change))) == faults
