"""What promises hold out."""

import pytest
from small_events import events_of
from small_trees import act_of, tree_of

from headwater.reading.events.promises import as_promised


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway promised to give Peru two ferries if the winter turns harsh.", "AGREE"),
        ("The rebels vowed to shell the port of Haifa.", "THREATEN"),
        ("The rebels swore to free the captives.", "AGREE"),
        ("Chile pledged to expel the envoys of the junta.", "AGREE"),
    ],
)
def test_a_promise_is_as_good_as_what_it_holds_out(text, kind):
    """A vow to harm is a threat; a pledge is one only where the engine says so."""
    assert kind in [event.type for event in events_of(text)]


def test_who_promises_threatens_nobody_unless_he_says_so():
    """Whatever the engine has for "promised to keep the strait closed"; who vows may threaten."""
    words = "Chile|PROPN|nsubj|1 {}|VERB|root|-1 Peru|PROPN|iobj|1"
    told = [as_promised(act_of(tree_of(words.format(w)), 1, "THREATEN"), {}).type for w in ("promised", "vowed")]  # fmt: skip
    assert told == ["AGREE", "THREATEN"]
