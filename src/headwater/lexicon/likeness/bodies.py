"""Whether two names are one body's, outlet's or place's: every word that means something counts."""

from functools import lru_cache

from headwater.lexicon.fold import fold_word, split_words
from headwater.lexicon.likeness.parts import Part, is_same_part, split_body
from headwater.lexicon.likeness.sounds import is_latin, latin
from headwater.lexicon.likeness.tables import ARTICLES, ENDINGS, FUNCTION_WORDS, GENERIC
from headwater.lexicon.likeness.verdict import Likeness, different, same, unclear
from headwater.lexicon.weights import word_weights

_STEM = 5
_KEPT_WORDS = 16_384
_ACRONYM = range(2, 9)
#: Words that a name with initials may have, small ones included.
_INITIAL_WORDS = range(2, 16)
_PREPOSITIONS = frozenset("of for de del du des d".split())


def compare_bodies(one: str, other: str) -> Likeness:
    """Compare two names of bodies word for word. Order of the two does not matter."""
    one, other = sorted((one, other))
    mine, theirs = _content(one), _content(other)
    if not mine or not theirs:
        return unclear("no word of a name")
    if told := _initials_told(one, other) or _initials_told(other, one):
        return told
    lacking_mine, lacking_theirs = _unmatched(mine, theirs), _unmatched(theirs, mine)
    if not lacking_mine and not lacking_theirs and len(mine) == len(theirs):
        return _of_order(one, other, mine, theirs)
    if lacking_mine and lacking_theirs:
        return different(f"{_joined(lacking_mine)} is not {_joined(lacking_theirs)}")
    lacking = lacking_mine or lacking_theirs
    if lacking and all(fold_word(part.text) in GENERIC | {"news"} for part in lacking):
        short, long = (theirs, mine) if lacking_mine else (mine, theirs)
        return _of_generic(short, long, lacking)
    return different(f"only one has {_joined(lacking)}" if lacking else "a word stands twice")


def is_acronym(name: str) -> bool:
    """Tell whether a name is one run of capitals, as initials are written."""
    plain = name.strip().replace(".", "")
    return plain.isalpha() and plain.isupper() and plain.isascii() and len(plain) in _ACRONYM


def _content(name: str) -> tuple[Part, ...]:
    parts = split_body(name).words
    kept = tuple(part for part in parts if fold_word(part.text) not in FUNCTION_WORDS)
    return kept or parts


def _unmatched(mine: tuple[Part, ...], theirs: tuple[Part, ...]) -> list[Part]:
    left = list(theirs)
    missing = []
    for part in mine:
        twin = next((other for other in left if _is_same(part, other)), None)
        if twin is None:
            missing.append(part)
        else:
            left.remove(twin)
    return missing


def _is_same(one: Part, other: Part) -> bool:
    """Hold ordinary words to their letters ("post" is not "past"), and let names be spelled."""
    mine, theirs = fold_word(one.text), fold_word(other.text)
    if mine == theirs or _stem(mine) == _stem(theirs):
        return True
    known = word_weights().spread
    if (mine in known and theirs in known) or one.is_initial or other.is_initial:
        return False
    if not (mine.isalpha() and theirs.isalpha()) or one.text.isupper() or other.text.isupper():
        return latin(mine) == latin(theirs)
    return is_same_part(one, other)


@lru_cache(maxsize=_KEPT_WORDS)
def _stem(word: str) -> str:
    word = word.replace("isation", "ization")
    for ending, put in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) + len(put) >= _STEM - 1:
            return word.removesuffix(ending) + put
    return word


def _of_order(
    one: str, other: str, mine: tuple[Part, ...], theirs: tuple[Part, ...]
) -> Likeness:
    if all(map(_is_same, mine, theirs)):
        return same(*(_told(a, b) for a, b in zip(mine, theirs, strict=True)))
    words = {word.key for name in (one, other) for word in split_words(name)}
    if words & _PREPOSITIONS:
        return same("the same words, turned round by of")
    return unclear("the same words in another order")


def _told(one: Part, other: Part) -> str:
    if fold_word(one.text) == fold_word(other.text):
        return one.text
    return f"{one.text} = {other.text}, another spelling"


def _of_generic(
    short: tuple[Part, ...], long: tuple[Part, ...], lacking: list[Part]
) -> Likeness:
    """Let "Marsh Tribune" be "Marsh Tribune newspaper", but not "Daily Marsh Tribune"."""
    told = f"only one has {_joined(lacking)}"
    is_tail = lacking == list(long[-len(lacking) :])
    if not is_tail or any(fold_word(part.text) == "news" for part in lacking):
        return unclear(told)
    return same(_joined(short), told)


def _joined(parts: list[Part] | tuple[Part, ...]) -> str:
    return " ".join(part.text for part in parts)


def _initials_told(short: str, long: str) -> Likeness | None:
    """Compare a run of capitals with the initials of a name of two words and more."""
    if not is_acronym(short) or is_acronym(long):
        return None
    letters = short.strip().replace(".", "").lower()
    words = [latin(word.key).lower() for word in split_words(long) if is_latin(word.text)]
    words = [word for word in words if word]
    if len(words) not in _INITIAL_WORDS or not _spells(letters, words):
        return None
    if len(letters) < 3:
        return unclear("two letters are the initials of too many")
    return same(f"{short} is made of the initials of {long}")


def _spells(letters: str, words: list[str]) -> bool:
    """Tell whether letters are initials: every word gives one, small words and articles may not."""
    if not words:
        return not letters
    word, rest = words[0], words[1:]
    if letters and word[0] == letters[0] and _spells(letters[1:], rest):
        return True
    return word in FUNCTION_WORDS | ARTICLES and _spells(letters, rest)
