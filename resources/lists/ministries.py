"""Ministries, police and armies that every state has, against the forces in The World Factbook."""
# ruff: noqa: INP001 - scripts beside the data they check

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from factbook import read_tar, read_wheel
from finding import Finding

from headwater.lexicon.entry import Entry

#: The end of an id, and how the book writes of such an organ among a country's forces.
_ORGANS = {
    "defence-ministry": r"(?:Ministry|Department|Secretariat) (?:of|for) (?:the )?(?:State for )?(?:National |People's |Popular Power for )?Defen[cs]e|Ministry of the Armed Forces|Defen[cs]e Ministry",
    "interior-ministry": r"(?:Ministry|Department|Secretariat) (?:of|for) (?:the )?(?:State for )?(?:Federal )?(?:Interior|Internal|Home|Public Security|Public Administration)|Interior Ministry|Home Office|Ministry of Justice and Public Security",
    "police": r"[Pp]olice|Gendarmerie",
    "army": r"Armed Forces|Army|Defen[cs]e Forces?",
}
_FIELDS = re.compile(r"Military and security forces|Military branches|Military - note")


def check_ministries(entries: Iterable[Entry], folder: Path) -> Iterator[Finding]:
    """Yield the organs, known by the end of their id, that stand among the forces of their country."""
    editions = {"fb": read_wheel(folder), "fb16": read_tar(folder)}
    for entry in entries:
        pattern = next((p for end, p in _ORGANS.items() if _ends(entry.id, end)), None)
        if pattern is None:
            continue
        for source, profiles in editions.items():
            for passage in profiles.get(entry.country or "", ()):
                match = (
                    re.search(pattern, passage.text) if _FIELDS.search(passage.field) else None
                )
                if match:
                    known_as = f"{entry.country}, {match[0]}"
                    yield Finding(actor=entry.id, source=source, known_as=known_as)


def _ends(key: str, end: str) -> bool:
    state = "[a-z-]+" if end.endswith("ministry") else "[a-z]{2}"
    return re.fullmatch(rf"organ/{state}-{end}", key) is not None
