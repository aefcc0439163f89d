"""Whether a passage takes a report back, or denies it: "said that the report was wrong"."""

from headwater.assessment.drifting.telling import Telling
from headwater.lexicon import shades

#: Words between what is taken back and the word that does it.
_REACH = 12


def withdrawing_words(telling: Telling) -> str | None:
    """Give the words of the passage that take a report back; None where none do."""
    tokens = telling.tokens
    for at, token in enumerate(tokens):
        if token.key not in shades().withdrawal:
            continue
        near = range(max(0, at - _REACH), min(len(tokens), at + _REACH + 1))
        reports = [n for n in near if tokens[n].key in shades().reports]
        if reports:
            other = min(reports, key=lambda n: abs(n - at))
            return telling.cut(tokens[min(at, other)], tokens[max(at, other)])
    return None
