"""What a statement says beside what everything in its storyline says.

Two statements on one matter are near by vector whatever each of them says of it. Taking a part of
the storyline's own mean from both leaves what tells them apart. The mean counts what is told often
once: otherwise the claim that every page repeats would itself be taken for the matter. Of few
statements a mean says little, so their own vectors count the more, the fewer they are.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

#: How much of the mean is taken off. From .5 to .7 gives much the same claims on the seeds and the relays.
_PART = 0.5
#: Cosine from which two statements count as one thing said twice.
_SAID_TWICE = 0.7
#: Different statements from which half of the weight is on what is left of them.
_HALF = 8
#: How much nearer two statements are by their own vectors than by what is left of them.
_NEARER_WHOLE = 0.155
#: Cosines computed at once.
_BLOCK = 1 << 24

Vectors = npt.NDArray[np.float32]


class Distinct(NamedTuple):
    """The statements of a storyline as what tells them apart.

    ``vectors`` has a row of length 1 for each; ``nearer`` is by how much their cosines lie above
    those of a storyline of very many statements, 0 to .155.
    """

    vectors: Vectors
    nearer: float


def leave_out_common(vectors: Vectors, *, block: int = _BLOCK) -> Distinct:
    """Take from each vector a part of what all of them have in common.

    Args:
        vectors: One row of length 1 for each statement of a storyline, at least one.
        block: How many cosines are computed at once; the result does not depend on it.
    """
    once = (1 / np.concatenate(list(_count_likes(vectors, block)))).astype(np.float32)
    common = (once[:, None] * vectors).sum(axis=0) / once.sum()
    left = vectors - _PART * common
    left /= np.linalg.norm(left, axis=1, keepdims=True)
    different = float(once.sum())
    weight = different**2 / (different**2 + _HALF**2)
    both = np.hstack([np.sqrt(weight) * left, np.sqrt(1 - weight) * vectors])
    return Distinct(np.asarray(both, dtype=np.float32), (1 - weight) * _NEARER_WHOLE)


def _count_likes(vectors: Vectors, block: int) -> Iterator[npt.NDArray[np.intp]]:
    """How many statements say nearly what each says, itself among them."""
    height = max(1, block // len(vectors))
    for first in range(0, len(vectors), height):
        cosines = vectors[first : first + height] @ vectors.T
        yield (cosines >= _SAID_TWICE).sum(axis=1)
