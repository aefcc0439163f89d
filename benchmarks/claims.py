"""How well statements that tell one claim are found, on invented piles of our own.

    python -m benchmarks.claims [--kept]

A pile of ``training/piles`` has four to six pages on one matter, and it is written beside every line which claim it
tells. Each pile is read and linked by itself. What counts are the pairs of statements of two pages that are one claim:
found, found and wrong, missed. Every fourth pile of each author is kept aside: nothing is trained or tuned on it, its
figures are told and its failures never are.
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path

from headwater.model import ArticleFindings
from headwater.pipeline import link
from headwater.settings import Settings
from training.claim_piles import find_in_pile, read_piles


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of statements of two pages that are one claim, by what is told of them."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Share of the pairs told that are right, 0 to 1."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Share of the pairs due that are told, 0 to 1."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


@cache
def measure(*, kept: bool) -> Pairs:
    """Read and link the piles of a half, and count."""
    found = [pair for _, pairs in read_half(kept=kept) for pair in pairs]
    return Pairs(
        right=sum(told and due for told, due, *_ in found),
        wrong=sum(told and not due for told, due, *_ in found),
        missed=sum(due and not told for told, due, *_ in found),
    )


def read_half(*, kept: bool) -> Iterator[tuple[str, list[tuple[bool, bool, str, str]]]]:
    """Yield each pile's name, and its pairs that are one claim as told or as due: both, and what the two tell."""
    for pile in read_piles():
        if pile.is_kept is kept:
            found, tags = find_in_pile(pile)
            yield pile.name, list(_pairs(found, tags))


def _pairs(
    found: Sequence[ArticleFindings], tags: Mapping[str, str | None]
) -> Iterator[tuple[bool, bool, str, str]]:
    claim_of = {
        statement: claim.id
        for claim in link(found, Settings()).claims
        for statement in claim.statement_ids
    }
    statements = [s for f in found for s in f.statements if tags[s.id] is not None]
    for a, b in combinations(statements, 2):
        if a.article_id != b.article_id:
            told = claim_of[a.id] == claim_of[b.id]
            due = tags[a.id] == tags[b.id] != "-"
            if told or due:
                yield told, due, a.told, b.told


def figures(shared: Path) -> dict[str, float]:  # noqa: ARG001 - called as every scorer is
    """Give the pairs' F1 and precision on the piles that are kept aside, 0 to 1."""
    kept = measure(kept=True)
    return {"claims_kept_f1": kept.f1, "claims_kept_precision": kept.precision}


def main() -> int:
    """Print the figures of one half and, of the open half only, the pairs that are wrong or missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.claims", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument(
        "--kept", action="store_true", help="the piles kept aside, figures only"
    )
    kept = parser.parse_args().kept
    for name, pairs in [] if kept else read_half(kept=False):
        for told, due, ours, theirs in pairs:
            if told is not due:
                print(f"{name}: {'wrong' if told else 'missed'}: {ours!r} and {theirs!r}")
    all_told = measure(kept=kept)
    print(
        f"{'kept' if kept else 'open'}: precision {all_told.precision:.3f}, recall {all_told.recall:.3f}, F1 {all_told.f1:.3f} "
        f"({all_told.right} right, {all_told.wrong} wrong, {all_told.missed} missed)"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
