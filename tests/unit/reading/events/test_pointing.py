"""What a pronoun stands for."""

import pytest
from small_article import small_article

from headwater.reading import read_article


@pytest.mark.parametrize(
    "text",
    [
        "Chad has told the UN that it will open the border once the fighting ends.",
        "Kenya told Sudan that it would shut the border if the raids went on.",
    ],
)
def test_it_is_not_whom_something_is_told(text):
    """ "Chad has told the UN that it will": of two bodies, the one that speaks."""
    (event,) = read_article(small_article(text)).events
    assert event.actors in {("state/td",), ("state/ke",)}
    assert [s.text for s in event.actor_words] == [text.split()[0]]
