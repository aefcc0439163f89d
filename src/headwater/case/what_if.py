"""What would be left if one source were wrong."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import msgspec

from headwater.model import Actor, ChainLink, Claim, Contradiction, Derivation


class Teller(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An article, as far as counting looks at it: every one of the case is, so that they must be made quickly."""

    id: str
    outlet: str | None
    outlet_name: str | None
    title: str | None


class Said(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A statement, as far as counting looks at it."""

    id: str
    article_id: str
    chain: tuple[ChainLink, ...]
    nested_in: str | None
    is_denied: bool


class Recount(Protocol):
    """Counts without one source. The case counts nothing itself: whoever opens it brings this along."""

    @property
    def node(self) -> str:
        """The actor id that the source is counted under."""

    @property
    def goes_by_names(self) -> bool:
        """Whether a link may stand for the source without having its actor id."""

    def is_source(self, actor_id: str | None, words: str | None, name: str | None) -> bool:
        """Tell whether a link with these words and this name stands for the source."""

    def claims(
        self,
        claims: Iterable[Claim],
        statements: Iterable[Said],
        derivations: Iterable[Derivation],
        contradictions: Iterable[Contradiction],
    ) -> tuple[Claim | None, ...]:
        """Give every claim as it is without the source; None where nothing supports it then."""


#: Takes a source away from all articles of a case.
TakeAway = Callable[[Actor, Sequence[Teller]], Recount]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weakened:
    """A claim as it is, and as it would be: fewer tellings, fewer origins, another interval."""

    claim: Claim
    after: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """What would be left of the claims of a case without one source.

    ``lost``, ``weakened``, ``fewer_tellings`` and ``untouched`` part the claims among them.
    """

    source: Actor
    #: Claims that lose all support, the most told first.
    lost: tuple[Claim, ...]
    #: Claims that lose an origin, or whose interval changes; the most told first.
    weakened: tuple[Weakened, ...]
    #: How many lose tellings and keep origins and interval.
    fewer_tellings: int
    #: How many lose nothing.
    untouched: int


def weigh(source: Actor, total: int, counted: Iterable[tuple[Claim, Claim | None]]) -> WhatIf:
    """Part the claims by what a source's absence does to them.

    Args:
        source: The source that was taken away.
        total: How many claims there are.
        counted: Those it may touch, each as it is and as it would be.
    """
    pairs = sorted(counted, key=lambda pair: _most_told(pair[0]))
    changed = [(claim, after) for claim, after in pairs if after != claim]
    left = [(claim, after) for claim, after in changed if after is not None]
    weakened = [Weakened(claim=c, after=a) for c, a in left if _is_weaker(c, a)]
    return WhatIf(
        source=source,
        lost=tuple(claim for claim, after in changed if after is None),
        weakened=tuple(weakened),
        fewer_tellings=len(left) - len(weakened),
        untouched=total - len(changed),
    )


def _is_weaker(claim: Claim, after: Claim) -> bool:
    lost = {origin.id for origin in claim.origins} - {origin.id for origin in after.origins}
    return bool(lost) or claim.independent != after.independent


def _most_told(claim: Claim) -> tuple[object, ...]:
    return -len(claim.article_ids), -len(claim.statement_ids), claim.id
