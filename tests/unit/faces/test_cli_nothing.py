"""What commands say where there is nothing to say."""

import pytest
from click.testing import CliRunner

from headwater.case import Case
from headwater.faces.cli.main import headwater

_TABLES = {
    "articles": "articles", "claims": "claims", "statements": "statements", "origins": "origins", "drift": "changes",
    "actors": "actors", "places": "places", "events": "events", "tempo": "events to count", "commitments": "commitments",
    "stories": "stories",
}  # fmt: skip


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    path = tmp_path_factory.mktemp("empty") / "empty.hw"
    Case.create(path).close()
    return path


@pytest.mark.parametrize(("command", "what"), _TABLES.items())
def test_an_empty_case_is_told_in_words(empty, command, what):
    """No table without a row: one line on stdout, and on stderr why and what to do."""
    result = CliRunner().invoke(headwater, [command, str(empty)])
    assert result.exit_code == 0
    assert result.stdout == f"no {what} in the case\n"
    assert f"{empty}: no article was found on its pages" in result.stderr
    assert f"headwater read PILE -o {empty}" in result.stderr


@pytest.mark.parametrize("command", [*_TABLES, "board"])
def test_an_empty_case_has_no_lines_of_json_but_the_board_and_the_tempo(empty, command):
    """What a program reads has no words for a person in it."""
    result = CliRunner().invoke(headwater, [command, str(empty), "--json"])
    assert "in the case" not in result.stdout


def test_a_folder_is_no_case_and_the_remedy_names_it(tmp_path):
    """Who names the pile in the place of the case is told how to read it into one."""
    pile = tmp_path / "saved"
    pile.mkdir()
    result = CliRunner().invoke(headwater, ["events", str(pile)])
    assert result.exit_code == 2
    assert f"headwater read {pile} -o saved.hw" in result.stderr
