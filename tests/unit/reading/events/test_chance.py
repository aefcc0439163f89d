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
        "A hailstorm struck the port of Marl and killed two pilots.",
        "Two wolves attacked a shepherd near Marl.",
        "A swarm of bees attacked three soldiers in Nairobi.",
        "A gas explosion killed six people in Lima.",
        "Six miners were hurt when a boiler exploded in Lima.",
        "The explosion of a gas cylinder killed a cook in Lima.",
        "A soldier from Kenya was hit by a tram in Lima.",
        "A lorry struck a guard at the gate in Nairobi.",
        "High taxes are killing the mills of Chile.",
        "Peru bombarded Chile with letters about wine.",
    ],
)
def test_an_accident_and_a_turn_of_nature_attack_nobody(text):
    """Nor do a beast, a lorry, a tax, or whoever only speaks; however many they kill."""
    assert events_of(text) == ()


def test_who_attacks_a_budget_finds_fault_with_it():
    """ "Attacked the budget" is ACCUSE, as "criticised" is, and no assault."""
    found = events_of("The opposition in Kenya attacked the budget on Monday.")
    assert {event.type for event in found} <= {"ACCUSE"}


@pytest.mark.parametrize(
    "text",
    [
        "Two men were shot dead after a traffic collision in Marl, police said.",
        "Gunmen killed nine villagers in the flooded valley on Sunday.",
        "A wave of air strikes killed 40 people in the valley.",
        "Israeli fire killed five people in Gaza.",
        "A roadside bomb killed three policemen in Quetta.",
        "A hail of bullets killed a guard in Lima.",
        "A swarm of drones attacked the port of Haifa.",
        "An explosion killed six soldiers at a checkpoint in Mogadishu.",
        "A car packed with dynamite struck the gate and killed a guard in Lima.",
        "Jets bombarded Marl with cluster bombs.",
        "Six animals were killed when rebels shelled a farm in Chad.",
    ],
)
def test_what_somebody_does_beside_an_accident_is_an_attack(text):
    """ "Fire" is what guns give, and "after a collision" tells no cause."""
    assert "ASSAULT" in {event.type for event in events_of(text)}


def test_who_is_fired_is_not_fired_at():
    """ "Fired three generals" takes their posts, "fired two rockets" does not."""
    assert events_of("The minister fired three generals on Monday.") == ()
    assert [e.type for e in events_of("Kenya fired two rockets at the port.")] == ["ASSAULT"]
