"""Time that somebody has, or is given, to do something in: "has until Friday to", "gave them 48 hours to"."""

from collections.abc import Iterator

from headwater.lexicon import condition_words
from headwater.reading.tree import SentenceTree

HAS = frozenset({"have", "has", "had"})
_UNTIL = frozenset({"until", "till"})
_UNITS = frozenset({"minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months"})  # fmt: skip
#: Words from "has" to the last day, and from there to "to", at most.
_FAR, _NEAR = 9, 8


def times_given(tree: SentenceTree, first: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield the verb of having or giving a time among some words, where that begins, and the "to" behind it."""
    for verb, start, last in spans_given(tree, first, end):
        near = range(last, min(last + 1 + _NEAR, end))
        to = next((n for n in near if tree.tokens[n].lower == "to"), None)
        if to is not None:
            yield verb, start, to


def spans_given(tree: SentenceTree, first: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield a verb of having or giving, with the first and the last word of the time that is had."""
    gives = condition_words()["gives"] | HAS
    for at in range(first, end):
        if not tree.has(at, gives) or tree.is_in(at, "aux"):
            continue
        for n in range(at + 1, min(at + 1 + _FAR, end)):
            word = tree.tokens[n].lower
            if word in _UNITS and tree.tokens[n - 1].tag == "NUM":
                yield at, n - 1, n
            elif word in _UNTIL:
                yield at, n, n


def is_ultimatum(tree: SentenceTree, verb: int) -> bool:
    """Tell whether a verb gives somebody a time to do what he would only do under a threat: "gave them a day to leave"."""
    return tree.has(verb, condition_words()["gives"]) and any(
        at == verb and must_yield(tree, to)
        for at, _, to in times_given(tree, verb, len(tree.tokens))
    )


def must_yield(tree: SentenceTree, to: int) -> bool:
    """Tell whether a verb of giving way stands behind a "to": "to leave", not "to file briefs"."""
    return to + 1 < len(tree.tokens) and tree.has(to + 1, condition_words()["yields"])
