"""Articles, and what was found in each, as stored."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import msgspec

from headwater.case.questions.open_case import OpenCase, columns_sql
from headwater.case.rows import line_of
from headwater.case.tables import TABLE_NAMED
from headwater.model import (
    Article,
    ArticleFindings,
    Commitment,
    Event,
    Mention,
    Neighbourhood,
    Page,
    Place,
    Quantity,
    Relation,
    Statement,
)


class OfFindings(OpenCase):
    """Answers with articles and what reading found in them, in reading order."""

    def pages(self) -> tuple[Page, ...]:
        """Every page of the pile, refused ones too, by name."""
        return self._all(Page, "ORDER BY name, id")

    def articles(self) -> tuple[Article, ...]:
        """Every article, whole."""
        return self._all(Article)

    def article(self, article_id: str) -> Article:
        """One article, by its id or the beginning of it that no other shares.

        Raises:
            HeadwaterError: If no article, or more than one, begins so.
        """
        return self._one(Article, article_id)

    def statements(
        self, article_id: str | None = None, *, source: str | None = None
    ) -> tuple[Statement, ...]:
        """Every statement, or those of one article, in reading order.

        Args:
            article_id: Only those of this article.
            source: Only those with a link of the chain whose name or words hold this, in any case.
        """
        found = self._of_article(Statement, article_id)
        return tuple(s for s in found if source is None or _is_spoken_by(s, source.casefold()))

    def mentions(self, article_id: str | None = None) -> tuple[Mention, ...]:
        """Every mention, or those of one article, in reading order."""
        return self._of_article(Mention, article_id)

    def relations(self, article_id: str | None = None) -> tuple[Relation, ...]:
        """Every relation, or those of one article, in reading order."""
        return self._of_article(Relation, article_id)

    def quantities(self, article_id: str | None = None) -> tuple[Quantity, ...]:
        """Every quantity, or those of one article, in reading order."""
        return self._of_article(Quantity, article_id)

    def places(
        self, article_id: str | None = None, *, country: str | None = None
    ) -> tuple[Place, ...]:
        """Every named place with its point, or those of one article, in reading order.

        Args:
            article_id: Only those of this article.
            country: Only those of this country, an ISO 3166-1 code of two letters in any case.
        """
        found = self._of_article(Place, article_id)
        return tuple(p for p in found if country is None or p.country == country.upper())

    def findings(self, article_ids: Iterable[str] | None = None) -> Iterator[ArticleFindings]:
        """Yield what linking looks at of everything found in each article, in the order of the articles' ids.

        Places, and the clauses of commitments, are not among it.

        Args:
            article_ids: Only in these articles, and in this order; None asks for all.
        """
        if article_ids is None:
            article_ids = [
                key for (key,) in self._select("SELECT id FROM articles ORDER BY id")
            ]
        for article_id in article_ids:
            yield self._findings(article_id)

    def fingerprints(self) -> Iterator[bytes]:
        """Yield the packed fingerprint of every article that has one."""
        for (packed,) in self._select(
            "SELECT fingerprint FROM fingerprints ORDER BY article_id"
        ):
            yield bytes(packed)

    def neighbourhoods(self) -> Iterator[Neighbourhood]:
        """Yield the neighbourhoods whose links the case holds, in id order."""
        for key, articles, asked in self._select(
            "SELECT id, articles, asked FROM neighbourhoods ORDER BY id"
        ):
            found = msgspec.json.decode(articles, type=tuple[tuple[str, str], ...])
            yield Neighbourhood(id=key, articles=found, asked=bytes(asked))

    def parted_by(self) -> str | None:
        """Say what parted the pile into these neighbourhoods; None where one had to be cut, or they are of no update."""
        for (value,) in self._select("SELECT value FROM meta WHERE key = 'parted_by'"):
            return str(value)
        return None

    def lines(self, table: str) -> Iterator[bytes]:
        """Yield a table's rows as lines of the export, in id order, without line ends."""
        spec = TABLE_NAMED[table]
        for row in self._select(f"SELECT {columns_sql(spec)} FROM {table} ORDER BY id"):  # noqa: S608 - our own names
            yield line_of(row, spec)

    def _findings(self, article_id: str) -> ArticleFindings:
        vectors = self._select(
            "SELECT coalesce(v.vector, x'') FROM statements s"
            " LEFT JOIN vectors v ON v.statement_id = s.id WHERE s.article_id = ? ORDER BY s.rowid",
            (article_id,),
        )
        given = tuple(bytes(vector) for (vector,) in vectors)
        fingerprint = self._select(
            "SELECT fingerprint FROM fingerprints WHERE article_id = ?", (article_id,)
        )
        return ArticleFindings(
            article=self._one(Article, article_id),
            statements=self.statements(article_id),
            mentions=self.mentions(article_id),
            relations=self.relations(article_id),
            events=self._as_read(self._of_article(Event, article_id), article_id),
            commitments=self._of_article(Commitment, article_id),
            quantities=self.quantities(article_id),
            vectors=given if any(given) else (),
            fingerprint=b"".join(bytes(packed) for (packed,) in fingerprint),
        )

    def _as_read(self, events: Sequence[Event], article_id: str) -> tuple[Event, ...]:
        """Give the events of an article as reading tied them: what linking tied follows from that."""
        own = dict(
            self._select(
                "SELECT event_id, first FROM second_mentions WHERE event_id IN"
                " (SELECT id FROM events WHERE article_id = ?)",
                (article_id,),
            )
        )
        return tuple(replace(e, same_as=own.get(e.id)) for e in events)


def _is_spoken_by(statement: Statement, wanted: str) -> bool:
    names = [text for link in statement.chain for text in (link.name, link.text)]
    names += [span.text for span in statement.source]
    return any(wanted in (name or "").casefold() for name in names)
