"""Organisations against those that The World Factbook has states belong to."""
# ruff: noqa: INP001 - scripts beside the data they check

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from factbook import read_wheel
from finding import Finding, folded

from headwater.lexicon.entry import Entry
from headwater.model import ActorKind

#: What the book calls an organisation that goes by other letters here.
_OTHERWISE = {
    "ICCt": "ICC",
    "ICC": "",
    "CE": "Council of Europe",
    "LAS": "Arab League",
    "CD": "",
    "C": "Commonwealth of Nations",
}
_OTHERWISE |= {
    "G-7": "G7",
    "G-20": "G20",
    "IFRCS": "International Federation of Red Cross and Red Crescent Societies",
}
_OTHERWISE |= {
    "IOC": "International Olympic Committee",
    "IBRD": "World Bank",
    "PIF": "Pacific Islands Forum",
    "BA": "",
    "AU": "African Union",
}


def check_memberships(entries: Iterable[Entry], folder: Path) -> Iterator[Finding]:
    """Yield the organisations that a state is said to be a member of, by their letters or name."""
    members = _members(folder)
    for entry in entries:
        if entry.kind is not ActorKind.ORGANISATION:
            continue
        names = {folded(form.text) for form in entry.forms}
        for letters, country in members.items():
            name = _OTHERWISE.get(letters, letters)
            if name and folded(name) in names:
                yield Finding(actor=entry.id, source="fbp", known_as=f"{letters} of {country}")


def _members(folder: Path) -> dict[str, str]:
    """Give every organisation's letters with the first country that belongs to it."""
    found: dict[str, str] = {}
    for country, passages in sorted(read_wheel(folder).items()):
        for passage in passages:
            if passage.field.endswith("International organization participation"):
                for letters in re.split(r"[,;]", re.sub(r"\([^)]*\)", "", passage.text)):
                    found.setdefault(letters.strip(), country)
    return {letters: country for letters, country in found.items() if letters}
