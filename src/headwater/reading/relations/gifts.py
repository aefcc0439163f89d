"""Who arms or pays whom by what changes hands: "supplied the Reeds with rockets", "gets its money from Nordia"."""

from collections.abc import Iterator
from itertools import product

from headwater.lexicon import tie_words
from headwater.model import ActorKind, Mention
from headwater.reading.relations.clauses import agents, is_passive, objects, subjects
from headwater.reading.relations.scene import Scene, Seen

_BARE, _WITH, _TO, _FROM = (frozenset({word}) for word in ("", "with", "to", "from"))


def find_gifts(scene: Scene) -> Iterator[Seen]:
    """Yield who arms or funds whom, where a verb of giving or getting has weapons or money beside it."""
    words = tie_words()
    for at, token in enumerate(scene.tokens):
        if token.tag != "VERB" or token.lower not in words.giving | words.getting:
            continue
        kind = _kind(scene, at)
        if kind is None:
            continue
        for giver, taker in _hands(scene, at, is_given=token.lower in words.giving):
            if ActorKind.PLACE not in {giver.type, taker.type}:
                yield Seen(giver, kind, taker, at)


def _kind(scene: Scene, verb: int) -> str | None:
    """Tell by what changes hands, before or behind the verb, whether somebody is armed or paid."""
    words = tie_words()
    near = [
        k
        for k in scene.under(verb, "obj", "nsubj", "obl")
        if scene.preposition(k) in _BARE | _WITH
    ]
    if any(scene.word(k) in words.weapons for k in near):
        return "arms"
    return "funds" if any(scene.word(k) in words.money for k in near) else None


def _hands(scene: Scene, verb: int, *, is_given: bool) -> Iterator[tuple[Mention, Mention]]:
    """Pair who gives with who gets."""
    if is_passive(
        scene, verb
    ):  # "was supplied with rockets by", "rockets were sent to them by"
        takers = objects(scene, verb, _TO) or subjects(scene, verb)
        yield from product(agents(scene, verb), takers) if is_given else ()
    elif is_given:
        takers = objects(scene, verb, _TO) or objects(scene, verb, _BARE)
        yield from product(subjects(scene, verb), takers)
    else:
        yield from product(objects(scene, verb, _FROM), subjects(scene, verb))
