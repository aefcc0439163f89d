"""From the scores of tags to spans: the best sequence in which no span begins in its middle."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: The tag of words outside all spans; kind ``k`` begins with ``1 + 2k`` and goes on with ``2 + 2k``.
OUTSIDE = 0
_NEVER = float("-inf")


def find_spans(scores: "NDArray[np.float32]") -> Iterator[tuple[int, int, int]]:
    """Find the spans of the best allowed sequence of tags.

    Args:
        scores: (n_words, 1 + 2 * n_kinds) float32, logarithms of probabilities.

    Yields:
        First word, end (exclusive) and kind of each span, in order.
    """
    tags = best_tags(scores)
    begins = np.flatnonzero(tags % 2 == 1)
    for first in begins.tolist():
        kind = (tags[first] - 1) // 2
        end = first + 1
        while end < len(tags) and tags[end] == 2 + 2 * kind:
            end += 1
        yield first, end, int(kind)


def best_tags(scores: "NDArray[np.float32]") -> "NDArray[np.int64]":
    """Give the best sequence in which a span goes on only behind its own beginning.

    Each word's best tag by itself mostly makes such a sequence, and then it is the best. Where
    it does not, all up to there is searched (Viterbi): a span that goes on may do best to begin
    many words before, among words whose own best tag is another.
    """
    tags: NDArray[np.int64] = scores.argmax(axis=1)
    goes_on = (tags > OUTSIDE) & (tags % 2 == 0)
    before = np.concatenate([[OUTSIDE], tags[:-1]])
    wrong = np.flatnonzero(goes_on & (before != tags) & (before != tags - 1))
    if len(wrong):
        # Behind the last wrong stretch a word is outside or begins a span, whatever is before.
        end = int(wrong[-1]) + 1
        while end < len(tags) and goes_on[end]:
            end += 1
        tags[:end] = _viterbi(scores[:end].tolist())
    return tags


def _viterbi(scores: list[list[float]]) -> list[int]:
    """Search all sequences, a word at a time; only the going on depends on the tag before."""
    size = len(scores[0])
    going_on = range(2, size, 2)
    total = [_NEVER if tag in going_on else score for tag, score in enumerate(scores[0])]
    back = []
    for row in scores[1:]:
        best = max(range(size), key=total.__getitem__)
        came_from = [best] * size
        for tag in going_on:
            came_from[tag] = tag if total[tag] > total[tag - 1] else tag - 1
        total = [total[came] + score for came, score in zip(came_from, row, strict=True)]
        back.append(came_from)
    tags = [max(range(size), key=total.__getitem__)]
    for came_from in reversed(back):
        tags.append(came_from[tags[-1]])
    return tags[::-1]
