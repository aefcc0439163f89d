"""Promise: a case shows who backs, commands and threatens whom, with the words, and counts origins and not pages."""

import json
import xml.etree.ElementTree as ET

import pytest
from click.testing import CliRunner

from headwater.errors import UnclearQuestion
from headwater.faces.cli.main import headwater as commands

ACTORS = """
sources:
  desk: "Invented for this test"
actors:
- {id: agency/lune-wire, name: Lune Wire, kind: agency, src: desk}
- {id: outlet/marl-post, name: Marl Post, kind: outlet, src: desk}
- {id: outlet/tarn-herald, name: Tarn Herald, kind: outlet, src: desk}
- {id: group/red-reeds, name: Red Reeds, kind: armed_group, src: desk}
- {id: group/black-herons, name: Black Herons, kind: armed_group, src: desk}
- {id: organisation/nordia-council, name: Nordia Council, kind: organisation, src: desk}
- {id: person/ilse-varga, name: Ilse Varga, kind: person, src: desk}
"""
PAGES = (
    {"url": "https://lunewire.example/1", "outlet": "Lune Wire", "published": "2031-05-04", "title": "Council arms militia",
     "text": "The Nordia Council arms the Red Reeds, two officials close to the talks told Lune Wire.\n\nThe Red Reeds do not back the Black Herons, one of them said."},
    {"url": "https://marlpost.example/1", "outlet": "Marl Post", "published": "2031-05-05", "title": "Militia is armed, says agency",
     "text": "The Nordia Council arms the Red Reeds, Lune Wire reported on Sunday, citing two officials close to the talks."},
    {"url": "https://tarnherald.example/1", "outlet": "Tarn Herald", "published": "2031-05-09", "title": "Commander visits",
     "text": "Ilse Varga, commander of the Red Reeds, met leaders of the Black Herons on Friday.\n\nThe Nordia Council would arm the Red Reeds again, Varga said."},
)  # fmt: skip


def ties(network):
    return {(e.subject_name, e.kind, e.object_name, e.modality): e for e in network.edges}


def test_one_story_retold_is_one_origin_of_the_tie(case):
    """Two outlets say that the council arms them; both have it from the same officials."""
    edge = ties(case.network("Red Reeds"))["Nordia Council", "arms", "Red Reeds", "asserted"]
    assert edge.outlets == ("Lune Wire", "Marl Post")
    assert (edge.first, edge.last) == ("2031-05-04", "2031-05-05")
    assert (edge.independent.low, edge.independent.high) == (1, 1)
    assert all("arms the Red Reeds" in telling.text for telling in edge.tellings)


def test_what_would_be_so_is_told_apart_and_what_is_denied_not_at_all(case):
    """ "Would arm" is no arming, and who is said not to back somebody does not."""
    found = ties(case.network("Red Reeds"))
    assert ("Nordia Council", "arms", "Red Reeds", "conditional") in found
    assert not any(kind == "backs" for _, kind, _, _ in found)


def test_the_network_grows_with_its_depth(case):
    """The commander of the Reeds is one step from them, and whom she met two."""
    near, far = case.network("Red Reeds"), case.network("Red Reeds", 2)
    assert ("Ilse Varga", "commands", "Red Reeds", "asserted") in ties(near)
    assert not any(kind == "met_with" for _, kind, _, _ in ties(near))
    assert any(kind == "met_with" for _, kind, _, _ in ties(far))
    assert {n.name: n.steps for n in far.nodes}["leaders of the Black Herons"] == 2


def test_every_telling_shows_its_words(case):
    """The words of an edge are the article's own, at the place that the edge gives."""
    texts = {article.id: article.text for article in case.articles()}
    for edge in case.network().edges:
        for told in edge.tellings:
            assert " ".join(texts[told.article_id][told.start : told.end].split()) == told.text


def test_an_unknown_name_is_refused(case):
    """Nobody is guessed."""
    with pytest.raises(UnclearQuestion):
        case.network("Blue Reeds")


def run(*line, code=0):
    result = CliRunner().invoke(commands, [str(part) for part in line])
    assert result.exit_code == code, result.output
    return result


def test_the_command_prints_what_the_library_returns(file, case):
    """With --json the network as the library has it, else a table of ties, days, counts and words."""
    printed = json.loads(run("network", file, "Red Reeds", "--json").stdout)
    assert [e["id"] for e in printed["edges"]] == [
        e.id for e in case.network("Red Reeds").edges
    ]
    table = run("network", file, "Red Reeds").stdout
    assert table.startswith("Red Reeds · armed_group · group/red-reeds")
    assert "(conditional)" in table
    only = json.loads(run("network", file, "Red Reeds", "--kind", "commands", "--json").stdout)
    assert [e["kind"] for e in only["edges"]] == ["commands"]


def test_the_whole_network_is_written_as_graphml_and_not_over_another(file, case, tmp_path):
    """Every tie of the case is an edge of the file; the same case gives the same bytes."""
    one, two = tmp_path / "one.graphml", tmp_path / "two.graphml"
    run("network", file, "--graphml", one)
    run("network", file, "--graphml", two)
    assert one.read_bytes() == two.read_bytes()
    edges = ET.parse(one).getroot().iterfind(".//{*}edge")  # noqa: S314 - our own file
    assert {e.get("id") for e in edges} == {e.id for e in case.network().edges}
    assert "already there" in run("network", file, "--graphml", one, code=2).output
