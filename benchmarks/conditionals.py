"""How many threats, promises, warnings and conditions are told with their exact words.

    python -m benchmarks.conditionals [--kept]

``conditionals.jsonl`` holds a hundred invented texts of a sentence or two, each with the commitments in
it: kind, issuer, trigger and consequence word for word, whom it aims at, whom it serves and by
when. Twenty-two of them commit nobody ("asked if", what might have been, recipes, sport). They were
written before they were ever read by Headwater. The even numbers are kept aside: their figures
are told and their failures never are, so that nobody can mend the rules by them.

A trigger is told with the word that opens it ("unless wages rise"), as in the gold of the seeds.
"""

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import msgspec

from benchmarks import hearsay
from headwater.model import ArticleFindings, Commitment, Span
from headwater.reading import read_article

_RECORDS = Path(__file__).with_name("conditionals.jsonl")
_EDGES = " \n“”\"'’‘,.;:!?"


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One commitment of a text; a trigger of None is not stated."""

    kind: str
    issuer: str
    trigger: str | None
    consequence: str
    target: tuple[str, ...]
    beneficiary: tuple[str, ...]
    deadline: str | None


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """One invented text, its outlet, and the commitments in it, none for one that looks like it."""

    id: str
    outlet: str
    text: str
    commitments: tuple[Told, ...]

    def __post_init__(self) -> None:
        """Refuse words that do not stand in the text, or stand there twice."""
        for told in self.commitments:
            for words in filter(None, (told.trigger, told.consequence)):
                if self.text.count(words) != 1:
                    raise ValueError(f"{self.id}: {words!r} is not in the text just once")

    @property
    def is_kept(self) -> bool:
        """Whether the text is kept aside: its number is even."""
        return int(self.id[1:]) % 2 == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One gold commitment beside the one of ours that shares most words with it, if any does."""

    record: Record
    gold: Told
    ours: Commitment | None
    found: ArticleFindings

    @property
    def is_exact(self) -> bool:
        """Whether trigger and consequence are told word for word, marks at the edges aside."""
        return (
            self.ours is not None
            and _words(self.gold.trigger) == _words(self.ours.trigger)
            and _words(self.gold.consequence) == _words(self.ours.consequence)
        )

    @property
    def is_kind(self) -> bool:
        """Whether it is of the gold kind."""
        return self.ours is not None and self.ours.kind == self.gold.kind

    @property
    def is_issuer(self) -> bool:
        """Whether the issuer is the link of the chain that the gold names."""
        if self.ours is None or self.ours.issuer is None:
            return False
        said = next(s for s in self.found.statements if s.id == self.ours.statement_id)
        link = next((one for one in said.chain if one.actor_id == self.ours.issuer), None)
        return link is not None and hearsay.is_same_speaker(self.gold.issuer, link)

    @property
    def is_deadline(self) -> bool:
        """Whether the deadline begins with the gold's words, or neither has one."""
        ours = self.ours.deadline if self.ours else None
        return (ours or "").startswith(self.gold.deadline or "") and bool(ours) == bool(
            self.gold.deadline
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Half:
    """A half as it was read: its commitments, and what we told beside them, by text."""

    outcomes: tuple[Outcome, ...]
    extra: tuple[tuple[Record, Commitment], ...]
    idle: int


def main() -> int:
    """Print the figures of one half and, of the open half only, each commitment told wrong."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.conditionals", description=__doc__
    )
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--kept", action="store_true", help="the half kept aside, figures only")
    kept = parser.parse_args().kept
    half = read_half(kept=kept)
    if not kept:
        _print_failures(half)
    _print_figures(half, "kept" if kept else "open")
    return 0


def figures(shared: Path) -> dict[str, float]:  # noqa: ARG001 - called as every scorer is
    """Give the share of commitments with trigger and consequence exact, 0 to 1, in each half."""
    return {
        "conditionals_exact_open": share_exact(read_half(kept=False)),
        "conditionals_exact_kept": share_exact(read_half(kept=True)),
    }


def share_exact(half: Half) -> float:
    """Give the share of commitments whose trigger and consequence are both exact, 0 to 1."""
    return sum(one.is_exact for one in half.outcomes) / len(half.outcomes)


@cache
def read_half(*, kept: bool) -> Half:
    """Read every text of a half, and pair its commitments with ours, one to one."""
    records = [record for record in read_records() if record.is_kept == kept]
    outcomes: list[Outcome] = []
    extra: list[tuple[Record, Commitment]] = []
    for record in records:
        found = read_article(hearsay.make_article(_as_page(record)))
        left = list(found.commitments)
        for gold in record.commitments:
            ours = max(left, key=partial(_shared, gold), default=None)
            if ours is not None and not _shared(gold, ours):
                ours = None
            if ours is not None:
                left.remove(ours)
            outcomes.append(Outcome(record=record, gold=gold, ours=ours, found=found))
        extra += [(record, one) for one in left]
    return Half(
        outcomes=tuple(outcomes),
        extra=tuple(extra),
        idle=sum(not record.commitments for record in records),
    )


def read_records() -> Iterator[Record]:
    """Read the texts, open and kept.

    Raises:
        ValueError: If words of a commitment do not stand exactly once in its text.
    """
    for line in _RECORDS.read_bytes().splitlines():
        yield msgspec.json.decode(line, type=Record)


def _as_page(record: Record) -> hearsay.Record:
    return hearsay.Record(
        id=record.id, kind="", outlet=record.outlet, text=record.text, statements=()
    )


def _shared(gold: Told, ours: Commitment) -> int:
    """Count the words that trigger and consequence have in common."""
    return sum(
        len(set(_words(theirs).split()) & set(_words(mine).split()))
        for theirs, mine in ((gold.trigger, ours.trigger), (gold.consequence, ours.consequence))
    )


def _words(text: str | Span | None) -> str:
    plain = text.text if isinstance(text, Span) else text or ""
    return re.sub(r"\s+", " ", plain).strip(_EDGES).casefold()


def _print_failures(half: Half) -> None:
    for one in half.outcomes:
        if not (one.is_exact and one.is_kind and one.is_issuer and one.is_deadline):
            print(f"{one.record.id}: {one.record.text}")
            gold, ours = one.gold, one.ours
            print(
                f"  gold  {gold.kind}, {gold.issuer}: {gold.trigger!r} -> {gold.consequence!r} {gold.deadline}"
            )
            print(f"  told  {_line(ours) if ours else 'nothing'}\n")
    for record, ours in half.extra:
        print(f"{record.id}: {record.text}\n  beside  {_line(ours)}\n")


def _line(ours: Commitment) -> str:
    trigger = ours.trigger.text if ours.trigger else None
    consequence = ours.consequence.text if ours.consequence else None
    return f"{ours.kind}, {ours.issuer}: {trigger!r} -> {consequence!r} {ours.deadline}"


def _print_figures(half: Half, name: str) -> None:
    count = len(half.outcomes)
    rows: Sequence[tuple[str, int]] = (
        ("found", sum(one.ours is not None for one in half.outcomes)),
        ("trigger and consequence exact", sum(one.is_exact for one in half.outcomes)),
        ("kind", sum(one.is_kind for one in half.outcomes)),
        ("issuer", sum(one.is_issuer for one in half.outcomes)),
        ("deadline", sum(one.is_deadline for one in half.outcomes)),
    )
    for row, right in rows:
        print(f"{name}: {row} {right} of {count}, {right / count:.3f}")
    alarms = len({record.id for record, _ in half.extra if not record.commitments})
    print(f"{name}: false alarms {alarms} of {half.idle} texts that commit nobody")
    print(
        f"{name}: told beside the right ones {sum(bool(r.commitments) for r, _ in half.extra)}"
    )


if __name__ == "__main__":
    raise SystemExit(main())
