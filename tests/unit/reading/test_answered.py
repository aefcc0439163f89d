"""What stands within words that say it is not so. The texts are our own, invented."""

import pytest
from small_article import statements_of

_NEVER_SAID = [
    "The Guard denied that Lorn had threatened to close the bridge.",
    "Lorn denies it told the ferrymen to leave the quay.",
    "It is not true that we threatened to close the bridge, the owner told Sky News.",
]
_REPORTED = [
    ("The ministry rejected a claim by the guild that two looms had burned.", "two looms had burned", ["guild"]),
    ("There is no truth to the claim that two looms had burned, the minister said.", "two looms had burned", ["a source the text does not name"]),
    ("The mayor told Reuters that a claim by the clerks that the safe was open was false.", "the safe was open", ["Reuters", "clerks"]),
    ("The Guard denied a Reuters report that said it had closed the bridge.", "it had closed the bridge", ["Reuters"]),
]  # fmt: skip


def _chains(text):
    found = statements_of(text, name="Quelmouth Sheet", outlet="outlet/quelmouth-sheet")
    return {
        s.words: [link.name or "a source the text does not name" for link in s.chain[1:]]
        for s in found
    }


@pytest.mark.parametrize("text", _NEVER_SAID)
def test_who_denies_that_it_was_ever_said_hands_nothing_on(text):
    """Nobody says here that the bridge is to be closed: the denial stands alone."""
    assert len(_chains(text)) == 1


@pytest.mark.parametrize(("text", "words", "chain"), _REPORTED)
def test_who_answers_a_claim_is_not_its_next_speaker(text, words, chain):
    """The claim is somebody's all the same, and does not come to the page through whoever rejects it."""
    assert _chains(text)[words] == chain
