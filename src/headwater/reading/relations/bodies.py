"""Whose an office or a part is: the body that the words around a noun name."""

from headwater.lexicon import TieWord, tie_words
from headwater.model import ActorKind, Mention
from headwater.reading.relations.naming import may_act
from headwater.reading.relations.scene import Scene

_NOT_OF_STATES = frozenset({"leads", "commands", "member_of", "deputy_commander_of", "part_of"})
#: Citizens are no members of their state, and "Iran's shadow commander" does not command it.
_NEVER_OF_STATES = frozenset({"member_of", "commands", "deputy_commander_of"})
_PLACES = frozenset({ActorKind.STATE, ActorKind.PLACE})
_OWNING = frozenset({"'s", "’s", "'", "’"})


def bodies_of(scene: Scene, at: int, tie: TieWord) -> tuple[Mention, ...]:
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
    capitals = tie.state and tie.kind not in _NOT_OF_STATES  # "Tehran's ambassador"
    return tuple(
        p
        for p in found
        if tie.place
        or p.type not in barred
        or (capitals and p.type is ActorKind.PLACE and may_act(p))
    )


def state_before(scene: Scene, first: int, tie: TieWord) -> Mention | None:
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


def is_former_at(scene: Scene, at: int, first: int) -> bool:
    """Tell whether the words before an office, or over it, say that it is held no more."""
    former = tie_words().former
    before = {scene.word(first - 1)} | (
        {scene.word(first - 2)} if scene.word(first - 1) == "-" else set()
    )
    near = {scene.word(k) for k in scene.under(at, "amod", "advmod", "compound")}
    over = scene.tokens[at].head
    if over >= 0 and scene.tokens[at].relation in {"nmod:desc", "compound", "flat"}:
        near |= {scene.word(k) for k in scene.under(over, "amod") if k < at}
    return bool(former & (before | near))
