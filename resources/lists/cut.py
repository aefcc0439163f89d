"""Actors against rows cut from lists that no package carries."""
# ruff: noqa: INP001 - scripts beside the data they check

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from finding import SOURCES, Finding, folded

from headwater.lexicon.entry import Entry
from headwater.model import ActorKind


def check_names(entries: Iterable[Entry], folder: Path) -> Iterator[Finding]:
    """Yield the actors that a list names, as rows of ``names.csv`` say: source, actor, known_as."""
    known = {entry.id for entry in entries}
    for row in _rows(folder, "names.csv"):
        if row["actor"] in known and row["source"] in SOURCES:
            yield Finding(actor=row["actor"], source=row["source"], known_as=row["known_as"])


def check_people(entries: Iterable[Entry], folder: Path) -> Iterator[Finding]:
    """Yield the people a list has, by name and country, and whether an office begins when it says."""
    people = defaultdict(list)
    for entry in entries:
        if entry.kind is ActorKind.PERSON:
            for form in entry.forms:
                if not form.weak:
                    people[folded(form.text), entry.country].append(entry)
    for row in _rows(folder, "people.csv"):
        for entry in people.get((folded(row["name"]), row["country"]), ()):
            yield from _found(entry, row)


def _found(entry: Entry, row: dict[str, str]) -> Iterator[Finding]:
    known_as, begun = row["known_as"], row["from"]
    yield Finding(actor=entry.id, source=row["source"], known_as=known_as)
    held = [role for role in entry.roles if _is_office(role.title, row["office"])]
    begins = [role.from_ or "" for role in held]
    if any(begin and agree(begin, begun) for begin in begins):
        yield Finding(
            actor=entry.id,
            source=f"{row['source']}o",
            known_as=f"{known_as}, {row['office']} {begun}",
        )
    elif held and begun and all(begins):
        differs = f"{row['office']} from {begun} there, {', '.join(begins)} here"
        yield Finding(
            actor=entry.id, source=f"{row['source']}o", known_as=known_as, differs=differs
        )
    ends = [role.to for role in held if agree(role.from_ or "", begun)]
    if row["to"] and ends and not any(end and agree(end, row["to"]) for end in ends):
        differs = (
            f"{row['office']} until {row['to']} there, {', '.join(str(e) for e in ends)} here"
        )
        yield Finding(
            actor=entry.id, source=f"{row['source']}o", known_as=row["to"], differs=differs
        )


def _is_office(title: str, office: str) -> bool:
    """Tell whether two titles share their last word: "president of the transition", "president"."""
    return folded(office) in folded(title) or folded(title) in folded(office)


def agree(one: str, other: str) -> bool:
    """Tell whether two dates are the same as far as both say."""
    both = min(len(one), len(other))
    return both > 0 and one[:both] == other[:both]


def _rows(folder: Path, name: str) -> Iterator[dict[str, str]]:
    for path in sorted(folder.rglob(name)):
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)
