import pytest

from benchmarks.claims import Pairs, Told, count


def test_pairs_give_their_shares():
    """Six told, of which three are right; four due."""
    pairs = Pairs(right=3, wrong=3, missed=1)
    assert (pairs.precision, pairs.recall) == (0.5, 0.75)
    assert pairs.f1 == pytest.approx(0.6)


def test_nothing_told_is_no_error():
    """No pairs at all: nothing to divide by."""
    pairs = Pairs(right=0, wrong=0, missed=0)
    assert (pairs.precision, pairs.recall, pairs.f1) == (0, 0, 0)


def test_every_pair_counts_once():
    """Told and due; told alone; due alone."""
    ways = [(True, True), (True, True), (True, False), (False, True)]
    assert count(Told("canal-01", *way, "a", "b") for way in ways) == Pairs(2, 1, 1)
