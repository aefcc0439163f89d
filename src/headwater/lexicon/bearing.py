"""What a word makes of the clause that hangs on it, as compiled from ``resources/words/bearing.yml``."""

from dataclasses import dataclass
from functools import cache
from importlib import resources

import msgspec


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """Words by what they do to a clause under them; all in small letters, in their forms."""

    #: Whoever does it says that it is not so.
    denying: frozenset[str]
    #: What is called so is not so, and what is called so is.
    untrue: frozenset[str]
    true: frozenset[str]
    #: Verbs that give a thing such a word.
    calling: frozenset[str]
    #: Whoever does it has done what the infinitive says, and has not.
    done: frozenset[str]
    undone: frozenset[str]
    #: Whoever does not do it says nothing either way.
    answering: frozenset[str]
    #: Nouns for what is told: what is said of a report is said of what it tells.
    telling: frozenset[str]
    #: What stands behind one is when, or where, a thing denied comes about after all.
    limiting: frozenset[str]
    #: Behind "and not" one of them rules nothing out.
    adding: frozenset[str]


@cache
def bearing() -> Bearing:
    """Load the lists that ship with Headwater, once."""
    data = resources.files("headwater.lexicon").joinpath("bearing.json").read_bytes()
    return msgspec.json.decode(data, type=Bearing)
