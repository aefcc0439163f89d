"""Which names of a case are nearly one that was asked for."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from heapq import nsmallest
from typing import Final

#: Share of letters in common from which a name may be meant, as ``SequenceMatcher`` has it: a slip or two in ten letters.
_LIKE: Final = 0.75
_MOST: Final = 3


def names_like(asked: str, names: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Give the names that ``asked`` may be a slip for, the likest first, at most three.

    Args:
        asked: What somebody typed.
        names: By the name to be told, all spellings under which it may be asked for.
    """
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(asked.casefold())
    found = [
        (-likeness, name)
        for name, spellings in names.items()
        if (
            likeness := max(
                (_likeness(matcher, one) for one in _asked_by(spellings)), default=0
            )
        )
        >= _LIKE
    ]
    return tuple(name for _, name in nsmallest(_MOST, found))


def _asked_by(spellings: Iterable[str]) -> Iterator[str]:
    """Yield the names and their words: somebody may be asked for by a surname."""
    for spelling in spellings:
        yield from dict.fromkeys((spelling, *spelling.split()))


def _likeness(matcher: SequenceMatcher[str], spelling: str) -> float:
    """Give 0 to 1; 0 where a cheap bound says already that it is less than is asked."""
    matcher.set_seq1(spelling.casefold())
    is_near = matcher.real_quick_ratio() >= _LIKE and matcher.quick_ratio() >= _LIKE
    return matcher.ratio() if is_near else 0
