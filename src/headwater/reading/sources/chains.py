"""The chain behind a source phrase, given all that the article said before."""

from collections.abc import Iterable
from dataclasses import replace

from headwater.language import Token
from headwater.model import Article, Basis, ChainLink, LinkKind, Span
from headwater.reading.cast import Cast
from headwater.reading.grammar import PRONOUNS, VEHICLES
from headwater.reading.shapes.attribution import Attribution
from headwater.reading.shapes.citing import CITING
from headwater.reading.sources.antecedents import Antecedents
from headwater.reading.sources.completing import Completing
from headwater.reading.sources.issuers import Issuers
from headwater.reading.sources.links import Links, unspecified
from headwater.reading.sources.opened import (
    DEFINITE,
    PRESS,
    OpenSource,
    is_named_person,
    is_plural,
)
from headwater.reading.sources.press import PRESS_WORDS, Press, is_own_report
from headwater.reading.speakers import Phrase
from headwater.reading.units import Unit

#: Words between whoever speaks and who asks him.
_ASKING = frozenset({"interview", "interviewed"})
#: Sentences within which one who is named again goes on in the same interview.
_NEAR = 2


class Sources:
    """The sources an article has opened so far, and the links they make."""

    def __init__(
        self,
        article: Article,
        cast: Cast,
        units: tuple[Unit, ...],
        antecedents: Iterable[tuple[int, int]] = (),
    ) -> None:
        self.units = units
        self.open: list[OpenSource] = []
        self._links = Links(article, cast)
        self._press = Press(self._links, self.open)
        tagged = dict(antecedents)
        self._antecedents = Antecedents(self._links, units, self.open, tagged)
        self._completing = Completing(self._links, units, self.open, tagged)
        self._issuers = Issuers(self._links, units, self.open, self._antecedents)

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
        self._antecedents.is_inner = is_inner
        source = found.source
        outer = self._relaying(tokens, found, unit)
        if found.addressee and found.cue_lemma == "tell" and not outer:
            outer = self._press.told(tokens, found.addressee)
        if source is None:
            return (*outer, unspecified())
        if self._is_own(tokens, source, unit):
            return outer
        source = self._completing.headed(tokens, source, unit)
        outer = outer or self._press.employer(tokens, source)
        if outer and is_own_report(tokens, found, source):
            return outer
        inner = self._source_links(tokens, source, outer, unit, found.relay_cue)
        if inner and self._links.is_root(inner[0]):
            inner = inner[1:]  # "Marsh Gazette has learned", on its own page
        # "…, which they fear": the text goes on about another; "regional warnings": about nobody
        if found.shape != "aside" and not source.is_adjective:
            self._remember(tokens, source, inner, unit)
        return inner

    def heard_through(self, outer: tuple[ChainLink, ...], unit: int) -> None:
        """Put the press that told of the source met last before it: it goes on through the press."""
        last = self.open[-1] if self.open else None
        is_press = all(link.kind in PRESS for link in outer)
        if last and last.inner and last.unit == unit and is_press:
            self.open[-1] = replace(last, links=(*outer, *last.links))

    def forget(self) -> None:
        """Close all sources that are open."""
        self.open.clear()

    def behind(self, links: tuple[ChainLink, ...]) -> tuple[ChainLink, ...]:
        """Put the page's outlet, and whom its credit line names, before the links of a statement.

        What nobody is named for comes from whom the credited outlet cites, if the credit line says so.
        """
        named = {link.actor_id for link in links}
        credit = tuple(link for link in self._links.credit if link.actor_id not in named)
        cited = () if links else self._links.credit_cites
        return (self._links.root, *credit, *cited, *links)

    def words_of(self, unit: int) -> frozenset[str]:
        """The lower-case words of one unit."""
        return frozenset(token.lower for token in self.units[unit].tokens)

    def _relaying(
        self, tokens: tuple[Token, ...], found: Attribution, unit: int
    ) -> tuple[ChainLink, ...]:
        """Give the links of those who hand the source on, the outermost first."""
        if not found.relayers:
            paper = () if self._antecedents.is_inner else self._press.inside(tokens)
            return paper or self._press.quoting(tokens, found)
        first, *further = found.relayers
        if found.relay_cue in _ASKING and self._press.is_person(tokens, first):
            return ()
        outer = self._press.named(tokens, first)
        cites = any(tokens[at].lower in CITING for at, _ in found.cue)
        if not outer and (
            cites or further or found.cue_lemma == "quote" or first.kind not in PRESS
        ):
            outer = self._quoter(tokens, first, unit)
        for relayer in further:
            outer = self._source_links(tokens, relayer, outer, unit, None)
        return outer

    def _quoter(
        self, tokens: tuple[Token, ...], relayer: Phrase, unit: int
    ) -> tuple[ChainLink, ...]:
        """ "The minister quoted the general": no press, or none we know; "it" is the press met last."""
        if relayer.head == "it":
            return self._press.called_back(self._links.span(tokens, relayer))
        links = self._source_links(tokens, relayer, (), unit, None)
        return links if links and links[-1].name else ()

    def _is_own(self, tokens: tuple[Token, ...], source: Phrase, unit: int) -> bool:
        """ "We have read", "our own reporter saw", outside a quotation: the outlet speaks."""
        start = tokens[source.first].start
        if any(q.start <= start < q.end for q in self.units[unit].quotations):
            return False
        return self._press.is_own(tokens, source) or source.head in {"we", "i"}

    def _source_links(
        self,
        tokens: tuple[Token, ...],
        source: Phrase,
        outer: tuple[ChainLink, ...],
        unit: int,
        cue: str | None,
    ) -> tuple[ChainLink, ...]:
        span = self._links.span(tokens, source)
        if not outer and (issuer := self._issuers.of(tokens, source, unit)):
            return self._called_back(issuer, span)
        if self._press.is_meant(tokens, source, span):
            press = self._press.named(tokens, source)
            is_same = bool(press) and any(press[-1].actor_id == k.actor_id for k in outer)
            if is_same and source.head in PRESS_WORDS:
                return outer
            if press and not is_same:
                return (*outer, *press)
        if not outer:
            antecedent = self._antecedents.of(tokens, source, unit)
            if antecedent:
                return self._called_back(antecedent, span)
            if again := self._again(tokens, source, span, unit):
                links = self._called_back(again, span)
                inferred = (replace(link, basis=Basis.INFERRED) for link in links[:-1])
                return (*inferred, links[-1])
            outer = self._told_of(tokens, source, unit) or self._antecedents.one_of(
                tokens, source
            )
        elif antecedent := self._antecedents.of(tokens, source, unit):
            # "the agency quoted him as adding", "the sources also told the agency"
            before = {link.actor_id for link in antecedent.links[:-1]}
            if source.head in PRONOUNS or outer[-1].actor_id in before:
                return (*outer, self._called_back(antecedent, span)[-1])
        whole = self._completing.words(tokens, source, unit)
        link = self._links.new(tokens, source, span, outer, whole)
        return (*outer, replace(link, cue=cue))

    def _again(
        self, tokens: tuple[Token, ...], source: Phrase, span: Span, unit: int
    ) -> OpenSource | None:
        """ "NAME told OUTLET that …. NAME added": who spoke last goes on, unless he is said to speak elsewhere."""
        last = self.open[-1] if self.open else None
        if (
            last is None
            or not 0 < unit - last.unit <= _NEAR
            or not is_named_person(last.links[-1])
        ):
            return None
        name = self._links.head_name(tokens, source, span)
        is_same = name is not None and name.actor_id == last.links[-1].actor_id
        return last if is_same and not _speaks_elsewhere(tokens) else None

    def _told_of(
        self, tokens: tuple[Token, ...], source: Phrase, unit: int
    ) -> tuple[ChainLink, ...]:
        """ "These messages" were told of by the source before, and reach us through it.

        So do "the aides", if OUTLET has just told of two aides.
        """
        demonstrative = any(t.lower in DEFINITE for t in tokens[source.first : source.last])
        if not demonstrative or not self.open or self.open[-1].unit != unit - 1:
            return ()
        earlier = self.open[-1]
        before = self.units[earlier.unit].tokens
        is_told = source.head in self.words_of(earlier.unit)
        if source.kind is not LinkKind.DOCUMENT:
            is_told = earlier.links[-1].kind in PRESS and _is_brought_up(before, source.head)
        if not is_told:
            return ()
        return tuple(replace(link, basis=Basis.CARRIED) for link in earlier.links)

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
        are_many = is_plural(tokens, source) or self._links.are_people(
            self._links.span(tokens, source)
        )
        plural = are_many and not is_named_person(links[-1])
        self.open.append(OpenSource(links, head, plural, unit, self._antecedents.is_inner))


def _speaks_elsewhere(tokens: tuple[Token, ...]) -> bool:
    """Tell whether a sentence says how or to whom its words were said: "in a post", "told lawmakers"."""
    return any(
        token.lower in VEHICLES or token.lower in {"told", "reporters", "journalists"}
        for token in tokens
    )


def _is_brought_up(tokens: tuple[Token, ...], noun: str) -> bool:
    """ "Two former aides had heard it": whether a sentence is the first to speak of somebody."""
    at = next((i for i, t in enumerate(tokens) if t.lower == noun), None)
    before = {t.lower for t in tokens if t.head == at and t.relation in {"det", "nummod"}}
    return at is not None and bool(before) and before.isdisjoint(DEFINITE)
