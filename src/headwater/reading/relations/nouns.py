"""Ties of nouns: offices ("commander of the Guard"), parts ("a member of"), acts ("talks between")."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

from headwater.lexicon import TieWord, tie_words
from headwater.model import ActorKind, Mention, MentionKind
from headwater.reading.relations.clauses import objects, owners, subjects
from headwater.reading.relations.holders import holders
from headwater.reading.relations.naming import body_behind
from headwater.reading.relations.scene import Scene, Seen

#: Words before and after the last noun of an office that may belong to it, the longest first.
_WINDOWS = ((-1, 4), (0, 4), (-1, 2), (0, 2), (-1, 0), (0, 0))
_NOT_OF_STATES = frozenset({"leads", "commands", "member_of", "deputy_commander_of", "part_of"})
#: Citizens are no members of their state, and "Iran's shadow commander" does not command it.
_NEVER_OF_STATES = frozenset({"member_of", "commands", "deputy_commander_of"})
_PLACES = frozenset({ActorKind.STATE, ActorKind.PLACE})
_OWNING = frozenset({"'s", "’s", "'", "’"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_SUPPORTED_BY_VERB = frozenset({"obj", "obl", "root", "advcl"})


def find_offices(scene: Scene) -> Iterator[Seen]:
    """Yield what a person is to a body or to another person."""
    for at, token in enumerate(scene.tokens):
        found = _office(scene, at) if token.tag in _NOUNS else None
        if found is None:
            continue
        tie, first, last = found
        is_former = _is_former(scene, at, first) or scene.word(token.head) in tie_words().ends
        kind = _office_kind(scene, at, tie, is_former=is_former)
        title = scene.text[scene.tokens[first].start : scene.tokens[last].end]
        who = holders(scene, at, last)
        bodies = [b for b in _bodies(scene, at, tie) if b not in who]
        lost = (
            None
            if bodies
            else body_behind(scene, last, tie.by) or _state_before(scene, first, tie)
        )
        for holder, over in product(who, [lost] if lost and lost not in who else bodies):
            if holder.type in {ActorKind.PERSON, ActorKind.GROUP, ActorKind.UNNAMED}:
                yield Seen(holder, kind, over, at, title, is_former)


def find_parts(scene: Scene) -> Iterator[Seen]:
    """Yield what an actor is a member, a wing, an ally or a proxy of."""
    known = tie_words().parts
    for at, token in enumerate(scene.tokens):
        tie = known.get(token.lower) if token.tag in _NOUNS and at not in scene.names else None
        if tie is None or _is_former(scene, at, at):
            continue
        for holder, over in product(holders(scene, at, at), _bodies(scene, at, tie)):
            if holder.type is ActorKind.PLACE:
                continue
            pair = (over, holder) if tie.turned else (holder, over)
            yield Seen(pair[0], tie.kind, pair[1], at)


def find_acts(scene: Scene) -> Iterator[Seen]:
    """Yield the ties of "support for", "talks with", "the war between X and Y"."""
    for at, token in enumerate(scene.tokens):
        tie = _act(scene, at) if token.tag in _NOUNS else None
        if tie:
            yield from _of_act(scene, at, tie)


def _of_act(scene: Scene, at: int, tie: TieWord) -> Iterator[Seen]:
    partners = [(k, scene.preposition(k)) for k in _complements(scene, at)]
    if scene.preposition(at) == "in" or scene.under(at, "nmod:poss"):
        # "in support of them", "its support of them": they are not the ones who support.
        partners = [
            (k, "for" if how == "of" and "for" in tie.by else how) for k, how in partners
        ]
    between = [p for k, how in partners if how == "between" for p in _actors(scene, k)]
    others = [
        p
        for k, how in partners
        if how in tie.by - {"between"}
        for p in (
            *(scene.parties(k) if tie.place else _actors(scene, k)),
            *(owners(scene, k) if tie.kind == "attacks" else ()),
        )
    ]
    if tie.kind == "mediates_between":
        yield from (Seen(d, tie.kind, o, at) for d in _doers(scene, at) for o in between)
        return
    if len(between) > 1 and "between" in tie.by:
        yield from (Seen(between[0], tie.kind, other, at) for other in between[1:])
    if others:
        yield from (Seen(d, tie.kind, o, at) for d in _doers(scene, at) for o in others)


def _complements(scene: Scene, at: int) -> tuple[int, ...]:
    """Give what stands behind a noun of doing, also where the tree has it under the verb."""
    own = scene.under(at, "nmod", "obl")
    over = scene.tokens[at].head
    if (
        (own and any(scene.preposition(k) not in {"of", "in", "on"} for k in own))
        or over < 0
        or not scene.is_in(at, "obj", "obl")
    ):
        return own
    return own + tuple(k for k in scene.under(over, "obl") if at < k <= at + 6)


def _actors(scene: Scene, at: int) -> tuple[Mention, ...]:
    return tuple(p for p in scene.parties(at) if p.type is not ActorKind.PLACE)


def _doers(scene: Scene, at: int) -> tuple[Mention, ...]:
    """Give whose doing it is: "Nordian support", "its fight", "X held talks"."""
    own = scene.under(at, "nmod:poss")
    if own and scene.tokens[own[0]].tag == "PRON" and scene.is_in(at, "obj", "obl", "nmod"):
        return _own_doers(scene, at)
    if own:
        return tuple(p for k in own for p in _actors(scene, k))
    beside = [scene.names[k] for k in scene.under(at, "amod", "compound") if k in scene.names]
    if beside:
        return tuple(n for n in beside if n.type is not ActorKind.PLACE)
    of = tuple(
        p
        for k in scene.under(at, "nmod")
        if scene.preposition(k) in {"of", "by"}
        for p in _actors(scene, k)
    )
    if of:
        return of
    token = scene.tokens[at]
    if token.relation not in _SUPPORTED_BY_VERB:
        return ()
    verb = at if token.relation == "root" or scene.under(at, "nsubj") else token.head
    found = subjects(scene, verb)
    return tuple(p for p in found if p.type is not ActorKind.PLACE)


def _own_doers(scene: Scene, at: int) -> tuple[Mention, ...]:
    """ "They intensified their campaign", "backed Nordia in its war": the nearest before it that it can go back to."""
    over = scene.tokens[at].head
    if scene.is_in(at, "nmod"):
        near = scene.parties(over)
    else:
        helped = objects(scene, over, frozenset({""})) if scene.is_in(at, "obl") else ()
        near = helped or subjects(scene, over)
    return tuple(p for p in near if p.type is not ActorKind.PLACE)


def _act(scene: Scene, at: int) -> TieWord | None:
    known = tie_words().acts
    two = f"{scene.word(at - 1)} {scene.word(at)}"
    return known.get(two) or known.get(scene.word(at))


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
                return tie, first, last
    return None


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
    ranked = is_one_of or any(scene.word(k) in words.ranks for k in scene.children[at])
    is_plural = scene.word(at).endswith("s") and tie.kind == "commands"
    return "member_of" if tie.ranked and (ranked or is_plural) else tie.kind


def _is_former(scene: Scene, at: int, first: int) -> bool:
    former = tie_words().former
    before = {scene.word(first - 1)} | (
        {scene.word(first - 2)} if scene.word(first - 1) == "-" else set()
    )
    near = {scene.word(k) for k in scene.under(at, "amod", "advmod", "compound")}
    over = scene.tokens[at].head
    if over >= 0 and scene.tokens[at].relation in {"nmod:desc", "compound", "flat"}:
        near |= {scene.word(k) for k in scene.under(over, "amod") if k < at}
    return bool(former & (before | near))


def _bodies(scene: Scene, at: int, tie: TieWord) -> tuple[Mention, ...]:
    """Give what an office or part is of: "of the Guard", "Nordia's", "Red Reeds", "Nordian"."""
    of = [k for k in scene.under(at, "nmod") if scene.preposition(k) in tie.by | {"of"}]
    found = tuple(p for k in of for p in scene.parties(k))
    if not of:
        owned = scene.under(at, "nmod:poss")
        found = (
            tuple(p for k in owned for p in scene.parties(k))
            or _owner_before(scene, at)
            or _beside(scene, at, tie)
        )
    barred = _PLACES if tie.kind in _NEVER_OF_STATES else frozenset({ActorKind.PLACE})
    if tie.kind in _NOT_OF_STATES:  # bodies are led, not people
        barred |= {ActorKind.PERSON}
    return tuple(p for p in found if tie.place or p.type not in barred)


def _state_before(scene: Scene, first: int, tie: TieWord) -> Mention | None:
    """Give the state right before a title, where the tree has lost it: "US President"."""
    name = scene.names.get(first - 1) if tie.state else None
    return name if name and name.type is ActorKind.STATE else None


def _owner_before(scene: Scene, at: int) -> tuple[Mention, ...]:
    """Give the name before "'s" a few words ahead, where the tree has lost it."""
    for place in range(at - 1, max(0, at - 5), -1):
        if scene.word(place) in _OWNING and (name := scene.names.get(place - 1)):
            return (name,)
        if not scene.tokens[place].is_word:
            break
    return ()


def _beside(scene: Scene, at: int, tie: TieWord) -> tuple[Mention, ...]:
    """Give the name or the body right before a noun: "Red Reeds leader", "Nordian ambassador"."""
    if tie.said:
        return ()
    kids = [
        k
        for k in scene.under(at, "amod", "compound", "nmod")
        if k < at and not any(c < k for c in scene.under(k, "case"))
    ]
    if scene.is_in(at, "nmod:desc") and scene.tokens[at].head > at:
        kids += [k for k in scene.under(scene.tokens[at].head, "amod", "compound") if k < at]
    bodies = [
        n
        for k in kids
        if (n := scene.names.get(k) or (scene.party(k) if scene.is_in(k, "compound") else None))
        and n.end <= scene.tokens[at].start
    ]
    own = [n for n in bodies if n.type not in _PLACES]
    if own:
        return tuple(dict.fromkeys(own))
    may_be_state = tie.state or tie.kind not in _NOT_OF_STATES
    return tuple(dict.fromkeys(bodies)) if may_be_state and bodies else ()
