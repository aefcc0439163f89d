"""Words that tell how many, of what, as compiled from ``resources/words/numbers.yml``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import msgspec


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """Number words, their bounds and units. All in small letters, phrases parted by blanks."""

    #: Number word to its number; word to what it multiplies by; the same as letters glued to digits.
    values: Mapping[str, float]
    scales: Mapping[str, float]
    letters: Mapping[str, float]
    #: ``lower_exclusive``, ``upper_exclusive`` or ``approximate`` to the phrases that open such a number.
    bounds: Mapping[str, Sequence[str]]
    #: Name of a share (``half``, ``most`` …) to its phrases.
    shares: Mapping[str, Sequence[str]]
    #: Sign or plural of a currency, and single of a measure, to the unit.
    currencies: Mapping[str, str]
    measures: Mapping[str, str]
    #: Units that measure time.
    durations: frozenset[str]
    #: Nouns for people, in the single or with a plural of their own.
    persons: frozenset[str]
    plurals: frozenset[str]
    not_plural: frozenset[str]
    #: Words at which what is counted has ended.
    stops: frozenset[str]
    #: Nouns that a number may stand for by itself.
    tolls: frozenset[str]
    #: Lemmas of what is done to or by people, so that a number beside it counts them.
    fates: frozenset[str]


@cache
def number_words() -> NumberWords:
    """Load the lists that ship with Headwater, once."""
    data = resources.files("headwater.lexicon").joinpath("numbers.json").read_bytes()
    return msgspec.json.decode(data, type=NumberWords)
