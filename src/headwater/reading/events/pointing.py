"""What a word that only points stands for: a pronoun, "the group", "we" of whoever speaks."""

from collections.abc import Mapping, Sequence

from headwater.language import Parse, Token
from headwater.lexicon import coding
from headwater.model import ActorKind, QuoteKind, Statement
from headwater.reading.cast import Cast
from headwater.reading.events.described import sort_of
from headwater.reading.events.trees import NOMINAL, Tree
from headwater.reading.tree import base

_OWN = frozenset({"i", "we", "us", "me"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_LANDS = frozenset({ActorKind.STATE, ActorKind.PLACE})
#: Steps from a pronoun to what it stands for, as that may be a pronoun again.
_STEPS = 3


class Pointing:
    """Finds the noun that a word of an article points to.

    Args:
        parse: The article; its antecedents are the engine's.
        trees: Its sentences.
        cast: Whom it names.
        kinds: For each word of a name, by its place, what sort of name that is.
    """

    def __init__(
        self, parse: Parse, trees: Sequence[Tree], cast: Cast, kinds: Mapping[int, str]
    ) -> None:
        self._antecedents: Mapping[int, int] = dict(parse.antecedents)
        self._trees = {t.start: tree for tree in trees for t in tree.tokens}
        self._cast, self._kinds = cast, kinds

    def stands_for(self, tree: Tree, word: int, carrier: Statement | None) -> tuple[Tree, int]:
        """Give the noun that a word stands for, as the sentence and the word in it; a noun stands for itself."""
        for _ in range(_STEPS):
            token = tree.tokens[word]
            found = None
            if token.lower not in _OWN:
                found = self._antecedent(tree, word)
            if found is None and token.tag == "PRON" and may_speak(token, carrier):
                found = self.speaker(carrier)
            if found is None or found == (tree, word):
                break
            tree, word = found
        return tree, word

    def is_speaker(
        self, tree: Tree, word: int, carrier: Statement | None, *, acts: bool = False
    ) -> bool:
        """ "It will strike, the group said": the body that speaks in the sentence, before one named earlier.

        Where it ``acts``, also before a thing: "the army said they shelled the market and it had arrested two".
        """
        speaker = self.speaker(carrier) if tree.tokens[word].lower == "it" else None
        if speaker is None or speaker[0] is not tree:
            return False
        found = self._antecedent(tree, word)
        if found is None or found == speaker or found[0] is not tree:
            is_far = True
        else:
            is_far = self._is_told(speaker, found) or _are_many(*found)
            is_far = is_far or (acts and self._is_thing(*found))
        return is_far and not self._is_person(*speaker)

    def _is_person(self, tree: Tree, word: int) -> bool:
        """Tell a person; of a name the article's cast knows better than the engine what it names: "Chad"."""
        token = tree.tokens[word]
        named = [
            n for n in self._cast.within(*tree.phrase(word)) if n.start <= token.start < n.end
        ]
        if named:
            return all(n.type is ActorKind.PERSON for n in named)
        return self._kinds.get(token.start) == "PER" or sort_of(token) is ActorKind.PERSON

    def _is_thing(self, tree: Tree, word: int) -> bool:
        token = tree.tokens[word]
        is_named = bool(self._cast.within(*tree.phrase(word))) or token.start in self._kinds
        return token.tag == "NOUN" and not is_named and sort_of(token) is None

    def _is_told(self, speaker: tuple[Tree, int], found: tuple[Tree, int]) -> bool:
        """ "Chad has told the UN that it will": whom something is told is not who says that he will do it."""
        tree, word = speaker
        return (
            tree.is_in(found[1], "obj", "iobj")
            and tree.tokens[found[1]].head == tree.tokens[word].head
        )

    def speaker(self, carrier: Statement | None) -> tuple[Tree, int] | None:
        """Give the noun that names who makes a statement, as the sentence and the word in it."""
        if carrier is None or not carrier.source:
            return None
        return self._head_at(carrier.source[0].start)

    def _antecedent(self, tree: Tree, word: int) -> tuple[Tree, int] | None:
        token = tree.tokens[word]
        start = self._antecedents.get(token.start)
        if start is None or (token.tag != "PRON" and not self._takes_up(tree, word)):
            return None
        found = self._head_at(start)
        if found is None or self._kinds.get(found[0].tokens[found[1]].start) == "TIME":
            return None
        if token.tag != "PRON" and self._is_land(*found) and not tree.has(word, coding().lands):
            return None  # "the clinic" is no state
        # "The collision" takes up "collided", which is nobody.
        return found if found[0].tokens[found[1]].tag in NOMINAL else None

    def _takes_up(self, tree: Tree, word: int) -> bool:
        """Tell a noun that only points back: "the group", "these fighters"."""
        dets = {tree.tokens[k].lower for k in tree.under(word, "det")}
        is_bare = all(base(tree.tokens[k]) != "compound" for k in tree.children[word])
        return bool(dets & _POINTING) and is_bare and not self._cast.within(*tree.phrase(word))

    def _is_land(self, tree: Tree, word: int) -> bool:
        """Tell whether a word names a state or a place."""
        start = tree.tokens[word].start
        named = (n for n in self._cast.within(*tree.phrase(word)) if n.start <= start < n.end)
        return any(n.type in _LANDS for n in named)

    def _head_at(self, start: int) -> tuple[Tree, int] | None:
        tree = self._trees.get(start)
        word = tree.number_at(start) if tree else None
        if tree and word is not None and tree.tokens[word].tag != "PRON":
            word = tree.head_of(start)
        return None if tree is None or word is None else (tree, word)


def may_speak(token: Token, carrier: Statement | None) -> bool:
    """Tell whether a pronoun may stand for who makes a statement: in his own words he is no "they"."""
    is_quoted = carrier is not None and carrier.quote_kind is QuoteKind.DIRECT
    return token.lower in _OWN or not is_quoted


def _are_many(tree: Tree, word: int) -> bool:
    """Tell a noun in the plural, which no "it" stands for."""
    token = tree.tokens[word]
    return (
        token.tag == "NOUN" and token.lower.endswith("s") and token.lemma.lower() != token.lower
    )
