"""Ties of verbs: "Nordia funds the Red Reeds", "rebels backed by Nordia", "X and Y fought"."""

from collections.abc import Iterator
from itertools import product

from headwater.lexicon import TieWord, tie_words
from headwater.model import ActorKind, Mention
from headwater.reading.relations.clauses import agents, is_passive, objects, subjects
from headwater.reading.relations.scene import Scene, Seen

_PRESS = frozenset({ActorKind.OUTLET, ActorKind.AGENCY})
_NO_DOERS = frozenset({ActorKind.PLACE})


def find_deeds(scene: Scene) -> Iterator[Seen]:
    """Yield the ties that the verbs of a sentence make."""
    known = tie_words().verbs
    for at, token in enumerate(scene.tokens):
        tie = known.get(token.lower)
        if tie and token.tag == "VERB":
            for doer, done_to in _pairs(scene, at, tie):
                if _may_hold(tie, doer, done_to):
                    yield Seen(doer, tie.kind, done_to, at)


def _pairs(scene: Scene, verb: int, tie: TieWord) -> Iterator[tuple[Mention, Mention]]:
    if tie.infinitive and not _says_what(scene, verb):
        return
    if is_passive(scene, verb):
        if "" in tie.by:
            yield from product(agents(scene, verb), subjects(scene, verb))
        return
    doers, done_to = subjects(scene, verb), objects(scene, verb, tie.by)
    if tie.mutual and not done_to and len(doers) > 1:
        yield from ((doers[0], other) for other in doers[1:])
    yield from product(doers, done_to)


def _says_what(scene: Scene, verb: int) -> bool:
    clauses = scene.under(verb, "xcomp", "advcl", "ccomp")
    return any(scene.word(k) == "to" for c in clauses for k in scene.under(c, "mark"))


def _may_hold(tie: TieWord, doer: Mention, done_to: Mention) -> bool:
    if doer.type in _NO_DOERS or (tie.kind == "gives_instructions_to" and done_to.type in _PRESS):
        return False
    if done_to.type is ActorKind.PLACE:
        return tie.place
    return tie.kind != "controls" or done_to.type not in {ActorKind.PERSON}
