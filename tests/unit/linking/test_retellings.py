import pytest
from small_pile import article, axis, leaning, says

from headwater.linking.retellings import VECTOR_SIZE, align, vectors_of


def told(key, *vectors):
    return article(None, *(says(f"thing {n}", vector=v) for n, v in enumerate(vectors)), key=key)  # fmt: skip


def test_the_same_things_in_the_same_order_align():
    """Each statement of the shorter article is paired with its like in the longer, in order."""
    short = told("s", *(leaning(n, 0.8, 100 + n) for n in (1, 3, 4)))
    long = told("l", *(axis(n) for n in range(6)))
    found = align(long, short, 0.62)
    assert (found.shorter, found.longer, found.share) == ("s", "l", 1.0)
    ids = [s.id for s in long.statements]
    assert found.pairs == tuple(
        (s.id, ids[n]) for s, n in zip(short.statements, (1, 3, 4), strict=True)
    )


def test_what_breaks_the_order_is_left_out():
    """Only the longest run that keeps the order counts: 0 1 2 4 of 0 1 2 5 4."""
    a = told("a", *(axis(n) for n in (0, 1, 2, 5, 4)))
    b = told("b", *(axis(n) for n in range(8)))
    assert align(a, b, 0.62).share == pytest.approx(4 / 5)


def test_the_same_things_in_reverse_order_are_no_retelling():
    """Without order there is no alignment, however alike the statements are."""
    a, b = told("a", *(axis(n) for n in range(5))), told("b", *(axis(4 - n) for n in range(5)))
    assert align(a, b, 0.62) is None


def test_two_likenesses_are_chance():
    """Fewer than three pairs are no alignment; three are."""
    long = told("l", *(axis(n) for n in range(6)))
    assert align(told("s", axis(0), axis(1), axis(200)), long, 0.62) is None
    assert align(told("s", axis(0), axis(1), axis(2), axis(200)), long, 0.62).share == 0.75


def test_a_likeness_below_the_bar_is_none():
    """A statement whose nearest is less alike than the bar has no partner."""
    long = told("l", *(axis(n) for n in range(6)))
    weak = told("s", *(leaning(n, 0.6, 100 + n) for n in range(3)))
    assert align(weak, long, 0.62) is None
    assert align(weak, long, 0.59) is not None


def test_several_statements_may_tell_one():
    """A retelling may split one statement in two: the run may stay where it is, never fall."""
    long = told("l", *(axis(n) for n in range(6)))
    assert align(told("s", axis(1), axis(1), axis(2)), long, 0.62).share == 1.0


def test_an_article_without_statements_has_no_vectors():
    """Nothing read gives an empty table of the right width, and aligns with nothing."""
    silent = article(None, key="x", lead=("Fog",))
    assert vectors_of(silent).shape == (0, VECTOR_SIZE)
    assert align(silent, told("a", axis(0), axis(1), axis(2)), 0.62) is None
