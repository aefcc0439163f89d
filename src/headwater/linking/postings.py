"""Which articles share something, found through the things shared and not by trying every pair."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.intp]
#: Pairs made at once: what one block of articles may propose, each time it shares one thing. What fits the
#: processor's cache takes half the time of sixteen times as much.
_BLOCK = 1 << 18


class SharedPairs(NamedTuple):
    """Pairs of articles by number, the smaller first, in order, and what each pair shares in all."""

    first: Numbers
    second: Numbers
    total: npt.NDArray[np.float64]

    def where(self, kept: npt.NDArray[np.bool_]) -> "SharedPairs":
        """Give the pairs for which this is true."""
        return SharedPairs(self.first[kept], self.second[kept], self.total[kept])


class Postings:
    """An inverted index: for every key (a word, a run of words), the articles that hold it.

    Args:
        keys: The keys of each article, each key once.
        weights: The weight of each of these keys there; None where each counts 1.
        most: Articles one key may stand in before it proposes no pair: it tells too few apart.
    """

    def __init__(
        self,
        keys: Sequence[npt.NDArray[np.unsignedinteger]],
        weights: Sequence[npt.NDArray[np.float64]] | None = None,
        *,
        most: int | None = None,
    ) -> None:
        self.articles = len(keys)
        flat = np.concatenate(keys) if keys else np.zeros(0, dtype=np.uint64)
        order = np.argsort(flat, kind="stable")  # articles stay in order within a key
        starts, sizes = _runs(flat[order])
        is_shared, is_common = sizes > 1, sizes > (len(keys) if most is None else most)
        places = order[
            number_ranges(starts[is_shared & ~is_common], sizes[is_shared & ~is_common])
        ]
        lengths = sizes[is_shared & ~is_common]
        owners = np.repeat(np.arange(len(keys), dtype=np.int32), [len(own) for own in keys])
        self._owner = owners[places]
        self._end = np.repeat(np.cumsum(lengths), lengths)
        self._weight = None if weights is None else _joined(weights)[places]
        held = order[number_ranges(starts[is_common], sizes[is_common])]
        #: Places, among the keys of all articles as given, of keys that too many hold.
        self.common = np.sort(held)
        #: Pairs of articles that hold such a key one after the other; what they share is not added up.
        self.successive = self._successive(owners[held], np.cumsum(sizes[is_common]))

    def pairs(self, block: int = _BLOCK) -> Iterator[SharedPairs]:
        """Yield all pairs that share a key, every pair once, in blocks made of about so many."""
        partners = self._end - np.arange(len(self._end)) - 1
        by_owner = np.argsort(self._owner, kind="stable")
        reach = np.cumsum(np.bincount(self._owner, weights=partners, minlength=self.articles))
        edges = np.cumsum(np.bincount(self._owner, minlength=self.articles))
        start = 0
        while start < self.articles:
            done = reach[start - 1] if start else 0
            stop = max(start + 1, int(np.searchsorted(reach, done + block, side="right")))
            some = by_owner[edges[start - 1] if start else 0 : edges[stop - 1]]
            if partners[some].any():
                yield self._sum(some, partners[some])
            start = stop

    def _successive(self, owners: npt.NDArray[np.int32], ends: Numbers) -> SharedPairs:
        is_within = np.ones(max(len(owners) - 1, 0), dtype=bool)
        is_within[ends[:-1] - 1] = False
        pairs = owners[:-1].astype(np.int64) * self.articles + owners[1:]
        first, second = np.divmod(np.unique(pairs[is_within]), max(self.articles, 1))
        return SharedPairs(first, second, np.zeros(len(first)))

    def _sum(self, places: Numbers, partners: Numbers) -> SharedPairs:
        """Add up what the owners of these places share with the later owners of the same keys."""
        left, right = np.repeat(places, partners), number_ranges(places + 1, partners)
        pairs = self._owner[left].astype(np.int64) * self.articles + self._owner[right]
        order = np.argsort(pairs, kind="stable")
        starts, sizes = _runs(pairs[order])
        if self._weight is None:
            total = sizes.astype(np.float64)
        else:
            total = np.add.reduceat((self._weight[left] * self._weight[right])[order], starts)
        one_of_each = order[starts]
        first, second = self._owner[left[one_of_each]], self._owner[right[one_of_each]]
        return SharedPairs(first.astype(np.intp), second.astype(np.intp), total)


def _joined(arrays: Sequence[npt.NDArray[np.float64]]) -> npt.NDArray[np.float64]:
    return np.concatenate(arrays) if arrays else np.zeros(0)


def _runs(ordered: npt.NDArray[np.integer]) -> tuple[Numbers, Numbers]:
    """Where each run of one value begins in a sorted row, and how long it is."""
    is_first = np.ones(len(ordered), dtype=bool)
    is_first[1:] = ordered[1:] != ordered[:-1]
    starts = np.flatnonzero(is_first)
    sizes = np.empty_like(starts)
    sizes[:-1], sizes[-1:] = starts[1:] - starts[:-1], len(ordered) - starts[-1:]
    return starts, sizes


def number_ranges(starts: Numbers, sizes: Numbers) -> Numbers:
    """Give, in one row, the numbers from each start on, as many as its size."""
    ramp = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    numbers: Numbers = np.repeat(starts, sizes) + ramp
    return numbers
