from itertools import product

import pytest

from headwater.language import split_text
from headwater.lexicon import words
from headwater.reading.attributions import find_attributions

_PREPOSITIONAL = sorted(
    (verb, preposition)
    for verb, cue in words().verbs.items()
    if "obj" in cue.frames
    for preposition in cue.prepositions
)


def _tokens(text):
    return split_text(text).sentences[0].tokens


@pytest.mark.parametrize(("verb", "preposition"), _PREPOSITIONAL)
def test_a_sentence_may_break_off_behind_the_preposition_of_its_cue(verb, preposition):
    """A cue whose preposition is the last word, with no full stop, has no content and does no harm."""
    assert find_attributions(_tokens(f"The minister {verb} {preposition}")) == ()


def test_a_sentence_may_break_off_anywhere():
    """However a sentence is cut short on either side, it is read without an error."""
    tokens = _tokens(
        "“We warned Captain Orsel to turn back,” the minister told the Tidewater Post, adding that "
        "the council had called on the port, according to a report cited by officials, to open the (north) gate"
    )
    for low, high in product(range(len(tokens)), repeat=2):
        for found in find_attributions(tokens[low : high + 1]):
            assert all(first < last for first, last in (*found.cue, *found.content))
