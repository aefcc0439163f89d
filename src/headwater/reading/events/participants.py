"""Who does an act and whom it is done to: candidates by the tree and by the engine, the likeliest taken."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from headwater.lexicon import coding
from headwater.reading.events.acts import Act
from headwater.reading.events.naming import Naming
from headwater.reading.events.trees import NOMINAL, Tree
from headwater.reading.tree import base

#: Prepositions before whom an act is directed at, the nearest first.
_AT_WHOM = ("against", "on", "with", "to", "from", "upon", "at", "toward", "towards", "into", "over", "for", "of", "about")  # fmt: skip
#: Types whose noun's "of" names who acts: "the withdrawal of the brigade".
_OF_ACTOR = frozenset("RETREAT MOBILIZE PROTEST AGREE CONSULT REQUEST SUPPORT CONCEDE".split())
_SYMMETRIC = frozenset({"CONSULT", "AGREE", "COOPERATE"})
#: Types of acts that things too suffer.
_PHYSICAL = frozenset({"ASSAULT"})
#: Types of saying: whom the act is directed at may stand in what is said.
_SAYING = frozenset({"AGREE", "PROTEST", "REJECT", "REQUEST", "THREATEN"})
_VERBAL = frozenset({"VERB", "AUX", "ADJ"})
_STEPS = 4


@dataclass(frozen=True, slots=True)
class Roles:
    """Words of a sentence by number: who acts, and whom it is done to."""

    actors: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the grammar gives an act, before anybody asks who can act.

    ``obliques`` are nouns behind prepositions, the likeliest recipient first.
    """

    subjects: tuple[int, ...] = ()
    objects: tuple[int, ...] = ()
    obliques: tuple[int, ...] = ()


class Participants:
    """Finds the participants of the acts of a sentence.

    Args:
        tree: The sentence.
        acts: Its acts.
        naming: Tells which nouns are somebody.
    """

    def __init__(self, tree: Tree, acts: Sequence[Act], naming: Naming) -> None:
        self._tree, self._naming = tree, naming
        self._acts = {act.word: act for act in acts}
        self._words = frozenset(self._acts) | {a.lent_by for a in acts if a.lent_by is not None}

    def of_act(self, act: Act) -> Roles:
        """Give the heads of the phrases that name actor and recipient, each with those joined to it by "and"."""
        frame = self._frame(act)
        actors = self._joined(self._actors(act, frame))
        recipients = self._joined(self._recipients(act, frame, actors))
        recipients = tuple(word for word in recipients if word not in actors)
        if len(actors) > 1 and is_mutual(act) and not any(map(self._is_somebody, recipients)):
            recipients = actors
        return Roles(actors, recipients)

    # ---- choosing

    def _actors(self, act: Act, frame: _Frame) -> tuple[int, ...]:
        told = self._of_engine(act.predicate.actor, act)
        told = tuple(w for w in told if w not in frame.objects)
        candidates = [frame.subjects, told, *self._behind(frame.subjects)]
        for some in candidates:
            if any(map(self._is_somebody, some)):
                return some
        known = [w for w in frame.subjects or told if w not in self._words]
        return tuple(known)

    def _behind(self, subjects: Iterable[int]) -> Iterator[tuple[int, ...]]:
        """Who stands behind a subject that is a thing: "the strike killed", "a letter demanding"."""
        for word in subjects:
            if word in self._acts:
                yield self._frame(self._acts[word]).subjects
            over = self._tree.tokens[word].head
            if base(self._tree.tokens[word]) == "obj" and over >= 0:
                yield _verb_frame(self._tree, over).subjects

    def _recipients(self, act: Act, frame: _Frame, actors: Sequence[int]) -> tuple[int, ...]:
        acting = {n for word in actors for n in self._tree.within(word)}

        def others(words: Iterable[int]) -> tuple[int, ...]:
            return tuple(w for w in words if w not in acting and w != act.word)

        told = others(self._of_engine(act.predicate.recipient, act))
        objects = others(frame.objects)
        said = others(self._said_of(act, actors))
        singles = [(w,) for w in others(frame.obliques)]
        is_use = act.type in _PHYSICAL and act.is_one_of(coding().uses)
        if is_use:
            objects = tuple(w for w in objects if self._is_somebody(w))
            told = tuple(w for w in told if w not in frame.objects)
        elif act.type in _PHYSICAL and objects:
            return objects
        if act.type in _SAYING and (found := self._somebody_in([objects, said])):
            return found
        owned = [some for some in (objects, told) if any(map(self._is_owned, some))]
        rest = [some for some in (objects, told) if some not in owned]
        ranked = [*rest, *singles, said, *owned]
        things = (
            some for some in (objects, told, *singles) if not any(map(self._is_time, some))
        )
        return self._somebody_in(ranked) or next(filter(None, things), ())

    def _somebody_in(self, ranked: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
        """Give the first that is somebody, else the first that somebody is named in."""
        tests: tuple[Callable[[int], bool], ...] = (self._is_somebody, self._holds_somebody)
        for test in tests:
            for some in ranked:
                if any(test(w) for w in some if not self._is_time(w)):
                    return some
        return ()

    def _is_owned(self, word: int) -> bool:
        """Tell "its troops", "his offer": what is the actor's own is rarely whom it is done to."""
        owners = self._tree.under(word, "nmod:poss")
        return any(self._tree.tokens[k].tag == "PRON" for k in owners)

    def _said_of(self, act: Act, actors: Sequence[int], steps: int = _STEPS) -> tuple[int, ...]:
        """Whom it is about, in what is said: "demands that Y leave", "threatens to attack Y"."""
        words = (act.word, *([] if act.lent_by is None else [act.lent_by]))
        aims = ("ccomp", "xcomp", *(("advcl", "acl") if act.type == "PROTEST" else ()))
        for clause in (k for word in words for k in self._tree.under(word, *aims)):
            found = self._in_clause(clause, actors, steps)
            if found:
                return found
        return ()

    def _in_clause(self, clause: int, actors: Sequence[int], steps: int) -> tuple[int, ...]:
        frame = _verb_frame(self._tree, clause)
        own = _relative(self._tree, self._tree.under(clause, "nsubj"))
        for some in (own, frame.objects, *((w,) for w in frame.obliques)):
            fit = [w for w in some if self._is_somebody(w) or self._holds_somebody(w)]
            named = [w for w in fit if w not in actors and self._tree.tokens[w].tag != "PRON"]
            if named:
                return tuple(named)
        if steps:
            for below in self._tree.under(clause, "xcomp", "ccomp"):
                if found := self._in_clause(below, actors, steps - 1):
                    return found
        return ()

    def _is_somebody(self, word: int) -> bool:
        return word not in self._words and self._naming.is_somebody(self._tree, word)

    def _is_time(self, word: int) -> bool:
        return self._naming.is_time(self._tree, word)

    def _holds_somebody(self, word: int) -> bool:
        return self._naming.holds_somebody(self._tree, word)

    def _of_engine(self, start: int | None, act: Act) -> tuple[int, ...]:
        word = None if start is None else self._tree.head_of(start, stop=self._words)
        if word is None or word == act.word or self._tree.tokens[word].tag not in NOMINAL:
            return ()
        while self._tree.tokens[word].relation == "conj" and self._tree.tokens[word].head >= 0:
            over = self._tree.tokens[word].head
            if self._tree.tokens[over].tag not in NOMINAL or over in self._words:
                break
            word = over
        return (self._tree.relative_of(word),)

    def _joined(self, words: Iterable[int]) -> tuple[int, ...]:
        joined = (w for word in words for w in self._tree.conjuncts(word))
        return tuple(w for w in dict.fromkeys(joined) if not self._is_time(w))

    def _frame(self, act: Act) -> _Frame:
        if self._tree.tokens[act.word].tag in _VERBAL:
            return _verb_frame(self._tree, act.word)
        return _noun_frame(act)


def is_mutual(act: Act) -> bool:
    """Tell whether both sides do it to each other: "met", "clashed"."""
    return act.type in _SYMMETRIC or act.is_one_of(coding().mutual)


# ---- verbs


def _verb_frame(tree: Tree, verb: int) -> _Frame:
    """Read subject, agent and object; a subject that is left out is looked for above."""
    subjects = [k for k in tree.under(verb, "nsubj") if tree.tokens[k].relation != "nsubj:pass"]
    patients = _relative(tree, tree.under(verb, "nsubj:pass"))
    agents = _relative(tree, tree.under(verb, "obl:agent"))
    objects = _relative(tree, (*tree.under(verb, "iobj"), *tree.under(verb, "obj")))
    above = _Frame() if subjects or patients or agents else _from_above(tree, verb)
    actors = agents or (() if patients else _relative(tree, subjects)) or above.subjects
    return _Frame(actors, patients or objects or above.objects, _obliques(tree, verb))


def _relative(tree: Tree, words: Iterable[int]) -> tuple[int, ...]:
    return tuple(tree.relative_of(word) for word in words)


def _obliques(tree: Tree, verb: int) -> tuple[int, ...]:
    found = {
        tree.preposition(k): tree.relative_of(k)
        for k in reversed(tree.under(verb, "obl"))
        if tree.tokens[k].tag in NOMINAL and tree.tokens[k].relation != "obl:agent"
    }
    return tuple(found[p] for p in _AT_WHOM if p in found)


def _from_above(tree: Tree, verb: int, steps: int = _STEPS) -> _Frame:
    """Find what a clause without a subject has from the word it hangs on."""
    token = tree.tokens[verb]
    over = token.head
    if over < 0 or not steps:
        return _Frame()
    relation = base(token)
    if relation in {"acl", "amod"} and tree.tokens[over].tag in NOMINAL:
        return _from_noun(tree, verb, over)
    if relation in {"conj", "xcomp", "advcl", "ccomp"} and tree.tokens[over].tag in _VERBAL:
        return _from_verb(tree, over, relation, steps)
    return _Frame()


def _from_noun(tree: Tree, verb: int, noun: int) -> _Frame:
    """ "Rockets fired by", "men who fired", "a brigade firing"."""
    token = tree.tokens[verb]
    over = tree.tokens[noun].head
    if tree.under(verb, "mark") and over >= 0:  # "held a meeting to request"
        is_aim = any(tree.tokens[k].lower == "to" for k in tree.under(verb, "mark"))
        return _from_verb(tree, over, "advcl", _STEPS) if is_aim else _Frame()
    is_passive = not token.lower.endswith("ing") and not tree.under(verb, "obj", "mark", "aux")
    if is_passive or (token.relation == "acl:relcl" and tree.under(verb, "nsubj")):
        return _Frame(objects=(noun,))
    return _Frame(subjects=(noun,)) if token.lower.endswith("ing") else _Frame()


def _from_verb(tree: Tree, over: int, relation: str, steps: int) -> _Frame:
    """ "X met Y and warned", "X ordered Y to attack", "X left to attack"."""
    objects = _relative(tree, tree.under(over, "obj", "iobj"))
    if relation == "xcomp" and objects:
        return _Frame(subjects=objects)
    patients = _relative(tree, tree.under(over, "nsubj:pass"))
    if relation == "conj" and patients and not tree.under(over, "obl:agent"):
        return _Frame(objects=patients)
    subjects = _relative(tree, tree.under(over, "nsubj") or tree.under(over, "obl:agent"))
    return _Frame(subjects=subjects) if subjects else _from_above(tree, over, steps - 1)


# ---- nouns


def _noun_frame(act: Act) -> _Frame:
    """Read "X's attack on Y", "attack by X on Y", "talks between X and Y", "the arrest of X by Y"."""
    tree, noun = act.tree, act.word
    by = {
        tree.preposition(k): tree.relative_of(k)
        for k in reversed(tree.under(noun, "nmod", "obl"))
        if tree.tokens[k].tag in NOMINAL and tree.tokens[k].relation != "nmod:poss"
    }
    if "between" in by:
        pair = tree.conjuncts(by["between"])
        return _Frame(pair[:1], pair[1:] or pair)
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
    objects = (by["of"],) if "of" in by and act.type not in _OF_ACTOR else ()
    obliques = (*(by[p] for p in _AT_WHOM if p in by), *joining)
    others = tuple(word for word in obliques if word not in actors)
    return _Frame(actors, objects or lent.objects, (*others, *lent.obliques))


def _answering(tree: Tree, noun: int) -> _Frame | None:
    """Find whose act it is said to be: "claimed responsibility for the attack", "attack carried out by"."""
    for k in tree.under(noun, "acl"):
        agents = _relative(tree, tree.under(k, "obl:agent"))
        if agents and tree.has(k, coding().light["does"]):
            return _Frame(agents)
    over = tree.tokens[noun].head
    if over < 0 or tree.preposition(noun) != "for":
        return None
    if any(tree.has(k, coding().answers) for k in tree.under(over, "obj")):
        return _Frame(_verb_frame(tree, over).subjects)
    if not tree.has(over, coding().answers):
        return None
    verb = over if tree.tokens[over].tag == "ADJ" else tree.tokens[over].head
    return None if verb < 0 else _Frame(_verb_frame(tree, verb).subjects)


def _lent(act: Act) -> _Frame:
    """Give what the light verb has for its noun."""
    if act.lent_by is None:
        return _Frame()
    tree, verb = act.tree, act.lent_by
    own = _verb_frame(tree, verb)
    objects = tuple(w for w in own.objects if w != act.word)
    obliques = tuple(w for w in own.obliques if w != act.word)
    if base(tree.tokens[act.word]) == "obl" and tree.preposition(act.word) == "under":
        return _Frame(own.subjects, objects, obliques)
    if tree.has(verb, coding().light["takes"]):
        givers = tuple(k for k in tree.under(verb, "obl") if tree.preposition(k) == "from")
        return _Frame(givers, own.subjects)
    return _Frame(own.subjects, objects, obliques)
