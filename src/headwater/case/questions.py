"""What a case can be asked. Nothing here changes it."""

import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final, TypeVar

import msgspec

from headwater.case.profiles import (
    ActorProfile,
    Describer,
    Gathered,
    Whereabouts,
    build_profile,
    is_called,
    is_nameless,
)
from headwater.case.rows import line_of, value_of
from headwater.case.tables import TABLE_NAMED, TABLE_OF, Table
from headwater.errors import DamagedCase, UnclearQuestion
from headwater.model import (
    Actor,
    Article,
    ArticleFindings,
    Claim,
    Commitment,
    Contradiction,
    Derivation,
    Drift,
    Event,
    Mention,
    Neighbourhood,
    Origin,
    Page,
    Quantity,
    Relation,
    Report,
    Statement,
    Story,
)

T = TypeVar("T")

#: Ids that the message names where several actors go by one name.
_IDS_TOLD: Final = 5
_QUERY_PART = re.compile(r'"([^"]*)"?|(\S+)')


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """An article that holds the words searched for; a higher ``score`` fits better."""

    article_id: str
    title: str | None
    outlet_name: str | None
    published_from: str | None
    #: Words around the hit, each word searched for in square brackets.
    snippet: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginSupport:
    """An origin and everything in the case that rests on it."""

    origin: Origin
    claim_ids: tuple[str, ...]
    article_ids: tuple[str, ...]


class Questions:
    """Typed answers from an open case; rows come in id order unless it says otherwise."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self._connection, self.name = connection, name
        #: Brought by whoever opens the case (``headwater.open_case`` does); without it no source is
        #: described.
        self.describe: Describer | None = None

    def pages(self) -> tuple[Page, ...]:
        """Every page of the pile, refused ones too, by name."""
        return self._all(Page, "ORDER BY name, id")

    def articles(self) -> tuple[Article, ...]:
        """Every article, whole."""
        return self._all(Article)

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

    def events(self, article_id: str | None = None) -> tuple[Event, ...]:
        """Every event, or those of one article, in reading order."""
        return self._of_article(Event, article_id)

    def commitments(self, article_id: str | None = None) -> tuple[Commitment, ...]:
        """Every commitment, or those of one article, in reading order."""
        return self._of_article(Commitment, article_id)

    def quantities(self, article_id: str | None = None) -> tuple[Quantity, ...]:
        """Every quantity, or those of one article, in reading order."""
        return self._of_article(Quantity, article_id)

    def actors(self, name: str | None = None) -> tuple[Actor, ...]:
        """Every actor, or those one of whose names holds ``name`` in any case; by name."""
        found = self._all(Actor, "ORDER BY name, id")
        wanted = (name or "").casefold()
        return tuple(a for a in found if not wanted or _holds_name(a, wanted))

    def actors_called(self, id_or_name: str) -> tuple[Actor, ...]:
        """The actor of this id, or else every one that has this name, as names are compared; by name.

        Capitals, accents, hyphens and an article at the head do not matter; no word may be left out.
        """
        found = self.actors()
        chosen = tuple(a for a in found if a.id == id_or_name)
        return chosen or tuple(a for a in found if is_called(a, id_or_name))

    def actor(self, id_or_name: str, limit: int | None = None) -> ActorProfile:
        """One actor whole: its names as written, its roles and relations, what is said by it and about it.

        A source without a name also has all that the articles tell of it (``described_as``).

        Args:
            id_or_name: As for ``actors_called``.
            limit: At most so many descriptions, relations, statements by it and about it; all if
                None. The totals count all.

        Raises:
            UnclearQuestion: If nobody goes by this, or more than one does.
        """
        found = self.actors_called(id_or_name)
        if len(found) != 1:
            raise self._unclear_actor(id_or_name, found)
        return build_profile(self._gathered(found[0]), limit)

    def reports(self) -> tuple[Report, ...]:
        """Every report the pile holds or cites."""
        return self._all(Report)

    def ghosts(self) -> tuple[Report, ...]:
        """The reports that are cited and not held, the most cited first."""
        found = (report for report in self.reports() if report.article_id is None)
        return tuple(sorted(found, key=lambda r: (-len(r.cited_by), r.outlet_name, r.id)))

    def stories(self) -> tuple[Story, ...]:
        """Every story, the most told first."""
        return tuple(sorted(self._all(Story), key=lambda s: (-len(s.article_ids), s.id)))

    def claims(self, *, min_articles: int = 1, outlet: str | None = None) -> tuple[Claim, ...]:
        """Every claim, the most told first.

        Args:
            min_articles: Only those that at least so many articles make.
            outlet: Only those of an outlet whose id or name holds this, in any case.
        """
        held = None if outlet is None else self._articles_of_outlet(outlet.casefold())
        found = (c for c in self._all(Claim) if len(c.article_ids) >= min_articles)
        kept = (c for c in found if held is None or held.intersection(c.article_ids))
        return tuple(
            sorted(kept, key=lambda c: (-len(c.article_ids), -len(c.statement_ids), c.id))
        )

    def origins(self) -> tuple[OriginSupport, ...]:
        """Every origin with the claims that rest on it, the one behind most articles first."""
        named: dict[str, Origin] = {}
        claims: dict[str, list[Claim]] = {}
        for claim in self._all(Claim):
            for origin in claim.origins:
                named.setdefault(origin.id, replace(origin, through=None))
                claims.setdefault(origin.id, []).append(claim)
        rows = (_support(named[key], behind) for key, behind in claims.items())
        return tuple(
            sorted(rows, key=lambda r: (-len(r.article_ids), -len(r.claim_ids), r.origin.id))
        )

    def derivations(self) -> tuple[Derivation, ...]:
        """Every derivation."""
        return self._all(Derivation)

    def drifts(self) -> tuple[Drift, ...]:
        """Every drift."""
        return self._all(Drift)

    def contradictions(self) -> tuple[Contradiction, ...]:
        """Every contradiction."""
        return self._all(Contradiction)

    def article(self, article_id: str) -> Article:
        """One article, by its id or the beginning of it that no other shares.

        Raises:
            HeadwaterError: If no article, or more than one, begins so.
        """
        return self._one(Article, article_id)

    def claim(self, claim_id: str) -> Claim:
        """One claim, by its id or the beginning of it that no other shares.

        Raises:
            HeadwaterError: If no claim, or more than one, begins so.
        """
        return self._one(Claim, claim_id)

    def findings(self, article_ids: Iterable[str] | None = None) -> Iterator[ArticleFindings]:
        """Yield everything found in each article, in the order of the articles' ids.

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

    def search(self, query: str, limit: int = 20) -> tuple[SearchHit, ...]:
        """Find the articles that hold all these words, the best fit first.

        Args:
            query: Words; ``"a phrase"`` in quotation marks; ``wor*`` for a beginning; ``OR``.
            limit: At most so many.

        Raises:
            HeadwaterError: If the query holds no word.
        """
        rows = self._select(
            "SELECT a.id, a.title, a.outlet_name, a.published_from,"
            " snippet(articles_fts, -1, '[', ']', '…', 24), -bm25(articles_fts, 4.0, 1.0)"
            " FROM articles_fts f JOIN articles a ON a.rowid = f.rowid"
            " WHERE articles_fts MATCH ? ORDER BY bm25(articles_fts, 4.0, 1.0), a.id LIMIT ?",
            (_fts_query(query), limit),
        )
        return tuple(
            SearchHit(
                article_id=row[0],
                title=row[1],
                outlet_name=row[2],
                published_from=row[3],
                snippet=row[4],
                score=round(row[5], 3),
            )
            for row in rows
        )

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
            events=self.events(article_id),
            commitments=self.commitments(article_id),
            quantities=self.quantities(article_id),
            vectors=given if any(given) else (),
            fingerprint=b"".join(bytes(packed) for (packed,) in fingerprint),
        )

    def _gathered(self, actor: Actor) -> Gathered:
        where = self._select(
            "SELECT id, outlet_name, published_from, published_to FROM articles"
        )
        return Gathered(
            actor=actor,
            mentions=self._all(
                Mention, "WHERE actor_id = ? ORDER BY article_id, rowid", (actor.id,)
            ),
            statements=self._all(
                Statement,
                "WHERE article_id IN (SELECT article_id FROM mentions WHERE actor_id = ?"
                " UNION SELECT article_id FROM chain_links WHERE actor_id = ?)"
                " ORDER BY article_id, rowid",
                (actor.id, actor.id),
            ),
            relations=self._all(
                Relation,
                "WHERE subject = ? OR object = ? ORDER BY article_id, rowid",
                (actor.id, actor.id),
            ),
            where={
                key: Whereabouts(outlet_name=outlet, published_from=since, published_to=until)
                for key, outlet, since, until in where
            },
            names=dict(self._select("SELECT id, name FROM actors")),
            texts=self._texts_about(actor),
            describe=self.describe,
        )

    def _texts_about(self, actor: Actor) -> dict[str, str]:
        if not is_nameless(actor):
            return {}
        rows = self._select(
            "SELECT id, text FROM articles WHERE id IN"
            " (SELECT article_id FROM chain_links WHERE actor_id = ?)",
            (actor.id,),
        )
        return dict(rows)

    def _unclear_actor(self, id_or_name: str, found: tuple[Actor, ...]) -> UnclearQuestion:
        where = f"actor {id_or_name!r}"
        if not found:
            remedy = f"See who is there with: headwater actors {self.name}"
            return UnclearQuestion(
                "nobody in the case goes by this", where=where, remedy=remedy
            )
        ids = ", ".join(actor.id for actor in found[:_IDS_TOLD])
        more = ", …" if len(found) > _IDS_TOLD else ""
        fact, remedy = f"{len(found)} actors go by this", f"Choose one by its id: {ids}{more}"
        return UnclearQuestion(fact, where=where, remedy=remedy)

    def _articles_of_outlet(self, wanted: str) -> set[str]:
        rows = self._select("SELECT id, outlet, outlet_name FROM articles")
        return {
            key for key, *names in rows if any(wanted in (n or "").casefold() for n in names)
        }

    def _of_article(self, model: type[T], article_id: str | None) -> tuple[T, ...]:
        if article_id is None:
            return self._all(model, "ORDER BY article_id, rowid")
        return self._all(model, "WHERE article_id = ? ORDER BY rowid", (article_id,))

    def _one(self, model: type[T], key: str) -> T:
        table = TABLE_OF[model]
        noun = model.__name__.lower()
        # A range, which the index of the ids answers without a walk through the table.
        found = self._all(
            model, "WHERE id >= ? AND id < ? ORDER BY id LIMIT 2", (key, f"{key}\U0010ffff")
        )
        if len(found) == 1 and key:
            return found[0]
        fact = f"no {noun} has this id" if not found else f"more than one {noun} begins so"
        remedy = f"Ids are in the first field of: headwater {table.name} {self.name} --json"
        raise UnclearQuestion(fact, where=f"{noun} {key!r}", remedy=remedy)

    def _all(
        self, model: type[T], rest: str = "ORDER BY id", given: tuple[Any, ...] = ()
    ) -> tuple[T, ...]:
        table = TABLE_OF[model]
        rows = self._select(f"SELECT {columns_sql(table)} FROM {table.name} {rest}", given)  # noqa: S608 - our own names
        try:
            return tuple(value_of(row, model) for row in rows)
        except (msgspec.MsgspecError, ValueError, TypeError) as error:
            raise self._damaged(error) from error

    def _select(self, sql: str, given: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
        try:
            yield from self._connection.execute(sql, given)
        except sqlite3.DatabaseError as error:
            raise self._damaged(error) from error

    def _damaged(self, error: Exception) -> DamagedCase:
        remedy = f"See what is wrong with: headwater verify {self.name}"
        return DamagedCase(f"the case cannot be read ({error})", where=self.name, remedy=remedy)


def columns_sql(table: Table) -> str:
    """Give a table's columns, quoted, in the order of its rows."""
    return ", ".join(f'"{column.name}"' for column in table.columns)


def _is_spoken_by(statement: Statement, wanted: str) -> bool:
    names = [text for link in statement.chain for text in (link.name, link.text)]
    names += [span.text for span in statement.source]
    return any(wanted in (name or "").casefold() for name in names)


def _holds_name(actor: Actor, wanted: str) -> bool:
    names = [actor.id, actor.name, *(alias.name for alias in actor.aliases)]
    return any(wanted in name.casefold() for name in names)


def _support(origin: Origin, claims: list[Claim]) -> OriginSupport:
    articles = {article for claim in claims for article in claim.article_ids}
    return OriginSupport(
        origin=origin,
        claim_ids=tuple(claim.id for claim in claims),
        article_ids=tuple(sorted(articles)),
    )


def _fts_query(query: str) -> str:
    """Quote every word, so that nothing a person types is taken for an operator but ``OR``; ``AND`` goes without saying."""
    parts: list[str] = []
    for phrase, word in _QUERY_PART.findall(query.replace("\0", " ")):
        text = phrase or word
        if word == "OR" and parts and parts[-1] != "OR":
            parts.append("OR")
        elif word != "AND" and any(c.isalnum() for c in text):
            quoted = '"' + text.rstrip("*").replace('"', '""') + '"'
            parts.append(quoted + "*" if word.endswith("*") else quoted)
    if parts and parts[-1] == "OR":
        parts.pop()
    if not parts:
        raise UnclearQuestion(
            "there is no word to search for",
            where=f"search {query!r}",
            remedy='Give words, "a phrase", or the beginning of a word with *.',
        )
    return " ".join(parts)
