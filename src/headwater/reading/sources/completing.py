"""What a description leaves to the text before it: "its lawyer" is the lawyer of the union, "another" another clerk."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from headwater.language import Token
from headwater.model import LinkKind, MentionKind
from headwater.reading.grammar import PRONOUNS
from headwater.reading.sources.links import Links, without_article
from headwater.reading.sources.opened import DEFINITE, OpenSource
from headwater.reading.speakers import Phrase
from headwater.reading.units import Unit

_POSSESSIVES = frozenset({"its", "his", "her", "their"})
#: Words that stand for a noun met before, and count on from it.
_FOR_A_NOUN = frozenset(
    {"another", "one", "other", "first", "second", "third", "fourth", "fifth"}
)
_NUMBERS = frozenset("two three four five six seven eight nine ten".split())
#: Sentences back that the noun may stand, and steps from pronoun to pronoun.
_NEAR, _MOST_STEPS = 3, 12
#: Relations of the words before a noun that say which it is.
_BEFORE_NOUN = frozenset({"amod", "compound", "det", "flat", "nummod"})
#: What a description of somebody without a name goes by.
_NAMELESS = ("described/", "unnamed/")


class Completing:
    """Completes descriptions by the sources that an article has opened, and by what the engine takes a word to stand for."""

    def __init__(
        self,
        links: Links,
        units: tuple[Unit, ...],
        opened: Sequence[OpenSource],
        tagged: Mapping[int, int],
    ) -> None:
        self.links, self.units, self.open, self.tagged = links, units, opened, tagged

    def headed(self, tokens: tuple[Token, ...], source: Phrase, unit: int) -> Phrase:
        """Give "another" and "a third" the noun that they stand for, and its kind."""
        if _is_of_number(tokens, source):
            return replace(source, head="them", kind=LinkKind.ORGANISATION)
        noun = self._noun(source, unit)
        if noun is None or tokens[source.first].lower in DEFINITE:
            return source
        kind = noun.links[-1].kind
        one = LinkKind.PERSON if kind is LinkKind.GROUP else kind
        return replace(source, head=self._one(noun), kind=one)

    def words(self, tokens: tuple[Token, ...], source: Phrase, unit: int) -> str | None:
        """Give a description with what it leaves out; None if it leaves out nothing, or nothing is known of it."""
        text = self.links.span(tokens, source).text
        if source.is_adjective:
            return f"somebody {text if source.first else text[:1].lower() + text[1:]}"
        first, _, rest = text.partition(" ")
        if first.lower() in _POSSESSIVES and rest:
            owner = self._owner(tokens[source.first].start)
            return f"{rest} of {owner}" if owner else None
        if tokens[source.last - 1].lower not in _FOR_A_NOUN:
            return None
        noun = self._noun(replace(source, head=tokens[source.last - 1].lower), unit)
        return f"{without_article(text).lower()} {self._one(noun)}" if noun else None

    def _noun(self, source: Phrase, unit: int) -> OpenSource | None:
        """The source without a name met last, whose noun such a word stands for."""
        if source.head not in _FOR_A_NOUN:
            return None
        near = (e for e in reversed(self.open) if unit - e.unit <= _NEAR)
        return next((e for e in near if _is_nameless(e)), None)

    def _one(self, noun: OpenSource) -> str:
        """The noun of a source, of one alone: "clerk" of "two clerks"."""
        units = reversed(self.units[: noun.unit + 1])
        lemmas = (t.lemma.lower() for u in units for t in u.tokens if t.lower == noun.head)
        return next(lemmas, noun.head)

    def _owner(self, start: int) -> str | None:
        """Whom a possessive stands for: a name, or a noun with the words before it."""
        for _ in range(_MOST_STEPS):
            place = self.tagged.get(start)
            if place is None:
                return None
            names = self.links.cast.names
            named = [
                n for n in names if n.start <= place < n.end and n.kind is MentionKind.NAME
            ]
            if named:
                return self.links.cast.titles.get(named[0].actor_id, named[0].text)
            if words := self._noun_at(place):
                return words
            start = place
        return None

    def _noun_at(self, place: int) -> str | None:
        tokens = next((u.tokens for u in self.units if u.start <= place < u.end), ())
        at = next((i for i, t in enumerate(tokens) if t.start == place), None)
        if at is None or tokens[at].tag != "NOUN":
            return None
        first = at
        while first and tokens[first - 1].head == at and _says_which(tokens[first - 1]):
            first -= 1
        phrase = self.links.article.text[tokens[first].start : tokens[at].end]
        return f"the {without_article(phrase)}"


def _is_of_number(tokens: tuple[Token, ...], source: Phrase) -> bool:
    """ "One of the three", "both": no noun, only how many they were."""
    words = [token.lower for token in tokens[source.first : source.last]]
    return words == ["both"] or (words[-3:-1] == ["of", "the"] and words[-1] in _NUMBERS)


def _says_which(token: Token) -> bool:
    return token.relation.partition(":")[0] in _BEFORE_NOUN and token.lower not in PRONOUNS


def _is_nameless(source: OpenSource) -> bool:
    actor = source.links[-1].actor_id or ""
    return actor.startswith(_NAMELESS) and source.head not in PRONOUNS | _FOR_A_NOUN
