"""How much two articles tell the same news: words, leads and days.

Two articles are compared by the words that tell them apart and by the vectors of their leads
("the lead decides"). Only articles that share such a word are ever compared.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt

from headwater.linking.fingerprints import Fingerprint
from headwater.linking.postings import Numbers, Postings, SharedPairs, number_ranges

#: Weight of shared words against the likeness of the leads, 0 to 1. Tuned on the relay set's dev half and the stories of ECB+.
_WORD_SHARE = 0.6
#: Cosine of the words below which two articles are not compared: they have to do with nothing in common.
_LEAST_WORDS = 0.15
#: What it adds that two articles appeared within three days, and takes that they are three weeks apart.
_SAME_DAYS, _OTHER_DAYS = 0.05, -0.1
#: Pairs whose leads are compared at once: two rows of vectors for each.
_PAIRS = 1 << 14
_UNDATED = np.iinfo(np.int64).min

Scores = npt.NDArray[np.float64]


def score_pairs(prints: Sequence[Fingerprint]) -> Mapping[tuple[int, int], float]:
    """Score every pair of articles that shares a telling word: 0 unlike to 1 the same news."""
    return {
        (a, b): score
        for first, second, scores in near_pairs(prints, least=-1.0)
        for a, b, score in zip(first.tolist(), second.tolist(), scores.tolist(), strict=True)
    }


def near_pairs(
    prints: Sequence[Fingerprint], *, least: float, most: int | None = None
) -> Iterator[SharedPairs]:
    """Yield, block by block, every pair whose score is at least ``least``.

    Args:
        prints: The articles; pairs give their numbers in this row.
        least: The score from which a pair is given.
        most: Two articles that share no other words than such as stand in more than so many
            articles are compared only where they hold one of them in succession: news that so many
            retell holds together by that. None compares all that share a word.
    """
    postings = Postings([p.words for p in prints], [p.weights for p in prints], most=most)
    scorer = _Scorer(prints, _CommonWords(prints, postings.common))
    for pairs in chain(postings.pairs(), [postings.successive]):
        yield scorer.near(pairs, least)


def likeness_by_words(one: Fingerprint, other: Fingerprint, words: float) -> float:
    """Score two articles by the cosine of their words and what else is known: -1 where they share too little."""
    if words < _LEAST_WORDS:
        return -1.0
    pair, first, second = (one, other), np.array([0]), np.array([1])
    days = _days(pair)
    rest = (1 - _WORD_SHARE) * _cosines(_leads(pair), first, second)
    rest += _nearness_in_time(days[first], days[second])
    return float(_WORD_SHARE * words + rest[0])


def most_alike(one: Fingerprint, other: Fingerprint) -> float:
    """Give the score of two articles where all words they share are counted."""
    _, ours, theirs = np.intersect1d(
        one.words, other.words, assume_unique=True, return_indices=True
    )
    return likeness_by_words(one, other, float(one.weights[ours] @ other.weights[theirs]))


class _Scorer:
    """Scores pairs from the part of their words that the index gave."""

    def __init__(self, prints: Sequence[Fingerprint], common: "_CommonWords") -> None:
        self.common, self.leads, self.days = common, _leads(prints), _days(prints)

    def near(self, pairs: SharedPairs, least: float) -> SharedPairs:
        """Give the pairs whose score is at least this, cheap things first."""
        kept = pairs.where(pairs.total + self._most_common(pairs) >= _LEAST_WORDS)
        first, second, words = kept
        rest = (1 - _WORD_SHARE) * _cosines(self.leads, first, second)
        rest += _nearness_in_time(self.days[first], self.days[second])
        may = _WORD_SHARE * (words + self._most_common(kept)) + rest >= least
        first, second, words = kept.where(may)
        words = words + self.common.shared(first, second)
        scored = SharedPairs(first, second, _WORD_SHARE * words + rest[may])
        return scored.where((words >= _LEAST_WORDS) & (scored.total >= least))

    def _most_common(self, pairs: SharedPairs) -> Scores:
        """The most that words too common for the index can add to the cosine of the words."""
        return self.common.norms[pairs.first] * self.common.norms[pairs.second]


class _CommonWords:
    """The part of each signature that stands in too many articles to look others up by."""

    def __init__(self, prints: Sequence[Fingerprint], places: Numbers) -> None:
        sizes = [len(p.words) for p in prints]
        owners = np.repeat(np.arange(len(prints)), sizes)[places]
        self._weights = np.concatenate([np.zeros(0), *(p.weights for p in prints)])[places]
        words = np.concatenate([np.zeros(0, np.uint64), *(p.words for p in prints)])[places]
        self._different, self._words = np.unique(words, return_inverse=True)
        self._starts = np.searchsorted(owners, np.arange(len(prints)))
        self._sizes = np.bincount(owners, minlength=len(prints))
        #: The length of that part.
        self.norms = np.sqrt(
            np.bincount(owners, weights=self._weights**2, minlength=len(prints))
        )

    def shared(self, first: Numbers, second: Numbers) -> Scores:
        """Give the part of the cosine of each pair that comes from these words."""
        total = np.zeros(len(first))
        both = np.flatnonzero(self.norms[first] * self.norms[second])
        for start in range(0, len(both), _PAIRS):
            some = both[start : start + _PAIRS]
            pairs, products = self._products(first[some], second[some])
            total[some] = np.bincount(pairs, weights=products, minlength=len(some))
        return total

    def _products(self, first: Numbers, second: Numbers) -> tuple[Numbers, Scores]:
        """Give which pair shares a word, and the product of its weights, for every word shared."""
        ours, our_words = self._of_each(first)
        theirs, their_words = self._of_each(second)
        shared, a, b = np.intersect1d(
            our_words, their_words, assume_unique=True, return_indices=True
        )
        products = self._weights[ours[a]] * self._weights[theirs[b]]
        return shared // len(self._different), products

    def _of_each(self, articles: Numbers) -> tuple[Numbers, Numbers]:
        """Where the words of each stand, and these words, numbered apart for each."""
        sizes = self._sizes[articles]
        places = number_ranges(self._starts[articles], sizes)
        row = np.repeat(np.arange(len(articles)), sizes)
        return places, row * len(self._different) + self._words[places]


def _leads(prints: Sequence[Fingerprint]) -> npt.NDArray[np.float32]:
    return np.stack([p.lead for p in prints]) if prints else np.zeros((0, 0), np.float32)


def _cosines(leads: npt.NDArray[np.float32], first: Numbers, second: Numbers) -> Scores:
    """The cosine of the leads of each pair, each by itself, so that it depends on no other."""
    cosines = np.empty(len(first))
    for start in range(0, len(first), _PAIRS):
        some = slice(start, start + _PAIRS)
        cosines[some] = np.einsum("ij,ij->i", leads[first[some]], leads[second[some]])
    return cosines


def _days(prints: Sequence[Fingerprint]) -> npt.NDArray[np.int64]:
    """The day of publication where it is known to the day."""
    return np.array(
        [
            p.published_from.toordinal()
            if p.published_from and p.published_from == p.published_to
            else _UNDATED
            for p in prints
        ],
        dtype=np.int64,
    )


def _nearness_in_time(a: npt.NDArray[np.int64], b: npt.NDArray[np.int64]) -> Scores:
    """What the days of publication add or take: nothing where one is unknown or only bounded."""
    gap_days = np.abs(a - b)
    added = np.where(gap_days <= 3, _SAME_DAYS, np.where(gap_days > 21, _OTHER_DAYS, 0.0))
    return np.where((a == _UNDATED) | (b == _UNDATED), 0.0, added)
