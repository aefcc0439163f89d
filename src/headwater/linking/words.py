"""The words of a line that tell something, names aside."""

from collections.abc import Mapping
from functools import lru_cache

from headwater.lexicon import TELLING_WEIGHT, split_words, stem_of, word_weights


@lru_cache(maxsize=65536)
def telling_words(told: str) -> Mapping[str, int]:
    """Give the words that tell something, without their endings, each with how rare it is, in hundredths.

    Names are left out: who is named is compared by itself, and two statements on one body have its name in common.
    """
    weigh = word_weights().weight
    keys = {
        word.key for word in split_words(told) if word.start == 0 or not word.text[0].isupper()
    }
    rare = ((key, weigh(key)) for key in sorted(keys))
    return {
        stem_of(key): round(100 * weight) for key, weight in rare if weight >= TELLING_WEIGHT
    }
