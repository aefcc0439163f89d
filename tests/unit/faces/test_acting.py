"""Who acts, as the table of events has it."""

from dataclasses import replace

import pytest

import headwater
from headwater.faces.cli.events import _told, acting


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


def test_a_telling_that_has_others_take_part_says_whom(case):
    """Beside the event stand those whom another telling names; below that telling, all that it has."""
    with headwater.equipped(case):
        (event, *_) = case.held_events()
    (telling,) = event.tellings
    other = replace(telling, actors=("the pilots",), recipients=())
    shown = list(_told(replace(event, others=("Ana Sol",), tellings=(telling, other))))
    assert shown[0].endswith(" · also named: Ana Sol")
    assert [line for line in shown if "who:" in line] == ["      who: the pilots → not said"]
