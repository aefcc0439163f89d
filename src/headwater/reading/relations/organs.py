"""Whose a body is, and whom a body holds: "Iran's Quds Force", "factions, including the Reeds"."""

from collections.abc import Iterator

from headwater.lexicon import tie_words
from headwater.model import ActorKind, Mention, MentionKind
from headwater.reading.relations.scene import Scene, Seen

_BODIES = frozenset({ActorKind.ARMED_GROUP, ActorKind.STATE_ORGAN, ActorKind.ORGANISATION, ActorKind.PARTY})  # fmt: skip
_OWNING = frozenset({"'s", "’s", "'", "’"})
_PRESS = frozenset({ActorKind.OUTLET, ActorKind.AGENCY})


def find_organs(scene: Scene) -> Iterator[Seen]:
    """Yield the organs of states, the press of states, and the members that a class of bodies is told by."""
    heads = {
        name.id: at
        for at, name in sorted(scene.names.items())
        if scene.tokens[at].head < 0 or scene.names.get(scene.tokens[at].head) is not name
    }
    for at in sorted(heads.values()):
        name = scene.names[at]
        state = _state_before(scene, at)
        if state and name.type is ActorKind.STATE_ORGAN and state is not name:
            yield Seen(name, "part_of", state, at)
    for at, token in enumerate(scene.tokens):
        if (
            token.lower in tie_words().press
            and (state := _state_near(scene, at))
            and _is_state_run(scene, at)
        ):
            party = scene.party(at)
            if party and party.type in _PRESS:
                yield Seen(party, "state_media_of", state, at)
        if token.lower in tie_words().members:
            yield from _members(scene, at)


def _state_before(scene: Scene, at: int) -> Mention | None:
    near = [k for k in scene.under(at, "nmod:poss", "amod", "compound") if k < at]
    if scene.is_in(at, "compound", "nmod:desc", "flat") and scene.tokens[at].head > at:
        near += [
            k
            for k in scene.under(scene.tokens[at].head, "nmod:poss", "amod", "compound")
            if k < at
        ]
    first = at
    while first and scene.names.get(first - 1) is scene.names.get(at) is not None:
        first -= 1
    if scene.word(first - 1) in _OWNING:
        near.append(first - 2)
    found = (scene.names.get(k) for k in near if "and" not in map(scene.word, range(k, at)))
    return next((n for n in found if n and n.type is ActorKind.STATE), None)


def _state_near(scene: Scene, at: int) -> Mention | None:
    near = (scene.names.get(n) for n in range(max(0, at - 4), at))
    return next((n for n in near if n and n.type is ActorKind.STATE), None)


def _is_state_run(scene: Scene, at: int) -> bool:
    return any(scene.word(n) in tie_words().state_media for n in range(max(0, at - 3), at))


def _members(scene: Scene, at: int) -> Iterator[Seen]:
    """Read "armed factions, including the Red Reeds and the Herons": each is one of them."""
    over = scene.tokens[at].head
    if over <= at or not scene.is_in(at, "case", "mark"):
        return
    named = [m for m in scene.parties(over) if m.kind is MentionKind.NAME and m.type in _BODIES]
    whole = next(
        (
            p
            for n in range(at - 1, max(-1, at - 9), -1)
            if n not in scene.names
            and scene.word(n) in tie_words().bodies
            and (p := scene.party(n))
        ),
        None,
    )
    if whole and whole.type is ActorKind.GROUP:
        yield from (Seen(name, "member_of", whole, at) for name in named)
