"""Grouping by average linkage over a sparse table of similarities."""

import heapq
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple


class Group(NamedTuple):
    """Things that belong together: their numbers, and the mean similarity within, None where there is one."""

    members: Sequence[int]
    within: float | None


#: Tells whether two groups of this mean similarity may merge.
MayMerge = Callable[[float, Group, Group], bool]


def average_linkage(
    count: int,
    similar: Mapping[tuple[int, int], float],
    least: float,
    may_merge: MayMerge | None = None,
) -> list[list[int]]:
    """Merge the closest two groups until none are as close as ``least`` on average.

    Args:
        count: Things to group, numbered from 0.
        similar: Similarity of pairs (smaller number first); a pair that is missing counts as 0.
        least: Mean similarity, over all pairs between two groups, below which they stay apart.
        may_merge: What else must hold of two groups; asked anew when either has grown.

    Returns:
        Groups of numbers, each sorted, in order of their smallest member. Ties are broken by
        number, so the result depends on nothing else.
    """
    members = {i: [i] for i in range(count)}
    links: dict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), value in similar.items():
        links[a][b] = links[b][a] = value
    heap = [(-value, a, b) for (a, b), value in similar.items() if value >= least]
    heapq.heapify(heap)
    inside = dict.fromkeys(range(count), 0.0)
    while heap:
        value, a, b = heapq.heappop(heap)
        if a not in members or b not in members or -value != _mean(links, members, a, b):
            continue
        groups = (Group(members[n], _within(inside[n], len(members[n]))) for n in (a, b))
        if may_merge and not may_merge(-value, *groups):
            continue
        inside[a] += inside.pop(b) + links[a].get(b, 0.0)
        _merge(links, members, a, b)
        for other in links[a]:
            mean = _mean(links, members, a, other)
            if mean >= least:
                heapq.heappush(heap, (-mean, min(a, other), max(a, other)))
    return sorted(sorted(group) for group in members.values())


def _mean(
    links: Mapping[int, Mapping[int, float]], members: Mapping[int, list[int]], a: int, b: int
) -> float:
    return links[a].get(b, 0.0) / (len(members[a]) * len(members[b]))


def _within(total: float, size: int) -> float | None:
    return total / (size * (size - 1) / 2) if size > 1 else None


def _merge(
    links: dict[int, dict[int, float]], members: dict[int, list[int]], a: int, b: int
) -> None:
    """Join group ``b`` to ``a``: their sums of similarities to every other group add up."""
    members[a] += members.pop(b)
    theirs = links.pop(b)
    links[a].pop(b, None)
    theirs.pop(a, None)
    for other, total in theirs.items():
        links[a][other] = links[a].get(other, 0.0) + total
        links[other].pop(b, None)
        links[other][a] = links[a][other]
