"""Train the model that tells where one article of a page ends and the next begins.

    python training/article_splits.py TEXTPAGES.jsonl LINE_FOLDS.json [--out …] [--folds …]

Labelled pages are cropped to their article and glued in pairs, as saved pages come; a page
alone, whole and cropped, shows where nothing begins. What is text on them is told by a line
model that has not seen them (``training/line_labels.py --folds``), so that the splitter learns
to live with its mistakes. Pairs are dealt by the digests of their ids: two runs give the same
bytes.
"""

import argparse
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
from line_labels import LabelledPage, cropped, digest_of, read_labelled, tree_table
from sklearn.ensemble import HistGradientBoostingClassifier

from headwater.pages.features import FEATURES, Matrix
from headwater.pages.furniture import LineKind, label_lines
from headwater.pages.gaps import GAP_FEATURES, find_gaps
from headwater.pages.trees import Trees, TreeTable, read_trees, score_lines

ROOT = Path(__file__).parent.parent
PARTNERS = 8


class LineFolds(msgspec.Struct):
    """Line models, and the fold in which each page was left out."""

    fold_of: dict[str, int]
    models: list[TreeTable]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """The gaps of one page, and which of them parts two articles (none on a single page)."""

    fold: int
    values: Matrix
    begins: Matrix


def main() -> None:
    """Train on every page, measure on pages left out, write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("textpages", type=Path)
    parser.add_argument("line_folds", type=Path)
    parser.add_argument(
        "--out", type=Path, default=ROOT / "src/headwater/pages/split_model.json"
    )
    parser.add_argument("--folds", type=Path, help="also write the models of the folds here")
    given = parser.parse_args()
    found = read_labelled(given.textpages)
    folds = msgspec.json.decode(given.line_folds.read_bytes(), type=LineFolds)
    examples = [
        one for fold in range(len(folds.models)) for one in examples_of(found, folds, fold)
    ]
    left_out = [
        train([e for e in examples if e.fold != fold], {}) for fold in range(len(folds.models))
    ]
    about = {
        "data_sha256": digest_of(found),
        "pages": len(found),
        **measure(examples, left_out),
    }
    given.out.write_bytes(msgspec.json.encode(train(examples, about)) + b"\n")
    if given.folds:
        given.folds.write_bytes(msgspec.json.encode(left_out) + b"\n")
    print(json.dumps(about, indent=1))


def examples_of(found: Sequence[LabelledPage], folds: LineFolds, fold: int) -> list[Example]:
    """Make the examples of one fold: its pages whole, cropped, and glued with one another."""
    trees = read_trees(msgspec.json.encode(folds.models[fold]), FEATURES)
    pages = [page for page in found if folds.fold_of[page.id] == fold]
    crops = [crop for page in pages if (crop := cropped(page))]
    made = [example(page, None, trees, fold) for page in (*pages, *crops)]
    for first in crops:
        nearest = sorted(crops, key=lambda page: dealt(first.id, page.id))[:PARTNERS]
        made += [
            example(*glued(first, second), trees, fold)
            for second in nearest
            if second is not first
        ]
    return [one for one in made if len(one.values)]


def example(page: LabelledPage, cut: int | None, trees: Trees, fold: int) -> Example:
    """Find the gaps of a page whose second article begins at line ``cut`` (None: there is none)."""
    kinds = label_lines(page.lines, score_lines(page.lines, trees))
    body = [at for at, kind in enumerate(kinds) if kind is LineKind.BODY]
    gaps = find_gaps(page.lines, body)
    begins = [cut is not None and gap.above < cut <= gap.below for gap in gaps]
    return Example(
        fold=fold, values=np.array([gap.values for gap in gaps]), begins=np.array(begins)
    )


def train(examples: Sequence[Example], about: dict[str, str | int | float]) -> TreeTable:
    """Fit the trees; every page weighs about as much as any other, however long."""
    model = HistGradientBoostingClassifier(
        max_iter=150,
        learning_rate=0.08,
        max_leaf_nodes=6,
        min_samples_leaf=30,
        l2_regularization=2.0,
        early_stopping=False,
        random_state=0,
    ).fit(
        np.vstack([one.values for one in examples]),
        np.concatenate([one.begins for one in examples]),
        sample_weight=np.concatenate([weights(one) for one in examples]),
    )
    return tree_table(model, GAP_FEATURES, about)


def weights(one: Example) -> Matrix:
    """Weigh the gaps of a page; a single page cut in two is the worse mistake."""
    usual = (4.0 if one.begins.any() else 12.0) / max(len(one.begins), 6)
    return np.where(one.begins, 3.0, usual)


def glued(first: LabelledPage, second: LabelledPage) -> tuple[LabelledPage, int]:
    """Glue two pages, and give the line at which the second begins.

    How much of what surrounds them stays hangs on their ids.
    """
    shave = int(dealt(second.id, first.id), 16)
    tail = len(first.lines) - 1 - int(max(np.flatnonzero(first.labels)))
    head = int(min(np.flatnonzero(second.labels)))
    stop, start = len(first.lines) - shave % (tail + 1), (shave >> 8) % (head + 1)
    page = LabelledPage(
        id=f"{first.id}+{second.id}",
        lines=first.lines[:stop] + second.lines[start:],
        labels=first.labels[:stop] + second.labels[start:],
    )
    return page, stop


def dealt(one: str, other: str) -> str:
    """Give hexadecimal digits that deal pairs evenly, the same on every machine."""
    return hashlib.sha256(f"{one}/{other}".encode()).hexdigest()


def measure(examples: Sequence[Example], left_out: Sequence[TreeTable]) -> dict[str, float]:
    """Count, on pages left out, pairs cut in the right place and single pages left whole."""
    trees = [read_trees(msgspec.json.encode(table), GAP_FEATURES) for table in left_out]
    right, whole = [], []
    for one in examples:
        odds = trees[one.fold].log_odds(one.values)
        best = int(odds.argmax())
        if one.begins.any():
            right.append(odds[best] > 0 and bool(one.begins[best]))
        else:
            whole.append(odds[best] <= 0)
    return {
        "held_out_pairs_cut_right": round(float(np.mean(right)), 4),
        "held_out_single_pages_left_whole": round(float(np.mean(whole)), 4),
    }


if __name__ == "__main__":
    main()
