"""Harm that nobody does."""

import pytest
from small_events import events_of


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed when a bus overturned near Lima.",
        "At least 60 people were killed in an earthquake in the east of the country.",
        "Three hikers were killed by an avalanche in the Alps.",
        "The flood killed 40 people in the valley.",
        "A train derailed near the capital, injuring 30 passengers.",
        "A fire at a hotel killed five guests on Sunday.",
        "Police said the traffic collision on the ring road injured no one.",
    ],
)
def test_an_accident_and_a_turn_of_nature_attack_nobody(text):
    """However many they kill."""
    assert events_of(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Two men were shot dead after a traffic collision in Marl, police said.",
        "Gunmen killed nine villagers in the flooded valley on Sunday.",
        "A wave of air strikes killed 40 people in the valley.",
        "Israeli fire killed five people in Gaza.",
        "A roadside bomb killed three policemen in Quetta.",
    ],
)
def test_what_somebody_does_beside_an_accident_is_an_attack(text):
    """ "Fire" is what guns give, and "after a collision" tells no cause."""
    assert "ASSAULT" in {event.type for event in events_of(text)}


def test_who_is_fired_is_not_fired_at():
    """ "Fired three generals" takes their posts, "fired two rockets" does not."""
    assert events_of("The minister fired three generals on Monday.") == ()
    assert [e.type for e in events_of("Kenya fired two rockets at the port.")] == ["ASSAULT"]
