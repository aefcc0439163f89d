"""A sentence as a tree that can be walked: what hangs on a word, what it hangs on, its lemma."""

from collections.abc import Container, Iterator
from functools import cached_property

from headwater.language import Sentence, Token


class SentenceTree:
    """A sentence, its words by number, and what hangs on each.

    What readers of one kind of finding look for in it, they add in a class of their own.
    """

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens: tuple[Token, ...] = sentence.tokens

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each word, the words that hang on it, in order."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for number, token in enumerate(self.tokens):
            if token.head >= 0:
                below[token.head].append(number)
        return tuple(map(tuple, below))

    def under(self, at: int, *relations: str) -> tuple[int, ...]:
        """Give the words that hang on one by these relations; a bare relation stands for its subtypes."""
        below = self.children[at]  # often none, and this is asked most
        if not below:
            return ()
        whole, bases = self._relations, self._bases
        return tuple([k for k in below if whole[k] in relations or bases[k] in relations])

    def is_in(self, at: int, *relations: str) -> bool:
        """Tell whether a word hangs by one of these relations, or by a subtype of it."""
        return self._relations[at] in relations or self._bases[at] in relations

    @cached_property
    def _relations(self) -> tuple[str, ...]:
        return tuple(token.relation for token in self.tokens)

    @cached_property
    def _bases(self) -> tuple[str, ...]:
        return tuple(map(base, self.tokens))

    @cached_property
    def _lemmas(self) -> tuple[str, ...]:
        return tuple((token.lemma or token.lower).lower() for token in self.tokens)

    def below(self, at: int) -> Iterator[int]:
        """Yield a word and all that hangs on it, at any depth."""
        stack = [at]
        while stack:
            number = stack.pop()
            yield number
            stack += reversed(self.children[number])

    def is_under(self, at: int, above: int) -> bool:
        """Tell whether a word is another, or hangs on it at whatever distance."""
        while at >= 0 and at != above:
            at = self.tokens[at].head
        return at == above

    def lemma(self, at: int) -> str:
        """Give a word's lemma in small letters."""
        return self._lemmas[at]

    def has(self, at: int, words: Container[str]) -> bool:
        """Tell whether a word, as written or by its lemma, is one of these."""
        return self.tokens[at].lower in words or self._lemmas[at] in words


def base(token: Token) -> str:
    """Give a relation without its subtype."""
    return token.relation.partition(":")[0]
