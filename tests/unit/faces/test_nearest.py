"""What is said to somebody who mistypes a name."""

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

sys.path.insert(0, str(Path(__file__).parents[1] / "linking"))
from small_links import stored
from small_pile import article, day, person, says

from headwater.case.questions.likeness import names_like
from headwater.faces.cli.main import headwater as commands


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("nearest") / "pile.hw"
    told = says("drones struck the depot at Lorn", person("Ilan Brode"))
    stored(article("Nightwater Wire", told, day=day(8), key="a"), path=path).close()
    return path


@pytest.mark.parametrize(
    "line",
    [
        ("statements", "--source", "Ilan Brodde"),
        ("events", "--actor", "Ilan Brodde"),
        ("tempo", "--actor", "Ilan Brodde"),
        ("timeline", "--actor", "Ilan Brodde"),
        ("commitments", "--issuer", "Ilan Brodde"),
        ("statements", "--source", "Ilan Brodde", "--json"),
    ],
)
def test_a_name_that_finds_nothing_is_answered_with_the_nearest(path, line):
    """On stderr, so that the answer itself stays what it is; the exit status is that of an answer."""
    told = CliRunner().invoke(commands, [line[0], str(path), *line[1:]])
    assert told.exit_code == 0
    assert "nearest to 'Ilan Brodde': Ilan Brode\n" in told.stderr


def test_an_actor_who_is_not_there_is_refused_with_the_nearest(path):
    """A question that needs one actor names whom it may mean."""
    told = CliRunner().invoke(commands, ["what-if", str(path), "--without", "Ilan Brodde"])
    assert told.exit_code == 2
    assert "Nearest to it: Ilan Brode. See who is there" in told.stderr


def test_a_name_that_is_like_none_brings_no_hint(path):
    """Nobody is guessed at."""
    told = CliRunner().invoke(commands, ["statements", str(path), "--source", "Quelmouth"])
    assert told.stderr == ""


def test_a_word_may_be_a_slip_for_one_word_of_a_name():
    """The likest first, then by name; at most three."""
    names = {n: (n,) for n in ("Ilan Brode", "Mara Brodel", "Ana Brod", "Bo Bradde", "Lorn")}
    assert names_like("brodde", names) == ("Ilan Brode", "Bo Bradde", "Mara Brodel")


@pytest.mark.parametrize("command", ["events", "tempo", "timeline"])
def test_a_type_that_no_event_has_is_answered_with_those_there_are(case_file, command):
    """A type that some event has, of which nothing else fits, brings no such hint."""
    told = CliRunner().invoke(commands, [command, str(case_file), "--type", "shelling"])
    assert told.exit_code == 0
    assert "no event is of type 'shelling', only: CLOSE" in told.stderr
    other = CliRunner().invoke(
        commands, [command, str(case_file), "--type", "close", "--actor", "Quelmouth"]
    )
    assert "no event is of type" not in other.stderr
