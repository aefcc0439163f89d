"""A word of a name as sounds, whatever script or spelling it comes in, and whether two are one.

Consonants must agree; vowels may differ as spellings of one name do, the less the shorter the word.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from headwater.lexicon.fold import fold_word
from headwater.lexicon.likeness.tables import (
    ACCENTED,
    NEAR_CONSONANT,
    NEAR_VOWEL,
    ONE_CONSONANT,
    ONE_VOWEL,
    SPELLINGS,
    UNVOCALISED_CONSONANT,
    VOWELS,
)

_ACCENTS = tuple(row.split() for row in ACCENTED)
_RULES = tuple((re.compile(find), put) for find, put in SPELLINGS)
_RUNS = re.compile(r"[aeiouy]*")
#: Arabic and Hebrew letters that anyascii leaves out, or reads without the choice they offer.
_LETTERS = str.maketrans(dict.fromkeys("اآأإٱא", "a") | dict.fromkeys("يی", "y") | {
    "ו": "w", "ב": "b", "ء": None, "ؤ": "w", "ئ": "y", "ה": "h", "ه": "h", "י": "y",
    "ى": "A",  # a at the end of a word, and often typed for the i
    "\u0639": "E", "\u05e2": "E",  # silent, whatever vowels are written for it: Saad, Jaafar
    "ة": "H",  # silent, or t before another word
    "צ": "Q", "ץ": "Q",
})  # fmt: skip
#: "Abdallah" in one word, and as it is heard.
_ALLAH, _ULLAH = "\u0627\u0644\u0644\u0647", "\u0648\u0644\u0647"
_SILENT_HEH = "\u0647\u200c\u0627"  # Khamene-i
#: What a difference of spelling may cost a word of so many consonants.
_BUDGETS = (0, 0, 0, 1, 1, 1, 2)
#: Consonants from which on a vowel may be there in one spelling and not in the other.
_LONG = 4
_SHORT = 2
#: No word of a name is longer; what is, is not compared letter by letter.
_LONGEST = 40
_SHORT_VOWELS = tuple("aeiou")


@dataclass(frozen=True, slots=True)
class Sounds:
    """A word as the letters of its sounds; ``unvocalised`` if its script leaves vowels out."""

    letters: str
    consonants: str
    #: The run of vowels before each consonant, and the one at the end.
    vowels: tuple[str, ...]
    unvocalised: bool


def is_same_word(one: str, other: str) -> bool:
    """Tell whether two words are spellings of one name."""
    return fold_word(one) == fold_word(other) or any(
        _is_same_sound(mine, theirs) for mine in sounds(one) for theirs in sounds(other)
    )


def is_same_frame(one: str, other: str) -> bool:
    """Tell whether two words agree in their consonants, two at least."""
    return any(
        len(mine.consonants) >= _SHORT and _consonant_cost(mine, theirs) == 0
        for mine in sounds(one)
        for theirs in sounds(other)
        if mine.unvocalised == theirs.unvocalised
    )


@lru_cache(maxsize=65536)
def sounds(word: str) -> tuple[Sounds, ...]:
    """Give a word as sounds: with its accents as letters of their own, and as if it had none."""
    if _is_unvocalised(word):
        return (_unvocalised(word),)
    low = unicodedata.normalize("NFC", word.lower())
    accented = low
    for sign, letters in _ACCENTS:
        accented = accented.replace(sign, letters)
    ukrainian = low.replace("\u0433", "h")  # the letter that is g in Russian
    spellings = dict.fromkeys(map(_latin, dict.fromkeys((low, accented, ukrainian))))
    return tuple(_vocalised(spelling) for spelling in spellings if spelling)


def is_latin(word: str) -> bool:
    """Tell whether a word is in Latin letters."""
    return all("LATIN" in unicodedata.name(c, "") for c in word if c.isalpha())


def latin(word: str) -> str:
    """Give a word in plain Latin letters, as written where it is so already."""
    return anyascii(word)


def _latin(word: str) -> str:
    return re.sub(r"[^a-z0-9]", "", anyascii(word).lower())


def _is_unvocalised(word: str) -> bool:
    return any("\u0590" <= c <= "\u06ff" for c in word)


def _unvocalised(word: str) -> Sounds:
    word = word.replace(_SILENT_HEH, "").replace(_ALLAH, _ULLAH)
    plain = anyascii(word.translate(_LETTERS))
    letters = re.sub(r"[^a-zA-Z0-9]", "", plain)
    for pair, sound in (("sh", "S"), ("kh", "X"), ("gh", "G"), ("dh", "D"), ("th", "T"), ("zh", "Z"), ("ch", "C"), ("ts", "Q")):  # fmt: skip
        letters = letters.replace(pair, sound)
    letters = re.sub(r"(.)\1+", r"\1", letters)
    return Sounds(letters, re.sub("[awyAHE]", "", letters), (), unvocalised=True)


def _vocalised(spelling: str) -> Sounds:
    for find, put in _RULES:
        spelling = find.sub(put, spelling)
    consonants, vowels, at = [], [], 0
    while at <= len(spelling):
        run = _RUNS.match(spelling, at)
        end = run.end() if run else at
        vowels.append(VOWELS.get(spelling[at:end], spelling[at:end]))
        consonants.append(spelling[end : end + 1])
        at = end + 1
    return Sounds(spelling, "".join(consonants), tuple(vowels), unvocalised=False)


def _is_same_sound(mine: Sounds, theirs: Sounds) -> bool:
    if mine.unvocalised and theirs.unvocalised:
        return mine.letters == theirs.letters
    if mine.unvocalised:
        return _is_written(mine.letters, theirs.letters)
    if theirs.unvocalised:
        return _is_written(theirs.letters, mine.letters)
    cost = _consonant_cost(mine, theirs)
    if cost is None or not mine.consonants:
        return False
    size = len(mine.consonants)
    budget = _BUDGETS[min(size, len(_BUDGETS) - 1)]
    return cost + _vowel_cost(mine, theirs, size) <= budget


def _consonant_cost(mine: Sounds, theirs: Sounds) -> int | None:
    """Count the consonants that agree only in one country; None if any disagree."""
    if len(mine.consonants) != len(theirs.consonants):
        return None
    cost = 0
    for ours, other in zip(mine.consonants, theirs.consonants, strict=True):
        if ours + other in NEAR_CONSONANT:
            cost += 1
        elif ours != other and ours + other not in ONE_CONSONANT:
            return None
    return cost


def _vowel_cost(mine: Sounds, theirs: Sounds, size: int) -> int:
    *inner, (last, other_last) = zip(mine.vowels, theirs.vowels, strict=True)
    cost = sum(_slot_cost(ours, other, size) for ours, other in inner)
    return cost + _last_cost(last, other_last)


def _slot_cost(ours: str, other: str, size: int) -> int:
    pair = frozenset((ours, other))
    if ours == other or (pair in ONE_VOWEL and (size > _SHORT or pair != frozenset("ae"))):
        return 0
    if "" in pair and len(ours + other) == 1:
        return 1 if size >= _LONG else 2
    return NEAR_VOWEL.get(pair, 9)


def _last_cost(ours: str, other: str) -> int:
    """Hold Olena off Olen, Zelenska off Zelensky: the last vowel is a man's or a woman's."""
    pair = frozenset((ours, other))
    if ours == other or pair in (frozenset("ae"), frozenset("ou")):
        return 0
    return 1 if pair == frozenset("iy") else 9


def _is_written(script: str, spelling: str) -> bool:
    """Tell whether letters of a script that leaves short vowels out may be this Latin spelling."""
    if len(script) > _LONGEST:
        return False
    if script.startswith("a") and _is_rest_written(script[1:], spelling):
        return True  # at the head it only bears a short vowel
    return _is_rest_written(script, spelling)


@lru_cache(maxsize=4096)
def _is_rest_written(script: str, spelling: str) -> bool:
    if script in ("h", "H"):
        return spelling in ("", "a", "e", *(("at", "et") if script == "H" else ()))
    if not script:
        return spelling in ("", *_SHORT_VOWELS)
    unwritten = 1 if spelling[:1] in _SHORT_VOWELS else 0
    return any(
        _is_rest_written(script[1:], left[taken:])
        for left in (spelling, spelling[unwritten:])
        for taken in _taken(script[0], left)
    )


def _taken(letter: str, left: str) -> tuple[int, ...]:
    """Give how many Latin letters one letter may stand for at this place."""
    if letter == "E":
        return (0, 1, 2) if left[:2].strip("aeiou") == "" else (0, 1)
    long = {"a": "aeo", "w": "ou", "y": "iey", "A": "aeiy"}.get(letter)
    if long:
        run = len(left) - len(left.lstrip(long))
        as_consonant = left[:1] in {"w": ("w", "v"), "y": ("Y",)}.get(letter, ())
        return (*range(run, 0, -1), *((1,) if as_consonant else ()))
    agree = left[:1] == letter or {letter + left[:1]} & (
        ONE_CONSONANT | NEAR_CONSONANT | UNVOCALISED_CONSONANT
    )
    return (1,) if left and agree else ()
