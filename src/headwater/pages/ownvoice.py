"""Whom a text has its sources speak to, and never cites: that is its own desk."""

import re
from collections.abc import Sequence

_CITED = r"(?:reported|reports|said|says|added|wrote|quoted|noted|cited|explained|revealed)"
_CITING = r"(?:according to|citing|quoting|quoted by|reported by|by|in|via|cited by|from)"
#: A paper asks on its own behalf: "a request for comment from NAME", "documents seen by NAME".
_ASKED = r"(?:(?:requests?|questions?|queries|comments?|seen|obtained|reviewed|contacted|reached|approached|interviewed) (?:from|by))"
_TO = r"(?:told|informed|(?:spoke|speaking|spoken|talked) (?:to|with)|interview with|(?:said|acknowledged|confirmed|admitted|remarks|comments|statements?|messages?|interview|e-?mail) to)"


def is_spoken_to(name: str, body: Sequence[str]) -> bool:
    """Tell whether somebody in a text spoke to a paper that the text never cites as another's."""
    own = re.compile(rf"\b{_TO} (?:the )?{re.escape(name)}\b", re.IGNORECASE)
    return any(map(own.search, body)) and not any(is_cited(name, words) for words in body)


def is_cited(name: str, words: str) -> bool:
    """Tell whether a text cites a paper as others do: "NAME reported", "according to NAME"."""
    name = re.escape(name)
    words = re.sub(rf"\b{_ASKED} (?:the )?{name}\b", " ", words, flags=re.IGNORECASE)
    return bool(
        re.search(rf"{name}(?:['’]s)?(?: \w+ly)?,? {_CITED}\b", words)
        or re.search(rf"\b{_CITING} (?:\w+['’]s )?(?:the )?{name}\b", words, re.IGNORECASE)
    )
