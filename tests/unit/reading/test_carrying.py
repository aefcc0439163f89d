"""Whose word a sentence is that names nobody. The texts are our own, invented."""

import pytest
from small_article import names, statements_of


@pytest.mark.parametrize(
    "text",
    [
        "Orsk and his crew met at the mill. The looms had stopped, according to an aide of the mayor.",
        "The dyers left the guild in May. Their pay had been cut by half, according to guild figures.",
    ],
)
def test_a_figure_with_its_source_says_nothing_of_the_sentence_before_it(text):
    """ "A. B, according to SOURCE" is of B alone, but where SOURCE is press or keeps its name back."""
    first, second = statements_of(text)
    assert names(first) == []
    assert len(names(second)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Lena Orsk runs the last mill on the Ennet. The looms will stop by May, Lena Orsk said.",
        "The Weavers Guild met in Tarsk. The looms will stop by May, the guild said.",
    ],
)
def test_nobody_tells_what_is_told_of_him(text):
    """A cue that closes a paragraph does not cover the sentence that speaks of whoever speaks there."""
    first, second = statements_of(text)
    assert names(first) == []
    assert len(names(second)) == 1
