"""Numbers in digits and in words: how they look, and what they stand for."""

import re

from headwater.lexicon import number_words

_WORDS = number_words()
_SCALE = "|".join(_WORDS.scales)
_WORD = "|".join([*_WORDS.values, *_WORDS.scales])
_BY_WORDS = rf"(?:(?:half an?|an?) (?=(?:{_SCALE})\b))?(?:{_WORD})(?:(?:[ -]|(?<=hundred) and |(?<=thousand) and )(?:{_WORD}))*"
_BY_DIGITS = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?(?:[ -](?:{_SCALE})\b|(?:mn|bn|tn|m|k)\b)?"
)
#: A number that nothing is glued to: group ``number``, and ``money`` for the sign of a currency before it.
NUMBER = re.compile(
    rf"(?P<money>(?:US|A|C|HK|NZ)?[$€£¥₹₽₺] ?)?(?<![\w.,:/#-])(?P<number>{_BY_DIGITS}|(?i:{_BY_WORDS})\b)(?![\w]|[:/]\d|\.\d)"
)
#: Another number that may end a range, from the end of the first on.
UPPER = re.compile(
    rf" ?(?:-|–|—|to|or|and) ?(?P<number>{_BY_DIGITS}|(?i:{_BY_WORDS})\b)(?![\w]|[:/]\d)"
)
#: What makes "one" before it a share: "one in four", "nine out of ten".
ONE_IN = re.compile(rf" (?:in|(?P<of>out of))(?: every)? (?P<number>(?i:{_BY_WORDS})\b|\d+\b)")


def value_of(number: str) -> float:
    """Give the number that digits or words stand for."""
    number = number.lower()
    digits = re.match(r"\d[\d,.]*", number)
    if digits is None:
        return _in_words(re.split(r"[ -]", number))
    plain = float(digits[0].rstrip(",.").replace(",", ""))
    tail = number[digits.end() :].strip(" -")
    return round(plain * (_WORDS.letters.get(tail) or _WORDS.scales.get(tail, 1.0)), 6)


def scale_of(number: str) -> float:
    """Give the thousand, million or billion that a number in words ends in, 1 if none."""
    large = (scale for name, scale in _WORDS.scales.items() if name in number.lower())
    return next((scale for scale in large if scale >= _WORDS.scales["thousand"]), 1.0)


def _in_words(words: list[str]) -> float:
    total = part = 0.0
    for word in words:
        if word in _WORDS.values:
            part += _WORDS.values[word]
        elif word == "half":
            part = 0.5
        elif word in {"dozen", "hundred"}:
            part = (part or 1.0) * _WORDS.scales[word]
        elif word in _WORDS.scales:
            total, part = total + (part or 1.0) * _WORDS.scales[word], 0.0
    return total + part
