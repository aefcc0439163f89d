"""From words to a parse: what the engine's windows say, put together for the whole text."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import fields
from functools import lru_cache
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from headwater.language.engine import NEW_LINE, Engine, Window
from headwater.language.parse import Name, Parse, Predicate, Sentence, Tagged, Token
from headwater.language.statements import CUE, MissedCue, Parts, tie
from headwater.language.tokens import split_tokens

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Where a paragraph or headline begins and ends, and whether it is a headline.
Block = tuple[int, int, bool]
#: Tags of words that may be a predicate though they report no event.
_PREDICATE_TAGS = frozenset({"VERB", "AUX", "ADJ", "NOUN"})
_PREDICATE_RELATIONS = frozenset(
    "root ccomp xcomp advcl acl acl:relcl conj parataxis csubj".split()
)
_ANAPHORS = frozenset({"PRON", "NOUN"})
_HEDGED = 0.5
#: Letters from which a word in lower case is no abbreviation.
_PLAIN = 3
#: Probability from which a word that heads no clause is kept as a predicate that may report an event.
_MAY_BE_EVENT = 0.1
#: Logarithm of the probability (.3) from which a word outside all spans may yet begin a cue.
_MAY_BE_CUE = -1.2
_LOWER = "lower"
#: Windows whose scores are held at a time, some 16,000 words: what bounds the memory of a long text. A statement that
#: runs on behind them is cut there.
_WINDOWS = 64


def read_blocks(text: str, blocks: Sequence[Block], engine: Engine) -> Parse:
    """Read the blocks of a text; no sentence runs from one into the next.

    Args:
        text: The text the offsets count in.
        blocks: In order, not overlapping.
        engine: What reads.
    """
    words: list[Token] = []
    where = _Where()
    for start, end, is_title in blocks:
        found = split_tokens(text, start, end)
        words += found
        where.add(found, start, is_title=is_title)
    return _read(text, words, where, engine)


def read_words(
    text: str, offsets: Sequence[tuple[int, int]], starts: Sequence[bool], engine: Engine
) -> Parse:
    """Read a text whose words and sentences are known, as when a treebank is measured with.

    Args:
        text: The text the offsets count in.
        offsets: Start and end of each word.
        starts: For each, whether a sentence begins there.
        engine: What reads.
    """
    words = [Token(a, b, text[a:b], text[a:b].lower()) for a, b in offsets]
    where = _Where()
    where.add(words, 0, is_title=False)
    where.breaks = list(starts)
    where.gaps = [
        NEW_LINE if not n or "\n" in text[words[n - 1].end : word.start] else gap
        for n, (word, gap) in enumerate(zip(words, where.gaps, strict=True))
    ]
    return _read(text, words, where, engine)


def _read(text: str, words: list[Token], where: "_Where", engine: Engine) -> Parse:
    if not words:
        return Parse(text, ())
    windows = engine.read([w.text for w in words], where.gaps, where.breaks)
    stretches = []
    while some := tuple(islice(windows, _WINDOWS)):
        stretches.append(_Stretch(text, words, where, engine, some).parse())
    parts = {
        field.name: tuple(x for stretch in stretches for x in getattr(stretch, field.name))
        for field in fields(Parse)
        if field.name != "text"
    }
    return Parse(text, **parts)


def _is_plain_end(words: Sequence[Token], number: int) -> bool:
    """ "…sank. Kofi": a plain word, a full stop apart from it, a blank and a capital end a sentence."""
    last, stop = words[max(0, number - 2)].text, words[number - 1]
    return (
        stop.text == "."
        and stop.end < words[number].start
        and words[number].text[0].isupper()
        and last.islower()
        and last.isalpha()
        and len(last) >= _PLAIN
    )


class _Where:
    """Where each word stands: what is before it, its paragraph, whether in a headline."""

    def __init__(self) -> None:
        self.gaps: list[int] = []
        self.breaks: list[bool | None] = []
        self.paragraph: list[int] = []
        self.titles: list[bool] = []

    def add(self, block: Sequence[Token], start: int, *, is_title: bool) -> None:
        """Lay the words of a paragraph, or of a headline, which is one sentence."""
        for number, word in enumerate(block):
            gap = int(word.start > block[number - 1].end) if number else NEW_LINE
            self.gaps.append(gap)
            ends = not number or (not is_title and _is_plain_end(block, number))
            self.breaks.append(True if ends else False if is_title else None)
            self.paragraph.append(start)
            self.titles.append(is_title)


class _Stretch:
    """Some windows in a row of a text; their words are numbered from the first one's."""

    def __init__(
        self,
        text: str,
        words: list[Token],
        where: _Where,
        engine: Engine,
        windows: tuple[Window, ...],
    ) -> None:
        self.text, self.all_words, self.engine, self.windows = text, words, engine, windows
        self.first, self.end = windows[0].first, windows[-1].end
        self.words = words[self.first : self.end]
        self.paragraph = where.paragraph[self.first : self.end]
        self.titles = where.titles[self.first : self.end]
        self.labels = engine.labels
        self.starts = self._all("begins")

    def parse(self) -> Parse:
        tokens = self._tokens()
        return Parse(
            text=self.text,
            sentences=tuple(self._sentences(tokens)),
            names=tuple(self._names()),
            tagged=tuple(self._tagged()),
            predicates=tuple(self._predicates(tokens)),
            hedges=tuple(self._hedges()),
            antecedents=tuple(self._antecedents(tokens)),
        )

    def scores(self, head: str) -> "NDArray[np.float32]":
        import numpy as np  # noqa: PLC0415 - slow to import: `headwater --help` does not wait

        return np.concatenate([window.scores[head] for window in self.windows])

    def _said(self, head: str) -> list[str]:
        return [self.labels[head][answer] for answer in self._told(head)]

    def _told(self, head: str) -> list[int]:
        return [int(x) for window in self.windows for x in window.told[head].tolist()]

    def _all(self, pick: str) -> list[int]:
        return [int(x) for window in self.windows for x in getattr(window, pick).tolist()]

    def _tokens(self) -> list[Token]:
        tags, rules = self._said("upos"), self._told("lemma")
        relations = self.labels["relation"]
        edits = self.engine.card["lemma_rules"]
        out, first = [], 0
        for number, (word, head, relation) in enumerate(
            zip(self.words, self._all("heads"), self._all("relations"), strict=True)
        ):
            if self.starts[number]:
                first = number
            out.append(
                Token(
                    word.start,
                    word.end,
                    word.text,
                    word.lower,
                    lemma_of(word.text, *edits[rules[number]]),
                    tags[number],
                    relations[relation] if head >= 0 else "root",
                    head - self.first - first if head >= 0 else -1,
                )
            )
        return out

    def _sentences(self, tokens: list[Token]) -> Iterator[Sentence]:
        seams = [n for n, begins in enumerate(self.starts) if begins] + [len(tokens)]
        for first, end in pairwise(seams):
            yield Sentence(
                tokens[first].start,
                tokens[end - 1].end,
                self.paragraph[first],
                self.titles[first],
                tuple(tokens[first:end]),
            )

    def _names(self) -> Iterator[Name]:
        from headwater.language.spans import find_spans  # noqa: PLC0415 - imports numpy

        kinds = self.labels["names"]
        for first, end, kind in find_spans(self.scores("names")):
            yield Name(self.words[first].start, self.words[end - 1].end, kinds[kind])

    def _tagged(self) -> Iterator[Tagged]:
        from headwater.language.spans import find_spans  # noqa: PLC0415 - imports numpy

        for channel, head in enumerate(("outer", "inner")):
            scores = self.scores(head)
            spans = list(find_spans(scores))
            missed = _missed_cues(scores, spans)
            firsts, cues = {a for a, _, _ in spans}, {a for a, _, kind in spans if kind == CUE}
            for parts in tie(spans, self._links(channel, firsts, cues | missed.keys()), missed):
                yield Tagged(
                    self._placed(parts.source),
                    self._placed(parts.cue),
                    self._placed(parts.content),
                    is_inner=channel == 1,
                    sure=_sureness(parts, scores),
                )

    def _links(
        self, channel: int, parts: set[int], cues: set[int]
    ) -> dict[tuple[int, int], float]:
        first = self.first
        there = {word + first for word in parts}, {word + first for word in cues}
        return {
            (part - first, cue - first): score
            for window in self.windows
            for (part, cue), score in window.links[channel].between(*there)
        }

    def _placed(self, spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
        return tuple((self.words[a].start, self.words[b - 1].end) for a, b in sorted(spans))

    def _predicates(self, tokens: list[Token]) -> Iterator[Predicate]:
        import numpy as np  # noqa: PLC0415 - see above

        events, actors, recipients = (
            self.scores("event"),
            self._joined("actor"),
            self._joined("recipient"),
        )
        best = self._told("event")
        status, modality, polarity = map(self._said, ("status", "modality", "polarity"))
        none = self.labels["event"].index("NONE")
        likeliest = np.delete(events, none, axis=1).argmax(axis=1).tolist()
        sure = (-np.expm1(events[:, none])).tolist()
        for number, token in enumerate(tokens):
            if sure[number] < _MAY_BE_EVENT and not _may_be_predicate(token):
                continue
            yield Predicate(
                token.start,
                token.end,
                self.labels["event"][best[number]],
                self.labels["event"][likeliest[number] + (likeliest[number] >= none)],
                round(sure[number], 4),
                status[number],
                modality[number],
                polarity[number],
                self._start_of(actors[number], token),
                self._start_of(recipients[number], token),
            )

    def _joined(self, channel: str) -> list[int]:
        return [int(x) for window in self.windows for x in window.joined[channel].tolist()]

    def _start_of(self, chosen: int, token: Token) -> int | None:
        """Where the chosen word begins; a word that chooses itself chooses none."""
        start = self.all_words[chosen].start
        return start if start != token.start else None

    def _hedges(self) -> Iterator[tuple[int, int]]:
        import numpy as np  # noqa: PLC0415 - see above

        hedged = (np.exp(self.scores("hedges")[:, 1]) >= _HEDGED).tolist()
        number = 0
        while number < len(hedged):
            end = number
            while end < len(hedged) and hedged[end] and not (end > number and self.starts[end]):
                end += 1
            if end > number:
                yield self.words[number].start, self.words[end - 1].end
            number = max(end, number + 1)

    def _antecedents(self, tokens: list[Token]) -> Iterator[tuple[int, int]]:
        for token, chosen in zip(tokens, self._joined("antecedent"), strict=True):
            start = self._start_of(chosen, token)
            if start is not None and token.tag in _ANAPHORS:
                yield token.start, start


def _sureness(parts: Parts, scores: "NDArray[np.float32]") -> float:
    """Give the least probability with which a role of a statement begins at one of its spans."""
    roles = (parts.source, parts.cue, parts.content)
    begins = (
        max(float(scores[first, 1 + 2 * kind]) for first, _ in spans)
        for kind, spans in enumerate(roles)
        if spans
    )
    return round(math.exp(min(begins)), 4)


def _missed_cues(
    scores: "NDArray[np.float32]", spans: Sequence[tuple[int, int, int]]
) -> dict[int, MissedCue]:
    """Find the words outside all spans that may begin a cue, by their first word."""
    taken = {word for first, end, _ in spans for word in range(first, end)}
    begins, goes_on = 1 + 2 * CUE, 2 + 2 * CUE
    missed = {}
    for word in (scores[:, begins] > _MAY_BE_CUE).nonzero()[0].tolist():
        end = word + 1
        while end < len(scores) and end not in taken and scores[end].argmax() == goes_on:
            end += 1
        if word not in taken:
            missed[word] = MissedCue(end, float(scores[word, begins]))
    return missed


def _may_be_predicate(token: Token) -> bool:
    return token.tag in _PREDICATE_TAGS and token.relation in _PREDICATE_RELATIONS


@lru_cache(maxsize=65_536)
def lemma_of(word: str, cut: str, add: str, case: str) -> str:
    """Give the lemma that a rule of edit makes of a word.

    The word in lower case where it does not end as the rule expects, or nothing would be left.
    """
    base = word.lower() if case == _LOWER else word
    if not base.endswith(cut):
        return word.lower()
    return base[: len(base) - len(cut)] + add or word.lower()
