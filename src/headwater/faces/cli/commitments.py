"""The command that tells what was threatened, promised and made conditional."""
# ruff: noqa: D301 - \b is click's mark for lines to be left as they are
# ruff: noqa: PLC0415 - the rooms are opened when a command runs, so that --help stays quick

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from headwater.faces.cli.opening import opened, tell_nearest
from headwater.faces.cli.options import case_argument, json_option
from headwater.faces.cli.printing import (
    no,
    origins_words,
    print_json,
    print_lines,
    published_words,
    shorten,
)

if TYPE_CHECKING:
    from headwater.case import HeldCommitment, Wording
    from headwater.model import Fate, FateLink, TriggerRole

_KINDS: Final = ("threat", "promise", "warning", "forecast", "condition", "readiness")
#: How a trigger is led in that no word of its own opens: "any attack", "Iranian orders".
_LEADS: Final = {
    "sufficient": "given",
    "exceptive": "failing",
    "necessary": "waiting for",
    "concessive": "even given",
}
#: Words that say no more than the verb does: what is to come is the matter of every commitment.
_NO_HEDGES: Final = frozenset({"future"})
_MOST_TEXT: Final = 200
_STATES: Final = (
    "open",
    "trigger-reported",
    "consequence-reported",
    "withdrawn",
    "averted",
    "expired",
    "undated",
)
_SORTS: Final = {
    "trigger": "reported, the trigger:",
    "consequence": "reported, the consequence:",
    "withdrawal": "reported, taken back:",
    "averting": "reported, what was to avert it:",
}


@click.command()
@case_argument
@click.option(
    "--issuer",
    help="Only those of an issuer, or of whom he speaks for, whose name or words hold this.",
)
@click.option("--kind", type=click.Choice(_KINDS), help="Only those of this kind.")
@click.option(
    "--state", type=click.Choice(_STATES), help="Only those of which this is reported."
)
@json_option
def commitments(
    case: Path, issuer: str | None, kind: str | None, state: str | None, *, as_json: bool
) -> None:
    """What is threatened or promised, on what, and what became of it.

    One entry for each commitment, however many articles tell it; the most
    retold comes first, then the earliest. Under it stand all its wordings,
    each with its outlet and the chain that leads to its issuer. Strength
    says how firmly the words bind: vowed, stated, warned, ready, possible,
    hinted.

    Behind the strength stands what later articles report: its trigger, its
    consequence, that it was taken back, that the demand was met that was to
    avert it; or that its last day is past, by the newest article. What was
    to hold as long as, or until, something is has its trigger in the end of
    that, and its consequence in its own. The passages stand below, each with its outlet, its
    day and the origins of what it tells. Open means that nothing in the
    pile fits, not that nothing happened; undated, that no page of it has a
    day, so that nothing is known to be later.

    \b
    Examples:
      headwater commitments pile.hw
      headwater commitments pile.hw --kind threat --state open
      headwater commitments pile.hw --issuer "harbour guard" --json
    """
    with opened(case) as held:
        found = held.followed_commitments(issuer=issuer, kind=kind, state=state)
        tell_nearest(held, issuer, found)
        if as_json:
            print_json(found)
            return
        for one in found:
            print_lines((*_lines(one), ""))
        if not found:
            click.echo(no("commitments", issuer, kind, state))


def _lines(one: "HeldCommitment") -> Iterator[str]:
    told = f"{one.articles} articles" if one.articles > 1 else "1 article"
    by = shorten(one.issuer, 80) if one.issuer else "nobody named"
    by += f", for {shorten(one.for_whom, 80)}" if one.for_whom else ""
    strength = one.strength.value
    if one.firmest is not one.strength:
        strength += f" ({one.firmest} elsewhere)"
    state = f" · {_state(one.fate)}" if one.fate else ""
    yield f"{one.kind} · {strength} · {by} · {told}{state}"
    yield f"  {sense(one.trigger, one.trigger_role, one.consequence)}"
    for label, words in (
        ("aimed at:", ", ".join(one.target)),
        ("serves:", ", ".join(one.beneficiary)),
        ("due:", due_words(one.deadline or "")),
    ):
        if words:
            yield f"  {label} {shorten(words, _MOST_TEXT)}"
    for wording in one.wordings:
        yield from _wording_lines(wording, is_only=len(one.wordings) == 1)
    for link in one.fate.links if one.fate else ():
        yield from _link_lines(link)


def due_words(deadline: str) -> str:
    """Give the words and the last day of "by Friday (2031-04-02/2031-04-04)"."""
    words, _, interval = deadline.rpartition(" (")
    last = interval.rstrip(")").rpartition("/")[2]
    return f"{words} ({last})" if words and last[:1].isdigit() else deadline


def _state(fate: "Fate") -> str:
    if fate.state.value == "undated":
        return "not followed, as its page has no certain day"
    if fate.state.value == "expired":
        return f"expired (last day {fate.last_day}, newest page {fate.as_of})"
    return fate.state.value.replace("-", " ")


def _link_lines(link: "FateLink") -> Iterator[str]:
    from headwater.faces.cli.tables import chain_words

    theirs = link.theirs
    outlet = shorten(
        chain_words(theirs.chain, theirs.outlet_name) or theirs.outlet_name or "unknown outlet",
        120,
    )
    days = dict.fromkeys(d for d in (theirs.happened_from, theirs.happened_to) if d)
    happened = f", of {' to '.join(days)}" if days else ""
    counted = origins_words(theirs.independent)
    yield f"  > {_SORTS[link.sort.value]} {outlet}, {published_words(theirs.published_from, theirs.published_to)} [{theirs.article_id[:8]}]{happened}, {counted}"
    yield f"      “{shorten(theirs.text, 2 * _MOST_TEXT)}”"
    yield f"      why: {'; '.join(link.reasons)}"


def _wording_lines(wording: "Wording", *, is_only: bool) -> Iterator[str]:
    from headwater.faces.cli.tables import chain_words

    days = (wording.published_from, wording.published_to)
    day = f", {published_words(*days)}" if any(days) else ""
    chain = chain_words(wording.chain, wording.outlet_name)
    yield f"  · {shorten(chain or wording.outlet_name or 'unknown outlet', 120)}{day} [{wording.article_id[:8]}]"
    if not is_only:
        parts = [part for part in (wording.trigger, wording.consequence) if part]
        yield f"      {shorten(' → '.join(parts), 2 * _MOST_TEXT)}"
    hedges = dict.fromkeys(h.text.lower() for h in wording.hedges if h.kind not in _NO_HEDGES)
    if hedges:
        yield f"      hedged: {', '.join(hedges)}"


def sense(trigger: str | None, role: "TriggerRole | None", consequence: str | None) -> str:
    """Write "if X → Y", with a word before a trigger that none of its own opens."""
    from headwater.lexicon import condition_words

    then = shorten(consequence or "", _MOST_TEXT)
    if trigger is None:
        return then
    words = tuple(trigger.lower().split())
    lists = condition_words()
    opens = any(words[: len(o.words)] == o.words for o in lists.openers) or words[0] in lists["inverted"]  # fmt: skip
    lead = "" if opens or role is None else f"[{_LEADS[role.value]}] "
    return f"{lead}{shorten(trigger, _MOST_TEXT)} → {then}"
