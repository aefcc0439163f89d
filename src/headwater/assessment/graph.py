"""Where a graph of who-cites-whom ends."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet


def sinks(cites: Mapping[str, AbstractSet[str]]) -> tuple[frozenset[str], ...]:
    """Find the ends of a citation graph: nodes that cite nobody, and rings that cite only themselves.

    Args:
        cites: For every node, whom it cites; every cited node is a key as well.

    Returns:
        The strongly connected parts with no way out, in order of their smallest node.

    Source:
        R. Tarjan (1972), "Depth-first search and linear graph algorithms", made iterative so
        that a chain of any length fits.
    """
    ends = [node for node, cited in cites.items() if not cited]
    steps = ((node, other) for node, cited in cites.items() for other in cited)
    if len(reached(turned(steps), ends)) == len(
        cites
    ):  # so no ring is an end, and most piles have none
        return tuple(frozenset({end}) for end in sorted(ends))
    parts = _strong_parts(cites)
    part_of = {node: part for part in parts for node in part}
    last = [
        part
        for part in parts
        if all(part_of[cited] == part for node in part for cited in cites[node])
    ]
    return tuple(sorted(last, key=min))


def reached(
    cites: Mapping[str, AbstractSet[str]], roots: Iterable[str], *, without: str | None = None
) -> frozenset[str]:
    """Give every node that can be reached from the roots, if need be without stepping on one."""
    passed_by = set() if without is None else {without}
    seen = set(passed_by)
    queue = list(roots)
    while queue:
        node = queue.pop()
        if node not in seen:
            seen.add(node)
            queue.extend(cites.get(node, ()))
    return frozenset(seen - passed_by)


def turned(steps: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Give, from who cites whom, for everybody who is cited by whom."""
    told_by: dict[str, set[str]] = defaultdict(set)
    for teller, cited in steps:
        told_by[cited].add(teller)
    return told_by


def _strong_parts(cites: Mapping[str, AbstractSet[str]]) -> list[frozenset[str]]:
    order: dict[str, int] = {}
    lowest: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    parts: list[frozenset[str]] = []
    for root in sorted(cites):
        if root in order:
            continue
        work = [(root, iter(sorted(cites[root])))]
        order[root] = lowest[root] = len(order)
        stack.append(root)
        on_stack.add(root)
        while work:
            node, rest = work[-1]
            child = next(rest, None)
            if child is None:
                work.pop()
                if work:
                    parent = work[-1][0]
                    lowest[parent] = min(lowest[parent], lowest[node])
                if lowest[node] == order[node]:
                    parts.append(_pop_part(stack, on_stack, node))
            elif child not in order:
                order[child] = lowest[child] = len(order)
                stack.append(child)
                on_stack.add(child)
                work.append((child, iter(sorted(cites[child]))))
            elif child in on_stack:
                lowest[node] = min(lowest[node], order[child])
    return parts


def _pop_part(stack: list[str], on_stack: set[str], node: str) -> frozenset[str]:
    part = []
    while True:
        top = stack.pop()
        on_stack.discard(top)
        part.append(top)
        if top == node:
            return frozenset(part)
