"""What becomes of the links of a chain by where they stand: in a headline, a carried sentence, another's words."""

from dataclasses import replace

from headwater.model import Basis, ChainLink, LinkKind

#: Who a headline may surely have it from.
_PRESS = frozenset({LinkKind.OUTLET, LinkKind.AGENCY})
#: How we know of the links that every chain of a page begins with.
_PAGES_OWN = frozenset({Basis.PAGE, Basis.CREDIT, Basis.DATELINE})


def as_carried(link: ChainLink) -> ChainLink:
    """Give the link of a sentence that does not name it, and borrows it from another."""
    return replace(link, basis=Basis.CARRIED) if link.basis is Basis.EXPLICIT else link


def beyond_credit(chain: tuple[ChainLink, ...]) -> tuple[ChainLink, ...]:
    """Give the links that the sentence itself gave; page outlet and credit line are put before them anew."""
    return tuple(link for link in chain if link.basis not in _PAGES_OWN)


def beyond(outer: tuple[ChainLink, ...], links: tuple[ChainLink, ...]) -> tuple[ChainLink, ...]:
    """Give the links that do not repeat those before them: an inner anaphor may bring some along."""
    known = {link.actor_id for link in outer if link.actor_id is not None}
    between = tuple(link for link in links[:-1] if link.actor_id not in known)
    return between if repeats(outer, links) else between + links[-1:]


def summed_up(link: ChainLink) -> ChainLink:
    """Give the link of a headline, which leaves out through whom it heard: only the press is surely the next."""
    return link if link.kind in _PRESS else replace(link, basis=Basis.INFERRED)


def repeats(outer: tuple[ChainLink, ...], links: tuple[ChainLink, ...]) -> bool:
    """Tell whether an inner anaphor already brings the outer chain with it."""
    return (
        bool(links and outer)
        and links[-1].actor_id == outer[-1].actor_id
        and links[-1].actor_id is not None
    )
