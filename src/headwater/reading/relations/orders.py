"""Who waits for, takes or acts on whose orders."""

from collections.abc import Iterator
from itertools import product

from headwater.lexicon import tie_words
from headwater.model import ActorKind, Mention
from headwater.reading.relations.clauses import agents, is_passive, objects, subjects
from headwater.reading.relations.scene import Scene, Seen
from headwater.reading.relations.strength import is_denied

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
                    else Seen(who, _kind(scene, at, verb), whose, at)
                )


def _kind(scene: Scene, at: int, verb: int) -> str:
    """Tell who acts on orders from who waits for them, or does nothing without them."""
    is_obeying = scene.word(verb) in tie_words().obeying and scene.preposition(at) != "without"
    return "takes_orders_from" if is_obeying else "awaits_orders_from"


def _is_awaited(scene: Scene, at: int, verb: int) -> bool:
    if scene.preposition(at) == "without":
        return True
    is_told = scene.word(verb) in tie_words().awaiting and scene.is_in(at, "obj", "obl")
    return is_told and not (is_denied(scene, verb) or is_denied(scene, at))


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
    # "Takes its orders from Sudor": whose they are said to be is who gets them.
    return (
        (behind if scene.under(at, "nmod:poss") else ())
        or found
        or beside
        or behind
        or (
            agents(scene, verb)
            if is_passive(scene, verb) and scene.preposition(at) != "by"
            else ()
        )
    )
