"""The noun phrase that stands for an unnamed source, and the sentence around it."""

from dataclasses import dataclass

from headwater.language import Token, split_text
from headwater.lexicon import words
from headwater.model import Span
from headwater.reading.grammar import PREPOSITIONS
from headwater.reading.heads import head_of

_BEFORE_NUMBER = PREPOSITIONS | frozenset("up to least more than".split())
#: Nouns whose "of" leads to those who speak.
_COLLECTIVES = frozenset("couple pair handful trio dozen dozens score scores hundreds".split())


@dataclass(frozen=True, slots=True)
class Noun:
    """A source phrase in the tokens of its sentence: first, last (exclusive) and head."""

    text: str
    tokens: tuple[Token, ...]
    first: int
    last: int
    head: int

    def span(self, first: int, last: int) -> Span:
        """Give some words of the sentence as a span."""
        return Span.cut(self.text, self.tokens[first].start, self.tokens[last - 1].end)


def sentence_around(text: str, phrase: Span) -> tuple[int, int]:
    """Where the sentence of a phrase begins and ends; never inside the phrase."""
    low = text.rfind("\n", 0, phrase.start) + 1
    high = text.find("\n", phrase.end)
    line = text[low : len(text) if high < 0 else high]
    here = [
        s
        for s in split_text(line).sentences
        if s.start + low < phrase.end and phrase.start < s.end + low
    ]
    starts, ends = [s.start + low for s in here], [s.end + low for s in here]
    return min(phrase.start, *starts, phrase.end), max(phrase.end, *ends, phrase.start)


def noun_of(text: str, tokens: tuple[Token, ...], phrase: Span) -> Noun:
    """Find the noun that a phrase is headed by, in its sentence."""
    inside = [i for i, t in enumerate(tokens) if phrase.start < t.end and t.start < phrase.end]
    first, last = inside[0], inside[-1] + 1
    return Noun(text, tokens, first, last, _head(tokens, first, last))


def _head(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """Find the noun that speaks: as in ``heads``, but not "speaking" in "sources speaking on …"."""
    while first + 1 < last and (
        not tokens[first].is_word or tokens[first].lower in _BEFORE_NUMBER
    ):
        first += 1
    head = head_of(tokens, first, last)
    if (
        tokens[head].lower in _COLLECTIVES
        and head + 2 < last
        and tokens[head + 1].lower == "of"
    ):
        return _head(tokens, head + 2, last)
    speaking = [i for i in range(first, head + 1) if tokens[i].lower in words().speakers]
    return speaking[-1] if speaking else head
