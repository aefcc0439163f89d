import json
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

sys.path.insert(0, str(Path(__file__).parents[1] / "linking"))
from small_links import stored
from small_pile import article, day, person, says

import headwater
from headwater.case import json_line
from headwater.faces.cli.main import headwater as commands

RAID = "drones struck the depot at Lorn"
WATCH = """
indicators:
  - {id: ferries, name: Ferries, says: "A ferry is seized.", any: [{of: statements, words: {all: [[ferry], [seize]]}}]}
"""


@pytest.fixture(scope="module")
def watched(tmp_path_factory):
    path = tmp_path_factory.mktemp("board") / "pile.hw"
    stored(
        article("Nightwater Wire", says(RAID, person("Ilan Brode")), day=day(8), key="a"),
        article("Quill Post", says(RAID, person("Mara Venn")), day=day(9), key="b"),
        path=path,
    ).close()
    return path


def ask(*line, code=0):
    result = CliRunner().invoke(commands, list(map(str, line)))
    assert result.exit_code == code, result.output
    return result


def test_board_prints_what_the_library_returns(watched):
    """With --json, the lines of the board; with --since, the changes."""
    with headwater.open_case(watched) as case:
        board = case.board(since=date(2031, 5, 8))
    told = ask("board", watched, "--json").stdout.splitlines()
    assert told == [json_line(line).decode() for line in board.lines]
    changed = ask("board", watched, "--since", "2031-05-08", "--json").stdout.splitlines()
    assert changed == [json_line(change).decode() for change in board.changes]


def test_board_shows_state_age_words_and_origins_and_names_silence(watched):
    """A lit indicator with its last passage; a dark one with the day of the last page."""
    output = ask("board", watched, "--at", "2031-05-11").stdout
    for words in (
        "Board of 2031-05-11: 2 articles; the last of 2031-05-09",
        "corroborated · Drone attack · 2 days old · origins 2",
        "(Quill Post, 2031-05-09)",
        "rests on: Ilan Brode, Mara Venn",
        "quiet · Sanctions: no page tells of it; last page of the pile: 2031-05-09",
    ):
        assert words in output, output


def test_why_shows_every_passage_with_its_place(watched):
    """The words that decided, the statement, the article and the place in it."""
    output = ask("board", watched, "--why", "drone-attack").stdout
    (line,) = map(json.loads, ask("board", watched, "--why", "drone-attack", "--json").stdout.splitlines())  # fmt: skip
    passages = line["happenings"][0]["evidence"]
    assert len(passages) == 2
    for passage in passages:
        place = f"{passage['article_id'][:8]} {passage['start']}-{passage['end']}"
        assert f"statements {passage['statement_id']} · {place}" in output


def test_an_unknown_indicator_is_named_with_those_there_are(watched):
    """Exit 2, and the ids to choose from."""
    told = ask("board", watched, "--why", "comets", code=2)
    assert "--why comets: there is no such indicator" in told.stderr
    assert "drone-attack" in told.stderr


def test_indicators_of_ones_own_take_the_place_of_the_shipped_ones(watched, tmp_path):
    """One line for one indicator; a broken file is refused by field."""
    mine = tmp_path / "mine.yml"
    mine.write_text(WATCH, "utf-8")
    output = ask("board", watched, "--indicators", mine).stdout
    assert output.splitlines()[-1].startswith("quiet · Ferries: no page tells of it")
    mine.write_text(WATCH.replace("of: statements", "of: dreams"), "utf-8")
    told = ask("board", watched, "--indicators", mine, code=2)
    assert f"{mine}: ferries: any 1: of: there is no 'dreams'" in told.stderr


def test_since_shows_what_turned_and_what_is_new(watched):
    """The state before and after, and the new passage."""
    output = ask("board", watched, "--since", "2031-05-08").stdout
    assert "From 2031-05-08 to 2031-05-09: 1 of 30 indicators" in output
    assert "Drone attack: single-origin → corroborated" in output
    assert "Nightwater Wire" not in output.replace("Nightwater Wire, citing", "")
