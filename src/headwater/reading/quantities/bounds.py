"""Bounds of a number: "more than", "up to", "about", "or so"."""

import re

from headwater.lexicon import number_words

#: Words that may stand between a bound and its number.
_BETWEEN = {"approximate": "(?: (?:a|the))?"}
_OPENING = tuple(
    (
        bound,
        re.compile(
            rf"\b(?:{'|'.join(phrases)}){_BETWEEN.get(bound, '(?: (?:some|an estimated))?')} $",
            re.IGNORECASE,
        ),
    )
    for bound, phrases in number_words().bounds.items()
)
_CLOSING = (
    ("lower_exclusive", re.compile(r"\+| or more\b")),
    ("approximate", re.compile(r"-odd\b| or so\b")),
)


def bound_before(before: str) -> tuple[str, int]:
    """Give the bound that the words before a number set, and where these words begin.

    Returns:
        ``exact`` and the end of ``before`` where there is none.
    """
    for bound, rule in _OPENING:
        if found := rule.search(before):
            return bound, found.start()
    return "exact", len(before)


def bound_after(words: str, end: int) -> tuple[str, int]:
    """Give the bound that the words behind a number set, and where these words end."""
    for bound, rule in _CLOSING:
        if found := rule.match(words, end):
            return bound, found.end()
    return "exact", end
