"""Why a count of origins is what it is, in steps a person can check."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

#: Names listed in one step before the rest are counted.
_NAMED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Walks:
    """The joined walks of a claim's tellings: who has it from whom, by node, and every node's name."""

    names: Mapping[str, str]
    cites: Mapping[str, AbstractSet[str]]
    #: Steps no words show, taken so that nobody is counted twice.
    taken: AbstractSet[tuple[str, str]]
    #: Nodes whose article names an upstream without saying that this is from there.
    doubtful: Mapping[str, AbstractSet[str]]
    #: Steps from sources that a text hides to the report that this text is taken from.
    by_text: AbstractSet[tuple[str, str]] = frozenset()
    #: Names of those who deny it, beside others who say it.
    denying: AbstractSet[str] = frozenset()


def explain(
    walks: Walks,
    *,
    articles: int,
    outlets: int,
    unknown: int = 0,
    lumps: Sequence[Sequence[str]],
    unsure: Iterable[str],
) -> tuple[str, ...]:
    """Give the steps of a count: how many tell it, who has it from whom, who is not counted apart.

    Args:
        walks: The graph that was counted.
        articles: How many articles tell the claim.
        outlets: How many known outlets those are.
        unknown: How many of the articles do not say whose they are.
        lumps: Names of origins, those together that may be one.
        unsure: Names of outlets that say so on their own word beside others who name a source.
    """
    tell = "tells" if articles == 1 else "tell"
    whose = [_count(outlets, "outlet")] if outlets else []
    whose += [_count(unknown, "unknown outlet")] if unknown else []
    steps = [f"{_count(articles, 'article')} of {' and '.join(whose)} {tell} it"]
    steps += _hearsay(walks)
    steps += [
        f"{walks.names[a]}: the text is that of {walks.names[b]}, which tells this too, so not counted apart"
        for a, b in sorted(walks.by_text)
    ]
    steps += [_not_apart(walks, a, b) for a, b in sorted(walks.taken)]
    steps += [
        f"{walks.names[node]} draws on {_listed(walks.names[u] for u in upstream)}, and does not say whether for this"
        for node, upstream in sorted(walks.doubtful.items())
        if not any(a == node for a, _ in walks.taken)
    ]
    steps += [
        f"{_listed(names)} are not counted apart: nothing shows that they are independent"
        for names in lumps
        if len(names) > 1
    ]
    steps += [
        f"{name} says so on its own word; where it has it from is not recorded, so only the upper bound rises"
        for name in sorted(unsure)
    ]
    steps += [f"{name} denies it, and is no origin of it" for name in sorted(walks.denying)]
    return tuple(dict.fromkeys(steps))


def _not_apart(walks: Walks, a: str, b: str) -> str:
    ours, theirs = walks.names[a], walks.names[b]
    if b in walks.doubtful.get(a, ()):
        return f"{ours}: told where the text draws on {theirs}, which tells this too, so not counted apart"
    return f"{ours} may be {theirs}: not counted apart"


def _hearsay(walks: Walks) -> list[str]:
    """One step for each who is relied on, with all who rely on it."""
    relying: dict[str, set[str]] = defaultdict(set)
    unsaid = walks.taken | walks.by_text
    for teller, cited in walks.cites.items():
        for node in cited:
            if (teller, node) not in unsaid and walks.names[teller] != walks.names[node]:
                relying[walks.names[node]].add(walks.names[teller])
    return [
        f"{_listed(tellers)} {'has' if len(tellers) == 1 else 'have'} it from {name}"
        for name, tellers in sorted(relying.items())
    ]


def _listed(names: Iterable[str]) -> str:
    """ "A", "A and B", "A, B, C, D and 7 others"."""
    ordered = sorted(set(names))
    shown, more = ordered[:_NAMED], len(ordered) - _NAMED
    if more > 0:
        return f"{', '.join(shown)} and {_count(more, 'other')}"
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else shown[0]


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
