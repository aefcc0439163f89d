"""What is left of a claim when one source is taken away.

A telling *stands* without a source unless

- its outlet or a link of its chain is the source, or those of a statement that it is nested in are;
- or its article has it from a report that is the source's, or that itself no longer stands: one
  that tells this claim too, and of which the article is a copy, a translation or a retelling, or
  which it rewrites and which quotes the same speaker, or which it draws on in any way to say this
  on its own word or by somebody it does not name. Of a report that is not held nobody knows what it
  tells: a copy or a translation has all from it, a rewriting what it says on its own word. It does
  not matter where the article says that it was told so itself, nor if it draws on another report
  as well that it may have it from and that stands;
- or from where its chain ends no way leads to an end that stands: somebody who is no teller of the
  claim, or a teller by a telling that stands. Of a ring that the source is in, nobody stands.

What stands is counted anew by the same rules.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise

from headwater.assessment.digits import give_digits
from headwater.assessment.graph import reached, sinks, turned
from headwater.assessment.independence import count_origins, join_tellings
from headwater.assessment.pile import Pile, Said, Teller
from headwater.model import Actor, Claim, Contradiction, Derivation, DerivationKind

#: What has all that it tells from its upstream.
_VERBATIM = frozenset({DerivationKind.COPIES, DerivationKind.TRANSLATES})


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
        #: Whether other pages may call it what no registry knows: outlets of the pile are found again by name.
        self.goes_by_names = self._pile.is_held(self.node)
        self._known: dict[tuple[str | None, str | None, str | None], bool] = {}

    def is_source(self, actor_id: str | None, words: str | None, name: str | None) -> bool:
        """Tell whether a link with these words and this name stands for the source."""
        asked = (actor_id, words, name)
        if asked not in self._known:
            self._known[asked] = self._pile.outlets.settle_named(*asked) == self.node
        return self._known[asked]

    def claims(
        self,
        claims: Iterable[Claim],
        statements: Iterable[Said],
        derivations: Iterable[Derivation],
        contradictions: Iterable[Contradiction] = (),
    ) -> tuple[Claim | None, ...]:
        """Give every claim as it is counted without the source; None where nothing supports it then.

        Args:
            claims: Claims with origins; one that the source does not touch comes back as it is.
            statements: At least theirs, and whatever these are nested in.
            derivations: At least those of the articles that tell these claims.
            contradictions: At least those that name these claims or their tellings; one of whose
                tellings falls no longer counts.
        """
        pile = self._pile.holding(statements, derivations)
        pairs = [(claim, _without(self.node, claim, pile)) for claim in claims]
        held = _still_held(contradictions, pairs)
        changed = [left for claim, left in pairs if left is not None and left is not claim]
        graded = iter(give_digits(changed, held))
        return tuple(
            left if left is None or left is claim else next(graded) for claim, left in pairs
        )


def _still_held(
    contradictions: Iterable[Contradiction], pairs: Iterable[tuple[Claim, Claim | None]]
) -> list[Contradiction]:
    fallen: set[str] = set()
    for claim, left in pairs:
        fallen |= set(claim.statement_ids) - set(left.statement_ids if left else ())
    return [c for c in contradictions if fallen.isdisjoint(c.statement_ids)]


def _without(source: str, claim: Claim, pile: Pile) -> Claim | None:
    if all(source in pile.nodes(pile.statements[key]) for key in claim.statement_ids):
        return None
    standing = _Tellings(source, claim, pile).standing()
    if len(standing) == len(claim.statement_ids):
        left = claim
    elif standing:
        left = count_origins(_narrowed(claim, standing, pile), pile)
    else:
        return None
    # The report that all its tellers draw on elsewhere stands in where nobody is named for a claim.
    return None if any(origin.id == source for origin in left.origins) else left


class _Tellings:
    """The tellings of one claim, and who has it from whom among them."""

    def __init__(self, source: str, claim: Claim, pile: Pile) -> None:
        self.source, self.pile = source, pile
        self.hearsay = join_tellings(claim, pile)
        self.denied = {said.id: said for said in self.hearsay.denying}
        told = (key for key in claim.statement_ids if key not in self.denied)
        self.told = {key: pile.statements[key] for key in told}
        self.walks = {key: pile.nodes(said) for key, said in self.told.items()}
        by_walks = {step for walk in self.walks.values() for step in pairwise(walk)}
        #: Steps taken because of whole articles, not of one telling.
        self.other_steps = {
            (a, b) for a, cited in self.hearsay.cites.items() for b in cited
        } - by_walks
        #: Who may be an end. Nobody but a ring's members has the same end.
        self.ends = {n for end in sinks(self.hearsay.cites) if source not in end for n in end}
        self.tellers = {walk[0] for walk in self.walks.values()}
        self._upstreams: dict[str, frozenset[str]] = {}
        self._behind: dict[str, frozenset[str]] = {}

    def standing(self) -> frozenset[str]:
        """Give the ids of the tellings that stand: all that no round of looking makes fall.

        Where nobody is left who says so, there is nothing to deny.
        """
        fallen = self._through_source(self.told)
        while more := self._falling(fallen):
            fallen |= more
        standing = self.told.keys() - fallen
        denials = self.denied.keys() - self._through_source(self.denied) if standing else set()
        return frozenset(standing | denials)

    def _through_source(self, told: Mapping[str, Said]) -> frozenset[str]:
        return frozenset(k for k, s in told.items() if self._passes_source(s))

    def _passes_source(self, said: Said) -> bool:
        """Tell whether it passes through the source, or a statement that it is nested in does."""
        host = self.pile.statements.get(said.nested_in or "")
        return self.source in self.pile.nodes(said) or (
            host is not None and self._passes_source(host)
        )

    def _falling(self, fallen: AbstractSet[str]) -> set[str]:
        founded = self._founded(fallen)
        return {k for k in self.told.keys() - fallen if self._falls(k, founded, fallen)}

    def _falls(self, key: str, founded: AbstractSet[str], fallen: AbstractSet[str]) -> bool:
        said = self.told[key]
        if said.nested_in in self.told:
            return said.nested_in in fallen
        if self.walks[key][-1] not in founded:
            return True
        if key not in self._upstreams:
            self._upstreams[key] = self._upstream(said)
        upstream = self._upstreams[key]
        return bool(upstream) and all(self._has_fallen(node, founded) for node in upstream)

    def _has_fallen(self, node: str, founded: AbstractSet[str]) -> bool:
        return node == self.source or (node in self.hearsay.cites and node not in founded)

    def _upstream(self, said: Said) -> frozenset[str]:
        """The reports that the article may have it from."""
        if any(link.cue == "told" for link in said.chain):
            return frozenset()
        drawn = {
            self.pile.upstream_node(derivation)
            for derivation in self.pile.upstream[said.article_id]
            if self._may_be_from(derivation, said)
        }
        return frozenset(drawn - {self.walks[said.id][0]})

    def _may_be_from(self, derivation: Derivation, said: Said) -> bool:
        """A report that tells the claim too, and by whom; one that nobody has seen may do so."""
        upstream = self.pile.upstream_node(derivation)
        has_all = derivation.kind in _VERBATIM or derivation.basis == "text"
        is_rewritten = derivation.kind is DerivationKind.REWRITES
        is_its_own = self.hearsay.is_own_word(said)
        if upstream in self.hearsay.cites:
            return has_all or is_its_own or (is_rewritten and self._quotes(upstream, said))
        is_unseen = derivation.upstream_article_id is None
        return is_unseen and (has_all or (is_its_own and is_rewritten))

    def _quotes(self, report: str, said: Said) -> bool:
        """Tell whether a report has it from the speaker whom an article has it from."""
        if report not in self._behind:
            self._behind[report] = reached(self.hearsay.cites, [report])
        return self.walks[said.id][-1] in self._behind[report]

    def _founded(self, fallen: AbstractSet[str]) -> frozenset[str]:
        """Who has a way to an end that stands."""
        walks = [walk for key, walk in self.walks.items() if key not in fallen]
        steps = {*self.other_steps, *(step for walk in walks for step in pairwise(walk))}
        silent = self.tellers - {walk[0] for walk in walks}
        return reached(turned(steps), self.ends - silent, without=self.source)


def _narrowed(claim: Claim, standing: AbstractSet[str], pile: Pile) -> Claim:
    kept = tuple(key for key in claim.statement_ids if key in standing)
    return replace(
        claim,
        members=tuple(member for member in claim.members if member.statement_id in standing),
        statement_ids=kept,
        article_ids=tuple(sorted({pile.statements[key].article_id for key in kept})),
    )
