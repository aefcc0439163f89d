"""A teller who stands behind the question mark or stop of what he says. The texts are our own, invented."""

import pytest
from small_article import said_in, texts


@pytest.mark.parametrize(
    ("behind", "speaker"),
    [
        ("Ada Brun demanded.", "Ada Brun"),
        ("the harbour clerk asked the captain.", "harbour clerk"),
        ("― Ada Brun", "Ada Brun"),
    ],
)
def test_a_question_is_of_who_stands_behind_it(behind, speaker):
    """Not of the one who spoke in the paragraph before."""
    asked = "“Why is this not clear proof that a guild as big as yours is too big to fail, too big to run?”"
    *_, said = said_in(
        "“We had no boats,” Pavel Orsk said, banging the table.", f"{asked} {behind}"
    )
    assert texts(said.content)[0].startswith("Why is this not clear proof")
    assert [link.name for link in said.chain[1:]] == [speaker]


def test_a_sentence_that_says_something_itself_stands_alone():
    """ "“Who paid?” The miller said the guild had.": the question is not his."""
    said = said_in(
        "“Is a guild as big as yours not much too big to fail, or to run?” The miller said the guild had paid."
    )
    assert [texts(s.content) for s in said if "miller" in str(s.chain[-1].name)] == [
        ["the guild had paid"]
    ]
