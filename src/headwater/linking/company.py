"""Whether two articles keep the same company: what either is near, the other is near too.

Two short reports of one matter may share hardly a word, and two of different matters a dozen; whom
else each is like tells them apart. So an article stands for itself and the few that are nearest to it, each as much as it is
alike, and two are compared by all that they stand for.
"""

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from headwater.linking.fingerprints import Fingerprint
from headwater.linking.postings import Postings

#: Articles that stand for one beside itself. Tuned, with the next, on ECB+: 5 to 8 do as well.
_NEAREST = 7
#: Weight of shared words against the likeness of the leads, 0 to 1.
_WORD_SHARE = 0.6
#: Decimals kept, so that no processor's way of adding shows.
_DECIMALS = 6

Table = npt.NDArray[np.float64]


class Company:
    """The articles of a neighbourhood, each with those nearest to it; their order does not matter."""

    def __init__(self, prints: Sequence[Fingerprint]) -> None:
        ordered = sorted(prints, key=lambda one: one.article_id)
        self._number = {one.article_id: n for n, one in enumerate(ordered)}
        self._alike = _likeness(ordered)
        nearest = np.argsort(-self._alike, axis=1, kind="stable")
        self._nearest = nearest[:, : _NEAREST + 1]
        self._weights = np.take_along_axis(self._alike, self._nearest, axis=1)
        self._lengths = [math.sqrt(self._shared(n, n)) for n in range(len(ordered))]

    def score(self, first: str, second: str) -> float:
        """Give how much two articles keep the same company: 0 none of it to 1 all."""
        a, b = self._number[first], self._number[second]
        shared = self._shared(min(a, b), max(a, b))
        return round(shared / (self._lengths[a] * self._lengths[b]), _DECIMALS)

    def _shared(self, a: int, b: int) -> float:
        between = self._alike[np.ix_(self._nearest[a], self._nearest[b])]
        return float(self._weights[a] @ between @ self._weights[b])


def _likeness(prints: Sequence[Fingerprint]) -> Table:
    """Give how alike each two articles are in words and leads, ``(n, n)``, 0 to 1; each is itself for 1."""
    leads = np.stack([one.lead for one in prints]).astype(np.float64)
    alike: Table = (1 - _WORD_SHARE) * np.maximum(leads @ leads.T, 0)
    postings = Postings([one.words for one in prints], [one.weights for one in prints])
    for pairs in postings.pairs():
        alike[pairs.first, pairs.second] += _WORD_SHARE * pairs.total
    upper = np.triu(alike.round(_DECIMALS), 1)
    return upper + upper.T + np.eye(len(prints))
