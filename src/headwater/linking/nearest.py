"""Which statements of a storyline lie near one another, found in blocks so that memory stays bounded."""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

#: Cosines computed at once. A storyline of up to four thousand statements is one block.
_BLOCK = 1 << 24

Vectors = npt.NDArray[np.float32]


def near_tellings(
    vectors: Vectors, owners: Sequence[str], least: float, *, block: int = _BLOCK
) -> Iterator[tuple[int, int, float, bool]]:
    """Yield the pairs of statements of at least this cosine: both numbers, cosine, whether mutual.

    A pair of two articles is mutual where each is the other's nearest in its article; of
    several as near, the first is the nearest.

    Args:
        vectors: One row of length 1 for each statement.
        owners: The article of each statement; those of one article stand together.
        least: The cosine from which a pair is given.
        block: How many cosines are computed at once.
    """
    starts = np.flatnonzero([n == 0 or owners[n - 1] != o for n, o in enumerate(owners)])
    article = np.repeat(np.arange(len(starts)), np.diff(starts, append=len(owners)))
    near = [_near(cosines, first, starts, least) for first, cosines in _blocks(vectors, block)]
    rows, columns, cosines, best = (np.concatenate(parts) for parts in zip(*near, strict=True))
    nearest = set(zip(rows[best].tolist(), columns[best].tolist(), strict=True))
    upper = np.flatnonzero(rows < columns)
    for n in upper.tolist():
        a, b = int(rows[n]), int(columns[n])
        is_mutual = article[a] != article[b] and (a, b) in nearest and (b, a) in nearest
        yield a, b, float(cosines[n]), bool(is_mutual)


def _blocks(vectors: Vectors, block: int) -> Iterator[tuple[int, Vectors]]:
    """Rows of the table of cosines, as many at a time as fit."""
    height = max(1, block // len(vectors))
    for first in range(0, len(vectors), height):
        yield first, vectors[first : first + height] @ vectors.T


def _near(
    cosines: Vectors, first: int, starts: npt.NDArray[np.intp], least: float
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp], Vectors, npt.NDArray[np.bool_]]:
    """Near pairs of a block of rows, and which column is the row's nearest in its article."""
    rows, columns = np.nonzero(cosines >= least)
    highest = np.maximum.reduceat(cosines, starts, axis=1)
    part = np.searchsorted(starts, columns, side="right") - 1
    values = cosines[rows, columns]
    is_best = values == highest[rows, part]
    # Of several as near the first: a pair right behind another of its row and article is not it.
    ties = np.flatnonzero(is_best)
    repeated = (np.diff(rows[ties]) == 0) & (np.diff(part[ties]) == 0)
    is_best[ties[1:][repeated]] = False
    return rows + first, columns, values, is_best
