"""Who speaks, where the words beside him could be taken for it. The texts are our own, invented."""

import pytest
from small_article import names, said_in, texts


@pytest.mark.parametrize(
    ("text", "content", "chain"),
    [
        ("Prime Minister Theresa May said the talks had failed and suggested that they would resume.", "they would resume", ["Theresa May"]),
        ("Prime Minister Theresa May said the talks had failed and suggested that they would resume.", "the talks had failed", ["Theresa May"]),
        ("Orsk, the former secretary of State, stressed her support of the raid and said she was ready.", "she was ready", ["Orsk"]),
        ("The country has changed, Orsk said in June, citing the release of prisoners and the leader's election to parliament.", "The country has changed", ["Orsk"]),
        ("“This is a bad day,” said Rep. Orsk (D-N.C.), head of the caucus.", "This is a bad day", ["Rep. Orsk"]),
        ("The UN said in a report that witnesses had described soldiers telling villagers that the well was poisoned.", "the well was poisoned", ["United Nations", "witnesses", "soldiers"]),
        ("The ministry issued a statement saying that the weir was safe.", "the weir was safe", ["ministry"]),
    ],
)  # fmt: skip
def test_who_speaks(text, content, chain):
    """ "May" is a name, "State" no verb, a reason no speaker, and a bracket no part of a name."""
    told = [s for s in said_in(text) if texts(s.content)[-1] == content]
    deepest = max(told, key=lambda s: s.depth)
    assert names(deepest) == chain


@pytest.mark.parametrize(
    "text", ["He added a note of caution, should Orsk return to the hall."]
)
def test_a_thing_that_is_added_is_not_said(text):
    """Where the tree gives a verb that tells only clauses a thing and no clause, nobody speaks."""
    assert said_in(text) == []
