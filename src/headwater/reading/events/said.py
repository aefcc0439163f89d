"""What is only said, felt or weighed, and no act of its own (CAMEO's root 01)."""

from collections.abc import Mapping

from headwater.lexicon import coding
from headwater.reading.events.act import Act
from headwater.reading.events.trees import Tree
from headwater.reading.tree import base

#: What is said in these is coded once, as the act of saying it.
_SAID = frozenset({"AGREE", "REJECT", "REQUEST", "THREATEN"})
#: Prepositions behind which stands what a feeling is about.
_ABOUT = frozenset({"about", "over", "on", "at", "of"})
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "advcl", "acl", "obj", "obl", "nmod"})
#: Acts of ending what their object names: "lifted the sanctions".
_UNDOING = frozenset({"CONCEDE"})
#: Relations of what stands beside a thing said or weighed.
_BESIDE = frozenset({"advcl", "parataxis", "nsubj", "obl", "conj", "csubj"})


def is_statement(act: Act) -> bool:
    """Tell a denial, a feeling voiced and a thing weighed from an act (CAMEO 01)."""
    tables, tree = coding().statements, act.tree
    if act.is_one_of(tables["felt"] | tables["weighed"] | tables["manner"]):
        return True
    if act.is_one_of(tables["says"]):
        return not _does_so(act)
    is_accord = act.is_one_of(tables["accords"]) and not tree.under(act.word, "xcomp")
    if is_accord and any(tree.preposition(k) == "with" for k in tree.under(act.word, "obl")):
        return True
    return _governs_words(act)


def _does_so(act: Act) -> bool:
    """Tell a verb of saying that here is none: "told them to leave", "added the group to its list"."""
    tree = act.tree
    if not tree.under(act.word, "obj", "iobj"):
        return False
    is_listed = any(tree.preposition(k) == "to" for k in tree.under(act.word, "obl"))
    return bool(tree.under(act.word, "xcomp")) or (
        is_listed and not tree.under(act.word, "ccomp")
    )


def _governs_words(act: Act) -> bool:
    """Tell whether what the act is done to are only words: "rejected accusations"."""
    tables, tree = coding().statements, act.tree
    about = tree.under(act.word, "obj", "xcomp", "ccomp", "nsubj:pass", "obl")
    spoken = tables["felt"] | tables["claimed"] | tables["symbolic"]
    if act.type in {"REJECT", "SUPPORT"}:
        spoken |= tables["denied"]
        if act.is_one_of(tables["denies"]) and tree.under(act.word, "ccomp", "xcomp"):
            return True
    return any(tree.has(k, spoken) for k in about)


def is_said(tree: Tree, word: int, found: Mapping[int, Act]) -> bool:
    """Tell whether the act stands in what another act says, or in what is only felt or weighed."""
    tables = coding().statements
    unreal = tables["weighed"] | tables["felt"] | tables["symbolic"]
    is_direct, act = True, found[word]
    while tree.tokens[word].head >= 0:
        relation, over = base(tree.tokens[word]), tree.tokens[word].head
        if tree.tokens[word].relation == "acl:relcl" or _stands_beside(tree, word):
            return False
        is_within = relation not in _BESIDE or (
            relation == "obl" and tree.tokens[over].tag == "ADJ"
        )
        if (
            (is_within and tree.has(over, unreal))
            or _is_felt(tree, word)
            or _is_marked(tree, word)
        ):
            return True
        if is_direct and over in found and relation in _COMPLEMENTS:
            said = found[over].type in _SAID and not _is_denial(tree, over, act)
            if said or (found[over].type in _UNDOING and relation in {"obj", "nsubj"}):
                return True
        is_direct = is_direct and relation in _COMPLEMENTS | {"conj"}
        word = over
    return False


def _stands_beside(tree: Tree, word: int) -> bool:
    """Tell a clause with a subject of its own behind "but" or "and": "calls for calm, but it backs them"."""
    return base(tree.tokens[word]) == "conj" and bool(tree.under(word, "nsubj"))


def _is_denial(tree: Tree, verb: int, act: Act) -> bool:
    """Tell what somebody denies that it was done, which is told as denied, from what he refuses to do."""
    is_denied = act.predicate.status == "denied" and act.type != "REJECT"
    return is_denied and tree.has(verb, coding().statements["denies"])


def _is_felt(tree: Tree, clause: int) -> bool:
    """Tell what a feeling is about: "voiced doubts over holding talks"."""
    token, felt = tree.tokens[clause], coding().statements["felt"]
    about = {tree.tokens[k].lower for k in tree.under(clause, "mark")} & _ABOUT
    return (
        base(token) == "advcl"
        and bool(about)
        and any(tree.has(k, felt) for k in tree.under(token.head, "obj"))
    )


def _is_marked(tree: Tree, clause: int) -> bool:
    """Tell what a ceremony right before it is held for: "attended a ceremony honouring the dead"."""
    token, symbolic = tree.tokens[clause], coding().statements["symbolic"]
    is_ing = base(token) == "advcl" and token.lower.endswith("ing") and clause > 0
    return is_ing and tree.has(clause - 1, symbolic)
