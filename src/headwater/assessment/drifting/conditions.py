"""Conditions: an "if" that one telling has and the other has not."""

import re
from collections.abc import Iterator

from headwater.assessment.drifting.change import Change
from headwater.assessment.drifting.telling import Telling
from headwater.model import DriftKind, Hedge

_CONDITIONAL = "hedge_conditional"
#: Where a condition ends: at the comma behind it, or with the content.
_END = re.compile(r"[,;:”\"]|\.(?:\s|$)")
_ANY = re.compile(
    r"\b(?:when|once|until|till|before|after|should|unless|if|whether|case|condition|provided|depend\w*|event)\b",
    re.IGNORECASE,
)
#: Share of what is left of a conditional telling that the other must say too.
_SAME_REST = 0.5
#: Telling words beside a condition of which the other telling must have one.
_BESIDE = 3


def condition_changes(a: Telling, b: Telling) -> Iterator[Change]:
    """Yield a condition that was dropped or added, where both say what it is a condition of."""
    before, after = _condition(a), _condition(b)
    if before and not _may_be_conditional(b) and _same_rest(a, before, b):
        yield Change(DriftKind.CONDITION_DROPPED, before[2], b.words)
    elif after and not _may_be_conditional(a) and _same_rest(b, after, a):
        yield Change(DriftKind.CONDITION_ADDED, a.words, after[2])


_Clause = tuple[int, int, str]


def _condition(telling: Telling) -> _Clause | None:
    """Give the first conditional clause of the content: its place and words."""
    hedge = next((h for h in telling.statement.hedges if h.kind == _CONDITIONAL), None)
    return None if hedge is None else _clause(telling, hedge)


def _clause(telling: Telling, hedge: Hedge) -> _Clause:
    last = next(s.end for s in telling.statement.content if s.end >= hedge.end)
    found = _END.search(telling.article.text, hedge.end, last)
    end = found.start() if found else last
    return hedge.start, end, telling.article.text[hedge.start : end].rstrip()


def _may_be_conditional(telling: Telling) -> bool:
    """Tell whether any word of the sentence may stand for an "if", so that nothing is called lost that is there."""
    return bool(_ANY.search(telling.passage.text))


def _same_rest(conditional: Telling, clause: _Clause, other: Telling) -> bool:
    """Tell whether the other says what the condition is a condition of: what stands right beside it too."""
    start, end, _ = clause
    before = [t for t in conditional.content if t.tells and t.end <= start]
    after = [t for t in conditional.content if t.tells and t.start >= end]
    beside = {t.stem for t in (before[-_BESIDE:] or after[:_BESIDE])}
    rest = {t.stem for t in (*before, *after)}
    is_same = len(rest & other.stems) >= _SAME_REST * len(rest)
    return bool(rest) and is_same and bool(beside & other.stems)
