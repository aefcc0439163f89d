"""Where what somebody says ends because he goes on to act. The texts are our own, invented."""

import pytest
from small_article import said_in, texts


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Brel warned that any raid on the mill would be met by shelling, and gave the guild a week to leave.",
            "any raid on the mill would be met by shelling",
        ),
        (
            "Brel said any raid would be met with a swift response, and closed his airspace to the guild.",
            "any raid would be met with a swift response",
        ),
        (
            "Brel said that the mill would burn, and that the guild would pay.",
            "the mill would burn, and that the guild would pay",
        ),
    ],
)
def test_what_is_done_besides_is_no_part_of_what_is_said(text, content):
    """Behind "would", a verb in the past is no second thing that would be."""
    assert texts(said_in(text)[0].content) == [content]
