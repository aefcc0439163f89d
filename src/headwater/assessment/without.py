"""What is left of a claim when one source is taken away.

A telling *stands* without a source unless

- its outlet or a link of its chain is the source, or those of a statement that it is nested in are;
- or its article copies, rewrites or translates a report that tells this claim too, or draws on one
  in any way and says this on its own word or by somebody it does not name; and that report is the
  source's, or itself no longer stands. Where the article says that it was told so itself, this does
  not matter, nor if it draws on another report as well that tells the claim and stands;
- or from where its chain ends no way leads to an end that stands: somebody who is no teller of the
  claim, or a teller by a telling that stands. Of a ring that the source is in, nobody stands.

What stands is counted anew by the same rules.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise

from headwater.assessment.graph import reached, sinks
from headwater.assessment.independence import Count
from headwater.assessment.pile import Pile, Said, Teller
from headwater.model import Actor, Claim, Derivation, DerivationKind


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
    standing = _Tellings(source, claim, pile).standing()
    if len(standing) == len(claim.statement_ids):
        left = claim
    elif standing:
        left = Count(_narrowed(claim, standing, pile), pile).assessed()
    else:
        return None
    # The report that all its tellers draw on elsewhere stands in where nobody is named for a claim.
    return None if any(origin.id == source for origin in left.origins) else left


class _Tellings:
    """The tellings of one claim, and who has it from whom among them."""

    def __init__(self, source: str, claim: Claim, pile: Pile) -> None:
        self.source, self.pile = source, pile
        self.count = Count(claim, pile)
        self.told = {key: pile.statements[key] for key in claim.statement_ids}
        self.walks = {key: _walk(said, pile) for key, said in self.told.items()}
        by_walks = {step for walk in self.walks.values() for step in pairwise(walk)}
        #: Steps taken because of whole articles, not of one telling.
        self.other_steps = {
            (a, b) for a, cited in self.count.cites.items() for b in cited
        } - by_walks
        #: Who may be an end. Nobody but a ring's members has the same end.
        self.ends = {n for end in sinks(self.count.cites) if source not in end for n in end}
        self.tellers = {walk[0] for walk in self.walks.values()}

    def standing(self) -> frozenset[str]:
        """Give the ids of the tellings that stand: all that no round of looking makes fall."""
        fallen = frozenset(
            k for k, s in self.told.items() if self.source in _nodes(s, self.pile)
        )
        while more := self._falling(fallen):
            fallen |= more
        return frozenset(self.told.keys() - fallen)

    def _falling(self, fallen: AbstractSet[str]) -> set[str]:
        founded = self._founded(fallen)
        return {k for k in self.told.keys() - fallen if self._falls(k, founded, fallen)}

    def _falls(self, key: str, founded: AbstractSet[str], fallen: AbstractSet[str]) -> bool:
        said = self.told[key]
        if said.nested_in in self.told:
            return said.nested_in in fallen
        upstream = self._upstream(said)
        return self.walks[key][-1] not in founded or bool(upstream and not upstream & founded)

    def _upstream(self, said: Said) -> set[str]:
        """The reports that tell the claim too and that the article may have it from."""
        if any(link.cue == "told" for link in said.chain):
            return set()
        is_its_own = self.count.is_own_word(said)
        drawn = (
            self.pile.upstream_node(derivation)
            for derivation in self.pile.upstream[said.article_id]
            if is_its_own or derivation.kind is not DerivationKind.CITES
        )
        return {node for node in drawn if node in self.count.cites} - {self.walks[said.id][0]}

    def _founded(self, fallen: AbstractSet[str]) -> frozenset[str]:
        """Who has a way to an end that stands."""
        walks = [walk for key, walk in self.walks.items() if key not in fallen]
        steps = {*self.other_steps, *(step for walk in walks for step in pairwise(walk))}
        silent = self.tellers - {walk[0] for walk in walks}
        return reached(_turned(steps), self.ends - silent, without=self.source)


def _walk(said: Said, pile: Pile) -> list[str]:
    teller, steps = pile.walk(said)
    return [teller, *(node for node, _ in steps)]


def _nodes(said: Said, pile: Pile) -> list[str]:
    """Whom a statement passes through, first those of the statements that it is nested in."""
    host = pile.statements.get(said.nested_in or "")
    return [*(_nodes(host, pile) if host else ()), *_walk(said, pile)]


def _turned(steps: Iterable[tuple[str, str]]) -> Mapping[str, AbstractSet[str]]:
    """Give for everybody who has it from them."""
    told_by: dict[str, set[str]] = defaultdict(set)
    for teller, cited in steps:
        told_by[cited].add(teller)
    return told_by


def _narrowed(claim: Claim, standing: AbstractSet[str], pile: Pile) -> Claim:
    kept = tuple(key for key in claim.statement_ids if key in standing)
    return replace(
        claim,
        members=tuple(member for member in claim.members if member.statement_id in standing),
        statement_ids=kept,
        article_ids=tuple(sorted({pile.statements[key].article_id for key in kept})),
    )
