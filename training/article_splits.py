"""Train the weights that tell where one article of a page ends and the next begins.

    python training/article_splits.py TEXTPAGES.jsonl [--out …/split_model.json]

Labelled pages are cropped to their article and glued in pairs, as saved pages come; a page
alone shows where nothing begins. Pairs are dealt by the digests of their ids, so two runs give
the same bytes.
"""

import argparse
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
from line_labels import LabelledPage, cropped, digest_of, read_labelled
from sklearn.linear_model import LogisticRegression

from headwater.pages.splitting import GAP_FEATURES, SplitModel, find_gaps, split_articles

ROOT = Path(__file__).parent.parent
FOLDS = 5
PARTNERS = 6
#: How sure a gap must be, as log odds: a page wrongly cut is worse than one left whole.
CAUTION = 0.5


def main() -> None:
    """Train on every page, measure on pages left out, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("textpages", type=Path)
    parser.add_argument(
        "--out", type=Path, default=ROOT / "src/headwater/pages/split_model.json"
    )
    given = parser.parse_args()
    found = read_labelled(given.textpages)
    pages = [crop for page in found if (crop := cropped(page))]
    about = {"data_sha256": digest_of(found), "pages": len(pages), **measure(pages)}
    given.out.write_bytes(msgspec.json.encode(train(pages, about)) + b"\n")
    print(json.dumps(about, indent=1))


def train(pages: Sequence[LabelledPage], about: dict[str, str | int | float]) -> SplitModel:
    """Fit the weights to pages alone and in pairs."""
    values, labels, weights = [], [], []
    for page, cut in [*((page, None) for page in pages), *glued_pairs(pages)]:
        body = [at for at, label in enumerate(page.labels) if label]
        for gap in find_gaps(page.lines, body):
            here = cut is not None and gap.above < cut <= gap.below
            values.append(gap.values)
            labels.append(here)
            weights.append(1.0 if here else 6.0 / len(body))
    model = LogisticRegression(C=1.0, max_iter=1000).fit(
        np.array(values), np.array(labels), sample_weight=np.array(weights)
    )
    return SplitModel(
        features=GAP_FEATURES,
        weights=tuple(round(float(w), 4) for w in model.coef_[0]),
        bias=round(float(model.intercept_[0]) - CAUTION, 4),
        about=about,
    )


def glued_pairs(pages: Sequence[LabelledPage]) -> list[tuple[LabelledPage, int]]:
    """Glue pages in pairs; give each with the number of the line at which its second begins."""
    pairs = []
    for first in pages:
        for second in sorted(pages, key=lambda page: dealt(first.id, page.id))[:PARTNERS]:
            if second is not first:
                pairs.append(glued(first, second))
    return pairs


def glued(first: LabelledPage, second: LabelledPage) -> tuple[LabelledPage, int]:
    """Glue two pages; how much of what surrounds them stays hangs on their ids."""
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


def measure(pages: Sequence[LabelledPage]) -> dict[str, float]:
    """Count, on pages left out, pairs cut in the right place and single pages left whole."""
    right = whole = pairs = 0
    for fold in range(FOLDS):
        model = train([p for n, p in enumerate(pages) if n % FOLDS != fold], {})
        held = [p for n, p in enumerate(pages) if n % FOLDS == fold]
        for page, cut in glued_pairs(held):
            body = [at for at, label in enumerate(page.labels) if label]
            parts = list(split_articles(page.lines, body, model))
            right += len(parts) == 2 and parts[0][-1] < cut <= parts[1][0]
            pairs += 1
        for page in held:
            body = [at for at, label in enumerate(page.labels) if label]
            whole += len(list(split_articles(page.lines, body, model))) == 1
    return {
        "held_out_pairs_cut_right": round(right / pairs, 4),
        "held_out_single_pages_left_whole": round(whole / len(pages), 4),
    }


if __name__ == "__main__":
    main()
