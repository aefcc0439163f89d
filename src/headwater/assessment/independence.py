"""How many origins stand behind a claim, as bounds that fail closed.

Every telling of the claim is a walk: outlet, whom it cites, whom they cite. Joined, the walks
make one graph of who got it from whom; where it ends, somebody spoke first. Outlets that
cite only one another end in themselves: that ring is one origin, marked circular.

``low`` counts only ends that cannot be one another: unnamed sources of one outlet may be the
same people, speakers of one state may speak from one brief, and an outlet on its own word or
a report whose source nobody states never raises it. ``high`` counts every end.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from headwater.assessment.explanation import Walks, explain
from headwater.assessment.graph import reached, sinks
from headwater.assessment.pile import Pile, Said, Teller
from headwater.lexicon import fold_name, registry
from headwater.linking import PileOutlets
from headwater.model import (
    ArticleFindings,
    Basis,
    Claim,
    Derivation,
    Independence,
    LinkKind,
    Origin,
    OriginKind,
)

_PRESS = frozenset({LinkKind.OUTLET, LinkKind.AGENCY})
_CREDITS = frozenset({Basis.CREDIT, Basis.DATELINE})
_DESCRIPTIONS = ("described/", "unnamed/")
_PEOPLE = frozenset({LinkKind.PERSON, LinkKind.GROUP})
_KIND = {
    LinkKind.UNNAMED: OriginKind.UNNAMED,
    LinkKind.DOCUMENT: OriginKind.DOCUMENT,
    LinkKind.OUTLET: OriginKind.OUTLET,
    LinkKind.AGENCY: OriginKind.OUTLET,
}


def assess_claims(
    claims: Sequence[Claim],
    findings: Iterable[ArticleFindings],
    derivations: Iterable[Derivation],
    *,
    outlets: PileOutlets | None = None,
) -> tuple[Claim, ...]:
    """Give every claim its origins, its interval, and the steps of the count in words.

    Args:
        claims: What is said, without origins.
        findings: All articles that tell it.
        derivations: From whom these articles have it.
        outlets: The outlets of the whole pile, where these articles are a part of it.
    """
    found = list(findings)
    told = (statement for finding in found for statement in finding.statements)
    pile = Pile((finding.article for finding in found), told, derivations, outlets=outlets)
    return tuple(Count(claim, pile).assessed() for claim in claims)


def count_among(
    claims: Iterable[Claim],
    articles: Iterable[Teller],
    statements: Iterable[Said],
    derivations: Iterable[Derivation],
) -> tuple[Claim, ...]:
    """Give claims their origins as ``assess_claims`` does, from no more than counting looks at.

    Args:
        claims: What is to be counted.
        articles: Every article of the pile.
        statements: At least those of the claims, and whatever these are nested in.
        derivations: At least those of the articles that tell these claims.
    """
    pile = Pile(articles, statements, derivations)
    return tuple(Count(claim, pile).assessed() for claim in claims)


@dataclass(frozen=True, slots=True)
class _Node:
    """What is known of a node of the graph from the chains it was met in."""

    name: str
    kind: LinkKind
    owner: str


class Count:
    """The count for one claim: the graph of who has it from whom, and where that ends."""

    def __init__(self, claim: Claim, pile: Pile) -> None:
        self.claim, self.pile = claim, pile
        self.nodes: dict[str, _Node] = {}
        self.cites: dict[str, set[str]] = defaultdict(set)
        #: Ends somebody is named for: a speaker, a document, an outlet cited, sources told of.
        self.attributed: set[str] = set()
        #: Ends that an article draws on others for without saying that this is from them.
        self.doubtful: dict[str, set[str]] = defaultdict(set)
        #: Outlets on their own word and sources they hide, and the report their text is taken from.
        self.copied: set[tuple[str, str]] = set()
        #: Steps of the graph that no words show: taken so that nobody is counted twice.
        self.taken: set[tuple[str, str]] = set()
        told = [pile.statements[key] for key in claim.statement_ids]
        affirming = [statement for statement in told if not statement.is_denied]
        #: Whoever denies it beside others who say it is no origin of it.
        self.denying = [s for s in told if s.is_denied] if affirming else []
        for statement in affirming or told:
            # "officials said the envoy told them to wait": the officials say so, not the envoy.
            if statement.nested_in not in claim.statement_ids or self._relays_press(statement):
                self._walk(statement)
        self._settle_doubts()
        self._join_descriptions()
        self._join_hidden()

    def assessed(self) -> Claim:
        """Give the claim with origins, interval and reasons."""
        ends = sinks(self.cites)
        firm = [end for end in ends if self._is_firm(end)]
        counted = firm or self._instead(ends)
        apart = {lump for end, lump in self._lumps(counted).items() if not self._is_press(end)}
        low = len(apart) if firm else 1
        unsure = [end for end in ends if end not in counted and not self._is_echo(end)]
        high = max(len(counted) + len(unsure), 1)
        return replace(
            self.claim,
            origins=tuple(sorted(self._origin(end) for end in counted)),
            independent=Independence(low=max(low, 1), high=high),
            circular=any(len(end) > 1 for end in counted),
            reasons=self._reasons(counted, unsure),
        )

    # ---- the graph

    def _walk(self, statement: Said) -> None:
        teller, steps = self.pile.walk(statement)
        self._meet(teller, self.pile.name_of(statement.article_id), LinkKind.OUTLET, teller)
        at = teller
        self.cites[at] |= set()
        for node, link in steps:
            if node != at:
                self.cites[at].add(node)
                self.cites[node] |= set()
                self._meet(node, link.name or "a source the text does not name", link.kind, at)
            at = node
        self._lean_on_upstream(statement, teller, at)

    def _relays_press(self, statement: Said) -> bool:
        """Whoever tells of a report has it from there: "the minister said that the Post reports so"."""
        host = self.pile.statements.get(statement.nested_in or "")
        known = len(self.pile.walk(host)[1]) if host else 0
        behind = self.pile.walk(statement)[1][known:]
        return bool(behind) and behind[0][1].kind in _PRESS

    def _lean_on_upstream(self, statement: Said, teller: str, end: str) -> None:
        """What an article says itself, or has from people it hides, may be its upstream's.

        Where its *text* is another article's that tells this too, it surely is; where it merely
        names an upstream elsewhere, nobody can say, and the end is kept as doubtful.
        """
        hidden = end != teller
        if not self.is_own_word(statement):
            self.attributed.add(end)
            return
        named = set(self.pile.nodes(statement))
        told_itself = "told" in {link.cue for link in statement.chain}
        for derivation in self.pile.upstream[statement.article_id]:
            upstream = self.pile.upstream_node(derivation)
            if upstream in named:
                continue
            if derivation.basis == "text":
                self.copied.add((end, upstream))
            elif not told_itself:
                self.doubtful[end].add(upstream)
            self._meet(upstream, derivation.upstream_name, LinkKind.OUTLET, teller)
        if hidden and not self.doubtful.get(end):
            self.attributed.add(end)

    def is_own_word(self, statement: Said) -> bool:
        """Tell whether an article says it itself, or has it from people it hides; a credit is no speaker."""
        teller, steps = self.pile.walk(statement)
        spoken = [node for node, link in steps if link.basis not in _CREDITS]
        is_itself = not steps or steps[-1][0] == teller
        return is_itself or (len(spoken) == 1 and self._is_hidden(spoken[0]))

    def _is_hidden(self, node: str) -> bool:
        """ "two officials close to the talks" could be anybody's, and so could "the guard"; "the interior ministry" could not."""
        known = self.nodes[node]
        if known.kind is LinkKind.UNNAMED:
            return True
        if not node.startswith("described/") or any(map(_is_own_name, known.name.split()[1:])):
            return False
        return known.kind in _PEOPLE or len(known.name.split()) == 1

    def _settle_doubts(self) -> None:
        """What a copied text says is its upstream's, if that tells this too; so are doubtful ends."""
        telling = set(self.cites)
        for end, upstream in sorted(self.copied):
            if upstream in telling and end not in reached(self.cites, [upstream]):
                self.cites[end].add(upstream)
        for end, named in sorted(self.doubtful.items()):
            known = {n for n in named & telling if end not in reached(self.cites, [n])}
            self.taken |= {(end, node) for node in known}
            self.cites[end] |= known

    def _join_descriptions(self) -> None:
        """Two speakers of one outlet, the words of one among the other's, are taken for one.

        "two officials" and "two officials close to the talks" differ by what a retelling left out; so
        do "newspapers" and the newspaper that the same teller names.
        """
        for teller in sorted(self.cites):
            speakers = sorted(n for n in self.cites[teller] if self._may_be_another(n))
            for a, b in permutations(speakers, 2):
                if not self.cites[a] and self._is_another_word_for(a, b):
                    self._take_for(a, b)
            reports = {n for n in self.cites[teller] if self._is_press(frozenset({n}))}
            for vague in sorted(n for n in reports if n.startswith("described/")):
                for report in sorted(reports - {vague}):
                    if not self.cites[vague] and not report.startswith("described/"):
                        self._take_for(vague, report)

    def _join_hidden(self) -> None:
        """An unnamed source met again: described alike in a report that the teller of another draws on."""
        hidden = sorted(n for n in self.cites if self.nodes[n].kind is LinkKind.UNNAMED)
        for a, b in permutations(hidden, 2):
            if not self.cites[a] and self._is_described_like(a, b) and self._draws_on(a, b):
                self._take_for(a, b)

    def _is_described_like(self, a: str, b: str) -> bool:
        ours, theirs = _words_of(self.nodes[a].name), _words_of(self.nodes[b].name)
        return ours <= theirs or theirs <= ours

    def _draws_on(self, a: str, b: str) -> bool:
        """Tell whether an article that has it from ``a`` draws on a report that has it from ``b``, not from ``a``."""
        telling = (
            article
            for article in self.claim.article_ids
            if a in reached(self.cites, [self.pile.teller(article)])
        )
        drawn_on = {self.pile.upstream_node(d) for t in telling for d in self.pile.upstream[t]}
        behind = [reached(self.cites, [node]) for node in sorted(drawn_on & self.cites.keys())]
        return any(b in nodes and a not in nodes for nodes in behind)

    def _take_for(self, a: str, b: str) -> None:
        """Count an end as another, by no words that say so."""
        self.taken.add((a, b))
        self.cites[a].add(b)

    def _is_another_word_for(self, a: str, b: str) -> bool:
        """A description gives way to a fuller one, and to a name of the same words."""
        ours, theirs = _words_of(self.nodes[a].name), _words_of(self.nodes[b].name)
        if not a.startswith(_DESCRIPTIONS):
            return False
        return ours < theirs or (ours == theirs and (not b.startswith(_DESCRIPTIONS) or a < b))

    def _may_be_another(self, node: str) -> bool:
        known = self.nodes[node]
        return known.kind not in _PRESS and not node.startswith(("unspecified/", "person/"))

    def _meet(self, node: str, name: str, kind: LinkKind, owner: str) -> None:
        if node not in self.nodes:
            self.nodes[node] = _Node(self.pile.title_of(node) or name, kind, owner)

    # ---- the ends

    def _is_firm(self, end: frozenset[str]) -> bool:
        """Somebody is named for it, and it is not merely left unsaid."""
        if len(end) > 1:
            return True
        return any(
            node in self.attributed and not node.startswith("unspecified/") for node in end
        )

    def _is_press(self, end: frozenset[str]) -> bool:
        """A report cited without its own source, or a ring of them, may rest on any of the others."""
        return all(self.nodes[node].kind in _PRESS for node in end)

    def _bare(self, counted: Sequence[frozenset[str]]) -> list[frozenset[str]]:
        """The reports that stand beside other ends and do not add to the lower bound."""
        return [end for end in counted if len(counted) > 1 and self._is_press(end)]

    def _is_echo(self, end: frozenset[str]) -> bool:
        """It says no more than others do who name their source: a headline, a retelling, an unsaid source."""
        return any(
            node.startswith("unspecified/")
            or self.doubtful.get(node)
            or self._also_attributes(node)
            for node in end
        )

    def _also_attributes(self, teller: str) -> bool:
        return any(self.nodes[node].owner == teller for node in self.attributed)

    def _instead(self, ends: Sequence[frozenset[str]]) -> list[frozenset[str]]:
        """What a claim rests on where nobody is named for it: the one upstream of all its tellers, else they."""
        leaning = [
            {node for teller in end for node in self.doubtful.get(teller, ())} for end in ends
        ]
        shared = set.intersection(*leaning) if len(ends) > 1 else set()
        if len(shared) == 1:
            return [frozenset(shared)]
        said = [end for end in ends if not any(n.startswith("unspecified/") for n in end)]
        return said or list(ends)

    def _lumps(self, ends: Sequence[frozenset[str]]) -> Mapping[frozenset[str], str]:
        """What each end may be one with: ends of one lump are not counted apart."""
        gates = self._gates(ends) if len(ends) > 1 else {}
        lumps = {end: gates.get(end) or self._lump(end) for end in ends}
        named = sorted(lump for end, lump in lumps.items() if not self._is_described(end))
        return {
            end: named[0] if named and self._is_described(end) else lump
            for end, lump in lumps.items()
        }

    def _is_described(self, end: frozenset[str]) -> bool:
        """ "The general", "officials": whoever is described and not named may be somebody named elsewhere."""
        return all(node.startswith("described/") for node in end)

    def _gates(self, ends: Sequence[frozenset[str]]) -> dict[frozenset[str], str]:
        """The report that is not held and through which alone an end is reached.

        Whom an unseen report quotes, it may have got from one place; if it is wrong, all are.
        """
        tellers = {self.pile.teller(article) for article in self.claim.article_ids}
        gates: dict[frozenset[str], str] = {}
        for node in sorted(self.cites):
            if node in tellers or self.nodes[node].kind not in _PRESS:
                continue
            without = reached(self.cites, tellers, without=node)
            gates |= {
                end: node
                for end in ends
                if end not in gates and node not in end and not end & without
            }
        return gates

    def _lump(self, end: frozenset[str]) -> str:
        """An end may be its outlet if it hides, its state if it has one; else it is itself."""
        node = min(end)
        known = self.nodes[node]
        if known.kind is LinkKind.UNNAMED:
            return known.owner
        if self._is_described(end):
            return "described"
        entry = registry().entries.get(node)
        if entry and entry.country and known.kind not in _PRESS:
            return f"state/{entry.country}"
        return node

    def _origin(self, end: frozenset[str]) -> Origin:
        node = min(end)
        if len(end) > 1:
            names = ", ".join(sorted(self.nodes[n].name for n in end))
            return Origin(id=node, name=f"a ring: {names}", kind=OriginKind.RING, held=False)
        held = self.pile.is_held(node)
        return Origin(
            id=node,
            name=self._owned_name(node),
            kind=self._origin_kind(node, held=held),
            held=held,
            through=self._go_between(end),
        )

    def _go_between(self, end: frozenset[str]) -> str | None:
        """The one speaker, no outlet, through whom alone an end is reached."""
        tellers = {self.pile.teller(article) for article in self.claim.article_ids}
        for node in sorted(self.cites):
            tells_of_it = self.nodes[node].kind not in _PRESS and self.cites[node] & end
            if (
                tells_of_it
                and node not in end
                and not end & reached(self.cites, tellers, without=node)
            ):
                return self._owned_name(node)
        return None

    def _origin_kind(self, node: str, *, held: bool) -> OriginKind:
        if node.startswith("unspecified/"):
            return OriginKind.UNKNOWN
        kind = _KIND.get(self.nodes[node].kind, OriginKind.SPEAKER)
        return OriginKind.GHOST if kind is OriginKind.OUTLET and not held else kind

    def _owned_name(self, node: str) -> str:
        known = self.nodes[node]
        if known.kind is not LinkKind.UNNAMED or known.owner not in self.nodes:
            return known.name
        return f"{known.name} ({self.nodes[known.owner].name})"

    # ---- in words

    def _reasons(
        self, counted: Sequence[frozenset[str]], unsure: Sequence[frozenset[str]]
    ) -> tuple[str, ...]:
        walks = Walks(
            names={node: self._telling_name(node) for node in self.nodes},
            cites=self.cites,
            taken=self.taken,
            doubtful=self.doubtful,
            denying=frozenset(self._deniers()),
        )
        known = [a for a in self.claim.article_ids if self.pile.articles[a].outlet]
        return explain(
            walks,
            articles=len(self.claim.article_ids),
            outlets=len({self.pile.teller(a) for a in known}),
            unknown=len(self.claim.article_ids) - len(known),
            lumps=self._lumped(counted),
            unsure=[self._name(min(end)) for end in [*unsure, *self._bare(counted)]],
        )

    def _deniers(self) -> list[str]:
        walks = [(statement, self.pile.walk(statement)[1]) for statement in self.denying]
        return [
            steps[-1][1].name or "somebody"
            if steps
            else self.pile.name_of(statement.article_id)
            for statement, steps in walks
        ]

    def _lumped(self, counted: Sequence[frozenset[str]]) -> list[list[str]]:
        lumps: dict[str, set[str]] = defaultdict(set)
        for end, lump in self._lumps(counted).items():
            lumps[lump].add(self._name(min(end)))
        return [sorted(names) for _, names in sorted(lumps.items())]

    def _telling_name(self, node: str) -> str:
        """With its outlet, where that of another is called the same."""
        name = self.nodes[node].name
        alike = sum(known.name == name for known in self.nodes.values())
        return self._owned_name(node) if alike > 1 else name

    def _name(self, node: str) -> str:
        return self.nodes[node].name


def _is_own_name(word: str) -> bool:
    """Tell "Ambassador" and "Meridian" from "US" and "Norse": those only say of which country."""
    if not any(letter.isupper() for letter in word):
        return False
    readings = registry().of_name(word)
    return not any(entry.startswith("state/") for entry, _ in readings)


def _words_of(name: str) -> frozenset[str]:
    """The words of a description without their endings: "an official" and "officials" are of the same."""
    return frozenset(
        word.rstrip("sd")
        for word in fold_name(name)
        if word not in {"of", "the", "a", "an", "and", "in", "for"}
    )
