"""Threats that an outlet tells of, read from a page: whose they are, and what binds nobody."""

import pytest
from small_article import small_article

from headwater.reading import read_article


def _read(*paragraphs):
    """Give what a small article commits somebody to, as kind, issuer's name, trigger and consequence."""
    found = read_article(small_article(*paragraphs))
    names = {link.actor_id: link.name for s in found.statements for link in s.chain}
    return [
        (c.kind, names[c.issuer], c.trigger.text if c.trigger else None, c.consequence.text)
        for c in found.commitments
    ]


@pytest.mark.parametrize(
    ("text", "issuer", "trigger", "consequence"),
    [
        ("The Heron Front has threatened to end the truce unless the convoys stop.", "Heron Front", "unless the convoys stop", "to end the truce"),
        ("The Heron Front has threatened to lift the siege if no ransom is paid.", "Heron Front", "if no ransom is paid", "to lift the siege"),
        ("The Guard was threatening for weeks to close the lock if the sanctions return.", "Guard", "if the sanctions return", "to close the lock"),
        ("Unless the ransom is paid, the Heron Front has threatened to sink the ferry.", "Heron Front", "Unless the ransom is paid", "to sink the ferry"),
        ("The moment a rocket lands in our fields, we will burn the mill, the Heron Front said.", "Heron Front", "The moment a rocket lands in our fields", "we will burn the mill"),
        ("If not paid by noon, the Heron Front said, it would burn the mill.", "Heron Front", "If not paid by noon", "it would burn the mill"),
        ("Kenya, which has threatened to leave the pact if the raids go on, has 900 men there.", "Kenya", "if the raids go on", "to leave the pact"),
        ("Soldiers met the Heron Front, who had vowed to burn the mill if they came.", "Heron Front", "if they came", "to burn the mill"),
    ],
)  # fmt: skip
def test_a_threat_told_by_an_outlet_is_the_threat_of_whoever_made_it(
    text, issuer, trigger, consequence
):
    """Also where it holds out what is good by itself, "has been" stands before it, or the condition comes first."""
    assert _read(text) == [("threat", issuer, trigger, consequence)]


@pytest.mark.parametrize(
    "text",
    [
        "Boats sailed after threatening to close the lock if the sanctions return.",
        "The minister was threatened with arrest if he spoke.",
        "Having vowed to leave the pact if the raids went on, Kenya kept its men there.",
    ],
)
def test_a_threat_only_told_of_is_no_forecast_of_the_outlet(text):
    """Whose it is the words do not say in a way that is read, and the outlet holds nothing out."""
    assert _read(text) == []


def test_what_threatens_without_anybodys_doing_is_still_a_forecast():
    """ "The drought threatens to empty the dam" is the outlet's own view of what is to come."""
    ((kind, *_),) = _read("The drought threatens to empty the dam if no rain falls.")
    assert kind == "forecast"


def test_only_a_condition_before_the_cue_belongs_to_what_is_said():
    """ "When the war began, Kenya vowed" tells the day of the vow."""
    ((_, _, trigger, _),) = _read("When the war began, Kenya vowed to send troops.")
    assert trigger is None


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Chad has told the UN that its people must be fed. Otherwise the lock will close.", "its people must be fed"),
        ("Chad has told the UN that the camps are full. If so, the lock will close.", "the camps are full"),
    ],
)  # fmt: skip
def test_of_what_somebody_was_told_only_his_words_are_a_condition(text, trigger):
    """ "Chad has told the UN" is a fact, and depends on nothing."""
    assert [c[2] for c in _read(text)] == [trigger]


def test_otherwise_behind_what_somebody_reported_holds_nothing_out():
    """ "Has told" asks for nothing, as "has to leave" does."""
    assert (
        _read("Chad has told the UN that the camps are full. Otherwise all will be calm.") == []
    )


@pytest.mark.parametrize(
    ("text", "issuer", "trigger", "consequence"),
    [
        ("Norway told Chad to free the crew. Otherwise it would close its embassy.", "Norway", "to free the crew", "it would close its embassy"),
        ("Chad demanded that the patrols leave, its minister said. Otherwise it would close the border.", "Chad", "the patrols leave", "it would close the border"),
        ("The rebels called on the army to leave the valley. If not, they would attack its posts.", "rebels", "to leave the valley", "they would attack its posts"),
    ],
)  # fmt: skip
def test_what_would_be_done_otherwise_is_held_out_by_whoever_demands(
    text, issuer, trigger, consequence
):
    """ "Otherwise it would", behind a demand that an outlet tells of, is still its speaker's word."""
    assert _read(text) == [("threat", issuer, trigger, consequence)]


def test_what_an_outlet_expects_otherwise_is_its_own():
    """ "Will" is no tense of what another is told to have said."""
    text = "The mayor asked the farmers to save water. Otherwise the lake will dry up."
    assert [(kind, issuer) for kind, issuer, *_ in _read(text)] == [
        ("forecast", "Marsh Gazette")
    ]


def test_what_is_asked_for_without_a_verb_is_no_trigger():
    """Help is nothing that happens or does not."""
    assert _read("The mayor asked Chile for help. Otherwise the town would starve.") == []
