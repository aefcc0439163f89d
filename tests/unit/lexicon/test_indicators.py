"""Files of indicators: what they hold, and what is said where they break the format."""

import json
from pathlib import Path

import pytest

from headwater.errors import BadResource
from headwater.lexicon.compile_indicators import compile_indicators
from headwater.lexicon.indicators import (  # fmt: skip
    Table,
    parse_indicators,
    read_indicators,
    starter_indicators,
)

ROOT = Path(__file__).parents[3]
GOOD = """
lists:
  boats: &boats [ferry, barge]
indicators:
  - id: ferries
    name: Ferries seized
    says: A ferry is told to have been seized.
    window: 3
    lapses: 9
    origins: 3
    any:
      - of: statements
        status: [reported, planned]
        words: {all: [[*boats, tug], [seiz*]], none: [lottery], between: [raid], near: 7}
      - of: events
        kind: [COERCE]
        mode: [seize]
        actors: ["Ostmark navy"]
        places: [Lorn, XX]
      - of: commitments
        kind: [threat]
        strength: [vowed]
        deadline: true
      - of: relations
        kind: [awaits_orders_from]
      - of: quantities
        counts: {dead: [kill]}
"""


def test_the_shipped_indicators_are_the_compiled_ones():
    """``starter.json`` is what ``resources/indicators`` compiles to, and there are thirty of them."""
    shipped = ROOT / "src" / "headwater" / "lexicon" / "indicators" / "starter.json"
    assert shipped.read_text("utf-8") == compile_indicators(ROOT / "resources" / "indicators")
    assert starter_indicators() == read_indicators([ROOT / "resources" / "indicators"])
    assert len(starter_indicators()) == 30


def test_the_shipped_indicators_are_those_of_the_crisis_pile():
    """Every theme that has an answer is watched for, under its id."""
    answers = json.loads((ROOT / "tests/golden/crisis/expected.json").read_text("utf-8"))
    assert {i.id for i in starter_indicators()} == {a["id"] for a in answers["indicators"]}


def test_a_file_is_read_as_it_is_written():
    """Every field, with the forms of every word; a named list is part of the list it stands in."""
    (one,) = parse_indicators(GOOD, "mine.yml")
    assert (one.window_days, one.lapse_days, one.origins) == (3, 9, 3)
    assert [query.of for query in one.queries] == list(Table)
    words = one.queries[0].words
    assert words.near == 7
    assert words.between == ((("raid", "raids", "raided", "raiding"),),)
    assert [phrase[0][0] for phrase in words.all[0]] == ["ferry", "barge", "tug"]
    assert words.all[0][1] == (("barge", "barges", "barged", "barging"),)
    assert words.all[1] == ((("seiz*",),),)
    assert one.queries[1].places == ("Lorn", "XX")
    assert one.queries[2].deadline


@pytest.mark.parametrize(
    ("was", "becomes", "where", "fact"),
    [
        ("window: 3", "window: three", "ferries: window", "'three' is none"),
        ("lapses: 9", "lapses: 2", "ferries: lapses", "lapses after 2 days and looks back 3"),
        ("name: Ferries seized", "nome: x", "ferries: nome", "no such field"),
        ("says: A ferry is told to have been seized.", "says: 7", "ferries: says", "no text"),
        ("of: events", "of: rumours", "any 2: of", "there is no 'rumours'"),
        ("kind: [COERCE]", "kind: [SEIZE]", "any 2: kind", "there is no 'SEIZE'"),
        ("mode: [seize]", "mode: [grab]", "any 2: mode", "there is no 'grab'"),
        ("strength: [vowed]", "mode: [seize]", "any 3: mode", "commitments have no mode"),
        ("kind: [awaits_orders_from]", "kind: [likes]", "any 4: kind", "there is no 'likes'"),
        ("counts: {dead: [kill]}", "actors: [x]", "any 5: counts", "every number would fit"),
        ("counts: {dead: [kill]}", "counts: {dead: []}", "counts: dead", "no list of words"),
        ("[reported, planned]", "[hoped]", "any 1: status", "there is no 'hoped'"),
        ("none: [lottery]", "none: [no]", "words: none", "False is no word"),
        ("near: 7", "near: 0", "words: near", "0 is none"),
        ("{all: [[*boats, tug], [seiz*]], none: [lottery], between: [raid], near: 7}", "{any: [[x]]}", "any 1: words", "no map of all"),
        ("id: ferries", "id: [1]", "id", "no text"),
    ],
)  # fmt: skip
def test_what_breaks_the_format_is_named(was, becomes, where, fact):
    """File, indicator and field, the fact, and a remedy."""
    assert was in GOOD
    with pytest.raises(BadResource) as caught:
        list(parse_indicators(GOOD.replace(was, becomes, 1), "mine.yml"))
    assert caught.value.where.startswith("mine.yml: ")
    assert caught.value.where.endswith(where)
    assert fact in caught.value.fact
    assert caught.value.remedy


def test_a_folder_is_read_by_name_and_an_id_is_given_once(tmp_path):
    """A second indicator of the same id, in whatever file, is refused."""
    (tmp_path / "b.yml").write_text(GOOD, "utf-8")
    (tmp_path / "a.yml").write_text(GOOD.replace("id: ferries", "id: barges"), "utf-8")
    (tmp_path / "notes.txt").write_text("none of it", "utf-8")
    assert [i.id for i in read_indicators([tmp_path])] == ["barges", "ferries"]
    with pytest.raises(BadResource, match=r"b\.yml: ferries: id"):
        read_indicators([tmp_path, tmp_path / "b.yml"])


def test_an_empty_folder_and_an_empty_file_are_refused(tmp_path):
    """Nobody watches for nothing by mistake."""
    with pytest.raises(BadResource, match="no indicators are in it"):
        read_indicators([tmp_path])
    (tmp_path / "a.yml").write_text("{}", "utf-8")
    with pytest.raises(BadResource, match="no list of indicators"):
        read_indicators([tmp_path])
