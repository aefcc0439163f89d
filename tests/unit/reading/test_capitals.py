"""Capitals that stand for a government, and those that are towns. The texts are our own, invented."""

import pytest
from small_article import small_article

from headwater.language import read
from headwater.reading.cast import find_cast


def _meant(text, name):
    """Give whom each mention of a name means."""
    return [n.actor_id for n in find_cast(read(small_article(text))).names if n.text == name]


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        ("Tehran has asked the Heron Front to freeze its raids.", "Tehran", "state/ir"),
        ("The Heron Front has been advised by Tehran to wait.", "Tehran", "state/ir"),
        ("Washington told Islamabad to rein in the gangs.", "Islamabad", "state/pk"),
        ("The brigade waited while Chad negotiated with Washington.", "Washington", "state/us"),
        ("A clerk said that Harare does not give orders to the guild.", "Harare", "state/zw"),
        ("The gang moved its boats despite Nairobi's warning.", "Nairobi", "state/ke"),
        ("Ivo Brel, whom Ankara tried to kill in 2020, fled.", "Ankara", "state/tr"),
        ("Berlin closed its embassy.", "Berlin", "state/de"),
    ],
)
def test_a_capital_that_acts_or_is_spoken_to_is_its_government(text, name, state):
    """It is a name of the state, so that "Tehran asks" and "Iran asks" have one actor."""
    assert _meant(text, name) == [state]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The minister flew to Tehran and met Ivo Brel in Tehran.", "Tehran"),
        ("The minister visited Nairobi on Monday.", "Nairobi"),
        ("Baghdad was hit by rockets.", "Baghdad"),
        ("Baghdad saw protests on Friday.", "Baghdad"),
        ("Rebels attacked Khartoum.", "Khartoum"),
        ("Brussels warned that a blockade would bring hunger.", "Brussels"),
    ],
)
def test_a_capital_where_something_happens_is_a_town(text, name):
    """So is one that stands for more than one government."""
    assert all(actor.startswith("place/") for actor in _meant(text, name))
