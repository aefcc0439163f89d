"""Lemmas as rules of edit, learned from treebanks: what to cut off a word's end and what to add."""

from collections import Counter
from collections.abc import Iterable, Sequence

#: As written, when no rule fits.
KEEP = ("", "", "lower")
_LEAST_SEEN = 2


def rule_of(word: str, lemma: str) -> tuple[str, str, str]:
    """Find the rule that makes a lemma of a word: (end to cut, end to add, case).

    Case is ``lower`` where the lemma is of the word in lower case, ``same`` where it is of the
    word as written.
    """
    case = "lower" if lemma == lemma.lower() else "same"
    base = word.lower() if case == "lower" else word
    shared = 0
    while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
        shared += 1
    return base[shared:], lemma[shared:], case


def learn_rules(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str, str]]:
    """Give the rules seen twice and more, the most frequent first."""
    seen = Counter(rule_of(word, lemma) for word, lemma in pairs)
    rules = [
        r for r, n in sorted(seen.items(), key=lambda x: (-x[1], x[0])) if n >= _LEAST_SEEN
    ]
    return [KEEP, *(rule for rule in rules if rule != KEEP)]


def index_rules(rules: Sequence[tuple[str, str, str]]) -> dict[tuple[str, str, str], int]:
    """Give each rule its number."""
    return {rule: number for number, rule in enumerate(rules)}
