"""What commands say where there is nothing to say."""

import errno

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


@pytest.mark.parametrize(
    ("error", "remedy"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "Make room"),
        (
            OSError(errno.ENOENT, "No such file or directory", "nowhere/x.html"),
            "Check the path",
        ),
        (OSError(errno.EACCES, "Permission denied", "x.html"), "Grant permission"),
    ],
)
def test_what_the_system_refuses_is_told_with_a_remedy(empty, monkeypatch, error, remedy):
    """Where, the fact, the remedy; no traceback, also where the system names no file."""

    def refuses(*_args, **_given):
        raise error

    monkeypatch.setattr(Case, "claims", refuses)
    result = CliRunner().invoke(headwater, ["claims", str(empty)])
    assert result.exit_code == 2
    where, _, rest = result.stderr.splitlines()[-2].partition(": ")
    assert (where, rest) == (error.filename or "the disk", error.strerror)
    assert remedy in result.stderr.splitlines()[-1]


def test_a_run_that_is_stopped_says_what_is_kept(tmp_path, monkeypatch):
    """Ctrl-C leaves a case, and says how to go on."""

    def stops(*_args, **_given):
        raise KeyboardInterrupt

    monkeypatch.setattr("headwater.faces.cli.read.read_into", stops)
    result = CliRunner().invoke(
        headwater, ["read", str(tmp_path), "-o", str(tmp_path / "a.hw")]
    )
    assert result.exit_code == 130
    assert "the pages read so far are kept" in result.stderr


def test_a_pile_without_a_page_is_told(tmp_path):
    """An empty folder is no error, and no silence either."""
    (tmp_path / "pile").mkdir()
    result = CliRunner().invoke(headwater, ["brief", str(tmp_path / "pile")])
    assert result.exit_code == 0
    assert "no page was found" in result.stderr


def test_pages_without_an_article_are_named(tmp_path):
    """What was read and gave nothing is named; of many the first few."""
    pile = tmp_path / "pile"
    pile.mkdir()
    for number in range(7):
        (pile / f"{number}.html").write_text(f"<html><body><p>{number}</p></body></html>")
    result = CliRunner().invoke(headwater, ["brief", str(pile)])
    assert (
        "no article found on: 0.html, 1.html, 2.html, 3.html, 4.html and 2 more"
        in result.stderr
    )
