"""Chinese names in two romanisations: Hanyu Pinyin, and Wade-Giles without its apostrophes.

Source: the tables of Hanyu Pinyin (ISO 7098) and of Wade-Giles, from general knowledge, 2026-11.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import product

_ANY = "a ai an ang ao e ei en eng o ou u uan un ua uo uai ui uang ong".split()
_OF_I = "i ia ian iang iao ie in ing iong iu".split()
_PINYIN = frozenset(
    "a ai an ang ao e ei en er o ou yi ya yan yang yao ye yin ying yong you yo yu yuan yue yun wu wa wai wan wang wei wen weng wo".split()
    + [head + tail for head in "b p m f d t n l".split() for tail in (*_ANY, *_OF_I, "ue")]
    + [head + tail for head in "g k h zh ch sh r z c s".split() for tail in _ANY]
    + [head + "i" for head in "zh ch sh r z c s".split()]
    + [head + tail for head in "j q x".split() for tail in (*_OF_I, "u", "uan", "ue", "un")]
)
_SYLLABLES = re.compile("(?:" + "|".join(sorted(_PINYIN, key=lambda s: (-len(s), s))) + ")+")
#: Letters of the longest run of syllables: three of six.
_LONGEST = 18
_WADE = re.compile(r"(tz|ts|ch|hs|ss|sz|sh|[bdfghjklmnpqrt])?(.+)")
_INITIALS = {
    "tz": "z c", "ts": "z c", "ch": "zh ch j q", "hs": "x", "ss": "s", "sz": "s", "k": "g k", "p": "b p", "t": "d t", "j": "r",
}  # fmt: skip
_FINALS = {
    "ung": "ong", "ien": "ian", "ieh": "ie", "ih": "i", "ueh": "ue", "uei": "ui", "iung": "iong", "o": "e uo o", "u": "u i", "yen": "yan",
    "yeh": "ye", "yu": "you yu", "yung": "yong", "yueh": "yue", "erh": "er",
}  # fmt: skip
_BARE = {"i": "yi", "in": "yin", "ing": "ying"}


def is_same_chinese(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether one name is the Pinyin of what the other has in Wade-Giles, syllable for syllable.

    Only where just one of the two can be Pinyin: two that can are two names.
    """
    return _is_wade_of(one, other) or _is_wade_of(other, one)


def _is_wade_of(pinyin: Sequence[str], wade: Sequence[str]) -> bool:
    syllables = [list(_from_wade(word)) for word in wade]
    if len(wade) not in (2, 3) or not all(syllables):
        return False
    if not all(map(_is_pinyin, pinyin)) or all(map(_is_pinyin, wade)):
        return False
    spelled = "".join(pinyin)
    return any("".join(choice) == spelled for choice in product(*syllables))


def _is_pinyin(word: str) -> bool:
    return len(word) <= _LONGEST and _SYLLABLES.fullmatch(word) is not None


def _from_wade(syllable: str) -> Iterator[str]:
    """Yield every Pinyin syllable that one of Wade-Giles may be."""
    parts = _WADE.fullmatch(syllable)
    if parts is None:
        return
    head, tail = parts[1] or "", parts[2]
    tails = _BARE.get(tail, tail) if not head else tail
    for start in _INITIALS.get(head, head).split() or [""]:
        for end in _FINALS.get(tail, tails).split():
            if start + end in _PINYIN:
                yield start + end
