"""An ultimatum: "has until Friday to leave or face arrest", "was given three days to disarm or face attack"."""

import re
from collections.abc import Iterator

from headwater.lexicon import condition_words
from headwater.model import CommitmentKind, TriggerRole
from headwater.reading.commitments.ahead import has_modal
from headwater.reading.commitments.clause import Clause
from headwater.reading.commitments.extents import end_of_clause
from headwater.reading.commitments.tree import Stretch, is_mark
from headwater.reading.given import HAS, must_yield, spans_given, times_given

POINTS_BACK = re.compile(r"\b(after|by|beyond|past) (that (day|date|time|hour)|then)\b")


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
        for verb, due, to in times_given(tree, 0, at):
            yield Clause(
                trigger=stretch.place(to, at),
                consequence=stretch.place(behind, stretch.end),
                role=TriggerRole.EXCEPTIVE,
                is_order=True,
                due=whole.place(due, to),
                giver=_giver(whole, verb),
            )
            return


def find_given(
    stretch: Stretch, following: Stretch | None, *, is_said: bool
) -> Iterator[Clause]:
    """Yield "gave them until Friday to leave", which leaves unsaid what comes else, unless the next sentence says it.

    Where the tree gives the verb no subject, behind what somebody says, it is his: "said so, and gave them a week".
    That they "have until Friday" is the word of whoever ``is_said`` to say so.
    """
    tree = stretch.tree
    whole = Stretch(tree, 0, len(tree.tokens))
    if following is not None and _leans_on(following):
        return
    for verb, due, to in times_given(tree, 0, whole.end):
        subject, giver = tree.subject(verb), _giver(whole, verb)
        is_had = is_said and stretch.holds(verb) and tree.has(verb, HAS)
        is_told = giver is not None or is_had or (subject is None and verb >= stretch.end)
        if not (is_told and must_yield(tree, to)):
            continue
        start = verb if subject is None else min(tree.first(subject), verb)
        yield Clause(
            trigger=whole.place(to, end_of_clause(whole, to, to + 1)),
            consequence=whole.place(start, to),
            role=TriggerRole.EXCEPTIVE,
            kind=CommitmentKind.THREAT,
            is_hint=True,
            is_order=True,
            due=whole.place(due, to),
            giver=giver,
        )
        return


def _leans_on(following: Stretch) -> bool:
    """Tell whether a sentence says what comes when a time has run out: "After that …", "if they are here by then"."""
    said = " ".join(t.lower for t in following.tree.tokens)
    return _opens_expired(following) is not None or POINTS_BACK.search(said) is not None


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
    behind = _opens_expired(stretch)
    if before is None or behind is None:
        return
    end = end_of_clause(stretch, behind, stretch.end - 1)
    for _, first, _ in (
        spans_given(before.tree, before.first, before.end)
        if has_modal(stretch, behind, end)
        else ()
    ):
        yield Clause(
            trigger=before.place(before.first, before.end),
            consequence=stretch.place(behind, end),
            role=TriggerRole.SUFFICIENT,
            is_order=True,
            due=before.place(first, before.end),
        )
        return


def _opens_expired(stretch: Stretch) -> int | None:
    """Give the word behind "after that" where a sentence opens with it."""
    at = next((n for n in range(stretch.first, stretch.end) if not is_mark(stretch.tree.tokens[n])), stretch.end)  # fmt: skip
    opens = (w for w in _expired() if at < stretch.end and stretch.begins_with(at, w))
    return next((at + len(words) for words in opens), None)


def _expired() -> tuple[tuple[str, ...], ...]:
    """Give what leans on a time that has run out, the longest first: "after that"."""
    phrases = (tuple(phrase.split()) for phrase in condition_words()["expired"])
    return tuple(sorted(phrases, key=lambda words: (-len(words), words)))
