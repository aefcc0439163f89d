import numpy as np
from small_pile import axis, leaning

from headwater.linking.common import leave_out_common


def cosines(vectors):
    return vectors @ vectors.T


def on_one_matter(count):
    """Statements of which each shares .8 with the matter and has a part of its own."""
    return np.stack([leaning(0, 0.8, 10 + n) for n in range(count)])


def test_statements_that_share_only_the_matter_come_apart():
    """.64 before, much less after; every vector keeps length 1."""
    left, _ = leave_out_common(on_one_matter(40))
    assert np.allclose(np.linalg.norm(left, axis=1), 1, atol=1e-5)
    assert cosines(left)[0, 1] < 0.4


def test_what_is_told_often_is_not_taken_for_the_matter():
    """The claim that most repeat stays as near to itself as one that two tell."""
    often = [leaning(1, 0.9, 60 + n) for n in range(30)]
    left, _ = leave_out_common(np.stack([*on_one_matter(20), *often]))
    assert cosines(left)[20, 21] > 0.75


def test_of_few_statements_their_own_vectors_count():
    """Two statements have no matter beside what they say; the difference that makes is told."""
    two, hundred = leave_out_common(on_one_matter(2)), leave_out_common(on_one_matter(100))
    assert cosines(two.vectors)[0, 1] > 0.55
    assert two.nearer > 0.14
    assert hundred.nearer < 0.01


def test_the_size_of_the_blocks_does_not_show():
    """Memory is bounded; the vectors are the same."""
    vectors = np.stack([*on_one_matter(9), axis(0)])
    whole, parts = leave_out_common(vectors), leave_out_common(vectors, block=20)
    assert np.array_equal(whole.vectors, parts.vectors)
    assert whole.nearer == parts.nearer
