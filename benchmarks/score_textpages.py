"""How well articles are found on plain-text pages: lines, tokens, and pages that hold two.

    python benchmarks/score_textpages.py SHARED

Each page is read with models that have not seen it (``line_model_folds.json`` and
``split_model_folds.json``, written by the scripts in ``training/`` with ``--folds``), through the same rules and splitting the package uses.
"""

import importlib.util
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from headwater.pages.features import FEATURES
from headwater.pages.furniture import label_lines
from headwater.pages.gaps import GAP_FEATURES
from headwater.pages.lines import split_lines
from headwater.pages.text import segment_lines
from headwater.pages.titles import find_headline
from headwater.pages.trees import Trees, TreeTable, read_trees, score_lines

FOLDS = Path(__file__).with_name("line_model_folds.json")
SPLIT_FOLDS = Path(__file__).with_name("split_model_folds.json")


class Folds(msgspec.Struct):
    """The models of the folds, and the fold in which each page was left out."""

    fold_of: dict[str, int]
    models: list[TreeTable]


def figures(shared: Path) -> dict[str, float]:
    """Give line F1 and token F1 of text pages, and token F1 of glued pages, 0 to 1.

    Args:
        shared: The folder that holds ``corpora`` and ``scorers``.
    """
    scorer = _scorer(shared)
    folds = msgspec.json.decode(FOLDS.read_bytes(), type=Folds)
    splits = msgspec.json.decode(SPLIT_FOLDS.read_bytes(), type=list[TreeTable])
    models = [
        (
            read_trees(msgspec.json.encode(line), FEATURES),
            read_trees(msgspec.json.encode(split), GAP_FEATURES),
        )
        for line, split in zip(folds.models, splits, strict=True)
    ]
    fold_of = {page[:12]: fold for page, fold in folds.fold_of.items()}
    single = scorer.load(shared / "corpora/pages/textpages.jsonl")
    glued = scorer.load(shared / "corpora/pages/gluedpages.jsonl")
    lines = scorer.lines(single, [_read(row, models, fold_of) for row in single])
    parts = scorer.segments(glued, [_read(row, models, fold_of) for row in glued])
    return {
        "text_line_f1": lines["line_F1"],
        "text_token_f1": lines["token_F1"],
        "glued_token_f1": parts["token_F1"],
        "glued_two_found": parts["exactly_two_found"],
    }


def _scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "score_pages", shared / "scorers" / "score_pages.py"
    )
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared / "scorers" / "score_pages.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _read(
    row: Mapping[str, Any], models: Sequence[tuple[Trees, Trees]], fold_of: Mapping[str, int]
) -> dict[str, object]:
    """Number each line of a page by its article, 0 for furniture."""
    line_trees, split_trees = models[fold_of[row["id"][:12]]]
    lines = tuple(split_lines("\n".join(row["raw_lines"])))
    kinds = label_lines(lines, score_lines(lines, line_trees))
    numbers = [0] * len(lines)
    after = 0
    for number, part in enumerate(segment_lines(lines, kinds, split_trees), start=1):
        head = find_headline(lines, kinds, after, part)
        after = part[-1] + 1
        for at in part:
            numbers[at] = 0 if head and head.at == at else number
    whole = iter(
        number
        for number, line in zip(numbers, lines, strict=True)
        for part in line.text.split("\n")
        if part.strip()
    )
    return {
        "id": row["id"],
        "label": [next(whole) if line.strip() else 0 for line in row["raw_lines"]],
    }


if __name__ == "__main__":
    print(json.dumps(figures(Path(sys.argv[1])), indent=1))
