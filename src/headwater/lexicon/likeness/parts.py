"""A name taken apart: its words, with what was dropped before, between and after them."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from headwater.lexicon.fold import Word, fold_word, split_words
from headwater.lexicon.likeness.sounds import is_latin, is_same_word, latin
from headwater.lexicon.likeness.tables import (
    ARTICLES,
    COMMON_GIVEN,
    GIVEN_TWINS,
    KUNYA,
    OFFICES,
    PARTICLES,
    PATRONYMIC,
    SUFFIXES,
    SUN_ARTICLES,
    TITLES,
)

_SYLLABLE = re.compile(r"[A-Z][^A-Z]*|[^A-Z]+")
#: Initials with full stops: "U.S.", "L.L.C."
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_DIN = frozenset({"din", "deen", "dine", "دين"})
_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A word of a name that counts, and what stood before it."""

    text: str
    article: bool = False
    kunya: bool = False
    patronymic: bool = False
    particle: str = ""

    @property
    def is_initial(self) -> bool:
        """Tell whether it is one Latin letter."""
        return len(self.text) == 1 and is_latin(self.text)

    @property
    def marks(self) -> tuple[bool, bool, str]:
        """Give what stood before it: what makes "Al Gore" and "Ben Gore" more than "Gore"."""
        return self.article, self.patronymic, self.particle

    @property
    def is_common_given(self) -> bool:
        """Tell whether it is a given name that is half of many people's names."""
        return not self.kunya and fold_word(self.text) in COMMON_GIVEN


#: What stands before most words of a name.
_NOTHING = Part(text="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The words of a name in order, and its suffix ("junior")."""

    words: tuple[Part, ...]
    suffix: str = ""

    @property
    def is_arabic(self) -> bool:
        """Tell whether the first word is the bearer's own and what follows his fathers'."""
        return any(
            p.article or p.kunya or p.patronymic or p.is_common_given for p in self.words
        )


@lru_cache(maxsize=8192)
def split_person(name: str) -> Parts:
    """Take a person's name apart: titles, articles and particles dropped, given name first."""
    words = _words(_given_first(name))
    suffix = ""
    while len(words) > 1 and _is_suffix(words[-1], name):
        suffix = SUFFIXES[words.pop().key]
    return Parts(words=_parts(name, _untitled(words)), suffix=suffix)


@lru_cache(maxsize=8192)
def split_body(name: str) -> Parts:
    """Take any other name apart: only articles are dropped."""
    name = _DOTTED.sub(lambda dotted: dotted.group().replace(".", ""), name)
    return Parts(words=_parts(name, _words(name), of_person=False))


def untitled(name: str) -> str:
    """Give a person's name without titles, as written."""
    words = _words(name)
    kept = _untitled(words)
    return name[kept[0].start :] if kept and len(kept) < len(words) else name


def is_same_part(one: Part, other: Part) -> bool:
    """Tell whether two parts are spellings of one, or an initial and what it stands for."""
    if one.kunya != other.kunya or (
        one.particle and other.particle and one.particle != other.particle
    ):
        return False
    if one.is_initial or other.is_initial:
        return latin(one.text)[:1].lower() == latin(other.text)[:1].lower()
    return is_same_word(one.text, other.text) or _are_twins(one, other) or _is_with_article(one, other)  # fmt: skip


def _are_twins(one: Part, other: Part) -> bool:
    mine, theirs = fold_word(one.text), fold_word(other.text)
    return mine != theirs and any(
        any(is_same_word(mine, twin) for twin in twins)
        and any(is_same_word(theirs, twin) for twin in twins)
        for twins in GIVEN_TWINS
        if mine in twins or theirs in twins
    )


def _is_with_article(one: Part, other: Part) -> bool:
    """Tell "Asharq" for "Al-Sharq", and "Alarabiya" for "Al-Arabiya"."""
    for short, whole in ((one, other), (other, one)):
        if short.article and not whole.article and is_latin(short.text):
            word = fold_word(short.text)
            if any(is_same_word(head + word, whole.text) for head in ("al", "el")):
                return True
            if fold_word(whole.text)[:1] in ("a", "e") and is_same_word(
                word, fold_word(whole.text)[1:]
            ):
                return fold_word(whole.text)[1:2] == word[:1]
    return False


def _is_suffix(word: Word, name: str) -> bool:
    """Tell the first of his name from an initial: "John Paul I", not "Mohammed I."."""
    if len(word.key) == 1:
        return word.text.isupper() and name.endswith(word.text) and word.key in SUFFIXES
    return word.key in SUFFIXES


def _given_first(name: str) -> str:
    """Turn "Orban, Viktor" round; leave out an office that follows a comma."""
    head, comma, tail = name.partition(",")
    if not comma or "," in tail:
        return name
    keys = [word.key for word in split_words(tail)]
    if not keys or keys[-1] in SUFFIXES or any(key in OFFICES for key in keys):
        return name if keys and keys[-1] in SUFFIXES else head
    return f"{tail} {head}"


def _words(name: str) -> list[Word]:
    return [piece for word in split_words(name) if word.key for piece in _syllables(word)]


def _syllables(word: Word) -> list[Word]:
    """Give a Chinese name as its syllables, any other word as it is."""
    if not _HAN.search(word.text):
        return [word]
    found = _SYLLABLE.findall(latin(word.text))
    return [Word(word.start, word.end, text, text.lower()) for text in found]


def _untitled(words: list[Word]) -> list[Word]:
    """Drop the titles at the head, and what stands before an office; one word is always left."""
    start = 0
    while start < len(words) - 1 and words[start].key in TITLES | OFFICES:
        start += 1
    for at in range(len(words) - 1):
        if words[at].key in OFFICES:
            start = at + 1
            while start < len(words) - 1 and words[start].key in TITLES | OFFICES:
                start += 1
    return words[start:]


def _parts(name: str, words: list[Word], *, of_person: bool = True) -> tuple[Part, ...]:
    parts: list[Part] = []
    pending = _NOTHING
    for at, word in enumerate(words):
        following = words[at + 1] if at + 1 < len(words) else None
        marked = _marked(name, word, following, pending, of_person) if following else None
        if marked is not None:
            pending = marked
            continue
        text, article = _bare(word.text)
        parts.append(
            Part(text=text, article=article)
            if pending is _NOTHING
            else replace(pending, text=text, article=pending.article or article)
        )
        pending = _NOTHING
    return tuple(_joined(parts))


def _marked(
    name: str,
    word: Word,
    following: Word,
    pending: Part,
    of_person: bool,  # noqa: FBT001
) -> Part | None:
    """Give what a small word says of the next one; None if it is a word of its own."""
    key = word.key
    is_hyphened = "-" in name[word.end : following.start]
    if key in ARTICLES or (is_hyphened and _is_sun_article(key, following.key)):
        return replace(pending, article=True)
    if pending.article and is_hyphened and key in {"e", "i", "ye"}:
        return pending
    if of_person and key in PATRONYMIC:
        return replace(pending, patronymic=True)
    if of_person and key in KUNYA:
        return replace(pending, kunya=True)
    if of_person and key in PARTICLES and (len(key) > 1 or word.text.islower()):
        return replace(pending, particle=f"{pending.particle} {key}".strip())
    if key in {"e", "i", "ye"} and name[word.start - 1 : word.start] == "-":
        return pending
    return None


def _is_sun_article(key: str, following: str) -> bool:
    return key in SUN_ARTICLES and following.startswith(key[1:])


def _bare(text: str) -> tuple[str, bool]:
    """Take the Arabic article off an Arabic word."""
    if text.startswith("ال") and len(text) > 4:  # shorter, it is part of the word
        return text.removeprefix("ال"), True
    return text, False


def _joined(parts: list[Part]) -> list[Part]:
    """Write "Abd al-Rahman", "Nasr Allah" and "Salah al-Din" as one word."""
    joined: list[Part] = []
    for part in parts:
        before = joined[-1] if joined else None
        key = fold_word(part.text)
        if (
            before
            and not part.kunya
            and _is_compound(fold_word(before.text), key, part.article)
        ):
            joined[-1] = replace(before, text=_compound(fold_word(before.text), key))
        else:
            joined.append(part)
    return joined


def _compound(before: str, key: str) -> str:
    """Join two words with the sound that is heard between them."""
    if key == "الله":
        return before + "وله"
    if key in _DIN:
        return before + ("وددين" if key == "دين" else "eddin")
    return before + {"abd": "ul", "عبد": "ول"}.get(before, "") + key


def _is_compound(before: str, key: str, article: bool) -> bool:  # noqa: FBT001
    if before in {"abd", "abdul", "abdel", "abdal", "عبد"}:
        return before != "abd" or article or key in {"allah", "ullah"}
    return key in {"allah", "ullah", "الله"} or (
        article and key in {"din", "deen", "dine", "دين"}
    )
