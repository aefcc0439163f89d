"""How many origins stand behind a claim, as bounds that fail closed.

Every telling of the claim is a walk: outlet, whom it cites, whom they cite. Joined, the walks
make one graph of who got it from whom; where it ends, somebody spoke first. Outlets that
cite only one another end in themselves: that ring is one origin, marked circular.

``low`` counts only ends that cannot be one another: unnamed sources of one outlet may be the
same people, speakers of one state may speak from one brief, and an outlet on its own word,
whose lineage nobody states, never raises it. ``high`` counts every end.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from headwater.assessment.graph import sinks
from headwater.lexicon import registry
from headwater.model import (
    Article,
    ArticleFindings,
    Basis,
    ChainLink,
    Claim,
    Derivation,
    Independence,
    LinkKind,
    Origin,
    OriginKind,
    Statement,
    Voice,
)

_PRESS = frozenset({LinkKind.OUTLET, LinkKind.AGENCY})
_KIND = {
    LinkKind.UNNAMED: OriginKind.UNNAMED,
    LinkKind.DOCUMENT: OriginKind.DOCUMENT,
    LinkKind.OUTLET: OriginKind.OUTLET,
    LinkKind.AGENCY: OriginKind.OUTLET,
}


def assess_claims(
    claims: Sequence[Claim], findings: Iterable[ArticleFindings], derivations: Iterable[Derivation]
) -> tuple[Claim, ...]:
    """Give every claim its origins, its interval, and the steps of the count in words."""
    pile = _Pile(findings, derivations)
    return tuple(_Count(claim, pile).assessed() for claim in claims)


class _Pile:
    """Look-up tables over all articles."""

    def __init__(self, findings: Iterable[ArticleFindings], derivations: Iterable[Derivation]) -> None:
        found = list(findings)
        self.articles: Mapping[str, Article] = {f.article.id: f.article for f in found}
        self.statements: Mapping[str, Statement] = {s.id: s for f in found for s in f.statements}
        self.upstream: dict[str, list[Derivation]] = defaultdict(list)
        for derivation in derivations:
            self.upstream[derivation.article_id].append(derivation)

    def teller(self, article_id: str) -> str:
        """The node of an article's outlet; an unknown outlet is known by its article alone."""
        return self.articles[article_id].outlet or f"article/{article_id}"

    def upstream_nodes(self, article_id: str) -> list[str]:
        """The nodes an article draws on, its own outlet left out."""
        own = self.teller(article_id)
        nodes = {
            self.teller(d.upstream_article_id) if d.upstream_article_id else d.upstream_outlet or d.upstream_report_id
            for d in self.upstream[article_id]
        }
        return sorted(nodes - {own})


@dataclass(frozen=True, slots=True)
class _Node:
    """What is known of a node of the graph from the chains it was met in."""

    name: str
    kind: LinkKind
    owner: str


class _Count:
    """The count for one claim."""

    def __init__(self, claim: Claim, pile: _Pile) -> None:
        self.claim, self.pile = claim, pile
        self.nodes: dict[str, _Node] = {}
        self.cites: dict[str, set[str]] = defaultdict(set)
        self.attributed: set[str] = set()
        self.own_word: set[str] = set()
        for statement_id in claim.statement_ids:
            self._walk(pile.statements[statement_id])

    def assessed(self) -> Claim:
        ends = sinks(self.cites)
        counted = [end for end in ends if not self._is_mere_echo(end, ends)]
        origins = tuple(sorted(self._origin(end) for end in counted))
        low = len(self._groups([end for end in counted if self._counts(end)]))
        high = len(counted)
        return replace(
            self.claim, origins=origins, independent=Independence(low=max(low, min(1, high)), high=max(high, 1)),
            circular=any(len(end) > 1 for end in counted), reasons=self._reasons(counted),
        )  # fmt: skip

    # ---- the graph

    def _walk(self, statement: Statement) -> None:
        teller = self.pile.teller(statement.article_id)
        article = self.pile.articles[statement.article_id]
        self._meet(teller, article.outlet_name or "unknown outlet", LinkKind.OUTLET, teller)
        links = [link for link in statement.chain[1:] if link.basis is not Basis.INFERRED]
        at = teller
        for link in links:
            node = self._node_of(link, at)
            if node != at:
                self.cites[at].add(node)
                self._meet(node, link.name or "a source the text does not name", link.kind, at)
            at = node
        self.cites[at] |= set()
        self._lean_on_upstream(statement, teller, at, links)

    def _lean_on_upstream(self, statement: Statement, teller: str, end: str, links: Sequence[ChainLink]) -> None:
        """What an article says itself, or hears from people it hides, may be its upstream's."""
        if end == teller:
            self.own_word.add(teller)
        else:
            self.attributed.add(end)
        owned = end == teller or (links[-1].kind is LinkKind.UNNAMED and len(links) == 1)
        if owned and statement.voice is not Voice.BACKGROUND:
            for upstream in self.pile.upstream_nodes(statement.article_id):
                if upstream != end:
                    self.cites[end].add(upstream)
                    self.cites[upstream] |= set()
                    self._meet(upstream, self._upstream_name(statement.article_id, upstream), LinkKind.OUTLET, teller)

    def _upstream_name(self, article_id: str, node: str) -> str:
        for derivation in self.pile.upstream[article_id]:
            if derivation.upstream_outlet == node or derivation.upstream_report_id == node:
                return derivation.upstream_name
        return next(d.upstream_name for d in self.pile.upstream[article_id])

    def _node_of(self, link: ChainLink, before: str) -> str:
        return link.actor_id or f"unspecified/{before}"

    def _meet(self, node: str, name: str, kind: LinkKind, owner: str) -> None:
        self.nodes.setdefault(node, _Node(name, kind, owner))

    # ---- the ends

    def _is_mere_echo(self, end: frozenset[str], ends: Sequence[frozenset[str]]) -> bool:
        """An outlet on its own word, or a source left unsaid, beside somebody who did speak."""
        if len(ends) == 1:
            return False
        spoken = any(other != end and self._counts(other) for other in ends)
        unsaid = all(node.startswith("unspecified/") for node in end)
        retold = all(node in self.own_word and self._also_attributes(node) for node in end)
        return spoken and (unsaid or retold)

    def _also_attributes(self, teller: str) -> bool:
        """The outlet gives the claim a source elsewhere: its headline is no second origin."""
        return any(self.nodes[node].owner == teller for node in self.attributed)

    def _counts(self, end: frozenset[str]) -> bool:
        return any(node in self.attributed and not node.startswith("unspecified/") for node in end) or any(
            self.nodes[node].kind in _PRESS and node not in self.own_word for node in end
        )

    def _groups(self, ends: Sequence[frozenset[str]]) -> set[str]:
        return {self._lump(end) for end in ends}

    def _lump(self, end: frozenset[str]) -> str:
        """What an end may be one with: its outlet if it hides, its state if it has one, else itself."""
        node = min(end)
        known = self.nodes[node]
        if known.kind is LinkKind.UNNAMED:
            return known.owner
        entry = registry().entries.get(node)
        if entry and entry.country and known.kind not in _PRESS:
            return f"state/{entry.country}"
        return node

    def _origin(self, end: frozenset[str]) -> Origin:
        node = min(end)
        known = self.nodes[node]
        if len(end) > 1:
            names = ", ".join(sorted(self.nodes[n].name for n in end))
            return Origin(id=node, name=f"a ring: {names}", kind=OriginKind.RING, held=False)
        kind = OriginKind.UNKNOWN if node.startswith(("unspecified/", "article/")) else _KIND.get(known.kind, OriginKind.SPEAKER)
        held = node in {self.pile.teller(s) for s in self.claim.article_ids}
        if kind is OriginKind.OUTLET and not held:
            kind = OriginKind.GHOST
        return Origin(id=node, name=self._owned_name(node), kind=kind, held=held)

    def _owned_name(self, node: str) -> str:
        known = self.nodes[node]
        if known.kind is not LinkKind.UNNAMED or known.owner not in self.nodes:
            return known.name
        return f"{known.name} ({self.nodes[known.owner].name})"

    # ---- in words

    def _reasons(self, counted: Sequence[frozenset[str]]) -> tuple[str, ...]:
        outlets = {self.pile.teller(a) for a in self.claim.article_ids}
        steps = [f"{_count(len(self.claim.article_ids), 'article')} of {_count(len(outlets), 'outlet')} tell it"]
        steps += [
            f"{self.nodes[a].name} has it from {self.nodes[b].name}" for a in sorted(self.cites) for b in sorted(self.cites[a])
        ]
        lumps: dict[str, list[str]] = defaultdict(list)
        for end in counted:
            lumps[self._lump(end)].append(self.nodes[min(end)].name)
        steps += [
            f"{' and '.join(sorted(names))} are not counted apart: nothing shows that they are independent"
            for names in lumps.values() if len(names) > 1
        ]  # fmt: skip
        steps += [
            f"{self.nodes[min(end)].name} says so on its own word; where it has it from is not recorded"
            for end in counted if not self._counts(end)
        ]  # fmt: skip
        return tuple(dict.fromkeys(steps))


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
