from functools import cache
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from headwater.language import trees
from headwater.language.trees import find_tree

_QUICK = settings(deadline=None)
#: Halves, so that sums are exact and ties are many; the far ones are like those of sure models.
_CLOSE = st.integers(-6, 6).map(lambda n: n / 2)
_FAR = st.floats(-200, 200, width=32)
_ANY = st.one_of(_CLOSE, _FAR)


def _scores(least, most, numbers=_ANY):
    return st.integers(least, most).flatmap(
        lambda n: arrays(np.float32, (n, n + 1), elements=numbers)
    )


@cache
def _all_trees(words):
    """Every tree over some words, by plain search; a row a tree, ``words`` for the root."""
    return np.array(
        [h for h in product(range(words + 1), repeat=words) if _is_tree_with_one_root(h)]
    )


def _is_tree_with_one_root(heads):
    words = len(heads)
    if list(heads).count(words) != 1:
        return False
    for word in range(words):
        above, steps = word, 0
        while above != words and steps <= words:
            above, steps = heads[above], steps + 1
        if above != words:
            return False
    return True


def _total(scores, heads):
    return float(scores.astype(np.float64)[np.arange(len(scores)), heads].sum())


def _pairs(words):
    """Scores by which every two neighbours take each other for their head."""
    scores = np.zeros((words, words + 1), dtype=np.float32)
    for word in range(words):
        scores[word, word ^ 1] = 9
    return scores


@_QUICK
@given(_scores(1, 12))
def test_whatever_the_scores_it_is_a_tree_with_one_root(scores):
    """One word hangs on the root, and every word comes to it by its heads."""
    assert _is_tree_with_one_root(find_tree(scores).tolist())


@_QUICK
@given(_scores(1, 5))
def test_no_tree_scores_higher(scores):
    """For up to five words, none of all the trees there are is better."""
    best = max(_total(scores, heads) for heads in _all_trees(len(scores)))
    assert _total(scores, find_tree(scores)) == pytest.approx(best, abs=1e-3)


@_QUICK
@given(_scores(2, 5, _CLOSE))
def test_of_close_calls_too_none_scores_higher(scores):
    """Where heads differ by a half or nothing, the best is found to the half."""
    best = max(_total(scores, heads) for heads in _all_trees(len(scores)))
    assert _total(scores, find_tree(scores)) == best


@_QUICK
@given(
    st.integers(1, 5).flatmap(lambda n: st.sampled_from(_all_trees(n).tolist())),
    st.integers(1, 40),
)
def test_where_the_best_heads_make_a_tree_they_stand(heads, lead):
    """If each word's best head by itself gives a tree, that is the tree."""
    scores = np.zeros((len(heads), len(heads) + 1), dtype=np.float32)
    scores[np.arange(len(heads)), heads] = lead
    assert find_tree(scores).tolist() == heads


def test_a_second_word_never_hangs_on_the_root_to_win_more():
    """Two words that are both surest under the root do not both get there."""
    scores = np.array([[0, 1, 50], [2, 0, 50]], dtype=np.float32)
    assert find_tree(scores).tolist() == [2, 0]


@_QUICK
@given(_scores(1, 6), _FAR)
def test_a_word_is_never_its_own_head(scores, own):
    """What stands on the diagonal changes nothing, nor is it changed."""
    other = scores.copy()
    np.fill_diagonal(other[:, :-1], own)
    before = other.copy()
    assert find_tree(other).tolist() == find_tree(scores).tolist()
    assert np.array_equal(other, before)


def test_no_words_have_no_heads():
    """Without words there is a tree without heads, and no error."""
    assert find_tree(np.zeros((0, 1), dtype=np.float32)).tolist() == []


def test_a_row_of_marks_is_no_more_work_than_a_sentence(monkeypatch):
    """Where all words point at one another, cycles are undone once and not once for each root.

    A row of 300 bars ("| | |") took eleven seconds when each word was tried under the root.
    """
    rounds, whole = [], trees._arborescence  # noqa: SLF001 - the rounds are counted

    def counted(scores, root):
        rounds.append(len(scores))
        return whole(scores, root)

    monkeypatch.setattr(trees, "_arborescence", counted)
    heads = find_tree(_pairs(60))
    assert _is_tree_with_one_root(heads.tolist())
    assert len(rounds) <= 61
