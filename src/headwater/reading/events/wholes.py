"""Types that words tell and the engine is not asked for: verb with object, verb alone, "told them to"."""

from collections.abc import Iterable
from dataclasses import replace

from headwater.language import type_as_told
from headwater.lexicon import coding
from headwater.reading.events.act import Act
from headwater.reading.events.trees import Tree
from headwater.reading.given import is_ultimatum
from headwater.reading.tree import base

#: Behind "call": whom one asks.
_UPON = frozenset({"on", "upon"})
_CALLS = frozenset({"call", "calls", "called", "calling"})


def as_a_whole(act: Act) -> Act:
    """Code verb and object together where the codebook does: "lifted the curfew", "broke the truce"."""
    if is_ultimatum(act.tree, act.word):
        return replace(_as(act, "THREATEN"), type="THREATEN")
    if kind := _compound(act.tree, act.word):
        whole = _as(act, kind)
        return replace(whole, type=kind) if _is_told_of_itself(whole) else whole
    if act.type == "CONSULT" and _is_muster(act):
        return _as(act, "MOBILIZE")
    if act.tree.tokens[act.word].tag == "VERB" and tells_to(act.tree, act.word):
        return _as(act, "REQUEST")
    if act.type == "AGREE" and _is_told_of_itself(act):
        return replace(act, type="CONSULT")
    kind = _by_word(act.tree, act.word)
    is_march = kind == "CONSULT" and act.type == "MOBILIZE"  # troops travel, and visit nobody
    return act if kind is None or is_march else _as(act, kind)


def is_in_codebook(tree: Tree, word: int) -> bool:
    """Tell whether the codebook codes a word as one type, by itself or with its object."""
    return _by_word(tree, word) is not None or _compound(tree, word) is not None


def _by_word(tree: Tree, word: int) -> str | None:
    """Give the type of a word by itself or with the one before or behind it: "air strike", "pulled back"."""
    token = tree.tokens[word]
    if token.tag not in {"VERB", "NOUN"}:
        return None
    before = tree.tokens[word - 1].lower if word else ""
    behind = tree.tokens[word + 1].lower if word + 1 < len(tree.tokens) else ""
    wholes = {f"{before} {token.lower}", f"{token.lower} {behind}"}
    tables = coding().certain.items()
    return next((k for k, known in tables if wholes & known or tree.has(word, known)), None)


def _compound(tree: Tree, word: int) -> str | None:
    token = tree.tokens[word]
    if token.tag == "NOUN" and base(token) in {"obj", "nsubj"} and token.head >= 0:
        pairs = [(token.head, word)]
    else:
        about = tree.under(word, "obj", "nsubj:pass", "obl", "xcomp", "advmod")
        pairs = [(word, n) for k in about for n in (k, *tree.under(k, "compound", "nmod"))]
    for compound in coding().compounds:
        for verb, noun in pairs:
            if tree.has(verb, compound.verbs) and tree.has(noun, compound.objects):
                aimed = {tree.preposition(k) for k in tree.under(verb, "obl")}
                if not compound.before or aimed & compound.before:
                    return compound.type
    return None


def _is_told_of_itself(act: Act) -> bool:
    """Tell "talks will go on", which nobody pledges, from "they will hold talks"."""
    is_subject = act.tree.is_in(act.word, "nsubj") and act.tree.tokens[act.word].tag == "NOUN"
    return act.predicate.likeliest == "CONSULT" and is_subject


def _is_muster(act: Act) -> bool:
    """Tell forces that gather from people who meet: "patrol boats massed off the cape"."""
    tree, forces = act.tree, coding().modes["MOBILIZE"]
    words = {word for mode in forces.values() for word in mode}
    return act.is_one_of(coding().musters) and any(
        tree.has(n, words)
        for k in tree.under(act.word, "nsubj")
        for n in tree.within(tree.counted(k))
    )


def tells_to(tree: Tree, verb: int) -> bool:
    """Tell "told them to" and "called on them to", which ask, from "told them that" and "called on them"."""
    if _calls_on(tree, verb):  # the tree may hang what is asked on any of those called on
        clauses: Iterable[int] = tree.below(verb)
    elif tree.has(verb, coding().tells) and tree.under(verb, "obj", "iobj", "nsubj:pass"):
        clauses = tree.under(verb, "xcomp", "ccomp", "advcl")
    else:
        return False
    marks = (k for clause in clauses for k in tree.under(clause, "mark"))
    return any(tree.tokens[mark].lower == "to" for mark in marks)


def _calls_on(tree: Tree, verb: int) -> bool:
    behind = tree.tokens[verb + 1 : verb + 2]
    return tree.has(verb, _CALLS) and any(token.lower in _UPON for token in behind)


def _as(act: Act, kind: str) -> Act:
    told = replace(act.predicate, likeliest=kind)
    return replace(act, predicate=told, type=type_as_told(told))
