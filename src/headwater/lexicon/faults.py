"""What breaks a registry's rules as a whole, however well each of its lines is written."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from headwater.lexicon.entry import Entry
from headwater.lexicon.fold import fold_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One breach: the entry, the fact, and what to do."""

    entry_id: str
    fact: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.entry_id}: {self.fact}"


def find_faults(entries: Iterable[Entry], among: Collection[str] | None = None) -> list[Fault]:
    """List what breaks the rules: orphan ids, dates out of order, shared strong names and domains.

    Args:
        entries: The whole registry.
        among: Only faults of these entries, also against others; all if None.
    """
    known = {entry.id: entry for entry in entries}
    asked = [e for e in known.values() if among is None or e.id in among]
    faults = [fault for entry in asked for fault in _own_faults(entry, known)]
    ids = {entry.id for entry in asked}
    return [*faults, *_shared_names(known, ids), *_shared_domains(known, ids)]


def _own_faults(entry: Entry, known: Mapping[str, Entry]) -> Iterator[Fault]:
    for target in _targets(entry):
        if target not in known:
            yield Fault(
                entry_id=entry.id,
                fact=f"{target} is not in the registry",
                remedy="Correct the id, or add an actor that has it.",
            )
    for role in entry.roles:
        if _ends_first(role.from_, role.to):
            yield Fault(
                entry_id=entry.id,
                fact=f"role {role.title!r} ends before it begins",
                remedy=f"It runs from {role.from_} to {role.to}: correct one of them.",
            )


def _targets(entry: Entry) -> Iterator[str]:
    yield from (tie.target for tie in entry.ties)
    yield from entry.distinct_from
    yield from (role.org for role in entry.roles if role.org)
    yield from (key for form in entry.forms for key in form.context)
    if entry.capital_of:
        yield entry.capital_of


def _ends_first(since: str | None, until: str | None) -> bool:
    """Tell whether an end lies before its beginning, as far as both say: "2004-05" to "2004" is in order."""
    if not since or not until:
        return False
    both = min(len(since), len(until))
    return since[:both] > until[:both]


def _shared_names(known: Mapping[str, Entry], asked: Collection[str]) -> Iterator[Fault]:
    owners: dict[str, set[str]] = defaultdict(set)
    for entry in known.values():
        for form in entry.forms:
            if not form.weak:
                owners[" ".join(fold_name(form.text))].add(entry.id)
    for key, mine, other in _shared(owners, asked):
        if not _are_told_apart(known[mine], known[other]):
            yield Fault(
                entry_id=mine,
                fact=f"{key!r} is also a name of {other}",
                remedy="Say distinct_from, or make one of the two weak.",
            )


def _shared_domains(known: Mapping[str, Entry], asked: Collection[str]) -> Iterator[Fault]:
    owners: dict[str, set[str]] = defaultdict(set)
    for entry in known.values():
        for domain in entry.domains:
            owners[domain].add(entry.id)
    for domain, mine, other in _shared(owners, asked):
        yield Fault(
            entry_id=mine,
            fact=f"{domain} is also a domain of {other}",
            remedy="Give it to one of the two.",
        )


def _shared(
    owners: Mapping[str, set[str]], asked: Collection[str]
) -> Iterator[tuple[str, str, str]]:
    """Yield what two own, and the two; the first is one of those asked for."""
    for key, ids in sorted(owners.items()):
        for first, second in combinations(sorted(ids), 2):
            if first in asked:
                yield key, first, second
            elif second in asked:
                yield key, second, first


def _are_told_apart(one: Entry, other: Entry) -> bool:
    return one.id in other.distinct_from or other.id in one.distinct_from
