"""The compiled registry, and finding its names in a text."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import resources
from itertools import pairwise

import msgspec

from headwater.lexicon.entry import Entry, NameForm
from headwater.lexicon.fold import Word, fold_name, split_words
from headwater.lexicon.name_index import NameIndex, index_names, name_key, shipped_index

#: Letters below which a form all in capitals must be written so ("WHO", "IRNA").
_SHORT_ACRONYM = 6
_STATE = "state/"
#: Words of a name that writers put in either case: "Asharq al-Awsat", "Le Monde".
_PARTICLES = frozenset(
    "al el an ar as at ash ad az de la le les du der die das of the and e i y for in on".split()
)
#: What may stand between two words of one name: a space, a hyphen, a full stop, a bracket.
_INSIDE_NAME = re.compile(r"\s?[-–/&.()“”\"‘’']?[-–/&.()“”\"‘]?\s?")


_chosen: ContextVar["Registry | None"] = ContextVar("chosen registry", default=None)


@dataclass(frozen=True, slots=True)
class NameHit:
    """A stretch of text that is a name of the registry: all entries that go by it."""

    start: int
    end: int
    text: str
    #: (entry id, form of the name), strong forms first, then by id.
    readings: tuple[tuple[str, NameForm], ...]


class Registry:
    """Every actor known before reading. Made of entries; order and repeats do not matter.

    Args:
        entries: The actors.
        load_index: Gives what ``index_names`` would of just these, in the order of their ids; it is
            made when first needed if None.
    """

    def __init__(
        self, entries: Iterable[Entry], load_index: Callable[[], NameIndex] | None = None
    ) -> None:
        self.entries: Mapping[str, Entry] = {
            e.id: e for e in sorted(entries, key=lambda e: e.id)
        }
        self._ordered = tuple(self.entries.values())
        self._load_index = load_index

    def of_domain(self, host: str) -> Entry | None:
        """Find the outlet that publishes under a host name, ``www.`` and subdomains folded."""
        parts = host.lower().removeprefix("www.").split(".")
        for cut in range(len(parts) - 1):
            if found := self._domains.get(".".join(parts[cut:])):
                return self.entries[found]
        return None

    def of_name(self, name: str) -> tuple[tuple[str, NameForm], ...]:
        """Find the entries that go by exactly this name, strong forms first, each once."""
        return _one_each(self._of_words(fold_name(name)))

    def is_state(self, name: str) -> bool:
        """Tell whether a state goes by exactly this name."""
        return any(key.startswith(_STATE) for key, _ in self._of_words(fold_name(name)))

    def distinct_from(self, entry_id: str) -> frozenset[str]:
        """Give the actors that are easily taken for one and are not, whichever of the two says so."""
        return self._distinct.get(entry_id, frozenset())

    def find_names(self, text: str) -> Iterator[NameHit]:
        """Yield the longest names of the registry in a text, from left to right."""
        words = [word for word in split_words(text) if word.key]
        at = 0
        while at < len(words):
            length, readings = self._longest(text, words, at)
            if readings:
                start, end = words[at].start, words[at + length - 1].end
                yield NameHit(start, end, text[start:end], readings)
                at += length
            else:
                at += 1

    def _longest(
        self, text: str, words: list[Word], at: int
    ) -> tuple[int, tuple[tuple[str, NameForm], ...]]:
        longest = self._longest_from.get(words[at].key, 0)
        for length in range(min(longest, len(words) - at), 0, -1):
            here = words[at : at + length]
            forms = self._of_words(word.key for word in here)
            fitting = [
                r
                for r in forms
                if _is_written_as_name(r[1].text, here) and _is_unbroken(r[1].text, text, here)
            ]
            if fitting:
                return length, _one_each(fitting)
        return 0, ()

    def _of_words(self, words: Iterable[str]) -> list[tuple[str, NameForm]]:
        places = self._index.get(name_key(words), ())
        return [(e.id, e.forms[form]) for n, form in places for e in [self._ordered[n]]]

    @cached_property
    def _domains(self) -> Mapping[str, str]:
        return {domain: e.id for e in self.entries.values() for domain in e.domains}

    @cached_property
    def _distinct(self) -> Mapping[str, frozenset[str]]:
        table: dict[str, set[str]] = {}
        for entry in self.entries.values():
            for other in entry.distinct_from:
                table.setdefault(entry.id, set()).add(other)
                table.setdefault(other, set()).add(entry.id)
        return {key: frozenset(others) for key, others in table.items()}

    @cached_property
    def _index(self) -> NameIndex:
        return self._load_index() if self._load_index else index_names(self._ordered)

    @cached_property
    def _longest_from(self) -> Mapping[str, int]:
        longest: dict[str, int] = {}
        for name in self._index:
            first, size = name.partition(" ")[0], name.count(" ") + 1
            if size > longest.get(first, 0):
                longest[first] = size
        return longest


def registry() -> Registry:
    """Give the registry to read with: the shipped one, or the one chosen around this call."""
    chosen = _chosen.get()
    return shipped_registry() if chosen is None else chosen


@contextmanager
def choose_registry(chosen: Registry | None) -> Iterator[None]:
    """Have ``registry()`` give this one inside the ``with``, and what it gave before after it.

    Args:
        chosen: The registry; None for the shipped one.
    """
    before = _chosen.set(chosen)
    try:
        yield
    finally:
        _chosen.reset(before)


@cache
def shipped_registry() -> Registry:
    """Load the registry that ships with Headwater, once."""
    data = resources.files("headwater.lexicon").joinpath("registry.json").read_bytes()
    return Registry(msgspec.json.decode(data, type=list[Entry]), shipped_index)


def _one_each(readings: Iterable[tuple[str, NameForm]]) -> tuple[tuple[str, NameForm], ...]:
    first: dict[str, NameForm] = {}
    for entry, form in readings:
        first.setdefault(entry, form)
    return tuple(first.items())


@lru_cache(maxsize=8192)
def _words_of_form(form: str) -> tuple[Word, ...]:
    return tuple(word for word in split_words(form) if word.key)


def _is_written_as_name(form: str, words: list[Word]) -> bool:
    """Hold "the guardian of the gate" off The Guardian, and "who" off WHO."""
    ours = _words_of_form(form)
    ours = ours[len(ours) - len(words) :]
    for mine, theirs in zip(ours, words, strict=True):
        if mine.key in _PARTICLES and len(ours) > 1:
            continue
        if (
            mine.text.isupper()
            and len(mine.text) in range(2, _SHORT_ACRONYM)
            and not theirs.text.isupper()
        ):
            return False
        if mine.text[0].isupper() and not theirs.text[0].isupper():
            return False
    return True


def _is_unbroken(form: str, text: str, words: list[Word]) -> bool:
    """Keep "New York's Times Square" and "in Iran, Iraq" from running together as one name.

    What stands between two words must be a space or a hyphen, or stand so in the form itself
    ("Cox's Bazar").
    """
    ours = _words_of_form(form)[-len(words) :]
    return all(
        _INSIDE_NAME.fullmatch(text, before.end, after.start)
        or _plain_gap(text, before, after) == _plain_gap(form, mine, next_of_mine)
        for (before, after), (mine, next_of_mine) in zip(
            pairwise(words), pairwise(ours), strict=True
        )
    )


def _plain_gap(text: str, before: Word, after: Word) -> str:
    return text[before.end : after.start].replace("’", "'")
