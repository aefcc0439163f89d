"""What ``articles`` says."""

import json

import pytest
from click.testing import CliRunner

import headwater
from headwater.faces.cli.main import headwater as commands

GLUED = """Three trams collide in Velden

By Ada Holm
4 May 2031

Three trams ran into each other in Velden on Sunday, the transport office said. Nobody was hurt, and all lines ran again by noon.

The office said that a switch had frozen. It will be looked at on Monday.
"""
HTML = """<!doctype html><html><head><title>Trams walk</title><meta property="article:published_time"
content="2031-05-06T08:00:00Z"></head><body><article><h1>Trams walk</h1><p>All trams went at a walk on Tuesday, the transport office said.
Nobody knew why, and nobody was in a hurry to find out.</p></article></body></html>"""


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    folder = tmp_path_factory.mktemp("articles")
    (folder / "trams.txt").write_text(GLUED, encoding="utf-8")
    (folder / "walk.html").write_text(HTML, encoding="utf-8")
    row = {"url": "https://velden.example/1", "outlet": "Velden Post", "published": "2031-05-05", "title": "Trams run", "text": "All trams ran on Monday, the office said."}  # fmt: skip
    (folder / "more.jsonl").write_text(json.dumps(row), encoding="utf-8")
    headwater.read([folder], folder / "pile.hw").close()
    return folder / "pile.hw"


def test_each_article_has_its_page_its_place_its_day_and_how_they_are_known(file):
    """In the order of the pages' names; a text page also tells from where to where."""
    output = CliRunner().invoke(commands, ["articles", str(file)]).stdout
    folded = " ".join(output.split())
    assert output.index("more.jsonl") < output.index("trams.txt")
    assert "(given)" in folded
    assert "2031-05-04" in folded
    assert "byline: 4 May 2031" in folded
    assert f"0–{len(GLUED.rstrip())}" in folded


def test_a_day_is_told_once_and_not_again_as_a_machine_wrote_it(file):
    """How it is known stands beside it; the stamp is for programs."""
    output = CliRunner().invoke(commands, ["articles", str(file)]).stdout
    assert "2031-05-06" in output
    assert "T08:00" not in "".join(output.split())
    whole = CliRunner().invoke(commands, ["articles", str(file), "--json"]).stdout
    assert "2031-05-06T08:00:00" in whole


def test_a_program_gets_the_articles_whole(file):
    """One line each, with the text."""
    output = CliRunner().invoke(commands, ["articles", str(file), "--json"]).stdout
    assert [json.loads(line)["title"] for line in output.splitlines()] == [
        "Trams run",
        "Three trams collide in Velden",
        "Trams walk",
    ]
