"""The trained parts of this room: boosted trees, read from JSON and walked with numpy.

``training/line_labels.py`` makes ``line_model.json`` (is a line article text?),
``training/article_splits.py`` makes ``split_model.json`` (does a new article begin here?). Both
hold thresholds and weights, no text.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import msgspec
import numpy as np
import numpy.typing as npt

from headwater.errors import BadResource
from headwater.pages.features import FEATURES, Matrix, features
from headwater.pages.gaps import GAP_FEATURES
from headwater.pages.lines import Line

_LINES, _SPLITS = "line_model.json", "split_model.json"


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
class Trees:
    """Boosted decision trees."""

    base: float
    roots: npt.NDArray[np.int64]
    feature: npt.NDArray[np.int64]
    value: npt.NDArray[np.float64]
    left: npt.NDArray[np.int64]
    right: npt.NDArray[np.int64]
    about: Mapping[str, str | int | float]

    def log_odds(self, table: Matrix) -> Matrix:
        """Weigh each row of features: ``(n_rows, n_features)`` to ``(n_rows,)``, 0 is even odds."""
        at = np.tile(self.roots, (len(table), 1))
        rows = np.arange(len(table))[:, None]
        while (inner := self.feature[at] >= 0).any():
            goes_left = table[rows, self.feature[at]] <= self.value[at]
            at = np.where(inner, np.where(goes_left, self.left[at], self.right[at]), at)
        worth: Matrix = self.base + self.value[at].sum(axis=1)
        return worth


def score_lines(lines: Sequence[Line], trees: Trees | None = None) -> Matrix:
    """Give each line its odds of being article text: ``(n_lines,)``, 0 to 1.

    Args:
        lines: The lines of a page.
        trees: Another model than the one that ships with Headwater.
    """
    if not lines:
        return np.zeros(0)
    return 1.0 / (1.0 + np.exp(-(trees or line_trees()).log_odds(features(lines))))


@cache
def line_trees() -> Trees:
    """Load the line model that ships with Headwater, once."""
    return read_trees(_packaged(_LINES), FEATURES)


@cache
def split_trees() -> Trees:
    """Load the split model that ships with Headwater, once."""
    return read_trees(_packaged(_SPLITS), GAP_FEATURES)


@cache
def page_models_digest() -> str:
    """Give the SHA-256 of the two models, by which a case names what cut its text pages."""
    return hashlib.sha256(_packaged(_LINES) + _packaged(_SPLITS)).hexdigest()


def read_trees(data: bytes, columns: Sequence[str]) -> Trees:
    """Read a model from its JSON.

    Raises:
        BadResource: If it was trained on other features than this version computes.
    """
    table = msgspec.json.decode(data, type=TreeTable)
    if table.columns != list(columns):
        raise BadResource(
            "a model of the pages room was trained on other features than this version has.",
            where="headwater.pages",
            remedy="Train it again with training/line_labels.py or training/article_splits.py.",
        )
    return Trees(
        base=table.base,
        roots=np.array(table.roots),
        feature=np.array(table.feature),
        value=np.array(table.value),
        left=np.array(table.left),
        right=np.array(table.right),
        about=table.about,
    )


def _packaged(name: str) -> bytes:
    return resources.files("headwater.pages").joinpath(name).read_bytes()
