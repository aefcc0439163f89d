"""What a case can be asked. Nothing here changes it."""

import re
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, TypeVar

import msgspec

from headwater.case.asking import is_wanted
from headwater.case.board import Board, Boarder, OriginsAmong, Sheets
from headwater.case.collecting import Cited, Imagining, WantedReport, wanted_reports
from headwater.case.commitments import HeldCommitment, Told, gather_commitments
from headwater.case.eventing import Eventer
from headwater.case.events import HeldEvent
from headwater.case.following import OF_IDS, Follow, Followed, ids_json
from headwater.case.grades import GradedClaim, Owner, grade_claims
from headwater.case.network import Network, OriginCounter
from headwater.case.networking import Networker
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
from headwater.case.sides import Dispute, SideBySide, Sides
from headwater.case.supposing import Supposer, Supposes
from headwater.case.tables import TABLE_NAMED, TABLE_OF, Table
from headwater.case.taking import read_tellers, take_away
from headwater.case.tempo import BEATS, Tempo
from headwater.case.timeline import Timeline, Times, make_timeline
from headwater.case.what_if import TakeAway, Teller, WhatIf
from headwater.errors import DamagedCase, UnclearQuestion
from headwater.lexicon import Rating, fold_name
from headwater.lexicon.indicators import Indicator, starter_indicators
from headwater.model import (
    Actor,
    Article,
    ArticleFindings,
    ChainLink,
    Claim,
    Commitment,
    Contradiction,
    Derivation,
    Drift,
    DriftKind,
    Event,
    Mention,
    Neighbourhood,
    Origin,
    Page,
    Place,
    Quantity,
    Relation,
    Report,
    Statement,
    Story,
    Supposed,
    with_actors,
)

T = TypeVar("T")

#: Ids that the message names where several actors go by one name.
_IDS_TOLD: Final = 5
#: Deletes what is no letter or digit from plain text.
_NO_LETTERS: Final = {n: None for n in range(128) if not chr(n).isalnum()}
_OF_IDS: Final = "WHERE {} IN (SELECT value FROM json_each(?)) ORDER BY id"
_decode_chain = msgspec.json.Decoder(tuple[ChainLink, ...]).decode
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
        #: Brought likewise; without it no network is counted.
        self.count_origins: OriginCounter | None = None
        #: Brought likewise; without it there is no board.
        self.count_among: OriginsAmong | None = None
        #: Brought likewise; without it no source can be taken away.
        self.take_away: TakeAway | None = None
        #: Brought likewise; without it nothing can be imagined to be held.
        self.imagining: Imagining | None = None
        #: Brought likewise; without it no commitment is followed.
        self.follow: Follow | None = None
        #: Brought likewise; without it nothing can be supposed.
        self.supposes: Supposes | None = None

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

    def events(
        self,
        article_id: str | None = None,
        *,
        type: str | None = None,  # noqa: A002 - the column's name
        actor: str | None = None,
        status: str | None = None,
    ) -> tuple[Event, ...]:
        """Every telling of an event, or those of one article, in reading order; see ``held_events``.

        Args:
            article_id: Only those of this article.
            type: Only those of this PLOVER type, in any case.
            actor: Only those with a participant, on either side, of this id, or one of whose names or
                words holds this, in any case.
            status: Only those of this status.
        """
        found = self._of_article(Event, article_id)
        if type is not None:
            found = tuple(e for e in found if e.type == type.upper())
        if status is not None:
            found = tuple(e for e in found if e.status == status)
        if actor is None:
            return found
        ids = {actor, *(a.id for a in self.actors(actor))}
        return tuple(e for e in found if _takes_part(e, ids, actor.casefold()))

    def held_events(
        self,
        *,
        type: str | None = None,  # noqa: A002 - the column's name
        actor: str | None = None,
        status: str | None = None,
    ) -> tuple[HeldEvent, ...]:
        """Every event once, with all its tellings and its origins; the most retold first, then by date.

        Args:
            type: As for ``events``.
            actor: As for ``events``.
            status: As for ``events``.
        """
        return self._eventer().held(is_wanted(self.actors, type, actor, status))

    def tempo(
        self,
        *,
        by: str = "week",
        type: str | None = None,  # noqa: A002 - the column's name
        actor: str | None = None,
    ) -> Tempo:
        """Give events over time, by who, what and where, each row with its origins.

        What was reported counts, where its own words put it or, if they give no day, where the first
        report of it is. What is told as a number of acts stands beside, and is no row.

        Args:
            by: ``week`` or ``month``.
            type: As for ``events``.
            actor: As for ``events``.

        Raises:
            UnclearQuestion: If ``by`` is neither.
        """
        if by not in BEATS:
            remedy = f"Choose one of: {', '.join(BEATS)}"
            raise UnclearQuestion("there is no such beat", where=f"by {by!r}", remedy=remedy)
        return self._eventer().tempo(is_wanted(self.actors, type, actor, None), by)

    def commitments(self, article_id: str | None = None) -> tuple[Commitment, ...]:
        """Every commitment, or those of one article, in reading order."""
        return self._of_article(Commitment, article_id)

    def held_commitments(
        self, *, issuer: str | None = None, kind: str | None = None
    ) -> tuple[HeldCommitment, ...]:
        """Every commitment once, with all its wordings; the most retold first, then by date.

        Args:
            issuer: Only those whose issuer's name or words hold this, in any case.
            kind: Only those of this kind.
        """
        chains = self._select(
            "SELECT id, chain FROM statements WHERE id IN (SELECT statement_id FROM commitments)"
        )
        told = Told(
            commitments=self.commitments(),
            articles=self._whereabouts(),
            chains={key: _decode_chain(chain) for key, chain in chains},
            names=dict(self._select("SELECT id, name FROM actors")),
        )
        return gather_commitments(told, issuer=issuer, kind=kind)

    def followed_commitments(
        self,
        *,
        issuer: str | None = None,
        kind: str | None = None,
        state: str | None = None,
    ) -> tuple[HeldCommitment, ...]:
        """Every commitment with what later articles say became of it (``fate``); nothing is stored.

        Args:
            issuer: As for ``held_commitments``.
            kind: As for ``held_commitments``.
            state: Only those in this state.
        """
        if self.follow is None:
            raise TypeError(
                "open the case with headwater.open_case: by itself it follows nothing"
            )
        held = self.held_commitments(issuer=issuer, kind=kind)
        followed = Followed(self._select, self._all, self._same())
        pledges = followed.pledges(
            f"coalesce(same_as, id) {OF_IDS}", (ids_json([h.id for h in held]),)
        )
        told = followed.with_origins(followed.fates(pledges, self.follow))
        fates = {fate.commitment_id: fate for fate in told}
        known = tuple(replace(one, fate=fates[one.id]) for one in held)
        return tuple(h for h in known if state is None or (h.fate and h.fate.state == state))

    def suppose(self, text: str, depth: int = 1) -> Supposed:
        """Say which commitments would be set off by what is supposed, and what they say would follow.

        It infers nothing that nobody said. See ``Supposed``.

        Args:
            text: A plain clause: who does what to whom.
            depth: How many steps: what a commitment says would follow is supposed in its turn.

        Raises:
            UnclearQuestion: If no act is understood in it.
        """
        if self.follow is None or self.supposes is None:
            raise TypeError(
                "open the case with headwater.open_case: by itself it supposes nothing"
            )
        supposer = Supposer(self._select, self._all, self._same(), self.supposes, self.follow)
        return supposer.suppose(text, depth)

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

    def actors(self, name: str | None = None) -> tuple[Actor, ...]:
        """Every actor, or those one of whose names holds ``name`` in any case; by name.

        Once each, with all its names: not those that are the same as another (``same_as``).
        """
        found = self._all(Actor, "WHERE same_as IS NULL ORDER BY name, id")
        wanted = (name or "").casefold()
        return tuple(a for a in found if not wanted or _holds_name(a, wanted))

    def actors_called(self, id_or_name: str) -> tuple[Actor, ...]:
        """The actor of this id, or else every one that has this name, as names are compared; by name.

        Capitals, accents, hyphens and an article at the head do not matter; no word may be left out.
        """
        wanted = self._same().get(id_or_name, id_or_name)
        chosen = self._all(Actor, "WHERE id = ?", (wanted,))
        return chosen or tuple(
            a for a in self._perhaps_called(id_or_name) if is_called(a, id_or_name)
        )

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
        return build_profile(self._gathered(self._one_called(id_or_name)), limit)

    def what_if(self, *, without: str) -> WhatIf:
        """Say what would be left of the claims if one source were wrong.

        No telling counts that is the source's own, passes through it, or has from it what it says
        without naming anybody. What is left is counted anew, by the same rules; nothing is stored.

        Args:
            without: An outlet, agency, person or unnamed source, as for ``actors_called``.

        Raises:
            UnclearQuestion: If nobody goes by this, or more than one does.
        """
        source = self._one_called(without)
        if self.take_away is None:
            raise TypeError(
                "open the case with headwater.open_case: by itself it counts nothing"
            )
        return take_away(source, self.take_away, self._select, self._all)

    def network(
        self, actor: str | None = None, depth: int = 1, *, kinds: Collection[str] = ()
    ) -> Network:
        """Who is tied to whom: around one actor, or in the whole pile, each edge with its words and origins.

        Args:
            actor: As for ``actors_called``; None gives the whole network.
            depth: How many steps from the actor.
            kinds: Only ties of these kinds; all if empty.

        Raises:
            UnclearQuestion: If nobody goes by this, or more than one does.
        """
        networker = Networker(self._select, self._all, self.count_origins)
        if actor is None:
            return networker.whole(kinds)
        return networker.around(self._one_called(actor), depth, kinds)

    def board(
        self,
        at: date | None = None,
        *,
        since: date | None = None,
        indicators: Sequence[Indicator] | None = None,
        actor: str | None = None,
    ) -> Board:
        """What the pages up to a day tell of each indicator, with the passages and their origins.

        Args:
            at: The day of the board; the last on which a page of the case was published if None.
            since: Also say what is different from the board of this day.
            indicators: As ``headwater.lexicon.indicators.read_indicators`` gives them; those that ship if None.
            actor: Only passages that name this actor or in which it takes part.

        Raises:
            UnclearQuestion: If nobody goes by ``actor``, or more than one does.
        """
        if self.count_among is None:
            raise TypeError(
                "open the case with headwater.open_case: by itself it counts nothing"
            )
        only = None if actor is None else self._one_called(actor).id
        boarder = Boarder(
            Sheets(self._select, self._all),
            lambda name: [a.id for a in self.actors_called(name)],
            self.count_among,
            starter_indicators() if indicators is None else indicators,
            only,
        )
        return boarder.board(at, since)

    def timeline(
        self,
        *,
        actor: str | None = None,
        type: str | None = None,  # noqa: A002 - the column's name
        first: str | None = None,
        last: str | None = None,
    ) -> Timeline:
        """What happened and what was reported, day by day, in two lanes.

        An event stands on the day that its own words give it, an article on the day it came out.

        Args:
            actor: As for ``events``.
            type: As for ``events``.
            first: Leave out what is wholly before this day, YYYY-MM-DD.
            last: Leave out what is wholly after it.
        """
        found = self.events(actor=actor, type=type)
        times = Times(
            events=found,
            articles={a.id: a for a in self.articles()},
            statements={s.id: s for s in self.statements()},
            claims=self._all(Claim),
            stories=self._all(Story),
            only_with_events=actor is not None or type is not None,
        )
        return make_timeline(times, first, last)

    def reports(self) -> tuple[Report, ...]:
        """Every report the pile holds or cites."""
        return self._all(Report)

    def ghosts(self) -> tuple[Report, ...]:
        """The reports that are cited and not held, the most cited first."""
        found = (report for report in self.reports() if report.article_id is None)
        return tuple(sorted(found, key=lambda r: (-len(r.cited_by), r.outlet_name, r.id)))

    def collect(self, limit: int | None = None) -> tuple[WantedReport, ...]:
        """The reports worth getting: cited and not held, whatever settles most first.

        Each with its outlet, the days between which it came out, and the claims that it must contain
        with the tellings that have them from it. Most settles the report with which the bounds of most
        claims would become certain; of equals, the one whose claims most articles tell; then the one on
        which most claims rest; then the most cited.

        Args:
            limit: At most so many; all if None.
        """
        if self.imagining is None:
            raise TypeError(
                "open the case with headwater.open_case: by itself it counts nothing"
            )
        cited = self._cited()
        imagine = self.imagining(
            self._tellers(), tuple(cited.statements.values()), cited.derivations
        )
        return wanted_reports(cited, imagine)[:limit]

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

    def grades(
        self,
        ratings: Iterable[Rating] = (),
        *,
        min_articles: int = 1,
        outlet: str | None = None,
    ) -> tuple[GradedClaim, ...]:
        """Every claim with its grade, in the order of ``claims``; nothing is stored.

        Args:
            ratings: As ``headwater.lexicon.read_ratings`` gives them; without any, every letter is F.
            min_articles: As for ``claims``.
            outlet: As for ``claims``.

        Raises:
            UnclearQuestion: If two ratings that differ are of one source, by two of its names.
        """
        found = self.claims(min_articles=min_articles, outlet=outlet)
        return grade_claims(found, ratings, self._owners)

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

    def drifts(
        self, claim_id: str | None = None, *, kind: DriftKind | str | None = None
    ) -> tuple[Drift, ...]:
        """Every drift, or those of one claim, of one kind."""
        found = (d for d in self._all(Drift) if claim_id in {None, d.claim_id})
        return tuple(d for d in found if kind in {None, d.kind})

    def contradictions(self, claim_id: str | None = None) -> tuple[Contradiction, ...]:
        """Every contradiction, or those of one claim."""
        return tuple(c for c in self._all(Contradiction) if claim_id in {None, c.claim_id})

    def side_by_side(
        self, claim_id: str | None = None, *, kind: DriftKind | str | None = None
    ) -> tuple[SideBySide, ...]:
        """Every drift with both passages, those of the most told claims first; as for ``drifts``."""
        return self._sides().compared(self.drifts(claim_id, kind=kind))

    def disputes(self, claim_id: str | None = None) -> tuple[Dispute, ...]:
        """Every contradiction with the passages of both sides; as for ``contradictions``."""
        return self._sides().disputed(self.contradictions(claim_id))

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

    def _eventer(self) -> Eventer:
        return Eventer(
            self._select,
            self._all,
            self.count_origins,
            lambda found: self._sides().disputed(found),
            self._same(),
        )

    def _sides(self) -> Sides:
        return Sides(self._all(Claim), self._all(Statement), self._all(Article))

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
            events=self._as_read(self.events(article_id), article_id),
            commitments=self.commitments(article_id),
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

    def _same(self) -> dict[str, str]:
        """The ids of actors that are the same as others, and of which."""
        return dict(self._select("SELECT id, same_as FROM actors WHERE same_as IS NOT NULL"))

    def _cited(self) -> Cited:
        ghosts = self.ghosts()
        citing = {key for ghost in ghosts for key in ghost.cited_by}
        claims = tuple(c for c in self._all(Claim) if not citing.isdisjoint(c.article_ids))
        told = [key for claim in claims for key in claim.statement_ids]
        articles = [key for claim in claims for key in claim.article_ids]
        same = self._same()
        return Cited(
            ghosts=ghosts,
            claims=claims,
            statements={
                s.id: with_actors(s, same)
                for s in self._all(Statement, _OF_IDS.format("id"), _ids(told))
            },
            derivations=self._all(
                Derivation, _OF_IDS.format("article_id"), _ids([*articles, *citing])
            ),
            where=self._whereabouts(),
        )

    def _tellers(self) -> list[Teller]:
        return read_tellers(self._select)

    def _whereabouts(self) -> dict[str, Whereabouts]:
        rows = self._select(
            "SELECT id, outlet_name, published_from, published_to FROM articles"
        )
        return {
            key: Whereabouts(outlet_name=outlet, published_from=since, published_to=until)
            for key, outlet, since, until in rows
        }

    def _gathered(self, actor: Actor) -> Gathered:
        same = self._same()
        ids = (actor.id, *sorted(key for key, head in same.items() if head == actor.id))
        among = f"IN ({', '.join('?' * len(ids))})"
        statements = self._all(
            Statement,
            f"WHERE article_id IN (SELECT article_id FROM mentions WHERE actor_id {among}"  # noqa: S608 - our own names
            f" UNION SELECT article_id FROM chain_links WHERE actor_id {among})"
            " ORDER BY article_id, rowid",
            (*ids, *ids),
        )
        relations = self._all(
            Relation,
            f"WHERE subject {among} OR object {among} ORDER BY article_id, rowid",
            (*ids, *ids),
        )
        return Gathered(
            actor=actor,
            mentions=self._all(
                Mention, f"WHERE actor_id {among} ORDER BY article_id, rowid", ids
            ),
            statements=tuple(with_actors(statement, same) for statement in statements),
            relations=tuple(with_actors(relation, same) for relation in relations),
            where=self._whereabouts(),
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

    def _owners(self, claims: Sequence[Claim]) -> dict[str, Owner]:
        """Who quotes each source without a name that speaks in these claims."""
        ids = sorted({key for claim in claims for key in claim.statement_ids})
        rows = self._select(
            "SELECT DISTINCT l.actor_id, b.actor_id, coalesce(b.name, a.outlet_name)"
            " FROM chain_links l JOIN chain_links b ON b.statement_id = l.statement_id"
            " AND b.position = l.position - 1 JOIN articles a ON a.id = l.article_id"
            " WHERE l.kind = 'unnamed' AND l.actor_id IS NOT NULL"
            " AND l.statement_id IN (SELECT value FROM json_each(?)) ORDER BY 1, 2, 3",
            (msgspec.json.encode(ids).decode(),),
        )
        return {source: Owner(id=owner, name=name) for source, owner, name in rows}

    def _perhaps_called(self, name: str) -> tuple[Actor, ...]:
        """The actors whose names hold the letters of this one; those with other than plain letters unseen."""
        letters = "".join(fold_name(name))
        ids = [
            key
            for key, *texts in self._select(
                "SELECT id, name, aliases FROM actors WHERE same_as IS NULL"
            )
            if any(
                not text.isascii() or letters in text.lower().translate(_NO_LETTERS)
                for text in texts
            )
        ]
        found = self._all(Actor, _OF_IDS.format("id"), _ids(ids))
        return tuple(sorted(found, key=lambda actor: (actor.name, actor.id)))

    def _one_called(self, id_or_name: str) -> Actor:
        found = self.actors_called(id_or_name)
        if len(found) != 1:
            raise self._unclear_actor(id_or_name, found)
        return found[0]

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


def _ids(keys: Iterable[str]) -> tuple[str]:
    """Give ids as a query takes them."""
    return (msgspec.json.encode(sorted(set(keys))).decode(),)


def columns_sql(table: Table) -> str:
    """Give a table's columns, quoted, in the order of its rows."""
    return ", ".join(f'"{column.name}"' for column in table.columns)


def _takes_part(event: Event, ids: set[str], wanted: str) -> bool:
    if ids & {*event.actors, *event.recipients}:
        return True
    words = (*event.actor_words, *event.recipient_words)
    return any(wanted in span.text.casefold() for span in words)


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
