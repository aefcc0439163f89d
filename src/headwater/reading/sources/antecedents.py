"""Which source met before an anaphor calls back: "they", "the sources", "he", "the pair", "one of them"."""

from collections.abc import Mapping
from dataclasses import replace

from headwater.language import Token
from headwater.lexicon import fold_name
from headwater.model import ActorKind, Basis, ChainLink, LinkKind
from headwater.reading.grammar import PRONOUNS
from headwater.reading.sources.links import Links
from headwater.reading.sources.opened import (
    DEFINITE,
    OpenSource,
    agrees,
    is_guessed,
    is_named_person,
    is_plural,
    same_noun,
)
from headwater.reading.speakers import Phrase, clause_subject
from headwater.reading.units import Unit

#: Nouns that say no more of those they call back than how many they are, or man or woman.
_COUNTED = dict.fromkeys(("pair", "duo", "trio"), "they")
_AS_PRONOUNS = {"the man": "he", "the woman": "she"}
_ORDINALS = frozenset({"first", "second", "third", "fourth", "other"})
#: Pronouns that may stand between one and the name it goes back to.
_LONGEST_WAY_BACK = 12


class Antecedents:
    """Finds whom an anaphor means, among the open sources and those who act in the sentences before."""

    def __init__(
        self,
        links: Links,
        units: tuple[Unit, ...],
        opened: list[OpenSource],
        tagged: Mapping[int, int],
    ) -> None:
        self.links, self.units, self.open = links, units, opened
        #: Where a pronoun begins, to where the word begins that the engine takes it to stand for.
        self.antecedents = tagged
        #: Whether what is asked about stands in what another says.
        self.is_inner = False

    def of(self, tokens: tuple[Token, ...], source: Phrase, unit: int) -> OpenSource | None:
        """Find the source that a phrase calls back; None if it is no anaphor, or nobody fits."""
        words = [t.lower for t in tokens[source.first : source.last]]
        if source.head in PRONOUNS:
            return (
                self._subject_here(tokens, source, unit)
                or self._person_meant(source.head, tokens[source.first].start, unit)
                or self._subject_before(source.head, unit)
                or self._for_pronoun(source.head, tokens[source.first].start)
            )
        if words[0] not in DEFINITE or self.links.names_someone(tokens, source):
            return None
        if pronoun := _AS_PRONOUNS.get(" ".join(words)) or _COUNTED.get(source.head):
            return self._for_pronoun(pronoun, tokens[source.first].start)
        alike = [
            earlier
            for earlier in reversed(self.open)
            if same_noun(source.head, earlier.head) or _bears_title(words, earlier)
        ]
        are_many = any(earlier.plural for earlier in alike)
        ordinal = next((word for word in words[1:2] if word in _ORDINALS), None)
        if are_many and ordinal:  # "the second diplomat" is not the two
            return next((e for e in alike if _is_counted(ordinal, e)), None)
        plural = is_plural(tokens, source)
        # "the intelligence sources" steps back over "one source" to the two it was one of.
        return next((e for e in alike if e.plural == plural), alike[0] if alike else None)

    def one_of(self, tokens: tuple[Token, ...], source: Phrase) -> tuple[ChainLink, ...]:
        """ "One source said", behind "two people told OUTLET": whoever heard the two heard him, probably."""
        first = tokens[source.first].lower
        is_ordinal = first in {"a", "the"} and tokens[source.first + 1].lower in _ORDINALS
        if not is_ordinal and first not in {"one", "another"}:
            return ()
        for earlier in reversed(self.open):
            if self._may_be_one_of(source, earlier, first):
                return tuple(replace(link, basis=Basis.CARRIED) for link in earlier.links[:-1])
        return ()

    def _may_be_one_of(self, source: Phrase, earlier: OpenSource, first: str) -> bool:
        """Tell whether one of several is among those met earlier, or "another" one more beside him."""
        unnamed = {source.kind, earlier.links[-1].kind} == {LinkKind.UNNAMED}
        is_like = same_noun(source.head, earlier.head) or (unnamed and earlier.plural)
        is_like = is_like or source.head in _ORDINALS  # "the second said"
        return is_like and (earlier.plural or first == "another")

    def _subject_here(
        self, tokens: tuple[Token, ...], source: Phrase, unit: int
    ) -> OpenSource | None:
        """Who acts earlier in the same sentence: "The general met them, and he told …"."""
        if not source.first or not tokens[source.first - 1].is_word:
            return None  # ", they added" speaks of the sentence before
        subject = clause_subject(tokens, 0, source.first)
        if subject is None or subject.head in PRONOUNS or subject.last > source.first:
            return None
        link = self.links.new(tokens, subject, self.links.span(tokens, subject), ())
        found = OpenSource((link,), subject.head, is_plural(tokens, subject), unit)
        return found if agrees(source.head, found) else None

    def _subject_before(self, pronoun: str, unit: int) -> OpenSource | None:
        """Who acts in the sentence before, if nobody speaks there: "Hezbollah launched …. It said"."""
        before = self.units[unit - 1] if unit else None
        if (
            pronoun in {"he", "she"}
            and before is not None
            and (person := self._person_in(before, unit))
        ):
            return person
        if before is None or before.is_title or any(o.unit == unit - 1 for o in self.open):
            return None
        subject = clause_subject(before.tokens, 0, len(before.tokens))
        if subject is None or subject.head in PRONOUNS or subject.kind is LinkKind.DOCUMENT:
            return None
        plural = is_plural(before.tokens, subject)
        if known := self._known(before.tokens, subject, plural=plural):
            return known if agrees(pronoun, known) else None
        link = self.links.new(
            before.tokens, subject, self.links.span(before.tokens, subject), ()
        )
        found = OpenSource((link,), subject.head, plural, unit - 1)
        return found if agrees(pronoun, found) else None

    def _known(
        self, tokens: tuple[Token, ...], subject: Phrase, *, plural: bool
    ) -> OpenSource | None:
        """The source that has spoken before and acts again: "The diplomats asked for tea. They said"."""
        if tokens[subject.first].lower not in DEFINITE:
            return None
        met = (e for e in reversed(self.open) if e.plural == plural)
        return next((e for e in met if same_noun(subject.head, e.head)), None)

    def _person_in(self, before: Unit, unit: int) -> OpenSource | None:
        """The one person whom the sentence before names, if nobody else spoke there."""
        people = {
            n.actor_id: n
            for n in self.links.cast.within(before.start, before.end)
            if n.type is ActorKind.PERSON
        }
        if len(people) != 1 or any(
            o.unit == unit - 1 and o.links[-1].kind is LinkKind.PERSON for o in self.open
        ):
            return None
        (person,) = people.values()
        return OpenSource(
            (self.links.of_name(person, Basis.EXPLICIT),),
            person.text.split()[-1].lower(),
            plural=False,
            unit=unit - 1,
        )

    def _person_meant(self, pronoun: str, start: int, unit: int) -> OpenSource | None:
        """The person for whom "he" or "she" stands, as the engine reads it, from word to word.

        Not asked where one spoke in the sentence right before: he goes on.
        """
        spoke = (o for o in self.open if o.unit >= unit - 1 and not o.inner)
        if pronoun not in {"he", "she"} or any(agrees(pronoun, o) for o in spoke):
            return None
        for _ in range(_LONGEST_WAY_BACK):
            place = self.antecedents.get(start)
            if place is None or place >= start:
                return None
            if (found := self._person_at(place, unit)) and (
                agrees(pronoun, found) or is_guessed(found)
            ):
                return found
            start = place
        return None

    def _person_at(self, place: int, unit: int) -> OpenSource | None:
        """The source whose words stand at a place, or else the person named there."""
        for earlier in reversed(self.open):
            link = earlier.links[-1]
            if link.start is not None and link.start <= place < (link.end or 0):
                return earlier
        named = [n for n in self.links.cast.names if n.start <= place < n.end]
        if not named or named[0].type is not ActorKind.PERSON:
            return None
        links = (self.links.of_name(named[0], Basis.EXPLICIT),)
        return OpenSource(links, fold_name(named[0].text)[-1], plural=False, unit=unit)

    def _for_pronoun(self, pronoun: str, start: int) -> OpenSource | None:
        """The nearest that fits of those met before it: "They want boats, two officers said" is not of the officers."""
        fitting = [
            earlier
            for earlier in reversed(self.open)
            if agrees(pronoun, earlier) and (earlier.links[-1].start or 0) <= start
        ]
        outer = (one for one in fitting if one.unit == fitting[0].unit and not one.inner)
        return (
            next(outer, fitting[0])
            if fitting and not self.is_inner
            else next(iter(fitting), None)
        )


def _is_counted(ordinal: str, source: OpenSource) -> bool:
    """Whether a source met earlier is one and was counted so: "a second diplomat"."""
    return not source.plural and ordinal in (source.links[-1].text or "").lower().split()


def _bears_title(words: list[str], source: OpenSource) -> bool:
    """ "The minister", behind "Foreign Minister NAME said": the noun stood before the name."""
    link = source.links[-1]
    if not is_named_person(link):
        return False
    before = (link.text or "").lower().split()[:-1]
    title = before[: before.index(words[-1]) + 1] if words[-1] in before else []
    return bool(title) and ("vice" in title) == ("vice" in words)
