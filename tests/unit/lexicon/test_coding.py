from pathlib import Path

import yaml

from headwater.lexicon import coding
from headwater.lexicon.compile_coding import compile_coding

_YAML = Path(__file__).parents[3] / "resources" / "events" / "coding.yml"
_PACKED = Path(__file__).parents[3] / "src" / "headwater" / "lexicon" / "coding.json"


def test_what_is_shipped_is_what_the_yaml_says():
    """``coding.json`` is compiled from the table of today."""
    assert _PACKED.read_text(encoding="utf-8") == compile_coding(_YAML)


def test_the_table_says_where_it_comes_from():
    """Knowledge has its source."""
    assert yaml.safe_load(_YAML.read_text(encoding="utf-8"))["source"]


def test_words_stand_in_every_form():
    """A verb is known inflected, its last consonant doubled where it must be."""
    assert {"holds", "held", "holding"} <= coding().light["does"]
    assert "kidnapped" in coding().modes["ASSAULT"]["abduct"]


def test_modes_and_rules_are_of_types_that_are_there():
    """Every table speaks of PLOVER's sixteen types; a verb and its object may also be no act."""
    types = set(coding().types)
    named = {*coding().modes, *coding().roots_by_mode, *coding().roots_by_word}
    assert len(types) == 16
    assert named <= types
    assert {c.type for c in coding().compounds} <= types | {"NONE"}
