"""The tree of a sentence, with the names that stand in it."""

from abc import ABC, abstractmethod
from bisect import bisect_left
from collections.abc import Sequence

from headwater.language import Parse, Sentence
from headwater.model import Mention
from headwater.reading.tree import SentenceTree

_PARTICLES = ("case", "compound", "mark")


class Tree(SentenceTree, ABC):
    """A sentence with its tree and its names."""

    def __init__(self, parse: Parse, sentence: Sentence, names: Sequence[Mention]) -> None:
        super().__init__(sentence)
        self.parse, self.text = parse, parse.text
        #: Word to the longest name over it.
        self.names: dict[int, Mention] = {}
        starts = [t.start for t in self.tokens]
        for name in sorted(names, key=lambda m: (m.end - m.start, m.id)):
            for at in range(bisect_left(starts, name.start), bisect_left(starts, name.end)):
                self.names[at] = name

    def word(self, at: int) -> str:
        """Give a word in small letters; nothing where there is none."""
        return self.tokens[at].lower if 0 <= at < len(self.tokens) else ""

    def preposition(self, at: int) -> str:
        """Give the preposition before a nominal, also where the tree has it under the verb ("called on")."""
        cases = [self.word(k) for k in self.under(at, "case") if k < at]
        # The tree may hang it on the article: "between the government and its foes".
        cases += [
            self.word(k) for n in self.under(at, "det") for k in self.under(n, "case") if k < n
        ]
        if cases:
            return cases[0]
        over = self.tokens[at].head
        if over < 0 or self.tokens[at].relation == "nsubj":
            return ""
        particles = self.under(over, "compound:prt", "mark")
        is_verb = self.tokens[over].tag == "VERB"
        lost = range(over + 1, min((at, *self.children[at]))) if is_verb else range(0)
        return next(
            (
                self.word(k)
                for k in (*particles, *lost[:1])
                if over < k < at and self.tokens[k].tag == "ADP" and self.is_in(k, *_PARTICLES)
            ),
            "",
        )

    @abstractmethod
    def party(self, at: int) -> Mention | None:
        """Give the actor at a word: named, named beside it, meant by a pronoun, or described."""
