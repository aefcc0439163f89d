"""The words that tell an article apart: its names, its numbers and the rest, each sort weighed by itself.

Two quakes are told in the same words; the towns they name and the dead they count tell them
apart. Weighed as one bag, the many words of a long report would drown its few names.
"""

import hashlib
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from headwater.lexicon import split_words, word_keys, word_weights

#: What each sort counts for, of 1 in all. Tuned on the stories of ECB+, the relay set's dev half and the crisis pile.
_NAMES, _NUMBERS, _WORDS = 0.45, 0.25, 0.3
#: Words of each sort that are kept: the heaviest.
_MOST = 30
#: What may stand between two words of one sentence.
_INSIDE = " ,;'’-–(\u00a0"
_STOP = frozenset(
    "the a an of in on at to for from with by and or but that this these those is are was were be been has have had will would it its he she they his her "
    "their as not who which said says say also after before into over about than more new one two been up out there when while were him them if".split()
)

Signature = tuple[npt.NDArray[np.uint64], npt.NDArray[np.float64]]


def take_signature(titles: Sequence[str], body: Sequence[str]) -> Signature:
    """Give the telling words of an article and their weights, in the order of their hashes.

    The squares of the weights add up to 1, those of each sort to its share. A word is a name if the body writes it
    with a capital inside a sentence, and the article nowhere without.

    Args:
        titles: The texts of its titles.
        body: The texts of its paragraphs.
    """
    keys = (key for text in (*titles, *body) for key in word_keys(text))
    counts = Counter(key for key in keys if key not in _STOP and len(key) > 1)
    names = _names(titles, body)
    sorts: dict[float, dict[str, int]] = {_NAMES: {}, _NUMBERS: {}, _WORDS: {}}
    for key, count in counts.items():
        has_digit = any(character.isdigit() for character in key)
        sorts[_NAMES if key in names else _NUMBERS if has_digit else _WORDS][key] = count
    told = [(share, _weighed(words)) for share, words in sorts.items() if words]
    whole = sum(share for share, _ in told)
    weights = {
        word: weight * math.sqrt(share / whole)
        for share, words in told
        for word, weight in words.items()
    }
    hashed = sorted((_hash(word), weight) for word, weight in weights.items())
    return (
        np.array([word for word, _ in hashed], dtype=np.uint64),
        np.array([weight for _, weight in hashed], dtype=np.float64),
    )


def _names(titles: Sequence[str], body: Sequence[str]) -> frozenset[str]:
    small = {w.key for t in (*titles, *body) for w in split_words(t) if w.text[0].islower()}
    return frozenset(key for text in body for key in _capitals(text)) - small


def _capitals(text: str) -> Iterator[str]:
    """Yield the words with a capital that no sentence, line or quotation begins with."""
    for before, word in pairwise(split_words(text)):
        if word.text[0].isupper() and not text[before.end : word.start].strip(_INSIDE):
            yield word.key


def _weighed(counts: Mapping[str, int]) -> dict[str, float]:
    """The heaviest words of one sort, their weights a vector of length 1."""
    weigh = word_weights().weight
    weights = {word: (1 + math.log(count)) * weigh(word) for word, count in counts.items()}
    heaviest = sorted(weights.items(), key=lambda x: (-x[1], x[0]))[:_MOST]
    length = math.sqrt(sum(weight * weight for _, weight in heaviest)) or 1.0
    return {word: weight / length for word, weight in heaviest}


@lru_cache(maxsize=65536)
def _hash(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "big")
