"""Cue words and words that can speak, as compiled from ``resources/words``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import msgspec


@dataclass(frozen=True, slots=True, kw_only=True)
class CueWord:
    """A verb or noun of saying: its class, and what may follow it (see ``cues.yml``)."""

    lemma: str
    cue_class: str
    frames: tuple[str, ...]
    prepositions: tuple[str, ...]
    hard: bool
    only_clause: bool
    only_perfect: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Every word list of the reading room. Keys are lower case, inflected."""

    verbs: Mapping[str, CueWord]
    nouns: Mapping[str, CueWord]
    relays: frozenset[str]
    #: Common noun to the kind of link it makes: unnamed, person, group, organisation, outlet, document.
    speakers: Mapping[str, str]
    #: Adjectives that may be all that is told of who asks or warns: "regional recommendations".
    spheres: frozenset[str]


@cache
def words() -> Words:
    """Load the word lists that ship with Headwater, once."""
    data = resources.files("headwater.lexicon").joinpath("words.json").read_bytes()
    return msgspec.json.decode(data, type=Words)
