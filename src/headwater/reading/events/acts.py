"""Which words of an article report an act, each act once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from headwater.language import Parse, Predicate, type_as_told
from headwater.lexicon import coding
from headwater.reading.events.trees import Tree, base

#: Probability from which a word is held to report an event.
_SURE = 0.5
#: What is said in these is coded once, as the act of saying it.
_SAID = frozenset({"AGREE", "REJECT", "REQUEST", "THREATEN"})
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "advcl", "acl", "obj", "obl", "nmod"})
_UNREAL = frozenset({"requested"})


@dataclass(frozen=True, slots=True)
class Act:
    """A word that reports an act: its sentence, its number there, its type and what the engine says.

    ``lent_by`` is the light verb that has its subject ("held" of "held talks").
    """

    tree: Tree
    word: int
    type: str
    predicate: Predicate
    lent_by: int | None = None

    @property
    def lemma(self) -> str:
        """The word's dictionary form."""
        return self.tree.tokens[self.word].lemma.lower()


def find_acts(trees: Sequence[Tree], parse: Parse) -> Iterator[Act]:
    """Yield every act in reading order.

    An act that is asked for, promised, threatened or refused is not one beside the asking. Of a
    light verb and its noun it is the noun. What is only said, felt or weighed is none
    (CAMEO's root 01).
    """
    at = {p.start: p for p in parse.predicates}
    for tree in trees:
        found = {
            word: Act(tree, word, type_as_told(p), p)
            for word, token in enumerate(tree.tokens)
            if (p := at.get(token.start)) and p.event != "NONE" and p.sure >= _SURE
        }
        yield from _told_once(tree, found)


def _told_once(tree: Tree, found: Mapping[int, Act]) -> Iterator[Act]:
    lent = {
        noun: verb
        for noun in found
        if (verb := light_verb(tree, noun)) is not None
    }
    for word, act in found.items():
        if word in lent.values() or is_statement(act):
            continue
        if _is_said(tree, word, found):
            continue
        yield replace(act, lent_by=lent.get(word))


def light_verb(tree: Tree, noun: int) -> int | None:
    """Give the verb that lends a noun its subject: "held" of "held talks"; None where none does."""
    token = tree.tokens[noun]
    if token.tag != "NOUN" or token.head < 0:
        return None
    verb = tree.tokens[token.head]
    is_lent = token.relation in {"obj", "nsubj:pass"} or (
        base(token) == "obl" and tree.preposition(noun) in {"out", "in", "into", "up", "under"}
    )
    lemmas = coding().light
    return token.head if is_lent and verb.lemma in lemmas["does"] | lemmas["takes"] else None


def is_statement(act: Act) -> bool:
    """Tell a denial, a feeling voiced and a thing weighed from an act (CAMEO 01)."""
    tables, tree = coding().statements, act.tree
    governed = {
        tree.tokens[k].lemma.lower()
        for k in tree.kids(act.word, "obj", "xcomp", "ccomp", "nsubj:pass", "obl")
    }
    if act.lemma in tables["felt"] | tables["weighed"]:
        return True
    if act.type == "REJECT":
        return bool(governed & tables["denied"]) or act.lemma == "deny"
    return bool(governed & (tables["felt"] | tables["claimed"]))


def _is_said(tree: Tree, word: int, found: Mapping[int, Act]) -> bool:
    """Tell whether the act stands in what another act says."""
    while tree.tokens[word].head >= 0:
        relation, over = base(tree.tokens[word]), tree.tokens[word].head
        if tree.tokens[word].relation == "acl:relcl":
            return False
        if over in found and relation in _COMPLEMENTS and found[over].type in _SAID:
            return True
        if relation not in _COMPLEMENTS | {"conj"}:
            return False
        word = over
    return False
