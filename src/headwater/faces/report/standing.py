"""A claim as a line that stands by itself."""

import re
from collections.abc import Callable
from itertools import product
from typing import Final

from headwater.model import Claim

#: Gives the text of an article.
TextOf = Callable[[str], str]
#: "Which could spread", "many of which were intercepted", "of hiding the ledgers": of what or of whom, the words before it say.
_LEANING: Final = re.compile(
    r"(?:(?:\w+ of )?(?:which|whom|whose|who)|(?:of|with|for) \w+ing)\b", re.IGNORECASE
)
#: Where the sentence begins in which it stands.
_SENTENCE_END: Final = re.compile(r"[.!?…:]['\"”’)]*\s|\n")
#: So many words before it hold the noun.
_WORDS_BEFORE: Final = 14


def standing_words(claim: Claim, text_of: TextOf) -> str:
    """Give the claim's words with a capital; to what leans on words before it add these, in brackets."""
    text = claim.text
    if _LEANING.match(text) and (before := _words_before(claim, text_of)):
        return f"[{before}] {text}"
    return text[:1].upper() + text[1:]


def _words_before(claim: Claim, text_of: TextOf) -> str:
    opening = claim.text.partition(" … ")[0]
    for key, member in product(claim.article_ids, claim.members):
        if (text := text_of(key)).startswith(opening, member.start):
            return _before(text, member.start)
    return ""


def _before(text: str, start: int) -> str:
    """Give the words before a place in its sentence, those farthest back left out."""
    head = text[:start]
    ends = [found.end() for found in _SENTENCE_END.finditer(head)]
    words = head[ends[-1] if ends else 0 :].split()
    left_out = "…" if len(words) > _WORDS_BEFORE else ""
    return left_out + " ".join(words[-_WORDS_BEFORE:])
