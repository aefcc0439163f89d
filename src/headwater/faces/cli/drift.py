"""The command that shows what changed on the way, and who contradicts whom."""
# ruff: noqa: D301 - \b is click's mark for lines to be left as they are

import re
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from headwater.faces.cli.opening import opened
from headwater.faces.cli.options import case_argument, json_option
from headwater.faces.cli.printing import (
    no,
    plain,
    print_json,
    print_table,
    published_words,
    shorten,
)

if TYPE_CHECKING:
    from headwater.case import Dispute, SideBySide, ToldPassage

_CONTRADICTION: Final = "contradiction"
_KINDS: Final = (
    "hedge-lost hedge-added attribution-dropped attribution-changed condition-dropped condition-added modality-escalated "
    "modality-softened number-changed actor-changed scope-changed negation-flipped quote-changed label-changed "
    "detail-added detail-omitted contradiction"
).split()
_MOST_TEXT: Final = 260


@click.command()
@case_argument
@click.option("--claim", help="Only of this claim: an id, or the beginning of one.")
@click.option(
    "--kind", type=click.Choice(_KINDS), metavar="KIND", help="Only changes of this kind."
)
@json_option
def drift(case: Path, claim: str | None, kind: str | None, *, as_json: bool) -> None:
    """What changed between two tellings of a claim.

    Both passages stand side by side, the one nearer to the origin first; the
    words that differ are in square brackets. Then come contradictions: who says
    so, who denies it, and numbers that cannot both be true.

    KIND is one of: hedge-lost, hedge-added, attribution-dropped,
    attribution-changed, condition-dropped, condition-added, modality-escalated,
    modality-softened, number-changed, actor-changed, scope-changed,
    negation-flipped, quote-changed, label-changed, detail-added,
    detail-omitted, contradiction.

    \b
    Examples:
      headwater drift pile.hw
      headwater drift pile.hw --kind hedge-lost
      headwater drift pile.hw --claim 3f9c --json
    """
    with opened(case) as held:
        claim_id = held.claim(claim).id if claim is not None else None
        changes = held.side_by_side(claim_id, kind=kind)
        disputes = held.disputes(claim_id) if kind in {None, _CONTRADICTION} else ()
        if as_json:
            print_json((*changes, *disputes))
            return
        columns = (("What changed", 3), ("Nearer to the origin", 7), ("Farther from it", 7))
        if changes or not disputes:
            print_table(columns, map(_cells, changes), no("changes", claim, kind))
        for dispute in disputes:
            _print_dispute(dispute)


def _cells(row: "SideBySide") -> tuple[str, ...]:
    before = _told(row.before, row.from_text)
    return row.kind.value.replace("-", " "), before, _told(row.after, row.to_text)


def _print_dispute(dispute: "Dispute") -> None:
    click.echo(
        f"\nCannot all be true ({plain(dispute.kind)}): {shorten(dispute.why, _MOST_TEXT)}"
    )
    pairs = zip_longest(_widest(dispute.says), _widest(dispute.against))
    rows = ([_told(side) if side else "" for side in pair] for pair in pairs)
    print_table((("Some say", 1), ("Others say", 1)), rows, "")


def _widest(passages: Sequence["ToldPassage"]) -> list["ToldPassage"]:
    """Leave out what stands within another passage of the same article: a nested statement's own words."""
    return [one for one in passages if not any(_is_within(one, other) for other in passages)]


def _is_within(one: "ToldPassage", other: "ToldPassage") -> bool:
    around = other.start <= one.start and one.end <= other.end
    wider = (other.end - other.start, other.statement_id) > (
        one.end - one.start,
        one.statement_id,
    )
    return one.article_id == other.article_id and around and wider


def _told(passage: "ToldPassage", words: str | None = None) -> str:
    """Write who prints it and when, and the passage with the words that differ in brackets."""
    days = [str(day) if day else None for day in (passage.published_from, passage.published_to)]
    day = f", {published_words(*days)}" if any(days) else ""
    return f"{passage.outlet_name or 'unknown'}{day}: {_marked(plain(passage.text), plain(words or ''))}"


def _marked(text: str, words: str) -> str:
    found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) if words else None
    if found is None and len(words) > len(text) / 2:
        return shorten(words, _MOST_TEXT)
    if found is None:
        return f"[{shorten(words, _MOST_TEXT)}] {shorten(text, _MOST_TEXT)}".removeprefix("[] ")
    before, after = text[: found.start()], text[found.end() :]
    if not (before + after).strip(' “”".,'):
        return shorten(text, _MOST_TEXT)
    return shorten(f"{before}[{words}]{after}", _MOST_TEXT)
