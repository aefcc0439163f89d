"""Statements of one article that are told in one breath: who says that somebody denies a thing, and the denial.

"The paper reported that the envoy rejected the demand" is two statements, of the paper and of the
envoy; a denial is told with source and cue, and so it stands word for word in what the paper reports.
"""

from collections.abc import Mapping, Sequence

from headwater.linking.tellings import Telling


def told_at_once(tellings: Sequence[Telling]) -> list[list[int]]:
    """Give the numbers of the tellings, those that are told at once together, in order.

    Args:
        tellings: Those of a storyline.
    """
    number_of = {t.statement.id: n for n, t in enumerate(tellings)}
    head_of: dict[int, int] = {}
    for number, inner in enumerate(tellings):
        outer = number_of.get(inner.statement.nested_in or "")
        if outer is not None and _is_whole_of(inner, tellings[outer]):
            head_of[number] = outer
    units: dict[int, list[int]] = {}
    for number in range(len(tellings)):
        head = number
        while head in head_of:
            head = head_of[head]
        units.setdefault(head, []).append(number)
    return [units[head] for head in sorted(units)]


def nearest_of(
    units: Sequence[Sequence[int]], similar: Mapping[tuple[int, int], float]
) -> dict[tuple[int, int], float]:
    """Give how like two units are: as the likest of their tellings.

    Args:
        units: Numbers of tellings, as ``told_at_once`` gives them.
        similar: How like two tellings are, the smaller number first; a pair that is missing may not be one.
    """
    unit_of = {n: unit for unit, numbers in enumerate(units) for n in numbers}
    found: dict[tuple[int, int], float] = {}
    for (a, b), score in similar.items():
        pair = min(unit_of[a], unit_of[b]), max(unit_of[a], unit_of[b])
        if pair[0] != pair[1]:
            found[pair] = max(score, found.get(pair, score))
    return found


def _is_whole_of(inner: Telling, outer: Telling) -> bool:
    """Tell whether the inner one denies something, and the outer one begins with who does."""
    said, content = inner.statement, outer.statement.content
    is_told = said.is_denied and bool(said.source and content)
    return is_told and said.source[0].start == content[0].start
