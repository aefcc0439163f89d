"""A sentence as readers of events walk it: its noun phrases, clauses, relative pronouns."""

from collections.abc import Container, Iterator
from functools import cached_property

from headwater.language import Sentence
from headwater.reading.tree import SentenceTree, base

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
#: Nouns and others that tell how many of what follows: "hundreds of".
_AMOUNTS = frozenset(
    "hundred thousand dozen score ten million majority number handful some most many several all none both part rest half group crowd".split()
)
_HEADS_NOUN = frozenset(
    {"det", "amod", "compound", "nummod", "flat", "advmod", "nmod", "fixed", "cc", "case"}
)
#: What hangs on a noun and is no part of the phrase that names somebody.
_APART = frozenset(
    "acl:relcl advcl aux appos case cc ccomp conj cop csubj dep discourse expl mark nsubj obj obl parataxis punct vocative".split()
)
#: Prepositions of whom an adjective inside a phrase is close to, loyal to, allied with.
_BRINGS = frozenset({"to", "with"})
#: Words from an owner to what is his: "Kenya", "'s", "army".
_OWNED = 2
_CLAUSES = frozenset({"advcl", "ccomp", "parataxis", "csubj"})
#: Prepositions before one of those spoken of.
COUNTING = frozenset({"including"})
RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})


class Tree(SentenceTree):
    """A sentence, its words by their place in the text, and its noun phrases."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self._number = {token.start: n for n, token in enumerate(self.tokens)}

    @cached_property
    def _first(self) -> tuple[int, ...]:
        """For each word, the first word of its noun phrase."""
        first = list(range(len(self.tokens)))
        for number in range(len(self.tokens)):
            over = number
            while self.tokens[over].head >= 0 and not self._is_apart(over):
                over = self.tokens[over].head
                first[over] = min(first[over], number)
        return tuple(first)

    def number_at(self, start: int) -> int | None:
        """Give the number of the word that begins at a place of the text."""
        return self._number.get(start)

    def preposition(self, word: int) -> str:
        """Give the preposition before a noun, "" where there is none; "back to" is "to"."""
        own = [
            k
            for k in self.under(word, "case")
            if k < word or self.tokens[k].tag != "ADP"  # "a meeting | with": of what comes next
        ]
        cases = [self.tokens[k].lower for k in own or self._right_before(word)]
        told = cases[1:] if cases[:1] == ["back"] and len(cases) > 1 else cases
        return told[0] if told else ""

    def _right_before(self, word: int) -> Iterator[int]:
        """Yield the preposition right before a noun whose tree hangs it elsewhere: "called on | Chad"."""
        if not self.is_in(word, "obl", "nmod") or self.tokens[word].relation == "nmod:poss":
            return
        before = min(self.within(word)) - 1
        if before >= 0 and self.tokens[before].tag == "ADP":
            yield before

    def behind(self, word: int, prepositions: Container[str]) -> list[int]:
        """Give the nouns that hang on a word behind one of these prepositions."""
        return [
            k for k in self.under(word, "nmod", "obl") if self.preposition(k) in prepositions
        ]

    def counted(self, word: int) -> int:
        """Give of what a word tells how many: "one of its guards", "hundreds of Kenyans"; another word is itself."""
        token = self.tokens[word]
        if token.tag in {"NUM", "PRON"} or self.has(word, _AMOUNTS):
            return next(iter((*self.behind(word, {"of"}), *self._next_of(word))), word)
        return word

    def _next_of(self, word: int) -> Iterator[int]:
        """Yield the noun of an "of" right behind a number that the tree hangs beside it."""
        for k in self.children[self.tokens[word].head] if self.tokens[word].head >= 0 else ():
            if k > word and self.preposition(k) == "of" and word + 1 in self.under(k, "case"):
                yield k

    def head_of(self, start: int, *, stop: frozenset[int] = frozenset()) -> int | None:
        """Give the head of the noun phrase whose first word begins at a place.

        Args:
            start: Where the phrase begins.
            stop: Words that head no phrase asked for: the acts themselves.
        """
        word = begin = self.number_at(start)
        if word is None or begin is None:
            return None
        while True:
            over = self.tokens[word].head
            if over <= word or over in stop or self.tokens[over].tag not in NOMINAL:
                return word
            if base(self.tokens[word]) not in _HEADS_NOUN or self._first[over] != begin:
                return word
            word = over

    def conjuncts(self, word: int) -> tuple[int, ...]:
        """Give a noun with the nouns joined to it by "and"."""
        return (
            word,
            *(
                k
                for k in self.under(word, "conj")
                if self.tokens[k].tag in NOMINAL and self.is_joined(k)
            ),
        )

    def is_joined(self, word: int) -> bool:
        """Tell whether "and" or a mark joins a word to its head: "Kenya and Sudan", not "leader Ana Sol"."""
        between = self.tokens[self.tokens[word].head + 1 : word]
        return any(t.tag in {"CCONJ", "PUNCT", "SYM"} and t.text != "-" for t in between)

    def stretch(self, word: int) -> tuple[int, int]:
        """Give the place of a noun with all that hangs on it but clauses and what is joined by "and"."""
        numbers = list(self._unjoined(word))
        return self.tokens[min(numbers)].start, self.tokens[max(numbers)].end

    def _unjoined(self, word: int) -> Iterator[int]:
        stack = [word]
        while stack:
            number = stack.pop()
            yield number
            stack += [
                k
                for k in self.children[number]
                if base(self.tokens[k]) not in {"conj", "cc"} and not self._is_clause(k)
            ]

    def clause(self, word: int) -> Iterator[int]:
        """Yield a word and what hangs on it, without clauses beside and below it."""
        stack = [word]
        while stack:
            number = stack.pop()
            yield number
            below = (k for k in self.children[number] if not self._is_clause(k))
            stack += reversed(list(below))

    def _is_clause(self, word: int) -> bool:
        token = self.tokens[word]
        if base(token) == "conj":
            return token.tag not in NOMINAL
        return token.relation == "acl:relcl" or base(token) in _CLAUSES

    def phrase(self, word: int) -> tuple[int, int]:
        """Give the place of the noun phrase that a word heads, without clauses set off and prepositions."""
        numbers = list(self.within(word))
        first, last = min(numbers), max(numbers)
        inside = [token.text for token in self.tokens[first : last + 1]]
        is_open = inside.count("(") > inside.count(")")
        if is_open and last + 1 < len(self.tokens) and self.tokens[last + 1].text == ")":
            last += 1
        return self.tokens[first].start, self.tokens[last].end

    def strays(self, word: int, verb: int) -> Iterator[int]:
        """Yield names that the tree hangs on a subject although the verb stands between: "met" in "A met B"."""
        if word < verb:
            yield from (k for k in self.under(word, "flat", "conj") if k > verb)

    def relative_of(self, word: int) -> int:
        """Give the noun that a relative pronoun stands for; another word is itself."""
        if self.tokens[word].lower not in RELATIVES:
            return word
        over = word
        while self.tokens[over].head >= 0:
            if self.tokens[over].relation == "acl:relcl":
                return self.tokens[over].head
            over = self.tokens[over].head
        return word

    def owned_by(self, word: int) -> int:
        """Give what is somebody's, where the tree has the owner in its place: "met Ivo's envoy"; else the word."""
        if self.tokens[word].tag != "PROPN" or self.tokens[word].relation == "nmod:poss":
            return word
        behind = max(self.within(word)) + 1
        if behind >= len(self.tokens) or self.tokens[behind].text not in {"'s", "’s"}:
            return word
        heads = (
            k
            for k in range(behind + 1, len(self.tokens))
            if base(self.tokens[k])
            not in {"compound", "amod", "nummod", "flat", "nmod", "advmod"}
        )
        head = next(heads, word)
        return head if self.tokens[head].tag in {"NOUN", "PROPN"} else word

    def owner_before(self, word: int) -> int | None:
        """Give the owner whom the tree has beside what is his, right before it: "Kenya's | army shelled"."""
        first = min(self.within(word))
        if first < _OWNED or self.tokens[first - 1].text not in {"'s", "’s"}:
            return None
        owner = first - _OWNED
        ours, theirs = self.tokens[word], self.tokens[owner]
        return owner if (theirs.head, theirs.relation) == (ours.head, ours.relation) else None

    def titled(self, word: int) -> int:
        """Give the name behind a title that the tree has cut off: "met | minister | Ana Sol"; else the word."""
        behind = word + 1
        return behind if self.title_of(behind) == word else word

    def title_of(self, word: int) -> int | None:
        """Give the title right before a name that the tree has cut off from it, if there is one."""
        if not 0 < word < len(self.tokens) or self.tokens[word].tag != "PROPN":
            return None
        name, title = self.tokens[word], self.tokens[word - 1]
        is_cut = (name.head, name.relation) == (title.head, title.relation)
        is_title = title.tag in {"NOUN", "PROPN"} and title.text.islower()
        return word - 1 if is_cut and is_title else None

    def within(self, word: int) -> Iterator[int]:
        """Yield the words of the noun phrase that a word heads."""
        stack = [word]
        while stack:
            number = stack.pop()
            yield number
            is_pair = number != word and self.preposition(number) == "between"
            both = self.under(number, "conj") if is_pair else ()  # "all posts between A and B"
            stack += [k for k in self.children[number] if k in both or not self._is_apart(k)]

    def _is_apart(self, word: int) -> bool:
        token = self.tokens[word]
        if self._is_misplaced(word) or self.preposition(word) in COUNTING:
            return (
                True  # "leaders of the fronts, including the Herons": they take part themselves
            )
        if base(token) == "conj" and token.tag in NOMINAL and not self.is_joined(word):
            return False
        if base(token) == "appos":  # "the watchdog Rights Wire": close, or set off by commas
            return self._follows_comma(word)
        if {token.relation, base(token)} & _APART and not self._is_held(word):
            return not (word < token.head and self._counts(token.head))
        if base(token) != "acl":
            return False
        # The tree may hang the comma itself on the clause: "the Guard, having sworn to fight".
        is_set_off = self._follows_comma(word) or self.tokens[min(self.below(word))].text == ","
        return is_set_off or bool(self.under(word, "mark"))

    def _is_misplaced(self, word: int) -> bool:
        """Tell a word that the tree hangs on a phrase it is no part of."""
        token = self.tokens[word]
        if token.relation == "advmod" and token.lower == "back":
            return True  # "back to Kenya"
        over = self.tokens[token.head].head if token.head >= 0 else -1
        if base(token) == "flat" and token.head < over < word:
            return True  # its verb stands between: no part of the name
        # "The mayor Ana Sol and the envoy | Ivo Brel": the next one's name.
        return base(token) == "compound" and self._is_behind_and(word)

    def _is_behind_and(self, word: int) -> bool:
        """Tell whether "and" stands between a word and the one before it on which it hangs."""
        between = self.tokens[self.tokens[word].head + 1 : word]
        return any(token.tag == "CCONJ" for token in between)

    def _is_held(self, word: int) -> bool:
        """Tell what an adjective or participle inside a phrase brings with it: "close to the talks", "allied with Peru"."""
        is_with = self.tokens[word].relation == "obl" and self.preposition(word) in _BRINGS
        return is_with and base(self.tokens[self.tokens[word].head]) in {"acl", "amod"}

    def _counts(self, word: int) -> bool:
        """Tell a word of a number: "at | least | forty" of "at least forty guards"."""
        over = self.tokens[word].head
        return word < over and self.tokens[over].tag == "NUM"

    def _follows_comma(self, word: int) -> bool:
        first = min(self.below(word))
        return first > 0 and self.tokens[first - 1].tag == "PUNCT"
