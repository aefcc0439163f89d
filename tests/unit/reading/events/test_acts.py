from dataclasses import replace

import pytest
from small_events import events_of, told
from small_trees import act_of, tree_of

from headwater.language import read
from headwater.reading.events.acts import find_acts
from headwater.reading.events.trees import Tree
from headwater.reading.events.wholes import as_a_whole


@pytest.mark.parametrize(
    "text",
    [
        "Kenya beat Uganda 3-1 in Nairobi on Sunday.",
        "The Kenyan minister declined to comment.",
        "Kenya rejected accusations of fraud.",
        "The Ugandan president expressed condolences to the families.",
        "Kenya is considering sending aid to Sudan.",
        "Shares fell as rising prices hit growth.",
        "Hundreds of Kenyans attended a ceremony to honour the Ugandan general.",
        "The situation in Sudan demands a new vote.",
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


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("Kenya and Sudan fought a war over the port.", ["Kenya", "Sudan"], ["Kenya", "Sudan"]),
        ("The war on Sudan has killed two guards.", ["The war on Sudan"], ["two guards"]),
    ],
)
def test_a_war_is_an_act_only_where_it_is_fought(text, who, whom):
    """A state of things is an act only of those whom a verb says it is done by."""
    (event,) = events_of(text)
    assert told(event) == (who, "ASSAULT", whom)
    flight = events_of("The rebels fled in the wake of the Ugandan war on Sudan, Kenya said.")
    assert [e.text for e in flight] == ["fled"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Turkey violated the ceasefire agreement on Monday.", "ASSAULT"),
        ("Thousands of Kenyans took to the streets of Nairobi.", "PROTEST"),
        ("An air strike that hit the camp killed two guards.", "ASSAULT"),
        ("The Kenyan leadership took the decision in consultation with Sudan.", "CONSULT"),
    ],
)
def test_words_of_one_type_are_of_that_type(text, kind):
    """Where the codebook knows a word, a phrase or a pair of them, the engine is not asked for the type."""
    assert kind in [e.type for e in events_of(text)]


def test_telling_somebody_to_do_something_asks_it():
    """ "Told them to leave" is a request, "told them that he left" is talk."""
    words = (
        "Kenya|PROPN|nsubj|1 told|VERB|root|-1 guards|NOUN|obj|1 {}|PART|mark|4 go|VERB|{}|1"
    )
    kinds = [
        as_a_whole(act_of(tree_of(words.format(*how)), 1, "CONSULT")).type
        for how in (("to", "xcomp"), ("that", "ccomp"))
    ]
    assert kinds == ["REQUEST", "CONSULT"]
    (asked,) = events_of("The commanders told the Ugandan army to leave the camp.")
    assert told(asked) == (["The commanders"], "REQUEST", ["the Ugandan army"])
    assert "REQUEST" not in [
        e.type for e in events_of("The commanders told the Ugandan army that they left.")
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Kenyan army shot and killed two fishermen.", ["shot"]),
        ("The judge ordered an investigation against the mayor.", ["ordered"]),
        ("A bomb attack that killed two guards was the work of the rebels.", ["attack"]),
    ],
)
def test_one_act_in_two_words_is_told_once(text, words):
    """Two verbs with one object, a verb and its noun, and a clause about a noun's act are one act."""
    assert [e.text for e in events_of(text)] == words


def test_to_support_an_accusation_supports_nobody():
    """What is done to words alone is no act; the accusation itself may be."""
    assert "SUPPORT" not in [
        e.type for e in events_of("Villagers supported the accusations against the mayor.")
    ]


def test_what_is_only_thought_right_is_asked_of_nobody():
    """ "She said Kenya should leave" asks it; "he thinks that it should" does not."""
    asked = events_of("The mayor said that Kenya should withdraw its troops.")
    thought = events_of("The mayor said that he thinks Kenya should withdraw its troops.")
    assert ["REQUEST" in [e.type for e in events] for events in (asked, thought)] == [
        True,
        False,
    ]


def test_a_noun_of_which_the_engine_is_sure_tells_the_type():
    """ "Carried out a raid" is the raid, though it takes "carried" still more surely for something else."""
    parse = read("Rebels carried out a raid on Kenya.")
    told_of = {"carried": ("COOPERATE", 0.99), "raid": ("ASSAULT", 0.97)}
    predicates = tuple(
        replace(p, event=told_of[word][0], likeliest=told_of[word][0], sure=told_of[word][1])
        for p in parse.predicates
        if (word := parse.words(p.start, p.end)) in told_of
    )
    trees = [Tree(sentence) for sentence in parse.sentences]
    (act,) = find_acts(trees, replace(parse, predicates=predicates))
    assert act.type == "ASSAULT"


def test_a_noun_of_what_one_does_to_another_is_an_act():
    """An "offensive on Kenya", told in passing, is one; without whom it is done to, one is less sure."""
    whole = "Villagers fear hunger in response to the Ugandan offensive on Kenya."
    assert (["Ugandan"], "ASSAULT", ["Kenya"]) in [told(e) for e in events_of(whole)]
    assert not events_of(whole.replace(" on Kenya", ""))
