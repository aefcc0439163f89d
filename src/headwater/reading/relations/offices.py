"""Ties of offices: "commander of the Guard", "Nordian Foreign Minister Ilse Varga"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import product

from headwater.lexicon import TieWord, tie_words
from headwater.model import ActorKind, Mention, MentionKind
from headwater.reading.relations.bodies import bodies_of, is_former_at, state_before
from headwater.reading.relations.holders import holders
from headwater.reading.relations.naming import body_behind, is_person, may_act, name_behind
from headwater.reading.relations.scene import Scene, Seen

#: Words before and after the last noun of an office that may belong to it, the longest first.
_WINDOWS = ((-1, 4), (0, 4), (-1, 2), (0, 2), (-1, 0), (0, 0))
_NOUNS = frozenset({"NOUN", "PROPN"})
#: What the deputy of such an office is.
_DEPUTY = {
    "leads": "deputy_commander_of",
    "commands": "deputy_commander_of",
    "president_of": "holds_office_in",
}


def find_offices(scene: Scene) -> Iterator[Seen]:
    """Yield what a person is to a body or to another person."""
    for at, token in enumerate(scene.tokens):
        found = _office(scene, at) if token.tag in _NOUNS else None
        if found is None:
            continue
        tie, first, last = found
        is_former = is_former_at(scene, at, first) or scene.word(token.head) in tie_words().ends
        kind = _office_kind(scene, at, tie, is_former=is_former)
        title = scene.text[scene.tokens[first].start : scene.tokens[last].end]
        who = holders(scene, at, last)
        bodies = [b for b in bodies_of(scene, at, tie) if b not in who]
        lost = None
        if not bodies:
            lost = (
                body_behind(scene, last, tie.by)
                or state_before(scene, first, tie)
                or _behind_holder(scene, last, tie)
                or _led(scene, at, last)
            )
        for holder, over in product(who, [lost] if lost and lost not in who else bodies):
            if holder.type in {ActorKind.PERSON, ActorKind.GROUP, ActorKind.UNNAMED}:
                yield Seen(holder, kind, over, at, title, is_former)


def _led(scene: Scene, at: int, last: int) -> Mention | None:
    """In "Nordian leader Ilse Varga", give Nordia; "a Nordian leader" and "Nordian rebel leader" lead who knows whom."""
    name = scene.names.get(at - 1) if scene.word(at) == "leader" else None
    is_state = name is not None and name.type is ActorKind.STATE
    return name if is_state and name_behind(scene, last) else None


def _behind_holder(scene: Scene, last: int, tie: TieWord) -> Mention | None:
    """In "Prime Minister Ilse Varga of Nordia", give Nordia."""
    at = last + 1
    name = scene.names.get(at)
    if name is None or not is_person(name):
        return None
    while scene.names.get(at + 1) is name:
        at += 1
    found = body_behind(scene, at, frozenset({"of"}))
    return found if found and (may_act(found) or tie.place) and not is_person(found) else None


def _office(scene: Scene, at: int) -> tuple[TieWord, int, int] | None:
    """Give the office a noun is the head of, and the first and last word of its title."""
    known, tokens = tie_words().offices, scene.tokens
    if scene.word(at) not in _office_words():
        return None
    if at in scene.names and scene.names[at].kind is MentionKind.NAME:
        return None
    for before, after in _WINDOWS:
        first, last = at + before, at + after
        if first >= 0 and last < len(tokens):
            words = scene.text[tokens[first].start : tokens[last].end].lower()
            if tie := known.get(words):
                return (
                    None if _is_unheld(scene, first, last) else _whole(scene, tie, first, last)
                )
    return None


def _is_unheld(scene: Scene, first: int, last: int) -> bool:
    """Tell "president-elect" and "shadow minister": whoever is called so does not hold the office."""
    behind = last + 2 if scene.word(last + 1) == "-" else last + 1
    return not tie_words().unheld.isdisjoint({scene.word(first - 1), scene.word(behind)})


def _whole(scene: Scene, tie: TieWord, first: int, last: int) -> tuple[TieWord, int, int]:
    """Take in what stands before an office and is part of it: who is vice president is no president."""
    words = tie_words()
    while True:
        before = first - 2 if scene.word(first - 1) == "-" else first - 1
        if scene.word(before) in words.deputies:
            tie = replace(tie, kind=_DEPUTY.get(tie.kind, tie.kind), former="held_office_in")
        elif scene.word(before) not in words.acting:
            return tie, first, last
        first = before


@cache
def _office_words() -> frozenset[str]:
    return frozenset(
        word for office in tie_words().offices for word in re.findall(r"\w+", office)
    )


def _office_kind(scene: Scene, at: int, tie: TieWord, *, is_former: bool) -> str:
    if is_former:
        return tie.former
    words = tie_words()
    is_one_of = (
        scene.word(scene.tokens[at].head) in {"one", "some"}
        if scene.tokens[at].head >= 0
        else False
    )
    ranked = is_one_of or any(
        scene.word(k) in words.ranks and k not in scene.names for k in scene.children[at]
    )
    is_plural = scene.word(at).endswith("s") and tie.kind == "commands"
    return "member_of" if tie.ranked and (ranked or is_plural) else tie.kind
