import pytest
from small_trees import act_of, tree_of, words_of

from headwater.reading.events.act import light_verb
from headwater.reading.events.frames import frame_of


@pytest.mark.parametrize(
    "words",
    [
        # a passive subject beside an object
        "Guards|NOUN|nsubj:pass|1 held|VERB|root|-1 Ivo|PROPN|obj|1",
        # a second subject behind the verb
        "Guards|NOUN|nsubj|2 have|AUX|aux|2 held|VERB|root|-1 Ivo|PROPN|nsubj|2",
        # an object before an active verb that has no subject
        "Guards|NOUN|obj|2 are|AUX|aux|2 holding|VERB|root|-1 Ivo|PROPN|obj|2",
        # a name that the tree hangs on another across the verb
        "Guards|PROPN|nsubj|2 will|AUX|aux|2 hold|VERB|root|-1 Ivo|PROPN|flat|0",
    ],
)
def test_who_stands_before_an_active_verb_acts(words):
    """Where the tree and the order of an English sentence differ, the order tells who acts on whom."""
    tree = tree_of(words)
    verb = next(n for n, token in enumerate(tree.tokens) if token.head < 0)
    frame = frame_of(act_of(tree, verb, "COERCE"))
    assert words_of(tree, frame.subjects) == ["Guards"]
    assert words_of(tree, frame.objects) == ["Ivo"]


def test_a_passive_subject_stays_whom_it_is_done_to():
    """ "Guards were held": no object makes them the doers."""
    tree = tree_of("Guards|NOUN|nsubj:pass|2 were|AUX|aux:pass|2 held|VERB|root|-1")
    frame = frame_of(act_of(tree, 2, "COERCE"))
    assert (frame.subjects, words_of(tree, frame.objects)) == ((), ["Guards"])


def test_what_is_owned_is_met_and_not_its_owner():
    """ "Met Ivo's envoy", where the tree has both as objects of the verb."""
    tree = tree_of(
        "Kenya|PROPN|nsubj|1 met|VERB|root|-1 Ivo|PROPN|obj|1 's|PART|case|0 envoy|NOUN|obl|1"
    )
    assert words_of(tree, frame_of(act_of(tree, 1, "CONSULT")).objects) == ["envoy"]


def test_a_relative_clause_tells_whom_a_strike_hit():
    """ "A strike that killed guards" hit the guards; "a strike that guards saw" did not."""
    hit = tree_of(
        "strike|NOUN|root|-1 that|PRON|nsubj|2 killed|VERB|acl:relcl|0 guards|NOUN|obj|2"
    )
    assert words_of(hit, frame_of(act_of(hit, 0, "ASSAULT")).objects) == ["guards"]
    seen = tree_of(
        "strike|NOUN|root|-1 that|PRON|obj|3 guards|NOUN|nsubj|3 saw|VERB|acl:relcl|0"
    )
    assert frame_of(act_of(seen, 0, "ASSAULT")).objects == ()


@pytest.mark.parametrize("relation", ["obj", "nsubj", "conj"])
def test_a_noun_behind_a_light_verb_is_lent_its_subject(relation):
    """ "Held talks" is one act, whatever the tree has "talks" for; "held and talks" would be two."""
    words = "Kenya|PROPN|nsubj|1 held|VERB|root|-1 talks|NOUN|{}|1"
    assert light_verb(tree_of(words.format(relation)), 2) == 1
    joined = "Kenya|PROPN|nsubj|1 held|VERB|root|-1 and|CCONJ|cc|3 talks|NOUN|conj|1"
    assert light_verb(tree_of(joined), 3) is None


def test_a_phrase_holds_whom_its_adjective_is_close_to():
    """ "Fighters loyal to Sudan" are not "fighters loyal"."""
    tree = tree_of(
        "Fighters|NOUN|nsubj|4 loyal|ADJ|amod|0 to|ADP|case|3 Sudan|PROPN|obl|1 left|VERB|root|-1"
    )
    start, end = tree.phrase(0)
    assert (start, end) == (0, len("Fighters loyal to Sudan"))


def test_back_to_is_to():
    """Of two prepositions "back" says nothing of where to."""
    tree = tree_of(
        "sent|VERB|root|-1 back|ADP|case|3 to|ADP|case|3 Sudan|PROPN|obl|0 out|ADP|case|6 of|ADP|case|6 Kenya|PROPN|obl|0"
    )
    assert (tree.preposition(3), tree.preposition(6)) == ("to", "out")
