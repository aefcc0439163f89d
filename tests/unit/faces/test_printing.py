"""How lines and days are printed."""

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
