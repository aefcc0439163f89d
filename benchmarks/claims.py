"""How well statements that tell one claim are found, on invented piles of our own.

    python -m benchmarks.claims [--kept]

A pile of ``training/piles`` has four to eight pages on one matter, and it is written beside every line which claim it
tells. Each pile is read and linked by itself. What counts are the pairs of statements of two pages that are one claim:
found, found and wrong, missed. Every fourth pile of each author is kept aside: nothing is trained or tuned on it, its
figures are told and its failures never are.
"""

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from headwater.model import ArticleFindings
from headwater.pipeline import link
from headwater.settings import Settings
from training.claim_piles import are_one_claim, find_in_pile, read_piles


class Told(NamedTuple):
    """Two statements of two pages of a pile: whether they are told as one claim, whether they are one, and what they tell."""

    pile: str
    told: bool
    due: bool
    ours: str
    theirs: str


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


def count(found: Iterable[Told]) -> Pairs:
    """Count the pairs that are one claim as told or as due."""
    pairs = list(found)
    return Pairs(
        right=sum(one.told and one.due for one in pairs),
        wrong=sum(one.told and not one.due for one in pairs),
        missed=sum(one.due and not one.told for one in pairs),
    )


def read_half(*, kept: bool) -> Iterator[Told]:
    """Read and link each pile of a half, and yield its pairs that are one claim as told or as due."""
    for pile in read_piles():
        if pile.is_kept is kept:
            found, tags = find_in_pile(pile)
            yield from _pairs(pile.name, found, tags)


def _pairs(
    pile: str, found: Sequence[ArticleFindings], tags: Mapping[str, str | None]
) -> Iterator[Told]:
    claim_of = {
        statement: claim.id
        for claim in link(found, Settings()).claims
        for statement in claim.statement_ids
    }
    statements = [statement for finding in found for statement in finding.statements]
    for a, b in combinations(statements, 2):
        due = are_one_claim(tags[a.id], tags[b.id])
        if a.article_id != b.article_id and due is not None:
            told = claim_of[a.id] == claim_of[b.id]
            if told or due:
                yield Told(pile, told, due, a.told, b.told)


def main() -> int:
    """Print the figures of one half and, of the open half only, the pairs that are wrong or missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.claims", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument(
        "--kept", action="store_true", help="the piles kept aside, figures only"
    )
    kept = parser.parse_args().kept
    found = list(read_half(kept=kept))
    for one in [] if kept else found:
        if one.told is not one.due:
            fault = "wrong" if one.told else "missed"
            print(f"{one.pile}: {fault}: {one.ours!r} and {one.theirs!r}")
    pairs = count(found)
    print(
        f"{'kept' if kept else 'open'}: precision {pairs.precision:.3f}, recall {pairs.recall:.3f}, F1 {pairs.f1:.3f} "
        f"({pairs.right} right, {pairs.wrong} wrong, {pairs.missed} missed)"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
