"""A user's own actors: read from files, carried by the settings of a run, laid over the shipped registry."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import msgspec

from headwater.errors import BadResource
from headwater.lexicon.entries import read_entries
from headwater.lexicon.entry import Entry
from headwater.lexicon.faults import find_faults
from headwater.lexicon.registry import Registry, choose_registry, shipped_registry

T = TypeVar("T")

#: Registries kept ready. A worker has one run at a time; a notebook may go back and forth between two.
_KEPT = 4


def read_added_actors(paths: Iterable[Path | str]) -> tuple[str, ...]:
    """Read a user's files of actors, for ``LexiconSettings.actors``.

    They are as ``docs/registry.md`` has it. An actor that the shipped registry knows is added to:
    it keeps all it had. Order of files and lines, comments and layout change nothing.

    Returns:
        A line of JSON an actor, as compiled, sorted by id. Empty if there are no files.

    Raises:
        BadResource: If a file breaks the format, or the actors do not fit one another or the
            shipped ones; says which file and entry, what is wrong, and what to do.
        OSError: If a file cannot be opened.
    """
    files: dict[str, str] = {}
    entries: dict[str, Entry] = {}
    for path in map(Path, paths):
        for entry in read_entries(_text_of(path), str(path)):
            where = f"{path}: {entry.id}"
            if entry.id in entries:
                fact = f"this id is taken already, in {files[entry.id]}"
                raise BadResource(fact, where=where, remedy="Merge the two lines.")
            _check_kind(entry, where)
            files[entry.id], entries[entry.id] = str(path), entry
    _check_fit(entries, files)
    return tuple(msgspec.json.encode(entries[key]).decode() for key in sorted(entries))


@contextmanager
def added_actors(actors: Sequence[str]) -> Iterator[None]:
    """Have ``registry()`` give, inside the ``with``, the shipped registry and these actors.

    Held by the context, not by the process: other threads, and whatever comes after, have theirs.
    Not for the body of a generator, whose caller would read with them between two values.

    Args:
        actors: As ``read_added_actors`` gives them.
    """
    with choose_registry(_registry_with(tuple(actors)) if actors else None):
        yield


def digest_added(actors: Sequence[str]) -> str:
    """Give the SHA-256, in hexadecimal, of added actors: what a case records of them."""
    return hashlib.sha256("\n".join(actors).encode()).hexdigest()


@lru_cache(maxsize=_KEPT)
def _registry_with(actors: tuple[str, ...]) -> Registry:
    added = (msgspec.json.decode(line, type=Entry) for line in actors)
    return Registry(_laid_over(added).values())


def _laid_over(added: Iterable[Entry]) -> Mapping[str, Entry]:
    merged = dict(shipped_registry().entries)
    for entry in added:
        known = merged.get(entry.id)
        merged[entry.id] = _added_to(known, entry) if known else entry
    return merged


def _added_to(known: Entry, more: Entry) -> Entry:
    """Give a shipped actor with what a user adds; of one name, the user's form is the one that counts."""
    forms = {form.text: form for form in (*known.forms, *more.forms)}
    return replace(
        known,
        name=more.name,
        country=more.country or known.country,
        capital_of=more.capital_of or known.capital_of,
        lang=_both(known.lang, more.lang),
        domains=_both(known.domains, more.domains),
        forms=tuple(forms.values()),
        roles=_both(known.roles, more.roles),
        ties=_both(known.ties, more.ties),
        distinct_from=_both(known.distinct_from, more.distinct_from),
    )


def _both(first: tuple[T, ...], second: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def _check_fit(entries: Mapping[str, Entry], files: Mapping[str, str]) -> None:
    """Refuse the first entry of the files that breaks the rules of the registry as a whole."""
    if not entries:  # looking through all of the registry takes a second
        return
    faults = find_faults(_laid_over(entries.values()).values(), entries)
    if faults:
        order = list(entries)
        first = min(faults, key=lambda fault: order.index(fault.entry_id))
        where = f"{files[first.entry_id]}: {first.entry_id}"
        raise BadResource(first.fact, where=where, remedy=first.remedy)


def _check_kind(entry: Entry, where: str) -> None:
    known = shipped_registry().entries.get(entry.id)
    if known and known.kind is not entry.kind:
        raise BadResource(
            f"the shipped registry has this id as {known.kind}, not {entry.kind}",
            where=where,
            remedy="Give the actor an id of its own, or the kind that it has.",
        )


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise BadResource(
            f"it is not UTF-8 ({error})", where=str(path), remedy="Save it as UTF-8."
        ) from error
