"""The commands that read a pile, over a tiny pile of text written here."""

import json

import pytest
from click.testing import CliRunner

from headwater.case import Case
from headwater.faces.cli.main import headwater
from headwater.language import load_encoder

PAGE = """Two piers shut at Port Maren

PORT MAREN, 4 May 2031 (Velden) - Two piers were shut on Sunday, the harbour master told the
Velden News Agency. “Nobody may moor there before June,” she said.

The repairs will cost about 3 million crowns, according to the port's owner.
"""


@pytest.fixture
def pile(tmp_path):
    folder = tmp_path / "pile"
    folder.mkdir()
    (folder / "piers.txt").write_text(PAGE)
    (folder / "empty.txt").write_text("")
    return folder


def run(*line, **given):
    return CliRunner().invoke(headwater, [str(part) for part in line], **given)


@pytest.mark.slow
def test_a_pile_becomes_a_case(pile, tmp_path):
    """``read`` makes a sealed case, says what is in it, and names what it refused."""
    result = run("read", pile, "-o", tmp_path / "pile.hw")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("1 page read, 1 refused · 1 article")
    assert "refused: empty.txt" in result.stderr
    with Case.open(tmp_path / "pile.hw") as case:
        assert case.verify() == ()


@pytest.mark.slow
def test_reading_again_adds_only_what_is_new(pile, tmp_path):
    """A second ``read`` into the same case keeps what is there."""
    case = tmp_path / "pile.hw"
    run("read", pile, "-o", case)
    more = tmp_path / "more.txt"
    more.write_text(PAGE.replace("Two", "Three"))
    result = run("read", more, "-o", case, "--json")
    assert result.exit_code == 0, result.output
    names = [json.loads(line)["name"] for line in result.stdout.splitlines()]
    assert names == ["empty.txt", "more.txt", "piers.txt"]


def vectors(case):
    """The arithmetic a case says made it, and whether its vectors are those of that one alone."""
    with Case.open(case) as opened:
        (found,) = opened.findings()
        made = opened.manifest()
    told = [statement.told for statement in found.statements]
    same = [
        found.vectors == tuple(row.tobytes() for row in load_encoder(portable=p).encode(told))
        for p in (False, True)
    ]
    assert made["settings"]["language"] == {"portable": same[True]}
    return made["made_by"]["arithmetic"], same


@pytest.mark.slow
def test_a_pile_is_read_in_the_arithmetic_asked_for(pile, tmp_path):
    """``--portable`` reads in fp32 and the case says so; without it, all is read anew in int8."""
    case = tmp_path / "pile.hw"
    result = run("read", pile, "-o", case, "--portable")
    assert result.exit_code == 0, result.output
    assert vectors(case) == ("portable", [False, True])
    result = run("read", pile, "-o", case)
    assert result.exit_code == 0, result.output
    assert vectors(case) == ("int8", [True, False])
    assert "stay as they were read" not in result.stderr


@pytest.mark.slow
def test_pages_left_in_another_arithmetic_are_told(pile, tmp_path):
    """Whoever adds to a case in another arithmetic is told what was not read again."""
    case = tmp_path / "pile.hw"
    run("read", pile, "-o", case)
    more = tmp_path / "more.txt"
    more.write_text(PAGE.replace("Two", "Three"))
    result = run("read", more, "-o", case, "--portable")
    assert result.exit_code == 0, result.output
    assert "2 of its pages did not come up now" in result.stderr
    result = run("read", pile, "-o", case, "--portable")
    assert "did not come up now" not in result.stderr


@pytest.mark.slow
def test_a_page_comes_through_a_pipe(tmp_path):
    """``-`` is whatever stands on stdin."""
    result = run("read", "-", "-o", tmp_path / "pile.hw", input=PAGE.encode())
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("1 page read · 1 article")


@pytest.mark.slow
def test_a_brief_of_a_pile_keeps_nothing_but_the_brief(pile, tmp_path):
    """``brief PILE -o FILE`` goes all the way in one go and leaves one file."""
    result = run("brief", pile, "-o", tmp_path / "brief.html")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("1 page read, 1 refused")
    assert "crowns" in (tmp_path / "brief.html").read_text("utf-8")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["brief.html", "pile"]


def test_a_pile_that_is_not_there_is_not_understood(tmp_path):
    """A wrong path is status 2, and leaves no empty case behind."""
    for line in (("brief",), ("read", "-o", tmp_path / "pile.hw")):
        result = run(*line, tmp_path / "none")
        assert result.exit_code == 2
        assert "UnreadablePile" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_strict_turns_refusals_into_status_1(tmp_path):
    """With --strict, a page that was refused makes the status 1."""
    (tmp_path / "empty.txt").write_text("")
    assert run("brief", tmp_path / "empty.txt").exit_code == 0
    assert run("brief", tmp_path / "empty.txt", "--strict").exit_code == 1
    (tmp_path / "whole.txt").write_text(PAGE)
    assert run("brief", tmp_path / "whole.txt", "--strict").exit_code == 0
