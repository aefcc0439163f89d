"""What is called a lie, and what is nearly said. The texts are our own, invented."""

import pytest
from small_article import said_in, statements_of

from headwater.model import Standing


@pytest.mark.parametrize(
    "text",
    [
        "The warden called the report that Ostrel had shut the sluice a lie.",
        "The warden called the claim that Ostrel had shut the sluice “a total fabrication”.",
        "The warden described reports that Ostrel had shut the sluice as false.",
        "The claim that Ostrel had shut the sluice is a lie, the warden said.",
    ],
)
def test_the_verdict_is_no_part_of_what_is_called_so(text):
    """What the report says ends before the word that it is called."""
    told = [s for s in statements_of(text) if s.reasons[0].startswith("noun")]
    assert [s.words for s in told] == ["Ostrel had shut the sluice"]
    assert told[0].standing is Standing.DENIED
    assert "warden" not in [link.name for link in told[0].chain]


@pytest.mark.parametrize(
    "text",
    [
        "The envoy stopped short of confirming that the truce had collapsed.",
        "The envoy stopped short of saying that the truce had collapsed.",
        "The president came close to admitting that the harvest had failed.",
        "The guild would neither confirm nor deny that the cook had left.",
    ],
)
def test_what_is_nearly_said_is_not_said(text):
    """The outlet tells of it, and leaves open whether it is so."""
    assert said_in(text) == []
    assert [s.standing for s in statements_of(text)] == [Standing.OPEN]


def test_what_somebody_will_not_say_is_still_asked():
    """ "Declined to say whether" names who was asked."""
    (said,) = said_in("The ministry declined to say whether the crew had shut the sluice.")
    assert said.standing is Standing.OPEN
