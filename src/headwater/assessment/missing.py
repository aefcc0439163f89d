"""What it would settle to get a report that the pile cites and does not hold."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from headwater.assessment.independence import count_origins
from headwater.assessment.pile import Pile, Said, Teller
from headwater.model import (
    Basis,
    ChainLink,
    Claim,
    Derivation,
    LinkKind,
    OriginKind,
    Report,
    digest,
)


class Missing:
    """Counts claims as if a report were held that is not.

    Args:
        articles: Every article of the pile.
        statements: At least those of the claims asked about.
        derivations: At least those of the articles that tell these claims.
    """

    def __init__(
        self,
        articles: Iterable[Teller],
        statements: Iterable[Said],
        derivations: Iterable[Derivation],
    ) -> None:
        self._pile = Pile(articles, statements, derivations)

    def rests_on(self, claim: Claim, report: Report) -> tuple[str, ...] | None:
        """Give the tellings that have a claim from a report; None where it does not rest on it.

        Those of articles that cite the report, with its outlet in their chain. There may be none
        where the report stands in for all tellers, because nobody is named for the claim.
        """
        outlet = _outlet_of(report)
        through = tuple(
            key
            for key in claim.statement_ids
            if (said := self._pile.statements[key]).article_id in report.cited_by
            and outlet in self._pile.nodes(said)[1:]
        )
        stands_in = any(origin.id == outlet for origin in claim.origins)
        is_cited = not set(report.cited_by).isdisjoint(claim.article_ids)
        return through if through or (stands_in and is_cited) else None

    def settles(self, claim: Claim, report: Report) -> bool:
        """Tell whether a claim's interval would become certain if the report were held.

        Before, it is open: its bounds differ, or one of its origins is this very report, and where that
        has it from nobody can see. Then the report is imagined to be held, to tell the claim, and to name
        whom those who cite it say that it names; or, where they say nothing, somebody who is named nowhere
        else. After, the bounds are the same, and the report is no end any more.
        """
        outlet = _outlet_of(report)
        if not _is_open(claim, outlet):
            return False
        page = _Imagined(
            id=f"imagined/{report.id}", outlet=outlet, outlet_name=report.outlet_name
        )
        told = tuple(self._imagine(claim, outlet, page))
        with_it = self._pile.holding_also(page, told)
        counted = count_origins(
            replace(
                claim,
                statement_ids=(*claim.statement_ids, *(said.id for said in told)),
                article_ids=(*claim.article_ids, page.id),
            ),
            with_it,
        )
        return not _is_open(counted, outlet)

    def _imagine(self, claim: Claim, outlet: str, page: "_Imagined") -> Iterator["_Telling"]:
        """The tellings that those who cite a report say that it holds; of one that is bare, its speaker."""
        tails = {
            tuple(link for _, link in steps[n + 1 :])
            for key in claim.statement_ids
            for steps in [self._pile.walk(self._pile.statements[key])[1]]
            for n, (node, _) in enumerate(steps)
            if node == outlet
        }
        head = ChainLink(
            position=0, actor_id=outlet, name=page.outlet_name, kind=LinkKind.OUTLET, basis=Basis.PAGE
        )  # fmt: skip
        for tail in sorted(filter(None, tails), key=repr) or [(_whoever(page),)]:
            key = digest("imagined", claim.id, page.id, *tail)
            yield _Telling(id=key, article_id=page.id, chain=(head, *tail))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Imagined:
    """The article that a report would be."""

    id: str
    outlet: str
    outlet_name: str
    title: None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Telling:
    """A statement that it would hold."""

    id: str
    article_id: str
    chain: tuple[ChainLink, ...]
    nested_in: None = None
    is_denied: bool = False


def _whoever(page: _Imagined) -> ChainLink:
    return ChainLink(
        position=1, actor_id=f"whoever/{page.id}", name=f"whoever told {page.outlet_name}", kind=LinkKind.PERSON,
        basis=Basis.EXPLICIT,
    )  # fmt: skip


def _outlet_of(report: Report) -> str:
    return report.outlet or report.id


def _is_open(claim: Claim, outlet: str) -> bool:
    is_end = any(
        origin.id == outlet and origin.kind in {OriginKind.GHOST, OriginKind.OUTLET}
        for origin in claim.origins
    )
    return is_end or claim.independent.low != claim.independent.high
