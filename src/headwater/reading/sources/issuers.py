"""Whose word a paper is that the text goes on from: "The ministry issued a statement. The statement said …"."""

from collections.abc import Iterator
from dataclasses import replace

from headwater.language import Token
from headwater.model import Basis, ChainLink, LinkKind
from headwater.reading.grammar import PRONOUNS
from headwater.reading.papers import PUBLIC_WORDS, find_senders
from headwater.reading.sources.antecedents import Antecedents
from headwater.reading.sources.links import Links
from headwater.reading.sources.opened import (
    DEFINITE,
    PRESS,
    OpenSource,
    is_plural,
    same_noun,
)
from headwater.reading.speakers import Phrase
from headwater.reading.units import Unit

_BODIES = frozenset({LinkKind.ORGANISATION, LinkKind.GROUP})
#: Sentences within which a body that has spoken may be called back by its paper alone.
_NEAR = 2


class Issuers:
    """Finds who issued a paper, among the sentences before and the sources that are open."""

    def __init__(
        self,
        links: Links,
        units: tuple[Unit, ...],
        opened: list[OpenSource],
        antecedents: Antecedents,
    ) -> None:
        self.links, self.units, self.open = links, units, opened
        self.antecedents = antecedents

    def of(self, tokens: tuple[Token, ...], source: Phrase, unit: int) -> OpenSource | None:
        """Find whose word a paper is that a phrase calls back; None if no text before says so."""
        if source.kind is not LinkKind.DOCUMENT or tokens[source.first].lower not in DEFINITE:
            return None
        if self.links.names_someone(tokens, source):
            return None
        for number, at in self._mentions(source.head, tokens[source.first].start, unit):
            earlier = self.units[number].tokens
            found = self._itself(earlier[at], number) or self._issuer(earlier, at, number)
            if found:
                return found
            if not _is_definite(earlier, at):
                return None
        # One who has just spoken needs no second mention of what he says it in.
        return self._spoke_last(unit) if source.head in PUBLIC_WORDS else None

    def _mentions(self, noun: str, start: int, unit: int) -> Iterator[tuple[int, int]]:
        """The places at which the text has spoken of such a paper, the nearest first."""
        for number in range(unit, -1, -1):
            if self.units[number].is_title:
                return
            tokens = self.units[number].tokens
            for at in range(len(tokens) - 1, -1, -1):
                if tokens[at].start < start and same_noun(noun, tokens[at].lower):
                    yield number, at

    def _itself(self, paper: Token, unit: int) -> OpenSource | None:
        """The source that a paper already is: "A letter from the guild said …. The letter"."""
        return next(
            (
                one
                for one in self.open
                if one.unit == unit
                and (one.links[-1].start or 0) <= paper.start < (one.links[-1].end or 0)
            ),
            None,
        )

    def _issuer(self, tokens: tuple[Token, ...], at: int, unit: int) -> OpenSource | None:
        for phrase in find_senders(tokens, at):
            if phrase.head in PRONOUNS:
                return self.antecedents.of(tokens, phrase, unit)
            return self._told_by(tokens, phrase, unit)
        return None

    def _told_by(self, tokens: tuple[Token, ...], phrase: Phrase, unit: int) -> OpenSource:
        """The source that a sentence opened with these words, or else one that it only tells of.

        Whoever told of the paper of somebody who has not spoken hands it on.
        """
        span = self.links.span(tokens, phrase)
        here = [one for one in self.open if one.unit == unit]
        carried = tuple(
            replace(k, basis=Basis.CARRIED) for k in (here[-1].links if here else ())
        )
        link = self.links.new(tokens, phrase, span, carried)
        for one in reversed(here):
            if one.links[-1].actor_id == link.actor_id:
                return one
        links = (link,) if self.links.is_root(link) else (*carried, link)
        return OpenSource(links, phrase.head, is_plural(tokens, phrase), unit)

    def _spoke_last(self, unit: int) -> OpenSource | None:
        """The body that spoke last, if that was in the sentences right before."""
        last = self.open[-1] if self.open else None
        if last is None or last.unit < unit - _NEAR:
            return None
        return last if _is_body(last.links[-1]) else None


def _is_body(link: ChainLink) -> bool:
    return link.kind in _BODIES and link.kind not in PRESS and link.actor_id is not None


def _is_definite(tokens: tuple[Token, ...], at: int) -> bool:
    return any(t.lower in DEFINITE for t in tokens[max(0, at - 2) : at] if t.head == at)
