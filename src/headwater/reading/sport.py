"""A result of a match among the words of a sentence."""

from collections.abc import Sequence

from headwater.language import Token

_DASHES = frozenset("-–—")
#: Digits of the goals of one side, at most: "2031-32" is a year.
_MOST = 2


def has_score(tokens: Sequence[Token]) -> bool:
    """Tell whether words hold a score: "5-0", and not "2-3 men"."""
    for first, dash, last in zip(tokens, tokens[1:], tokens[2:], strict=False):
        numbers = (first.text, last.text)
        is_close = first.end == dash.start and dash.end == last.start
        if dash.text in _DASHES and is_close and all(map(_is_goals, numbers)):
            behind = next((t for t in tokens if t.start >= last.end), None)
            return behind is None or behind.tag not in {"NOUN", "PROPN"}
    return False


def _is_goals(text: str) -> bool:
    return text.isdigit() and len(text) <= _MOST
