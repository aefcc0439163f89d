"""The trained part: how likely each line of a page is to be article text.

Boosted trees, read from ``line_model.json`` and walked with numpy. ``training/line_labels.py``
makes that file; it holds thresholds and weights, no text.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import msgspec
import numpy as np
import numpy.typing as npt

from headwater.errors import BadResource
from headwater.pages.features import FEATURES, Matrix, features
from headwater.pages.lines import Line

_FILE = "line_model.json"


class TreeTable(msgspec.Struct, frozen=True):
    """The model as stored: every node of every tree, flat. A leaf's feature is -1."""

    columns: list[str]
    base: float
    #: Node at which each tree starts.
    roots: list[int]
    feature: list[int]
    #: Threshold of an inner node, worth of a leaf.
    value: list[float]
    left: list[int]
    right: list[int]
    #: What it was trained on, and how well it did on pages it had not seen.
    about: dict[str, str | int | float] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class LineModel:
    """Boosted decision trees over :data:`headwater.pages.features.FEATURES`."""

    base: float
    roots: npt.NDArray[np.int64]
    feature: npt.NDArray[np.int64]
    value: npt.NDArray[np.float64]
    left: npt.NDArray[np.int64]
    right: npt.NDArray[np.int64]
    about: Mapping[str, str | int | float]

    def score(self, lines: Sequence[Line]) -> Matrix:
        """Give each line its odds of being article text: ``(n_lines,)``, 0 to 1."""
        if not lines:
            return np.zeros(0)
        table = features(lines)
        at = np.tile(self.roots, (len(lines), 1))
        rows = np.arange(len(lines))[:, None]
        while (inner := self.feature[at] >= 0).any():
            goes_left = table[rows, self.feature[at]] <= self.value[at]
            at = np.where(inner, np.where(goes_left, self.left[at], self.right[at]), at)
        worth: Matrix = self.base + self.value[at].sum(axis=1)
        return 1.0 / (1.0 + np.exp(-worth))


@cache
def line_model() -> LineModel:
    """Load the model that ships with Headwater, once."""
    return read_line_model(resources.files("headwater.pages").joinpath(_FILE).read_bytes())


def read_line_model(data: bytes) -> LineModel:
    """Read a model from its JSON.

    Raises:
        BadResource: If it was trained on other features than this version computes.
    """
    table = msgspec.json.decode(data, type=TreeTable)
    if tuple(table.columns) != FEATURES:
        raise BadResource(
            "the line model was trained on other features than this version computes.",
            where=_FILE,
            remedy="Train it again with training/line_labels.py.",
        )
    return LineModel(
        base=table.base,
        roots=np.array(table.roots),
        feature=np.array(table.feature),
        value=np.array(table.value),
        left=np.array(table.left),
        right=np.array(table.right),
        about=table.about,
    )
