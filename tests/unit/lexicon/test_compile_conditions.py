import json

import yaml

from headwater.lexicon import condition_words
from headwater.lexicon.compile_conditions import compile_conditions


def test_openers_come_longest_first_and_lists_in_their_forms(tmp_path):
    """ "As soon as" is met before "as"; a list that is inflected holds "struck off" as written only."""
    path = tmp_path / "commitments.yml"
    facts = {
        "source": "made up",
        "inflected": ["harm"],
        "openers": {
            "if": {"role": "sufficient", "opens": "clause"},
            "only if": {"role": "necessary", "opens": "clause"},
        },
        "linkers": {"otherwise": "exceptive", "or else": "exceptive"},
        "opposites": [["open", "close"]],
        "harm": ["attack", "ill-use"],
        "sport": ["coach"],
    }
    path.write_text(yaml.safe_dump(facts), encoding="utf-8")
    built = json.loads(compile_conditions(path))
    assert [o["words"] for o in built["openers"]] == [["only", "if"], ["if"]]
    assert [o["words"] for o in built["linkers"]] == [["or", "else"], ["otherwise"]]
    assert built["lists"]["harm"] == ["attack", "attacked", "attacking", "attacks", "ill-use"]
    assert built["lists"]["sport"] == ["coach"]
    assert ["closed", "opening"] in built["opposites"]


def test_every_list_the_reader_asks_for_ships():
    """An opener has a role the model knows, and a list that is not there is a KeyError at once."""
    words = condition_words()
    assert {o.role for o in (*words.openers, *words.linkers)} == {"sufficient", "necessary", "exceptive", "concessive"}  # fmt: skip
    assert {o.opens for o in words.openers} == {"clause", "noun", "either"}
    assert all(words.lists.values())
