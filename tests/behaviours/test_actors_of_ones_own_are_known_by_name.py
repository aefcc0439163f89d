"""A user's own actors are known by their names for the run that is given them, and the case says so."""

import json

import pytest
from click.testing import CliRunner

from headwater.case import Case
from headwater.faces.cli.main import headwater

PAGE = """Guard blocks the quay

PORT MAREN, 4 May 2031 - Members of the Quay Guard blocked the quay on Sunday, Commander Ilsa Dorn told the Tide newspaper.

Dorn said that the QG would not leave before June.
"""
MINE = """
sources:
  desk: "Notes of the harbour desk, read 2031-05"
actors:
- {id: outlet/morning-tide, name: Morning Tide, kind: outlet, aliases: [Tide newspaper], src: desk}
- {id: group/quay-guard, name: Quay Guard, kind: armed_group, aliases: [{text: QG, how: acronym, weak: true}], src: desk}
- {id: person/ilsa-dorn, name: Ilsa Dorn, kind: person, aliases: [{text: Dorn, weak: true}], roles: [{title: commander, org: group/quay-guard, from: "2029-03"}], src: desk}
"""


@pytest.fixture
def pile(tmp_path):
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "mine.yml").write_text(MINE, encoding="utf-8")
    return tmp_path


def run(*line, code=0):
    result = CliRunner().invoke(headwater, [str(part) for part in line])
    assert result.exit_code == code, result.output
    return result


def read(pile, *rest, **given):
    return run("read", pile / "page.txt", "-o", pile / "pile.hw", *rest, **given)


def profile(pile, name):
    return json.loads(run("actors", pile / "pile.hw", name, "--json").stdout)


def test_an_added_actor_is_one_by_all_its_names(pile):
    """Names, acronym and surname come to the actor of the file, with its role; its words are its own."""
    read(pile, "--actors", pile / "mine.yml")
    guard = profile(pile, "QG")
    assert guard["actor"]["id"] == "group/quay-guard"
    assert {name["name"] for name in guard["names"]} == {"Quay Guard", "QG"}
    dorn = profile(pile, "person/ilsa-dorn")
    assert dorn["actor"]["roles"] == [
        {"title": "commander", "organisation": "Quay Guard", "from": "2029-03", "to": None}
    ]
    assert dorn["said_by_total"] == 2


def test_what_was_added_is_gone_in_the_next_run(pile):
    """Without the file the page is read anew without it; with several files, all of them count."""
    lines = MINE.splitlines()
    head = "\n".join(lines[:4])
    for name, line in (("a.yml", lines[4]), ("b.yml", lines[5])):
        (pile / name).write_text(f"{head}\n{line}\n", encoding="utf-8")
    read(pile, "--actors", pile / "a.yml", "--actors", pile / "b.yml")
    with Case.open(pile / "pile.hw") as case:
        assert {a.id for a in case.actors("/")} >= {"outlet/morning-tide", "group/quay-guard"}
        assert case.verify() == ()
        made = case.manifest()["made_by"]
    read(pile)
    with Case.open(pile / "pile.hw") as case:
        assert not {a.id for a in case.actors("/")} & {
            "outlet/morning-tide",
            "group/quay-guard",
        }
        assert set(made) - set(case.manifest()["made_by"]) == {"added-actors"}
        assert case.manifest()["stale_pages"] == 0


@pytest.mark.parametrize(
    ("old", "new", "where", "told"),
    [
        ("kind: outlet,", "kynd: outlet,", "outlet/morning-tide", "unknown field 'kynd'"),
        (
            "group/quay-guard, n",
            "outlet/morning-tide, n",
            "outlet/morning-tide",
            "taken already",
        ),
        ("[Tide newspaper]", "[Ilsa Dorn]", "outlet/morning-tide", "name of person/ilsa-dorn"),
        ('"2029-03"', '"2029-03", to: "2028"', "person/ilsa-dorn", "ends before it begins"),
    ],
)
def test_a_slip_in_the_file_is_told_before_anything_is_read(pile, old, new, where, told):
    """Where, what and what to do; status 2, and no case is left behind."""
    path = pile / "mine.yml"
    assert old in MINE
    path.write_text(MINE.replace(old, new, 1), encoding="utf-8")
    error = read(pile, "--actors", path, code=2).stderr
    assert error.startswith(f"BadResource: {path}: {where}: ")
    assert told in error.splitlines()[0]
    assert error.splitlines()[1].startswith("  ")
    assert not (pile / "pile.hw").exists()


def test_a_file_that_is_not_there_is_told(pile):
    """A mistyped name is status 2 without a traceback, and leaves no case."""
    error = read(pile, "--actors", pile / "none.yml", code=2).stderr
    assert "none.yml: No such file" in error
    assert not (pile / "pile.hw").exists()
