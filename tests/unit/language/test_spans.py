import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from headwater.language.spans import OUTSIDE, best_tags, find_spans

_QUICK = settings(deadline=None, max_examples=150)
#: Quarters, so that sums are exact. Few values, so that it is often close.
_SCORE = st.sampled_from([0.0, -0.25, -0.5, -1.0, -3.0, -8.0])


def _scores(kinds, most=9):
    return st.integers(0, most).flatmap(
        lambda n: arrays(np.float32, (n, 1 + 2 * kinds), elements=_SCORE)
    )


_MATRICES = st.one_of(_scores(3), _scores(9))


def _may_follow(before, tag):
    goes_on = tag > OUTSIDE and tag % 2 == 0
    return not goes_on or before in {tag, tag - 1}


def _best_total(scores):
    """The score of the best allowed sequence: Viterbi as the books have it."""
    if not len(scores):
        return 0.0
    size = scores.shape[1]
    best = [
        float(scores[0, tag]) if _may_follow(OUTSIDE, tag) else -np.inf for tag in range(size)
    ]
    for row in scores[1:]:
        best = [
            max(best[before] for before in range(size) if _may_follow(before, tag))
            + float(row[tag])
            for tag in range(size)
        ]
    return max(best)


def _total(scores, tags):
    return float(scores.astype(np.float64)[np.arange(len(scores)), tags].sum())


def _sure(tags, kinds):
    """Scores by which these tags are the best, each by itself."""
    scores = np.full((len(tags), 1 + 2 * kinds), -9, dtype=np.float32)
    scores[np.arange(len(tags)), tags] = 0
    return scores


@_QUICK
@given(_MATRICES)
def test_no_allowed_sequence_scores_higher(scores):
    """The tags are as good as those of a search through all sequences."""
    assert _total(scores, best_tags(scores)) == _best_total(scores)


@_QUICK
@given(st.sampled_from([3, 9]), st.integers(0, 2**32 - 1), st.integers(0, 40))
def test_no_allowed_sequence_of_a_long_text_scores_higher(kinds, seed, words):
    """The same of texts of some forty words with scores of any size."""
    dice = np.random.default_rng(seed)
    scores = np.log(dice.dirichlet(np.full(1 + 2 * kinds, 0.4), words) + 1e-6)
    scores = scores.astype(np.float32).reshape(words, 1 + 2 * kinds)
    assert _total(scores, best_tags(scores)) == pytest.approx(_best_total(scores), abs=1e-4)


@_QUICK
@given(_MATRICES)
def test_no_span_begins_in_its_middle(scores):
    """A word goes on only behind a word that begins or goes on with the same kind."""
    before = OUTSIDE
    for tag in best_tags(scores).tolist():
        assert _may_follow(before, tag)
        before = tag


def test_a_span_may_begin_among_words_that_are_surer_to_be_outside():
    """A word sure to go on is joined to a beginning before it, over a word that stood outside."""
    begins, outside, goes_on = [-9, 0, -9], [0, -9, -0.1], [-9, -9, 0]
    scores = np.array([begins, outside, goes_on], dtype=np.float32)
    assert best_tags(scores).tolist() == [1, 2, 2]


def test_what_is_allowed_stands():
    """Each word's best tag is kept where together they make spans."""
    tags = [0, 1, 2, 2, 3, 4, 1, 0, 5, 5, 6]
    assert best_tags(_sure(tags, 3)).tolist() == tags


def test_spans_are_found_in_order_with_their_kind():
    """Each span is given once: first word, the word behind it, and its kind."""
    tags = [0, 1, 2, 2, 3, 4, 1, 0, 5, 5, 6]
    assert list(find_spans(_sure(tags, 3))) == [
        (1, 4, 0),
        (4, 6, 1),
        (6, 7, 0),
        (8, 9, 2),
        (9, 11, 2),
    ]


@_QUICK
@given(_MATRICES)
def test_spans_hold_the_words_that_are_not_outside(scores):
    """Spans stand in order, share no word, and leave out none that has a tag."""
    tags, held = best_tags(scores), []
    for first, end, kind in find_spans(scores):
        assert tags[first:end].tolist() == [1 + 2 * kind] + [2 + 2 * kind] * (end - first - 1)
        held += range(first, end)
    assert held == np.flatnonzero(tags != OUTSIDE).tolist()


def test_no_words_hold_no_span():
    """An empty text has no spans."""
    assert list(find_spans(np.zeros((0, 7), dtype=np.float32))) == []
