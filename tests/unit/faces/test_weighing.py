import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

sys.path.insert(0, str(Path(__file__).parents[1] / "linking"))
from small_links import stored
from small_pile import article, paper, person, says

import headwater
from headwater.case import json_line
from headwater.faces.cli.main import headwater as commands
from headwater.faces.cli.weights import _claim_wanted
from headwater.lexicon import read_ratings

PIERS, BOATS = "two piers were shut", "forty boats lay idle"
WIRE, POST, GAZETTE = "Nightwater Wire", "Quill Post", "Marsh Gazette"
BRODE, VENN = person("Ilan Brode"), person("Mara Venn")


@pytest.fixture(scope="module")
def weighed(tmp_path_factory):
    path = tmp_path_factory.mktemp("weighing") / "pile.hw"
    wire = article(WIRE, says(PIERS, BRODE), says(BOATS, BRODE), key="a")
    post = article(POST, says(PIERS, paper(WIRE)), says(BOATS, VENN), key="b")
    gazette = article(GAZETTE, says(PIERS, paper("Halyard Tribune")), key="c")
    stored(wire, post, gazette, path=path).close()
    return path


def ask(*line, code=0):
    result = CliRunner().invoke(commands, list(map(str, line)))
    assert result.exit_code == code, result.output
    return result


def test_what_if_prints_what_the_library_returns(weighed):
    """With --json, one line: the value."""
    with headwater.open_case(weighed) as case:
        expected = json_line(case.what_if(without=WIRE)).decode()
    assert ask("what-if", weighed, "--without", WIRE, "--json").stdout.splitlines() == [
        expected
    ]


def test_what_if_shows_what_is_lost_and_what_is_left(weighed):
    """Counts of each part, bounds before and after, in at most a hundred columns."""
    output = ask("what-if", weighed, "--without", BRODE.actor_id).stdout
    folded = " ".join(output.split())
    for words in (
        f"Without Ilan Brode ({BRODE.actor_id}), of 2 claims:",
        "Lose all support: none",
        "Lose independence: 2",
        "forty boats lay idle 2 → 1 2 → 1 Mara Venn",
        "Lose tellings, and neither an origin nor their bounds: 0",
        "Untouched: 0",
    ):
        assert words in folded, output
    assert max(map(len, output.splitlines())) <= 100


def test_what_if_cuts_long_tables_and_says_so(weighed):
    """Of two claims that lose independence, one is shown."""
    output = ask("what-if", weighed, "--without", "ilan brode", "--limit", "1").stdout
    assert "Lose independence: 1 of 2" in output
    assert "idle" not in output


def test_what_if_refuses_nobody(weighed):
    """Where, what, and what to do, without a traceback."""
    refused = ask("what-if", weighed, "--without", "nobody", code=2)
    assert "nobody in the case goes by this" in refused.stderr
    assert "headwater actors" in refused.stderr


def test_claims_show_the_grade_of_a_file_of_ratings(weighed, tmp_path):
    """A letter for the source and a digit for the claim; with --json the whole grade."""
    ratings = tmp_path / "mine.csv"
    ratings.write_text("name,letter\nIlan Brode,B\n", encoding="utf-8")
    plain = " ".join(ask("claims", weighed).stdout.split())
    assert "Forty boats lay idle 2 2 2 F1 Ilan Brode" in plain
    rated = " ".join(ask("claims", weighed, "--ratings", ratings).stdout.split())
    assert "Forty boats lay idle 2 2 2 B1 Ilan Brode" in rated
    with headwater.open_case(weighed) as case:
        expected = [json_line(one).decode() for one in case.grades(read_ratings(ratings))]
    lines = ask("claims", weighed, "--ratings", ratings, "--json").stdout.splitlines()
    assert lines == expected


def test_a_wrong_file_of_ratings_is_refused(weighed, tmp_path):
    """With its place, and without a traceback."""
    (tmp_path / "mine.yml").write_text("ratings: 5", encoding="utf-8")
    refused = ask("claims", weighed, "--ratings", tmp_path / "mine.yml", code=2)
    assert "mine.yml: it is no list of ratings" in refused.stderr


def test_collect_prints_what_the_library_returns(weighed):
    """With --json, a line for each report."""
    with headwater.open_case(weighed) as case:
        expected = [json_line(one).decode() for one in case.collect()]
    assert expected
    assert ask("collect", weighed, "--json").stdout.splitlines() == expected
    assert ask("collect", weighed, "--limit", 1, "--json").stdout.splitlines() == expected[:1]


def test_collect_shows_whose_report_is_missing_and_what_is_in_it(weighed):
    """Outlet, days, worth, who cites it, and what it must contain; in at most a hundred columns."""
    output = ask("collect", weighed).stdout
    folded = " ".join(output.split())
    for words in (
        "1. Halyard Tribune, no date",
        "1 claim rests on it; it would settle 1, told by 3 articles",
        "cited by Marsh Gazette: “Halyard Tribune said”",
        "two piers were shut “Halyard Tribune”: two piers yes were shut",
    ):
        assert words.casefold() in folded.casefold(), output
    assert max(map(len, output.splitlines())) <= 100


def test_collect_says_where_nothing_is_missing(tmp_path):
    """An answer, not a blank."""
    stored(article(WIRE, says(PIERS, BRODE), key="a"), path=tmp_path / "one.hw").close()
    output = ask("collect", tmp_path / "one.hw").stdout
    assert output == "No report is cited that the case does not hold.\n"


@pytest.mark.parametrize(
    ("named_by", "words"),
    [("the wire", "“the wire”: piers shut"), (None, "by its credit line: piers shut")],
)
def test_a_report_that_only_a_credit_line_names_is_not_called_none(named_by, words):
    """A byline stands outside the text, so no words of a chain name its agency."""
    telling = SimpleNamespace(named_by=named_by, statement=SimpleNamespace(words="piers shut"))
    wanted = SimpleNamespace(claim=SimpleNamespace(text="x"), settles=True, tellings=(telling,))
    assert _claim_wanted(wanted) == ("x", words, "yes")
