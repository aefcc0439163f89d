from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.linking.postings import Postings

_KEYS = st.lists(st.sets(st.integers(0, 12), max_size=6), max_size=9)


def arrays(held):
    return [np.array(sorted(keys), dtype=np.uint64) for keys in held]


def found(index, *block):
    return {
        (a, b): total
        for part in index.pairs(*block)
        for a, b, total in zip(*(row.tolist() for row in part), strict=True)
    }


@settings(deadline=None)
@given(_KEYS, st.integers(1, 40))
def test_every_pair_that_shares_a_key_is_found_once_in_blocks_of_any_size(held, block):
    """The index finds what trying every pair would, and counts what they share."""
    tried = {
        (a, b): len(held[a] & held[b])
        for a, b in combinations(range(len(held)), 2)
        if held[a] & held[b]
    }
    assert found(Postings(arrays(held)), block) == tried


@settings(deadline=None)
@given(_KEYS, st.integers(1, 5))
def test_a_key_that_too_many_hold_proposes_nobody(held, most):
    """Keys beyond the bar bring no pair together, and are told by their place."""
    spread = {key: sum(key in keys for keys in held) for key in range(13)}
    rare = [{key for key in keys if spread[key] <= most} for keys in held]
    index = Postings(arrays(held), most=most)
    assert found(index) == found(Postings(arrays(rare)))
    flat = [key for keys in held for key in sorted(keys)]
    assert [flat[n] for n in index.common] == [key for key in flat if spread[key] > most]


def test_weights_of_shared_keys_are_multiplied_and_added():
    """With weights, what two articles share is the inner product of theirs."""
    index = Postings(arrays([{1, 2, 3}, {2, 3, 4}]), [np.array([9.0, 0.5, 2.0]), np.array([4.0, 1.0, 9.0])])  # fmt: skip
    assert found(index) == {(0, 1): 0.5 * 4.0 + 2.0 * 1.0}
