"""Compile ``resources/`` into ``registry.json``, ``words.json`` and ``commitments.json``; complain of what does not hold.

Run it from the repository root after every change to the YAML:

    python -m headwater.lexicon.compile
"""

import sys
from pathlib import Path

import msgspec

from headwater.errors import BadResource
from headwater.lexicon.compile_conditions import compile_conditions
from headwater.lexicon.compile_words import compile_words
from headwater.lexicon.entries import read_entries
from headwater.lexicon.entry import Entry
from headwater.lexicon.faults import find_faults


def read_actors(folder: Path) -> list[Entry]:
    """Read every YAML file of the folder into entries, sorted by id.

    Raises:
        BadResource: If a line is malformed; names the file, the entry and the field.
    """
    entries: dict[str, Entry] = {}
    for path in sorted(folder.glob("*.yml")):
        for entry in read_entries(path.read_text(encoding="utf-8"), path.name):
            if entry.id in entries:
                raise BadResource(
                    "this id is taken already",
                    where=f"{path.name}: {entry.id}",
                    remedy="Merge the two lines.",
                )
            entries[entry.id] = entry
    return [entries[key] for key in sorted(entries)]


def main() -> int:
    """Write ``registry.json``; exit 1 and list the faults if there are any."""
    root = Path(__file__).parents[3]
    entries = read_actors(root / "resources" / "actors")
    faults = find_faults(entries)
    for fault in faults:
        sys.stderr.write(f"{fault}\n  {fault.remedy}\n")
    rows = [msgspec.json.encode(entry).decode() for entry in entries]
    here = Path(__file__)
    here.with_name("registry.json").write_text(
        "[\n" + ",\n".join(rows) + "\n]\n", encoding="utf-8"
    )
    here.with_name("words.json").write_text(
        compile_words(root / "resources" / "words"), encoding="utf-8"
    )
    here.with_name("commitments.json").write_text(
        compile_conditions(root / "resources" / "words" / "commitments.yml"), encoding="utf-8"
    )
    sys.stderr.write(
        f"{len(entries)} actors, {sum(len(e.forms) for e in entries)} names, {len(faults)} faults\n"
    )
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
