import pytest

from headwater.model import Modality, Polarity
from headwater.reading.modality import modality_of, polarity_of


@pytest.mark.parametrize(
    ("content", "cue_class", "modality"),
    [
        ("farmers blocked the bridge and will stay there", "neutral", "fact"),
        ("the rockets that will be delivered were tested in May", "neutral", "fact"),
        ("the general who would lead the column had resigned", "neutral", "fact"),
        ("envoys asked if the road was open", "neutral", "fact"),
        ("While talks may continue, both sides agreed on a map", "neutral", "fact"),
        ("the shop closed if it rained", "neutral", "fact"),
        ("the boats, which a storm had hit, may sink", "neutral", "possible"),
        ("rebels may have crossed the river", "neutral", "possible"),
        ("the colonel appears to have been captured", "neutral", "possible"),
        ("the harvest failed", "estimate", "possible"),
        ("the harvest failed", "doubt", "possible"),
        ("the mayor had fled", "belief", "possible"),
        ("the army will leave the valley by spring", "neutral", "future"),
        ("officials will ask if the road is open", "neutral", "future"),
        ("the army will move, the envoys fear", "neutral", "future"),
        ("the fleet is set to sail", "neutral", "future"),
        ("the bank won’t raise rates", "neutral", "future"),
        ("the truce could collapse unless guarantees are given", "neutral", "conditional"),
        ("If the dam breaks, thousands would have to flee", "warn", "conditional"),
        ("troops will withdraw once there is a treaty", "neutral", "conditional"),
        ("to shell the port if convoys keep coming", "threat", "conditional"),
        ("to shell the port", "threat", "intended"),
        ("to leave the alliance", "announce", "intended"),
        ("the union plans to strike next week", "neutral", "intended"),
        ("Union threatens to strike", "none", "intended"),
        ("to release the prisoners", "request", "requested"),
        ("the island must return the ships", "neutral", "requested"),
        ("the lake be drained", "recommend", "requested"),
        ("the arrests were unacceptable", "neutral", "evaluative"),
        ("the rival as a threat to the coast", "belief", "evaluative"),
        ("the treaty was a grave mistake", "neutral", "evaluative"),
        ("the ships were loaded at night", "inference", "implied"),
    ],
)
def test_the_main_predicate_and_the_cue_decide_the_modality(content, cue_class, modality):
    """Modality is that of the main clause; the class of the cue fills in where it is plain."""
    assert modality_of(content, cue_class) is Modality(modality)


@pytest.mark.parametrize(
    "content",
    [
        "police did not fire on the crowd",
        "the minister isn’t resigning",
        "the ministry has never received the letter",
        "no soldiers were hurt in the ambush",
        "there was no evidence of fraud",
        "they had no intention of leaving the town",
        "The clans await word. They have no plans to move",
        "the talks in the capital have not concluded with a result",
        "not guilty",
    ],
)
def test_a_negated_main_predicate_is_negative(content):
    """A denial counts wherever the main clause carries it: verb, subject or object."""
    assert polarity_of(content) is Polarity.NEGATIVE


@pytest.mark.parametrize(
    "content",
    [
        "militants killed three officers who had not been armed",
        "While the talks have not ended, both sides agreed on a map",
        "the strike goes on and their aim does not appear to be peaceful",
        "the junta rejected the plan",
        "no fewer than nine keepers were hurt",
        "to open the gates",
        "",
    ],
)
def test_negation_under_the_main_clause_leaves_it_positive(content):
    """A "not" in a relative clause, or one that denies a seeming, denies no content."""
    assert polarity_of(content) is Polarity.POSITIVE
