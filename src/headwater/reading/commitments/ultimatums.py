"""An ultimatum: "has until Friday to leave or face arrest", "was given three days to disarm or face attack"."""

from collections.abc import Iterator

from headwater.lexicon import condition_words
from headwater.model import TriggerRole
from headwater.reading.commitments.ahead import has_modal
from headwater.reading.commitments.clause import Clause
from headwater.reading.commitments.extents import end_of_clause
from headwater.reading.commitments.tree import Stretch, is_mark

_HAS = frozenset({"have", "has", "had"})
_UNTIL = frozenset({"until", "till"})
_UNITS = frozenset({"minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months"})  # fmt: skip
#: Words from "has" to the last day, and from there to "to", at most.
_FAR, _NEAR = 9, 5


def find_ultimatums(stretch: Stretch) -> Iterator[Clause]:
    """Yield what somebody has a time to do, or else bears something: what he is to do is the trigger."""
    lists, tree = condition_words(), stretch.tree
    whole = Stretch(tree, 0, len(tree.tokens))
    for at in range(stretch.first, stretch.end):
        if stretch.lower(at) != "or":
            continue
        behind = next((n for n in range(at + 1, stretch.end) if not is_mark(tree.tokens[n])), None)  # fmt: skip
        if behind is None or not tree.has(behind, lists["bears"]):
            continue
        # "Gave the paper 48 hours to apologise or …": the time may stand before what is said.
        for verb, due, to in _times_given(whole, at):
            yield Clause(
                trigger=stretch.place(to, at),
                consequence=stretch.place(behind, stretch.end),
                role=TriggerRole.EXCEPTIVE,
                is_order=True,
                due=whole.place(due, to),
                giver=_giver(whole, verb),
            )
            return


def _giver(stretch: Stretch, verb: int) -> tuple[int, int] | None:
    """Give where whoever gives somebody a time is named: not whoever has it."""
    tree, gives = stretch.tree, condition_words()["gives"]
    is_passive = bool(tree.under(verb, "nsubj:pass", "aux:pass"))
    givers = tree.under(verb, "obl:agent") if is_passive else tree.under(verb, "nsubj")
    if not tree.has(verb, gives) or not givers:
        return None
    return stretch.place(tree.first(givers[0]), tree.last(givers[0]) + 1)


def find_expiring(stretch: Stretch, before: Stretch | None) -> Iterator[Clause]:
    """Yield "They have until Thursday. After that we will come in": the time that runs out is the trigger."""
    at = next((n for n in range(stretch.first, stretch.end) if not is_mark(stretch.tree.tokens[n])), stretch.end)  # fmt: skip
    opening = next(
        (w for w in _expired() if at < stretch.end and stretch.begins_with(at, w)), None
    )
    if before is None or opening is None:
        return
    behind = at + len(opening)
    end = end_of_clause(stretch, behind, stretch.end - 1)
    for _, first, _ in (
        _spans_given(before, before.end) if has_modal(stretch, behind, end) else ()
    ):
        yield Clause(
            trigger=before.place(before.first, before.end),
            consequence=stretch.place(behind, end),
            role=TriggerRole.SUFFICIENT,
            is_order=True,
            due=before.place(first, before.end),
        )
        return


def _expired() -> tuple[tuple[str, ...], ...]:
    """Give what leans on a time that has run out, the longest first: "after that"."""
    phrases = (tuple(phrase.split()) for phrase in condition_words()["expired"])
    return tuple(sorted(phrases, key=lambda words: (-len(words), words)))


def _times_given(stretch: Stretch, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield the verb of having or giving a time, where that begins, and the "to" behind it."""
    for verb, first, n in _spans_given(stretch, end):
        to = next((m for m in range(n, min(n + 1 + _NEAR, end)) if stretch.lower(m) == "to"), None)  # fmt: skip
        if to is not None:
            yield verb, first, to


def _spans_given(stretch: Stretch, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield a verb of having or giving, with the first and the last word of the time that is had."""
    tree, gives = stretch.tree, condition_words()["gives"] | _HAS
    for at in range(stretch.first, end):
        if not tree.has(at, gives):
            continue
        for n in range(at + 1, min(at + 1 + _FAR, end)):
            is_length = stretch.lower(n) in _UNITS and tree.tokens[n - 1].tag == "NUM"
            if is_length:
                yield at, n - 1, n
            elif stretch.lower(n) in _UNTIL:
                yield at, n, n
