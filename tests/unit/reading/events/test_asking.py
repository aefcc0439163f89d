"""Requests that nobody in particular makes, and those that "they" make. The texts are our own, invented."""

from types import SimpleNamespace

import pytest
from small_events import events_of, told
from small_trees import tree_of

from headwater.language import Predicate
from headwater.reading.events.acts import find_acts


def test_a_request_of_which_nobody_is_said_to_make_it_is_one_all_the_same():
    """It has no parties, and stands there with its word."""
    text = (
        "Despite recommendations to await a final decision on Gaza, the leaders left for Syria."
    )
    assert ([], "REQUEST", []) in [told(event) for event in events_of(text)]


def test_they_who_ask_are_those_who_were_named_before():
    """Two who met, and asked for more: each of them asks, and what they ask for is no act beside it."""
    text = (
        "Deputy commander of Iran’s Quds Force Samir Adel Rahimi and Iranian Ambassador to Nairobi Omar Haddad Karimi recently held a meeting "
        "with former Kenyan Prime Minister Raila Odinga and leaders of four unions to request that the port close. "
        "They also called for signing up recruits to join the fight against Peru, two sources told Reuters."
    )
    asked = [e for e in events_of(text) if e.text == "called"]
    assert [told(e)[0] for e in asked] == [
        [
            "Deputy commander of Iran’s Quds Force Samir Adel Rahimi",
            "Iranian Ambassador to Nairobi Omar Haddad Karimi",
        ]
    ]
    assert not [e for e in events_of(text) if e.text in {"signing", "fight"}]


@pytest.mark.parametrize(("kind", "sure", "is_cue", "found"), [("REQUEST", 0.75, True, 1), ("REQUEST", 0.6, False, 0), ("AGREE", 0.6, True, 0), ("REQUEST", 0.95, False, 1)])  # fmt: skip
def test_where_the_reading_has_found_somebody_asking_the_engine_need_be_less_sure(
    kind, sure, is_cue, found
):
    """Two that read the same word as a request are right more often than one."""
    tree = tree_of("They|PRON|nsubj|1 pleaded|VERB|root|-1 for|ADP|case|3 help|NOUN|obl|1")
    pleaded = Predicate(5, 12, kind, kind, sure, "reported", "fact", "pos", None, None)
    parse = SimpleNamespace(predicates=(pleaded,))
    acts = list(find_acts([tree], parse, frozenset(range(5, 12)) if is_cue else ()))
    assert len(acts) == found
