"""Words and marks of a text, split as Universal Dependencies splits English."""

import re
from sys import intern

from headwater.language.parse import Token

_APOSTROPHE = "['’ʼ`]"
#: Written with a full stop that belongs to the word; whether it also ends the sentence is not
#: decided here.
ABBREVIATIONS = (
    "Mr Mrs Ms Dr Prof Gen Lt Col Maj Capt Cmdr Sgt Cpl Pvt Adm Brig Sen Rep Gov Pres Rev Hon St Mt Ft "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec vs etc approx dept est Inc Ltd Co Corp Bros Jr Sr al Ave Blvd Messrs"
).split()
_TOKEN = re.compile(
    rf"""
    (?:https?://|www\.)[^\s<>()\[\]"“”]*[\w/]     # addresses on the web
    | [\w.+-]{{1,64}}@[\w-]+(?:\.\w+)+              # of mail; without a bound, slow on 'a-a-a-…'
    | (?:[A-Za-z]\.){{2,}}(?:[A-Z]\b)? | (?-i:[A-Z]\.[A-Z])\b   # U.S., p.m., U.S.A, U.N
    | Ph\.D\.
    | (?:(?<=\s)|(?<=^)|(?<=\())(?-i:[A-Z])\.(?=\s+(?-i:[A-Z]))   # John F. Kennedy
    | \b(?:{"|".join(ABBREVIATIONS)})\.(?=\s|[,;:)])
    | \bNo\.(?=\s\d)
    | \d+(?:/\d+)+                                # 08/16/2000
    | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)\b         # 19th, 1990s
    | \d+(?:[.,:]\d+)*                           # 3.5|bn, 10:30|am
    | {_APOSTROPHE}(?:s|ll|ve|re|d|m)\b           # the possessive stands alone, so does "he|’ll"
    | n{_APOSTROPHE}t\b
    | can(?=not\b)
    | (?:gon|wan|got)(?=(?:na|ta)\b)
    | \w+?(?=n{_APOSTROPHE}t\b)                   # did|n't
    | [^\W\d_]\w*(?:\.(?!(?<=\w\w\.)(?-i:[A-Z][a-z]))[^\W\d_]\w+)+   # notes.doc; not "ended.The"
    | \w+(?:{_APOSTROPHE}(?!(?:s|ll|ve|re|d|m)\b)\w+)*        # Sa'ib
    | \.{{2,}} | -{{2,}} | [!?]{{2,}} | ([=*_~#<>$+])\1+      # runs of one mark
    | [:;=]-?[()DPp/](?=\s|$)                     # :-)
    | [^\w\s]
    """,
    re.VERBOSE | re.IGNORECASE,  # "DIDN’T", "KENYA’S"
)


def split_tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Split ``text[start:end]`` into words and marks; hyphens are marks of their own."""
    # Interned: a long text has a hundred words for each different one.
    return tuple(
        Token(m.start(), m.end(), word := intern(m[0]), intern(_lowered(word)))
        for m in _TOKEN.finditer(text, start, end)
    )


def _lowered(word: str) -> str:
    """A word in lower case, its apostrophe straight; the country is no pronoun."""
    return "u.s." if word == "US" else word.lower().replace("’", "'")
