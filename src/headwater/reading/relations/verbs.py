"""Ties of verbs: "Nordia funds the Red Reeds", "rebels backed by Nordia", "X and Y fought"."""

from collections.abc import Iterator
from itertools import product

from headwater.lexicon import TieWord, tie_words
from headwater.model import ActorKind, Mention, MentionKind
from headwater.reading.relations.clauses import (
    agents,
    is_passive,
    is_verb,
    objects,
    owners_struck,
    subjects,
)
from headwater.reading.relations.naming import may_act
from headwater.reading.relations.scene import Scene, Seen

_PRESS = frozenset({ActorKind.OUTLET, ActorKind.AGENCY})
_HOSTS = frozenset({ActorKind.PERSON, ActorKind.STATE})
_WHOLES = frozenset({ActorKind.GROUP, ActorKind.ORGANISATION, ActorKind.PARTY})


def find_deeds(scene: Scene) -> Iterator[Seen]:
    """Yield the ties that the verbs of a sentence make."""
    known = tie_words().verbs
    for at, token in enumerate(scene.tokens):
        tie = known.get(token.lower)
        if tie and is_verb(scene, at):
            yield from _otherwise(scene, at, tie)
            for doer, done_to in _pairs(scene, at, tie):
                if not _may_hold(tie, doer, done_to):
                    continue
                pair = (done_to, doer) if tie.turned else (doer, done_to)
                kind = _asked(scene, at, tie) or _kind(tie, doer, done_to)
                yield Seen(pair[0], kind, pair[1], at)


def _otherwise(scene: Scene, verb: int, tie: TieWord) -> Iterator[Seen]:
    """Yield the ties of a verb behind prepositions that make another of it: "speaks for the Reeds"."""
    if is_passive(scene, verb):
        return
    for preposition, kind in tie.instead.items():
        whom = objects(scene, verb, frozenset({preposition}))
        for doer, other in product(subjects(scene, verb), whom):
            if ActorKind.PLACE not in {doer.type, other.type}:
                yield Seen(doer, kind, other, verb)


def find_sides(scene: Scene) -> Iterator[Seen]:
    """Yield who acts at whose side: "fought alongside the Red Reeds"."""
    for at, token in enumerate(scene.tokens):
        if (
            token.lower in tie_words().beside
            and token.tag in {"ADP", "SCONJ"}
            and scene.is_in(at, "case")
        ):
            whom = scene.tokens[at].head
            verb = scene.tokens[whom].head
            if (
                verb < 0
                or scene.tokens[verb].tag != "VERB"
                or not scene.is_in(whom, "obl", "nmod")
            ):
                continue
            for doer, other in product(subjects(scene, verb), scene.parties(whom)):
                if ActorKind.PLACE not in {doer.type, other.type}:
                    yield Seen(doer, "coordinates_with", other, verb)


def _pairs(scene: Scene, verb: int, tie: TieWord) -> Iterator[tuple[Mention, Mention]]:
    if tie.infinitive and not _says_what(scene, verb):
        return
    if is_passive(scene, verb):
        if "" in tie.by and not tie.turned:
            yield from product(agents(scene, verb), subjects(scene, verb))
        return
    doers = subjects(scene, verb)
    done_to = objects(scene, verb, tie.by) or _through(scene, verb, tie)
    if tie.kind == "attacks":
        done_to += owners_struck(scene, verb)
    if tie.mutual and not done_to and len(doers) > 1:
        yield from ((doers[0], other) for other in doers[1:])
    yield from product(doers, done_to)


def _through(scene: Scene, verb: int, tie: TieWord) -> tuple[Mention, ...]:
    """In "coordinates its attacks with the Reeds", give the Reeds, also where the tree has them under the attacks."""
    if "" in tie.by:
        return ()
    behind = (k for n in scene.under(verb, "obj") for k in scene.under(n, "nmod"))
    return tuple(p for k in behind if scene.preposition(k) in tie.by for p in scene.parties(k))


def _asked(scene: Scene, verb: int, tie: TieWord) -> str | None:
    """Give the tie of a verb behind which it says what to do: "advised them to wait"."""
    return tie.to_do if tie.to_do and _says_what(scene, verb) else None


def _kind(tie: TieWord, doer: Mention, done_to: Mention) -> str:
    """Tell who takes a town from who takes a man, and a state that hosts rebels from a minister who hosts guests."""
    if tie.of_place and done_to.type is ActorKind.PLACE:
        return tie.of_place
    return "met_with" if tie.kind == "hosts" and doer.type is ActorKind.PERSON else tie.kind


def _says_what(scene: Scene, verb: int) -> bool:
    clauses = scene.under(verb, "xcomp", "advcl", "ccomp")
    return any(scene.word(k) == "to" for c in clauses for k in scene.under(c, "mark"))


def _may_hold(tie: TieWord, doer: Mention, done_to: Mention) -> bool:
    if not may_act(doer) or (tie.kind == "gives_instructions_to" and done_to.type in _PRESS):
        return False
    if tie.turned:
        # "the alliance includes X and Y": a class or a body has members, and they are no people or places.
        return (
            doer.type in _WHOLES
            and done_to.kind is MentionKind.NAME
            and done_to.type is not ActorKind.PLACE
        )
    if done_to.type is ActorKind.PLACE:
        return tie.place or tie.of_place is not None
    if tie.kind == "member_of" and done_to.type is ActorKind.STATE:
        return False  # who joins a state in something is no part of it
    if tie.kind == "met_with" and tie.by == {""} and not tie.mutual:  # who receives a guest
        return done_to.type is ActorKind.PERSON and doer.type in _HOSTS
    return tie.kind != "controls" or done_to.type is not ActorKind.PERSON
