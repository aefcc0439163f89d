"""Whether a source met before is one or several. The texts are our own, invented."""

import pytest
from small_article import names, said_in


@pytest.mark.parametrize(
    ("source", "pronoun"),
    [
        ("former treasurer Ilona Vass", "she"),
        ("the minister of trade and industry", "he"),
        ("the head of the fire and rescue service", "she"),
        ("Trade and Industry Minister Lena Holt", "she"),
        ("Lena Holt and Ada Brun", "they"),
        ("two clerks", "they"),
    ],
)
def test_a_pronoun_calls_back_one_or_several(source, pronoun):
    """A surname in -s is one person, and so is a minister of two things."""
    first, second = said_in(
        f"“The tax will stay,” {source} said.", f"“It is fair,” {pronoun} added."
    )
    assert names(second) == names(first) != [None]
