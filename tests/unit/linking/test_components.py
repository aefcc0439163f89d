import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from headwater.linking.components import connected


def parts(members, ties):
    first, second = (np.array([tie[side] for tie in ties], dtype=np.intp) for side in (0, 1))
    return [p.tolist() for p in connected(np.array(members, dtype=np.intp), first, second)]


def test_what_hangs_together_by_a_chain_is_one_part():
    """However long the way, and whatever its direction; who is tied to nobody stands alone."""
    assert parts([2, 3, 5, 7, 9], [(9, 7), (7, 2), (3, 3)]) == [[2, 7, 9], [3], [5]]
    assert parts(range(500), [(n, n + 1) for n in range(499)]) == [list(range(500))]


def test_of_nothing_there_are_no_parts():
    """Nobody, and nobody tied."""
    assert parts([], []) == []
    assert parts([4, 6], []) == [[4], [6]]


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=60))
def test_no_tie_reaches_from_one_part_into_another(ties):
    """Every member stands in one part; a part falls apart where its ties are walked no further."""
    found = parts(range(31), ties)
    assert sorted(n for part in found for n in part) == list(range(31))
    assert [part[0] for part in found] == sorted(part[0] for part in found)
    for part in found:
        seen = {part[0]}
        while more := {n for tie in ties for n in tie if seen & set(tie)} - seen:
            seen |= more
        assert sorted(seen) == part
