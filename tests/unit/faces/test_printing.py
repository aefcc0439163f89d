"""How lines and days are printed."""

import errno
from pathlib import Path

import pytest

from headwater.faces.cli import printing


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2031-05-04", "2031-05-04", "2031-05-04"),
        ("2031-05-04", "2031-05-06", "2031-05-04 to 2031-05-06"),
        ("2031-05-04", None, "2031-05-04 or later"),
        (None, "2031-05-06", "by 2031-05-06"),
        (None, None, "no day"),
    ],
)
def test_a_day_that_is_a_bound_is_told_as_one(first, last, words):
    """A photograph's day is never told as that of the page."""
    assert printing.published_words(first, last) == words


@pytest.mark.parametrize("is_watched", [True, False])
def test_before_a_person_long_lines_are_broken_further_in(capsys, monkeypatch, is_watched):
    """Into a file each line goes whole, so that it is the same everywhere."""
    monkeypatch.setattr(printing, "_is_watched", lambda: is_watched)
    monkeypatch.setenv("COLUMNS", "40")
    printing.print_lines(["  " + "word " * 12, ""])
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == ""
    assert [line.startswith("    ") for line in lines[1:-1]] == [True] * (len(lines) - 2)
    assert (len(lines) > 2, max(map(len, lines)) <= 40) == (is_watched, is_watched)


@pytest.mark.parametrize(("width", "is_stacked"), [("40", True), ("63", True), ("64", False)])
def test_a_narrow_terminal_shows_every_cell(capsys, monkeypatch, width, is_stacked):
    """Where columns would be too narrow for words, each row is told in lines, and nothing is lost."""
    monkeypatch.setenv("COLUMNS", width)
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    printing.print_table(
        (("Claim", 6), ("Pages", 0), ("Word", 3)), [("Piers shut", "7", "")], ""
    )
    told = capsys.readouterr().out
    assert ("Claim: Piers shut\nPages: 7\n" in told) == is_stacked
    assert "Piers shut" in told
    assert "7" in told


def test_a_file_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    """Where the disk is full, what was there before stays, and nothing is left beside it."""
    path = tmp_path / "brief.html"
    printing.write_whole(path, "old")
    assert path.read_text() == "old"

    def is_full(self, *_args, **_given):
        self.touch()
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_text", is_full)
    with pytest.raises(OSError, match="No space") as told:
        printing.write_whole(path, "new")
    assert told.value.filename == str(path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('"The boats left.', "The boats left."),
        ("“The boats left.", "The boats left."),
        ('"The boats," she said, "left."', '"The boats," she said, "left."'),
        ("The boats left.", "The boats left."),
        ("", ""),
    ],
)
def test_a_mark_that_nothing_closes_is_not_doubled_by_ours(text, shown):
    """A sentence of a longer quotation begins with its mark, and ends without."""
    assert printing.without_lone_mark(text) == shown
