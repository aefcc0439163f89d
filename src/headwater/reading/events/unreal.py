"""Acts that nobody did: what a novel tells of, what a drill only plays, what somebody only may do one day."""

from collections.abc import Iterator
from itertools import pairwise

from headwater.lexicon import coding
from headwater.reading.events.act import Act
from headwater.reading.events.trees import Tree
from headwater.reading.tree import base

#: Prepositions before what a work tells of.
_ABOUT = frozenset({"about", "of", "on"})
#: Relations of what stands in what it hangs on.
_INSIDE = ("ccomp", "xcomp", "obj", "obl", "acl", "nmod")
#: Marks of what would have to happen first.
_IF = frozenset({"if", "unless"})


def is_unreal(act: Act) -> bool:
    """Tell an act that is made up, played or supposed from one that is reported."""
    return _is_played(act) or _is_in_a_tale(act.tree, act.word) or _is_supposed(act)


def _is_played(act: Act) -> bool:
    """Tell "a mock assault", "stormed a mock village"."""
    tree, played = act.tree, coding().unreal["played"]
    nouns = (act.word, *tree.under(act.word, "obj", "obl", "nsubj:pass"))
    return any(tree.has(k, played) for n in nouns for k in tree.under(n, "amod", "compound"))


def _is_in_a_tale(tree: Tree, word: int) -> bool:
    """Tell what a tale has in it: "in the film, rebels burn", "a novel about a siege", "the novel follows a spy who kills"."""
    tables = coding().unreal
    tales, works = tables["tales"], tables["tales"] | tables["pictures"]
    for below, over in pairwise(_above(tree, word)):
        is_about = tree.is_in(below, "nmod") and tree.preposition(below) in _ABOUT
        if is_about and tree.has(over, works):
            return True
        if any(tree.has(k, tales) for k in tree.under(over, "nsubj") if k != below):
            return True
    return any(tree.has(k, works) for n in _own(tree, word) for k in tree.behind(n, {"in"}))


def _above(tree: Tree, word: int) -> Iterator[int]:
    """Yield a word and what has it in it: its clause, what that tells of, whom that says more of."""
    yield word
    while _is_bare(tree, word) or tree.is_in(word, *_INSIDE):
        word = tree.tokens[word].head
        yield word


def _own(tree: Tree, word: int) -> Iterator[int]:
    """Yield a word, and the verbs of its own clause."""
    yield word
    while _is_bare(tree, word) or tree.is_in(word, "xcomp", "obj"):
        word = tree.tokens[word].head
        yield word


def _is_bare(tree: Tree, word: int) -> bool:
    """Tell a verb joined to another whose subject it shares."""
    return tree.is_in(word, "conj") and not tree.under(word, "nsubj")


def _is_supposed(act: Act) -> bool:
    """Tell what is the condition of something else: "if the rebels attack, the army will answer"."""
    tree = act.tree
    verb = act.word if act.lent_by is None else act.lent_by
    marks = {tree.tokens[k].lower for k in tree.under(verb, "mark")}
    return base(tree.tokens[verb]) == "advcl" and bool(marks & _IF)
