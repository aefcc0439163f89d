"""Who waits for, takes or acts on whose orders."""

from collections.abc import Iterator
from itertools import product

from headwater.lexicon import tie_words
from headwater.model import ActorKind, Mention
from headwater.reading.relations.clauses import agents, is_passive, objects, subjects
from headwater.reading.relations.scene import Scene, Seen

_FROM = frozenset({"from", "of", "by"})


def find_orders(scene: Scene) -> Iterator[Seen]:
    """Yield "X awaits orders from Y", "X will not move without Iranian orders", "bound by Iranian orders"."""
    words = tie_words()
    for at, token in enumerate(scene.tokens):
        verb = token.head
        if token.lower not in words.orders or token.tag not in {"NOUN", "PROPN"} or verb < 0:
            continue
        if not _is_awaited(scene, at, verb):
            continue
        bound = is_passive(scene, verb) and scene.preposition(at) == "by"
        for who, whose in product(subjects(scene, verb), _givers(scene, at, verb)):
            if who.type is not ActorKind.PLACE:
                yield (
                    Seen(whose, "commands", who, at)
                    if bound
                    else Seen(who, "awaits_orders_from", whose, at)
                )


def _is_awaited(scene: Scene, at: int, verb: int) -> bool:
    if scene.preposition(at) == "without":
        return True
    return scene.word(verb) in tie_words().awaiting and scene.is_in(at, "obj", "obl")


def _givers(scene: Scene, at: int, verb: int) -> tuple[Mention, ...]:
    """Give whose orders they are: "from Sudor", "Sudor's", "Iranian", or behind the verb."""
    own = [
        k
        for k in scene.under(at, "nmod", "nmod:poss")
        if scene.is_in(k, "nmod:poss") or scene.preposition(k) in _FROM
    ]
    found = tuple(p for k in own for p in scene.parties(k))
    beside = tuple(
        scene.names[k] for k in scene.under(at, "amod", "compound") if k in scene.names
    )
    behind = () if is_passive(scene, verb) else objects(scene, verb, frozenset({"from"}))
    return (
        found
        or beside
        or behind
        or (
            agents(scene, verb)
            if is_passive(scene, verb) and scene.preposition(at) != "by"
            else ()
        )
    )
