"""Numbers with no noun behind them that count all the same: "killing 12", "the toll rose to 118"."""

import re

from headwater.language import Sentence
from headwater.lexicon import number_words
from headwater.reading.quantities.amount import Amount
from headwater.reading.quantities.counted import STRONG, Noun, outcome_after
from headwater.reading.tree import SentenceTree

_OF_THEM = re.compile(r" of (?:them|whom|which)\b")
_NOUNS = {"NOUN", "PROPN"}
_ARGUMENTS = ("obj", "nsubj", "obl", "xcomp", "ccomp", "conj", "dep")


class LoneNumbers:
    """Says of numbers of a sentence that have no noun whether, and what, they count."""

    def __init__(self, text: str, sentence: Sentence) -> None:
        self.tree = SentenceTree(sentence)
        self.words = text[sentence.start : sentence.end]

    def counts(self, amount: Amount, *, is_second: bool) -> bool:
        """Tell whether a number counts something.

        Args:
            amount: The number.
            is_second: Whether a number with a noun went before: "it killed 40 rebels; they admit four".
        """
        if amount.unit and amount.unit != "share":
            return True
        if amount.bound == "universal":
            return False
        if self.is_of_people(amount):
            return True
        after = self.words[amount.end :]
        if amount.bound == "vague":
            return bool(_OF_THEM.match(after))
        is_said = outcome_after(after) or STRONG.match(after)
        return bool(is_said) or (is_second and self._is_argument(amount))

    def toll(self, amount: Amount) -> Noun | None:
        """Give the noun that a number is the value of: "the death toll rose to 118"."""
        at = self._place(amount)
        noun = self._toll(at) if at is not None else None
        if noun is None:
            return None
        tokens, start = self.tree.tokens, self.tree.sentence.start
        if of := self.tree.under(noun, "nmod"):  # "the number of victims"
            return Noun(amount.end, tokens[of[0]].text, tokens[of[0]].lower)
        kind = [k for k in self.tree.under(noun, "compound") if k == noun - 1]
        first = kind[0] if kind else noun
        words = self.words[tokens[first].start - start : tokens[noun].end - start]
        return Noun(amount.end, words, tokens[first].lower)

    def whole(self, amount: Amount) -> Noun | None:
        """Give what a share or so many percent are of: "half of the country's wheat"."""
        tokens, start = self.tree.tokens, self.tree.sentence.start
        inside = {
            n for n, t in enumerate(tokens) if amount.start <= t.start - start < amount.end
        }
        behind = [n for n, t in enumerate(tokens) if t.start >= start + amount.end]
        of = next(
            (n for n in behind if tokens[n].head in inside and self.tree.is_in(n, "nmod")), None
        )
        if of is None or tokens[of].tag not in _NOUNS:
            return None
        first = next(n for n in behind if n == of or not self.tree.is_in(n, "case", "det"))
        end = tokens[of].end - start
        return Noun(end, self.words[tokens[first].start - start : end], tokens[of].lower)

    def lasting(self, amount: Amount) -> Noun | None:
        """Give what lasts so long: "a monthlong war"."""
        at = self._place(amount)
        if at is None or not self.tree.is_in(at, "amod", "compound"):
            return None
        what = self.tree.tokens[self.tree.tokens[at].head]
        return Noun(amount.end, what.text, what.lower)

    def is_finite(self, noun: Noun) -> bool:
        """Tell whether what looks like a plural is the verb of its clause: "a 2,000-km range puts"."""
        start = self.tree.sentence.start
        head = (t for t in self.tree.tokens if t.end - start == noun.end)
        return any(t.tag == "VERB" and t.lower.endswith("s") for t in head)

    def is_of_people(self, amount: Amount) -> bool:
        """Tell whether a verb of what befalls people has the number for its object or subject."""
        at = self._place(amount)
        if at is None or not self.tree.is_in(at, "obj", "nsubj"):
            return False
        return self.tree.has(self.tree.tokens[at].head, number_words().fates)

    def _place(self, amount: Amount) -> int | None:
        """Give the number of the last word of an amount, None where the sentence has no tree."""
        end = self.tree.sentence.start + amount.end
        inside = [n for n, token in enumerate(self.tree.tokens) if token.start < end]
        return inside[-1] if inside and self.tree.tokens[inside[-1]].tag else None

    def _is_argument(self, amount: Amount) -> bool:
        at = self._place(amount)
        if at is None or not self.tree.is_in(at, "obj", "nsubj", "conj"):
            return False
        return not self.tree.under(at, "det", "nmod:poss")

    def _toll(self, at: int) -> int | None:
        """Find "toll" or "number" above a number, or as subject or object of the verb above it."""
        if not self.tree.is_in(at, "root", *_ARGUMENTS, "nmod", "appos", "nummod"):
            return None
        above = self.tree.tokens[at].head
        near = [above, *self.tree.under(above, "nsubj", "obj")] if above >= 0 else []
        near += self.tree.under(at, "nsubj")
        if above >= 0 and self.tree.is_in(above, "nmod"):  # "the number of prisoners at 310"
            near.append(self.tree.tokens[above].head)
        return next((k for k in near if self.tree.has(k, number_words().tolls)), None)
