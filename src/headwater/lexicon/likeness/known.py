"""What the registry says of two names. Strings propose, the registry decides."""

from collections.abc import Callable, Mapping

from headwater.lexicon.entry import Entry, NameForm
from headwater.lexicon.likeness.bodies import is_acronym
from headwater.lexicon.likeness.parts import split_person, untitled
from headwater.lexicon.likeness.verdict import Likeness, Verdict, different, same, unclear
from headwater.lexicon.registry import Registry
from headwater.model import ActorKind

#: Compares two names by their words alone.
Compare = Callable[[str, str], Likeness]
#: Forms that are no names of the actor itself.
_NO_NAME = frozenset({"demonym", "adjective", "metonym"})

#: Forms that another name cannot be a spelling of. PLA is one army's, and the initials of three.
_NOT_SPELLED = _NO_NAME | {"acronym"}


def judge_known(
    one: str, other: str, known: Registry, kind: ActorKind | None, compare: Compare
) -> Likeness | None:
    """Judge two names by the actors that go by them; None if the registry cannot tell.

    Args:
        one: A name.
        other: Another.
        known: The registry.
        kind: Only actors of this kind; persons are told from all others, no more.
        compare: What compares a name that the registry lacks with the names of an actor.
    """
    mine, theirs = _readings(one, known, kind), _readings(other, known, kind)
    if mine and theirs:
        return _of_two(mine, theirs, known)
    if not mine and not theirs:
        return None
    name, readings = (other, mine) if mine else (one, theirs)
    written = one if mine else other
    return _of_one(name, written, readings, known, compare)


def _readings(name: str, known: Registry, kind: ActorKind | None) -> Mapping[str, NameForm]:
    """Give the actors that go by a name: by its strong forms, if it is one of any."""
    found = _of_exactly(name, known, kind) or _untitled(name, known, kind)
    strong = {key: form for key, form in found.items() if not form.weak}
    return strong or found


def _untitled(name: str, known: Registry, kind: ActorKind | None) -> Mapping[str, NameForm]:
    if kind not in (None, ActorKind.PERSON):
        return {}
    return _of_exactly(untitled(name), known, ActorKind.PERSON)


def _of_exactly(name: str, known: Registry, kind: ActorKind | None) -> Mapping[str, NameForm]:
    return {
        key: form
        for key, form in known.of_name(name)
        if form.how not in _NO_NAME and _is_of_kind(known.entries[key], kind)
    }


def _is_of_kind(entry: Entry, kind: ActorKind | None) -> bool:
    """Tell persons from all others; a place is one only where a place or a state is meant."""
    if kind is None:
        return True
    if entry.kind is ActorKind.PLACE:
        return kind in (ActorKind.PLACE, ActorKind.STATE)
    return (entry.kind is ActorKind.PERSON) == (kind is ActorKind.PERSON)


def _of_two(
    mine: Mapping[str, NameForm], theirs: Mapping[str, NameForm], known: Registry
) -> Likeness | None:
    both = sorted(set(mine) & set(theirs))
    if both:
        return _of_shared(both[0], mine, theirs)
    if all(b in known.distinct_from(a) for a in mine for b in theirs):
        return different(f"{_ids(mine)} is distinct from {_ids(theirs)}")
    if _is_strong(mine) and _is_strong(theirs):
        return different(f"names of {_ids(mine)} and of {_ids(theirs)}")
    return None


def _of_shared(
    shared: str, mine: Mapping[str, NameForm], theirs: Mapping[str, NameForm]
) -> Likeness:
    """One of the two must be nobody else's; a weak one that many share does not tell."""
    others = sorted((set(mine) | set(theirs)) - {shared})
    if others:
        return unclear(f"{shared}, but one is also a name of {', '.join(others)}")
    return same(f"both are names of {shared}")


def _of_one(
    name: str, written: str, readings: Mapping[str, NameForm], known: Registry, compare: Compare
) -> Likeness | None:
    """Compare a name that the registry lacks with all names of the actor that it has."""
    if len(readings) > 1:
        told = unclear(f"{written} is a name of {_ids(readings)}")
        return told if _is_strong(readings) else None
    key = next(iter(readings))
    whole = _alike_form(name, known.entries[key], compare, min_words=_size(name))
    is_spelling = not is_acronym(written) and compare(name, written).verdict is Verdict.SAME
    alike = written if is_spelling else whole
    rivals = [
        rival
        for rival in sorted(known.distinct_from(key))
        if _alike_form(name, known.entries[rival], compare)
    ]
    if rivals:
        return different(f"{name} is as much like {rivals[0]}, which is distinct from {key}")
    if alike and not readings[key].weak:
        return same(f"{written} is a name of {key}", f"{name} is like {alike}")
    if alike or is_acronym(written):
        return unclear(f"{written} is a name of {key}, which has no name like {name}")
    return None


def _alike_form(name: str, entry: Entry, compare: Compare, min_words: int = 0) -> str | None:
    """Give the first strong name of an actor that a name is like.

    Through a shorter one two names would meet that differ in the word it leaves out: Arne Karl
    and Arne Knut, both like Arne. ``min_words`` holds them apart.
    """
    for form in entry.forms:
        is_spelled = not form.weak and form.how not in _NOT_SPELLED
        if not is_spelled or _size(form.text) < min_words:
            continue
        if compare(name, form.text).verdict is Verdict.SAME:
            return form.text
    return None


def _size(name: str) -> int:
    return len(split_person(name).words)


def _is_strong(readings: Mapping[str, NameForm]) -> bool:
    return any(not form.weak for form in readings.values())


def _ids(readings: Mapping[str, NameForm]) -> str:
    return ", ".join(sorted(readings))
