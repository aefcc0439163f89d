"""How many, of the same thing: numbers that changed, bounds that were lost, counts that cannot both be true."""

from collections.abc import Iterator, Sequence

from headwater.assessment.drifting.change import Change
from headwater.assessment.drifting.telling import Telling, stem_of
from headwater.lexicon import shades, split_words
from headwater.model import DriftKind, Quantity

#: How far from the number given "about" may lie, as a share of it.
_ABOUT = 0.25
#: How far past a bound a number may lie that was rounded or turned into another unit.
_SLACK = 0.1
_OPEN = {"lower_exclusive", "upper_exclusive"}
Counted = tuple[Quantity, Quantity]


def number_changes(a: Telling, b: Telling) -> Iterator[Change]:
    """Yield what became of each number that both tellings give for one thing."""
    for mine, yours in match_counts(a.quantities, b.quantities):
        kind = _changed(mine, yours)
        if mine.value != yours.value and (a.counts_too(yours) or b.counts_too(mine)):
            continue  # both numbers are told by one of them: they are two things
        if kind is not None:
            yield Change(kind, mine.text, yours.text)


def match_counts(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> Iterator[Counted]:
    """Pair the counts of one thing: equal numbers first, then, where only one is left of a thing, that."""
    left = list(theirs)
    open_: list[Quantity] = []
    for mine in ours:
        same = next(
            (q for q in left if q.value == mine.value is not None and _of_one_sort(mine, q)),
            None,
        )
        if same is None:
            open_.append(mine)
        else:
            left.remove(same)
            yield mine, same
    for mine in open_:
        rivals = [q for q in open_ if _of_one_thing(mine, q)]
        found = [q for q in left if _of_one_thing(mine, q)]
        if len(found) == len(rivals) == 1:
            yield mine, found[0]


def conflicts(mine: Quantity, yours: Quantity) -> bool:
    """Tell whether two counts of one thing cannot both be true, whatever "about" and "more than" allow."""
    ours, theirs = _range(mine), _range(yours)
    return (
        ours is not None and theirs is not None and (ours[1] < theirs[0] or theirs[1] < ours[0])
    )


def _changed(mine: Quantity, yours: Quantity) -> DriftKind | None:
    if mine.value == yours.value is not None:
        return _bound_changed(mine.bound, yours.bound)
    vague = {"vague", "universal"}
    if mine.bound in vague and yours.bound in vague:
        return None
    if (
        mine.value is None
        and yours.value is None
        and (mine.low, mine.high) == (yours.low, yours.high)
    ):
        return None
    return DriftKind.NUMBER_CHANGED


def _bound_changed(mine: str, yours: str) -> DriftKind | None:
    """ "About 40" to "40" loses a hedge; "40" or "about 40" to "more than 40" is another number."""
    if mine == yours:
        return None
    if yours == "exact":
        return DriftKind.HEDGE_LOST
    if mine == "exact" and yours == "approximate":
        return DriftKind.HEDGE_ADDED
    return DriftKind.NUMBER_CHANGED if yours in _OPEN else None


def _of_one_sort(mine: Quantity, yours: Quantity) -> bool:
    return mine.unit == yours.unit or _of_one_thing(mine, yours)


def _of_one_thing(mine: Quantity, yours: Quantity) -> bool:
    if mine.unit is not None and mine.unit == yours.unit and mine.unit != "persons":
        return True
    return bool(head_of(mine)) and head_of(mine) == head_of(yours)


def head_of(quantity: Quantity) -> str:
    """What is counted, in one word: "boats" of "quick boats"; all words for people are one."""
    words = [w.key for w in split_words(quantity.counted or "") if w.key]
    if not words:
        return ""
    return "people" if words[-1] in shades().people else stem_of(words[-1])


def _range(quantity: Quantity) -> tuple[float, float] | None:
    value, inf = quantity.value, float("inf")
    if value is None:
        if (
            quantity.bound == "interval"
            and quantity.low is not None
            and quantity.high is not None
        ):
            return quantity.low, quantity.high
        return None
    return {
        "exact": (value, value),
        "approximate": (value * (1 - _ABOUT), value * (1 + _ABOUT)),
        "lower_exclusive": (value * (1 - _SLACK), inf),
        "upper_exclusive": (0.0, value * (1 + _SLACK)),
    }.get(quantity.bound)
