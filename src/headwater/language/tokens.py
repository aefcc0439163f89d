"""Words and marks of a sentence."""

import re

from headwater.language.parse import Token

_APOSTROPHE = "['’ʼ]"
_TOKEN = re.compile(
    rf"""
    (?:[A-Za-z]\.){{2,}}                     # U.S., p.m.
    | \d+(?:[.,:]\d+)*%?                     # 1,500  3.5  40%
    | {_APOSTROPHE}s\b                       # the possessive stands alone
    | {_APOSTROPHE}(?:ll|ve|re|d|m)\b        # so do "he’ll", "they’ve"
    | n{_APOSTROPHE}t\b
    | \w+?(?=n{_APOSTROPHE}t\b)              # did|n't
    | \w+(?:{_APOSTROPHE}(?!(?:s|ll|ve|re|d|m)\b)\w+)*        # Sa'ib
    | \.\.\.|…
    | [^\w\s]
    """,
    re.VERBOSE | re.IGNORECASE,  # "DIDN’T", "KENYA’S"
)


def split_tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Split ``text[start:end]`` into words and marks; hyphens are marks of their own."""
    return tuple(
        Token(m.start(), m.end(), word := m[0], word.lower().replace("’", "'"))
        for m in _TOKEN.finditer(text, start, end)
    )
