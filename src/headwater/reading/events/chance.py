"""Harm that nobody does: what an accident or a turn of nature brings, and what only looks like an attack by its verb."""

from collections.abc import Iterator

from headwater.lexicon import coding
from headwater.reading.events.act import Act
from headwater.reading.events.described import sort_of
from headwater.reading.events.trees import Tree

#: Harm that may come of itself; nobody is shot "in an earthquake" by it.
_HARMS = frozenset({"kill", "injure", "wound", "hurt"})
_FIRES = frozenset({"fire", "fires", "fired", "firing"})


def is_nobodys(act: Act) -> bool:
    """Tell "killed in an earthquake" and "fired its coach" from an attack."""
    if act.type != "ASSAULT":
        return False
    return _is_by_chance(act.tree, act.word) or _is_dismissal(act)


def _is_by_chance(tree: Tree, word: int) -> bool:
    """Tell harm whose cause, as the grammar gives it, is an accident or nature: "the flood killed", "when a bus overturned"."""
    return any(_is_chance(tree, k) for k in _causes(tree, word))


def _causes(tree: Tree, word: int) -> Iterator[int]:
    yield word
    yield from tree.under(word, "nsubj", "obl:agent")
    if tree.under(word, "nsubj:pass") and tree.has(word, _HARMS):
        yield from (*tree.behind(word, {"in", "by"}), *tree.under(word, "advcl"))
    if tree.is_in(word, "advcl") and not tree.under(word, "nsubj"):
        yield tree.tokens[word].head  # "a train derailed, injuring thirty"


def _is_chance(tree: Tree, word: int) -> bool:
    tables, token = coding().unreal, tree.tokens[word]
    if token.tag == "VERB":
        return tree.has(word, tables["mishaps"])
    # "Fire" is what guns give, and "a fire" is a blaze.
    is_blaze = tree.has(word, _FIRES) and any(
        tree.tokens[k].lower == "a" for k in tree.under(word, "det")
    )
    return token.tag == "NOUN" and (is_blaze or tree.has(word, tables["nature"]))


def _is_dismissal(act: Act) -> bool:
    """Tell "fired its coach", who loses his post, from "fired two rockets" and "fired on"."""
    tree = act.tree
    is_fire = act.tree.tokens[act.word].tag == "VERB" and act.is_one_of(_FIRES)
    whom = tree.under(act.word, "obj", "nsubj:pass")
    return is_fire and any(sort_of(tree.tokens[k]) is not None for k in whom)
