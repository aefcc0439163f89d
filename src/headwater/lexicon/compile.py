"""Compile ``resources/`` into ``registry.json`` and ``words.json``; complain of what does not hold.

Run it from the repository root after every change to the YAML:

    python -m headwater.lexicon.compile
"""

import dataclasses
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from headwater.errors import BadResource
from headwater.lexicon.compile_words import compile_words
from headwater.lexicon.entry import Entry, NameForm, RegistryRole, Tie
from headwater.lexicon.fold import fold_name

_FIELDS = frozenset(
    "id name kind src country lang domains aliases demonyms adjectives roles relations distinct_from capital_of".split()
)


def read_actors(folder: Path) -> list[Entry]:
    """Read every YAML file of the folder into entries, sorted by id.

    Raises:
        BadResource: If a line is malformed; names the file, the entry and the field.
    """
    import yaml  # noqa: PLC0415 - a build-time need only

    entries: dict[str, Entry] = {}
    for path in sorted(folder.glob("*.yml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        for row in content["actors"]:
            entry = _entry(row, path.name, content["sources"])
            if entry.id in entries:
                raise BadResource(
                    "this id is taken already",
                    where=f"{path.name}: {entry.id}",
                    remedy="Merge the two lines.",
                )
            entries[entry.id] = entry
    return [entries[key] for key in sorted(entries)]


def find_faults(entries: Iterable[Entry]) -> list[str]:
    """List what breaks the registry's rules: orphan ids, shared strong names, dates out of order."""
    known = {entry.id: entry for entry in entries}
    faults = []
    for entry in known.values():
        targets = [t.target for t in entry.ties] + list(entry.distinct_from)
        targets += [r.org for r in entry.roles if r.org] + (
            [entry.capital_of] if entry.capital_of else []
        )
        faults += [
            f"{entry.id}: {target} is not in the registry"
            for target in targets
            if target not in known
        ]
        faults += [
            f"{entry.id}: role {r.title!r} ends before it begins"
            for r in entry.roles
            if r.from_ and r.to and r.from_ > r.to
        ]
    return faults + _shared_names(known)


def _shared_names(known: Mapping[str, Entry]) -> list[str]:
    owners: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for entry in known.values():
        for form in entry.forms:
            if not form.weak:
                owners[fold_name(form.text)].add(entry.id)
    faults = []
    for key, ids in sorted(owners.items()):
        rest = sorted(ids)
        for i, a in enumerate(rest):
            faults += [
                f"{' '.join(key)!r} names both {a} and {b}: say distinct_from, or make one weak"
                for b in rest[i + 1 :]
                if b not in known[a].distinct_from and a not in known[b].distinct_from
            ]
    return faults


def _entry(row: Mapping[str, Any], file: str, sources: Mapping[str, str]) -> Entry:
    where = f"{file}: {row.get('id', row)}"
    if unknown := sorted(set(row) - _FIELDS):
        raise BadResource(
            f"unknown field {unknown[0]!r}",
            where=where,
            remedy=f"Use one of {sorted(_FIELDS)}.",
        )
    if row.get("src") not in sources:
        raise BadResource(
            "has no source", where=where, remedy="Give src, one of the keys under sources."
        )
    forms = [NameForm(text=row["name"])]
    forms += [_form(alias, where) for alias in row.get("aliases", ())]
    forms += [NameForm(text=word, how="demonym") for word in row.get("demonyms", ())]
    forms += [NameForm(text=word, how="adjective") for word in row.get("adjectives", ())]
    roles = tuple(
        RegistryRole(
            title=r["title"],
            org=r.get("org"),
            from_=_text(r.get("from")),
            to=_text(r.get("to")),
        )
        for r in row.get("roles", ())
    )
    plain = {k: row.get(k) for k in ("id", "name", "kind", "country", "capital_of")}
    built = plain | {
        "src": sources[row["src"]],
        "lang": row.get("lang", []),
        "domains": row.get("domains", []),
        "distinct_from": row.get("distinct_from", []),
    }
    try:
        entry = msgspec.convert(built, Entry)
    except msgspec.ValidationError as error:
        raise BadResource(
            str(error), where=where, remedy="See docs/registry.md for the fields."
        ) from error
    ties = tuple(Tie(type=r["type"], target=r["target"]) for r in row.get("relations", ()))
    first = {form.text: form for form in reversed(forms)}
    return dataclasses.replace(
        entry, forms=tuple(reversed(first.values())), roles=roles, ties=ties
    )


def _form(alias: object, where: str) -> NameForm:
    if isinstance(alias, str):
        return NameForm(text=alias)
    try:
        return msgspec.convert(alias, NameForm)
    except msgspec.ValidationError as error:
        raise BadResource(
            str(error),
            where=f"{where}: alias {alias}",
            remedy="An alias is text, or {text, how, lang, weak, context}.",
        ) from error


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def main() -> int:
    """Write ``registry.json``; exit 1 and list the faults if there are any."""
    root = Path(__file__).parents[3]
    entries = read_actors(root / "resources" / "actors")
    faults = find_faults(entries)
    for fault in faults:
        sys.stderr.write(fault + "\n")
    rows = [msgspec.json.encode(entry).decode() for entry in entries]
    here = Path(__file__)
    here.with_name("registry.json").write_text(
        "[\n" + ",\n".join(rows) + "\n]\n", encoding="utf-8"
    )
    here.with_name("words.json").write_text(
        compile_words(root / "resources" / "words"), encoding="utf-8"
    )
    sys.stderr.write(
        f"{len(entries)} actors, {sum(len(e.forms) for e in entries)} names, {len(faults)} faults\n"
    )
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
