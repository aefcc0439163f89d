"""Compile ``resources/`` into ``registry.json`` and the files of words; complain of what does not hold.

Run it from the repository root after every change to the YAML:

    python -m headwater.lexicon.compile
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from headwater.errors import BadResource
from headwater.lexicon.compile_bearing import compile_bearing
from headwater.lexicon.compile_coding import compile_coding
from headwater.lexicon.compile_conditions import compile_conditions
from headwater.lexicon.compile_indicators import compile_indicators
from headwater.lexicon.compile_numbers import compile_numbers
from headwater.lexicon.compile_places import compile_places
from headwater.lexicon.compile_shades import compile_shades
from headwater.lexicon.compile_ties import compile_ties
from headwater.lexicon.compile_words import compile_words
from headwater.lexicon.entries import read_entries
from headwater.lexicon.entry import Entry
from headwater.lexicon.faults import find_faults
from headwater.lexicon.likeness.spellings import write_spellings
from headwater.lexicon.name_index import write_index


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


def _compiled(resources: Path, entries: list[Entry]) -> Iterator[tuple[str, str]]:
    """Yield what each file of the lexicon is to hold."""
    rows = [msgspec.json.encode(entry).decode() for entry in entries]
    yield "registry.json", "[\n" + ",\n".join(rows) + "\n]\n"
    yield "names.json", write_index(entries)
    yield "spellings.json", write_spellings(entries)
    yield "words.json", compile_words(resources / "words")
    yield "ties.json", compile_ties(resources / "words")
    yield "numbers.json", compile_numbers(resources / "words" / "numbers.yml")
    yield "shades.json", compile_shades(resources / "words" / "shades.yml")
    yield "bearing.json", compile_bearing(resources / "words" / "bearing.yml")
    yield "commitments.json", compile_conditions(resources / "words" / "commitments.yml")
    yield "coding.json", compile_coding(resources / "events" / "coding.yml")
    yield "indicators/starter.json", compile_indicators(resources / "indicators")
    yield "gazetteer/places.json", compile_places(resources / "places", entries)


def main() -> int:
    """Write the compiled files; exit 1 and list the faults if there are any."""
    root = Path(__file__).parents[3]
    entries = read_actors(root / "resources" / "actors")
    faults = find_faults(entries)
    for fault in faults:
        sys.stderr.write(f"{fault}\n  {fault.remedy}\n")
    for name, text in _compiled(root / "resources", entries):
        target = Path(__file__).parent / name
        target.parent.mkdir(exist_ok=True)
        target.write_text(text, encoding="utf-8")
    sys.stderr.write(
        f"{len(entries)} actors, {sum(len(e.forms) for e in entries)} names, {len(faults)} faults\n"
    )
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
