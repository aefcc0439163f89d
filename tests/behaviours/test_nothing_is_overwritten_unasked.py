"""README: nothing is overwritten unasked."""

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from headwater.case import Case
from headwater.faces.cli.main import headwater
from headwater.settings import Settings

sys.path.insert(0, str(Path(__file__).parents[1] / "unit" / "case"))
import small_case


@pytest.fixture
def case(tmp_path):
    path = tmp_path / "pile.hw"
    with Case.create(path) as made:
        for findings in small_case.pile():
            made.add(findings)
        made.replace_links(small_case.links())
        made.seal(settings=Settings(), made_by={})
    return path


def run(*line):
    return CliRunner().invoke(headwater, [str(part) for part in line])


def test_a_brief_leaves_what_is_there(case, tmp_path):
    """``brief -o`` on a file that is there refuses, before it reads anything, until --force."""
    mine = tmp_path / "brief.html"
    mine.write_text("mine")
    result = run("brief", case, "-o", mine)
    assert result.exit_code == 2
    assert "WouldOverwrite" in result.stderr
    assert result.stdout == ""
    assert mine.read_text() == "mine"
    assert run("brief", case, "-o", mine, "--force").exit_code == 0
    assert "harbour master" in mine.read_text()


def test_an_export_leaves_what_is_there(case, tmp_path):
    """``export -o`` into a folder that holds anything refuses, until --force."""
    folder = tmp_path / "tables"
    assert run("export", case, "-o", folder).exit_code == 0
    (folder / "claims.jsonl").write_text("mine")
    result = run("export", case, "-o", folder)
    assert result.exit_code == 2
    assert "--force" in result.stderr
    assert (folder / "claims.jsonl").read_text() == "mine"
    assert run("export", case, "-o", folder, "--force").exit_code == 0
    assert (folder / "claims.jsonl").read_text() != "mine"


@pytest.mark.parametrize("content", ["mine", "SQLite format 3\0 but not really"])
def test_read_leaves_a_file_that_is_no_case(tmp_path, content):
    """``read -o`` on a file that Headwater did not make refuses and changes nothing."""
    mine = tmp_path / "mine.hw"
    mine.write_text(content)
    page = tmp_path / "page.txt"
    page.write_text("Two piers are shut.")
    result = run("read", page, "-o", mine)
    assert result.exit_code == 2
    assert "UnusableCase" in result.stderr
    assert mine.read_text() == content


def test_questions_change_no_byte(case):
    """Asking a case anything leaves its file, and its folder, as they were."""
    before, beside = case.read_bytes(), sorted(case.parent.iterdir())
    for question in ("claims", "statements", "origins", "actors", "stories", "verify", "brief"):
        assert run(question, case).exit_code == 0
    assert run("search", case, "piers").exit_code == 0
    assert case.read_bytes() == before
    assert sorted(case.parent.iterdir()) == beside
