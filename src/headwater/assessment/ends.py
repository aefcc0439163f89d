"""Where a claim's hearsay ends: which ends are counted, which may be one, and what each is called."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from headwater.assessment.graph import reached, sinks
from headwater.assessment.hearsay import PRESS, Hearsay
from headwater.assessment.pile import Pile
from headwater.lexicon import registry
from headwater.model import Claim, LinkKind, Origin, OriginKind

End = frozenset[str]

_KIND = {
    LinkKind.UNNAMED: OriginKind.UNNAMED,
    LinkKind.DOCUMENT: OriginKind.DOCUMENT,
    LinkKind.OUTLET: OriginKind.OUTLET,
    LinkKind.AGENCY: OriginKind.OUTLET,
}


class Ends:
    """The ends of one graph: ``counted`` and, beside them, those that only raise the upper bound."""

    def __init__(self, claim: Claim, pile: Pile, hearsay: Hearsay) -> None:
        self.claim, self.pile, self.hearsay = claim, pile, hearsay
        self.cites, self.nodes = hearsay.cites, hearsay.nodes
        ends = sinks(self.cites)
        self.firm = [end for end in ends if self._is_firm(end)]
        self.counted = self.firm or self._instead(ends)
        self.unsure = [
            end for end in ends if end not in self.counted and not self._is_echo(end)
        ]

    @property
    def fewest(self) -> int:
        """The lower bound: what cannot be one another."""
        apart = {lump for end, lump in self.lumps.items() if not self.hearsay.is_press(end)}
        return max(len(apart), 1) if self.firm else 1

    @property
    def most(self) -> int:
        """The upper bound: every end."""
        return max(len(self.counted) + len(self.unsure), 1)

    @cached_property
    def lumps(self) -> Mapping[End, str]:
        """What each end may be one with: ends of one lump are not counted apart."""
        ends = self.counted
        gates = self._gates(ends) if len(ends) > 1 else {}
        lumps = {end: gates.get(end) or self._lump(end) for end in ends}
        named = sorted(lump for end, lump in lumps.items() if not self._is_described(end))
        anybody = named[0] if named else "described"
        return {
            end: anybody if self._is_described(end) else lump for end, lump in lumps.items()
        }

    def bare(self) -> list[End]:
        """The reports that stand beside other ends and do not add to the lower bound."""
        return [
            end for end in self.counted if len(self.counted) > 1 and self.hearsay.is_press(end)
        ]

    def origin(self, end: End) -> Origin:
        """Give an end as it is kept: id, name, what it is."""
        node = min(end)
        if len(end) > 1:
            names = ", ".join(sorted(self.nodes[n].name for n in end))
            return Origin(id=node, name=f"a ring: {names}", kind=OriginKind.RING, held=False)
        held = self.pile.is_held(node)
        return Origin(
            id=node,
            name=self.nodes[node].name,
            owner=self._owner(node),
            kind=self._origin_kind(node, held=held),
            held=held,
            through=self._go_between(end),
        )

    def owned_name(self, node: str) -> str:
        """Give what to call a node; of a source without a name, with whose it is."""
        name, owner = self.nodes[node].name, self._owner(node)
        return f"{name} ({owner})" if owner else name

    def _owner(self, node: str) -> str | None:
        """Name who quotes a source without a name."""
        known = self.nodes[node]
        is_owned = known.kind is LinkKind.UNNAMED and known.owner in self.nodes
        return self.nodes[known.owner].name if is_owned else None

    def _is_firm(self, end: End) -> bool:
        """Somebody is named for it, and it is not merely left unsaid."""
        if len(end) > 1:
            return True
        return any(
            node in self.hearsay.attributed and not node.startswith("unspecified/")
            for node in end
        )

    def _is_echo(self, end: End) -> bool:
        """It says no more than others do who name their source: a headline, a retelling, an unsaid source."""
        return any(
            node.startswith("unspecified/")
            or self.hearsay.doubtful.get(node)
            or self._also_attributes(node)
            for node in end
        )

    def _also_attributes(self, teller: str) -> bool:
        return any(self.nodes[node].owner == teller for node in self.hearsay.attributed)

    def _instead(self, ends: Sequence[End]) -> list[End]:
        """What a claim rests on where nobody is named for it: the one upstream of all its tellers, else they."""
        leaning = [
            {node for teller in end for node in self.hearsay.doubtful.get(teller, ())}
            for end in ends
        ]
        shared = set.intersection(*leaning) if len(ends) > 1 else set()
        if len(shared) == 1:
            return [frozenset(shared)]
        said = [end for end in ends if not any(n.startswith("unspecified/") for n in end)]
        return said or list(ends)

    def _is_described(self, end: End) -> bool:
        """ "The general", "officials": whoever is described and not named may be somebody named elsewhere.

        So may whom "a news report" quotes: it may be any other report. "The White House and NATO"
        are two who are named.
        """
        return all(
            (node.startswith("described/") and not _are_named(known.name))
            or (known.kind is LinkKind.UNNAMED and known.owner.startswith("described/"))
            for node in end
            for known in [self.nodes[node]]
        )

    def _gates(self, ends: Sequence[End]) -> dict[End, str]:
        """The report that is not held and through which alone an end is reached.

        Whom an unseen report quotes, it may have got from one place; if it is wrong, all are.
        """
        tellers = {self.pile.teller(article) for article in self.claim.article_ids}
        gates: dict[End, str] = {}
        for node in sorted(self.cites):
            if node in tellers or self.nodes[node].kind not in PRESS:
                continue
            without = reached(self.cites, tellers, without=node)
            gates |= {
                end: node
                for end in ends
                if end not in gates and node not in end and not end & without
            }
        return gates

    def _lump(self, end: End) -> str:
        """An end may be its outlet if it hides, its state if it has one; else it is itself."""
        node = min(end)
        known = self.nodes[node]
        if known.kind is LinkKind.UNNAMED:
            return known.owner
        entry = registry().entries.get(node)
        if entry and entry.country and known.kind not in PRESS:
            return f"state/{entry.country}"
        return node

    def _go_between(self, end: End) -> str | None:
        """The one speaker, no outlet, through whom alone an end is reached."""
        tellers = {self.pile.teller(article) for article in self.claim.article_ids}
        for node in sorted(self.cites):
            tells_of_it = self.nodes[node].kind not in PRESS and self.cites[node] & end
            if (
                tells_of_it
                and node not in end
                and not end & reached(self.cites, tellers, without=node)
            ):
                return self.owned_name(node)
        return None

    def _origin_kind(self, node: str, *, held: bool) -> OriginKind:
        if node.startswith("unspecified/"):
            return OriginKind.UNKNOWN
        kind = _KIND.get(self.nodes[node].kind, OriginKind.SPEAKER)
        return OriginKind.GHOST if kind is OriginKind.OUTLET and not held else kind


def _are_named(name: str) -> bool:
    """Tell whether a phrase does nothing but join names that are known."""
    parts = [part.removeprefix("the ") for part in name.split(" and ")]
    return len(parts) > 1 and all(map(registry().of_name, parts))
