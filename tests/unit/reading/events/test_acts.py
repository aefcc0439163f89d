import pytest
from small_events import events_of, told


@pytest.mark.parametrize(
    "text",
    [
        "Kenya beat Uganda 3-1 in Nairobi on Sunday.",
        "The Kenyan minister declined to comment.",
        "Kenya rejected accusations of fraud.",
        "The Ugandan president expressed condolences to the families.",
        "Kenya is considering sending aid to Sudan.",
        "Shares fell as rising prices hit growth.",
    ],
)
def test_what_is_no_act_does_not_fire(text):
    """Sports, denials, feelings, what is only weighed, and manners of speaking are no events."""
    assert events_of(text) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya threatened to bomb the camp.", "THREATEN"),
        ("Kenya promised to send aid to Sudan.", "AGREE"),
        ("Kenya urged Sudan to release the pilots.", "REQUEST"),
        ("Kenya refused to meet the rebels.", "REJECT"),
    ],
)
def test_what_is_said_to_be_done_is_coded_once(text, kind):
    """A threat, promise, request or refusal is the one act; what it is about is none yet."""
    assert [e.type for e in events_of(text)] == [kind]


def test_a_noun_says_what_its_light_verb_does():
    """ "Held talks" is one act, at the noun, done by the verb's subject."""
    (event,) = events_of("Kenya held talks with Sudan.")
    assert (event.text, told(event)) == ("talks", (["Kenya"], "CONSULT", ["Sudan"]))


def test_what_is_received_comes_from_somebody():
    """Of "received a threat from" the subject is the recipient."""
    events = events_of("Kenya received threats from the rebels.")
    assert (["the rebels"], "THREATEN", ["Kenya"]) in [told(e) for e in events]


def test_must_is_a_demand_of_the_speaker():
    """ "Sudan must withdraw", says Kenya: Kenya asks Sudan."""
    events = events_of("The Kenyan government said that Sudan must withdraw its troops.")
    assert (["The Kenyan government"], "REQUEST", ["Sudan"]) in [told(e) for e in events]


def test_a_protest_is_coded_once_with_what_it_is_for():
    """ "Marched to demand": one protest, against whoever it is made to."""
    events = events_of(
        "Thousands of Kenyans marched in Nairobi to demand the release of two judges."
    )
    assert [e.type for e in events] == ["PROTEST"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya imposed a curfew on Mombasa.", "COERCE"),
        ("Kenya lifted the curfew in Mombasa.", "CONCEDE"),
        ("Kenya will not lift the curfew in Mombasa.", "REJECT"),
        ("The rebels violated the truce on Monday.", "ASSAULT"),
    ],
)
def test_verb_and_object_are_coded_as_a_whole(text, kind):
    """Where the codebook codes an act by its object, the verb alone decides nothing."""
    assert kind in [e.type for e in events_of(text)]
