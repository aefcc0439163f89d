"""What the grammar gives a verb: who acts, whom it is done to, and the nouns behind prepositions."""

from collections.abc import Iterable
from dataclasses import dataclass

from headwater.lexicon import coding
from headwater.reading.events.trees import NOMINAL, RELATIVES, Tree
from headwater.reading.tree import base

#: Prepositions before whom an act is directed at, the nearest first.
AT_WHOM = ("against", "on", "with", "to", "from", "upon", "at", "toward", "towards", "into", "over", "for", "of", "about")  # fmt: skip
VERBAL = frozenset({"VERB", "AUX", "ADJ"})
_STEPS = 4
#: Before what the object of a verb has done, or is kept from doing.
_LAID = frozenset({"of", "for", "from"})


@dataclass(frozen=True, slots=True)
class Frame:
    """What the grammar gives an act, before anybody asks who can act.

    ``obliques`` are nouns behind prepositions, the likeliest recipient first.
    """

    subjects: tuple[int, ...] = ()
    objects: tuple[int, ...] = ()
    obliques: tuple[int, ...] = ()


def verb_frame(tree: Tree, verb: int) -> Frame:
    """Read subject, agent and object; a subject that is left out is looked for above."""
    subjects, patients, objects = (relative(tree, words) for words in _core(tree, verb))
    agents = relative(tree, agents_of(tree, verb))
    obliques = obliques_of(tree, verb)
    if subjects and objects and not tree.under(verb, "aux:pass"):
        # "Chad refused the demand by Kenya": whose demand it is, and not who refuses.
        agents, obliques = (), (*agents, *obliques)
    above = Frame() if subjects or patients or agents else _from_above(tree, verb)
    actors = agents or (() if patients else subjects) or above.subjects
    return Frame(actors, patients or objects or above.objects, obliques)


def agents_of(tree: Tree, verb: int) -> tuple[int, ...]:
    """Give by whom it is done; according to whom it is done, the tree may have for one."""
    return tuple(
        k
        for k in tree.under(verb, "obl:agent")
        if tree.preposition(k) not in {"according", "per"}
    )


def _core(tree: Tree, verb: int) -> tuple[list[int], list[int], list[int]]:
    """Give subjects, subjects it is done to, and objects, as their order corrects the tree.

    English tells them by place: "police arrested the captain" has no passive subject beside its
    object, "it had begun airstrikes" no second subject behind the verb.
    """
    named = tree.under(verb, "nsubj")
    if len(named) > 1:  # "leaders | of factions head for Peru"
        named = tuple(k for k in named if not tree.preposition(k)) or named
    objects = _objects(tree, verb)
    is_active = not tree.under(verb, "aux:pass")
    front = [k for k in objects if k < verb and tree.tokens[k].lower not in RELATIVES]
    if front and not named and is_active and tree.under(verb, "aux"):
        named, objects = tuple(front), [k for k in objects if k not in front]
    behind = [k for k in named if k > verb and named[0] < verb]
    objects += [*behind, *(k for n in named for k in tree.strays(n, verb))]
    named = tuple(k for k in named if k not in behind)
    is_turned = is_active and bool(objects)
    is_fate = tree.has(verb, coding().befalls) and not objects
    patients = [
        k
        for k in named
        if is_fate or (tree.tokens[k].relation == "nsubj:pass" and not is_turned)
    ]
    return [k for k in named if k not in patients], patients, objects


def _objects(tree: Tree, verb: int) -> list[int]:
    """Give the objects; of two side by side, "offered Peru a loan", whom it is offered."""
    to_whom, what = tree.under(verb, "iobj"), tree.under(verb, "obj")
    bare = tuple(k for k in what if not tree.preposition(k))
    what = bare or what  # "threatened the rebels with an assault", the tree has two objects
    is_given = to_whom and all(not tree.preposition(k) for k in to_whom)
    if is_given and what and max(to_whom) < min(what):
        return list(to_whom)
    return [*to_whom, *what]


def relative(tree: Tree, words: Iterable[int]) -> tuple[int, ...]:
    """Give whom words stand for: relative pronouns, titles cut off and owners seen through."""
    told = (tree.titled(tree.owned_by(tree.relative_of(word))) for word in words)
    return tuple(dict.fromkeys(told))


def obliques_of(tree: Tree, word: int) -> tuple[int, ...]:
    """Give the nouns behind prepositions that hang on a word, the likeliest recipient first."""
    found = {
        tree.preposition(k): tree.titled(tree.relative_of(k))
        for k in reversed(tree.under(word, "obl", "nmod"))
        if tree.tokens[k].tag in NOMINAL and tree.tokens[k].relation != "obl:agent"
    }
    return tuple(found[p] for p in AT_WHOM if p in found)


def _from_above(tree: Tree, verb: int, steps: int = _STEPS) -> Frame:
    """Find what a clause without a subject has from the word it hangs on."""
    token = tree.tokens[verb]
    over = token.head
    if over < 0 or not steps:
        return Frame()
    relation = base(token)
    if relation in {"acl", "amod"} and tree.tokens[over].tag in NOMINAL:
        return _from_noun(tree, verb, over)
    if relation == "ccomp" and _is_told_done(tree, verb):
        return Frame(objects=tree.under(verb, "nsubj", "obj", "compound", "nummod"))
    if relation in {"conj", "xcomp", "advcl", "ccomp"} and tree.tokens[over].tag in VERBAL:
        return _from_verb(tree, over, "xcomp" if is_laid_to(tree, verb) else relation, steps)
    return Frame()


def is_laid_to(tree: Tree, verb: int) -> bool:
    """Tell what is laid to the object of the verb above: "accused Y of arming", "charged Y with arming"."""
    marks = {tree.tokens[k].lower for k in tree.under(verb, "mark")}
    over = tree.tokens[verb].head
    laid = _LAID | {"with"} if over >= 0 and tree.has(over, coding().judges) else _LAID
    return bool(marks & laid) and tree.tokens[verb].lower.endswith("ing")


def _is_told_done(tree: Tree, verb: int) -> bool:
    """Tell "reported nine killed", which whoever reports it has not done."""
    is_participle = not tree.tokens[verb].lower.endswith("ing")
    return is_participle and not tree.under(verb, "aux", "mark", "cop")


def _from_noun(tree: Tree, verb: int, noun: int) -> Frame:
    """ "Rockets fired by", "men who fired", "a brigade firing"."""
    token = tree.tokens[verb]
    over = tree.tokens[noun].head
    if tree.under(verb, "mark") and (whose := _owners(tree, noun)):
        return Frame(subjects=whose)  # "the army's readiness to attack"
    if tree.under(verb, "mark") and over >= 0:  # "held a meeting to request"
        is_aim = any(tree.tokens[k].lower == "to" for k in tree.under(verb, "mark"))
        return _from_verb(tree, over, "advcl", _STEPS) if is_aim else Frame()
    is_passive = not token.lower.endswith("ing") and not tree.under(verb, "obj", "mark", "aux")
    if is_passive or (token.relation == "acl:relcl" and tree.under(verb, "nsubj")):
        return Frame(objects=(noun,))
    return Frame(subjects=(noun,)) if token.lower.endswith("ing") else Frame()


def _owners(tree: Tree, noun: int) -> tuple[int, ...]:
    """Whose a readiness, a plan, a decision is: "X's plan to", "the readiness of X to"."""
    of = tuple(tree.behind(noun, {"of"}))
    return (*tree.under(noun, "nmod:poss"), *of)[:1]


def _from_verb(tree: Tree, over: int, relation: str, steps: int) -> Frame:
    """ "X met Y and warned", "X ordered Y to attack", "X left to attack"."""
    objects = relative(tree, tree.under(over, "obj", "iobj"))
    if relation == "xcomp" and objects:
        return Frame(subjects=objects)
    patients = relative(tree, tree.under(over, "nsubj:pass"))
    if relation == "conj" and patients and not agents_of(tree, over):
        return Frame(objects=patients)
    subjects = relative(tree, tree.under(over, "nsubj") or agents_of(tree, over))
    return Frame(subjects=subjects) if subjects else _from_above(tree, over, steps - 1)
