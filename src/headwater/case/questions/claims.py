"""What is claimed, and on whose word."""
# ruff: noqa: PLC0415 - what makes an answer is opened when it is asked for

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import msgspec

from headwater.case.questions.open_case import OF_IDS, OpenCase, ids_given
from headwater.lexicon import Rating
from headwater.model import (
    Article,
    Claim,
    Contradiction,
    Derivation,
    Drift,
    DriftKind,
    Origin,
    Statement,
    Story,
)

if TYPE_CHECKING:
    from headwater.case.grades import GradedClaim, Owner
    from headwater.case.sides import Dispute, SideBySide, Sides

#: What holds of a claim that one of some articles makes.
_OF_ARTICLES: Final = (
    "id IN (SELECT cs.claim_id FROM claim_statements cs JOIN statements s ON s.id = cs.statement_id"  # noqa: S608 - our own words
    f" WHERE s.article_id {OF_IDS})"
)
_MOST_TOLD: Final = (
    "json_array_length(article_ids) DESC, json_array_length(statement_ids) DESC, id"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginSupport:
    """An origin and everything in the case that rests on it."""

    origin: Origin
    claim_ids: tuple[str, ...]
    article_ids: tuple[str, ...]


class OfClaims(OpenCase):
    """Answers what the pile claims, where it comes from and what changed on the way."""

    def claims(
        self,
        *,
        min_articles: int = 1,
        outlet: str | None = None,
        articles: Iterable[str] | None = None,
        limit: int | None = None,
    ) -> tuple[Claim, ...]:
        """Every claim, the most told first.

        Args:
            min_articles: Only those that at least so many articles make.
            outlet: Only those of an outlet whose id or name holds this, in any case.
            articles: Only those that one of these articles makes.
            limit: At most so many, the first; all if None.
        """
        condition, given = self._claims_asked(min_articles, outlet)
        if articles is not None:
            condition += f" AND {_OF_ARTICLES}"
            given = (*given, *ids_given(articles))
        rest = f"WHERE {condition} ORDER BY {_MOST_TOLD} LIMIT ?"
        return self._all(Claim, rest, (*given, -1 if limit is None else limit))

    def count_claims(self, *, min_articles: int = 1, outlet: str | None = None) -> int:
        """How many ``claims`` there are without a limit."""
        condition, given = self._claims_asked(min_articles, outlet)
        ((count,),) = self._select(f"SELECT count(*) FROM claims WHERE {condition}", given)  # noqa: S608 - our own words
        return int(count)

    def claim(self, claim_id: str) -> Claim:
        """One claim, by its id or the beginning of it that no other shares.

        Raises:
            HeadwaterError: If no claim, or more than one, begins so.
        """
        return self._one(Claim, claim_id)

    def grades(
        self,
        ratings: Iterable[Rating] = (),
        *,
        min_articles: int = 1,
        outlet: str | None = None,
        limit: int | None = None,
    ) -> "tuple[GradedClaim, ...]":
        """Every claim with its grade, in the order of ``claims``; nothing is stored.

        Args:
            ratings: As ``headwater.lexicon.read_ratings`` gives them; without any, every letter is F.
            min_articles: As for ``claims``.
            outlet: As for ``claims``.
            limit: As for ``claims``.

        Raises:
            UnclearQuestion: If two ratings that differ are of one source, by two of its names.
        """
        from headwater.case.grades import grade_claims

        found = self.claims(min_articles=min_articles, outlet=outlet, limit=limit)
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

    def stories(self) -> tuple[Story, ...]:
        """Every story, the most told first."""
        return tuple(sorted(self._all(Story), key=lambda s: (-len(s.article_ids), s.id)))

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
    ) -> "tuple[SideBySide, ...]":
        """Every drift with both passages, those of the most told claims first; as for ``drifts``."""
        found = self.drifts(claim_id, kind=kind)
        told = {key for one in found for key in (one.from_statement, one.to_statement)}
        return self._sides({one.claim_id for one in found}, told).compared(found)

    def disputes(self, claim_id: str | None = None) -> "tuple[Dispute, ...]":
        """Every contradiction with the passages of both sides; as for ``contradictions``."""
        return self._disputed(self.contradictions(claim_id))

    def _disputed(self, found: Sequence[Contradiction]) -> "tuple[Dispute, ...]":
        told = {key for one in found for key in (*one.statement_ids, *one.against)}
        return self._sides({one.claim_id for one in found if one.claim_id}, told).disputed(
            found
        )

    def _sides(self, claim_ids: Iterable[str], statement_ids: Iterable[str]) -> "Sides":
        """Read no more than is put side by side: of a big case that is little."""
        from headwater.case.sides import Sides

        of_ids = f"WHERE id {OF_IDS}"
        statements = self._all(Statement, of_ids, ids_given(statement_ids))
        return Sides(
            self._all(Claim, of_ids, ids_given(claim_ids)),
            statements,
            self._all(Article, of_ids, ids_given(s.article_id for s in statements)),
        )

    def _owners(self, claims: Sequence[Claim]) -> "dict[str, Owner]":
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
        from headwater.case.grades import Owner

        return {source: Owner(id=owner, name=name) for source, owner, name in rows}

    def _claims_asked(
        self, min_articles: int, outlet: str | None
    ) -> tuple[str, tuple[object, ...]]:
        """Give what must hold of the claims that are asked for."""
        least, given = "json_array_length(article_ids) >= ?", (min_articles,)
        if outlet is None:
            return least, given
        of_outlet = f"EXISTS (SELECT 1 FROM json_each(article_ids) a WHERE a.value {OF_IDS})"  # noqa: S608 - our own words
        articles = ids_given(self._articles_of_outlet(outlet.casefold()))
        return f"{least} AND {of_outlet}", (*given, *articles)

    def _articles_of_outlet(self, wanted: str) -> set[str]:
        rows = self._select("SELECT id, outlet, outlet_name FROM articles")
        return {
            key for key, *names in rows if any(wanted in (n or "").casefold() for n in names)
        }


def _support(origin: Origin, claims: list[Claim]) -> OriginSupport:
    articles = {article for claim in claims for article in claim.article_ids}
    return OriginSupport(
        origin=origin,
        claim_ids=tuple(claim.id for claim in claims),
        article_ids=tuple(sorted(articles)),
    )
