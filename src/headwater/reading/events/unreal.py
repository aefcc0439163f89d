"""Acts that nobody did: what a novel tells of, what a drill or a match plays, what somebody only can or may do one day."""

from collections.abc import Iterator
from itertools import pairwise

from headwater.lexicon import coding, condition_words
from headwater.reading.events.act import Act
from headwater.reading.events.trees import Tree
from headwater.reading.sport import has_score
from headwater.reading.tree import base

#: Prepositions before what a work tells of.
_ABOUT = frozenset({"about", "of", "on"})
#: Relations of what stands in what it hangs on.
_INSIDE = ("ccomp", "xcomp", "obj", "obl", "acl", "nmod")
#: What tells one part of a work from another.
_ORDINALS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth opening final last".split()
)
#: What a side that wins is said to do to the other, and the words in which its goals are told.
_WON = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_NEAR_SCORE = 9
_CAN = frozenset({"can", "ca", "cannot"})
#: Marks of what would have to happen first.
_IF = frozenset({"if", "unless"})


def is_unreal(act: Act) -> bool:
    """Tell an act that is made up, played or supposed from one that is reported."""
    if _is_played(act) or _is_in_a_tale(act.tree, act.word) or _is_sport(act):
        return True
    return _is_supposed(act) or _is_only_able(act) or _is_prevented(act)


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
        if is_about and _is_work(tree, over, works):
            return True
        if any(_is_work(tree, k, tales) for k in tree.under(over, "nsubj") if k != below):
            return True
    inside = [k for n in _own(tree, word) for k in tree.behind(n, {"in"})]
    return any(
        _is_work(tree, k, works) or _is_part(tree, k) or _is_run(tree, k) for k in inside
    )


def _is_work(tree: Tree, noun: int, works: frozenset[str]) -> bool:
    """Tell "the novel", and "the video game" from a game."""
    before = tree.tokens[noun - 1].lower if noun else ""
    return tree.has(noun, works) or f"{before} {tree.lemma(noun)}" in works


def _is_part(tree: Tree, noun: int) -> bool:
    """Tell "in the third act" from "in an act of war"."""
    counts = {tree.tokens[k].lower for k in tree.under(noun, "amod", "nummod")}
    is_part = tree.has(noun, coding().unreal["parts"])
    return is_part and bool(counts & _ORDINALS) and not tree.under(noun, "nmod")


def _is_run(tree: Tree, noun: int) -> bool:
    """Tell "in the series" from "in a series of raids" and "in a show of force"."""
    return tree.has(noun, coding().unreal["runs"]) and not tree.behind(noun, {"of"})


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


def _is_sport(act: Act) -> bool:
    """Tell what players do to each other: "the striker attacked", "sacked its coach", "crushed Chile 4-0"."""
    tree, sport = act.tree, condition_words()["sport"]
    verb = act.word if act.lent_by is None else act.lent_by
    where = (*tree.under(verb, "nsubj", "obj"), *tree.behind(verb, {"in", "at", "of"}))
    return any(tree.has(k, sport) for k in where) or (
        act.type in _WON and has_score(tree.tokens[verb : verb + _NEAR_SCORE])
    )


def _is_only_able(act: Act) -> bool:
    """Tell what somebody can do from what he does: "the missile can hit targets 900 miles away"."""
    tree, verb = act.tree, act.word if act.lent_by is None else act.lent_by
    return any(tree.tokens[k].lower in _CAN for k in tree.under(verb, "aux"))


def _is_prevented(act: Act) -> bool:
    """Tell what somebody is kept from: "stopped the marchers from storming the palace"."""
    tree, over = act.tree, act.tree.tokens[act.word].head
    marks = {tree.tokens[k].lower for k in tree.under(act.word, "mark")}
    return over >= 0 and "from" in marks and bool(tree.under(over, "obj", "nsubj:pass"))


def _is_supposed(act: Act) -> bool:
    """Tell what is the condition of something else: "if the rebels attack, the army will answer"."""
    tree = act.tree
    verb = act.word if act.lent_by is None else act.lent_by
    marks = {tree.tokens[k].lower for k in tree.under(verb, "mark")}
    return base(tree.tokens[verb]) == "advcl" and bool(marks & _IF)
