import pytest

from headwater.lexicon import stem_of


@pytest.mark.parametrize(
    ("one", "other"),
    [("boats", "boat"), ("shut", "shuts"), ("crossed", "crossing"), ("ferries", "ferried")],
)
def test_words_that_differ_in_their_ending_are_one(one, other):
    """A plural and a past tense come to what the bare word comes to."""
    assert stem_of(one) == stem_of(other)


@pytest.mark.parametrize("word", ["sing", "red", "gas", "fly", "the", "be"])
def test_a_short_word_keeps_what_looks_like_an_ending(word):
    """Three letters at least are left: of "sing" the ending is no ending."""
    assert stem_of(word) == word


@pytest.mark.parametrize(("one", "other"), [("boat", "boot"), ("port", "report")])
def test_words_of_another_stem_stay_apart(one, other):
    """Nothing but endings is taken off."""
    assert stem_of(one) != stem_of(other)
