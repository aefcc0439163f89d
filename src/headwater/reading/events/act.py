"""A word that reports an act, and the verb that lends it its subject."""

from collections.abc import Container
from dataclasses import dataclass

from headwater.language import Predicate
from headwater.lexicon import coding
from headwater.reading.events.trees import Tree
from headwater.reading.tree import base


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

    def is_one_of(self, lemmas: Container[str]) -> bool:
        """Tell whether the act's word is one of these."""
        return self.tree.has(self.word, lemmas)


def light_verb(tree: Tree, noun: int) -> int | None:
    """Give the verb that lends a noun its subject: "held" of "held talks"; None where none does."""
    token = tree.tokens[noun]
    if token.tag != "NOUN" or token.head < 0:
        return None
    if (verb := _right_before(tree, noun)) is not None:
        return verb
    # What stands right behind a verb is its object, whatever the tree has it for.
    is_behind = noun > token.head and (
        token.relation == "nsubj" or (token.relation == "conj" and not tree.is_joined(noun))
    )
    is_lent = (
        token.relation in {"obj", "nsubj:pass"}
        or is_behind
        or (base(token) == "obl" and tree.preposition(noun) in {"out", "into", "under"})
    )
    return token.head if is_lent and _is_light(tree, token.head) else None


def _right_before(tree: Tree, noun: int) -> int | None:
    """Give the light verb of "has held a meeting" where the tree hangs the verb on its noun."""
    first = min((noun, *tree.under(noun, "det", "amod", "compound")))
    verb = first - 1
    is_turned = verb >= 0 and tree.tokens[verb].head == noun and tree.tokens[verb].tag == "VERB"
    return verb if is_turned and _is_light(tree, verb) else None


def _is_light(tree: Tree, verb: int) -> bool:
    light = coding().light
    return tree.has(verb, light["does"] | light["takes"] | light["joins"])
