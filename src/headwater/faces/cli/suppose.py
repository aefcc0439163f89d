"""The command that asks what would follow, by what has been said."""
# ruff: noqa: D301 - \b is click's mark for lines to be left as they are

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from headwater.faces.cli.commitments import sense
from headwater.faces.cli.opening import opened
from headwater.faces.cli.options import case_argument, json_option
from headwater.faces.cli.printing import (
    origins_words,
    print_json,
    print_lines,
    published_words,
    shorten,
)

if TYPE_CHECKING:
    from headwater.model import (
        OrderTie,
        Passage,
        Supposed,
        SupposedCommitment,
        SupposedStep,
        Understood,
    )

_MOST_TEXT = 200
_STATES = {
    "trigger-reported": "its trigger is reported already",
    "consequence-reported": "its consequence is reported already",
    "withdrawn": "reported as taken back",
    "undated": "not followed, as its page has no certain day",
}
_NOTHING_INFERRED = (
    "Told is only what somebody in the pile has said would follow. Nothing is inferred, and that\n"
    "nothing is told does not mean that nothing would follow."
)


@click.command()
@case_argument
@click.argument("supposition")
@click.option(
    "--depth",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="How many steps: what one commitment says would follow is supposed in its turn.",
)
@json_option
def suppose(case: Path, supposition: str, depth: int, *, as_json: bool) -> None:
    """What would follow, by the threats and promises made.

    SUPPOSITION is a plain clause: who does what to whom. How it was read
    stands first. Then come the commitments whose trigger it meets: all that
    the trigger names must be supposed, the same must be done, by nobody
    else. Each is told with its words, hedges, strength and origins, whose
    orders stand in between, and what must come first. What waits for the
    supposition, holds only until it, or would be averted by it, is told
    apart; so is what comes near and is not met.

    \b
    Examples:
      headwater suppose pile.hw "the river guard closes the strait"
      headwater suppose pile.hw "a ferry is sunk" --depth 2 --json
    """
    with opened(case) as held:
        found = held.suppose(supposition, depth)
    if as_json:
        print_json([found])
        return
    print_lines(_lines(found))


def _lines(found: "Supposed") -> Iterator[str]:
    yield from _understood_lines(found.understood)
    yield ""
    yield from _NOTHING_INFERRED.splitlines()
    yield ""
    number = len(found.steps)
    yield (
        "No commitment would fire"
        if not number
        else f"{number} commitment{'s' if number > 1 else ''} would fire"
    )
    for count, step in enumerate(found.steps, 1):
        yield ""
        yield from _step_lines(count, step, found)
    for title, some in (
        ("These wait for it; that they then act, nobody says", found.released),
        ("These hold only until then; what comes after, nobody says", found.ended),
        ("These would be averted", found.averted),
        ("Near, and not met", found.near),
    ):
        if some:
            yield from ("", title)
            for one in some:
                yield from _commitment_lines(one, "  ")


def _understood_lines(read: "Understood") -> Iterator[str]:
    by, on = ", ".join(read.actors), ", ".join(read.recipients)
    told = "not " if read.negative else ""
    if read.type:
        told += (
            f"{read.type} (“{read.verb}”)"
            + (f" by {by}" if by else "")
            + (f" on {on}" if on else "")
        )
    else:
        told += (
            " ".join(filter(None, (by, f"“{read.verb}”", on))) + ", which is no type of event"
        )
    yield f"Read as: {told}"
    for name, key, called in read.known:
        yield (
            f"  {name}: in the case as {called} ({key})"
            if name != called
            else f"  {name}: in the case ({key})"
        )
    if read.unknown:
        yield f"  not an actor of the case: {', '.join(read.unknown)}"


def _step_lines(count: int, step: "SupposedStep", found: "Supposed") -> Iterator[str]:
    from headwater.faces.report import plural  # noqa: PLC0415 - opened when the command runs

    one = step.commitment
    if step.after:
        before = next(
            n for n, s in enumerate(found.steps, 1) if s.commitment.commitment_id == step.after
        )
        yield f"{count}. if {before} follows (“{shorten(step.given, _MOST_TEXT)}”):"
    lines = list(_commitment_lines(one, "   "))
    yield lines[0] if step.after else f"{count}. {lines[0].strip()}"
    yield from lines[1:]
    if one.state is None:
        yield "   whether any of it is reported was not looked for; see: headwater commitments"
    for orders in alike_orders(step.orders):
        more = f"; and in {plural(len(orders) - 1, 'other passage')}" if orders[1:] else ""
        yield f"   orders in between: {_order(orders[0])}{more}"
    for other in step.waits_for:
        yield "   what must come first:"
        yield from _commitment_lines(other, "     ")


def _commitment_lines(one: "SupposedCommitment", indent: str) -> Iterator[str]:
    state = f" · {_STATES.get(one.state.value, one.state.value)}" if one.state else ""
    issuer = shorten(one.issuer, 80) if one.issuer else "nobody named"
    yield f"{indent}{one.kind} · {one.strength} · {issuer}{state}"
    yield f"{indent}  {sense(one.trigger, one.trigger_role, one.consequence)}"
    yield f"{indent}  said: {_where(one.ours)}, {origins_words(one.independent)}"
    hedges = dict.fromkeys(h.text.lower() for h in one.hedges if h.kind != "future")
    if hedges:
        yield f"{indent}  hedged: {', '.join(hedges)}"
    if one.reasons:
        yield f"{indent}  why: {'; '.join(one.reasons)}"


def alike_orders(orders: "Iterable[OrderTie]") -> "Iterable[list[OrderTie]]":
    """Put together the passages that tell of one tie, in the order in which the ties come."""
    found: dict[tuple[str, ...], list[OrderTie]] = defaultdict(list)
    for order in orders:
        found[order.subject, order.kind, order.object, order.modality].append(order)
    return found.values()


def _order(order: "OrderTie") -> str:
    tie = order.kind.replace("_", " ")
    sure = "" if order.modality == "asserted" else f" ({order.modality})"
    return (
        f"{shorten(order.subject, 60)} {tie} {shorten(order.object, 60)}{sure}, {_where(order.passage)}:"
        f" “{shorten(order.passage.text, _MOST_TEXT)}”"
    )


def _where(passage: "Passage") -> str:
    from headwater.faces.cli.tables import chain_words  # noqa: PLC0415 - opened when the command runs

    outlet = passage.outlet_name or "unknown outlet"
    chain = chain_words(passage.chain, passage.outlet_name) or outlet
    return f"{shorten(chain, 120)}, {published_words(passage.published_from, passage.published_to)} [{passage.article_id[:8]}]"
