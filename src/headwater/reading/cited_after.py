"""Whom an outlet has it from, told in the sentence behind: "…, OUTLET reported. It cited two officials"."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from headwater.model import Basis, ChainLink, Statement

Links = tuple[ChainLink, ...]


def rest_on_cited(
    told: Sequence[list[Statement]],
    cited: Mapping[int, Links],
    chain_of: Callable[[Links], Links],
) -> list[list[Statement]]:
    """Give the statements of an article, unit by unit, those of an outlet resting on whom it then cites.

    Args:
        told: The statements of each unit.
        cited: For a unit that only says whom an outlet cites: the outlet, and last whom.
        chain_of: Makes the chain of some links behind the page's outlet.
    """
    return [
        list(_resting(said, cited[number + 1], chain_of)) if cited.get(number + 1) else said
        for number, said in enumerate(told)
    ]


def _resting(
    statements: Sequence[Statement], links: Links, chain_of: Callable[[Links], Links]
) -> Iterator[Statement]:
    *outlets, source = links
    outlet = outlets[-1].actor_id if outlets else None
    resting: set[str | None] = set()
    for said in statements:
        ids = [link.actor_id for link in said.chain]
        is_theirs = outlet is not None and outlet in ids
        if is_theirs and (ids[-1] == outlet or said.nested_in in resting):
            resting.add(said.id)
            behind = ids.index(outlet) + 1
            whole = (*said.chain[:behind], replace(source, basis=Basis.CARRIED))
            chain = chain_of((*whole, *said.chain[behind:]))
            yield replace(said, chain=chain, depth=len(chain) - 1)
        else:
            yield said
