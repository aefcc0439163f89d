"""The outlet that a phrase names or calls back: "a report in OUTLET", "told the agency", "OUTLET's reporter"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, pairwise

from headwater.language import Token
from headwater.lexicon import is_press_service, registry
from headwater.model import ActorKind, Basis, ChainLink, LinkKind, MentionKind, Span, ZoneKind
from headwater.reading.cast import Name
from headwater.reading.grammar import DETERMINERS
from headwater.reading.shapes.attribution import Attribution
from headwater.reading.shapes.verbs import PASSIVE
from headwater.reading.sources.links import PRESS_ACTORS, Links
from headwater.reading.sources.opened import DEFINITE, PRESS, OpenSource
from headwater.reading.speakers import Phrase

_PRINTING = frozenset({"published", "carried", "aired", "broadcast"})
#: Nouns for those whom an outlet sends to see.
PRESS_STAFF = frozenset(
    "correspondent correspondents reporter reporters journalist journalists witness witnesses photographer photographers crew".split()
)
#: Common nouns by which a page calls back an outlet it has named.
PRESS_WORDS = frozenset(
    "newspaper paper daily agency outlet report reports magazine channel station broadcaster network publication newswire tabloid portal site website radio weekly article story".split()
)
#: Those of them that a page calls itself by; "this report", "this agency" may be what it has just told of.
_HOUSES = frozenset(
    "newspaper paper daily outlet magazine channel station publication portal site website".split()
)
#: Before a word for an outlet, or for those who report, these make it the page's own.
_OWN = frozenset({"our", "this"})

_REPORTS = frozenset({"report", "reports", "article", "story"})
#: Words for an agency, and for what none is; the words before "agency" that make press of it.
_AGENCY_WORDS = frozenset({"agency", "newswire"})
_PAPER_WORDS = frozenset(
    "newspaper paper daily weekly magazine tabloid broadcaster channel station radio website".split()
)
_OF_AGENCIES = frozenset({"news", "press", "wire", "state"})
#: Tokens of "In the leaked cable,".
_LONGEST_OPENING = 6
#: Letters within which a name is near enough to be called back though nobody spoke through it.
_PARAGRAPH = 600
#: Letters behind a phrase in which the outlet that it is a paper of may be named.
_BEHIND = 60
#: Letters within which a name in marks must stand, and what parts it from the noun.
_NEAR = 60
#: Between a paper and an outlet these tell who has read it, not whose it is.
_READ = frozenset({"seen", "obtained", "reviewed", "viewed", "read"})
_OPENS = re.compile(r",?\s+[“\"«„‘]")
_CLOSES = re.compile(r"[”\"»’]\s+")


class Press:
    """Finds the press that hands words on, by name or among the sources the article has opened."""

    def __init__(self, links: Links, opened: list[OpenSource]) -> None:
        self.links, self.open = links, opened

    def named(self, tokens: tuple[Token, ...], phrase: Phrase) -> tuple[ChainLink, ...]:
        """The outlet a phrase names ("a report in the Guardian") or calls back ("the newspaper")."""
        span = self.links.span(tokens, phrase)
        if self.is_own(tokens, phrase):
            return ()
        if (outlet := self._outlet_in(phrase, span)) is not None:
            is_own = outlet.actor_id == self.links.root.actor_id
            return () if is_own else (self.links.of_name(outlet, Basis.EXPLICIT),)
        if phrase.kind is LinkKind.DOCUMENT and (body := self._body_in(span)) is not None:
            link = replace(self.links.of_name(body, Basis.EXPLICIT), kind=LinkKind.DOCUMENT)
            return (replace(link, start=span.start, end=span.end, text=span.text),)
        is_meant = _is_definite(tokens, phrase) or self._is_in_title(span)
        if is_meant and phrase.head in PRESS_WORDS and _is_common(tokens, phrase):
            return () if _is_other_agency(tokens, phrase) else self.called_back(span)
        link = self.links.new(tokens, phrase, span, ())
        return (link,) if phrase.kind in PRESS and not self.links.is_root(link) else ()

    def is_person(self, tokens: tuple[Token, ...], phrase: Phrase) -> bool:
        """Tell whether a phrase names a person: who asks the questions may be no outlet."""
        name = self.links.head_name(tokens, phrase, self.links.span(tokens, phrase))
        return name is not None and name.type is ActorKind.PERSON

    def _outlet_in(self, phrase: Phrase, span: Span) -> Name | None:
        """Give the outlet named in a phrase, in marks beside "newspaper", or behind a paper in its clause."""
        text = self.links.article.text
        near = self.links.cast.within(span.start, min(span.end + _BEHIND, len(text)))
        names = [n for n in near if n.type in PRESS_ACTORS]
        inside = [n for n in names if n.end <= span.end]
        quoted = self._quoted_beside(span) if phrase.head in PRESS_WORDS else []
        is_paper = phrase.kind is LinkKind.DOCUMENT
        behind = [n for n in names if is_paper and _same_clause(text, span.end, n.start)]
        return next(iter(inside or quoted or behind), None)

    def _body_in(self, span: Span) -> Name | None:
        """Give the last body that a phrase names: "a report by the Marsh Council"."""
        inside = reversed(self.links.cast.within(span.start, span.end))
        bodies = (n for n in inside if n.type is ActorKind.ORGANISATION)
        return next((n for n in bodies if n.kind is MentionKind.NAME), None)

    def _quoted_beside(self, span: Span) -> list[Name]:
        """The name in marks that "newspaper" stands before or behind: "the newspaper “Lantern of Basra”"."""
        text = self.links.article.text
        near = self.links.cast.within(max(span.start - _NEAR, 0), span.end + _NEAR)
        return [
            n
            for n in near
            if n.type in PRESS_ACTORS
            and (
                _OPENS.fullmatch(text, span.end, n.start)
                or _CLOSES.fullmatch(text, n.end, span.start)
            )
        ]

    def called_back(self, span: Span) -> tuple[ChainLink, ...]:
        """Give the press met last as what some words stand for: "the newspaper", "it".

        An agency is no newspaper, if there is a choice. In a headline the press is named further on.
        """
        met = [*self._opened(), *self._named_before(span)] or self._named_behind(span)
        noun = span.text.rsplit(maxsplit=1)[-1].lower()
        is_any = noun not in _AGENCY_WORDS | _PAPER_WORDS
        is_agency = noun in _AGENCY_WORDS
        fitting = (k for k in met if is_any or (k.kind is LinkKind.AGENCY) is is_agency)
        link = next(fitting, None) or next(iter(met), None)
        if link is None:
            return ()
        link = replace(link, basis=Basis.EXPLICIT, start=span.start, end=span.end)
        return (replace(link, text=span.text),)

    def _opened(self) -> Iterator[ChainLink]:
        """The press among the open sources, the last met first."""
        for earlier in reversed(self.open):
            yield from (link for link in reversed(earlier.links) if link.kind in PRESS)

    def _named_before(self, span: Span) -> Iterator[ChainLink]:
        """The press that the sentences before name, the nearest first."""
        near = self.links.cast.within(max(span.start - _PARAGRAPH, 0), span.start)
        return (
            self.links.of_name(n, Basis.EXPLICIT)
            for n in reversed(near)
            if n.type in PRESS_ACTORS and n.actor_id != self.links.root.actor_id
        )

    def _named_behind(self, span: Span) -> list[ChainLink]:
        """For "Lebanese daily" in a headline: the one outlet of Lebanon that the text names."""
        if not self._is_in_title(span):
            return []
        countries = {n.actor_id for n in self.links.cast.within(span.start, span.end)}
        press = {
            n.actor_id: n for n in reversed(self.links.cast.names) if n.type in PRESS_ACTORS
        }
        press.pop(self.links.root.actor_id or "", None)
        fitting = [n for n in press.values() if not countries or _state_of(n) in countries]
        return [self.links.of_name(n, Basis.EXPLICIT) for n in fitting if len(fitting) == 1]

    def _is_in_title(self, span: Span) -> bool:
        zones = self.links.article.zones
        return any(z.kind is ZoneKind.TITLE and z.start <= span.start < z.end for z in zones)

    def told(self, tokens: tuple[Token, ...], addressee: Phrase) -> tuple[ChainLink, ...]:
        """ "told the Quelmouth Courier": an outlet no registry knows, which the article calls press; "told the agency"."""
        span = self.links.span(tokens, addressee)
        is_the = tokens[addressee.first].lower in DEFINITE
        if self.is_own(tokens, addressee):
            return ()
        if addressee.head in PRESS_WORDS and (quoted := self._quoted_beside(span)):
            return (self.links.of_name(quoted[0], Basis.EXPLICIT),)
        if (
            is_the
            and addressee.head in PRESS_WORDS
            and not self.links.names_someone(tokens, addressee)
        ):
            return self.called_back(span)
        press = [
            n for n in self.links.cast.within(span.start, span.end) if n.type in PRESS_ACTORS
        ]
        named = [n for n in press if n.actor_id != self.links.root.actor_id]
        if not press:
            return self.employer(tokens, addressee)
        return (self.links.of_name(named[0], Basis.EXPLICIT),) if named else ()

    def is_own(self, tokens: tuple[Token, ...], phrase: Phrase) -> bool:
        """ "this newspaper", "our reporter": the page's own, whatever paper it has named before."""
        if not _opens_with(tokens, phrase, _OWN):
            return False
        if phrase.head in PRESS_STAFF | _HOUSES:
            return True
        is_first = not any(k.kind in PRESS for earlier in self.open for k in earlier.links)
        return phrase.head in PRESS_WORDS and phrase.kind is LinkKind.OUTLET and is_first

    def employer(self, tokens: tuple[Token, ...], source: Phrase) -> tuple[ChainLink, ...]:
        """ "the BBC's correspondent", "a Reuters witness": who works for an outlet speaks through it."""
        if source.head not in PRESS_STAFF or self.is_own(tokens, source):
            return ()
        first = source.first + (tokens[source.first].lower in DETERMINERS)
        span = self.links.span(tokens, source)
        names = self.links.cast.within(tokens[first].start, span.end)
        press = [n for n in names if n.type in PRESS_ACTORS and n.start == tokens[first].start]
        named = [n for n in press if n.actor_id != self.links.root.actor_id]
        if not press and tokens[first].lower in PRESS_WORDS and tokens[first + 1].tag == "PART":
            return self.called_back(span)  # "the newspaper's correspondent"
        return (self.links.of_name(named[0], Basis.EXPLICIT),) if named else ()

    def quoting(self, tokens: tuple[Token, ...], found: Attribution) -> tuple[ChainLink, ...]:
        """ "Two clerks are quoted as saying": nobody says by whom, so by the press met last."""
        is_passive = found.cue_lemma == "quote" and any(
            tokens[at].lower in PASSIVE
            for first, _ in found.cue[:1]
            for at in range(max(0, first - 2), found.cue[0][1])
        )
        press = (replace(link, basis=Basis.CARRIED) for link in self._opened())
        return tuple(islice(press, 1)) if is_passive else ()

    def inside(self, tokens: tuple[Token, ...]) -> tuple[ChainLink, ...]:
        """ "In the cable, a general said": the paper in which he speaks, if the text has told of it."""
        opening = [token.lower for token in tokens[:_LONGEST_OPENING]]
        if opening[:1] != ["in"] or "," not in opening or opening[1] not in DEFINITE:
            return ()
        noun = opening[opening.index(",") - 1]
        papers = (
            earlier.links
            for earlier in reversed(self.open)
            if earlier.links[-1].kind is LinkKind.DOCUMENT and earlier.head == noun
        )
        return tuple(replace(k, basis=Basis.CARRIED) for k in next(papers, ()))

    def is_meant(self, tokens: tuple[Token, ...], source: Phrase, span: Span) -> bool:
        """Tell whether a phrase may be press, or a report of it, by its kind, its noun or the name that heads it."""
        is_press = source.kind in PRESS | {LinkKind.DOCUMENT} or source.head in PRESS_WORDS
        is_service = is_press_service(span.text)  # "the Reuters news service"
        return is_press or is_service or self._is_headed_by_press(tokens, source, span)

    def _is_headed_by_press(
        self, tokens: tuple[Token, ...], source: Phrase, span: Span
    ) -> bool:
        """ "the state news agency Telkarven": a name no registry knows, which the article calls press."""
        name = self.links.head_name(tokens, source, span)
        return name is not None and name.type in PRESS_ACTORS


def _state_of(name: Name) -> str:
    """Give the actor id of the state that an outlet of the registry is from."""
    entry = registry().entries.get(name.actor_id)
    return f"state/{(entry.country or '').lower()}" if entry else ""


def _is_other_agency(tokens: tuple[Token, ...], phrase: Phrase) -> bool:
    """ "The UN refugee agency" is not press; "the Turkish agency" and "the state news agency" are."""
    at = next(i for i in range(phrase.first, phrase.last) if tokens[i].lower == phrase.head)
    return phrase.head == "agency" and any(
        token.tag in {"NOUN", "PROPN"} and token.lower not in _OF_AGENCIES
        for token in tokens[phrase.first : at]
    )


def is_own_report(tokens: tuple[Token, ...], found: Attribution, source: Phrase) -> bool:
    """ "A report published by OUTLET", "interviews by OUTLET" say what the outlet says, as "a report in OUTLET" does."""
    first = found.relayers[-1].first if found.relayers else source.last
    is_apart = source.head in _REPORTS and source.last < first  # "reports, published by"
    if not (source.first + 1 < first < source.last or is_apart):
        return False
    before = tokens[first - 2].lower
    return before == source.head or (source.head in PRESS_WORDS and before in _PRINTING)


def _opens_with(tokens: tuple[Token, ...], phrase: Phrase, words: frozenset[str]) -> bool:
    """Tell whether a phrase opens with one of some words, or has it right before it."""
    opening = tokens[max(0, phrase.first - 1) : phrase.first + 1]
    return any(token.lower in words for token in opening)


def _is_definite(tokens: tuple[Token, ...], phrase: Phrase) -> bool:
    """Tell "the daily" and "earlier reports by the daily" from "a daily"."""
    inside = tokens[phrase.first : phrase.last]
    return inside[0].lower in DEFINITE or any(
        a.lower in DEFINITE and b.lower in PRESS_WORDS for a, b in pairwise(inside)
    )


def _is_common(tokens: tuple[Token, ...], phrase: Phrase) -> bool:
    """Tell whether a phrase ends in no name: "the report late on Saturday", not "the Lima Report"."""
    inside = tokens[phrase.first : phrase.last]
    return any(token.text == phrase.head for token in inside)


def _same_clause(text: str, start: int, end: int) -> bool:
    between = text[start:end]
    if not _READ.isdisjoint(between.lower().split()):
        return False
    return not any(mark in between for mark in '.;,”"') and len(between.split()) <= 6
