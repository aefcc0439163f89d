from dataclasses import replace

import pytest
from following_facts import clause, reported

from headwater.assessment.following.answers import answer_in, is_act_of, is_bare_act, is_reply
from headwater.assessment.following.naming import Doer, Wording
from headwater.model import Event, Span

US = Doer(Wording.of("Red Reeds", frozenset({"case/reeds"})))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("They shelled Merrow because Orsk had landed", ("They shelled Merrow ", "Orsk had landed")),
        ("It was a response to the raid", ("It was ", "the raid")),
        ("Because Orsk had landed, they shelled Merrow", None),
        ("They shelled Merrow", None),
    ],
)  # fmt: skip
def test_a_passage_is_parted_where_it_says_what_for(text, parts):
    """The act stands before the reason; without an act there is no answer."""
    found = answer_in(text)
    assert (found and (found.act, found.reason)) == parts


@pytest.mark.parametrize(
    ("text", "facts", "theirs"),
    [
        ("it had acted because Orsk had landed", {"speaker_words": ("the Red Reeds",)}, True),
        ("it had acted because Orsk had landed", {"speaker_words": ("the Blue Sails",)}, False),
        ("Shops had closed because Orsk had landed", {"speaker_words": ("the Blue Sails",)}, False),
        ("it had acted because Orsk had landed", {"speaker_ids": frozenset({"case/reeds"})}, True),
    ],
)  # fmt: skip
def test_an_act_is_the_doers_if_he_speaks_of_it_as_his_own(text, facts, theirs):
    """Whoever else acts for the same reason has not carried out the threat."""
    assert is_act_of(answer_in(text), replace(reported(text), **facts), US) is theirs


def test_an_act_of_somebody_named_is_his_whoever_tells_of_it():
    """The doer may well tell that others acted for the same reason."""
    text = "the Blue Sails shelled Merrow because Orsk had landed"
    act = Event(
        id="e", article_id="later", type="ASSAULT", mode=None, cameo=None, contexts=(), actors=(), recipients=(),
        actor_words=(Span(start=0, end=14, text="the Blue Sails"),), recipient_words=(), place=None, when=None, from_=None,
        to=None, status="reported", start=15, end=22, text="shelled", statement_id=None, same_as=None, sure=1.0, reasons=(),
    )  # fmt: skip
    told = replace(reported(text), speaker_words=("the Red Reeds",), events=(act,))
    assert not is_act_of(answer_in(text), told, US)


def test_an_answer_held_out_may_be_any_act_and_an_act_named_may_not():
    """ "We will respond" leaves open how; "it had acted" does so from the other side."""
    assert is_reply(clause("we will respond", verbs=("respond",)))
    assert is_reply(clause("we will hit back", verbs=("hit",)))
    assert not is_reply(clause("we will burn the boats", verbs=("burn",)))
    assert is_bare_act(answer_in("it had acted because they came"))
    assert not is_bare_act(answer_in("it had burnt a boat because they came"))
