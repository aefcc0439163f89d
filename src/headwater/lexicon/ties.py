"""Words that tie two actors, as compiled from ``resources/words/ties.yml``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

import msgspec


@dataclass(frozen=True, slots=True, kw_only=True)
class TieWord:
    """The tie that a word makes between its subject and its object (see ``ties.yml``)."""

    kind: str
    former: str
    by: frozenset[str]
    infinitive: bool
    mutual: bool
    place: bool
    turned: bool
    state: bool
    ranked: bool
    said: bool
    #: The tie instead, where the object is a place: who captures a town controls it.
    of_place: str | None = None
    #: Preposition to the tie instead, behind it: who speaks "for" a body does not speak with it.
    instead: Mapping[str, str] = field(default_factory=dict)
    #: The tie instead, where the object is to do something: who advises them "to wait" is no adviser of theirs.
    to_do: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TieWords:
    """Every word list of the relations. Keys are lower case, inflected."""

    verbs: Mapping[str, TieWord]
    offices: Mapping[str, TieWord]
    parts: Mapping[str, TieWord]
    acts: Mapping[str, TieWord]
    adjectives: Mapping[str, TieWord]
    compounds: Mapping[str, TieWord]
    prefixes: Mapping[str, TieWord]
    members: frozenset[str]
    orders: frozenset[str]
    awaiting: frozenset[str]
    #: Of these, the verbs of who acts on orders and does not wait for them.
    obeying: frozenset[str]
    #: Verbs by which something changes hands, and what does.
    giving: frozenset[str]
    getting: frozenset[str]
    weapons: frozenset[str]
    money: frozenset[str]
    state_media: frozenset[str]
    press: frozenset[str]
    requests: frozenset[str]
    #: Verbs that bring others to an agreement: "brokered a truce between".
    brokering: frozenset[str]
    denials: frozenset[str]
    suspicions: frozenset[str]
    wishes: frozenset[str]
    former: frozenset[str]
    #: What stands before an office and makes another of it ("vice president"), or says how it is held.
    deputies: frozenset[str]
    acting: frozenset[str]
    #: What stands beside an office that nobody holds by it: "president-elect", "shadow minister".
    unheld: frozenset[str]
    ranks: frozenset[str]
    begins: frozenset[str]
    ends: frozenset[str]
    #: Common nouns of bodies, and of people, that act without a name.
    bodies: frozenset[str]
    people: frozenset[str]
    #: Of the bodies, those that only say what the name before them is: "the Hamas movement".
    selves: frozenset[str]
    #: What is struck when its owner is: "Hezbollah positions".
    holdings: frozenset[str]
    #: Prepositions of those who act together.
    beside: frozenset[str]
    #: Ids of capitals that stand for more than one government.
    shared_seats: frozenset[str]


@cache
def tie_words() -> TieWords:
    """Load the words of the relations that ship with Headwater, once."""
    data = resources.files("headwater.lexicon").joinpath("ties.json").read_bytes()
    return msgspec.json.decode(data, type=TieWords)
