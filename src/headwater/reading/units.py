"""What is read at one go: a sentence, or the sentences that one quotation holds together."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby, islice, takewhile, zip_longest

from headwater.language import Parse, Sentence, Token
from headwater.reading.asked import tells_who_asked
from headwater.reading.quotations import Quotation, find_quotations

#: Sentences of one quotation read as one; longer speeches are read in pieces.
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Unit:
    """One or more whole sentences of a paragraph, with their words and quotations.

    The heads of ``tokens`` are numbers in the unit; those in ``sentences``, in the sentence.
    """

    start: int
    end: int
    paragraph: int
    is_title: bool
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]

    @property
    def is_all_quotation(self) -> bool:
        """True for one quotation and nothing else but its marks and stop."""
        first = self.quotations[0] if self.quotations else None
        return first is not None and first.start <= self.start + 1 and first.end >= self.end - 2

    @property
    def opens(self) -> bool:
        """True where a colon ends it, so that what it speaks of comes next."""
        return bool(self.tokens) and self.tokens[-1].text == ":"


def find_units(parse: Parse) -> tuple[Unit, ...]:
    """Cut a parse into units, in reading order. Every sentence is in exactly one."""
    units: list[Unit] = []
    for _, group in groupby(parse.sentences, key=lambda s: (s.paragraph, s.is_title)):
        sentences = tuple(group)
        quotations = find_quotations(parse.text, sentences[0].start, sentences[-1].end)
        units += [_unit(piece, quotations) for piece in _pieces(sentences, quotations)]
    return tuple(units)


def _pieces(
    sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...]
) -> Iterator[tuple[Sentence, ...]]:
    held: list[Sentence] = []
    for sentence, following in zip_longest(sentences, sentences[1:]):
        held.append(sentence)
        runs_on = len(held) < _LONGEST and _runs_on(sentence, quotations)
        if not runs_on and not (following and tells_who_asked(sentence, following)):
            yield tuple(held)
            held = []
    if held:
        yield tuple(held)


def _runs_on(sentence: Sentence, quotations: tuple[Quotation, ...]) -> bool:
    """Whether a quotation is still open where the sentence ends, and has begun before its last word."""
    words = [token.start for token in sentence.tokens if token.is_word]
    open_here = _touching(quotations, sentence.end, sentence.end)
    return any(words and quotation.start < words[-1] for quotation in open_here)


def _unit(sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...]) -> Unit:
    start, end = sentences[0].start, sentences[-1].end
    return Unit(
        start, end, sentences[0].paragraph, sentences[0].is_title,
        _with_marks(_joined(sentences)), sentences,
        tuple(_touching(quotations, start, end)),
    )  # fmt: skip


def _joined(sentences: tuple[Sentence, ...]) -> tuple[Token, ...]:
    """The words of all sentences, their heads counted through."""
    tokens = sentences[0].tokens
    for sentence in sentences[1:]:
        by = len(tokens)
        tokens += tuple(
            replace(t, head=t.head + by) if t.head >= 0 else t for t in sentence.tokens
        )
    return tokens


def _with_marks(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give two single marks that stand for one double one as the one that they stand for."""
    seconds: set[int] = set()
    for at in range(1, len(tokens)):
        pair = tokens[at - 1].text + tokens[at].text
        is_one = pair in {"''", "``"} and tokens[at - 1].end == tokens[at].start
        if is_one and at - 1 not in seconds:
            seconds.add(at)
    if not seconds:
        return tokens
    kept = [at for at in range(len(tokens)) if at not in seconds]
    places = {at: bisect_right(kept, at) - 1 for at in range(len(tokens))}
    marks = {at - 1: _mark(tokens, at) for at in seconds}
    return tuple(
        replace(marks.get(at, tokens[at]), head=places.get(tokens[at].head, -1)) for at in kept
    )


def _mark(tokens: tuple[Token, ...], second: int) -> Token:
    """An opening mark stands right before a word, and behind none."""
    first, last = tokens[second - 1], tokens[second]
    is_apart = second < 2 or tokens[second - 2].end < first.start
    opens = is_apart and second + 1 < len(tokens) and tokens[second + 1].start == last.end
    return replace(first, text="“" if opens else "”", end=last.end)


def _touching(quotations: tuple[Quotation, ...], start: int, end: int) -> Iterator[Quotation]:
    """The quotations, which stand in order, that begin before ``end`` and end behind ``start``."""
    first = bisect_right(quotations, start, key=lambda q: q.end)
    return takewhile(lambda q: q.start < end, islice(quotations, first, None))
