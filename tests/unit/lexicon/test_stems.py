"""What is left of a word without its ending."""

import pytest

from headwater.lexicon import stem_of


@pytest.mark.parametrize(
    "forms",
    [
        ("boat", "boats"),
        ("shut", "shuts"),
        ("crossed", "crossing"),
        ("ferries", "ferried"),
        ("expel", "expelled", "expelling", "expels"),
        ("use", "used", "uses"),
        ("carry", "carried", "carries"),
        ("family", "families"),
        ("press", "pressed"),
        ("attack", "attacked", "raid", "strikes", "struck"),
    ],
)
def test_the_forms_of_a_word_come_to_one(forms):
    """Doubled letters, y and ie, verbs of three letters, and nouns that mean the same."""
    assert len({stem_of(form) for form in forms}) == 1


@pytest.mark.parametrize("word", ["sing", "red", "gas", "fly", "the", "be"])
def test_a_short_word_keeps_what_looks_like_an_ending(word):
    """Three letters at least are left: of "sing" the ending is no ending."""
    assert stem_of(word) == word


@pytest.mark.parametrize(
    ("one", "other"),
    [("boat", "boot"), ("port", "report"), ("need", "net"), ("1500", "150"), ("red", "re")],
)
def test_other_words_keep_apart(one, other):
    """Nothing but endings is taken off, none from a word too short to have one, and none from a number."""
    assert stem_of(one) != stem_of(other)
