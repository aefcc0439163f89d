import json
import sys
from dataclasses import replace
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
from headwater.model import Quantity, digest

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
    """A lit indicator with its last passage and its article; the dark ones together, with the day of the last page."""
    with headwater.open_case(watched) as case:
        (quill,) = (a.id[:8] for a in case.articles() if a.outlet_name == "Quill Post")
    output = ask("board", watched, "--at", "2031-05-11").stdout
    for words in (
        "Board of 2031-05-11: 2 articles; the last of 2031-05-09",
        "corroborated · Drone attack · 2 days old · origins 2",
        f"(Quill Post, 2031-05-09) [{quill}]",
        "rests on: Ilan Brode, Mara Venn",
        "quiet · 29 indicators: no page tells of it; last page of the pile: 2031-05-09\n    Leaders travel",
        " · Sanctions · ",
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
    assert output.splitlines()[-2].startswith("quiet · 1 indicator: no page tells of it")
    assert output.splitlines()[-1].strip() == "Ferries"
    mine.write_text(WATCH.replace("of: statements", "of: dreams"), "utf-8")
    told = ask("board", watched, "--indicators", mine, code=2)
    assert f"{mine}: ferries: any 1: of: there is no 'dreams'" in told.stderr


def test_since_shows_what_turned_and_what_is_new(watched):
    """The state before and after, and the new passage."""
    output = ask("board", watched, "--since", "2031-05-08").stdout
    assert "From 2031-05-08 to 2031-05-09: 1 of 30 indicators" in output
    assert "Drone attack: single-origin → corroborated" in output
    assert "Nightwater Wire" not in output.replace("Nightwater Wire, citing", "")


def test_numbers_that_cannot_both_be_true_are_shown_side_by_side(tmp_path):
    """ "At least nine", told last, goes with either; nine and fourteen stand against each other."""
    path = tmp_path / "pile.hw"
    stored(
        _dead("Nightwater Wire", "nine people", 9, 9, 8),
        _dead("Quill Post", "fourteen people", 14, 14, 8),
        _dead("Tidewater Post", "at least nine people", 9, None, 9),
        path=path,
    ).close()
    told = ask("board", path).stdout
    shown = told[told.index("Casualties with conflicting numbers") :].split("\n\n")[0]
    assert "that at least nine people were killed at Lorn.” (Tidewater Post" in shown
    one, other = shown[shown.index("one number: ") :].split("another number: ")
    assert "that nine people" in one
    assert "that fourteen people" in other


def test_names_withheld_are_not_nobody_killed(tmp_path):
    """ "Gave no names" is no count of the dead."""
    path = tmp_path / "pile.hw"
    silent = article("Quill Post", says("the officials of Lorn gave no names", person("Mara Venn")), day=day(9))  # fmt: skip
    stored(_dead("Nightwater Wire", "nine people", 9, 9, 8), silent, path=path).close()
    (line,) = (
        json.loads(line)
        for line in ask("board", path, "--json").stdout.splitlines()
        if '"casualties-conflict"' in line
    )
    assert line["state"] == "quiet"


def _dead(outlet, words, low, high, on):
    told = article(outlet, says(f"{words} were killed at Lorn", person(f"{outlet}’s clerk")), day=day(on))  # fmt: skip
    start = told.article.text.index(words)
    quantity = Quantity(
        id=digest("q", outlet), article_id=told.article.id, value=low, low=low, high=high,
        bound="exact" if high else "lower_exclusive", unit="persons", counted="people", as_of=None,
        start=start, end=start + len(words), text=words,
    )  # fmt: skip
    return replace(told, quantities=(quantity,))


def test_a_board_of_pages_without_a_day_says_so(tmp_path):
    """It has no day of its own, and "0 articles" would be wrong."""
    path = tmp_path / "pile.hw"
    stored(article("Quill Post", says(RAID, person("Mara Venn"))), path=path).close()
    assert ask("board", path).stdout.startswith(
        "Board of no day: 1 article, none with a certain day\n"
    )
