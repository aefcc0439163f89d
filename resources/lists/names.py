"""Actors against MISP's galaxies and WordNet, which come as packages."""
# ruff: noqa: INP001 - scripts beside the data they check

import json
import re
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from finding import Finding, folded

from headwater.lexicon.entry import Entry
from headwater.model import ActorKind

#: The galaxies of those who attack, and the kinds of actors they may be.
_GALAXIES = ("threat-actor", "ransomware")
#: Files of WordNet's nouns for groups, persons and places, and the kinds that are looked for in each.
_FILES = {
    "14": {
        ActorKind.ARMED_GROUP,
        ActorKind.ORGANISATION,
        ActorKind.PARTY,
        ActorKind.STATE_ORGAN,
        ActorKind.AGENCY,
    },
    "18": {ActorKind.PERSON},
    "15": {ActorKind.PLACE},
    "17": {ActorKind.PLACE},
}
#: The sorts of names that say who is meant: a city's stands for more than the region around it.
_HOW: Final = defaultdict(
    lambda: frozenset({"name", "translit", "acronym", "former", "translation"})
)
_HOW[ActorKind.PLACE] = frozenset({"translit", "former"})
_SYNSET = re.compile(r"(\d{8}) (\d\d) n ([0-9a-f]{2}) ")


def check_galaxies(entries: Iterable[Entry], folder: Path) -> Iterator[Finding]:
    """Yield the armed groups, hackers among them, that a galaxy of attackers has."""
    groups = _by_name(entries, {ActorKind.ARMED_GROUP})
    for path in folder.rglob("pymispgalaxies-*.whl"):
        with zipfile.ZipFile(path) as archive:
            for galaxy in _GALAXIES:
                name = next(
                    n for n in archive.namelist() if n.endswith(f"clusters/{galaxy}.json")
                )
                for value in json.loads(archive.read(name))["values"]:
                    for entry in groups.get(folded(value["value"]), ()):
                        yield Finding(actor=entry.id, source="misp", known_as=value["uuid"])


def check_wordnet(entries: Iterable[Entry], folder: Path) -> Iterator[Finding]:
    """Yield the groups, people and places that WordNet has as such, by its number of the synset.

    Letters say too little, and so does a name of two synsets; a synset that holds names of two actors is
    that of the one whose first name it holds, if it is one.
    """
    names = {file: _by_name(entries, kinds) for file, kinds in _FILES.items()}
    found: dict[str, list[Finding]] = defaultdict(list)
    for path in folder.rglob("wordnet/data.noun"):
        synsets = _synsets(path)
        uses = Counter((file, name) for file, _, words in synsets for name in words)
        for file, number, words in synsets:
            clear = {w: plain for w, plain in words.items() if uses[file, w] == 1}
            for entry, word in _owner(clear, names[file]):
                known_as = f"{words[word]}, {number}"
                is_first = word == folded(entry.name)
                finding = Finding(actor=entry.id, source="wn", known_as=known_as)
                found[entry.id].insert(0 if is_first else len(found[entry.id]), finding)
    yield from (findings[0] for findings in found.values())


def _owner(
    words: Mapping[str, str], names: Mapping[str, list[Entry]]
) -> Iterator[tuple[Entry, str]]:
    """Yield the one actor whose names are among the words of a synset, and the word, its first name before others."""
    found = {
        entry.id: (entry, word)
        for word, plain in words.items()
        for entry in names.get(word, ())
        if not plain.isupper() and not plain.islower()
    }
    first = {
        key: (e, folded(e.name)) for key, (e, _) in found.items() if folded(e.name) in words
    }
    if len(first) == 1:
        yield from first.values()
    elif len(found) == 1:
        yield from found.values()


def _synsets(path: Path) -> list[tuple[str, str, dict[str, str]]]:
    """Give file, number and words of the synsets of nouns that are looked at, by their folded form."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        match = _SYNSET.match(line)
        if match and match[2] in _FILES:
            words = line[match.end() :].split()[: 2 * int(match[3], 16) : 2]
            plain = [word.replace("_", " ") for word in words]
            found.append((match[2], match[1], {folded(word): word for word in plain}))
    return found


def _by_name(entries: Iterable[Entry], kinds: set[ActorKind]) -> dict[str, list[Entry]]:
    """Give the actors of some kinds by their strong names; a name of two of them is nobody's."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.kind in kinds:
            kept = [f.text for f in entry.forms if not f.weak and f.how in _HOW[entry.kind]]
            for key in {folded(text) for text in (entry.name, *kept)}:
                found[key].append(entry)
    return {key: owners for key, owners in found.items() if len(owners) == 1}
