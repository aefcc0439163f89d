"""Asked for one actor, Headwater shows its names, roles, ties and sayings, each with its words."""

import json

from click.testing import CliRunner

from headwater.faces.cli.main import headwater

WIRE = """Talks on the port

BAGHDAD (Nightwater Wire) - Two informed sources told the Nightwater Wire that Esmail Qaani would visit the port on Monday.

Qaani said that nobody would close the port.
"""
POST = """Envoy denies visit

A spokesman denied on Tuesday that Esmail Qaani had come. “Qaani never came,” two informed sources told the Quill Post.
"""
PAGES = (
    {"outlet": "Nightwater Wire", "published": "2031-05-03", "text": WIRE},
    {"outlet": "Quill Post", "published": "2031-05-04", "text": POST},
)


def ask(file, *rest):
    result = CliRunner().invoke(headwater, ["actors", str(file), *rest])
    assert result.exit_code == 0, result.output
    return result


def contents(sayings):
    """What is said, in each of them."""
    return [" ".join(span["text"] for span in s["statement"]["content"]) for s in sayings]


def test_a_person_of_the_registry(file):
    """By a surname as the pile writes it: what the registry knows, and what the pile says."""
    (line,) = ask(file, "QAANI", "--json").stdout.splitlines()
    whole = json.loads(line)
    assert whole["actor"]["name"] == "Esmail Qaani"
    assert {name["name"]: name["count"] for name in whole["names"]} == {
        "Esmail Qaani": 2,
        "Qaani": 2,
    }
    assert all(role["title"] for role in whole["actor"]["roles"])
    assert [(s["where"]["outlet_name"], s["words"]) for s in whole["said_by"]] == [
        ("Nightwater Wire", "Qaani")
    ]
    about = {s["where"]["outlet_name"] for s in whole["said_about"]}
    assert about == {"Nightwater Wire", "Quill Post"}
    assert contents(whole["said_by"]) == ["nobody would close the port"]
    shown = ask(file, "QAANI").stdout.split()
    assert {"commander", "2020-01-03", "nobody", "2031-05-03"} <= set(shown)


def test_an_unnamed_source_belongs_to_whoever_quotes_it(file):
    """The same words in two papers are two sources: listed with those who tell of them, chosen by id."""
    listed = ask(file, "informed sources")
    assert "told by Quill Post" in " ".join(listed.stdout.split())
    ids = [w for w in listed.stdout.split() if w.startswith("unnamed/")]
    assert len(ids) == 2
    said = [contents(json.loads(ask(file, k, "--json").stdout)["said_by"]) for k in ids]
    assert sorted(said) == [
        ["Esmail Qaani would visit the port on Monday"],
        ["Qaani never came"],
    ]


def test_a_long_record_is_cut_and_counted(file):
    """--limit shows the first, and says of how many."""
    whole = json.loads(ask(file, "Nightwater Wire", "--json").stdout)
    total = whole["said_by_total"]
    assert total > 1
    assert f"Said by it: 1 of {total}" in ask(file, "Nightwater Wire", "--limit", "1").stdout
