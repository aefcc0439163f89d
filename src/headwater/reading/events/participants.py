"""Who does an act and whom it is done to: candidates by the tree and by the engine, the likeliest taken."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from headwater.lexicon import coding, condition_words
from headwater.reading.events.act import Act
from headwater.reading.events.frames import frame_of
from headwater.reading.events.naming import Naming
from headwater.reading.events.trees import COUNTING, NOMINAL, Tree
from headwater.reading.events.verbs import Frame, is_laid_to, obliques_of, relative, verb_frame
from headwater.reading.tree import base

_SYMMETRIC = frozenset({"CONSULT", "AGREE", "COOPERATE"})
#: Types of acts that things too suffer.
_PHYSICAL = frozenset({"ASSAULT"})
#: Types of acts by which one takes or hits what is another's.
_TAKEN = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE"})
#: Types of saying: whom the act is directed at may stand in what is said.
_SAYING = frozenset({"AGREE", "PROTEST", "REJECT", "REQUEST", "THREATEN"})
#: Prepositions before whom something is said to: "called on Chad", "appealed to the rebels".
_ADDRESSED = frozenset({"on", "upon", "to"})
#: More of them before whom something is asked: "demanded of Kenya that it leave".
_ASKED = _ADDRESSED | {"of", "from"}
#: Types of acts whose purpose tells whom they are for.
_PURPOSEFUL = frozenset({"AID", "PROTEST"})
#: What the tree may have for a subject of its own: "The | Armed Forces struck".
_ARTICLES = frozenset({"the", "a", "an"})
_STEPS = 4


@dataclass(frozen=True, slots=True)
class Roles:
    """Words of a sentence by number: who acts, and whom it is done to."""

    actors: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()


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
        frame = frame_of(act)
        actors = self._joined(self._actors(act, frame))
        recipients = self._joined(self._recipients(act, frame, actors))
        recipients = tuple(word for word in recipients if word not in actors)
        if (
            self._are_several(actors)
            and is_mutual(act)
            and not any(map(self._is_somebody, recipients))
        ):
            recipients = actors
        return Roles(actors, recipients)

    def _are_several(self, actors: Sequence[int]) -> bool:
        """Tell several who act: "A and B", "the A and B navies"."""
        tree = self._tree
        kinds = (k for a in actors for k in tree.under(a, "amod", "compound"))
        return len(actors) > 1 or any(
            tree.tokens[k].tag in {"ADJ", "PROPN"} and tree.under(k, "conj") for k in kinds
        )

    # ---- choosing

    def _actors(self, act: Act, frame: Frame) -> tuple[int, ...]:
        told = self._of_engine(act.predicate.actor, act)
        shared = self._tree.behind(act.word, {"with"})
        told = tuple(w for w in told if w not in (*frame.objects, *shared))
        told = tuple(w for w in told if not self._only_meets(w, act))
        behind = [] if is_laid_to(self._tree, act.word) else self._behind(frame.subjects)
        candidates = [frame.subjects, told, *behind]
        for some in candidates:
            if any(map(self._is_somebody, some)):
                return some
        known = [w for w in frame.subjects or told if w not in self._words]
        return tuple(known)

    def _behind(self, subjects: Iterable[int]) -> Iterator[tuple[int, ...]]:
        """Who stands behind a subject that is a thing: "the strike killed", "a letter demanding"."""
        for word in subjects:
            if word in self._acts:
                yield frame_of(self._acts[word]).subjects
            over = self._tree.tokens[word].head
            if base(self._tree.tokens[word]) == "obj" and over >= 0:
                yield verb_frame(self._tree, over).subjects

    def _recipients(self, act: Act, frame: Frame, actors: Sequence[int]) -> tuple[int, ...]:
        acting = {n for word in actors for n in self._tree.within(word)}

        def others(words: Iterable[int]) -> tuple[int, ...]:
            return tuple(w for w in words if w not in acting and w != act.word)

        told = others(self._of_engine(act.predicate.recipient, act))
        told = tuple(w for w in told if not self._is_beside(act, w))
        objects = others(frame.objects)
        said = others(self._said_of(act, actors))
        singles = [(w,) for w in others(frame.obliques) if not self._is_beside(act, w)]
        inner = [(w,) for o in objects for w in others(obliques_of(self._tree, o))]
        is_physical = _PHYSICAL & {act.type, act.predicate.likeliest} or _destroys(act)
        is_use = is_physical and act.is_one_of(coding().uses)
        if is_use:
            objects = tuple(w for w in objects if self._is_somebody(w))
            told = tuple(w for w in told if w not in frame.objects)
        elif is_physical and objects:
            return objects
        if act.type == "REQUEST":
            objects = tuple(w for w in objects if not self._is_against(w))
            inner = [some for some in inner if not any(map(self._is_against, some))]
        before = _ASKED if act.type == "REQUEST" else _ADDRESSED
        spoken_to = others(self._tree.behind(act.word, before))
        asked = [(w,) for w in spoken_to if self._is_somebody(w)]
        if act.type in _SAYING and (
            found := self._somebody_in([objects, *asked, *inner, said])
        ):
            return found
        goals = [(k,) for k in others(self._goals(act, objects))] if objects else []
        first = [objects, *goals, told, *singles, *inner, said]
        moved = [some for some in (objects, told) if self._is_moved(act, some, objects)]
        ranked = [*(some for some in first if some not in moved), *moved]
        things = (
            some
            for some in (objects, told, *singles)
            if not any(self._is_no_party(w) or self._is_own_doing(act, w) for w in some)
        )
        return self._somebody_in(ranked) or next(filter(None, things), ())

    def _goals(self, act: Act, objects: Iterable[int]) -> Iterator[int]:
        """Yield to whom a thing is given; "back to" is the verb's wherever the tree hangs it."""
        tree = self._tree
        yield from tree.behind(act.word, {"to"})
        for k in (n for word in objects for n in tree.below(word) if n > word):
            if tree.preposition(k) == "to" and any(
                tree.tokens[b].lower == "back" for b in tree.under(k, "advmod", "case")
            ):
                yield k

    def _somebody_in(self, ranked: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
        """Give the first that is somebody, else the first that somebody is named in."""
        tests: tuple[Callable[[int], bool], ...] = (self._is_somebody, self._holds_somebody)
        for test in tests:
            for some in ranked:
                if any(test(w) for w in some if not self._is_time(w)):
                    return some
        return ()

    def _is_against(self, word: int) -> bool:
        """Tell what is asked for against somebody: whom it is against is not asked."""
        is_against = any(self._tree.preposition(n) == "against" for n in self._tree.below(word))
        return is_against and not self._is_somebody(word)

    def _is_moved(self, act: Act, words: Iterable[int], objects: Iterable[int]) -> bool:
        """Tell whom an act moves, or who is the actor's own, from whom it is done to."""
        is_moving = act.type == "MOBILIZE"
        return any(self._is_owned(w) or (is_moving and w in objects) for w in words)

    def _is_owned(self, word: int) -> bool:
        """Tell "its troops", "his offer": what is the actor's own is rarely whom it is done to."""
        owners = self._tree.under(word, "nmod:poss")
        return any(self._tree.tokens[k].tag == "PRON" for k in owners)

    def _is_own_doing(self, act: Act, word: int) -> bool:
        """Tell "stop its attacks" and "moved its boats" from "seized its boats": what is one's own is no other party.

        What is taken back is: "withdrew its threat" is looked for by it.
        """
        is_word = self._tree.has(word, condition_words()["taken_back"])
        return act.type not in _TAKEN and not is_word and self._is_owned(word)

    def _said_of(self, act: Act, actors: Sequence[int], steps: int = _STEPS) -> tuple[int, ...]:
        """Whom it is about, in what is said: "demands that Y leave", "threatens to attack Y"."""
        words = [act.word, *([] if act.lent_by is None else [act.lent_by])]
        aims = ("ccomp", "xcomp", *(("advcl", "acl") if act.type in _PURPOSEFUL else ()))
        if act.type in _PURPOSEFUL:  # "gave money to help Sudan"
            words += self._tree.under(act.word, "obj", "nmod", "obl")
        for clause in (k for word in words for k in self._tree.under(word, *aims)):
            found = self._in_clause(clause, actors, steps)
            if found:
                return found
        return ()

    def _in_clause(self, clause: int, actors: Sequence[int], steps: int) -> tuple[int, ...]:
        frame = verb_frame(self._tree, clause)
        own = relative(self._tree, self._tree.under(clause, "nsubj"))
        owned = tuple(w for w in frame.objects if self._is_owned(w))
        objects = tuple(w for w in frame.objects if w not in owned)
        against = tuple(
            self._tree.behind(clause, {"against"})
        )  # "to open a front against Sudan"
        for some in (own, against, objects, *((w,) for w in frame.obliques), owned):
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

    def _is_beside(self, act: Act, word: int) -> bool:
        """Tell for whom somebody fights from whom he fights."""
        return act.type in _PHYSICAL and self._tree.preposition(word) in {"for", "about"}

    def _is_no_party(self, word: int) -> bool:
        """Tell a time and a state of things from what an act can be done to."""
        return self._is_time(word) or self._tree.has(word, coding().states)

    def _is_time(self, word: int) -> bool:
        return self._naming.is_time(self._tree, word)

    def _holds_somebody(self, word: int) -> bool:
        is_state = self._tree.has(word, coding().states)
        return not is_state and self._naming.holds_somebody(self._tree, word)

    def _of_engine(self, start: int | None, act: Act) -> tuple[int, ...]:
        word = None if start is None else self._tree.head_of(start, stop=self._words)
        if word is None or word == act.word or self._tree.tokens[word].tag not in NOMINAL:
            return ()
        if self._tree.preposition(word) == "according":
            return ()
        while self._tree.tokens[word].relation == "conj" and self._tree.tokens[word].head >= 0:
            over = self._tree.tokens[word].head
            if self._tree.tokens[over].tag not in NOMINAL or over in self._words:
                break
            word = over
        return () if self._only_says(word, act.word) else relative(self._tree, [word])

    def _only_meets(self, word: int, act: Act) -> bool:
        """Tell who does something about a noun's act from who does it: "the raid was condemned by Kenya"."""
        tree, over = self._tree, self._tree.tokens[act.word].head
        if act.lent_by is not None or over < 0 or not tree.is_in(act.word, "obj", "nsubj:pass"):
            return False
        return tree.tokens[act.word].tag == "NOUN" and word in tree.under(
            over, "nsubj", "obl:agent"
        )

    def _only_says(self, word: int, act: int) -> bool:
        """Tell whether somebody only says what the act is: "Poland says it was no attack"."""
        tree = self._tree
        while (over := tree.tokens[act].head) >= 0:
            if tree.is_in(act, "ccomp") and word in tree.under(over, "nsubj"):
                own = tree.under(act, "nsubj")  # "Kenya says it …" speaks of itself
                return not any(tree.tokens[k].tag == "PRON" for k in own)
            act = over
        return False

    def _joined(self, words: Iterable[int]) -> tuple[int, ...]:
        told = [w for word in words for w in (*self._tree.conjuncts(word), *self._beside(word))]
        joined = dict.fromkeys([*told, *self._counted_in(told)])
        return tuple(
            w
            for w in joined
            if not self._is_time(w)
            and self._tree.tokens[w].lower not in _ARTICLES
            and not any(
                w < other and self._naming.is_one(self._tree, w, other) for other in joined
            )
        )

    def _beside(self, word: int) -> Iterator[int]:
        """Yield whom the tree joins to the name of who holds an office: "the envoy Ana Sol and aide Ivo Brel"."""
        for k in self._tree.under(word, "nmod", "appos", "flat"):
            if self._tree.under(k, "conj") and self._naming.is_same(self._tree, word, k):
                yield from (w for w in self._tree.conjuncts(k)[1:] if self._is_somebody(w))

    def _counted_in(self, words: Iterable[int]) -> Iterator[int]:
        """Yield whom a phrase names among others: "leaders of the fronts, including the Herons and the Owls"."""
        tree = self._tree
        around = {n for word in words for n in tree.within(word)}
        for n in range(len(tree.tokens)):
            opens = [k for k in tree.under(n, "case") if tree.tokens[k].lower in COUNTING]
            behind = next((k for k in range(min(opens, default=0) - 1, -1, -1) if tree.tokens[k].is_word), None)  # fmt: skip
            if opens and behind in around:
                yield from (w for w in tree.conjuncts(n) if self._is_somebody(w))


def _destroys(act: Act) -> bool:
    """Tell "will burn the mill", which is done to the mill whatever type it is of."""
    destroy = coding().modes["ASSAULT"]["destroy"]
    return act.tree.tokens[act.word].tag == "VERB" and act.is_one_of(destroy)


def is_mutual(act: Act) -> bool:
    """Tell whether both sides do it to each other: "met", "clashed", not "arrived", "telephoned"."""
    modes, light = coding().modes["CONSULT"], coding().light
    if (
        act.type in _PHYSICAL
        and act.lent_by is not None
        and act.tree.has(act.lent_by, light["joins"])
    ):
        return False  # "both joined the fight": on one side
    if act.is_one_of(coding().mutual):
        return True
    return act.type in _SYMMETRIC and not act.is_one_of({*modes["visit"], *modes["phone"]})
