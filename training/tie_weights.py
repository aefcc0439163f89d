"""Learn which actors of a sentence are tied, where no word of the lists says so.

    python -m training.tie_weights PATH/TO/re3d_docs.jsonl

Writes ``src/headwater/reading/relations/tie_model.json`` from re3d's documents for training and ``training/ties``.
The threshold is chosen on documents left out in turn, never on those kept for measuring. Two runs give the same bytes.
"""

import argparse
import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np

from headwater.reading.relations.learned import SCALE, TieModel
from training.logistic import Floats, Rows, fit, probabilities, to_rows
from training.tie_examples import FOLDER, Example, read_own, read_re3d

OUT = Path(__file__).parents[1] / "src/headwater/reading/relations/tie_model.json"
FOLDS = 5
RIDGE = 3.0
#: Examples a trait must be in to be learnt.
_LEAST = 2
#: Weights nearer to nothing than this say nothing.
_SMALLEST = 0.03
_SURE = np.arange(0.3, 0.81, 0.05)
#: Of the ties that a threshold lets through, the share that must be labelled on documents left out. Labels
#: leave out about as many true ties as they have.
_PRECISION = 0.46


class Learnt:
    """A model of some examples."""

    def __init__(self, examples: Sequence[Example]) -> None:
        counts = Counter(t for e in examples for t in e.traits)
        self.columns = {
            t: n for n, t in enumerate(sorted(t for t, c in counts.items() if c >= _LEAST))
        }
        self.kinds = sorted({e.kind for e in examples})
        labels = [self.kinds.index(e.kind) for e in examples]
        self.weights, self.base = fit(self._rows(examples), labels, len(self.kinds), RIDGE)

    def tell(self, examples: Sequence[Example]) -> Iterator[tuple[str, float]]:
        """Yield for each pair its likeliest tie, and the probability of any."""
        told: Floats = probabilities(self._rows(examples), self.weights, self.base)
        none = self.kinds.index("")
        sure = 1 - told[:, none]
        told[:, none] = 0
        yield from zip((self.kinds[k] for k in told.argmax(axis=1)), sure, strict=True)

    def _rows(self, examples: Sequence[Example]) -> Rows:
        """Lay out the examples; column 0 is the alphabet's first trait, which stands in for none at all."""
        rows = [
            [self.columns[t] for t in e.traits if t in self.columns] or [0] for e in examples
        ]
        return to_rows(rows, len(self.columns))


def choose_sure(found: Sequence[Example], own: Sequence[Example]) -> tuple[float, str]:
    """Choose the least probability of a tie on documents left out in turn; also say how good it was."""
    documents = sorted(
        {e.document for e in found}, key=lambda d: hashlib.sha256(d.encode()).hexdigest()
    )
    fold_of = {d: n % FOLDS for n, d in enumerate(documents)}
    told: list[tuple[Example, str, float]] = []
    for fold in range(FOLDS):
        kept = [e for e in found if fold_of[e.document] == fold]
        learnt = Learnt([e for e in found if fold_of[e.document] != fold] + list(own))
        told += [(e, *t) for e, t in zip(kept, learnt.tell(kept), strict=True)]
    asked = [t for t in told if not t[0].is_tied]
    due = sum(bool(e.kind) for e, _, _ in asked)
    for sure in _SURE:
        given = [(e, kind) for e, kind, p in asked if p >= sure]
        right = sum(e.kind == kind for e, kind in given)
        how_good = f"precision {right / max(1, len(given)):.3f}, recall {right / due:.3f}"
        print(f"{sure:.2f}  {how_good}")
        if right >= _PRECISION * len(given):
            return round(float(sure), 2), how_good
    raise ValueError("no threshold is precise enough")


def main() -> None:
    """Learn from everything given, and write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("re3d", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args()
    found, own = list(read_re3d(given.re3d)), list(read_own())
    sure, how_good = choose_sure(found, own)
    learnt = Learnt([*found, *own])
    whole = np.rint(learnt.weights * SCALE).astype(int)
    whole[np.abs(learnt.weights) < _SMALLEST] = 0
    model = TieModel(
        kinds=tuple(learnt.kinds),
        sure=sure,
        base=tuple(np.rint(learnt.base * SCALE).astype(int).tolist()),
        weights={
            t: tuple(whole[n].tolist()) for t, n in learnt.columns.items() if whole[n].any()
        },
        about={
            "re3d": hashlib.sha256(given.re3d.read_bytes()).hexdigest(),
            "own": hashlib.sha256(
                b"".join(f.read_bytes() for f in sorted(FOLDER.glob("*.txt")))
            ).hexdigest(),
            "pairs": f"{len(found)} of re3d, {len(own)} of our own",
            "documents left out in turn": how_good,
        },
    )
    given.out.write_bytes(msgspec.json.encode(model, order="sorted") + b"\n")
    print(f"{given.out.name}: sure {sure}, {how_good}, {len(model.weights)} traits")


if __name__ == "__main__":
    main()
