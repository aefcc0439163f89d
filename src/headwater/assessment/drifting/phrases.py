"""Finding listed words and phrases in a telling, and what stands around them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from headwater.assessment.drifting.telling import Telling, Token

T = TypeVar("T")
_LONGEST = 4
#: Words around a phrase among which the thing it bears on is looked for.
_REACH = 8
#: How many of them the other telling must have.
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Phrase(Generic[T]):
    """A listed phrase of a telling: the numbers of its first and last token, and what the list says of it."""

    telling: Telling
    first: int
    last: int
    value: T

    @property
    def text(self) -> str:
        """The words as they stand in the article."""
        tokens = self.telling.tokens
        return self.telling.cut(tokens[self.first], tokens[self.last])

    def bears_on(self, other: Telling) -> bool:
        """Tell whether the other speaks of what stands behind this phrase."""
        tokens = self.telling.tokens
        behind = tokens[self.last + 1 : self.last + 1 + _REACH]
        return _speaks_of(other, behind if any(t.tells for t in behind) else tokens)

    def goes_on_as(self, other: Telling) -> bool:
        """Tell whether the other speaks of what the whole rest of the passage behind this phrase speaks of."""
        return _speaks_of(other, self.telling.tokens[self.last + 1 :])

    def follows_on(self, other: Telling) -> bool:
        """Tell whether the other speaks of what stands before this phrase: of whom it is said."""
        tokens = self.telling.tokens
        return _speaks_of(other, tokens[max(0, self.first - _REACH) : self.first])


def _speaks_of(other: Telling, tokens: Sequence[Token]) -> bool:
    stems = {t.stem for t in tokens if t.tells}
    return bool(stems) and len(stems & other.stems) >= min(_FEWEST, len(stems))


def find_phrases(telling: Telling, listed: Mapping[str, T]) -> Iterator[Phrase[T]]:
    """Yield the listed words and phrases of a telling's passage, in order, the longest at each place."""
    heads = _heads(frozenset(listed))
    at = 0
    while at < len(telling.tokens):
        found = _at(telling.tokens, at, listed) if telling.tokens[at].key in heads else None
        if found is None:
            at += 1
            continue
        last, value = found
        yield Phrase(telling, at, last, value)
        at = last + 1


@lru_cache(maxsize=16)
def _heads(listed: frozenset[str]) -> frozenset[str]:
    """The words with which a listed phrase begins."""
    return frozenset(phrase.split()[0] for phrase in listed)


def _at(tokens: Sequence[Token], at: int, listed: Mapping[str, T]) -> tuple[int, T] | None:
    for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
        words = " ".join(t.key for t in tokens[at : at + length])
        if words in listed:
            return at + length - 1, listed[words]
    return None
