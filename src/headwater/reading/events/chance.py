"""Harm that nobody does: what an accident, a beast or a turn of nature brings, and what only looks like an attack by its verb."""

from collections.abc import Iterator

from headwater.lexicon import coding
from headwater.reading.events.act import Act
from headwater.reading.events.described import sort_of
from headwater.reading.events.frames import frame_of
from headwater.reading.events.trees import Tree

#: Harm that may come of itself; nobody is shot "in an earthquake" by it.
_HARMS = frozenset({"kill", "injure", "wound", "hurt", "burn"})
_FIRES = frozenset({"fire", "fires", "fired", "firing"})


def is_nobodys(act: Act) -> bool:
    """Tell "killed in an earthquake", "hit by a car" and "fired its coach" from an attack."""
    if act.type != "ASSAULT":
        return False
    return _is_by_chance(act) or _is_collision(act) or _is_dismissal(act) or _is_speech(act)


def _is_by_chance(act: Act) -> bool:
    """Tell harm whose cause, as the grammar gives it, is an accident or nature: "the flood killed", "when a bus overturned"."""
    return any(_is_chance(act.tree, k) for k in _causes(act))


def _causes(act: Act) -> Iterator[int]:
    tree, word = act.tree, act.word
    yield word
    yield from frame_of(act).subjects
    is_hurt = tree.under(word, "nsubj:pass") and tree.has(word, _HARMS)
    if is_hurt or act.is_one_of(coding().befalls):
        yield from tree.behind(word, {"in", "by"})
        yield from (k for verb in _joined(tree, word) for k in tree.under(verb, "advcl"))
    if tree.is_in(word, "advcl") and not tree.under(word, "nsubj"):
        yield tree.tokens[word].head  # "a train derailed, injuring thirty"


def _joined(tree: Tree, word: int) -> Iterator[int]:
    """Yield a verb and those joined to it, on any of which the tree may hang what follows both."""
    yield word
    yield from tree.under(word, "conj")
    if tree.is_in(word, "conj"):
        yield tree.tokens[word].head


def _is_chance(tree: Tree, word: int) -> bool:
    tables, token = coding().unreal, tree.tokens[word]
    if token.tag == "VERB":
        bursts = tree.has(word, tables["bursts"])
        return tree.has(word, tables["mishaps"]) or (
            bursts and any(_is_vessel(tree, k) for k in tree.under(word, "nsubj"))
        )
    # "Fire" is what guns give, and "a fire" is a blaze.
    is_blaze = tree.has(word, _FIRES) and any(
        tree.tokens[k].lower == "a" for k in tree.under(word, "det")
    )
    nobody = tables["nature"] | tables["beasts"] | tables["burdens"]
    is_burst = tree.has(word, tables["bursts"]) and _is_vessel(tree, word)
    # "A hail of bullets", "a swarm of bees": what it is of tells.
    of = tree.behind(word, {"of"})
    is_nature = tree.has(word, nobody) and (not of or any(_is_chance(tree, k) for k in of))
    return token.tag == "NOUN" and (is_blaze or is_burst or is_nature)


def _is_vessel(tree: Tree, word: int) -> bool:
    """Tell "a boiler", "a gas explosion" and "the explosion of a gas cylinder" from what somebody lays."""
    parts = (word, *tree.under(word, "compound", "amod"), *tree.behind(word, {"of"}))
    inside = (n for k in parts for n in (k, *tree.under(k, "compound")))
    return any(tree.has(n, coding().unreal["vessels"]) for n in inside)


def _is_collision(act: Act) -> bool:
    """Tell who is "hit by a car" or "struck" by a lorry, unless that carries a weapon."""
    tree, tables = act.tree, coding().unreal
    if not act.is_one_of(tables["collides"]):
        return False
    weapons = {word for mode in coding().modes["ASSAULT"].values() for word in mode}
    return any(
        tree.tokens[k].tag == "NOUN"
        and tree.has(k, tables["traffic"])
        and not any(tree.has(n, weapons) for n in tree.below(k))
        for k in frame_of(act).subjects
    )


def _is_dismissal(act: Act) -> bool:
    """Tell "fired its coach", who loses his post, from "fired two rockets" and "fired on"."""
    tree = act.tree
    is_fire = act.tree.tokens[act.word].tag == "VERB" and act.is_one_of(_FIRES)
    whom = tree.under(act.word, "obj", "nsubj:pass")
    return is_fire and any(sort_of(tree.tokens[k]) is not None for k in whom)


def _is_speech(act: Act) -> bool:
    """Tell "attacked the proposal" and "bombarded them with letters", a manner of speaking."""
    tree, tables = act.tree, coding().unreal
    objects = (k for k in frame_of(act).objects if tree.tokens[k].tag == "NOUN")
    hurled = tree.behind(act.word, {"with"})
    return any(tree.has(k, tables["ideas"]) for k in objects) or any(
        tree.has(k, tables["hurled"]) for k in hurled
    )
