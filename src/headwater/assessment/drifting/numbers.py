"""How many, of the same thing: numbers that changed, bounds that were lost, counts that cannot both be true."""

import re
from collections.abc import Iterator
from functools import cache

from headwater.assessment.drifting.change import Change
from headwater.assessment.drifting.telling import Telling, Token, cosine
from headwater.lexicon import shades, split_words, stem_of
from headwater.model import DriftKind, Quantity

#: How far from the number given "about" may lie, as a share of it.
_ABOUT = 0.25
#: How far past a bound a number may lie that was rounded or turned into another unit.
_SLACK = 0.1
#: Share of the words around a number from which another number answers the same question.
_ONE_QUESTION = 0.5
#: Cosine from which two tellings of a number are one telling but for the number.
_ONE_TELLING = 0.8
#: Characters within which "killed" tells what became of those counted.
_FARTHEST = 30
_YEAR = re.compile(r"(?:19|20)\d\d$")
#: Words on either side of a number that tell what it is about.
_NEAR = 7
#: What became of people, as ``shades.yml`` calls all its words: "12 killed", "the number of dead".
_OUTCOMES = frozenset({"killed", "wounded"})
_OPEN = {"lower_exclusive", "upper_exclusive"}
#: "four of the wounded": a part of a number given elsewhere.
_PART_OF = re.compile(
    r"\bof (?:the|them|those|these|its|his|her|their|whom|which)\b", re.IGNORECASE
)
Counted = tuple[Quantity, Quantity]


def number_changes(a: Telling, b: Telling) -> Iterator[Change]:
    """Yield what became of each number that both tellings give for one thing."""
    for mine, yours in match_counts(a, b):
        kind = _changed(mine, yours)
        if mine.value != yours.value and (a.counts_too(yours) or b.counts_too(mine)):
            continue  # both numbers are told by one of them: they are two things
        if kind is not None:
            yield Change(kind, mine.text, yours.text)


def match_counts(a: Telling, b: Telling) -> Iterator[Counted]:
    """Pair the counts of one thing: equal numbers first, then, where only one is left of a thing, that.

    Other numbers of a thing count the same only if words around them are the same too.
    """
    left = list(b.quantities)
    rest: list[Quantity] = []
    for mine in a.quantities:
        same = next(
            (q for q in left if q.value == mine.value is not None and _of_one_sort(mine, q)),
            None,
        )
        if same is None:
            rest.append(mine)
        else:
            left.remove(same)
            yield mine, same
    for mine in rest:
        rivals = _valued([q for q in rest if _of_one_thing(mine, q)])
        found = _valued([q for q in left if _of_one_thing(mine, q)])
        if len(found) == len(rivals) == 1 and _may_be_one(a, mine, b, found[0]):
            yield mine, found[0]


def _valued(counts: list[Quantity]) -> list[Quantity]:
    """Give those that have a number, where any has: "five, all of them fighters" counts once."""
    return [q for q in counts if q.value is not None] or counts


def _may_be_one(a: Telling, mine: Quantity, b: Telling, yours: Quantity) -> bool:
    """Tell whether words around two numbers agree, and the killed are not held against the wounded."""
    ends = {_outcome_of(a, mine), _outcome_of(b, yours)} - {None}
    return len(ends) < 2 and bool(_around(a, mine) & _around(b, yours))


def is_one_count(a: Telling, mine: Quantity, b: Telling, yours: Quantity) -> bool:
    """Tell whether two numbers, of tellings that may not have it from each other, answer one question.

    The tellings are one but for the number; the sentences do not name other people, places and years.
    """
    if not _may_be_one_event(a, b):
        return False
    ours, theirs = _around(a, mine), _around(b, yours)
    is_near = len(ours & theirs) >= max(1, _ONE_QUESTION * min(len(ours), len(theirs)))
    return is_near and cosine(a, b) >= _ONE_TELLING


def is_one_toll(a: Telling, mine: Quantity, b: Telling, yours: Quantity) -> bool:
    """Tell whether both numbers count the killed, or both the wounded, of what may be one event."""
    ours, theirs = _outcome_of(a, mine), _outcome_of(b, yours)
    return ours is not None and ours == theirs and _may_be_one_event(a, b)


def share_more(a: Telling, mine: Quantity, b: Telling, yours: Quantity) -> bool:
    """Tell whether the sentences have a word in common beside what is counted and what became of it."""
    counted = {
        t.stem
        for telling, quantity in ((a, mine), (b, yours))
        for t in telling.tokens
        if quantity.start <= t.start < quantity.end
    }
    return bool((a.stems & b.stems) - counted - _outcome_stems())


def _may_be_one_event(a: Telling, b: Telling) -> bool:
    """Tell whether the sentences share a name, if both have any, and have the same years."""
    years = ({t.key for t in telling.tokens if _YEAR.match(t.key)} for telling in (a, b))
    return not (a.names and b.names and not a.names & b.names) and not set.symmetric_difference(
        *years
    )


def _outcome_of(telling: Telling, quantity: Quantity) -> str | None:
    """Give what became of those counted, by the word for it that is nearest to the number."""
    near = [
        (max(quantity.start - t.end, t.start - quantity.end, 0), _thing(t))
        for t in telling.tokens
        if _thing(t) in _OUTCOMES
    ]
    distance, outcome = min(near, default=(_FARTHEST, ""))
    return outcome if distance < _FARTHEST else None


def _around(telling: Telling, quantity: Quantity) -> frozenset[str]:
    """Give what the words near a number tell, other numbers and the thing counted aside."""
    before = [t for t in telling.tokens if t.end <= quantity.start][-_NEAR:]
    after = [t for t in telling.tokens if t.start >= quantity.end][:_NEAR]
    inside = {_thing(t) for t in telling.tokens if quantity.start <= t.start < quantity.end}
    near = {
        _thing(t)
        for t in (*before, *after)
        if (t.tells or _thing(t) in _OUTCOMES) and not t.key.isdigit()
    }
    return frozenset(near - inside | inside & _OUTCOMES)


def _thing(token: Token) -> str:
    """What a word is about: those of one sense ("dead", "killed") are one, others go by their stem."""
    return shades().same.get(token.key, token.stem)


@cache
def _outcome_stems() -> frozenset[str]:
    """What the words for what became of people come to."""
    return frozenset(stem_of(w) for w, first in shades().same.items() if first in _OUTCOMES)


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
    if bool(_PART_OF.search(mine.text)) is not bool(_PART_OF.search(yours.text)):
        return False
    if mine.unit is not None and mine.unit == yours.unit and mine.unit != "persons":
        return True
    return bool(head_of(mine)) and head_of(mine) == head_of(yours)


def head_of(quantity: Quantity) -> str:
    """What is counted, in one word: "boats" of "quick boats"; all words for people are one, and so are those of one sense."""
    words = [w.key for w in split_words(quantity.counted or "") if w.key]
    if not words:
        return ""
    if words[-1] in shades().people:
        return "people"
    return stem_of(shades().same.get(words[-1], words[-1]))


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
