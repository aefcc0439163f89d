import pytest
from small_article import names, statements_of, texts

from headwater.model import Voice

# Each row: a sentence; what the outlet says itself; what somebody else says, and whether inside of that.
_ROWS = [
    ("The potters went home after the owner said the kiln was cold.", "The potters went home after the owner said the kiln was cold", "the kiln was cold", True),
    ("The navy closed the strait on Sunday and said that mines had been laid.", "The navy closed the strait on Sunday", "mines had been laid", False),
    ("The kiln closed on Sunday, and the owner warned that it would crack.", "The kiln closed on Sunday", "it would crack", False),
    ("Prices rose in March, while the central bank says inflation is under control.", "Prices rose in March", "inflation is under control", False),
    ("Because the harbourmaster said it was unsafe, the ferry stayed in port.", "Because the harbourmaster said it was unsafe, the ferry stayed in port", "it was unsafe", True),
    ("Kofi Asante has toured the coast, with rebel groups recently claiming responsibility for the raid.", "Kofi Asante has toured the coast, with rebel groups recently claiming responsibility for the raid", "responsibility for the raid", True),
]  # fmt: skip


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row[0][:40])
def test_what_a_sentence_says_beside_what_is_said_is_the_outlets(row):
    """No main clause is lost because somebody says something in a lesser one."""
    text, own, said, is_inside = row
    outlets, others = statements_of(text)
    assert (outlets.voice, texts(outlets.content)) == (Voice.OUTLET, [own])
    assert (others.voice, texts(others.content)) == (Voice.ATTRIBUTED, [said])
    assert (others.nested_in == outlets.id) is is_inside


@pytest.mark.parametrize(
    "text",
    [
        "Kofi Asante, who owns the kiln, said it was cold.",
        "When asked, the owner said the kiln was cold.",
        "The owner said the kiln was cold and the shed was dry.",
        "In an interview aired on Sunday, the owner told the BBC that the kiln was cold.",
        "“The kiln was cold. We went home,” the owner said.",
    ],
)
def test_what_is_all_said_by_somebody_leaves_the_outlet_nothing(text):
    """Where the main verb says so or is said, no second statement is made of the sentence."""
    assert [s.voice for s in statements_of(text)] == [Voice.ATTRIBUTED]


def test_a_main_clause_is_told_by_whom_the_paragraph_is_from():
    """A cue that closes the paragraph covers the main clause of a sentence in which another speaks."""
    first, inner, _ = statements_of(
        "The potters went home after the owner said the kiln was cold. The shed burned, Reuters reported."
    )
    assert (names(first), names(inner)) == (["Reuters"], ["Reuters", "owner"])
