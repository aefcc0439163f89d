"""Capitals that act: "Tehran has told them to wait" is of a government, "a meeting in Tehran" of a town."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from headwater.language import Parse, Predicate
from headwater.lexicon import coding, registry, tie_words, words
from headwater.model import ActorKind, MentionKind
from headwater.reading.cast.names import Name
from headwater.reading.tree import SentenceTree

#: From so sure an event on, whoever does it acts.
_SURE = 0.5
#: Quad classes of PLOVER that are words alone: they reach a government, where an assault hits a town.
_VERBAL = frozenset({1, 3})
#: What only befalls a town.
_UNDERGOES = frozenset("fall see witness wake suffer lie face brace mourn".split())
#: Prepositions of those one has dealings with.
_DEALING = frozenset({"with", "between"})
#: Steps from one of several names to the first: "Lima, Quito and La Paz".
_STEPS = 4


def as_governments(parse: Parse, names: Iterable[Name]) -> Iterator[Name]:
    """Yield names, those of a capital that acts, is spoken to or dealt with as names of its state."""
    scenes = _Scenes(parse)
    for name in names:
        entry = registry().entries.get(name.actor_id) if name.type is ActorKind.PLACE else None
        state = entry.capital_of if entry and name.kind is MentionKind.NAME else None
        is_shared = name.actor_id in tie_words().shared_seats
        if state and not is_shared and scenes.is_party(name):
            yield replace(name, actor_id=state, type=registry().entries[state].kind)
        else:
            yield name


class _Scenes:
    """The sentences of an article as trees, with what the engine says of their words."""

    def __init__(self, parse: Parse) -> None:
        self._sentences = parse.sentences
        self._trees: dict[int, SentenceTree] = {}
        self._told: dict[int, Predicate] = {p.start: p for p in parse.predicates}

    def is_party(self, name: Name) -> bool:
        """Tell whether a name stands where somebody acts, is spoken to or is dealt with."""
        number = bisect_right(self._sentences, name.start, key=lambda s: s.end)
        tree = self._trees.setdefault(number, SentenceTree(self._sentences[number]))
        inside = [n for n, t in enumerate(tree.tokens) if name.start <= t.start < name.end]
        if not inside:
            return False
        heads = (n for n in inside if tree.tokens[n].head not in inside)
        word = _first_of_several(tree, next(heads, inside[-1]))
        over = tree.tokens[word].head
        return over >= 0 and (
            self._acts(tree, word, over)
            or self._is_spoken_to(tree, word, over)
            or self._is_dealt_with(tree, word, over)
            or (tree.is_in(word, "nmod:poss") and _is_said(tree, over))
        )

    def _acts(self, tree: SentenceTree, word: int, over: int) -> bool:
        is_doer = tree.tokens[word].relation in {"nsubj", "obl:agent"}
        is_source = any(
            tree.tokens[k].lower == "according" for k in (over, *tree.under(word, "case"))
        )
        is_verb = tree.tokens[over].tag == "VERB" and not tree.has(over, _UNDERGOES)
        return is_source or (is_doer and is_verb and self._is_deed(tree, over))

    def _is_deed(self, tree: SentenceTree, verb: int) -> bool:
        """Tell a verb by which somebody acts, by itself or with what it governs: "tried to kill", "gave no orders"."""
        to_do, things = tree.under(verb, "xcomp"), tree.under(verb, "obj")
        told = any(
            _is_said(tree, k) or tree.tokens[k].lower in tie_words().orders for k in things
        )
        return told or _says(tree, verb) or any(self._is_act(tree, k) for k in (verb, *to_do))

    def _is_spoken_to(self, tree: SentenceTree, word: int, over: int) -> bool:
        is_told = tree.tokens[word].relation in {"obj", "iobj", "nsubj:pass"}
        is_seen = tree.has(over, coding().modes["CONSULT"]["visit"])
        return is_told and not is_seen and (_says(tree, over) or self._is_verbal(tree, over))

    def _is_dealt_with(self, tree: SentenceTree, word: int, over: int) -> bool:
        marks = {tree.tokens[k].lower for k in tree.under(word, "case")}
        is_behind = tree.is_in(word, "nmod", "obl") and bool(marks & _DEALING)
        return is_behind and (tree.has(over, coding().mutual) or self._is_verbal(tree, over))

    def _is_act(self, tree: SentenceTree, at: int) -> bool:
        told = self._told.get(tree.tokens[at].start)
        return told is not None and told.event != "NONE" and told.sure >= _SURE

    def _is_verbal(self, tree: SentenceTree, at: int) -> bool:
        told = self._told.get(tree.tokens[at].start)
        is_act = told is not None and self._is_act(tree, at)
        return is_act and told is not None and coding().types[told.event].quad in _VERBAL


def _first_of_several(tree: SentenceTree, word: int) -> int:
    for _ in range(_STEPS):
        if not tree.is_in(word, "conj"):
            break
        word = tree.tokens[word].head
    return word


def _says(tree: SentenceTree, at: int) -> bool:
    return tree.tokens[at].tag == "VERB" and tree.tokens[at].lower in words().verbs


def _is_said(tree: SentenceTree, at: int) -> bool:
    return tree.tokens[at].lower in words().nouns
