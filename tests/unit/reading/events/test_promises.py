"""What promises hold out."""

import pytest
from small_events import events_of


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
