import json
from importlib import resources
from pathlib import Path

import yaml

from headwater.lexicon import tie_words
from headwater.lexicon.compile_ties import compile_ties

_WORDS = Path(__file__).parents[3] / "resources" / "words"


def _compiled(tmp_path, **changed):
    source = yaml.safe_load((_WORDS / "ties.yml").read_text(encoding="utf-8")) | changed
    (tmp_path / "ties.yml").write_text(yaml.safe_dump(source), encoding="utf-8")
    return json.loads(compile_ties(tmp_path))


def test_every_form_of_a_verb_and_noun_is_a_key(tmp_path):
    """Verbs come in all their forms, nouns in both numbers, with what their line says."""
    built = _compiled(
        tmp_path,
        verbs={"fund": {"kind": "funds", "by": [""]}, "meet": {"kind": "met_with", "by": ["", "with"], "mutual": True, "forms": ["met"]}},
        parts={"ally": {"kind": "allied_with", "plural": "allies"}, "wing": {"kind": "part_of"}},
    )  # fmt: skip
    assert set(built["verbs"]) == {"fund", "funds", "funded", "funding", "met"}
    assert (built["verbs"]["met"]["mutual"], built["verbs"]["funds"]["mutual"]) == (True, False)
    assert set(built["parts"]) == {"ally", "allies", "wing", "wings"}
    assert built["parts"]["wings"]["by"] == ["of"]


def test_word_lists_come_sorted_and_once(tmp_path):
    """The order and repeats of the YAML do not show."""
    assert _compiled(tmp_path, orders=["order", "approval", "order"])["orders"] == [
        "approval",
        "order",
    ]


def test_the_words_that_ship_are_those_of_the_resources():
    """``ties.json`` is what ``python -m headwater.lexicon.compile`` makes of ``ties.yml``."""
    shipped = resources.files("headwater.lexicon").joinpath("ties.json").read_text("utf-8")
    assert shipped == compile_ties(_WORDS)
    assert tie_words().verbs["armed"].kind == "arms"
