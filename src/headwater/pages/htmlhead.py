"""The lines at the head of an HTML article that an extractor takes for its first paragraphs."""

import re
from collections.abc import Iterator, Sequence

from headwater.pages.dates import find_days
from headwater.pages.worlddates import find_days_abroad

#: Paragraphs at the top among which author and day may stand.
_LOOKED_AT = 5
#: Words of a date line, besides its date: author, paper, hour.
_MOST_WORDS = 16
_BYLINE = re.compile(
    r"^(?:by|von|par|por|di)\s+\w[\w.'’-]*(?:[ ,]+\w[\w.'’-]*){0,7}$", re.IGNORECASE
)
_SENTENCE_END = (".", "!", "?", "…", "”", '"', "»", "。", "؟", ":")


def split_head(paragraphs: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Part byline and date line, and what stands above them, from the text below.

    A label among them ("News24") goes too, but only if a date or byline follows. A sentence
    above them is a standfirst, and stays.
    """
    top = paragraphs[:_LOOKED_AT]
    last = max((at for at, words in enumerate(top) if _is_head(words)), default=-1)
    if last < 0 or last + 1 == len(paragraphs):
        return (), tuple(paragraphs)
    heads = [words for words in top[: last + 1] if _is_head(words) or _is_label(words)]
    text = [words for words in top[: last + 1] if words not in heads]
    return tuple(heads), (*text, *paragraphs[last + 1 :])


def _is_head(words: str) -> bool:
    """Tell whether a paragraph is a byline or a date line."""
    if words.endswith(_SENTENCE_END) and len(words.split()) > 5:
        return False
    if _BYLINE.match(words):
        return True
    days, rest = tuple(_days(words)), words
    for day in days:
        rest = rest.replace(day, " ")
    return bool(days) and len(re.findall(r"[^\W\d_]+", rest)) <= _MOST_WORDS


def _is_label(words: str) -> bool:
    return len(words.split()) <= 4 and not words.endswith(_SENTENCE_END)


def _days(words: str) -> Iterator[str]:
    yield from (said for _, _, said in find_days(words))
    yield from (said for _, said in find_days_abroad(words))
