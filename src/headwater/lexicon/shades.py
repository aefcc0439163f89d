"""Words by which two tellings of one thing differ, as compiled from ``resources/words/shades.yml``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import msgspec


@dataclass(frozen=True, slots=True, kw_only=True)
class Shades:
    """How sure, how strong, in whose colours. Words are in small letters, phrases parted by blanks."""

    #: 1 it may be so, 2 it is held to be so, 3 it is likely so.
    certainty: Mapping[str, int]
    #: What says of a thing that may come that it is near.
    imminent: frozenset[str]
    #: 1 asked or told, 2 instructed, 3 ordered.
    command: Mapping[str, int]
    #: ``favourable``, ``neutral`` or ``hostile``.
    labels: Mapping[str, str]
    #: Verbs by which a telling vouches for what it tells.
    proof: frozenset[str]
    #: Words by which a source has a thing from somebody else.
    heard: frozenset[str]
    #: What kind of bond a word tells of.
    sides: Mapping[str, str]
    #: Nouns that only say that those counted are people.
    people: frozenset[str]
    #: Noun to the first of its group of equals.
    same: Mapping[str, str]
    part: frozenset[str]
    whole: frozenset[str]
    #: Words that take a report back, and words for what is taken back.
    withdrawal: frozenset[str]
    reports: frozenset[str]
    #: What a report has none of, or is not, where it does not hold: "no truth to it", "not the case".
    truth: frozenset[str]
    #: Adverbs that tell something new of how, how often or how soon it was done, to the first of their group.
    manner: Mapping[str, str]


#: Words between what is taken back and the word that does it.
_REACH = 12


def takes_back(words: Sequence[str]) -> bool:
    """Tell whether among these words, folded, a report stands beside what takes it back."""
    takes = [n for n, word in enumerate(words) if word in shades().withdrawal]
    reports = [n for n, word in enumerate(words) if word in shades().reports]
    return any(abs(a - b) <= _REACH for a in takes for b in reports)


@cache
def shades() -> Shades:
    """Load the lists that ship with Headwater, once."""
    data = resources.files("headwater.lexicon").joinpath("shades.json").read_bytes()
    return msgspec.json.decode(data, type=Shades)
