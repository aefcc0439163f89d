"""The tree of a sentence, and the part of it that a statement says."""

from dataclasses import dataclass
from functools import cached_property

from headwater.language import Token
from headwater.reading.tree import SentenceTree

#: How a subject hangs on its verb.
SUBJECTS = ("nsubj", "csubj", "expl")
_QUOTES = frozenset('"“”')


class Tree(SentenceTree):
    """A sentence with where the words under each word begin and end."""

    @cached_property
    def _bounds(self) -> list[tuple[int, int]]:
        bounds = [(at, at) for at in range(len(self.tokens))]
        for at in range(len(self.tokens)):
            above = self.tokens[at].head
            while above >= 0:
                low, high = bounds[above]
                bounds[above] = (min(low, at), max(high, at))
                above = self.tokens[above].head
        return bounds

    def first(self, at: int) -> int:
        """Give the first word of all that hang on a word, itself among them."""
        return self._bounds[at][0]

    def last(self, at: int) -> int:
        """Give the last word of all that hang on a word, itself among them."""
        return self._bounds[at][1]

    def subject(self, at: int) -> int | None:
        """Give the head of a word's subject, None where it has none of its own.

        A noun that the tree makes one word with the verb behind it is its subject: "until Nordia withdraws".
        """
        relations = (*SUBJECTS, *(("compound",) if self.tokens[at].tag == "VERB" else ()))
        return next((n for n in self.under(at, *relations) if self._may_act(n)), None)

    def _may_act(self, at: int) -> bool:
        """Tell a word that may be a subject from a particle: "carry | out"."""
        return self.tokens[at].relation != "compound:prt"

    def opens_other_subject(self, at: int, verb: int) -> bool:
        """Tell whether a second subject of a verb begins at a word: the tree missed the verb of one of them."""
        subjects = self.under(verb, "nsubj", "csubj")
        return any(self.first(other) == at for other in subjects[1:])


@dataclass(frozen=True, slots=True)
class Stretch:
    """The words ``first`` to ``end`` (exclusive) of a sentence: what a statement says of it.

    ``gaps`` are stretches of words inside that are not said: "If it rains, *she said*, we sail".
    """

    tree: Tree
    first: int
    end: int
    gaps: tuple[tuple[int, int], ...] = ()

    def holds(self, at: int) -> bool:
        """Tell whether a word is among them."""
        return self.first <= at < self.end

    def lower(self, at: int) -> str:
        """Give a word in small letters, empty outside."""
        return self.tree.tokens[at].lower if self.holds(at) else ""

    def begins_with(self, at: int, words: tuple[str, ...]) -> bool:
        """Tell whether these words stand from a place on."""
        tokens = self.tree.tokens
        if tokens[at].lower != words[0] or at + len(words) > self.end:
            return False  # the first word decides nearly always, and this is asked most
        return all(tokens[at + n].lower == word for n, word in enumerate(words))

    def place(self, first: int, end: int) -> tuple[int, int]:
        """Give where words begin and end in the text, marks and joining words at their edges left out."""
        tokens = self.tree.tokens
        first, end = max(first, self.first), min(end, self.end)
        while first < end and (is_mark(tokens[first]) or self._joins(first) or self.is_gap(first)):  # fmt: skip
            first += 1
        while end > first and (is_mark(tokens[end - 1]) or self.is_gap(end - 1)):
            end -= 1
        if self._opens_quote(first, end):
            end += 1
        return (tokens[first].start, tokens[end - 1].end) if first < end else (0, 0)

    def around(self, place: tuple[int, int]) -> "Stretch":
        """Give these words, or the whole sentence where a place in the text lies outside of them."""
        tokens = self.tree.tokens
        is_inside = (
            tokens[self.first].start <= place[0] and place[1] <= tokens[self.end - 1].end
        )
        return self if is_inside else Stretch(self.tree, 0, len(tokens))

    def is_gap(self, at: int) -> bool:
        """Tell whether a word stands inside, and is not said."""
        return any(first <= at < end for first, end in self.gaps)

    def _opens_quote(self, first: int, end: int) -> bool:
        """Tell whether a quotation that opens among words closes right behind them."""
        tokens = self.tree.tokens
        marks = [t.text for t in tokens[first:end] if t.text in _QUOTES]
        following = tokens[end].text if end < len(tokens) else ""
        return len(marks) % 2 == 1 and following in _QUOTES

    def top(self, at: int) -> int:
        """Climb from a verb to the one that heads its clause: "go" to "decide" in "decide to go"."""
        tree = self.tree
        while True:
            token = tree.tokens[at]
            above = token.head
            if not self.holds(above) or not self._climbs(at, token):
                return at
            at = above

    def _climbs(self, at: int, token: Token) -> bool:
        relation = token.relation
        if relation in {"xcomp", "acl", "csubj"}:
            return True
        if relation in {"conj", "ccomp", "advcl"}:
            has_none = self.tree.subject(at) is None and token.head < at
            return has_none and (relation == "conj" or self._is_infinitive(at))
        return token.tag not in {"VERB", "AUX"} and relation.split(":")[0] in {
            "obj",
            "obl",
            "nmod",
            "nsubj",
        }

    def _is_infinitive(self, at: int) -> bool:
        return any(self.tree.tokens[mark].lower == "to" for mark in self.tree.under(at, "mark"))

    def _joins(self, at: int) -> bool:
        token = self.tree.tokens[at]
        return token.lower in {"that", "and", "but", "then", "or"} and (
            token.relation in {"mark", "cc", "advmod"} or token.tag in {"SCONJ", "CCONJ"}
        )


def is_mark(token: Token) -> bool:
    """Tell whether a token is punctuation."""
    return not any(letter.isalnum() for letter in token.text)
