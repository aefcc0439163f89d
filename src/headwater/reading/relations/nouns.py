"""Ties of nouns: parts ("a member of"), acts ("talks between")."""

from collections.abc import Iterator
from itertools import product

from headwater.lexicon import TieWord, tie_words
from headwater.model import ActorKind, Mention
from headwater.reading.relations.bodies import bodies_of, is_former_at
from headwater.reading.relations.clauses import agents, own_doers, owners, subjects
from headwater.reading.relations.holders import holders
from headwater.reading.relations.scene import FIRST_PERSON, Scene, Seen

_NOUNS = frozenset({"NOUN", "PROPN"})
_SUPPORTED_BY_VERB = frozenset({"obj", "obl", "root", "advcl"})


def find_parts(scene: Scene) -> Iterator[Seen]:
    """Yield what an actor is a member, a wing, an ally or a proxy of."""
    known = tie_words().parts
    for at, token in enumerate(scene.tokens):
        tie = known.get(token.lower) if token.tag in _NOUNS and at not in scene.names else None
        if tie is None or is_former_at(scene, at, at):
            continue
        for holder, over in product(holders(scene, at, at), bodies_of(scene, at, tie)):
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
    over = scene.tokens[at].head
    if tie.kind == "mediates_between":
        yield from (Seen(d, tie.kind, o, at) for d in _doers(scene, at) for o in between)
        return
    if over >= 0 and scene.is_in(at, "obj") and scene.word(over) in tie_words().brokering:
        doers = subjects(scene, over)
        yield from (Seen(d, "mediates_between", o, over) for d in doers for o in between)
    if over >= 0 and scene.is_in(at, "nsubj") and scene.word(over) in tie_words().brokering:
        brokers = agents(scene, over)  # "talks between X and Y, mediated by Z"
        yield from (Seen(b, "mediates_between", o, over) for b in brokers for o in between)
    if _is_their_own(scene, at, tie):
        both = _doers(scene, at)
        yield from (Seen(both[0], tie.kind, other, at) for other in both[1:])
    if len(between) > 1 and "between" in tie.by:
        yield from (Seen(between[0], tie.kind, other, at) for other in between[1:])
    if others:
        yield from (Seen(d, tie.kind, o, at) for d in _doers(scene, at) for o in others)


def _is_their_own(scene: Scene, at: int, tie: TieWord) -> bool:
    """Tell "X and Y held talks" from what they hold with somebody else or strike, or what others came to."""
    if not tie.mutual or not scene.is_in(at, "obj"):
        return False
    rest = {scene.word(k) for k in range(at + 1, len(scene.tokens))}
    is_struck = scene.word(scene.tokens[at].head) in tie_words().verbs
    return not is_struck and not rest & (tie.by | {"attended"})


def _complements(scene: Scene, at: int) -> tuple[int, ...]:
    """Give what stands behind a noun of doing, also where the tree has it under the verb."""
    own = scene.under(at, "nmod", "obl") + _reached(scene, at)
    over = scene.tokens[at].head
    if (
        (own and any(scene.preposition(k) not in {"of", "in", "on"} for k in own))
        or over < 0
        or not scene.is_in(at, "obj", "obl")
    ):
        return own
    return own + tuple(k for k in scene.under(over, "obl") if at < k <= at + 6)


def _reached(scene: Scene, at: int) -> tuple[int, ...]:
    """Give what stands behind a participle of the noun: "the agreement reached on Monday between X and Y"."""
    return tuple(
        k
        for verb in scene.under(at, "acl")
        if not scene.under(verb, "nsubj")
        for k in scene.under(verb, "obl")
        if scene.preposition(k) == "between"
    )


def _actors(scene: Scene, at: int) -> tuple[Mention, ...]:
    return tuple(p for p in scene.parties(at) if p.type is not ActorKind.PLACE)


def _doers(scene: Scene, at: int) -> tuple[Mention, ...]:
    """Give whose doing it is: "Nordian support", "its fight", "X held talks"."""
    own = scene.under(at, "nmod:poss")
    if own and scene.tokens[own[0]].tag == "PRON" and scene.is_in(at, "obj", "obl", "nmod"):
        first_person = scene.word(own[0]) in FIRST_PERSON
        return _actors(scene, own[0]) if first_person else own_doers(scene, at)
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


def _act(scene: Scene, at: int) -> TieWord | None:
    known = tie_words().acts
    two = f"{scene.word(at - 1)} {scene.word(at)}"
    return known.get(two) or known.get(scene.word(at))
