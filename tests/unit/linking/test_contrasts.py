"""What a statement rules out beside what it says."""

import pytest
from small_pile import article, says

from headwater.linking.contrasts import find_contrasts
from headwater.linking.deeds import Names
from headwater.linking.tellings import rules_out, tellings_of
from headwater.model import ActorKind, Polarity

STATES = {"Talvin": "case/talvin", "Ostrel": "case/ostrel"}


def contrasts(content):
    """Give what a content rules out, and what it puts in its place."""
    named = [(name, key, ActorKind.STATE) for name, key in STATES.items() if name in content]
    held = article("Quill Post", says(content), names=named)
    (statement,) = held.statements
    return [(set(c.out), set(c.instead)) for c in find_contrasts(statement.content, Names(held.mentions))]  # fmt: skip


@pytest.mark.parametrize(
    "content",
    ["the fire was an accident and not sabotage", "the fire was an accident, not sabotage by the crew of the mill",
     "the fire was an accident rather than sabotage", "the fire was an accident, but not sabotage, as pilots feared"],
)  # fmt: skip
def test_what_is_set_aside_is_ruled_out(content):
    """However the two are set against each other; up to the end of the clause."""
    ((out, instead),) = contrasts(content)
    assert "sabotag" in out
    assert instead == {"accident"}
    assert not out & {"fire", "accident", "pilot", "fear"}


def test_names_are_ruled_out_by_their_actors():
    """ "From Talvin, not from Ostrel": who is meant, however he is named elsewhere."""
    assert contrasts("the rocket came from Talvin, not from Ostrel") == [
        ({"case/ostrel"}, {"case/talvin"})
    ]


@pytest.mark.parametrize(
    "content",
    ["the fire burned the mill and not only the depot", "the mill was shut, and not yet opened", "the crew did not burn the depot",
     "the fire was sabotage, and not sabotage of the mill alone", "the fire was an accident"],
)  # fmt: skip
def test_what_adds_or_denies_rules_nothing_out(content):
    """ "Not only" adds, "did not" denies as a whole, and what stands on both sides is no contrast."""
    assert all("sabotag" not in out and "depot" not in out and "open" not in out for out, _ in contrasts(content))  # fmt: skip


@pytest.mark.parametrize(
    ("told", "excluded"),
    [({"fire", "sabotag"}, True), ({"fire", "sabotag", "accident"}, False), ({"fire"}, False)],
)
def test_who_tells_what_is_put_in_its_place_too_is_not_excluded(told, excluded):
    """ "An accident, though some spoke of sabotage" says neither."""
    held = article("Quill Post", says("the fire was an accident and not sabotage"))
    (found,) = find_contrasts(held.statements[0].content, Names(()))
    assert found.excludes(told) is excluded


@pytest.mark.parametrize(
    ("other", "facts", "excluded"),
    [("the fire was sabotage", {}, True), ("the fire was sabotage", {"polarity": Polarity.NEGATIVE}, False),
     ("the fire was sabotage and not an accident", {}, True), ("the fire was a mere accident, not sabotage", {}, False)],
)  # fmt: skip
def test_who_says_what_is_set_aside_is_ruled_out(other, facts, excluded):
    """ "It was sabotage and not an accident" too; not who denies it, nor who sets it aside as well."""
    a, b = (next(tellings_of(article(o, told))) for o, told in (("Quill Post", says("the fire was an accident and not sabotage")), ("Marsh Gazette", says(other, **facts))))  # fmt: skip
    assert rules_out(a, b) is excluded
