"""Paragraphs that were broken at a fixed width, put together again."""

import re
from collections.abc import Iterator

from headwater.lexicon import word_weights

_BREAK = re.compile(r"(?P<hyphen>(?<=[^\W\d_])-)?[ \t]*(?:\r\n|\r|\n)\s*")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")


def unbroken(text: str, start: int) -> Iterator[tuple[str, int | None]]:
    """Yield the pieces of a paragraph that together are its text without breaks, each with its place on the page.

    A break becomes a blank, which stands nowhere on the page; a word that was parted at it becomes whole: "inter-" and "national"
    one word, "well-" and "known" one with its hyphen.

    Args:
        text: The paragraph as it stands on the page.
        start: Where it begins there.
    """
    after = 0
    for found in _BREAK.finditer(text):
        is_parted = found["hyphen"] and _is_one_word(text[: found.start()], text[found.end() :])
        keeps_hyphen = found["hyphen"] and not is_parted
        yield text[after : found.start() + bool(keeps_hyphen)], start + after
        if not found["hyphen"]:
            yield " ", None
        after = found.end()
    yield text[after:], start + after


def _is_one_word(before: str, behind: str) -> bool:
    """Whether the hyphen only parts: both halves are a word together, or one of them is none."""
    left, right = _LAST_WORD.search(before), _FIRST_WORD.match(behind)
    if not (left and right and right[0].islower()):
        return False
    weigh = word_weights().weight
    unknown = weigh("")
    whole = weigh((left[0] + right[0]).lower())
    return whole < unknown or max(weigh(left[0].lower()), weigh(right[0])) >= unknown
