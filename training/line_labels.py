"""Train the model that tells article text from furniture, line by line.

    python training/line_labels.py TEXTPAGES.jsonl [--own training/pages] [--out …/line_model.json]

Reads pages with a label for each line: ``TEXTPAGES.jsonl`` (``{id, raw_lines, label}``) and the
``*.txt`` of our own, whose lines begin with ``+`` (text) or ``-`` (furniture) and a space. Every
page is learnt twice, whole and cropped to its article, since saved pages come either way. The
trees hold thresholds and weights, no words. Two runs on the same data give the same bytes.
"""

import argparse
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from headwater.pages.features import FEATURES, Matrix, features
from headwater.pages.lines import Line, split_lines
from headwater.pages.topics import content_words
from headwater.pages.trees import TreeTable, read_trees, score_lines

ROOT = Path(__file__).parent.parent
FOLDS = 5
TREES = 200
#: How much an own page counts against a found one: we know what we made up, not how common it is.
OWN_WEIGHT = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledPage:
    """A page whose lines are known to be article text (1) or furniture (0)."""

    id: str
    lines: tuple[Line, ...]
    labels: tuple[int, ...]
    weight: float = 1.0


def main() -> None:
    """Train on everything given, measure on pages left out, write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("textpages", type=Path)
    parser.add_argument("--own", type=Path, default=ROOT / "training" / "pages")
    parser.add_argument(
        "--out", type=Path, default=ROOT / "src/headwater/pages/line_model.json"
    )
    parser.add_argument(
        "--glued", type=Path, help="pages glued from two: keep both in one fold"
    )
    parser.add_argument("--folds", type=Path, help="also write the models of the folds here")
    given = parser.parse_args()
    found, own = read_labelled(given.textpages), read_own(given.own)
    fold_of = deal([page.id for page in found], read_pairs(given.glued))
    folds = [
        train([p for p in found if fold_of[p.id] != fold] + own, {}) for fold in range(FOLDS)
    ]
    about = {
        "data_sha256": digest_of(found, own),
        "pages": len(found),
        "own_pages": len(own),
        **{f"held_out_{name}": value for name, value in measure(found, folds, fold_of).items()},
    }
    given.out.write_bytes(msgspec.json.encode(train(found + own, about)) + b"\n")
    if given.folds:
        table = {"fold_of": fold_of, "models": folds}
        given.folds.write_bytes(msgspec.json.encode(table) + b"\n")
    print(json.dumps(about, indent=1))


def read_labelled(path: Path) -> list[LabelledPage]:
    """Read the labelled pages of a JSON Lines file, in the order of their ids."""
    pages = []
    for row in map(json.loads, path.read_text("utf-8").splitlines()):
        given = iter(
            [y for y, text in zip(row["label"], row["raw_lines"], strict=True) if text.strip()]
        )
        lines = tuple(split_lines("\n".join(row["raw_lines"])))
        labels = tuple(label_of(line, given) for line in lines)
        pages.append(LabelledPage(id=row["id"], lines=lines, labels=labels))
    return sorted(pages, key=lambda page: page.id)


def label_of(line: Line, given: Iterator[int]) -> int:
    """Take the labels of a line that was put together from several: text if most of it is."""
    parts = [next(given) for part in line.text.split("\n") if part.strip()]
    return int(2 * sum(parts) > len(parts))


def read_own(folder: Path) -> list[LabelledPage]:
    """Read our own pages: ``+ text`` and ``- furniture``, one line a line."""
    pages = []
    for path in sorted(folder.glob("*.txt")):
        raw = path.read_text("utf-8").splitlines()
        given = iter([int(line[0] == "+") for line in raw if line[2:].strip()])
        lines = tuple(split_lines("\n".join(line[2:] for line in raw)))
        labels = tuple(label_of(line, given) for line in lines)
        pages.append(LabelledPage(id=path.stem, lines=lines, labels=labels, weight=OWN_WEIGHT))
    return pages


def read_pairs(path: Path | None) -> list[tuple[str, str]]:
    """Read which pages were glued together: ids of the form ``first+second``."""
    if path is None:
        return []
    ids = [json.loads(line)["id"] for line in path.read_text("utf-8").splitlines()]
    return [(first, second) for first, second in (one.split("+") for one in ids)]


def deal(ids: Sequence[str], pairs: Sequence[tuple[str, str]]) -> dict[str, int]:
    """Give each page the fold in which it is held out; glued pages are held out together."""
    partner = {second: first for first, second in pairs}

    def head(page_id: str) -> str:
        short = page_id[:12]
        while short in partner:
            short = partner[short]
        return short

    heads = sorted({head(page_id) for page_id in ids})
    return {page_id: heads.index(head(page_id)) % FOLDS for page_id in ids}


def train(pages: Sequence[LabelledPage], about: dict[str, str | int | float]) -> TreeTable:
    """Fit the trees to labelled pages."""
    seen = [*pages, *(crop for page in pages if (crop := cropped(page)))]
    table = np.vstack([features(page.lines) for page in seen])
    labels = np.concatenate([page.labels for page in seen])
    model = HistGradientBoostingClassifier(
        max_iter=TREES,
        learning_rate=0.07,
        max_leaf_nodes=12,
        l2_regularization=2.0,
        min_samples_leaf=20,
        max_features=0.3,
        early_stopping=False,
        random_state=0,
    ).fit(table, labels, sample_weight=np.concatenate([weights(page) for page in seen]))
    return tree_table(model, FEATURES, about)


def cropped(page: LabelledPage) -> LabelledPage | None:
    """Cut a page down to its article, with a little of what stands around it."""
    text = np.flatnonzero(page.labels)
    if not len(text):
        return None
    part = slice(max(0, text[0] - 3), text[-1] + 7)
    return LabelledPage(
        id=page.id, lines=page.lines[part], labels=page.labels[part], weight=page.weight / 2
    )


def weights(page: LabelledPage) -> Matrix:
    """Count long lines more than short ones: a lost paragraph costs more than a lost button."""
    sizes = np.array([len(content_words(line.text)) for line in page.lines])
    return page.weight * (0.3 + np.sqrt(sizes) / 3.0)


def tree_table(
    model: HistGradientBoostingClassifier,
    names: Sequence[str],
    about: dict[str, str | int | float],
) -> TreeTable:
    """Flatten scikit-learn's trees into one table of nodes."""
    columns: dict[str, list[float]] = {"feature": [], "value": [], "left": [], "right": []}
    roots: list[int] = []
    for (tree,) in model._predictors:  # noqa: SLF001 - scikit-learn shows its trees nowhere else
        first = len(columns["feature"])
        roots.append(first)
        for node in tree.nodes:
            leaf = bool(node["is_leaf"])
            columns["feature"].append(-1 if leaf else int(node["feature_idx"]))
            columns["value"].append(shortened(node["value"] if leaf else node["num_threshold"]))
            columns["left"].append(0 if leaf else first + int(node["left"]))
            columns["right"].append(0 if leaf else first + int(node["right"]))
    base = float(model._baseline_prediction.ravel()[0])  # noqa: SLF001 - ditto
    return TreeTable(columns=list(names), base=base, roots=roots, about=about, **columns)


def shortened(value: float) -> float:
    """Round to six digits: the file stays small and reads the same everywhere."""
    return float(f"{value:.6g}")


def measure(
    pages: Sequence[LabelledPage], folds: Sequence[TreeTable], fold_of: Mapping[str, int]
) -> dict[str, float]:
    """Score each page with the model that has not seen it: line F1 and token F1."""
    models = [read_trees(msgspec.json.encode(fold), FEATURES) for fold in folds]
    counts = np.zeros((2, 3))
    for page in pages:
        guess = score_lines(page.lines, models[fold_of[page.id]]) > 0.5
        gold = np.array(page.labels) > 0
        sizes = np.array([[1, len(line.text.split())] for line in page.lines])
        for column, hit in enumerate((guess & gold, guess & ~gold, ~guess & gold)):
            counts[:, column] += sizes[hit].sum(axis=0)
    f1 = 2 * counts[:, 0] / (2 * counts[:, 0] + counts[:, 1] + counts[:, 2])
    return {"line_f1": round(float(f1[0]), 4), "token_f1": round(float(f1[1]), 4)}


def digest_of(*parts: Sequence[LabelledPage]) -> str:
    """Give the digest of every line and label that was learnt from."""
    text = "\n".join(
        f"{label} {line.text}"
        for pages in parts
        for page in pages
        for line, label in zip(page.lines, page.labels, strict=True)
    )
    return hashlib.sha256(text.encode()).hexdigest()


if __name__ == "__main__":
    main()
