"""The language a text is written in."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

#: Languages told apart: those that news is widely written in. The detector knows 139; the
#: small ones mostly turn up as wrong answers to short texts (Nigerian Pidgin for English).
_LANGUAGES = (
    "am ar az bg bn ca cs da de el en es et fa fi fr ha he hi hr hu hy id it ja ka kk ko ku lt lv "
    "ms nl no pl ps pt ro ru sk sl so sq sr sv sw ta th tr uk ur vi zh"
)
#: What the detector calls otherwise: Kurdish in Arabic script comes out as Southern Kurdish.
_OTHER_NAMES = {"sdh": "ku"}
#: What it calls numbers and markup.
_NO_LANGUAGE = "zxx"
#: Probability, 0 to 1, below which the text is too little to tell. On 66 short sentences and
#: headlines of our own in 22 languages one wrong answer in five was surer (Malay for Indonesian,
#: .68), the others stayed below .37; a name alone came to .55.
_LEAST_CERTAIN = 0.6
#: Letters below which nothing is said: names alone look like many languages.
_LEAST_LETTERS = 6
#: Words without a capital from which on the others are left out.
_ENOUGH_PLAIN_WORDS = 3
#: More adds nothing but time.
_MOST_CHARACTERS = 20_000
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")


def detect_language(text: str) -> str | None:
    """Name the language of a text, as ISO 639-1 (``en``); None if there is too little to tell.

    Give it title and body together: a headline alone is often too short. Words with a capital
    are left out where enough others remain, because names do not belong to the language they
    stand in: English news of Diyarbakır is not Turkish. Indonesian is often taken for Malay,
    which it nearly is.
    """
    words = _telling_words(text[:_MOST_CHARACTERS])
    if sum(map(_weight, words)) < _LEAST_LETTERS:
        return None
    language, certain = _identifier().classify(" ".join(words))
    if language == _NO_LANGUAGE or certain < _LEAST_CERTAIN:
        return None
    return _OTHER_NAMES.get(str(language), str(language))


def _telling_words(text: str) -> list[str]:
    words = _WORD.findall(text)
    plain = [word for word in words if word == word.lower()]
    return plain if len(plain) >= _ENOUGH_PLAIN_WORDS else words


def _weight(word: str) -> int:
    # A Chinese sign or a Korean syllable says about as much as three letters.
    return sum(3 if "\u3040" <= letter <= "\ud7a3" else 1 for letter in word)


@cache
def _identifier() -> "LanguageIdentifier":
    # Not the package's own classify(): that one is shared by all who import it.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - loads 4 MB

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([*_LANGUAGES.split(), *_OTHER_NAMES, _NO_LANGUAGE])
    return identifier
