"""Threats that say less, or otherwise, than they mean."""

import pytest
from small_article import small_article

from headwater.reading import read_article


def _told(text):
    """Give each commitment of a text as its kind, trigger and consequence."""
    found = read_article(small_article(text)).commitments
    return [(c.kind.value, c.trigger and c.trigger.text, c.consequence.text) for c in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chad will not stand idle while Mali shells its towns, President Deby said.",
            ("threat", "while Mali shells its towns", "Chad will not stand idle"),
        ),
        (
            "Oman will not free the crew before Cyprus returns the oil, an Omani admiral said.",
            ("condition", "before Cyprus returns the oil", "Oman will not free the crew"),
        ),
        (
            "It would be a pity for Lome if its cables were cut again, the Malian senator said.",
            ("threat", "if its cables were cut again", "It would be a pity for Lome"),
        ),
        (
            "In the event of a raid on its ports, the Stone League reserves the right to strike Mali, it said.",
            ("threat", "In the event of a raid on its ports", "the Stone League reserves the right to strike Mali"),
        ),
        (
            "Mali reserves the right to respond to the raid, its army spokesman said.",
            ("readiness", None, "Mali reserves the right to respond to the raid"),
        ),
        (
            "The Flint Army will shell the mill at Brod on Sunday, its commander Jan Molt said.",
            ("threat", None, "The Flint Army will shell the mill at Brod on Sunday"),
        ),
        (
            "Chad has pledged to take in the nurses once Gabon lets them leave.",
            ("promise", "once Gabon lets them leave", "to take in the nurses"),
        ),
        (
            "The Stone League said that, having lost the hill, it would burn the port if Oman sold it.",
            ("threat", "if Oman sold it", "it would burn the port"),
        ),
        (
            "Ottawa would, if asked by Riga, send two ferries to Latvia, a Canadian official said.",
            ("promise", "if asked by Riga", "Ottawa would, if asked by Riga, send two ferries to Latvia"),
        ),
        (
            "Finland will reopen the crossing only after Russia takes its drivers back, Prime Minister Orpo said.",
            ("condition", "only after Russia takes its drivers back", "Finland will reopen the crossing"),
        ),
        (
            "The junta of Niger gave the owners of the mine 72 hours to pay or lose their licence.",
            ("threat", "to pay", "lose their licence"),
        ),
        (
            "“Hand back the sheep, or we will come and get them,” the colonel of Chad told the thieves.",
            ("threat", "Hand back the sheep", "we will come and get them"),
        ),
    ],
)  # fmt: skip
def test_a_threat_is_read_in_whatever_form_it_comes(text, expected):
    """Pressure, a pity, a right reserved, a right to come, an order with "or"; each with its own words and no others."""
    assert expected in _told(text)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("“What will Athens do when our boats surround Samos?” the Turkish minister asked.", "when our boats surround Samos"),
        ("“Do they think we will sit still if they burn the mosque?” the minister of Chad said.", "if they burn the mosque"),
        ("“Who will stop us if we march on the capital?” the rebel leader Ivo Brel asked.", "if we march on the capital"),
    ],
)  # fmt: skip
def test_a_question_that_the_asker_answers_himself_is_a_threat(text, trigger):
    """The mark of the question is no part of it."""
    assert [(kind, t) for kind, t, _ in _told(text)] == [("threat", trigger)]


@pytest.mark.parametrize(
    "text",
    [
        "“Would it help if the mill were closed?” the mayor of Marl asked.",
        "“What will they do if the mill is closed?” the mayor of Marl asked.",
        "The army will march while the band plays, a colonel said.",
        "The army will leave before the rain comes, a colonel said.",
        "The hotel reserves seats to the left of the stage, its manager said.",
        "Uruguay beat Chile 5-0 and will meet Ghana if Ghana beats Japan.",
        "The Heron Front will shell the mill on Sunday, the governor of Marl said.",
    ],
)
def test_what_only_looks_like_a_threat_is_none(text):
    """A "while" of time, seats, a match, and what others say that somebody will do."""
    assert _told(text) == []


def test_an_ultimatum_is_his_who_gives_it():
    """Whoever tells of it."""
    text = "Niger gave the owners of the mine 72 hours to pay or lose their licence."
    (found,) = read_article(small_article(text)).commitments
    assert found.issuer == "state/ne"
