"""What the grammar gives an act: as a verb, or as a noun ("X's attack on Y")."""

from headwater.lexicon import coding
from headwater.reading.events.act import Act
from headwater.reading.events.trees import NOMINAL, Tree
from headwater.reading.events.verbs import AT_WHOM, VERBAL, Frame, relative, verb_frame
from headwater.reading.tree import base

#: Types whose noun's "of" names who acts: "the withdrawal of the brigade".
_OF_ACTOR = frozenset("RETREAT MOBILIZE PROTEST AGREE CONSULT REQUEST SUPPORT CONCEDE".split())


def frame_of(act: Act) -> Frame:
    """Give subjects, objects and obliques of an act, before anybody asks who can act."""
    if act.tree.tokens[act.word].tag in VERBAL:
        return verb_frame(act.tree, act.word)
    return _noun_frame(act)


def _noun_frame(act: Act) -> Frame:
    """Read "X's attack on Y", "attack by X on Y", "talks between X and Y", "the arrest of X by Y"."""
    tree, noun = act.tree, act.word
    by = {
        tree.preposition(k): tree.relative_of(k)
        for k in reversed(tree.under(noun, "nmod", "obl"))
        if tree.tokens[k].tag in NOMINAL and tree.tokens[k].relation != "nmod:poss"
    }
    if "between" in by:
        pair = tree.conjuncts(by["between"])
        return Frame(pair[:1], pair[1:] or pair)
    lent = _answering(tree, noun) or _lent(act)
    joining = tuple(a for k in tree.under(noun, "acl") for a in tree.under(k, "obl:agent"))
    owners = tuple(tree.under(noun, "nmod:poss")) or tuple(
        k for k in tree.under(noun, "amod", "compound") if tree.tokens[k].text[0].isupper()
    )
    actors = tuple(by[p] for p in ("by",) if p in by) or owners or lent.subjects
    if "of" in by and not actors and act.type in _OF_ACTOR:
        actors = (by.pop("of"),)
    if "from" in by and not actors:
        actors = (by.pop("from"),)
    is_hit = "of" in by and act.type not in _OF_ACTOR
    objects = (by["of"],) if is_hit else _hit_by(tree, noun)
    obliques = (*(by[p] for p in AT_WHOM if p in by), *joining)
    others = tuple(word for word in obliques if word not in actors)
    return Frame(actors, objects or lent.objects, (*others, *lent.obliques))


def _hit_by(tree: Tree, noun: int) -> tuple[int, ...]:
    """Whom a relative clause says it hit: "a strike that killed two guards"."""
    for verb in tree.under(noun, "acl:relcl"):
        if any(tree.relative_of(k) == noun for k in tree.under(verb, "nsubj")):
            return relative(tree, tree.under(verb, "obj"))
    return ()


def _answering(tree: Tree, noun: int) -> Frame | None:
    """Find whose act it is said to be: "claimed responsibility for the attack", "attack carried out by"."""
    for k in tree.under(noun, "acl"):
        agents = relative(tree, tree.under(k, "obl:agent"))
        if agents and tree.has(k, coding().light["does"]):
            return Frame(agents)
    over = tree.tokens[noun].head
    if over < 0 or tree.preposition(noun) != "for":
        return None
    if any(tree.has(k, coding().answers) for k in tree.under(over, "obj")):
        return Frame(verb_frame(tree, over).subjects)
    if not tree.has(over, coding().answers):
        return None
    verb = over if tree.tokens[over].tag == "ADJ" else tree.tokens[over].head
    return None if verb < 0 else Frame(verb_frame(tree, verb).subjects)


def _lent(act: Act) -> Frame:
    """Give what the light verb has for its noun."""
    if act.lent_by is None:
        return Frame()
    tree, verb = act.tree, act.lent_by
    own = verb_frame(tree, verb)
    subjects = tuple(k for k in tree.under(act.word, "nsubj") if k < verb) or own.subjects
    objects = tuple(w for w in own.objects if w != act.word)
    obliques = tuple(w for w in own.obliques if w != act.word)
    if base(tree.tokens[act.word]) == "obl" and tree.preposition(act.word) == "under":
        return Frame(subjects, objects, obliques)
    if tree.has(verb, coding().light["takes"]):
        givers = tuple(k for k in tree.under(verb, "obl") if tree.preposition(k) == "from")
        return Frame(givers, subjects)
    return Frame(subjects, objects, obliques)
