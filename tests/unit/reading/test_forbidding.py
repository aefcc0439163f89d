"""What somebody is told not to do."""

import pytest

from headwater.language import split_text
from headwater.model import Polarity
from headwater.reading.attributions import find_attributions
from headwater.reading.modality import polarity_of


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("They asked not to be named in print.", "not to be named in print"),
        ("The minister urged ships not to enter the strait.", "not to enter the strait"),
        ("Talvin ordered its captains never to sail.", "never to sail"),
        ("The mayor told the crews to open the gates.", "to open the gates"),
    ],
)
def test_what_is_forbidden_is_never_told_as_asked_for(sentence, content):
    """The "not" before an infinitive is part of what is said, and "not" only there."""
    (found,) = find_attributions(split_text(sentence).sentences[0].tokens)
    tokens = split_text(sentence).sentences[0].tokens
    ((first, last),) = found.content
    assert sentence[tokens[first].start : tokens[last - 1].end] == content


def test_a_forbidden_act_is_negative_whatever_else_the_content_says():
    """ "Not to be named because the talks are secret": the reason behind it affirms, the wish does not."""
    assert polarity_of("not to be named because the talks are secret") is Polarity.NEGATIVE
    assert polarity_of("to be named because the talks are not secret") is Polarity.POSITIVE
