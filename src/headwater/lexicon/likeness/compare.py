"""Two names, one verdict: the registry first, then the words."""

import re
from functools import lru_cache, partial

from headwater.lexicon.fold import fold_name
from headwater.lexicon.likeness.bodies import compare_bodies
from headwater.lexicon.likeness.known import judge_known
from headwater.lexicon.likeness.persons import compare_persons
from headwater.lexicon.likeness.verdict import Likeness, Verdict, same, unclear
from headwater.lexicon.registry import Registry, registry
from headwater.model import ActorKind

#: Kinds that have no names: the same words elsewhere are somebody else.
_DESCRIBED = (ActorKind.GROUP, ActorKind.UNNAMED)
_HAN = re.compile(r"[\u3400-\u9fff]")
#: Pairs whose verdict is kept: copies bring the same names of speakers again and again.
_KEPT_PAIRS = 16_384


def same_name(
    a: str, b: str, *, kind: ActorKind | None = None, use_registry: bool = True
) -> bool:
    """Tell whether two names are those of one actor, and nothing speaks against it.

    ``compare_names`` says why. False is not "different": it is also "too little to tell".
    """
    found = compare_names(a, b, kind=kind, use_registry=use_registry)
    return found.verdict is Verdict.SAME


def compare_names(
    a: str, b: str, *, kind: ActorKind | None = None, use_registry: bool = True
) -> Likeness:
    """Compare two names: same, different or unclear, with the reasons.

    The registry goes first: two names of one actor are the same, ``distinct_from`` and names of two
    actors are different, whatever they look like. What it does not know is compared word
    for word, in Latin letters and by sound. Precision goes before recall.

    Args:
        a: A name, in any script.
        b: Another; the order of the two does not matter.
        kind: What both are, if known. Without it, the rules for persons and those for all
            others must agree. Groups and unnamed sources have no names: always unclear.
        use_registry: False to compare the words alone.
    """
    if kind in _DESCRIBED:
        return unclear("described, not named")
    return _compare(a, b, kind, registry() if use_registry else None)


@lru_cache(maxsize=_KEPT_PAIRS)
def _compare(a: str, b: str, kind: ActorKind | None, known: Registry | None) -> Likeness:
    by_words = partial(_compare_words, kind=kind)
    told = judge_known(a, b, known, kind, by_words) if known else None
    return told or by_words(a, b)


def _compare_words(one: str, other: str, *, kind: ActorKind | None) -> Likeness:
    if not fold_name(one) or not fold_name(other):
        return unclear("no word of a name")
    if fold_name(one) == fold_name(other):
        return same("the same words")
    found = _compare_spellings(one, other, kind)
    if found.verdict is Verdict.SAME and _HAN.search(one) and _HAN.search(other):
        return unclear(*found.reasons, "but written with other characters")
    return found


def _compare_spellings(one: str, other: str, kind: ActorKind | None) -> Likeness:
    if kind is ActorKind.PERSON:
        return compare_persons(one, other)
    as_bodies = compare_bodies(one, other)
    if kind is not None:
        return as_bodies
    as_persons = compare_persons(one, other)
    if as_persons.verdict is as_bodies.verdict:
        return as_bodies
    return unclear(*as_persons.reasons, *as_bodies.reasons, "persons or not, it would differ")
