"""How telling a word is: the fewer news articles hold it, the more."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import msgspec


@dataclass(frozen=True, slots=True, kw_only=True)
class WordWeights:
    """In how many of ``articles`` news articles each word stood (``training/word_weights.py``)."""

    articles: int
    spread: Mapping[str, int]

    def weight(self, word: str) -> float:
        """Give the inverse document frequency of a folded word: 1 for "the", up to about 7.

        A fixed table, not the pile's own counts: what two articles have in common must not
        depend on which others were read with them.
        """
        return math.log((1 + self.articles) / (1 + self.spread.get(word, 0))) + 1


@cache
def word_weights() -> WordWeights:
    """Load the table that ships with Headwater, once."""
    data = resources.files("headwater.lexicon").joinpath("word_weights.json").read_bytes()
    return msgspec.json.decode(data, type=WordWeights)
