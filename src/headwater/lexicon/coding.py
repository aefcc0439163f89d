"""How acts are coded, as compiled from ``resources/events/coding.yml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import msgspec


@dataclass(frozen=True, slots=True, kw_only=True)
class ActType:
    """A PLOVER type: its quad class (1 to 4), its CAMEO root, and what whoever does it does."""

    quad: int
    root: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Compound:
    """Acts that are of one type as a whole: one of these verbs with one of these for object."""

    type: str
    verbs: frozenset[str]
    objects: frozenset[str]
    #: Where given, one of these prepositions must stand before whom it is aimed at.
    before: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """The tables of event coding. Words are lemmas in lower case; a phrase holds blanks."""

    types: Mapping[str, ActType]
    #: Type to mode to the CAMEO root that it has instead of the type's own.
    roots_by_mode: Mapping[str, Mapping[str, str]]
    #: Type to CAMEO root to the words that have it instead of the type's own.
    roots_by_word: Mapping[str, Mapping[str, frozenset[str]]]
    #: Words that make a statement, and no act, of what governs them, by the way they do.
    statements: Mapping[str, frozenset[str]]
    #: Words by which an act is nobody's: works that tell ``tales``, ``pictures`` that may, and what is ``played``.
    unreal: Mapping[str, frozenset[str]]
    #: Verbs that lend a noun their subject (``does``), or turn it round (``takes``).
    light: Mapping[str, frozenset[str]]
    mutual: frozenset[str]
    #: Verbs by which forces are brought together.
    musters: frozenset[str]
    #: Verbs whose subject is whom it befalls.
    befalls: frozenset[str]
    #: Nouns of what lasts, and is an act only with a light verb.
    states: frozenset[str]
    #: People who act, beside those who can speak.
    persons: frozenset[str]
    #: What courts do to those they try.
    judges: frozenset[str]
    #: Nouns that take up a state or a place.
    lands: frozenset[str]
    #: Forces and offices that act for whoever they belong to.
    forces: frozenset[str]
    #: Verbs by which one holds out good, and those of them that may hold out harm.
    promises: frozenset[str]
    vows: frozenset[str]
    #: Words that make their subject the doer of what they are followed by: "responsible for".
    answers: frozenset[str]
    #: Verbs of attack whose object is what is used.
    uses: frozenset[str]
    #: Type to the verbs that are of no other.
    certain: Mapping[str, frozenset[str]]
    #: Verbs that ask where "somebody to do something" follows.
    tells: frozenset[str]
    #: The first that holds counts.
    compounds: tuple[Compound, ...]
    #: Type to mode to its words; the first mode that has a word wins.
    modes: Mapping[str, Mapping[str, tuple[str, ...]]]
    contexts: Mapping[str, tuple[str, ...]]


@cache
def coding() -> Coding:
    """Load the tables that ship with Headwater, once."""
    data = resources.files("headwater.lexicon").joinpath("coding.json").read_bytes()
    return msgspec.json.decode(data, type=Coding)
