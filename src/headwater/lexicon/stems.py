"""What is left of a word without its ending, so that "shut" and "shuts", "boats" and "boat" are one."""

from headwater.lexicon.shades import shades

#: Weight of a word, 1 for "the" to about 7, from which it tells something: "said" has 1.3, "told" 1.6, "boat" 4.6.
TELLING_WEIGHT = 2.1
_ENDINGS = ("ings", "ing", "edly", "ed", "es", "s", "e", "ly")
_SHORTEST_STEM = 3
#: Letters of a verb like "use" in its past, which has too few to lose two.
_SHORT_PAST = 4
_VOWELS = "aeiou"


def stem_of(word: str) -> str:
    """Give what is left of a folded word without its ending; equal nouns come to the first of their group."""
    word = _with_y(shades().same.get(word, word))
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return _single(word.removesuffix(ending))
    return _single(word)


def _with_y(word: str) -> str:
    """ "carries" and "carried" as "carry"; "used" as "use"."""
    if word.endswith(("ies", "ied")) and len(word) > _SHORT_PAST:
        return f"{word[:-3]}y"
    is_past = len(word) == _SHORT_PAST and word.endswith("ed") and word[1] != "e"
    return word[:-1] if is_past else word


def _single(stem: str) -> str:
    """ "expell" of "expelled" as "expel": of two equal consonants at the end one."""
    is_double = len(stem) > _SHORTEST_STEM and stem[-1] == stem[-2] and stem[-1] not in _VOWELS
    return stem[:-1] if is_double and stem[-1].isalpha() else stem
