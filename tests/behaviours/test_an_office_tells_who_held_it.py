"""Asked for "the Sudorian foreign minister", Headwater notes who held that office then, and joins nobody."""

import json

import pytest
from click.testing import CliRunner

from headwater.faces.cli.main import headwater

ACTORS = """sources:
  desk: "Yearbook of the harbour desk, read 2031-05"
actors:
- {id: state/sudor, name: Sudor, kind: state, adjectives: [Sudorian], src: desk}
- {id: person/ilsa-dorn, name: Ilsa Dorn, kind: person, roles: [{title: foreign minister, org: state/sudor, from: "2029-03", to: "2031-05-03"}], src: desk}
- {id: person/per-holm, name: Per Holm, kind: person, roles: [{title: foreign minister, org: state/sudor, from: "2031-05-04"}], src: desk}
"""
PAGES = (
    ("Nightwater Wire", "2031-05-03", "The Sudorian foreign minister said that the sluice was shut."),
    ("Quill Post", "2031-05-09", "The Sudorian foreign minister said that the sluice was open."),
)  # fmt: skip


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    folder = tmp_path_factory.mktemp("offices")
    (folder / "desk.yml").write_text(ACTORS)
    lines = [json.dumps({"outlet": o, "published": d, "text": t}) for o, d, t in PAGES]
    (folder / "pile.jsonl").write_text("\n".join(lines))
    case = str(folder / "case.hw")

    def ask(*words):
        result = CliRunner().invoke(headwater, list(words))
        assert result.exit_code == 0, result.output
        return result.stdout

    ask("read", str(folder / "pile.jsonl"), "-o", case, "--actors", str(folder / "desk.yml"))
    return lambda *rest: ask("actors", case, *rest)


def test_each_article_has_who_held_the_office_on_its_day(asked):
    """With the days and the source of the registry, also of actors that the user added."""
    profile = json.loads(asked("Sudorian foreign minister", "--json"))
    told = [
        (h["holder_name"], h["from"], h["to"], h["source"]) for h in profile["office_holders"]
    ]
    yearbook = "Yearbook of the harbour desk, read 2031-05"
    assert told == [
        ("Ilsa Dorn", "2029-03", "2031-05-03", yearbook),
        ("Per Holm", "2031-05-04", None, yearbook),
    ]
    assert [len(h["article_ids"]) for h in profile["office_holders"]] == [1, 1]


def test_it_is_a_note_and_no_merger(asked):
    """The office keeps its own card, and neither holder is said to have said a word."""
    shown = asked("Sudorian foreign minister")
    assert (
        "Held that office on the article's day, by the registry and not by the text: 2" in shown
    )
    people = [a for a in map(json.loads, asked("--json").splitlines()) if a["type"] == "person"]
    assert [a["name"] for a in people] == ["Sudorian foreign minister"]
