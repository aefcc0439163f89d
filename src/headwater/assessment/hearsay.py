"""Who has a claim from whom: the walks of all its tellings, joined into one graph.

Every telling is a walk: outlet, whom it cites, whom they cite. To that come the steps of text: what
an article says itself may be from the report that the article is drawn from. And some ends may be
others: who is described twice, by one outlet or on the way, is taken for one.
"""

from collections import defaultdict
from dataclasses import dataclass

from headwater.assessment.graph import reached
from headwater.assessment.pile import Pile, Said
from headwater.lexicon import registry
from headwater.model import Basis, Claim, LinkKind

PRESS = frozenset({LinkKind.OUTLET, LinkKind.AGENCY})
_CREDITS = frozenset({Basis.CREDIT, Basis.DATELINE})
_PEOPLE = frozenset({LinkKind.PERSON, LinkKind.GROUP})


@dataclass(frozen=True, slots=True)
class Node:
    """What is known of a node of the graph from the chains it was met in."""

    name: str
    kind: LinkKind
    owner: str


class Hearsay:
    """The graph of who has one claim from whom, as its tellings and the descent of their articles show it."""

    def __init__(self, claim: Claim, pile: Pile) -> None:
        self.claim, self.pile = claim, pile
        self.nodes: dict[str, Node] = {}
        self.cites: dict[str, set[str]] = defaultdict(set)
        #: Ends somebody is named for: a speaker, a document, an outlet cited, sources told of.
        self.attributed: set[str] = set()
        #: Ends that an article draws on others for without saying that this is from them.
        self.doubtful: dict[str, set[str]] = defaultdict(set)
        #: Outlets on their own word and sources they hide, and the report their text is taken from.
        self.copied: set[tuple[str, str]] = set()
        #: Of these the steps that the graph has from sources: they did not read it there.
        self.by_text: set[tuple[str, str]] = set()
        #: Whom each teller has it from by its own words in the end, and whom others say it has it from.
        self.own_ends: dict[str, set[str]] = defaultdict(set)
        self.retold: set[tuple[str, str]] = set()
        #: Steps of the graph that no words show: taken so that nobody is counted twice.
        self.taken: set[tuple[str, str]] = set()
        told = [pile.statements[key] for key in claim.statement_ids]
        own = frozenset(claim.statement_ids)
        #: "The paper says that she rejects it": the claim is that she does, and it is hers.
        rejecting = [s for s in told if s.is_denied and s.nested_in in own]
        hosts = {s.nested_in for s in rejecting}
        affirming = [s for s in told if not s.is_denied and s.id not in hosts]
        #: Whoever denies it beside others who say it is no origin of it.
        self.denying = (
            [s for s in told if s.is_denied and s not in rejecting] if affirming else []
        )
        for statement in affirming or told:
            # "officials said the envoy told them to wait": the officials say so, not the envoy.
            if statement.nested_in not in own or self._relays_press(statement):
                self._walk(statement)
        for statement in rejecting:
            self._walk(statement)
        self._settle_doubts()

    def take_for(self, a: str, b: str) -> None:
        """Count an end as another, by no words that say so."""
        self.taken.add((a, b))
        self.cites[a].add(b)

    def is_press(self, end: frozenset[str]) -> bool:
        """A report cited without its own source, or a ring of them, may rest on any of the others."""
        return all(self.nodes[node].kind in PRESS for node in end)

    def is_own_word(self, statement: Said) -> bool:
        """Tell whether an article says it itself, or has it from people it hides; a credit is no speaker."""
        teller, steps = self.pile.walk(statement)
        spoken = [node for node, link in steps if link.basis not in _CREDITS]
        is_itself = not steps or steps[-1][0] == teller
        return is_itself or (len(spoken) == 1 and self._is_hidden(spoken[0]))

    def _walk(self, statement: Said) -> None:
        teller, steps = self.pile.walk(statement)
        cites, nodes = self.cites, self.nodes
        if teller not in nodes:
            name = self.pile.name_of(statement.article_id)
            self._meet(teller, name, LinkKind.OUTLET, teller)
        at = teller
        cites.setdefault(at, set())
        for node, link in steps:
            if node != at:
                cites[at].add(node)
                cites.setdefault(node, set())
                if at != teller:
                    self.retold.add((at, node))
                if node not in nodes:
                    name = link.name or "a source the text does not name"
                    self._meet(node, name, link.kind, at)
            at = node
        self.own_ends[teller].add(at)
        self._lean_on_upstream(statement, teller, at)

    def _relays_press(self, statement: Said) -> bool:
        """Whoever tells of a report has it from there: "the minister said that the Post reports so"."""
        host = self.pile.statements.get(statement.nested_in or "")
        known = len(self.pile.walk(host)[1]) if host else 0
        behind = self.pile.walk(statement)[1][known:]
        return bool(behind) and behind[0][1].kind in PRESS

    def _lean_on_upstream(self, statement: Said, teller: str, end: str) -> None:
        """What an article says itself, or has from people it hides, may be its upstream's.

        Where its *text* is another article's that tells this too, it surely is; where it merely
        names an upstream elsewhere, nobody can say, and the end is kept as doubtful. Whose report it
        denies, it does not have it from.
        """
        hidden = end != teller
        if not self.is_own_word(statement):
            self.attributed.add(end)
            return
        named = self.pile.nodes(statement)
        told_itself = any(link.cue == "told" for link in statement.chain)
        for derivation in self.pile.upstream[statement.article_id]:
            upstream = self.pile.upstream_node(derivation)
            if upstream in named or derivation.basis == "denied":
                continue
            if derivation.basis == "text":
                self.copied.add((end, upstream))
            elif not told_itself:
                self.doubtful[end].add(upstream)
            self._meet(upstream, derivation.upstream_name, LinkKind.OUTLET, teller)
        if hidden and not self.doubtful.get(end):
            self.attributed.add(end)

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
                if self.nodes[end].kind not in PRESS:
                    self.by_text.add((end, upstream))
        for end, named in sorted(self.doubtful.items()):
            known = {n for n in named & telling if end not in reached(self.cites, [n])}
            self.taken |= {(end, node) for node in known}
            self.cites[end] |= known

    def _meet(self, node: str, name: str, kind: LinkKind, owner: str) -> None:
        if node not in self.nodes:
            title = self.pile.title_of(node)
            # "The Lantern of Basra said": whoever publishes is press, whatever a page takes it for
            known = kind if title is None or kind in PRESS else LinkKind.OUTLET
            self.nodes[node] = Node(title or name, known, owner)


def _is_own_name(word: str) -> bool:
    """Tell "Ambassador" and "Meridian" from "US" and "Norse": those only say of which country."""
    return any(letter.isupper() for letter in word) and not registry().is_state(word)
