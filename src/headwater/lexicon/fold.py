"""The form in which names are compared."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_APOSTROPHES = "'’‘ʼʻʿʾ`´"
#: Signs that ``\\w`` leaves out though they stand inside words: vowel signs of South and South-East
#: Asian scripts and of Arabic, the zero-width non-joiner of Persian, the gershayim of Hebrew.
_SIGNS = (
    "\u0300-\u036f\u05f3\u05f4\u064b-\u065f\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0a3c-\u0a4d\u0abc-\u0acd"
    "\u0b82-\u0bcd\u0c3e-\u0c4d\u0d3e-\u0d4d\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u102b-\u103e\u17b4-\u17d3\u200c"
)
_WORD = re.compile(rf"\w[\w{_SIGNS}]*(?:[{_APOSTROPHES}]\w[\w{_SIGNS}]*)*")
_POSSESSIVE = re.compile(rf"[{_APOSTROPHES}]s$")
_PART = re.compile(r"[^_]+")
_ARTICLES = frozenset({"the", "a", "an"})
#: Names of nothing but plain words, which need no second look; most names are.
_PLAIN_NAME = re.compile(r"[A-Za-z0-9 .,()&-]*")
_PLAIN_WORD = re.compile(r"[a-z0-9]+")


class Word(NamedTuple):
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
    if plain.isalnum():
        return plain
    return "".join(c for c in plain if c.isalnum() and not unicodedata.combining(c))


def split_words(text: str) -> Iterator[Word]:
    """Yield the words of a text; hyphens part words, apostrophes inside a word do not.

    A possessive ``'s`` is left outside the word.
    """
    for match in _WORD.finditer(text):
        word = match.group()
        if word.isalnum():
            yield Word(match.start(), match.end(), word, fold_word(word))
            continue
        if possessive := _POSSESSIVE.search(word):
            word = word[: possessive.start()]
        for part in _PART.finditer(word):
            yield Word(
                match.start() + part.start(),
                match.start() + part.end(),
                part.group(),
                fold_word(part.group()),
            )


def word_keys(text: str) -> list[str]:
    """Give the folded forms of the words of a text, as ``split_words`` would, without their places."""
    return [key for word in _WORD.findall(text) for key in _keys_of(word)]


@lru_cache(maxsize=65536)
def _keys_of(word: str) -> tuple[str, ...]:
    """The forms of one match: several where an underscore parts it."""
    return tuple(part.key for part in split_words(word))


def fold_name(name: str) -> tuple[str, ...]:
    """Give the folded words of a name, articles at its head left out."""
    if _PLAIN_NAME.fullmatch(name):
        plain = _PLAIN_WORD.findall(name.lower())
        if not plain or plain[0] not in _ARTICLES:
            return tuple(plain)
    words = [word for word in split_words(name) if word.key]
    while len(words) > 1 and words[0].key in _ARTICLES and name[words[0].end].isspace():
        words.pop(0)
    return tuple(word.key for word in words)
