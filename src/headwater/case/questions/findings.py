"""Articles, and what was found in each, as stored."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

import msgspec

from headwater.case.fronts import Front, Tally
from headwater.case.questions.open_case import OF_IDS, OpenCase, columns_sql, ids_given
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
    PageStatus,
    Place,
    Quantity,
    Relation,
    Statement,
)

#: The one language whose statements are read so far; of some articles it is not known.
_READ_LANGUAGE: Final = "en"


class OfFindings(OpenCase):
    """Answers with articles and what reading found in them, in reading order."""

    def pages(self) -> tuple[Page, ...]:
        """Every page of the pile, refused ones too, by name."""
        return self._all(Page, "ORDER BY name, id")

    def articles(self, ids: Iterable[str] | None = None) -> tuple[Article, ...]:
        """Every article, or those of these ids, whole."""
        if ids is None:
            return self._all(Article)
        return self._all(Article, f"WHERE id {OF_IDS} ORDER BY id", ids_given(ids))

    def article(self, article_id: str) -> Article:
        """One article, by its id or the beginning of it that no other shares.

        Raises:
            HeadwaterError: If no article, or more than one, begins so.
        """
        return self._one(Article, article_id)

    def fronts(self) -> dict[str, Front]:
        """Every article by its front, by id: a big case has gigabytes of text that need not be read for it."""
        rows = self._select(
            "SELECT id, page_id, outlet, outlet_name, title, published_from, published_to FROM articles ORDER BY id"
        )
        fields = Front.__struct_fields__
        return {row[0]: Front(**dict(zip(fields, row, strict=True))) for row in rows}

    def tally(self) -> Tally:
        """How much the case holds."""
        counts = (
            "SELECT count(*) FROM pages",
            "SELECT count(*) FROM pages WHERE status = ?",
            "SELECT count(*) FROM articles",
            "SELECT count(*) FROM articles WHERE language <> ?",
            "SELECT count(*) FROM stories",
        )
        query = f"SELECT {', '.join(f'({one})' for one in counts)}"
        (row,) = self._select(query, (PageStatus.REFUSED, _READ_LANGUAGE))
        return Tally(**dict(zip(Tally.__struct_fields__, row, strict=True)))

    def statements(
        self,
        article_id: str | None = None,
        *,
        source: str | None = None,
        limit: int | None = None,
    ) -> tuple[Statement, ...]:
        """Every statement, or those of one article, in reading order.

        Args:
            article_id: Only those of this article.
            source: Only those with a link of the chain whose name or words hold this, in any case.
            limit: At most so many, the first; all if None.
        """
        condition, given = self._asked_of(article_id, source)
        rest = f"WHERE {condition} ORDER BY article_id, rowid LIMIT ?"
        return self._all(Statement, rest, (*given, -1 if limit is None else limit))

    def count_statements(
        self, article_id: str | None = None, *, source: str | None = None
    ) -> int:
        """How many ``statements`` there are without a limit."""
        condition, given = self._asked_of(article_id, source)
        ((count,),) = self._select(f"SELECT count(*) FROM statements WHERE {condition}", given)  # noqa: S608 - our own words
        return int(count)

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

    def depths(self, statement_ids: Iterable[str]) -> dict[str, int]:
        """How deep the chain of each of these statements is."""
        query = f"SELECT id, depth FROM statements WHERE id {OF_IDS}"  # noqa: S608 - our own words
        return dict(self._select(query, ids_given(statement_ids)))

    def _asked_of(
        self, article_id: str | None, source: str | None
    ) -> tuple[str, tuple[str, ...]]:
        """Give what must hold of the statements that are asked for."""
        whose = ("true", ()) if article_id is None else ("article_id = ?", (article_id,))
        if source is None:
            return whose
        condition, given = whose
        rows = self._select(
            f"SELECT id, source, chain FROM statements WHERE {condition}",  # noqa: S608 - our own words
            given,
        )
        wanted = source.casefold()
        written = msgspec.json.encode(wanted).decode()[1:-1]
        return f"id {OF_IDS}", ids_given(
            key
            for key, spans, chain in rows
            # Nearly all are told apart before they are unfolded.
            if written in f"{spans}{chain}".casefold() and _is_spoken_by(spans, chain, wanted)
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


class _Called(msgspec.Struct, gc=False):
    """Of a link of a chain, or of a span of the source, only what it is called."""

    text: str | None = None
    name: str | None = None


_decode_called = msgspec.json.Decoder(tuple[_Called, ...]).decode


def _is_spoken_by(source: str, chain: str, wanted: str) -> bool:
    called = (*_decode_called(source), *_decode_called(chain))
    return any(
        wanted in (name or "").casefold() for one in called for name in (one.name, one.text)
    )
