"""What stands between quotation marks, and became other words."""

import re
from collections.abc import Iterator

from headwater.assessment.drifting.change import Change
from headwater.assessment.drifting.telling import Telling
from headwater.lexicon import split_words
from headwater.model import DriftKind

_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")
_FEWEST_WORDS = 3
#: Share of words in common from which two quotations are one.
_ONE_QUOTE = 0.5


def quote_changes(a: Telling, b: Telling) -> Iterator[Change]:
    """Yield a quotation that is quoted again in other words."""
    for ours in _quotes(a):
        for theirs in _quotes(b):
            mine, yours = _words(ours), _words(theirs)
            shared = len(set(mine) & set(yours))
            longer = max(len(set(mine)), len(set(yours)))
            is_cut = _within(mine, yours) or _within(yours, mine)
            if shared >= _ONE_QUOTE * longer and not is_cut:
                yield Change(DriftKind.QUOTE_CHANGED, ours, theirs)
                return


def _quotes(telling: Telling) -> list[str]:
    passage = telling.passage.text
    return [q for q in _QUOTED.findall(passage) if len(_words(q)) >= _FEWEST_WORDS]


def _words(text: str) -> tuple[str, ...]:
    return tuple(w.key for w in split_words(text) if w.key)


def _within(inner: tuple[str, ...], outer: tuple[str, ...]) -> bool:
    return f" {' '.join(inner)} " in f" {' '.join(outer)} "
