"""One telling of a claim, cut up for comparison: its passage, its words, what it counts."""

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from headwater.language.sentences import split_sentences
from headwater.lexicon import TELLING_WEIGHT, split_words, stem_of, word_weights
from headwater.linking import vectors_of
from headwater.model import (
    Article,
    ArticleFindings,
    Quantity,
    Span,
    Statement,
    Voice,
    ZoneKind,
)

_FEW_WORDS = 5
#: "On Tuesday" names nothing that two events could have in common.
_CALENDAR = frozenset(n.lower() for n in (*calendar.day_name, *calendar.month_name) if n)
_PARAGRAPH = re.compile(r"[^\n]+")
#: Characters of a first paragraph that is more than a dateline.
_SHORTEST_LEAD = 40


class Token(NamedTuple):
    """A word of a telling: where in its article it stands, its folded form, and that without its ending."""

    start: int
    end: int
    key: str
    stem: str
    #: True unless it is one of the words that every article has.
    tells: bool


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """A statement with everything a comparison looks at.

    ``passage`` is the sentence it stands in, ``tokens`` the words of the passage, ``content``
    those of its content alone.
    """

    statement: Statement
    article: Article
    vector: npt.NDArray[np.float32]
    passage: Span
    tokens: tuple[Token, ...]
    content: tuple[Token, ...]
    #: What the telling words of the passage come to.
    stems: frozenset[str]
    quantities: tuple[Quantity, ...]
    #: What the capitalised words of the passage come to, its first word and days and months aside.
    names: frozenset[str]
    #: The numbers of the whole article, each with its unit.
    counts: frozenset[tuple[float, str | None]]
    #: Whether it stands in the first paragraph.
    is_lead: bool

    @property
    def id(self) -> str:
        """The statement's."""
        return self.statement.id

    @property
    def numbers(self) -> frozenset[float]:
        """The numbers it gives."""
        return frozenset(q.value for q in self.quantities if q.value is not None)

    @property
    def is_fragment(self) -> bool:
        """True for an infinitive or a few words: what it means depends on who is spoken of."""
        return self.words.startswith("to ") or len(self.content) < _FEW_WORDS

    @property
    def words(self) -> str:
        """The longest stretch of the content, as it stands in the article."""
        return max(self.statement.content, key=lambda span: len(span.text)).text

    def cut(self, first: Token, last: Token) -> str:
        """Give the words of the article from one token to another."""
        return self.article.text[first.start : last.end]

    def counts_too(self, quantity: Quantity) -> bool:
        """Tell whether the article has this number of this unit anywhere."""
        return (quantity.value, quantity.unit) in self.counts

    def is_beside(self, other: "Telling") -> bool:
        """Tell whether the two stand in one sentence of one article."""
        return self.article.id == other.article.id and self.passage.overlaps(other.passage)


class Tellings:
    """The tellings of articles, each article's made when it is first asked for.

    Args:
        findings: What was found in the articles.
    """

    def __init__(self, findings: Iterable[ArticleFindings]) -> None:
        self._findings = {finding.article.id: finding for finding in findings}
        self._made: dict[str, tuple[Telling, ...]] = {}

    def of(self, article_id: str) -> tuple[Telling, ...]:
        """Give what an article tells."""
        if article_id not in self._made:
            self._made[article_id] = tuple(tellings_of(self._findings[article_id]))
        return self._made[article_id]


def tellings_of(finding: ArticleFindings) -> Iterator[Telling]:
    """Yield what an article tells in its body; a headline only sums up."""
    article = finding.article
    sentences = [
        bounds
        for line in _PARAGRAPH.finditer(article.text)
        for bounds in split_sentences(article.text, line.start(), line.end())
    ]
    vectors = vectors_of(finding)
    lead = _end_of_lead(article)
    counts = frozenset((q.value, q.unit) for q in finding.quantities if q.value is not None)
    split: dict[Span, tuple[Token, ...]] = {}
    for number, statement in enumerate(finding.statements):
        if statement.voice is Voice.HEADLINE or not statement.content:
            continue
        passage = _passage(article.text, statement, sentences)
        if passage not in split:
            split[passage] = tuple(_tokens(passage))
        tokens = split[passage]
        yield Telling(
            statement=statement,
            article=article,
            vector=vectors[number]
            if len(vectors)
            else np.zeros(vectors.shape[1], dtype=np.float32),
            passage=passage,
            tokens=tokens,
            content=tuple(
                t
                for span in statement.content
                for t in tokens
                if span.start <= t.start < span.end
            ),
            stems=frozenset(t.stem for t in tokens if t.tells),
            quantities=tuple(q for q in finding.quantities if _is_in(q.start, statement)),
            names=frozenset(
                t.stem
                for t in tokens[1:]
                if article.text[t.start].isupper() and t.key not in _CALENDAR
            ),
            counts=counts,
            is_lead=passage.start < lead,
        )


def cosine(a: Telling, b: Telling) -> float:
    """Give the likeness of two tellings by their vectors, to four digits."""
    return round(float(a.vector @ b.vector), 4)


@lru_cache(maxsize=65536)
def _reduced(key: str) -> tuple[str, bool]:
    """Give the stem of a folded word, and whether it tells anything."""
    return stem_of(key), word_weights().weight(key) >= TELLING_WEIGHT


def _is_in(place: int, statement: Statement) -> bool:
    return any(span.start <= place < span.end for span in statement.content)


def _end_of_lead(article: Article) -> int:
    """Give where the first paragraph of the body with a whole sentence in it ends."""
    bodies = [z for z in article.zones if z.kind is ZoneKind.BODY]
    for zone in bodies:
        for found in _PARAGRAPH.finditer(article.text, zone.start, zone.end):
            if len(found.group()) >= _SHORTEST_LEAD:
                return found.end()
    return 0


def _passage(text: str, statement: Statement, sentences: list[tuple[int, int]]) -> Span:
    """Cut the sentences that the content stands in; a quotation may run over several."""
    first, last = statement.content[0].start, statement.content[-1].end
    start = max((a for a, _ in sentences if a <= first), default=first)
    end = min((b for _, b in sentences if b >= last), default=last)
    return Span.cut(text, start, max(end, last))


def _tokens(passage: Span) -> Iterator[Token]:
    start = passage.start
    for word in split_words(passage.text):
        if word.key:
            yield Token(start + word.start, start + word.end, word.key, *_reduced(word.key))
