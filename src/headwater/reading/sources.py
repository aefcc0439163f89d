"""Who a source phrase stands for, given all that the article said before.

An anaphor ("they", "the sources", "the newspaper") takes the nearest earlier source that fits;
it brings that source's chain with it. Whoever is named anew starts a chain of his own.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from headwater.language import Token
from headwater.lexicon import Entry, fold_name, is_press_service, outlet_id, registry, words
from headwater.model import (
    ActorKind,
    Article,
    Basis,
    ChainLink,
    LinkKind,
    MentionKind,
    Span,
    digest,
)
from headwater.reading.cast import Cast, Name
from headwater.reading.grammar import DETERMINERS, PRONOUNS
from headwater.reading.shapes.attribution import Attribution
from headwater.reading.shapes.citing import CITING
from headwater.reading.shapes.verbs import PASSIVE
from headwater.reading.speakers import Phrase, clause_subject, link_kind_of
from headwater.reading.units import Unit

_DEFINITE = frozenset("the these those this that same his her its their both".split())
#: Nouns that say no more of those they call back than how many they are.
_COUNTED = frozenset({"pair", "duo", "trio"})
_ORDINALS = frozenset({"second", "third", "fourth"})
_PLURAL_PRONOUNS = frozenset({"they", "we", "them", "us"})
_BODIES = frozenset(
    {LinkKind.ORGANISATION, LinkKind.OUTLET, LinkKind.AGENCY, LinkKind.GROUP, LinkKind.DOCUMENT}
)
_PRESS = frozenset({LinkKind.OUTLET, LinkKind.AGENCY})
_PRESS_ACTORS = frozenset({ActorKind.OUTLET, ActorKind.AGENCY})
#: Heads that add nothing to the name before them: "the Hezbollah group".
_APPOSED = frozenset(
    "group movement militia organisation organization newspaper agency network channel website outlet party".split()
)
_PRINTING = frozenset({"published", "carried", "aired", "broadcast"})
#: Nouns for those whom an outlet sends to see.
_PRESS_STAFF = frozenset(
    "correspondent correspondents reporter reporters journalist journalists witness witnesses photographer photographers crew".split()
)
#: Pronouns that may stand between one and the name it goes back to.
_LONGEST_WAY_BACK = 12
#: Before a word for those who report, these make them the outlet's own.
_OWN = frozenset({"our", "this"})
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}|\b[A-Z]\.[A-Z]\b")
#: Common nouns by which a page calls back an outlet it has named.
_PRESS_WORDS = frozenset(
    "newspaper paper daily agency outlet report reports magazine channel station broadcaster network publication newswire tabloid portal site website radio weekly article story".split()
)


@dataclass(frozen=True, slots=True)
class OpenSource:
    """A source met earlier: its chain behind the page's outlet, its last phrase, where it was met.

    ``inner`` where another told what it says: "A said that B wanted boats. She added …" goes on with A.
    """

    links: tuple[ChainLink, ...]
    head: str
    plural: bool
    unit: int
    inner: bool = False


class Sources:
    """The sources an article has opened so far, and the links they make."""

    def __init__(
        self,
        article: Article,
        cast: Cast,
        units: tuple[Unit, ...],
        antecedents: Iterable[tuple[int, int]] = (),
    ) -> None:
        self.article, self.cast, self.units = article, cast, units
        #: Where a pronoun begins, to where the word begins that the engine takes it to stand for.
        self.antecedents = dict(antecedents)
        self.root = ChainLink(
            position=0,
            actor_id=article.outlet,
            name=article.outlet_name,
            kind=_root_kind(article.outlet),
            basis=Basis.PAGE,
        )
        self.credit = self._credited()
        self.open: list[OpenSource] = []
        self._inner = False

    def chain(
        self,
        tokens: tuple[Token, ...],
        found: Attribution,
        unit: int,
        *,
        is_inner: bool = False,
    ) -> tuple[ChainLink, ...]:
        """Give the links behind the page's outlet for one attribution, and remember them as open.

        Args:
            tokens: The words of the unit.
            found: The attribution.
            unit: The number of the unit.
            is_inner: Whether it stands in what another says.
        """
        self._inner = is_inner
        source = found.source
        outer = self._relaying(tokens, found, unit)
        if found.addressee and found.cue_lemma == "tell" and not outer:
            outer = self._told_press(tokens, found.addressee)
        if source is None:
            return (*outer, _unspecified())
        if self._is_own(tokens, source, unit):
            return outer
        outer = outer or self._employer(tokens, source)
        if outer and _is_own_report(tokens, found, source):
            return outer
        inner = self._source_links(tokens, source, outer, unit, found.relay_cue)
        if inner and self._is_root(inner[0]):
            inner = inner[1:]  # "Marsh Gazette has learned", on its own page
        if found.shape != "aside":  # "…, which they fear": the text goes on about another
            self._remember(tokens, source, inner, unit)
        return inner

    def forget(self) -> None:
        """Close all sources that are open."""
        self.open.clear()

    def _is_root(self, link: ChainLink) -> bool:
        """Tell whether a link is the page's outlet, by its id or, of the press, by its very name."""
        if link.actor_id is not None and link.actor_id == self.root.actor_id:
            return True
        if link.kind not in _PRESS or not link.name or not self.root.name:
            return False
        return fold_name(_without_article(link.name)) == fold_name(
            _without_article(self.root.name)
        )

    def _relaying(
        self, tokens: tuple[Token, ...], found: Attribution, unit: int
    ) -> tuple[ChainLink, ...]:
        """Give the links of those who hand the source on, the outermost first."""
        if not found.relayers:
            return self._quoting_press(tokens, found)
        first, *further = found.relayers
        outer = self._press_links(tokens, first, unit)
        cites = any(tokens[at].lower in CITING for at, _ in found.cue)
        if not outer and (
            cites or further or found.cue_lemma == "quote" or first.kind not in _PRESS
        ):
            outer = self._quoter(tokens, first, unit)
        for relayer in further:
            outer = self._source_links(tokens, relayer, outer, unit, None)
        return outer

    def _quoting_press(
        self, tokens: tuple[Token, ...], found: Attribution
    ) -> tuple[ChainLink, ...]:
        """ "Two clerks are quoted as saying": nobody says by whom, so by the press met last."""
        is_passive = found.cue_lemma == "quote" and any(
            tokens[at].lower in PASSIVE
            for first, _ in found.cue[:1]
            for at in range(max(0, first - 2), found.cue[0][1])
        )
        press = (
            replace(link, basis=Basis.CARRIED)
            for earlier in reversed(self.open)
            for link in reversed(earlier.links)
            if link.kind in _PRESS
        )
        return tuple(islice(press, 1)) if is_passive else ()

    def _quoter(
        self, tokens: tuple[Token, ...], relayer: Phrase, unit: int
    ) -> tuple[ChainLink, ...]:
        """ "The minister quoted the general": no press, or none we know; "it" is the press met last."""
        if relayer.head == "it":
            return self._called_back_press(_span(self.article.text, tokens, relayer))
        links = self._source_links(tokens, relayer, (), unit, None)
        return links if links and links[-1].name else ()

    def _told_press(
        self, tokens: tuple[Token, ...], addressee: Phrase
    ) -> tuple[ChainLink, ...]:
        """ "told the Quelmouth Courier": an outlet no registry knows, which the article calls press; "told the agency"."""
        span = _span(self.article.text, tokens, addressee)
        is_the = tokens[addressee.first].lower in _DEFINITE
        if (
            is_the
            and addressee.head in _PRESS_WORDS
            and not self._names_someone(tokens, addressee)
        ):
            return self._called_back_press(span)
        press = [n for n in self.cast.within(span.start, span.end) if n.type in _PRESS_ACTORS]
        named = [n for n in press if n.actor_id != self.root.actor_id]
        return (self._name_link(named[0], Basis.EXPLICIT),) if named else ()

    def _employer(self, tokens: tuple[Token, ...], source: Phrase) -> tuple[ChainLink, ...]:
        """ "the BBC's correspondent", "a Reuters witness": who works for an outlet speaks through it."""
        if source.head not in _PRESS_STAFF:
            return ()
        first = source.first + (tokens[source.first].lower in DETERMINERS)
        span = _span(self.article.text, tokens, source)
        names = self.cast.within(tokens[first].start, span.end)
        press = [n for n in names if n.type in _PRESS_ACTORS and n.start == tokens[first].start]
        named = [n for n in press if n.actor_id != self.root.actor_id]
        return (self._name_link(named[0], Basis.EXPLICIT),) if named else ()

    def _is_own(self, tokens: tuple[Token, ...], source: Phrase, unit: int) -> bool:
        """ "We have read", "our own reporter saw", outside a quotation: the outlet speaks."""
        start = tokens[source.first].start
        if any(q.start <= start < q.end for q in self.units[unit].quotations):
            return False
        is_owned = tokens[source.first].lower in _OWN
        is_paper = source.kind is LinkKind.OUTLET and source.head in _PRESS_WORDS
        is_first = not any(
            link.kind in _PRESS for earlier in self.open for link in earlier.links
        )
        is_staff = is_owned and (source.head in _PRESS_STAFF or (is_paper and is_first))
        return is_staff or source.head in {"we", "i"}

    def _credited(self) -> tuple[ChainLink, ...]:
        """The agency or outlet a credit line gives the whole text to: it stands behind the page."""
        for credit in self.article.credits:
            entry = press_entry(credit.name)
            actor_id = entry.id if entry else outlet_id(credit.name)
            if not credit.photo and actor_id != self.root.actor_id:
                basis = Basis.DATELINE if credit.words.endswith("-") else Basis.CREDIT
                return (
                    ChainLink(
                        position=1, actor_id=actor_id, name=entry.name if entry else credit.name,
                        kind=link_kind_of(entry.kind) if entry else LinkKind.OUTLET, basis=basis,
                        start=credit.start, end=credit.end, text=None if credit.start is None else credit.words,
                    ),
                )  # fmt: skip
        return ()

    def behind(self, links: tuple[ChainLink, ...]) -> tuple[ChainLink, ...]:
        """Put the page's outlet, and whom its credit line names, before the links of a statement."""
        named = {link.actor_id for link in links}
        credit = tuple(link for link in self.credit if link.actor_id not in named)
        return (self.root, *credit, *links)

    def _source_links(
        self,
        tokens: tuple[Token, ...],
        source: Phrase,
        outer: tuple[ChainLink, ...],
        unit: int,
        cue: str | None,
    ) -> tuple[ChainLink, ...]:
        span = _span(self.article.text, tokens, source)
        may_be_press = (
            source.kind in _PRESS | {LinkKind.DOCUMENT} or source.head in _PRESS_WORDS
        )
        is_service = is_press_service(span.text)  # "the Reuters news service"
        if may_be_press or is_service or self._is_headed_by_press(tokens, source, span):
            press = self._press_links(tokens, source, unit)
            is_same = bool(press and outer) and press[-1].actor_id == outer[-1].actor_id
            if is_same and source.head in _PRESS_WORDS:
                return outer
            if press and not is_same:
                return (*outer, *press)
        if not outer:
            antecedent = self._antecedent(tokens, source, unit)
            if antecedent:
                return self._called_back(antecedent, span)
            outer = self._told_of(tokens, source, unit) or self._one_of(tokens, source)
        elif antecedent := self._antecedent(tokens, source, unit):
            # "the agency quoted him as adding", "the sources also told the agency"
            before = {link.actor_id for link in antecedent.links[:-1]}
            if source.head in PRONOUNS or outer[-1].actor_id in before:
                return (*outer, self._called_back(antecedent, span)[-1])
        link = self._new_link(tokens, source, span, outer)
        return (*outer, replace(link, cue=cue))

    def _is_headed_by_press(
        self, tokens: tuple[Token, ...], source: Phrase, span: Span
    ) -> bool:
        """ "the state news agency Telkarven": a name no registry knows, which the article calls press."""
        name = self._head_name(tokens, source, span)
        return name is not None and name.type in _PRESS_ACTORS

    def _told_of(
        self, tokens: tuple[Token, ...], source: Phrase, unit: int
    ) -> tuple[ChainLink, ...]:
        """ "These messages" were told of by the source before, and reach us through it."""
        demonstrative = any(t.lower in _DEFINITE for t in tokens[source.first : source.last])
        if source.kind is not LinkKind.DOCUMENT or not demonstrative or not self.open:
            return ()
        earlier = self.open[-1]
        if earlier.unit != unit - 1 or source.head not in self.words_of(earlier.unit):
            return ()
        return tuple(replace(link, basis=Basis.CARRIED) for link in earlier.links)

    def _one_of(self, tokens: tuple[Token, ...], source: Phrase) -> tuple[ChainLink, ...]:
        """ "One source said", behind "two sources told OUTLET": whoever heard the two heard him, probably."""
        first = tokens[source.first].lower
        is_ordinal = first in {"a", "the"} and tokens[source.first + 1].lower in _ORDINALS
        if not is_ordinal and first not in {"one", "another"}:
            return ()
        for earlier in reversed(self.open):
            if earlier.plural and _same_noun(source.head, earlier.head):
                return tuple(replace(link, basis=Basis.CARRIED) for link in earlier.links[:-1])
        return ()

    def _press_links(
        self, tokens: tuple[Token, ...], phrase: Phrase, unit: int
    ) -> tuple[ChainLink, ...]:
        """The outlet a phrase names ("a report in the Guardian") or calls back ("the newspaper")."""
        del unit
        span = _span(self.article.text, tokens, phrase)
        names = [
            n
            for n in self.cast.within(span.start, min(span.end + 60, len(self.article.text)))
            if n.type in _PRESS_ACTORS
        ]
        here = [n for n in names if n.end <= span.end] or (
            [
                n
                for n in names
                if phrase.kind is LinkKind.DOCUMENT
                and _same_clause(self.article.text, span.end, n.start)
            ]
        )
        if here:
            return (
                ()
                if here[0].actor_id == self.root.actor_id
                else (self._name_link(here[0], Basis.EXPLICIT),)
            )
        body = [
            n
            for n in self.cast.within(span.start, span.end)
            if n.type is ActorKind.ORGANISATION and n.kind is MentionKind.NAME
        ]
        if body and phrase.kind is LinkKind.DOCUMENT:
            link = replace(self._name_link(body[-1], Basis.EXPLICIT), kind=LinkKind.DOCUMENT)
            return (replace(link, start=span.start, end=span.end, text=span.text),)
        if phrase.head in _PRESS_WORDS and not span.text.split()[-1][0].isupper():
            return self._called_back_press(span)
        if phrase.kind in _PRESS:
            return (self._new_link(tokens, phrase, span, ()),)
        return ()

    def _called_back_press(self, span: Span) -> tuple[ChainLink, ...]:
        for earlier in reversed(self.open):
            for link in reversed(earlier.links):
                if link.kind in _PRESS:
                    return (
                        replace(
                            link,
                            basis=Basis.EXPLICIT,
                            start=span.start,
                            end=span.end,
                            text=span.text,
                        ),
                    )
        return ()

    def _called_back(self, earlier: OpenSource, span: Span) -> tuple[ChainLink, ...]:
        carried = tuple(
            replace(link, basis=Basis.CARRIED) if link.basis is Basis.EXPLICIT else link
            for link in earlier.links[:-1]
        )
        last = replace(
            earlier.links[-1],
            basis=Basis.EXPLICIT,
            start=span.start,
            end=span.end,
            text=span.text,
        )
        return (*carried, last)

    def words_of(self, unit: int) -> frozenset[str]:
        """The lower-case words of one unit."""
        return frozenset(token.lower for token in self.units[unit].tokens)

    def _antecedent(
        self, tokens: tuple[Token, ...], source: Phrase, unit: int
    ) -> OpenSource | None:
        words = [t.lower for t in tokens[source.first : source.last]]
        if source.head in PRONOUNS:
            return (
                self._subject_here(tokens, source, unit)
                or self._person_meant(source.head, tokens[source.first].start, unit)
                or self._subject_before(source.head, unit)
                or self._for_pronoun(source.head, tokens[source.first].start)
            )
        if words[0] not in _DEFINITE or self._names_someone(tokens, source):
            return None
        if source.head in _COUNTED:
            return self._for_pronoun("they", tokens[source.first].start)
        alike = [
            earlier for earlier in reversed(self.open) if _same_noun(source.head, earlier.head)
        ]
        plural = _is_plural(tokens, source)
        # "the intelligence sources" steps back over "one source" to the two it was one of.
        return next((e for e in alike if e.plural == plural), alike[0] if alike else None)

    def _subject_here(
        self, tokens: tuple[Token, ...], source: Phrase, unit: int
    ) -> OpenSource | None:
        """Who acts earlier in the same sentence: "The general met them, and he told …"."""
        if not source.first or not tokens[source.first - 1].is_word:
            return None  # ", they added" speaks of the sentence before
        subject = clause_subject(tokens, 0, source.first)
        if subject is None or subject.head in PRONOUNS or subject.last > source.first:
            return None
        link = self._new_link(tokens, subject, _span(self.article.text, tokens, subject), ())
        found = OpenSource((link,), subject.head, _is_plural(tokens, subject), unit)
        return found if _agrees(source.head, found) else None

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
        link = self._new_link(
            before.tokens, subject, _span(self.article.text, before.tokens, subject), ()
        )
        found = OpenSource((link,), subject.head, _is_plural(before.tokens, subject), unit - 1)
        return found if _agrees(pronoun, found) else None

    def _person_in(self, before: Unit, unit: int) -> OpenSource | None:
        """The one person whom the sentence before names, if nobody else spoke there."""
        people = {
            n.actor_id: n
            for n in self.cast.within(before.start, before.end)
            if n.type is ActorKind.PERSON
        }
        if len(people) != 1 or any(
            o.unit == unit - 1 and o.links[-1].kind is LinkKind.PERSON for o in self.open
        ):
            return None
        (person,) = people.values()
        return OpenSource(
            (self._name_link(person, Basis.EXPLICIT),),
            person.text.split()[-1].lower(),
            plural=False,
            unit=unit - 1,
        )

    def _person_meant(self, pronoun: str, start: int, unit: int) -> OpenSource | None:
        """The person for whom "he" or "she" stands, as the engine reads it, from word to word.

        Not asked where one spoke in the sentence right before: he goes on.
        """
        spoke = bool(self.open) and self.open[-1].unit >= unit - 1
        if pronoun not in {"he", "she"} or (spoke and _agrees(pronoun, self.open[-1])):
            return None
        for _ in range(_LONGEST_WAY_BACK):
            place = self.antecedents.get(start)
            if place is None or place >= start:
                return None
            if (found := self._person_at(place, unit)) and (
                _agrees(pronoun, found) or _is_guessed(found)
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
        named = [n for n in self.cast.names if n.start <= place < n.end]
        if not named or named[0].type is not ActorKind.PERSON:
            return None
        links = (self._name_link(named[0], Basis.EXPLICIT),)
        return OpenSource(links, fold_name(named[0].text)[-1], plural=False, unit=unit)

    def _for_pronoun(self, pronoun: str, start: int) -> OpenSource | None:
        """The nearest that fits of those met before it: "They want boats, two officers said" is not of the officers."""
        fitting = [
            earlier
            for earlier in reversed(self.open)
            if _agrees(pronoun, earlier) and (earlier.links[-1].start or 0) <= start
        ]
        outer = (one for one in fitting if one.unit == fitting[0].unit and not one.inner)
        return (
            next(outer, fitting[0])
            if fitting and not self._inner
            else next(iter(fitting), None)
        )

    def _names_someone(self, tokens: tuple[Token, ...], source: Phrase) -> bool:
        span = _span(self.article.text, tokens, source)
        return any(n.kind is MentionKind.NAME for n in self.cast.within(span.start, span.end))

    def _new_link(
        self,
        tokens: tuple[Token, ...],
        source: Phrase,
        span: Span,
        outer: tuple[ChainLink, ...],
    ) -> ChainLink:
        name = self._head_name(tokens, source, span)
        if name and source.kind is not LinkKind.UNNAMED:
            return replace(
                self._name_link(name, Basis.EXPLICIT),
                start=span.start,
                end=span.end,
                text=span.text,
            )
        if source.head in PRONOUNS:
            return replace(
                _unspecified(),
                basis=Basis.UNSPECIFIED,
                start=span.start,
                end=span.end,
                text=span.text,
            )
        described = _without_article(span.text)
        owner = (self.root, *self.credit, *outer)[-1]
        if source.kind is LinkKind.UNNAMED:
            actor = "unnamed/" + digest(
                owner.actor_id or self.article.id, _descriptor(described)
            )
        else:
            actor = "described/" + digest(_descriptor(described))
        return self._link(actor, described, source.kind, Basis.EXPLICIT, span)

    def _apposed(self, span: Span) -> Name | None:
        """ "its chairman, Olaf Brandt, said": the name set off by commas right behind a phrase."""
        text = self.article.text
        for name in self.cast.within(span.end, min(span.end + 60, len(text))):
            set_off = (
                text[span.end : name.start] == ", " and text[name.end : name.end + 1] == ","
            )
            if set_off and name.type is ActorKind.PERSON:
                return name
        return None

    def _head_name(self, tokens: tuple[Token, ...], source: Phrase, span: Span) -> Name | None:
        """The name a phrase is headed by: "the group" in "the Hezbollah group", not Israel in "Israeli officials"."""
        names = [
            n for n in self.cast.within(span.start, span.end) if n.kind is MentionKind.NAME
        ]
        people = [n for n in names if n.type is ActorKind.PERSON]
        if not names and (apposed := self._apposed(span)):
            return apposed
        if people:
            return people[0] if len(people) == 1 else None
        if _are_two(self.article.text, names):
            return None
        head_end = next(
            (
                t.end
                for t in reversed(tokens[source.first : source.last])
                if t.lower == source.head
            ),
            span.end,
        )
        fitting = [
            n
            for n in names
            if n.start < head_end <= n.end
            or (n.end < head_end and source.head in _APPOSED and n.type is not ActorKind.STATE)
        ]
        return fitting[-1] if fitting else None

    def _name_link(self, name: Name, basis: Basis) -> ChainLink:
        span = Span(start=name.start, end=name.end, text=name.text)
        title = self.cast.titles.get(name.actor_id, name.text)
        return self._link(name.actor_id, title, link_kind_of(name.type), basis, span)

    def _link(
        self, actor: str, name: str, kind: LinkKind, basis: Basis, span: Span
    ) -> ChainLink:
        return ChainLink(
            position=0,
            actor_id=actor,
            name=name,
            kind=kind,
            basis=basis,
            start=span.start,
            end=span.end,
            text=span.text,
        )

    def _remember(
        self, tokens: tuple[Token, ...], source: Phrase, links: tuple[ChainLink, ...], unit: int
    ) -> None:
        if not links:
            return
        head = source.head
        if head in PRONOUNS and self.open:
            head = next(
                (
                    o.head
                    for o in reversed(self.open)
                    if o.links and o.links[-1].actor_id == links[-1].actor_id
                ),
                head,
            )
        self.open.append(OpenSource(links, head, _is_plural(tokens, source), unit, self._inner))


def _are_two(text: str, names: list[Name]) -> bool:
    """ "Norway and Denmark": two names beside each other are no one's."""
    return any(
        text[a.end : b.start] in {" and ", ", ", ", and "} and a.actor_id != b.actor_id
        for a, b in pairwise(names)
    )


def _is_own_report(tokens: tuple[Token, ...], found: Attribution, source: Phrase) -> bool:
    """ "A report published by OUTLET", "interviews by OUTLET" say what the outlet says, as "a report in OUTLET" does."""
    first = found.relayers[-1].first if found.relayers else source.last
    if not source.first + 1 < first < source.last:
        return False
    before = tokens[first - 2].lower
    return before == source.head or (source.head in _PRESS_WORDS and before in _PRINTING)


def press_entry(name: str) -> Entry | None:
    """Give the outlet or agency of the registry that goes by a name, surely and alone."""
    sure = [registry().entries[e] for e, form in registry().of_name(name) if not form.weak]
    press = [e for e in sure if e.kind in _PRESS_ACTORS]
    return press[0] if len(press) == 1 else None


def _agrees(pronoun: str, source: OpenSource) -> bool:
    """Tell whether a pronoun may stand for a source by number and kind."""
    kind = source.links[-1].kind
    if pronoun in _PLURAL_PRONOUNS:
        return source.plural or kind is LinkKind.GROUP
    if source.plural:
        return False
    if pronoun in {"he", "she", "i", "him", "her"}:
        return kind in {LinkKind.PERSON, LinkKind.UNNAMED}
    return pronoun == "it" and kind in _BODIES and kind not in _PRESS


def _is_guessed(source: OpenSource) -> bool:
    """Whether one speaker was described by a noun that no list knows, who may be a person after all."""
    link = source.links[-1]
    is_described = bool(link.actor_id) and str(link.actor_id).startswith("described/")
    return is_described and not source.plural and source.head not in words().speakers


def _root_kind(outlet: str | None) -> LinkKind:
    entry = registry().entries.get(outlet or "")
    return link_kind_of(entry.kind) if entry else LinkKind.OUTLET


def _unspecified() -> ChainLink:
    return ChainLink(
        position=0, actor_id=None, name=None, kind=LinkKind.UNNAMED, basis=Basis.UNSPECIFIED
    )


def _span(text: str, tokens: tuple[Token, ...], phrase: Phrase) -> Span:
    return Span.cut(text, tokens[phrase.first].start, tokens[phrase.last - 1].end)


def _same_clause(text: str, start: int, end: int) -> bool:
    between = text[start:end]
    return not any(mark in between for mark in '.;,”"') and len(between.split()) <= 6


def _same_noun(a: str, b: str) -> bool:
    return a == b or a.rstrip("s") == b.rstrip("s")


def _is_plural(tokens: tuple[Token, ...], source: Phrase) -> bool:
    if source.head in _PLURAL_PRONOUNS or source.kind is LinkKind.GROUP:
        return True
    if any(t.lower == "and" for t in tokens[source.first : source.last]):
        return True
    if source.head in {"people", "sourced"}:
        return True
    return source.head.endswith("s") and source.kind in {LinkKind.UNNAMED, LinkKind.PERSON}


def _without_article(text: str) -> str:
    parts = text.split()
    while len(parts) > 1 and parts[0].lower() in {"the", "a", "an", "these", "those"}:
        parts.pop(0)
    return " ".join(parts)


def _descriptor(text: str) -> str:
    """The words by which a description is the same elsewhere: "a U.S. official" is "the US official"."""
    plain = _DOTTED.sub(lambda found: found[0].replace(".", ""), text)
    return " ".join(
        k
        for k in fold_name(plain)
        if k not in DETERMINERS - {"two", "three", "four", "five", "six", "several"}
    )
