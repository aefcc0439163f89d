"""Entries of a live blog, which begin with the time at which they were posted."""

import pytest

from headwater.language import split_text
from headwater.reading.attributions import find_attributions


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("20:41 Gunmen have stormed the station, a guard said.", "Gunmen have stormed the station"),
        ("9.05 Two gates are open, the minister said.", "Two gates are open"),
        ("40 gunmen have stormed the station, a guard said.", "40 gunmen have stormed the station"),
    ],
)  # fmt: skip
def test_the_time_of_an_entry_is_no_part_of_what_was_said(sentence, content):
    """The guard did not say "20:41"; a number of gunmen he did say."""
    tokens = split_text(sentence).sentences[0].tokens
    (found,) = find_attributions(tokens)
    ((first, last),) = found.content
    assert sentence[tokens[first].start : tokens[last - 1].end] == content
