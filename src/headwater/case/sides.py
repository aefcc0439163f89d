"""Two tellings side by side: what changed between them, and who contradicts whom."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from headwater.model import Article, Claim, Contradiction, Drift, DriftKind, Statement

#: Code points from a source to the end of a content above which only the content is shown.
_LONGEST = 600
_ORDER = {kind: number for number, kind in enumerate(DriftKind)}


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldPassage:
    """A telling where it stands: who prints it, when, and its words with source and cue."""

    statement_id: str
    article_id: str
    outlet_name: str | None
    published_from: date | None
    published_to: date | None
    start: int
    end: int
    #: ``Article.text[start:end]``.
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """A drift with both passages; ``from_text`` and ``to_text`` are the words that differ."""

    id: str
    kind: DriftKind
    claim_id: str
    claim: str
    from_text: str
    to_text: str
    before: ToldPassage
    after: ToldPassage


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A contradiction with both sides: those who say so, and those who deny it or count more."""

    id: str
    kind: str
    claim_id: str | None
    claim: str | None
    why: str
    says: tuple[ToldPassage, ...]
    against: tuple[ToldPassage, ...]


class Sides:
    """Puts what a case holds side by side."""

    def __init__(
        self,
        claims: Iterable[Claim],
        statements: Iterable[Statement],
        articles: Iterable[Article],
    ) -> None:
        self._claims: Mapping[str, Claim] = {c.id: c for c in claims}
        self._statements: Mapping[str, Statement] = {s.id: s for s in statements}
        self._articles: Mapping[str, Article] = {a.id: a for a in articles}

    def compared(self, drifts: Iterable[Drift]) -> tuple[SideBySide, ...]:
        """Give drifts with their passages: those of the most told claims first, then by kind."""
        rows = (
            SideBySide(
                id=drift.id,
                kind=drift.kind,
                claim_id=drift.claim_id,
                claim=self._claims[drift.claim_id].text,
                from_text=drift.from_text,
                to_text=drift.to_text,
                before=self._passage(drift.from_statement),
                after=self._passage(drift.to_statement),
            )
            for drift in drifts
        )
        return tuple(
            sorted(rows, key=lambda r: (*self._weight(r.claim_id), _ORDER[r.kind], r.id))
        )

    def disputed(self, contradictions: Iterable[Contradiction]) -> tuple[Dispute, ...]:
        """Give contradictions with the passages of both sides, those of the most told claims first."""
        rows = (
            Dispute(
                id=one.id,
                kind=one.kind,
                claim_id=one.claim_id,
                claim=self._claims[one.claim_id].text if one.claim_id else None,
                why=one.why,
                says=self._passages([i for i in one.statement_ids if i not in one.against]),
                against=self._passages(one.against),
            )
            for one in contradictions
        )
        return tuple(sorted(rows, key=lambda r: (*self._weight(r.claim_id), r.id)))

    def _weight(self, claim_id: str | None) -> tuple[int, str]:
        return -len(self._claims[claim_id].article_ids) if claim_id else 0, claim_id or ""

    def _passages(self, statement_ids: Sequence[str]) -> tuple[ToldPassage, ...]:
        """Give passages, the earliest first; where no day is known, last."""
        told = (self._passage(key) for key in statement_ids)
        return tuple(
            sorted(
                told,
                key=lambda p: (
                    p.published_from or date.max,
                    p.outlet_name or "",
                    p.statement_id,
                ),
            )
        )

    def _passage(self, statement_id: str) -> ToldPassage:
        statement = self._statements[statement_id]
        article = self._articles[statement.article_id]
        start, end = _hull(statement, article)
        return ToldPassage(
            statement_id=statement.id,
            article_id=article.id,
            outlet_name=article.outlet_name,
            published_from=article.published_from,
            published_to=article.published_to,
            start=start,
            end=end,
            text=article.text[start:end],
        )


def _hull(statement: Statement, article: Article) -> tuple[int, int]:
    """Span source, cue and content, unless they stand far apart."""
    spans = (*statement.source, *statement.cue, *statement.content)
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    if end - start > _LONGEST or "\n\n" in article.text[start:end]:
        return statement.content[0].start, statement.content[-1].end
    return start, end
