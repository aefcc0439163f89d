"""Who stands at which word of a sentence."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.language import Parse, Sentence, Token
from headwater.model import Mention, MentionKind
from headwater.reading.relations.described import Described
from headwater.reading.relations.naming import is_person, named_beside
from headwater.reading.relations.tree import Tree

_COUNTING = frozenset({"one", "some", "many", "most", "several", "all", "part", "number", "each", "two", "three", "dozens", "hundreds", "thousands", "series", "range"})  # fmt: skip
#: "The remnants of X" are X; "the city of X" is X.
_BEING = frozenset({"remnants", "elements", "pockets", "scourge", "menace", "threat", "evil", "rest", "bulk", "likes", "city", "town", "village", "province", "port", "region", "district", "island"})  # fmt: skip
_RELATIVES = frozenset({"who", "which", "that", "whom"})
FIRST_PERSON = frozenset({"i", "me", "my", "we", "us", "our"})
_SPOKEN_TO = frozenset({"you", "your"})
_OBJECTS = frozenset({"them", "him", "her"})
NAMES = frozenset({MentionKind.NAME, MentionKind.ADJECTIVAL})


@dataclass(frozen=True, slots=True)
class Seen:
    """A tie as read: who, what, whom, and the word that says so."""

    subject: Mention
    kind: str
    object: Mention
    trigger: int
    #: The words of an office ("former prime minister"); None for other ties.
    title: str | None = None
    is_former: bool = False


class Scene(Tree):
    """A sentence with its tree, and who stands at each word of it."""

    def __init__(
        self, parse: Parse, sentence: Sentence, names: Sequence[Mention], described: Described
    ) -> None:
        super().__init__(parse, sentence, names)
        self.described = described

    def parties(self, at: int) -> tuple[Mention, ...]:
        """Give whoever stands at a word, and at those joined to it by "and"."""
        found = [self.party(at), *(self.party(k) for k in self.joined(at))]
        if (
            self.word(at) in _COUNTING and at not in self.names
        ):  # "a number of ministers and aides"
            of = self._counted(at)[:1]
            found += [self.party(k) for n in of for k in self.joined(n)]
        return tuple(p for p in found if p)

    def joined(self, at: int) -> Iterator[int]:
        """Yield the words joined to a word by "and", those joined to them too."""
        for kid in self._conjuncts(at):
            if self.tokens[kid].tag not in {"VERB", "AUX"}:
                yield kid
                yield from self.joined(kid)

    def _conjuncts(self, at: int) -> Iterator[int]:
        """Yield what hangs on a word by "and", or on the name of who holds that office."""
        yield from self.under(at, "conj")
        name = None if at in self.names else named_beside(self, at)
        if name is not None:
            words = [
                n for n in self.under(at, "nmod", "flat", "appos") if self.names.get(n) is name
            ]
            yield from (k for n in words for k in self.under(n, "conj"))

    def party(self, at: int) -> Mention | None:
        """Give the actor at a word: named, named beside it, meant by a pronoun, or described."""
        token = self.tokens[at]
        name = self.names.get(at)
        if name:
            return None if _is_one_of_a_people(name, token) else name
        if named := named_beside(self, at):
            return named
        if token.tag == "PRON" or token.relation == "nmod:poss":
            return self._antecedent(at)
        if token.lower in _COUNTING:
            return next((p for k in self._counted(at) if (p := self.party(k))), None)
        if token.lower in _BEING:
            of = (k for k in self._counted(at) if self.preposition(k) == "of")
            return next((p for k in of if (p := self.names.get(k))), None)
        return self.described.at(self, at)

    def _counted(self, at: int) -> tuple[int, ...]:
        """Give what is counted: "thousands of fighters", also where the tree hangs them on the verb."""
        over = self.tokens[at].head
        lost = self.under(over, "obl", "obj") if over >= 0 and self.word(at + 1) == "of" else ()
        return self.under(at, "nmod") or tuple(
            k for k in lost if k > at and self.preposition(k) == "of"
        )

    def _antecedent(self, at: int) -> Mention | None:
        token = self.tokens[at]
        if token.lower in FIRST_PERSON:
            return self.described.speaker(token)
        if token.lower in _SPOKEN_TO:
            return None
        if token.lower == "it":
            return self._it(at)
        if token.lower in _OBJECTS and token.relation != "nmod:poss":
            return self._them(at)
        if token.lower in _RELATIVES:
            before = self.names.get(at - 2) if self.word(at - 1) == "," else None
            if token.lower == "who" and before and is_person(before):
                return before
            clause = self._relative_clause(at)
            return self.party(self.tokens[clause].head) if clause is not None else None
        meant = self.described.antecedent(token.start)
        if meant is None or self.sentence.start <= meant.start < token.start:
            return meant  # its own words show more than a pronoun does
        return self.described.standing_for(meant, token)

    def _it(self, at: int) -> Mention | None:
        """In "the Guard says it fights" and "Nordia waits, but it arms them", give the subject before."""
        clause = self.tokens[at].head
        if not self.is_in(at, "nsubj") or not self.is_in(clause, "ccomp", "conj"):
            return None
        over = self.tokens[clause].head
        before = [k for k in self.under(over, "nsubj") if k < at and self.word(k) != "it"]
        return self.party(before[0]) if before else None

    def _them(self, at: int) -> Mention | None:
        """In "met the Reeds and told them", give the Reeds; what else "them" may be is not guessed."""
        verb = self.tokens[at].head
        if verb < 0 or not self.is_in(verb, "conj"):
            return None
        met = self.under(self.tokens[verb].head, "obj")
        return self.party(met[0]) if met else None

    def _relative_clause(self, at: int) -> int | None:
        """Give the verb of the relative clause that a pronoun belongs to."""
        while at >= 0:
            if self.tokens[at].relation in {"acl:relcl", "acl"}:
                return at
            at = self.tokens[at].head
        return None


def _is_one_of_a_people(name: Mention, token: Token) -> bool:
    """Tell "a Russian" and "Russian": neither is the state; "the Russians" may be."""
    is_adjective = name.kind is MentionKind.ADJECTIVAL and not token.lower.endswith("s")
    return is_adjective or token.tag == "ADJ"


def lay_scenes(
    parse: Parse, mentions: Sequence[Mention], described: Described
) -> Iterator[Scene]:
    """Yield a scene for each sentence, in reading order."""
    names = sorted(
        (m for m in mentions if m.kind in NAMES), key=lambda m: (m.start, -m.end, m.id)
    )
    starts = [m.start for m in names]
    scenes = []
    for sentence in parse.sentences:
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        inside = [
            m
            for m in names[first:last]
            if m.end <= sentence.end and not m.text.startswith("of ")
        ]
        scenes.append(Scene(parse, sentence, inside, described))
    described.lay(scenes)
    yield from scenes
