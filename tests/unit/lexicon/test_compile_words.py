import json

import pytest
import yaml

from headwater.lexicon.compile_words import compile_words, inflect


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("report", ("report", "reports", "reported", "reporting")),
        ("urge", ("urge", "urges", "urged", "urging")),
        ("deny", ("deny", "denies", "denied", "denying")),
        ("stress", ("stress", "stresses", "stressed", "stressing")),
        ("admit", ("admit", "admits", "admitted", "admitting")),
        ("convey", ("convey", "conveys", "conveyed", "conveying")),
        ("forecast", ("forecast", "forecasts", "forecasted", "forecasting")),
    ],
)
def test_regular_verbs_are_inflected(lemma, forms):
    """Spelling follows the rules for -e, -y, hisses and doubled consonants."""
    assert inflect(lemma) == forms


def test_every_form_is_a_key(tmp_path):
    """Verbs by all their forms, nouns in both numbers, speakers by word, relays sorted."""
    cues = {
        "source": "made up",
        "verbs": {
            "say": {
                "class": "neutral",
                "frames": ["that"],
                "hard": True,
                "forms": ["said", "says"],
            },
            "call": {"class": "request", "frames": ["obj"], "prep": "on|for"},
        },
        "nouns": {"message": {"class": "neutral", "frames": ["that"]}},
        "relays": ["quoting", "citing"],
    }
    (tmp_path / "cues.yml").write_text(yaml.safe_dump(cues), encoding="utf-8")
    (tmp_path / "speakers.yml").write_text(
        yaml.safe_dump(
            {
                "source": "made up",
                "person": ["mayor"],
                "unnamed": ["source"],
                "spheres": ["tribal", "local"],
            }
        ),
        encoding="utf-8",
    )
    built = json.loads(compile_words(tmp_path))
    assert set(built["verbs"]) == {"said", "says", "call", "calls", "called", "calling"}
    assert (built["verbs"]["said"]["lemma"], built["verbs"]["said"]["hard"]) == ("say", True)
    assert (built["verbs"]["called"]["prepositions"], built["verbs"]["called"]["hard"]) == (
        ["on", "for"],
        False,
    )
    assert set(built["nouns"]) == {"message", "messages"}
    assert built["relays"] == ["citing", "quoting"]
    assert built["speakers"] == {"mayor": "person", "source": "unnamed"}
    assert built["spheres"] == ["local", "tribal"]
