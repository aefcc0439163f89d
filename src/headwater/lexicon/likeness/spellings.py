"""Names kept by how they sound, so that other spellings of one can be looked up."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib import resources

import msgspec

from headwater.lexicon.entry import Entry
from headwater.lexicon.fold import fold_word
from headwater.lexicon.likeness.compare import compare_names
from headwater.lexicon.likeness.parts import Part, split_body, split_person
from headwater.lexicon.likeness.sounds import sounds
from headwater.lexicon.likeness.tables import NEAR_CONSONANT, ONE_CONSONANT
from headwater.lexicon.likeness.verdict import Verdict
from headwater.lexicon.registry import Registry, registry, shipped_registry
from headwater.lexicon.weights import word_weights
from headwater.model import ActorKind

#: Words of a name that must sound alike before the whole is compared.
_ALIKE = 2
#: Registries whose spellings are kept: the shipped one, and those with a user's actors.
_KEPT = 4
#: The names of persons, and of all others, in the file that ships.
_BOOKS = {True: "persons", False: "bodies"}
#: Forms that another name cannot be a spelling of.
_NOT_SPELLED = frozenset({"acronym", "adjective", "demonym", "metonym"})
#: Kinds that are looked up by other means: places on the map, outlets by their domains and mastheads.
_ELSEWHERE = frozenset({ActorKind.PLACE, ActorKind.STATE, ActorKind.OUTLET, ActorKind.AGENCY})


class Spellings:
    """The names of actors of one sort, persons or bodies, by the sounds of their words.

    Args:
        names: Actor and name, in any order.
        kind: What they are names of.
    """

    def __init__(self, names: Iterable[tuple[str, str]], kind: ActorKind) -> None:
        self.kind = kind
        self._owners: dict[str, set[str]] = defaultdict(set)
        for owner, name in names:
            self.add(owner, name)

    @property
    def owners(self) -> dict[str, set[str]]:
        """Whose names have a word of these sounds, by the sounds."""
        return self._owners

    def add(self, owner: str, name: str) -> None:
        """Keep one more name."""
        for word in _telling_words(name, self.kind):
            for frame in _frames(word):
                self._owners[frame].add(owner)

    def near(self, name: str) -> tuple[str, ...]:
        """Give the actors of which two words at least sound as two of this name do, by id."""
        counts: dict[str, int] = defaultdict(int)
        for word in _telling_words(name, self.kind):
            for owner in {o for f in _frames(word) for o in self._owners.get(f, ())}:
                counts[owner] += 1
        return tuple(sorted(owner for owner, count in counts.items() if count >= _ALIKE))


def find_spelled(name: str, kind: ActorKind) -> Entry | None:
    """Find the registry's actor of which a name that it lacks is another spelling.

    Args:
        name: Two words of a name or more, without a title.
        kind: What it names. Places, states, outlets and agencies are not looked up.

    Returns:
        The one actor that ``compare_names`` takes it for; None if there is none, or several.
    """
    return None if kind in _ELSEWHERE else _find_spelled(registry(), name, kind)


@lru_cache(maxsize=16384)
def _find_spelled(known: Registry, name: str, kind: ActorKind) -> Entry | None:
    persons = kind is ActorKind.PERSON
    if is_common(name, kind):
        return None
    found = [
        known.entries[key]
        for key in _spellings(known, persons=persons).near(name)
        if _is_spelling(name, known.entries[key], kind)
    ]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=2 * _KEPT)
def _spellings(known: Registry, *, persons: bool) -> Spellings:
    if known is not shipped_registry():
        return _made_of(known.entries.values(), persons=persons)
    found = Spellings((), ActorKind.PERSON if persons else ActorKind.ORGANISATION)
    found.owners.update(_shipped()[_BOOKS[persons]])
    return found


def _made_of(known: Iterable[Entry], *, persons: bool) -> Spellings:
    entries = (
        entry
        for entry in known
        if entry.kind not in _ELSEWHERE and (entry.kind is ActorKind.PERSON) == persons
    )
    names = ((entry.id, form) for entry in entries for form in _spelled_forms(entry))
    return Spellings(names, ActorKind.PERSON if persons else ActorKind.ORGANISATION)


def write_spellings(entries: Iterable[Entry]) -> str:
    """Give the text of the file that the spellings of the shipped registry are read from: to make them takes a third of a second."""
    known = list(entries)
    books = (
        f'"{book}":{_rows_of(_made_of(known, persons=persons))}'
        for persons, book in _BOOKS.items()
    )
    return "{" + ",\n".join(books) + "}\n"


def _rows_of(spellings: Spellings) -> str:
    rows = (
        f"{msgspec.json.encode(word).decode()}:{msgspec.json.encode(sorted(owners)).decode()}"
        for word, owners in sorted(spellings.owners.items())
    )
    return "{\n" + ",\n".join(rows) + "\n}"


@cache
def _shipped() -> dict[str, dict[str, set[str]]]:
    data = resources.files("headwater.lexicon").joinpath("spellings.json").read_bytes()
    return msgspec.json.decode(data, type=dict[str, dict[str, set[str]]])


def _spelled_forms(entry: Entry) -> Iterator[str]:
    for form in entry.forms:
        if not form.weak and form.how not in _NOT_SPELLED:
            yield form.text


def _is_spelling(name: str, entry: Entry, kind: ActorKind) -> bool:
    return any(is_spelling(name, form, kind) for form in _spelled_forms(entry))


def is_common(name: str, kind: ActorKind) -> bool:
    """Tell whether every word of a person's name is a given name that half the world may have."""
    words = split_person(name).words if kind is ActorKind.PERSON else ()
    return bool(words) and all(part.is_common_given for part in words)


def spelling_keys(name: str, kind: ActorKind) -> tuple[tuple[str, str], ...]:
    """Give what all spellings of a name of two words and more have in common, one key or a few.

    Names of which no key is the same are no spellings of one another.
    """
    words = _telling_words(name, kind)
    if len(words) < _ALIKE:
        return ()
    return tuple((first, last) for first in _frames(words[0]) for last in _frames(words[-1]))


def is_spelling(one: str, other: str, kind: ActorKind) -> bool:
    """Tell whether two names are one, word for word; a person's may lack what stands between the ends.

    Narrower than ``compare_names``, which also finds short names: in a text, "Sandy Hook" and
    "Sandy Hook Promise" are two.
    """
    mine, theirs = _telling_words(one, kind), _telling_words(other, kind)
    if not mine or not theirs or (len(mine) != len(theirs) and kind is not ActorKind.PERSON):
        return False
    if not (_sound_alike(mine[0], theirs[0]) and _sound_alike(mine[-1], theirs[-1])):
        return False
    return compare_names(one, other, kind=kind).verdict is Verdict.SAME


def _sound_alike(one: str, other: str) -> bool:
    return bool(set(_frames(one)) & set(_frames(other)))


def _telling_words(name: str, kind: ActorKind) -> tuple[str, ...]:
    """The words of a name, without titles, articles and initials."""
    if kind is ActorKind.PERSON:
        parts: Iterable[Part] = split_person(name).words
        return tuple(p.text for p in parts if not p.is_initial)
    return tuple(p.text for p in split_body(name).words)


@lru_cache(maxsize=65536)
def _frames(word: str) -> tuple[str, ...]:
    """The consonants of a word, those that spellings confuse made one; an ordinary word is its own."""
    key = fold_word(word)
    if key in word_weights().spread:
        return (key,)
    found = {"".join(map(_one, sound.consonants)) for sound in sounds(word)}
    return tuple(sorted(frame for frame in found if frame)) or (key,)


@lru_cache(maxsize=1024)
def _one(consonant: str) -> str:
    """The least of the consonants that it can stand for, by whatever way."""
    seen, ahead = {consonant}, [consonant]
    while ahead:
        letter = ahead.pop()
        for pair in ONE_CONSONANT | NEAR_CONSONANT:
            if letter in pair and not set(pair) <= seen:
                ahead += set(pair) - seen
                seen |= set(pair)
    return min(seen)
