"""The form in which names are compared."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_APOSTROPHES = "'’‘ʼʻʿʾ`´"
_WORD = re.compile(rf"\w+(?:[{_APOSTROPHES}]\w+)*")
_POSSESSIVE = re.compile(rf"[{_APOSTROPHES}]s$")
_ARTICLES = frozenset({"the", "a", "an"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text as written, where it stands, and its folded form."""

    start: int
    end: int
    text: str
    key: str


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """Lower case, without accents, apostrophes or a possessive s."""
    if word.isascii() and word.isalnum():
        return word.lower()
    word = _POSSESSIVE.sub("", word.lower())
    plain = unicodedata.normalize("NFKD", word)
    return "".join(c for c in plain if c.isalnum() and not unicodedata.combining(c))


def split_words(text: str) -> Iterator[Word]:
    """Yield the words of a text; hyphens part words, apostrophes inside a word do not.

    A possessive ``'s`` is left outside the word.
    """
    for match in _WORD.finditer(text):
        word = match.group()
        if possessive := _POSSESSIVE.search(word):
            word = word[: possessive.start()]
        for part in re.finditer(r"[^_]+", word):
            yield Word(match.start() + part.start(), match.start() + part.end(), part.group(), fold_word(part.group()))


def fold_name(name: str) -> tuple[str, ...]:
    """Give the folded words of a name, articles at its head left out."""
    keys = [word.key for word in split_words(name) if word.key]
    while len(keys) > 1 and keys[0] in _ARTICLES:
        keys.pop(0)
    return tuple(keys)
