"""Who waits for an order, and who is ready for one."""

from collections.abc import Iterator

from headwater.lexicon import condition_words
from headwater.model import CommitmentKind, TriggerRole
from headwater.reading.commitments.ahead import RESERVES, is_modal
from headwater.reading.commitments.clause import Clause
from headwater.reading.commitments.events import start_of_noun
from headwater.reading.commitments.extents import end_of_clause, start_of_clause
from headwater.reading.commitments.tree import Stretch, is_mark

#: Words from "reserves" to "right", at most: "its full right".
_RIGHT = 5
_LINKS = frozenset({"be", "stand", "stood", "remain", "stay", "keep", "kept", "have"})


def find_waiting(stretch: Stretch, *, is_asked: bool) -> Iterator[Clause]:
    """Yield "wait for orders from X", where it is asked for: the order is the trigger."""
    tree, lists = stretch.tree, condition_words()
    for at in range(stretch.first, stretch.end):
        if not tree.has(at, lists["waits"]) and stretch.lower(at) != "waiting":
            continue
        first = at + 1 + (stretch.lower(at + 1) == "for")
        noun = next((n for n in range(first, min(stretch.end, first + 6)) if tree.has(n, lists["leave"])), None)  # fmt: skip
        if noun is None:
            continue
        start = _start_of_order(stretch, at)
        if start is None and is_asked:
            start = stretch.first
        if start is not None:
            yield Clause(
                trigger=stretch.place(first, end_of_clause(stretch, first, noun)),
                consequence=stretch.place(start, at + 1),
                role=TriggerRole.NECESSARY,
                kind=CommitmentKind.CONDITION,
            )


def _start_of_order(stretch: Stretch, at: int) -> int | None:
    """Give the "to" of "were told to wait", where a verb of ordering stands before it."""
    orders, tree = condition_words()["orders"], stretch.tree
    for n in range(at - 1, stretch.first, -1):
        is_to = stretch.lower(n) == "to" and tree.tokens[n].tag == "PART"
        if is_to and any(tree.has(m, orders) for m in range(max(stretch.first, n - 5), n)):
            return n
        if tree.tokens[n].text in {";", ":"}:
            return None
    return None


def find_readiness(stretch: Stretch) -> Iterator[tuple[int, Clause]]:
    """Yield where "is ready for …" and "readiness to …" stand, with the clause each is of."""
    tree, lists = stretch.tree, condition_words()
    for at in range(stretch.first, stretch.end):
        word = stretch.lower(at)
        following = stretch.lower(at + 1)
        if following and is_mark(tree.tokens[at + 1]):
            following = stretch.lower(at + 2)
        if tree.has(at, RESERVES) and _is_right(stretch, at):
            end = end_of_clause(stretch, at + 1, at)
            yield (
                tree.tokens[at].start,
                Clause(
                    trigger=None,
                    consequence=stretch.place(start_of_clause(stretch, at), end),
                    kind=CommitmentKind.READINESS,
                ),
            )
            continue
        leads = {"to", "for", "at", "of"} if word == "readiness" else {"to", "for", "at"}
        if word not in lists["ready"] or following not in leads:
            continue
        if word == "readiness":
            is_told = tree.subject(at) is not None  # "crews are at an hour's readiness"
            start = start_of_clause(stretch, at) if is_told else start_of_noun(stretch, at)
        elif _is_stated(stretch, at) and tree.tokens[stretch.top(at)].relation != "acl:relcl":
            start = min(start_of_clause(stretch, at), _start_of_link(stretch, at))
        else:
            continue
        end = end_of_clause(stretch, at + 1, at)
        clause = Clause(
            trigger=None,
            consequence=stretch.place(start, end),
            kind=CommitmentKind.READINESS,
        )
        yield tree.tokens[at].start, clause


def _is_right(stretch: Stretch, at: int) -> bool:
    """Tell "reserves the right to" from "reserves seats"."""
    near = range(at + 1, at + _RIGHT)
    return any(stretch.lower(n) == "right" and stretch.lower(n + 1) == "to" for n in near)


def _start_of_link(stretch: Stretch, at: int) -> int:
    """Give where the clause of "stood" begins in "it stood ready", which the tree may hang elsewhere."""
    is_verb = stretch.lower(at - 1) in _LINKS and stretch.tree.tokens[at - 1].tag == "VERB"
    return start_of_clause(stretch, at - 1) if is_verb else at


def _is_stated(stretch: Stretch, at: int) -> bool:
    """Tell "stands ready" from "prepared the ground", and from an order "to be ready"."""
    tree = stretch.tree
    for n in range(at - 1, max(stretch.first, at - 5) - 1, -1):
        if tree.has(n, _LINKS) and tree.tokens[n].tag in {"AUX", "VERB"}:
            if stretch.lower(n) == "being":  # "troops are being prepared": others say so
                return False
            if stretch.lower(n) == "be":
                return any(is_modal(stretch, m) for m in range(max(stretch.first, n - 3), n))
            return stretch.lower(n - 1) != "to"
        if tree.tokens[n].tag == "CCONJ" and tree.tokens[at].tag == "VERB":
            return False  # "is cooked and prepared for the table"
    return False
