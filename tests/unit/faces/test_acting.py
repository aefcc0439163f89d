"""Who acts, as the table of events has it."""

from dataclasses import replace

import pytest

import headwater
from headwater.faces.cli.events import acting


@pytest.mark.parametrize(
    ("words", "names", "told"),
    [
        (("It",), ("Ostmark Navy",), "Ostmark Navy (“It”)"),
        (("The navy",), ("Ostmark Navy",), "The navy"),
        (("They",), (), "They"),
        (("they",), ("they",), "they"),
    ],
)
def test_a_pronoun_never_stands_alone_where_it_is_known_whose_it_is(case, words, names, told):
    """ "It killed him" says nothing in a table; the page's word stays beside the name."""
    with headwater.equipped(case):
        (event, *_) = case.held_events()
    assert acting(replace(event, actors=words, by=names)) == told
