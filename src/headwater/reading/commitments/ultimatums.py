"""An ultimatum: "has until Friday to leave or face arrest", "was given three days to disarm or face attack"."""

from collections.abc import Iterator

from headwater.lexicon import condition_words
from headwater.model import TriggerRole
from headwater.reading.commitments.clause import Clause
from headwater.reading.commitments.tree import Stretch, is_mark

_HAS = frozenset({"have", "has", "had"})
_UNTIL = frozenset({"until", "till"})
_UNITS = frozenset({"minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months"})  # fmt: skip
#: Words from "has" to the last day, and from there to "to", at most.
_FAR, _NEAR = 6, 5


def find_ultimatums(stretch: Stretch) -> Iterator[Clause]:
    """Yield what somebody has a time to do, or else bears something: what he is to do is the trigger."""
    lists, tree = condition_words(), stretch.tree
    for at in range(stretch.first, stretch.end):
        if stretch.lower(at) != "or":
            continue
        behind = next((n for n in range(at + 1, stretch.end) if not is_mark(tree.tokens[n])), None)  # fmt: skip
        if behind is None or not tree.has(behind, lists["bears"]):
            continue
        for due, to in _times_given(stretch, at):
            yield Clause(
                trigger=stretch.place(to, at),
                consequence=stretch.place(behind, stretch.end),
                role=TriggerRole.EXCEPTIVE,
                is_order=True,
                due=stretch.place(due, to),
            )
            return


def _times_given(stretch: Stretch, end: int) -> Iterator[tuple[int, int]]:
    """Yield where a time that somebody has or is given begins, and the "to" behind it."""
    tree, gives = stretch.tree, condition_words()["gives"] | _HAS
    for at in range(stretch.first, end):
        if not tree.has(at, gives):
            continue
        for n in range(at + 1, min(at + 1 + _FAR, end)):
            is_length = stretch.lower(n) in _UNITS and tree.tokens[n - 1].tag == "NUM"
            if is_length or stretch.lower(n) in _UNTIL:
                to = next((m for m in range(n, min(n + 1 + _NEAR, end)) if stretch.lower(m) == "to"), None)  # fmt: skip
                if to is not None:
                    yield (n - 1 if is_length else n), to
