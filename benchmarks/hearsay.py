"""How often the whole chain of nested hearsay is told right, on invented news of our own.

    python -m benchmarks.hearsay [--kept]

``hearsay.jsonl`` holds a text a line: its outlet, and the statements in it with the chain that
leads to each, from the page's outlet to whoever finally spoke. The texts were written before they
were ever read by Headwater. About half of them are kept aside, by a digest of their ids: their
figures are told and their failures never are, so that nobody can mend the rules by them.

A text is read as an article whose lines are all body; how pages are cut is measured elsewhere.
"""

import argparse
import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from headwater.model import Article, ChainLink, Statement, ZoneKind
from headwater.pages.assemble import Block, Metadata, assemble
from headwater.pages.mastheads import outlet_id
from headwater.reading import read_article
from training.claim_piles import bare_page

_RECORDS = Path(__file__).with_name("hearsay.jsonl")
#: Share of the characters of a gold content that a statement must hold to be the one meant.
_SAME_CONTENT = 0.5
_ARTICLE = re.compile(r"^(?:the|a|an) ")


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One statement of a text: its content, word for word, and the chain that leads to it.

    A name of the chain is any part of the phrase in the text that holds its head noun.
    """

    content: str
    chain: tuple[str, ...]


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """One invented text, its outlet, and the statements in it that are asked about."""

    id: str
    kind: str
    outlet: str
    text: str
    statements: tuple[Told, ...]

    def __post_init__(self) -> None:
        """Refuse a content that does not stand in the text, or stands there twice."""
        for told in self.statements:
            if self.text.count(told.content) != 1 or told.chain[:1] != (self.outlet,):
                raise ValueError(f"{self.id}: {told.content!r} is not in the text just once")

    @property
    def is_kept(self) -> bool:
        """Whether the text is kept aside: the first hex digit of its id's SHA-256 is odd."""
        return int(hashlib.sha256(self.id.encode()).hexdigest()[0], 16) % 2 == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One gold statement beside the statement of ours that is nearest to it, if any is."""

    record: Record
    gold: Told
    ours: Statement | None

    @property
    def is_exact(self) -> bool:
        """Whether the chain has as many links as the gold one, each of the same speaker."""
        if self.ours is None or len(self.ours.chain) != len(self.gold.chain):
            return False
        return all(map(is_same_speaker, self.gold.chain, self.ours.chain))


def main() -> int:
    """Print the figures of one half and, of the open half only, each chain that is wrong."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hearsay", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--kept", action="store_true", help="the half kept aside, figures only")
    kept = parser.parse_args().kept
    outcomes = read_half(kept=kept)
    if not kept:
        print_failures(outcomes)
    print_figures(outcomes, "kept" if kept else "open")
    return 0


def figures(shared: Path) -> dict[str, float]:  # noqa: ARG001 - called as every scorer is
    """Give the share of statements whose whole chain is exact, 0 to 1, in each half."""
    return {
        "hearsay_chain_open": share_exact(read_half(kept=False)),
        "hearsay_chain_kept": share_exact(read_half(kept=True)),
    }


def share_exact(outcomes: Sequence[Outcome]) -> float:
    """Give the share of statements whose chain is exact, 0 to 1."""
    return sum(one.is_exact for one in outcomes) / len(outcomes)


@cache
def read_half(*, kept: bool) -> tuple[Outcome, ...]:
    """Read every text of a half, and find each of its statements among ours."""
    return tuple(
        outcome
        for record in read_records()
        if record.is_kept == kept
        for outcome in read_record(record)
    )


def read_records() -> Iterator[Record]:
    """Read the texts, open and kept.

    Raises:
        ValueError: If a content does not stand exactly once in its text.
    """
    for line in _RECORDS.read_bytes().splitlines():
        yield msgspec.json.decode(line, type=Record)


def read_record(record: Record) -> Iterator[Outcome]:
    """Read one text, and pair each of its gold statements with the nearest of ours."""
    article = make_article(record)
    ours = read_article(article).statements
    for gold in record.statements:
        start = article.text.index(gold.content)
        place = set(range(start, start + len(gold.content)))
        yield Outcome(record=record, gold=gold, ours=_nearest(place, ours))


def make_article(record: Record) -> Article:
    """Make an article of a text, with outlet, dateline and credits found as on any page."""
    return assemble(
        bare_page(record.id),
        ordinal=0,
        title=None,
        blocks=[Block(text=part, kind=ZoneKind.BODY) for part in record.text.split("\n\n")],
        known=Metadata(outlet_name=record.outlet, outlet_evidence="given"),
    )


def is_same_speaker(gold: str, link: ChainLink) -> bool:
    """Tell whether a link names the speaker that the gold name does.

    One name has to hold the other, word by word. What is compared is the link's name or, behind
    the page's outlet, its words in the text. An outlet may go by another name of the registry:
    a link that "the agency" carries is called Agence France-Presse where the text has AFP.
    """
    names = [link.name] if link.position == 0 else [link.name, link.text]
    one_holds_other = any(_holds(gold, name) or _holds(name, gold) for name in names if name)
    return one_holds_other or outlet_id(gold) == link.actor_id


def print_failures(outcomes: Sequence[Outcome]) -> None:
    """Print each statement whose chain is not exact: its text, the gold chain and ours."""
    for one in outcomes:
        if not one.is_exact:
            ours = [link.name for link in one.ours.chain] if one.ours else None
            print(f"{one.record.id}: {one.record.text!r}")
            print(f"  said  {one.gold.content!r}")
            print(f"  gold  {' > '.join(one.gold.chain)}")
            print(f"  told  {' > '.join(map(str, ours)) if ours else 'no such statement'}\n")


def print_figures(outcomes: Sequence[Outcome], half: str) -> None:
    """Print how many statements are found, and how many chains are exact, by kind of text."""
    asked = Counter(one.record.kind for one in outcomes)
    exact = Counter(one.record.kind for one in outcomes if one.is_exact)
    # By kind a kept half of two or three texts would tell which of them fail.
    if half == "open":
        for kind, count in asked.items():
            print(f"{kind:<16} {exact[kind]:>3} of {count}")
    found = sum(one.ours is not None for one in outcomes)
    print(f"{half}: found {found} of {len(outcomes)}")
    print(
        f"{half}: chain exact {exact.total()} of {len(outcomes)}, {share_exact(outcomes):.3f}"
    )


def _nearest(place: set[int], ours: Sequence[Statement]) -> Statement | None:
    """Give the statement that holds this content and the least beside it; the deepest of equals."""
    best, score = None, (0.0, 0)
    for statement in ours:
        held = {at for span in statement.content for at in range(span.start, span.end)}
        shared = len(held & place)
        mine = (shared / len(held | place), statement.depth)
        if shared >= _SAME_CONTENT * len(place) and mine > score:
            best, score = statement, mine
    return best


def _holds(whole: str, part: str) -> bool:
    return f" {_normal(part)} " in f" {_normal(whole)} "


def _normal(name: str) -> str:
    """Give the words of a name in small letters, without article and punctuation."""
    plain = unicodedata.normalize("NFC", name).casefold().replace("’s", "").replace("'s", "")
    return _ARTICLE.sub("", " ".join(re.findall(r"\w+", plain)))


if __name__ == "__main__":
    raise SystemExit(main())
