import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.linking.nearest import near_tellings


def tried(vectors, owners, least):
    """Every pair by hand: its cosine, and whether each is the first of the other's nearest in its article."""
    cosines = vectors @ vectors.T

    def best(row, owner):
        return max(
            (n for n, o in enumerate(owners) if o == owner), key=lambda n: (cosines[row, n], -n)
        )

    return [
        (a, b, owners[a] != owners[b] and best(a, owners[b]) == b and best(b, owners[a]) == a)
        for a in range(len(owners))
        for b in range(a + 1, len(owners))
        if cosines[a, b] >= least
    ]


@settings(deadline=None)
@given(
    st.lists(st.lists(st.tuples(st.integers(-2, 2), st.integers(1, 2)), min_size=1, max_size=4), min_size=1, max_size=5),
    st.integers(1, 60),
)  # fmt: skip
def test_near_pairs_are_those_that_trying_every_pair_finds(articles, block):
    """In blocks of any size, with ties and without, the same pairs are near and the same are mutual."""
    owners = [str(n) for n, told in enumerate(articles) for _ in told]
    vectors = np.array([v for told in articles for v in told], dtype=np.float32)
    near = near_tellings(vectors, owners, 0.5, block=block)
    assert [(a, b, mutual) for a, b, _, mutual in near] == tried(vectors, owners, 0.5)
