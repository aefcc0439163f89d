import pytest
from small_events import events_of
from small_trees import act_of, tree_of

from headwater.reading.events.unreal import is_unreal


@pytest.mark.parametrize(
    "text",
    [
        "In the film, a gang of rebels kidnaps the governor's daughter and burns his palace.",
        "The novel follows a spy who kills the ambassador of Peru.",
        "Soldiers stormed a mock village outside Mombasa.",
        "Two frigates fired at a simulated attacker on Monday.",
        "In the video game, two armies invade an island that neither can hold.",
        "In the third episode, rebels storm the palace.",
        "The poem tells how the king's men burned the hall.",
        "In the series, a spy from Chile kidnaps the president of Peru.",
    ],
)
def test_what_a_tale_tells_and_a_drill_plays_is_no_event(text):
    """However much blood is in it."""
    assert events_of(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested the actor, who starred in the film.",
        "Police arrested the writer after a scene in the novel angered the mayor.",
        "The novel was banned in Peru, and police arrested its writer.",
        "Police seized the film on Monday.",
    ],
)
def test_what_is_done_about_a_tale_is_an_event(text):
    """Who made it, and who holds it, are real."""
    assert "COERCE" in {event.type for event in events_of(text)}


def test_a_novel_about_a_siege_besieges_nobody():
    """Nor whoever attacks in it."""
    about = "novel|NOUN|root|-1 {}|ADP|case|3 a|DET|det|3 siege|NOUN|nmod|0"
    for preposition, expected in (("about", True), ("during", False)):
        tree = tree_of(about.format(preposition))
        assert is_unreal(act_of(tree, 3, "ASSAULT")) is expected


def test_what_would_have_to_happen_first_is_no_event():
    """ "If the rebels attack": nobody has, and nobody threatens to."""
    text = "If the rebels attack the dam, the army will strike their camps, the minister said."
    assert [(e.type, e.text) for e in events_of(text)] == [("THREATEN", "strike")]


def test_what_somebody_can_do_he_has_not_done():
    """A range is no attack."""
    assert events_of("The missile can hit targets 2,000 kilometres away.") == ()


def test_a_series_of_raids_is_no_serial():
    """What is "of" something tells no tale."""
    text = "In a series of raids, rebels from Chad killed nine villagers."
    assert "killed" in [event.text for event in events_of(text)]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Chile crushed Peru 4-0 in Lima.", []),
        ("Lima Athletic sacked its coach after a defeat by Chile.", []),
        ("Chile killed 4-5 guards in Lima.", ["ASSAULT"]),
    ],
)
def test_a_score_tells_a_match(text, types):
    """Where a number of people is no score."""
    assert [event.type for event in events_of(text)] == types


def test_a_player_attacks_nobody_but_a_stadium_may_be_attacked():
    """A word of sport makes a match of what its bearer does, not of what is done to it."""
    assert events_of("The striker signed a three-year deal with the club.") == ()
    assert events_of("Gunmen attacked a football stadium in Lima and killed six people.") != ()


def test_an_act_is_not_a_part_of_a_play():
    """ "In an act of revenge", not "in the second act"."""
    assert events_of("In the second act the duke murders his brother in Naples.") == ()
    assert events_of("Soldiers stormed the theatre in an act of revenge.") != ()
