from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.reading.hedges import find_hedges


def _kinds(sentence):
    return [(hedge.text, hedge.kind) for hedge in find_hedges(sentence, 0, len(sentence))]


@pytest.mark.parametrize(
    ("sentence", "words", "kind"),
    [
        ("The ferry may have sunk off Zanzibar.", "may", "hedge_epistemic"),
        ("The mayor appears to have fled Oruro.", "appears", "hedge_epistemic"),
        ("It appears unlikely that the dam will hold.", "It appears unlikely that", "hedge_epistemic"),
        ("The gang is believed to hold six drivers.", "is believed to", "hedge_epistemic"),
        ("Lisbon will answer if the fleet moves.", "if", "hedge_conditional"),
        ("The loan depends on nothing, depending on whom one asks.", "depending on", "hedge_conditional"),
        ("The brigade would move in the event of a coup.", "in the event of", "hedge_conditional"),
        ("Trains will run once the line is cleared.", "Once".lower(), "hedge_conditional"),
        ("They showed plans should a revolt break out.", "should", "hedge_conditional"),
        ("Accra plans to close the port.", "plans to", "hedge_intent"),
        ("The union vowed to march.", "vowed to", "hedge_intent"),
        ("They’ll answer in kind.", "They’ll", "future"),
        ("The bank will open.", "will", "future"),
        ("The pilot was reportedly drunk.", "reportedly", "distance"),
        ("The so-called governor left.", "so-called", "distance"),
        ("He is said to own three mines.", "is said to", "distance"),
        ("Two senior security sources wept.", "security sources", "evidential_vague"),
        ("People close to it and officials familiar with it agreed.", "officials familiar with", "evidential_vague"),
        ("Soon the rains come.", "Soon", "vague_time"),
        ("They met in recent weeks.", "in recent weeks", "vague_time"),
        ("The claim could not be verified.", "could not be verified", "limited_knowledge"),
        ("There was no immediate comment from Hanoi.", "no immediate comment", "limited_knowledge"),
        ("Most of the silos burned.", "Most of", "quantifier_or_limiter"),
        ("A relatively small crowd came.", "relatively small", "minimiser"),
    ],
)  # fmt: skip
def test_a_hedge_is_found_with_its_type(sentence, words, kind):
    """A word that weakens is found where it stands, and typed by how it weakens."""
    assert any(kind == k and words in text for text, k in _kinds(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferry sank on May 5 near Cebu.",
        "It is the will of the villagers.",
        "The general should resign, said nobody.",
        "Envoys asked if the road was open.",
        "He appeared on stage at noon.",
        "The palace was once a prison.",
        "They struck with all their might and left.",
    ],
)
def test_a_word_that_only_looks_like_a_hedge_is_none(sentence):
    """A month, a noun, a duty, an indirect question and an adverb weaken nothing."""
    assert _kinds(sentence) == []


def test_only_the_stretch_asked_for_is_read():
    """Hedges outside the stretch are not the statement's."""
    text = "Perhaps so. The dam may fail."
    assert [h.text for h in find_hedges(text, 12, len(text))] == ["may"]


@given(
    st.lists(
        st.sampled_from(
            [
                "if",
                "may",
                "will",
                "the",
                "reportedly",
                "sources",
                ",",
                ".",
                "could not be verified",
                "soon",
            ]
        )
    )
)
def test_hedges_stand_in_order_without_overlap(words):
    """Every hedge gives back its words, and no two share a letter."""
    text = " ".join(words)
    found = find_hedges(text, 0, len(text))
    assert all(text[h.start : h.end] == h.text for h in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
