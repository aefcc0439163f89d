"""Whether a passage says of something what a clause says of it, or the contrary.

A negation turns a sentence round, and so does a word of ending beside one of going on ("the siege is
lifted", "the siege went on") or one of a pair of opposites ("opened", "closed"). Two that meet are
not trusted to turn it back.
"""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from itertools import pairwise

from headwater.assessment.following.naming import Named, Wording, is_among
from headwater.lexicon import condition_words, split_words
from headwater.model import Clause

_COMPOUND = re.compile(r"\b([a-z]+)-([a-z]+)\b")
#: Words that turn a sentence round without governing it.
_ADVERBS = frozenset({"still", "over", "underway"})
_NEGATIONS = frozenset({"not", "no", "never", "nobody", "nothing", "none", "cannot", "neither", "nor"})  # fmt: skip
#: Texts whose words are kept: a passage is held against many clauses.
_KEPT = 1 << 14


class Sense(Enum):
    """In which sense a passage must tell what a clause speaks of."""

    #: As the clause has it.
    SO = auto()
    #: The contrary.
    NOT_SO = auto()
    #: That it has come to its end.
    ENDED = auto()


@dataclass(frozen=True, slots=True)
class Turn:
    """How a passage stands to a clause: the words that turn it round, none if it is a negation or none is."""

    is_turned: bool
    words: frozenset[str]


def turn_of(clause: Clause, text: str, *, is_negative: bool, sense: Sense) -> Turn | None:
    """Give how a passage stands to a clause; None where that cannot be told.

    Args:
        clause: The clause.
        text: The passage.
        is_negative: Whether the passage is known to be negative.
        sense: The sense that is looked for: what is to end need not be told in words of going on.
    """
    ours, theirs = _keys(clause.text), _keys(text)
    is_negated = clause.negative is not (is_negative or _has_negation(theirs))
    words = _opposites(ours, theirs) or _endings(ours, theirs, sense)
    if words is None or (words and is_negated):
        return None
    return Turn(is_negated or bool(words), words)


def fits_sense(turn: Turn | None, sense: Sense) -> bool:
    """Tell whether a passage that stands so to a clause has the sense that is looked for."""
    if turn is None:
        return False
    if sense is Sense.ENDED:
        return bool(turn.words)
    return turn.is_turned is (sense is Sense.NOT_SO)


def is_said_of(
    turn: Turn, things: Collection[str], named: Collection[Named], read: Callable[[], Clause]
) -> bool:
    """Tell whether the words that turn a passage round are said of the thing: "talks to end the siege" end no talks.

    The thing must stand in what governs the passage, and what turns it must govern it or stand beside that.
    """
    clause = read()
    subject = Wording.of(" ".join(filter(None, (clause.subject, clause.object))))
    stems = subject.stems()
    has_thing = any(is_among(t, stems) for t in things) or any(map(subject.names, named))
    is_beside = any(" " in word or word in _ADVERBS for word in turn.words)
    return has_thing and (is_beside or any(v in turn.words for v in clause.verbs[:1]))


def _has_negation(keys: tuple[str, ...]) -> bool:
    """Tell whether words deny something: "without firing" does, "without a date" does not."""
    is_undone = any(a == "without" and b.endswith("ing") for a, b in pairwise(keys))
    return is_undone or not _NEGATIONS.isdisjoint(keys)


@lru_cache(maxsize=_KEPT)
def _keys(text: str) -> tuple[str, ...]:
    """Give the words; a "cease-fire" is one that ends nothing."""
    return tuple(word.key for word in split_words(_COMPOUND.sub(r"\1\2", text)))


def _opposites(ours: Collection[str], theirs: Collection[str]) -> frozenset[str]:
    """Give the words of the second whose opposites the first has."""
    pairs = condition_words().opposites
    mine, yours = set(ours) - set(theirs), set(theirs) - set(ours)
    return frozenset(y for x in mine for y in yours if frozenset({x, y}) in pairs)


def _endings(
    ours: tuple[str, ...], theirs: tuple[str, ...], sense: Sense
) -> frozenset[str] | None:
    """Give the words by which the second ends what goes on in the first, or goes on with what ends there."""
    is_ending, ends = bool(_found(ours, "ends")), _found(theirs, "ends")
    if is_ending is bool(ends):
        return frozenset()
    if is_ending:
        return _found(theirs, "lasts") or None
    goes_on = bool(_found(ours, "lasts"))
    return ends if goes_on or sense is not Sense.SO else None


def _found(keys: tuple[str, ...], name: str) -> frozenset[str]:
    """Give the entries of a list, of one word or more, that stand in a text."""
    text = f" {' '.join(keys)} "
    return frozenset(words for words in condition_words()[name] if f" {words} " in text)
