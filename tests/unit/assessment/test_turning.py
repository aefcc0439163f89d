import pytest
from following_facts import clause

from headwater.assessment.following.turning import Sense, fits_sense, is_said_of, turn_of


@pytest.mark.parametrize(
    ("ours", "theirs", "so", "not_so"),
    [
        ("the fleet leaves the bay", "The fleet left the bay", True, False),
        ("the fleet leaves the bay", "The fleet has not left the bay", False, True),
        ("the fleet leaves the bay", "The fleet remains in the bay", False, True),
        ("the siege is lifted", "The siege was lifted", True, False),
        ("the siege is lifted", "The siege went on", False, True),
        ("the siege is lifted", "The siege was bloody", False, False),
        ("the siege is lifted", "The siege did not go on", False, False),
        ("the gate is closed", "The gate was opened", False, True),
        ("the army crosses", "The army crossed without firing", False, True),
        ("the army crosses", "The army crossed without a sound", True, False),
        ("there is a cease-fire", "A ceasefire was agreed", True, False),
    ],
)
def test_a_passage_says_so_or_the_contrary_or_neither(ours, theirs, so, not_so):
    """One turn is the contrary; two that meet say nothing, as does an ending of what nobody said goes on."""
    for sense, fits in ((Sense.SO, so), (Sense.NOT_SO, not_so)):
        turn = turn_of(clause(ours), theirs, is_negative=False, sense=sense)
        assert fits_sense(turn, sense) is fits


@pytest.mark.parametrize(
    ("theirs", "ended"),
    [
        ("The talks broke up", True),
        ("The talks went on", False),
        ("The talks were loud", False),
    ],
)
def test_what_lasts_has_ended_only_by_a_word_of_ending(theirs, ended):
    """That a thing is told of at all, or still goes on, ends nothing."""
    turn = turn_of(clause("the talks last"), theirs, is_negative=False, sense=Sense.ENDED)
    assert fits_sense(turn, Sense.ENDED) is ended


@pytest.mark.parametrize(
    ("read", "said"),
    [
        ({"verbs": ("suspended",), "object": "The talks in Nurl"}, True),
        ({"verbs": ("opened",), "subject": "Talks"}, False),
        ({"verbs": ("suspended",), "subject": "The club", "object": "its striker"}, False),
    ],
    ids=["of the talks", "not what governs", "of something else"],
)
def test_the_word_that_ends_must_end_the_thing(read, said):
    """ "Talks to suspend the levy opened" suspends no talks."""
    turn = turn_of(clause("the talks last"), "suspended", is_negative=False, sense=Sense.ENDED)
    assert is_said_of(turn, ("talks",), (), lambda: clause("x", **read)) is said


def test_a_word_beside_the_verb_may_end_a_thing():
    """ "The talks are over" ends them, whatever the parse takes for the verb."""
    turn = turn_of(clause("the talks last"), "talks are over", is_negative=False, sense=Sense.ENDED)  # fmt: skip
    assert is_said_of(turn, ("talks",), (), lambda: clause("x", verbs=("are",), subject="The talks"))  # fmt: skip
