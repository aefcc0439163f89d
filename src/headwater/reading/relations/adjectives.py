"""Ties of adjectives and compounds: "loyal to Sudor", "Iran-backed", "pro-Nordia"."""

from collections.abc import Iterator
from itertools import product

from headwater.lexicon import tie_words
from headwater.model import ActorKind, Mention
from headwater.reading.relations.clauses import subjects
from headwater.reading.relations.scene import Scene, Seen

_PLACES = frozenset({ActorKind.STATE, ActorKind.PLACE})


def find_leanings(scene: Scene) -> Iterator[Seen]:
    """Yield whom an actor is loyal to, backed by, aligned with, for or against."""
    words = tie_words()
    for at, token in enumerate(scene.tokens):
        if token.lower in words.adjectives:
            yield from _loyal(scene, at)
        if token.lower in words.compounds and scene.word(at - 1) == "-":
            yield from _compound(scene, at)
        if token.lower in words.prefixes and scene.word(at + 1) == "-":
            yield from _prefixed(scene, at)


def _loyal(scene: Scene, at: int) -> Iterator[Seen]:
    tie = tie_words().adjectives[scene.word(at)]
    whom = [
        p
        for k in scene.under(at, "obl", "nmod", "obj")
        if scene.preposition(k) in tie.by
        for p in scene.parties(k)
    ]
    over = scene.tokens[at].head
    if scene.is_in(at, "case") and scene.word(at + 1) in tie.by:
        # The tree may take "loyal to" for a preposition.
        whom, modified = list(scene.parties(over)), _party_over(scene, over)
    else:
        modified = _modified(scene, at) if whom else ()
    yield from (
        Seen(who, tie.kind, other, at)
        for who, other in product(modified, whom)
        if who.type is not ActorKind.PLACE
    )


def _party_over(scene: Scene, at: int) -> tuple[Mention, ...]:
    over = scene.tokens[at].head
    own = scene.party(over) if over >= 0 else None
    return (own,) if own else ()


def _modified(scene: Scene, at: int) -> tuple[Mention, ...]:
    """Give whoever an adjective is said of."""
    over = scene.tokens[at].head
    if scene.is_in(at, "amod", "acl") and over >= 0 and not scene.under(at, "nsubj"):
        own = scene.party(over)
        return (own,) if own else ()
    return subjects(scene, at)


def _compound(scene: Scene, at: int) -> Iterator[Seen]:
    """Read "Iran-backed group"."""
    tie, other = tie_words().compounds[scene.word(at)], scene.names.get(at - 2)
    head = scene.tokens[at].head
    who = _headed(scene, head, at) if head >= 0 else None
    if not other or not who or other.end != scene.tokens[at - 1].start:
        return
    if who.type in _PLACES and tie.kind != "controls":
        return
    pair = (other, who) if tie.turned else (who, other)
    yield Seen(pair[0], tie.kind, pair[1], at)


def _prefixed(scene: Scene, at: int) -> Iterator[Seen]:
    """Read "pro-X Y" and "anti-X Y"."""
    tie, other = tie_words().prefixes[scene.word(at)], scene.names.get(at + 2)
    if other is None:
        return
    last = max(n for n, m in scene.names.items() if m is other)
    head = scene.tokens[at].head
    while 0 <= head <= last:
        head = scene.tokens[head].head
    who = (_headed(scene, head, last) if head > last else None) or _heading(scene, last + 1)
    if who and who.type not in _PLACES:
        yield Seen(who, tie.kind, other, at)


def _heading(scene: Scene, at: int) -> Mention | None:
    """Give the actor whose phrase goes on at a word, where the tree hangs "pro" elsewhere."""
    while (
        at < len(scene.tokens)
        and scene.is_in(at, "amod", "compound")
        and scene.tokens[at].head > at
    ):
        at = scene.tokens[at].head
    return scene.party(at) if at < len(scene.tokens) else None


def _headed(scene: Scene, head: int, behind: int) -> Mention | None:
    """Give the actor at a head that stands behind its modifier; verbs and names before it are none."""
    return scene.party(head) if head > behind else None
