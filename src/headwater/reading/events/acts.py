"""Which words of an article report an act, each act once."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from headwater.language import Parse, Predicate, Token, type_as_told
from headwater.lexicon import coding
from headwater.reading.events.trees import Tree, base

#: Probability from which a word is held to report an event.
_SURE = 0.6
#: What is said in these is coded once, as the act of saying it.
_SAID = frozenset({"AGREE", "REJECT", "REQUEST", "THREATEN"})
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "advcl", "acl", "obj", "obl", "nmod"})
#: Relations of what is itself said or weighed; an adverbial clause stands beside it.
_WEIGHED = frozenset({"xcomp", "ccomp", "acl", "obj", "nmod", "conj", "obl"})
_TAGS = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "AUX"})
#: Words that only tell what kind of thing their noun is: "air strike", "a captured corporal".
_MODIFIERS = frozenset({"amod", "compound", "nmod:poss", "det", "advmod", "case", "flat"})


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

    def is_one_of(self, words: Container[str]) -> bool:
        """Tell whether the act's word is one of these."""
        return is_one_of(self.tree.tokens[self.word], words)


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
            if (p := at.get(token.start)) and _reports(token, p)
        }
        yield from _told_once(tree, found)


def _reports(token: Token, predicate: Predicate) -> bool:
    is_word = token.tag in _TAGS and token.relation not in _MODIFIERS
    return is_word and predicate.event != "NONE" and predicate.sure >= _SURE


def _told_once(tree: Tree, found: Mapping[int, Act]) -> Iterator[Act]:
    lent = {noun: verb for noun in found if (verb := light_verb(tree, noun)) is not None}
    for word, act in found.items():
        is_light = word in lent.values()
        if not (is_light or is_statement(act) or _is_said(tree, word, found)):
            yield replace(act, lent_by=lent.get(word))


def light_verb(tree: Tree, noun: int) -> int | None:
    """Give the verb that lends a noun its subject: "held" of "held talks"; None where none does."""
    token = tree.tokens[noun]
    if token.tag != "NOUN" or token.head < 0:
        return None
    verb = tree.tokens[token.head]
    is_lent = token.relation in {"obj", "nsubj:pass"} or (
        base(token) == "obl" and tree.preposition(noun) in {"out", "into", "under"}
    )
    light = coding().light
    return token.head if is_lent and is_one_of(verb, light["does"] | light["takes"]) else None


def is_statement(act: Act) -> bool:
    """Tell a denial, a feeling voiced and a thing weighed from an act (CAMEO 01)."""
    tables, tree = coding().statements, act.tree
    governed = [
        tree.tokens[k] for k in tree.kids(act.word, "obj", "xcomp", "ccomp", "nsubj:pass", "obl")
    ]
    if act.is_one_of(tables["felt"] | tables["weighed"]):
        return True
    words = tables["felt"] | tables["claimed"]
    if act.type == "REJECT":
        words |= tables["denied"]
        if act.is_one_of(tables["denies"]) and tree.kids(act.word, "ccomp", "xcomp"):
            return True
    return any(is_one_of(token, words) for token in governed)


def is_one_of(token: Token, words: Container[str]) -> bool:
    """Tell whether a word, as written or as its lemma, is one of these."""
    return token.lower in words or token.lemma.lower() in words


def _is_said(tree: Tree, word: int, found: Mapping[int, Act]) -> bool:
    """Tell whether the act stands in what another act says, or in what is only felt or weighed."""
    unreal = coding().statements["weighed"] | coding().statements["felt"]
    while tree.tokens[word].head >= 0:
        relation, over = base(tree.tokens[word]), tree.tokens[word].head
        if tree.tokens[word].relation == "acl:relcl":
            return False
        if relation in _WEIGHED and is_one_of(tree.tokens[over], unreal):
            return True
        if over in found and relation in _COMPLEMENTS and found[over].type in _SAID:
            return True
        if relation not in _COMPLEMENTS | {"conj"}:
            return False
        word = over
    return False
