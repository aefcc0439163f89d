from dataclasses import replace

import pytest
from following_facts import reported

from headwater.assessment.following.definite import spelt_out, without_name

SOUGHT = "the port of Ostling is closed"


@pytest.mark.parametrize(
    ("text", "before", "title", "spelt"),
    [
        ("The port was closed", "", "Storm over Ostling", "The port of Ostling was closed"),
        ("The port was closed", "Ships lay in the port of Ostling. ", "Storm", "The port of Ostling was closed"),
        ("The port was closed", "Ships left the port of Ostling for the port of Tromm. ", "Ostling", "The port was closed"),
        ("The port was closed", "A sailor from Ostling was there. ", "Storm", "The port was closed"),
        ("The port of Tromm was closed", "", "Ostling", "The port of Tromm was closed"),
        ("A port was closed", "", "Ostling", "A port was closed"),
    ],
    ids=["by the title", "named above", "another named last", "only in passing", "another by name", "no known one"],
)  # fmt: skip
def test_a_thing_gets_its_name_only_where_the_article_tells_which_is_meant(text, before, title, spelt):  # fmt: skip
    """A port is the port of Ostling where the article is about Ostling or has just named it so."""
    assert spelt_out(SOUGHT, replace(reported(text, before), title=title)) == spelt


def test_a_clause_can_do_without_the_name_of_its_thing():
    """So it is near to an article that calls the thing by its kind."""
    assert without_name(SOUGHT) == "the port is closed"
    assert without_name("the port is closed") is None
