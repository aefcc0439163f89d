"""Two halves side by side: "No pay, no patrols", "one more shot and the truce is over", "either he goes or we do"."""

from collections.abc import Iterator

from headwater.lexicon import condition_words
from headwater.model import CommitmentKind, TriggerRole
from headwater.reading.commitments.ahead import has_modal
from headwater.reading.commitments.clause import Clause
from headwater.reading.commitments.extents import end_of_clause, is_as_good_as
from headwater.reading.commitments.tree import Stretch, is_mark

_CLAUSES = frozenset({"VERB", "AUX"})
_RELATIVES = frozenset({"that", "which", "who", "whose"})
#: Words of each half of "No pay, no patrols", at most.
_SHORTEST = 6
#: Determiners of the one event that is enough: "one more shot and …".
_ENOUGH = (("one", "more"), ("one",), ("a", "single"), ("another",), ("any",))


def find_pairs(stretch: Stretch) -> Iterator[Clause]:
    """Yield a condition whose two halves only stand side by side: the first is the trigger."""
    tokens = stretch.tree.tokens
    at = next((n for n in range(stretch.first, stretch.end) if not is_mark(tokens[n])), stretch.end)  # fmt: skip
    yield from _without(stretch, at)
    yield from _enough(stretch, at)
    yield from _either(stretch, at)


def _without(stretch: Stretch, at: int) -> Iterator[Clause]:
    """ "No pay, no patrols": neither half has a verb."""
    tokens = stretch.tree.tokens
    comma = next((n for n in range(at, stretch.end) if stretch.lower(n) == ","), stretch.end)
    halves = (comma - at, stretch.end - comma - 1)
    is_bare = not any(tokens[n].tag in _CLAUSES for n in range(at, stretch.end))
    begins = stretch.lower(at) == "no" == stretch.lower(comma + 1)
    if begins and is_bare and max(halves) <= _SHORTEST:
        yield Clause(
            trigger=stretch.place(at, comma),
            consequence=stretch.place(comma + 1, stretch.end),
            role=TriggerRole.NECESSARY,
            kind=CommitmentKind.CONDITION,
        )


def _enough(stretch: Stretch, at: int) -> Iterator[Clause]:
    """ "One more shot and the truce is over": an event without a verb, and what follows from it."""
    tokens = stretch.tree.tokens
    if not any(at < stretch.end and stretch.begins_with(at, words) for words in _ENOUGH):
        return
    joins = next((n for n in range(at, stretch.end) if stretch.lower(n) == "and"), stretch.end)
    half = range(at, joins)  # "any money that the firm and its owner hold" has no second half
    if any(tokens[n].tag in _CLAUSES or stretch.lower(n) in _RELATIVES for n in half):
        return
    end = end_of_clause(stretch, joins + 1, stretch.end - 1)
    if has_modal(stretch, joins + 1, end) or is_as_good_as(stretch, (joins + 1, end)):
        yield Clause(
            trigger=stretch.place(at, joins),
            consequence=stretch.place(joins + 1, end),
            role=TriggerRole.SUFFICIENT,
            is_order=True,
        )


def _either(stretch: Stretch, at: int) -> Iterator[Clause]:
    """ "Either the governor goes or the schools stay shut": each half with a subject and a verb of its own."""
    if stretch.lower(at) != "either":
        return
    tree = stretch.tree
    joins = next((n for n in range(at, stretch.end) if stretch.lower(n) == "or"), stretch.end)
    subjects = [n for n in range(at, stretch.end) if tree.is_in(n, "nsubj", "expl")]
    verbs = {tree.tokens[n].head for n in subjects}
    is_past = any(tree.tokens[v].lower.endswith("ed") for v in verbs if v >= 0)
    if any(n < joins for n in subjects) and any(n > joins for n in subjects) and not is_past:
        yield Clause(
            trigger=stretch.place(at + 1, joins),
            consequence=stretch.place(joins + 1, stretch.end),
            role=TriggerRole.EXCEPTIVE,
            is_order=bool(condition_words()["harm"] & {tree.lemma(v) for v in verbs if v >= 0}),
        )
