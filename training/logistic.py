"""Multinomial logistic regression over traits that are there or not, in plain numpy.

Full batches and a fixed number of steps, so that the same examples give the same weights.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
STEPS = 150


@dataclass(frozen=True, slots=True)
class Rows:
    """Which columns each row has: ``columns`` one row after the other, ``starts`` where each begins."""

    columns: NDArray[np.int64]
    starts: NDArray[np.int64]
    n_columns: int

    def times(self, weights: Floats) -> Floats:
        """Sum each row's weights: ``(n_rows, n_classes)``."""
        sums: Floats = np.add.reduceat(weights[self.columns], self.starts, axis=0)
        return sums

    def turned_times(self, errors: Floats) -> Floats:
        """Sum for each column the errors of the rows that have it: ``(n_columns, n_classes)``."""
        ends = np.append(self.starts[1:], len(self.columns))
        row_of = np.repeat(np.arange(len(self.starts)), ends - self.starts)
        order = np.argsort(self.columns, kind="stable")
        there, firsts = np.unique(self.columns[order], return_index=True)
        sums = np.zeros((self.n_columns, errors.shape[1]))
        sums[there] = np.add.reduceat(errors[row_of[order]], firsts, axis=0)
        return sums


def to_rows(rows: Sequence[Sequence[int]], n_columns: int) -> Rows:
    """Lay out rows of column numbers; each row needs one at least."""
    starts = np.cumsum([0] + [len(row) for row in rows[:-1]])
    return Rows(np.array([c for row in rows for c in row]), starts, n_columns)


def fit(
    rows: Rows, labels: Sequence[int], n_classes: int, ridge: float
) -> tuple[Floats, Floats]:
    """Give the weights ``(n_columns, n_classes)`` and the base ``(n_classes,)``.

    Args:
        rows: The examples.
        labels: Their classes, 0 to ``n_classes`` - 1.
        n_classes: How many there are.
        ridge: How much the square of a weight costs; more keeps them smaller.
    Source:
        Nesterov's accelerated gradient; the step is one over the largest curvature.
    """
    due = np.eye(n_classes)[np.array(labels)]
    weights = ahead = np.zeros((rows.n_columns, n_classes))
    base = base_ahead = np.zeros(n_classes)
    step, base_step, pace = 1 / (_curvature(rows) / 2 + ridge), 2 / len(labels), 1.0
    for _ in range(STEPS):
        errors = probabilities(rows, ahead, base_ahead) - due
        moved = ahead - step * (rows.turned_times(errors) + ridge * ahead)
        base_moved = base_ahead - base_step / 2 * errors.sum(axis=0)
        faster = (1 + np.sqrt(1 + 4 * pace * pace)) / 2
        ahead = moved + (pace - 1) / faster * (moved - weights)
        base_ahead = base_moved + (pace - 1) / faster * (base_moved - base)
        weights, base, pace = moved, base_moved, faster
    return weights, base


def probabilities(rows: Rows, weights: Floats, base: Floats) -> Floats:
    """Give each row the probability of each class, ``(n_rows, n_classes)``."""
    sums = rows.times(weights) + base
    powers = np.exp(sums - sums.max(axis=1, keepdims=True))
    out: Floats = powers / powers.sum(axis=1, keepdims=True)
    return out


def _curvature(rows: Rows) -> float:
    """Give the largest eigenvalue of the rows' products, by the power method."""
    vector = np.full((rows.n_columns, 1), rows.n_columns**-0.5)
    length = 1.0
    for _ in range(25):
        vector = rows.turned_times(rows.times(vector))
        length = float(np.linalg.norm(vector))
        vector /= length
    return length
