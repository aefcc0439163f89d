"""What is left of a claim when one source is taken away.

The walks of all tellings stay joined as they were counted. A telling *stands* without a source if
neither its outlet nor a link of its chain is that source, nor of a statement it is nested in, and if
from where its chain ends some way leads to an end that the source is no part of. So a page that has
its text, or what it says without naming anybody, from the source falls with it; and of a ring nobody
stands, as everybody in it has it from everybody. What stands is counted anew by the same rules.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from headwater.assessment.graph import reached, sinks
from headwater.assessment.independence import Count
from headwater.assessment.pile import Pile, Said, Teller
from headwater.model import Actor, Claim, Derivation


class Without:
    """One source taken away from a pile: what it touches, and what is left.

    The names of outlets are settled, and the claims grouped, as they are with the source: it is
    taken away from the count, not from the pile. Articles that draw on it still do, so that what
    they say without naming anybody is not taken for their own.

    Args:
        source: The source; an outlet that the pile itself publishes by whatever name it has there.
        articles: Every article of the pile.
    """

    def __init__(self, source: Actor, articles: Iterable[Teller]) -> None:
        self._pile = Pile(articles, (), ())
        self.node = self._pile.outlets.settle(source.id, source.name) or source.id

    def touched(self, statements: Iterable[Said]) -> frozenset[str]:
        """Give the ids of the statements that the source tells, or that pass through it.

        Args:
            statements: With each, whatever it is nested in.
        """
        pile = self._pile.holding(statements)
        return frozenset(s.id for s in pile.statements.values() if self.node in _nodes(s, pile))

    def claims(
        self,
        claims: Iterable[Claim],
        statements: Iterable[Said],
        derivations: Iterable[Derivation],
    ) -> tuple[Claim | None, ...]:
        """Give every claim as it is counted without the source; None where nothing supports it then.

        Args:
            claims: Claims with origins; one that the source does not touch comes back as it is.
            statements: At least theirs, and whatever these are nested in.
            derivations: At least those of the articles that tell these claims.
        """
        pile = self._pile.holding(statements, derivations)
        return tuple(_without(self.node, claim, pile) for claim in claims)


def _without(source: str, claim: Claim, pile: Pile) -> Claim | None:
    standing = _standing(source, claim, pile)
    if len(standing) == len(claim.statement_ids):
        left = claim
    elif standing:
        left = Count(_narrowed(claim, standing, pile), pile).assessed()
    else:
        return None
    # The report that all its tellers draw on elsewhere stands in where nobody is named for a claim.
    return None if any(origin.id == source for origin in left.origins) else left


def _standing(source: str, claim: Claim, pile: Pile) -> frozenset[str]:
    cites = Count(claim, pile).cites
    ends = (end for end in sinks(cites) if source not in end)
    founded = reached(_turned(cites), (node for end in ends for node in end), without=source)

    def stands(said: Said) -> bool:
        nodes = _nodes(said, pile)
        if source in nodes:
            return False
        if said.nested_in in claim.statement_ids:
            return stands(pile.statements[said.nested_in])
        return nodes[-1] in founded

    return frozenset(key for key in claim.statement_ids if stands(pile.statements[key]))


def _nodes(said: Said, pile: Pile) -> list[str]:
    """Whom a statement passes through, first those of the statements that it is nested in."""
    host = pile.statements.get(said.nested_in or "")
    teller, steps = pile.walk(said)
    return [*(_nodes(host, pile) if host else ()), teller, *(node for node, _ in steps)]


def _turned(cites: Mapping[str, AbstractSet[str]]) -> Mapping[str, AbstractSet[str]]:
    """Turn every arrow of a graph around."""
    told_by: dict[str, set[str]] = defaultdict(set)
    for teller, cited in cites.items():
        for node in cited:
            told_by[node].add(teller)
    return told_by


def _narrowed(claim: Claim, standing: AbstractSet[str], pile: Pile) -> Claim:
    kept = tuple(key for key in claim.statement_ids if key in standing)
    return replace(
        claim,
        members=tuple(member for member in claim.members if member.statement_id in standing),
        statement_ids=kept,
        article_ids=tuple(sorted({pile.statements[key].article_id for key in kept})),
    )
