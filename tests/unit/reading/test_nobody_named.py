"""Requests, orders and threats that come from nobody in particular. The texts are our own, invented."""

import pytest
from small_article import names, said_in, texts

from headwater.model import Basis, LinkKind


def only(*paragraphs):
    (found,) = said_in(*paragraphs)
    return found


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The guild had regional recommendations to wait until the tide turns.", "regional", "somebody regional"),
        ("Despite regional and foreign recommendations to hold their fire, the boats sailed.", "regional and foreign", "somebody regional and foreign"),
        ("Regional recommendations to wait were ignored.", "Regional", "somebody regional"),
        ("Western warnings to leave the island were ignored.", "Western", "somebody western"),
        ("The captain got military orders to sail at dawn.", "military", "somebody military"),
    ],
)  # fmt: skip
def test_an_adjective_may_be_all_that_is_told_of_who_asks(text, words, name):
    """It is somebody of whom no more is known: shown with the word, and taken for nobody who has a name."""
    said = only(text)
    assert texts(said.source) == [words]
    (link,) = said.chain[1:]
    assert (link.kind, link.basis, link.name) == (LinkKind.UNNAMED, Basis.EXPLICIT, name)
    assert link.actor_id.startswith("unnamed/")


@pytest.mark.parametrize(
    "text",
    [
        "The guild had new recommendations to wait until the tide turns.",
        "The pilots are under instructions to stay in port.",
        "There is a threat to close the strait.",
        "Orders to stay in port reached the pilots on Monday.",
        "A directive to close the quay was read out.",
    ],
)
def test_where_nothing_is_told_of_who_asks_the_source_is_left_unsaid(text):
    """The words are somebody's, and not the outlet's own."""
    said = only(text)
    assert said.source == ()
    assert [link.basis for link in said.chain[1:]] == [Basis.UNSPECIFIED]


def test_who_is_told_of_by_an_adjective_alone_says_nothing_further_on():
    """ "He" of the next sentence did not send the recommendations."""
    first, second, third = said_in(
        "A pilot said the quay was wet. The guild had regional recommendations to wait. He said the fog was thick."
    )
    assert names(second) == ["somebody regional"]
    assert names(third) == names(first) == ["pilot"]


@pytest.mark.parametrize("who", ["A port official", "An unnamed port official"])
def test_a_noun_of_the_same_letters_is_somebody(who):
    """ "An official" is a person, who may go on."""
    first, second = said_in(f"{who} said the quay was wet. He said the fog was thick.")
    assert names(first) == names(second) == [who.partition(" ")[2]]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Despite orders to stay in port until the talks end, the boats left the quay.", "to stay in port until the talks end"),
        ("Despite warnings that the dam, built in 1950, would fail, the council kept it full.", "the dam, built in 1950, would fail"),
        ("With a promise to rebuild the quay, the roads and the mill, the mayor won the vote.", "to rebuild the quay, the roads and the mill"),
        ("The guild had orders to wait, stay calm and keep the boats dry.", "to wait, stay calm and keep the boats dry"),
    ],
)  # fmt: skip
def test_what_is_asked_ends_before_the_clause_that_it_leads_up_to(text, content):
    """What stands behind the comma is done by others, whatever was asked."""
    assert texts(only(text).content) == [content]
