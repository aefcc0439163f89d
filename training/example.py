"""One text with all that is known of it, a row a word; what is not known is ``UNKNOWN``."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

UNKNOWN = -100
Labels = NDArray[np.int64]


@dataclass
class Example:
    """A text as words with labels.

    ``tags`` holds one array a head, ``(n_words,)``. ``heads`` are word indices in the text, -1
    for a root. ``links`` are (channel, from, to) with the words of the pairs that are joined;
    ``linked`` says, by channel, from which words links are known, all else being unknown.
    ``antecedents`` gives a word that stands for something the words it may stand for, itself
    for none.
    """

    words: list[str]
    offsets: list[tuple[int, int]]
    #: Before the word: 0 nothing, 1 a blank, 2 a new line.
    gaps: list[int]
    tags: dict[str, Labels] = field(default_factory=dict)
    heads: Labels | None = None
    #: First word of the sentence of each word.
    sentence: Labels | None = None
    links: list[tuple[int, int, int]] = field(default_factory=list)
    linked: set[tuple[int, int]] = field(default_factory=set)
    antecedents: dict[int, list[int]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.words)


def unknown(length: int) -> Labels:
    """Give an array of labels that are not known."""
    return np.full(length, UNKNOWN, dtype=np.int64)


def gaps_of(text: str, offsets: Sequence[tuple[int, int]]) -> list[int]:
    """Tell for each word what stands before it."""
    gaps, end = [], 0
    for start, stop in offsets:
        between = text[end:start]
        gaps.append(2 if "\n" in between or not gaps else 1 if between else 0)
        end = stop
    return gaps


class Places:
    """Which words a span of code points touches."""

    def __init__(self, offsets: Sequence[tuple[int, int]]) -> None:
        self._starts = np.array([start for start, _ in offsets])
        self._ends = np.array([end for _, end in offsets])

    def words(self, start: int, end: int) -> range:
        """Give the words that share a code point with a span; empty if there are none."""
        first = int(np.searchsorted(self._ends, start, side="right"))
        last = int(np.searchsorted(self._starts, end, side="left"))
        return range(first, max(first, last))


def tag_spans(length: int, spans: Iterable[tuple[range, int]]) -> Labels:
    """Write spans as BIO tags; kind ``k`` has the tags ``1 + 2k`` and ``2 + 2k``.

    The first to claim a word keeps it.
    """
    tags = np.zeros(length, dtype=np.int64)
    for words, kind in spans:
        if len(words) and not tags[words.start : words.stop].any():
            tags[words.start : words.stop] = 2 + 2 * kind
            tags[words.start] = 1 + 2 * kind
    return tags
