"""The scripts that look the registry's lines up in lists claim no more than a list says."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_LINE = "- {id: outlet/morning-tide, name: Morning Tide, kind: outlet, src: k}"


@pytest.fixture
def scripts(monkeypatch):
    """Give the scripts of ``resources/lists``, which are no package."""
    monkeypatch.syspath_prepend(str(ROOT / "resources" / "lists"))
    import cut  # noqa: PLC0415
    import finding  # noqa: PLC0415
    import lines  # noqa: PLC0415

    yield finding, lines, cut
    for name in ("cut", "finding", "lines"):
        sys.modules.pop(name)


def _marked(scripts, monkeypatch, tmp_path, line, *found):
    finding, lines, _ = scripts
    page = tmp_path / "outlets.yml"
    page.write_text(f'sources:\n  k: "Curated"\nactors:\n{line}\n', "utf-8")
    monkeypatch.setattr(lines, "ACTORS", tmp_path)
    lines.mark(
        finding.Finding(actor="outlet/morning-tide", source=s, known_as=k, differs=d)
        for s, k, d in found
    )
    return page.read_text("utf-8").split("\n")


def test_a_line_is_marked_with_what_the_list_calls_it(scripts, monkeypatch, tmp_path):
    """The list goes before general knowledge, and is told at the head of the file."""
    page = _marked(scripts, monkeypatch, tmp_path, _LINE, ("nhp", "tide", ""))
    assert page[-2].endswith("src: [{nhp: tide}, k]}")
    assert page[1].startswith('  nhp: "Site and country: checked against')


def test_a_list_that_differs_marks_nothing(scripts, monkeypatch, tmp_path):
    """What a list says otherwise is for somebody to look at."""
    page = _marked(scripts, monkeypatch, tmp_path, _LINE, ("nhp", "tide", "GB there, US here"))
    assert page[-2] == _LINE
    assert "nhp" not in "".join(page)


def test_a_marked_line_stays_as_it_is(scripts, monkeypatch, tmp_path):
    """What somebody wrote, or an earlier list bore out, is not written over."""
    line = _LINE.replace("src: k", "src: [{cal: tide.recipe}, k]")
    assert _marked(scripts, monkeypatch, tmp_path, line, ("nhp", "tide", ""))[-2] == line


def test_a_list_is_named_once_and_for_the_most_it_says(scripts, monkeypatch, tmp_path):
    """A site with its country makes the bare site of the same list needless; two lists are enough."""
    found = [("nc", "tide.example", ""), ("ncc", "tide.example", ""), ("ytd", "Tide", "")]
    page = _marked(
        scripts, monkeypatch, tmp_path, _LINE, *found, ("clab", "gb tide.example", "")
    )
    assert page[-2].endswith("src: [{ncc: tide.example}, {ytd: Tide}, k]}")


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("2026-01-17", "2026", True),
        ("2026", "2026-01", True),
        ("2026-01-17", "2026-01-18", False),
        ("", "2026", False),
        ("2026", "", False),
    ],
)
def test_dates_agree_as_far_as_both_say(scripts, one, other, agree):
    """A year bears out a day of that year; no date bears out none."""
    assert scripts[2].agree(one, other) is agree


def test_every_source_that_a_line_names_is_told_alike(scripts):
    """The files tell a list in the words that the scripts have for it."""
    told = {
        line.strip().split(": ", 1)[0]: line.strip().split(": ", 1)[1].strip('"')
        for page in (ROOT / "resources" / "actors").glob("*.yml")
        for line in page.read_text("utf-8").split("actors:\n", 1)[0].split("\n")
        if "checked against" in line
    }
    sources = scripts[0].SOURCES
    assert {key: text for key, text in told.items() if sources.get(key, text) != text} == {}
    assert len(sources.keys() & told.keys()) > 20
