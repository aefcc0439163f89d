"""The compiled registry, and finding its names in a text."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources

import msgspec

from headwater.lexicon.entry import Entry, NameForm
from headwater.lexicon.fold import Word, fold_name, split_words

#: Languages whose script has no capitals carry their own protection against common words.
_SHORT_ACRONYM = 6


@dataclass(frozen=True, slots=True)
class NameHit:
    """A stretch of text that is a name of the registry: all entries that go by it."""

    start: int
    end: int
    text: str
    #: (entry id, form of the name), strong forms first, then by id.
    readings: tuple[tuple[str, NameForm], ...]


class Registry:
    """Every actor known before reading. Made of entries; order and repeats do not matter."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries: Mapping[str, Entry] = {e.id: e for e in sorted(entries, key=lambda e: e.id)}

    def of_domain(self, host: str) -> Entry | None:
        """Find the outlet that publishes under a host name, ``www.`` and subdomains folded."""
        parts = host.lower().removeprefix("www.").split(".")
        for cut in range(len(parts) - 1):
            if found := self._domains.get(".".join(parts[cut:])):
                return self.entries[found]
        return None

    def of_name(self, name: str) -> tuple[tuple[str, NameForm], ...]:
        """Find the entries that go by exactly this name, strong forms first."""
        return self._forms.get(fold_name(name), ())

    def find_names(self, text: str) -> Iterator[NameHit]:
        """Yield the longest names of the registry in a text, from left to right."""
        words = list(split_words(text))
        at = 0
        while at < len(words):
            length, readings = self._longest(words, at)
            if readings:
                start, end = words[at].start, words[at + length - 1].end
                yield NameHit(start, end, text[start:end], readings)
                at += length
            else:
                at += 1

    def _longest(self, words: list[Word], at: int) -> tuple[int, tuple[tuple[str, NameForm], ...]]:
        longest = self._longest_from.get(words[at].key, 0)
        for length in range(min(longest, len(words) - at), 0, -1):
            here = words[at : at + length]
            forms = self._forms.get(tuple(word.key for word in here), ())
            readings = tuple(r for r in forms if _is_written_as_name(r[1].text, here))
            if readings:
                return length, readings
        return 0, ()

    @cached_property
    def _domains(self) -> Mapping[str, str]:
        return {domain: e.id for e in self.entries.values() for domain in e.domains}

    @cached_property
    def _forms(self) -> Mapping[tuple[str, ...], tuple[tuple[str, NameForm], ...]]:
        table: dict[tuple[str, ...], list[tuple[str, NameForm]]] = {}
        for entry in self.entries.values():
            for form in entry.forms:
                if key := fold_name(form.text):
                    row = table.setdefault(key, [])
                    if all(entry.id != other for other, _ in row):
                        row.append((entry.id, form))
        return {key: tuple(sorted(row, key=lambda r: (r[1].weak, r[0]))) for key, row in table.items()}

    @cached_property
    def _longest_from(self) -> Mapping[str, int]:
        longest: dict[str, int] = {}
        for key in self._forms:
            longest[key[0]] = max(longest.get(key[0], 0), len(key))
        return longest


@cache
def registry() -> Registry:
    """Load the registry that ships with Headwater, once."""
    data = resources.files("headwater.lexicon").joinpath("registry.json").read_bytes()
    return Registry(msgspec.json.decode(data, type=list[Entry]))


def _is_written_as_name(form: str, words: list[Word]) -> bool:
    """Hold "the guardian of the gate" off The Guardian, and "who" off WHO."""
    ours = [word for word in split_words(form) if word.key]
    ours = ours[len(ours) - len(words) :]
    for mine, theirs in zip(ours, words, strict=True):
        if mine.text.isupper() and len(mine.text) in range(2, _SHORT_ACRONYM) and not theirs.text.isupper():
            return False
        if mine.text[0].isupper() and not theirs.text[0].isupper():
            return False
    return True
