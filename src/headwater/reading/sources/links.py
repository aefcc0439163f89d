"""The links of a chain: who a phrase names or describes, made a link with the words that show it."""

import re
from dataclasses import replace
from itertools import pairwise

from headwater.language import Token, split_tokens
from headwater.lexicon import fold_name, outlet_id, press_entry, registry, words
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
from headwater.reading.cast import RANKS, Cast, Name
from headwater.reading.grammar import DETERMINERS, PRONOUNS
from headwater.reading.sources.named import is_speaker
from headwater.reading.sources.opened import PRESS
from headwater.reading.speakers import Phrase, link_kind_of, read_phrase

PRESS_ACTORS = frozenset({ActorKind.OUTLET, ActorKind.AGENCY})
#: Heads that add nothing to the name before them: "the Hezbollah group".
_APPOSED = frozenset(
    "group movement militia organisation organization newspaper agency network channel website outlet party".split()
)
#: Whom an outlet in a credit line has it from.
_CITES = re.compile(r"\b(?:citing|quoting) (?P<who>[^,;()\[\]]+)")
#: Determiners that tell one description from another: "another captain" is not the captain.
_COUNTING = frozenset({"another", "two", "three", "four", "five", "six", "several"})
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}|\b[A-Z]\.[A-Z]\b")


class Links:
    """Makes the links of one article's chains; knows its page's outlet and whom its credit line names."""

    def __init__(self, article: Article, cast: Cast) -> None:
        self.article, self.cast = article, cast
        self.root = ChainLink(
            position=0,
            actor_id=article.outlet,
            name=article.outlet_name,
            kind=_root_kind(article.outlet),
            basis=Basis.PAGE,
        )
        self.credit = self._credited()
        #: Whom the credit line says that this one has it from: "Source: CNN, citing two officials".
        self.credit_cites = self._cited_in_credit() if self.credit else ()

    def span(self, tokens: tuple[Token, ...], phrase: Phrase) -> Span:
        """Give the words of a phrase."""
        first, last = tokens[phrase.first], tokens[phrase.last - 1]
        return Span.cut(self.article.text, first.start, last.end)

    def is_root(self, link: ChainLink) -> bool:
        """Tell whether a link is the page's outlet, by its id or, of the press, by its name or the end of it."""
        if link.actor_id is not None and link.actor_id == self.root.actor_id:
            return True
        if link.kind not in PRESS or not link.name or not self.root.name:
            return False
        name, own = fold_name(without_article(link.name)), fold_name(self.root.name)
        is_short = link.actor_id not in registry().entries and link.name[0].isupper()
        return name == own or (is_short and own[-len(name) :] == name)

    def names_someone(self, tokens: tuple[Token, ...], source: Phrase) -> bool:
        """Tell whether a phrase holds a name, or has one set off behind it."""
        span = self.span(tokens, source)
        return self._apposed(span) is not None or any(
            n.kind is MentionKind.NAME for n in self.cast.within(span.start, span.end)
        )

    def new(
        self,
        tokens: tuple[Token, ...],
        source: Phrase,
        span: Span,
        outer: tuple[ChainLink, ...],
        whole: str | None = None,
    ) -> ChainLink:
        """Give the link of a phrase: its name's, or else of a description; the unnamed are their owner's.

        ``whole`` is the description with what the phrase leaves out, where it does.
        """
        name = self.head_name(tokens, source, span)
        if name and source.kind is not LinkKind.UNNAMED:
            return replace(
                self.of_name(name, Basis.EXPLICIT),
                start=span.start,
                end=span.end,
                text=span.text,
            )
        if source.head in PRONOUNS:
            return replace(
                unspecified(),
                basis=Basis.UNSPECIFIED,
                start=span.start,
                end=span.end,
                text=span.text,
            )
        owner = (self.root, *self.credit, *outer)[-1]
        return self._described(source.kind, span, owner, whole)

    def _described(
        self, kind: LinkKind, span: Span, owner: ChainLink, whole: str | None = None
    ) -> ChainLink:
        """Give the link of somebody without a name; the unnamed are those of whoever hands them on."""
        described = without_article(whole or span.text)
        if kind is LinkKind.UNNAMED:
            actor = "unnamed/" + digest(
                owner.actor_id or self.article.id, _descriptor(described)
            )
        else:
            actor = "described/" + digest(_descriptor(described))
        return self._link(actor, described, kind, Basis.EXPLICIT, span)

    def of_name(self, name: Name, basis: Basis) -> ChainLink:
        """Give the link of a name."""
        span = Span(start=name.start, end=name.end, text=name.text)
        title = self.cast.titles.get(name.actor_id, name.text)
        return self._link(name.actor_id, title, link_kind_of(name.type), basis, span)

    def head_name(self, tokens: tuple[Token, ...], source: Phrase, span: Span) -> Name | None:
        """The name a phrase is headed by: "the group" in "the Hezbollah group", not Israel in "Israeli officials"."""
        names = [
            n for n in self.cast.within(span.start, span.end) if n.kind is MentionKind.NAME
        ]
        people = [n for n in names if n.type is ActorKind.PERSON]
        speakers = [n for n in people if self._speaks(source, span, n)]
        if len(names) == len(people) and not speakers and (apposed := self._apposed(span)):
            return apposed
        if speakers:
            return speakers[0] if len(speakers) == 1 else None
        if _are_two(self.article.text, names):
            return self._apposed(span)
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
        return fitting[-1] if fitting else self._apposed(span)

    def are_people(self, span: Span) -> bool:
        """Tell whether a phrase names several people: "Minister NAME and the envoy to Kenya NAME"."""
        inside = self.cast.within(span.start, span.end)
        people = [
            n for n in inside if n.type is ActorKind.PERSON and n.kind is MentionKind.NAME
        ]
        between = (self.article.text[a.end : b.start] for a, b in pairwise(people))
        return any(" and " in words for words in between)

    def _speaks(self, source: Phrase, span: Span, name: Name) -> bool:
        """Tell whether a person named in a phrase is who speaks: not so in "a lawyer for NAME"."""
        before, behind = span.start, span.end
        text = self.article.text
        return is_speaker(
            text[before : name.start], text[name.end : behind] + " ", source.head, source.kind
        )

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

    def _cited_in_credit(self) -> tuple[ChainLink, ...]:
        found = next(filter(None, (_CITES.search(c.words) for c in self.article.credits)), None)
        if found is None:
            return ()
        tokens = split_tokens(found.string, *found.span("who"))
        phrase = read_phrase(tokens, 0, len(tokens), any_noun=True)
        if phrase is None:
            return ()
        first, last = tokens[phrase.first].start, tokens[phrase.last - 1].end
        span = Span.cut(found.string, first, last)
        link = self._described(phrase.kind, span, self.credit[-1])
        return (replace(link, basis=Basis.CREDIT, start=None, end=None, text=None),)

    def _apposed(self, span: Span) -> Name | None:
        """ "its chairman, Olaf Brandt, said": the name set off by commas right behind a phrase."""
        text = self.article.text
        for name in self.cast.within(span.end, min(span.end + 60, len(text))):
            comma, title = text[span.end : name.start][:2], text[span.end + 2 : name.start]
            is_set_off = comma == ", " and text[name.end : name.end + 1] == ","
            if is_set_off and name.type is ActorKind.PERSON and _is_title(title):
                return name
        return None

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


def unspecified() -> ChainLink:
    """Give the link of a source that the text does not name at all."""
    return ChainLink(
        position=0, actor_id=None, name=None, kind=LinkKind.UNNAMED, basis=Basis.UNSPECIFIED
    )


def without_article(text: str) -> str:
    """Leave "the" and its like out of a phrase that they open."""
    parts = text.split()
    while len(parts) > 1 and parts[0].lower() in {"the", "a", "an", "these", "those"}:
        parts.pop(0)
    return " ".join(parts)


def _descriptor(text: str) -> str:
    """The words by which a description is the same elsewhere: "a U.S. official" is "the US official"."""
    plain = _DOTTED.sub(lambda found: found[0].replace(".", ""), text)
    return " ".join(k for k in fold_name(plain) if k not in DETERMINERS - _COUNTING)


def _is_title(words_before: str) -> bool:
    """Whether all the words before a name are ranks: "Brigadier General "."""
    parts = words_before.lower().split()
    return all(p.rstrip(".") in RANKS or words().speakers.get(p) == "person" for p in parts)


def _are_two(text: str, names: list[Name]) -> bool:
    """ "Norway and Denmark": two names beside each other are no one's."""
    return any(
        text[a.end : b.start] in {" and ", ", ", ", and "} and a.actor_id != b.actor_id
        for a, b in pairwise(names)
    )


def _root_kind(outlet: str | None) -> LinkKind:
    entry = registry().entries.get(outlet or "")
    return link_kind_of(entry.kind) if entry else LinkKind.OUTLET
