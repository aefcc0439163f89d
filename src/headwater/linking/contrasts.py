"""What a statement rules out beside what it says: "a warning, not a blockade", "from Syria rather than from Lebanon".

By its words and its vector it is near what says just that. Who tells it contradicts who does.
"""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from headwater.lexicon import bearing
from headwater.linking.deeds import Names
from headwater.linking.words import telling_words
from headwater.model import Span

#: Where a thing is set against what stands before it, and against what stands behind.
_AGAINST_BEFORE = re.compile(
    r"(?:[,;—–]\s*|,?\s+(?:and|but)\s+)not\s+|\s+(?:rather\s+than|instead\s+of)\s+",
    re.IGNORECASE,
)
_END = re.compile(r"[,.;:()“”\"—–]|\s(?:and|but|as|because|which|that|who)\s")
_WORD = re.compile(r"[\w’'-]+")


@dataclass(frozen=True, slots=True)
class Contrast:
    """What is ruled out, and what is put in its place: telling words, and actors that are named."""

    out: frozenset[str]
    instead: frozenset[str]

    def excludes(self, told: AbstractSet[str]) -> bool:
        """Tell whether somebody who tells these words and names tells what is ruled out."""
        return self.out <= told and not self.instead & told

    def is_turned(self, other: "Contrast") -> bool:
        """Tell whether each puts in its place what the other rules out."""
        return bool(self.out & other.instead and other.out & self.instead)


def find_contrasts(contents: Iterable[Span], names: Names) -> Iterator[Contrast]:
    """Yield what a content rules out; of what it says too nothing is ruled out.

    Args:
        contents: The content of a statement.
        names: Those of its article.
    """
    for span in contents:
        for found in _AGAINST_BEFORE.finditer(span.text):
            end = _END.search(span.text, found.end())
            out = _told(_cut(span, found.end(), end.start() if end else len(span.text)), names)
            before = _cut(span, 0, found.start())
            out -= _told(before, names)
            if out and not _adds(span.text, found.end()):
                yield Contrast(frozenset(out), _last_told(before, names))


def _adds(text: str, at: int) -> bool:
    """ "And not only the mill", "and not yet": nothing is ruled out."""
    word = _WORD.match(text, at)
    return word is None or word[0].lower() in bearing().adding


def _cut(span: Span, start: int, end: int) -> Span:
    return Span(start=span.start + start, end=span.start + end, text=span.text[start:end])


def _told(span: Span, names: Names) -> frozenset[str]:
    # A capital at the head of a cut is that of a name, not of a line.
    return frozenset(telling_words(f" {span.text}")) | frozenset(names.between([span]))


def _last_told(span: Span, names: Names) -> frozenset[str]:
    """Give the last word, or name, that tells something."""
    for word in reversed(list(_WORD.finditer(span.text))):
        if told := _told(_cut(span, word.start(), word.end()), names):
            return told
    return frozenset()
