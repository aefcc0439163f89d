"""Which passages may tell of one happening, and how many origins stand behind it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, pairwise
from typing import Final

from headwater.case.board.finding import Found
from headwater.case.board.values import Evidence, Happening, IndicatorState
from headwater.case.what_if import Said, Teller
from headwater.model import Claim, Derivation, Independence, digest

#: Days within which two pages that name the same actors may tell of one happening.
_SAME_DAYS: Final = 3
#: Sentences of one article that may tell of one happening without naming the same actor.
_SAME_BREATH: Final = 1
#: Sentences of one article within which two numbers may be of one thing.
_SAME_COUNT: Final = 4
#: Days within which a denial may be of what another page tells.
_DENIED_DAYS: Final = 7

#: Counts the origins of what statements say among all articles. The case counts nothing itself:
#: whoever opens it brings this along.
OriginsAmong = Callable[
    [Sequence[Claim], Iterable[Teller], Iterable[Said], Iterable[Derivation]],
    tuple[Claim, ...],
]


@dataclass(frozen=True, slots=True)
class Group:
    """Passages that may tell of one happening, by day; not yet counted."""

    found: tuple[Found, ...]
    #: Whether it is told and denied, or told in numbers that exclude each other.
    is_disputed: bool

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Its passages."""
        return tuple(one.evidence for one in self.found)

    @property
    def affirming(self) -> tuple[Evidence, ...]:
        """Those that do not deny it."""
        return tuple(e for e in self.evidence if not e.against)

    def days(self) -> Iterator[date]:
        """Yield the days of its pages, of those that have one."""
        yield from (date.fromisoformat(e.day) for e in self.evidence if e.day)


def group_found(
    found: Sequence[Found], bonds: Mapping[str, tuple[str, ...]]
) -> tuple[Group, ...]:
    """Group passages that may tell of one happening; those that only deny something nobody tells are left out.

    Two are together if their articles tell one story, their statements make one claim, or they name
    somebody or something in common within three days, a denial within seven. What is merely likely is joined, as origins are counted
    within a group by what they have from each other, not by its size.

    Args:
        found: Every passage for one indicator.
        bonds: Article or statement to the stories and claims it is in.
    """
    parent = list(range(len(found)))
    for members in _bonds(found, bonds).values():
        for one, other in pairwise(members):
            _join(parent, one, other)
    for one, other in _companions(found):
        _join(parent, one, other)
    groups: dict[int, list[Found]] = defaultdict(list)
    for at, passage in enumerate(found):
        groups[_root(parent, at)].append(passage)
    made = [
        Group(tuple(sorted(members, key=_order)), _is_disputed(members, bonds))
        for members in groups.values()
    ]
    told = [group for group in made if group.affirming]
    return tuple(sorted(told, key=lambda group: _order(group.found[0])))


def claim_of(group: Group) -> Claim | None:
    """Give what the affirming statements of a group say together, as a claim to be counted; None without any."""
    told = [one for one in group.found if one.carriers and not one.evidence.against]
    if not told:
        return None
    ids = tuple(sorted({key for one in told for key in one.carriers}))
    return Claim(
        id=digest("happening", *ids),
        text=told[0].evidence.text,
        members=(),
        statement_ids=ids,
        article_ids=tuple(sorted({one.evidence.article_id for one in told})),
        origins=(),
        independent=Independence(low=0, high=0),
        circular=False,
        digit=None,
        reasons=(),
    )


def judged(group: Group, claim: Claim | None, needed: int) -> Happening:
    """Give a happening with its state; words that no statement carries raise only the upper bound."""
    carried = set(claim.article_ids) if claim else set()
    bare = {e.article_id for e in group.affirming} - carried
    low, high = (claim.independent.low, claim.independent.high) if claim else (0, 0)
    days = sorted(group.days())
    if group.is_disputed:
        state = IndicatorState.CONTRADICTED
    elif low >= needed:
        state = IndicatorState.CORROBORATED
    else:
        state = IndicatorState.SINGLE_ORIGIN
    return Happening(
        state=state,
        last_day=days[-1].isoformat() if days else None,
        independent=Independence(low=low, high=high + len(bare)),
        origins=claim.origins if claim else (),
        reasons=claim.reasons if claim else (),
        evidence=group.evidence,
    )


def _is_disputed(members: Sequence[Found], bonds: Mapping[str, tuple[str, ...]]) -> bool:
    if any(one.evidence.against for one in members):
        return True
    counted = [one for one in members if one.evidence.count]
    return any(_exclude(a, b, bonds) for a, b in combinations(counted, 2))


def _exclude(a: Found, b: Found, bonds: Mapping[str, tuple[str, ...]]) -> bool:
    """Tell whether two speakers give numbers that exclude each other and may be of one thing.

    In one article they stand close together; in two these tell one story, or name somebody in common.
    """
    one, other = a.evidence, b.evidence
    if a.speaker == b.speaker or not (one.count and other.count):
        return False
    if not one.count.excludes(other.count):
        return False
    if one.article_id == other.article_id:
        return abs(a.sentence - b.sentence) <= _SAME_COUNT
    keys = [set(bonds.get(e.article_id, ())) | set(bonds.get(e.statement_id or "", ())) for e in (one, other)]  # fmt: skip
    return not keys[0].isdisjoint(keys[1]) or not a.names.isdisjoint(b.names)


def without_repeats(found: Iterable[Found]) -> tuple[Found, ...]:
    """Keep one piece of evidence for a sentence, what affirms it before what denies it, and sort them."""
    kept: dict[tuple[str, int, str | None], Found] = {}
    for one in found:
        count = one.evidence.count
        key = (one.evidence.article_id, one.sentence, count.name if count else None)
        known = kept.get(key)
        if known is None or (known.evidence.against and not one.evidence.against):
            kept[key] = one
        elif known.evidence.against == one.evidence.against:
            kept[key] = replace(known, names=known.names | one.names)
    return tuple(sorted(kept.values(), key=_order))


def _bonds(
    found: Sequence[Found], bonds: Mapping[str, tuple[str, ...]]
) -> Mapping[str, list[int]]:
    joined: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(found):
        keys = (one.evidence.article_id, one.evidence.statement_id or "")
        for bond in {b for key in keys for b in bonds.get(key, ())}:
            joined[bond].append(at)
    return joined


def _companions(found: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """Yield passages of one breath, and passages that name something in common a few days apart.

    The days are counted from the first of a run, so that a series of attacks is not one attack.
    """
    by_name: dict[str, list[int]] = defaultdict(list)
    last_of: dict[str, int] = {}
    for at, one in enumerate(found):
        article = one.evidence.article_id
        before = last_of.get(article)
        near = _SAME_COUNT if one.evidence.count else _SAME_BREATH
        if before is not None and abs(one.sentence - found[before].sentence) <= near:
            yield before, at
        last_of[article] = at
        for name in sorted(one.names):
            by_name[name].append(at)
    for members in by_name.values():
        first = members[0]
        for at in members[1:]:
            against = found[at].evidence.against
            if _days_apart(found[first], found[at]) <= (
                _DENIED_DAYS if against else _SAME_DAYS
            ):
                yield first, at
            elif not against:
                first = at


def _days_apart(one: Found, other: Found) -> int:
    if one.evidence.article_id == other.evidence.article_id:
        return 0
    if not (one.evidence.day and other.evidence.day):
        return _SAME_DAYS + 1
    a, b = date.fromisoformat(one.evidence.day), date.fromisoformat(other.evidence.day)
    return abs((b - a).days)


def _order(one: Found) -> tuple[str, str, int, int]:
    evidence = one.evidence
    return evidence.day or "", evidence.article_id, evidence.start, evidence.end


def _root(parent: list[int], at: int) -> int:
    while parent[at] != at:
        parent[at] = parent[parent[at]]
        at = parent[at]
    return at


def _join(parent: list[int], one: int, other: int) -> None:
    a, b = sorted((_root(parent, one), _root(parent, other)))
    parent[b] = a
