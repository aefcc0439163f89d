"""Articles that tell the same things in the same order in other words.

No run of words need be shared: each statement of the shorter article looks for its nearest in
the other by vector, and the pairs must keep their order.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from headwater.model import ArticleFindings

#: Numbers in the vector of a statement.
VECTOR_SIZE = 384
#: Pairs below which a likeness is chance.
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Alignment:
    """How much of ``shorter`` is told in ``longer`` too.

    ``share`` is the part of the shorter one's statements that have a partner in order, 0 to 1;
    ``pairs`` are statement ids, shorter first, in reading order.
    """

    shorter: str
    longer: str
    share: float
    pairs: tuple[tuple[str, str], ...]


def align(a: ArticleFindings, b: ArticleFindings, least_cosine: float) -> Alignment | None:
    """Align two articles statement by statement; None where fewer than three agree."""
    shorter, longer = sorted((a, b), key=lambda f: (len(f.statements), f.article.id))
    ours, theirs = vectors_of(shorter), vectors_of(longer)
    if min(len(ours), len(theirs)) < _FEWEST:
        return None
    cosines = ours @ theirs.T
    best = cosines.argmax(axis=1)
    kept = [(i, int(j)) for i, j in enumerate(best) if cosines[i, j] >= least_cosine]
    ordered = _longest_rising(kept)
    if len(ordered) < _FEWEST:
        return None
    pairs = tuple((shorter.statements[i].id, longer.statements[j].id) for i, j in ordered)
    return Alignment(
        shorter.article.id, longer.article.id, len(ordered) / len(shorter.statements), pairs
    )


def vectors_of(finding: ArticleFindings) -> npt.NDArray[np.float32]:
    """Give the statements' vectors: ``(n_statements, 384)`` float32, rows of length 1."""
    if not finding.vectors:
        return np.zeros((0, VECTOR_SIZE), dtype=np.float32)
    return np.stack([np.frombuffer(v, dtype=np.float32) for v in finding.vectors])


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs whose second numbers never fall (patience sorting)."""
    tails: list[int] = []
    tail_at: list[int] = []
    before: list[int] = []
    for number, (_, j) in enumerate(pairs):
        place = bisect_left(tails, j + 0.5)
        if place == len(tails):
            tails.append(j)
            tail_at.append(number)
        else:
            tails[place], tail_at[place] = j, number
        before.append(tail_at[place - 1] if place else -1)
    at = tail_at[-1] if tail_at else -1
    rising = []
    while at >= 0:
        rising.append(pairs[at])
        at = before[at]
    return rising[::-1]
