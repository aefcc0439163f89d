"""Who does an act and whom it is done to, by the tree and by what the engine ties to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from headwater.lexicon import coding
from headwater.reading.events.acts import Act
from headwater.reading.events.trees import NOMINAL, Tree, base

#: Prepositions before whom or what an act is directed at, the nearest first.
_AT_WHOM = (
    "against", "on", "with", "upon", "to", "at", "toward", "towards", "from", "over", "into", "of", "for", "about", "in",
)  # fmt: skip
#: The same behind a noun.
_ON_WHOM = ("against", "on", "upon", "with", "to", "at", "toward", "towards", "into", "for", "over", "about", "in")
#: Types whose noun's "of" names who acts: "the withdrawal of the brigade".
_OF_ACTOR = frozenset({"RETREAT", "MOBILIZE", "PROTEST", "AGREE", "CONSULT", "REQUEST", "SUPPORT", "CONCEDE"})
_SYMMETRIC = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_VERBAL = frozenset({"VERB", "AUX", "ADJ"})
_STEPS = 4


@dataclass(frozen=True, slots=True)
class Roles:
    """Words of a sentence by number: who acts, and whom it is done to."""

    actors: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()


def find_roles(act: Act, acts: frozenset[int]) -> Roles:
    """Find the heads of the phrases that name actor and recipient.

    Args:
        act: The act.
        acts: The numbers of all words of its sentence that report an act.
    """
    tree = act.tree
    own = _of_verb(tree, act.word) if tree.tokens[act.word].tag in _VERBAL else _of_noun(act)
    actors = own.actors or _head(act, act.predicate.actor, acts)
    recipients = own.recipients or tuple(
        word for word in _head(act, act.predicate.recipient, acts) if word not in actors
    )
    recipients = recipients or _further(act, actors)
    actors, recipients = _joined(tree, actors), _joined(tree, recipients)
    recipients = tuple(word for word in recipients if word not in actors)
    if not recipients and len(actors) > 1 and is_mutual(act):
        recipients = actors
    return Roles(actors, recipients)


def is_mutual(act: Act) -> bool:
    """Tell whether both sides do it to each other: "met", "clashed"."""
    return act.type in _SYMMETRIC or act.lemma in coding().mutual


def _head(act: Act, start: int | None, acts: frozenset[int]) -> tuple[int, ...]:
    word = None if start is None else act.tree.head_of(start, stop=acts)
    return () if word is None or word == act.word else (act.tree.relative_of(word),)


def _joined(tree: Tree, words: Iterable[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(w for word in words for w in tree.conjuncts(word)))


# ---- verbs


def _of_verb(tree: Tree, verb: int) -> Roles:
    """Read subject, agent and object; a subject that is left out is looked for above."""
    subjects = _relative(tree, [k for k in tree.kids(verb, "nsubj") if tree.tokens[k].relation != "nsubj:pass"])
    patients = _relative(tree, tree.kids(verb, "nsubj:pass"))
    agents = _relative(tree, tree.kids(verb, "obl:agent"))
    objects = _relative(tree, tree.kids(verb, "iobj") or tree.kids(verb, "obj"))
    above = Roles() if subjects or patients or agents else _from_above(tree, verb)
    actors = agents or (() if patients else subjects) or above.actors
    return Roles(actors, patients or objects or above.recipients or _obliques(tree, verb))


def _relative(tree: Tree, words: Sequence[int]) -> tuple[int, ...]:
    return tuple(tree.relative_of(word) for word in words)


def _obliques(tree: Tree, verb: int) -> tuple[int, ...]:
    found = {
        tree.preposition(k): k
        for k in reversed(tree.kids(verb, "obl"))
        if tree.tokens[k].tag in NOMINAL and tree.tokens[k].relation != "obl:unmarked"
    }
    return next(((found[p],) for p in _AT_WHOM[:9] if p in found), ())


def _from_above(tree: Tree, verb: int, steps: int = _STEPS) -> Roles:
    """Find the roles that a clause without a subject has from the word it hangs on."""
    token = tree.tokens[verb]
    over = token.head
    if over < 0 or not steps:
        return Roles()
    if base(token) in {"acl", "amod"} and tree.tokens[over].tag in NOMINAL:
        is_done_to_it = token.lower.endswith(("ed", "en", "wn", "ld", "nt")) and not tree.kids(verb, "obj")
        if token.relation == "acl:relcl" or is_done_to_it:
            return Roles(recipients=(over,))
        return Roles(actors=(over,)) if token.lower.endswith("ing") else Roles()
    if base(token) in {"conj", "xcomp", "advcl", "ccomp"} and tree.tokens[over].tag in _VERBAL:
        return _from_verb(tree, over, base(token), steps)
    return Roles()


def _from_verb(tree: Tree, over: int, relation: str, steps: int) -> Roles:
    objects = _relative(tree, tree.kids(over, "obj") or tree.kids(over, "iobj"))
    if relation == "xcomp" and objects:
        return Roles(actors=objects)
    own = _of_verb(tree, over) if steps > 1 else Roles()
    if relation == "conj" and tree.kids(over, "nsubj:pass") and tree.kids(over, "aux:pass"):
        return Roles(recipients=own.recipients) if not own.actors else Roles()
    return Roles(actors=own.actors)


# ---- nouns


def _of_noun(act: Act) -> Roles:
    """Read "X's attack on Y", "attack by X on Y", "talks between X and Y", "the arrest of X by Y"."""
    tree, noun = act.tree, act.word
    by = {}
    for k in reversed(tree.kids(noun, "nmod", "obl")):
        if tree.tokens[k].tag in NOMINAL and tree.tokens[k].relation != "nmod:poss":
            by[tree.preposition(k)] = k
    owners = tree.kids(noun, "nmod:poss") or [
        k for k in tree.kids(noun, "amod", "compound") if tree.tokens[k].text[0].isupper()
    ]
    lent = _lent(act)
    if "between" in by:
        pair = tree.conjuncts(by["between"])
        return Roles(pair[:1], pair[1:] or pair)
    actors = tuple(by[p] for p in ("by",) if p in by) or tuple(owners) or lent.actors
    if "of" in by:
        if act.type in _OF_ACTOR and not actors:
            actors = (by["of"],)
        else:
            by.setdefault("on", by["of"])
    if "from" in by and not actors:
        actors = (by["from"],)
    recipients = next(((by[p],) for p in _ON_WHOM[:-1] if p in by), ()) or lent.recipients
    return Roles(actors, recipients)


def _lent(act: Act) -> Roles:
    """Give the roles that the light verb has for its noun."""
    if act.lent_by is None:
        return Roles()
    tree, verb = act.tree, act.lent_by
    own = _of_verb(tree, verb)
    others = tuple(w for w in own.recipients if w != act.word)
    obliques = _obliques(tree, verb)
    if tree.tokens[verb].lemma in coding().light["takes"]:
        givers = tuple(k for k in tree.kids(verb, "obl") if tree.preposition(k) == "from")
        return Roles(givers, own.actors)
    return Roles(own.actors, others or tuple(w for w in obliques if w != act.word))


# ---- farther off


def _further(act: Act, actors: Sequence[int]) -> tuple[int, ...]:
    """Look for whom an act is done to in its clause: who is to act, then whoever is named there."""
    tree = act.tree
    for clause in tree.kids(act.word, "ccomp", "xcomp"):
        subjects = _relative(tree, tree.kids(clause, "nsubj"))
        named = [w for w in subjects if tree.tokens[w].tag != "PRON" and w not in actors]
        if named:
            return (named[0],)
    return ()
