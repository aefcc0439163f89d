"""Every statement of an article, each with its whole chain."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from headwater.language import Parse, Token
from headwater.model import (
    Article,
    Basis,
    Caveat,
    ChainLink,
    LinkKind,
    QuoteKind,
    Span,
    Statement,
    Voice,
    digest,
)
from headwater.reading.attributions import Attribution, find_attributions
from headwater.reading.cast import Cast
from headwater.reading.hedges import find_hedges
from headwater.reading.modality import modality_of, polarity_of
from headwater.reading.quotations import inside, is_speech
from headwater.reading.sources import Sources
from headwater.reading.units import Unit, find_units

_RESUMES = re.compile(
    r"(?:(?:During|At|In|After|Following|Before)\s+)?(?:[Tt]he|[Tt]hat|[Tt]his|[Tt]hose|[Tt]hese)\s+(?:same\s+)?(\w+)"
)
_CHANNEL = re.compile(
    r"\b(?:on|via|in|to|with)\s+(?:(?:a|an|his|her|its|their)\s+)?"
    r"((?:post\s+on\s+(?:the\s+)?)?(?:X|Twitter|Telegram|Facebook|Truth Social|Instagram|WhatsApp|TikTok|YouTube|television|state TV|state television|state media)\b"
    r"|(?:\w+\s+)?(?:interview|statement|speech|press conference|news conference|post|tweet|letter|briefing|phone call|message)(?:\s+(?:with|to|on)\s+[A-Z][\w.-]*(?:\s+[A-Z][\w.-]*)*)?)"
)


@dataclass(frozen=True, slots=True)
class _Found:
    """A statement before its neighbours are looked at."""

    unit: int
    attribution: Attribution
    links: tuple[ChainLink, ...]
    statement: Statement


def find_statements(article: Article, parse: Parse, cast: Cast) -> tuple[Statement, ...]:
    """Find what an article says, in reading order: attributed, carried, and in its own voice."""
    return tuple(_Reader(article, parse, cast).read())


class _Reader:
    """One pass over the units of an article, then the sentences nobody was found to say."""

    def __init__(self, article: Article, parse: Parse, cast: Cast) -> None:
        self.article, self.parse = article, parse
        self.units = find_units(parse)
        self.sources = Sources(article, cast, self.units)
        self.tops: dict[int, list[_Found]] = {}

    def read(self) -> Iterator[Statement]:
        found: dict[int, list[Statement]] = {}
        for number, unit in enumerate(self.units):
            found[number] = [] if unit.is_title else list(self._attributed(number, unit))
        for number, unit in enumerate(self.units):
            if not found[number]:
                found[number] = self._uncued(number, unit)
            elif resumed := self._resumed_over(number, unit):
                found[number] = self._under(resumed, found[number])
            elif not self.tops.get(number):
                found[number] = self._around_nested(number, unit, found[number])
        for number in range(len(self.units)):
            yield from found[number]

    # ---- statements with a cue of their own

    def _attributed(self, number: int, unit: Unit) -> Iterator[Statement]:
        for attribution in find_attributions(unit.tokens):
            yield from self._with_nested(number, unit, attribution, (), None)

    def _with_nested(
        self,
        number: int,
        unit: Unit,
        attribution: Attribution,
        outer: tuple[ChainLink, ...],
        parent: str | None,
    ) -> Iterator[Statement]:
        links = self.sources.chain(
            unit.tokens, attribution.source, attribution.relayer, attribution.relay_cue, number
        )
        links = (*outer, *links) if outer and not _repeats(outer, links) else links or outer
        statement = self._statement(unit, attribution, links, parent)
        if attribution.shape != "noun" and parent is None:
            self.tops.setdefault(number, []).append(
                _Found(number, attribution, links, statement)
            )
        yield statement
        for inner in attribution.nested:
            yield from self._with_nested(number, unit, inner, links, statement.id)

    def _statement(
        self, unit: Unit, a: Attribution, links: tuple[ChainLink, ...], parent: str | None
    ) -> Statement:
        tokens = unit.tokens
        cue = tuple(self._cut(tokens, *part) for part in a.cue)
        content = tuple(self._content_span(tokens, *part) for part in a.content)
        source = (self._cut(tokens, a.source.first, a.source.last),) if a.source else ()
        return self._build(
            unit, source=source, cue=cue, content=content, links=links, cue_class=a.cue_class, parent=parent,
            quote_kind=self._quote_kind(unit, content), reasons=(f"{a.shape}: {a.cue_lemma}",),
            addressee=self._cut(tokens, a.addressee.first, a.addressee.last).text if a.addressee else None,
        )  # fmt: skip

    def _build(
        self, unit: Unit, *, source: tuple[Span, ...], cue: tuple[Span, ...], content: tuple[Span, ...],
        links: tuple[ChainLink, ...], cue_class: str, parent: str | None, quote_kind: QuoteKind, reasons: tuple[str, ...],
        addressee: str | None = None, carrier: Span | None = None, warnings: tuple[Caveat, ...] = (), voice: Voice = Voice.ATTRIBUTED,
    ) -> Statement:  # fmt: skip
        words = " ".join(span.text for span in content)
        chain = self._chain(links)
        hedges = tuple(
            h for span in content for h in find_hedges(self.article.text, span.start, span.end)
        )
        return Statement(
            id=digest("statement", self.article.id, voice, *((s.start, s.end) for s in (*content, *cue))),
            article_id=self.article.id, source=source, cue=cue, content=content, quote_kind=quote_kind, voice=voice,
            chain=chain, depth=len(chain) - 1, polarity=polarity_of(words), modality=modality_of(words, cue_class),
            hedges=hedges, addressee=addressee, channel=self._channel(unit, content) if voice is Voice.ATTRIBUTED else None,
            nested_in=parent, carrier=carrier, warnings=warnings, reasons=reasons,
        )  # fmt: skip

    def _chain(self, links: tuple[ChainLink, ...]) -> tuple[ChainLink, ...]:
        return tuple(
            self._placed(link, position)
            for position, link in enumerate(self.sources.behind(links))
        )

    def _placed(self, link: ChainLink, position: int) -> ChainLink:
        if link.start is None or link.end is None:
            return replace(link, position=position)
        first, last = (
            self.article.page_offset(link.start),
            self.article.page_offset(link.end - 1),
        )
        return replace(
            link,
            position=position,
            page_start=first,
            page_end=None if last is None else last + 1,
        )

    def _channel(self, unit: Unit, content: Sequence[Span]) -> str | None:
        for found in _CHANNEL.finditer(self.article.text, unit.start, unit.end):
            if not any(span.start <= found.start() < span.end for span in content):
                return found.group(1)
        return None

    # ---- sentences with no cue of their own

    def _uncued(self, number: int, unit: Unit) -> list[Statement]:
        if unit.is_title:
            return [self._own_voice(unit, Voice.HEADLINE)]
        carried = self._carried(number, unit)
        return (
            [carried]
            if carried
            else [
                self._own_voice(sentence_unit, Voice.OUTLET)
                for sentence_unit in _sentences(unit)
            ]
        )

    def _carried(self, number: int, unit: Unit) -> Statement | None:
        for finder in (
            self._carried_back,
            self._quotation_goes_on,
            self._resumed,
            self._between,
        ):
            found = finder(number, unit)
            if found:
                return found
        return None

    def _carried_back(self, number: int, unit: Unit) -> Statement | None:
        """A cue that closes a later sentence of the paragraph covers this one as well."""
        for later in range(number + 1, len(self.units)):
            if self.units[later].paragraph != unit.paragraph:
                return None
            tops = self.tops.get(later)
            if tops:
                closes = tops[0].attribution.shape in {"closing", "according"} and self._closes(
                    tops[0]
                )
                closes = closes and tops[0].statement.quote_kind is not QuoteKind.DIRECT
                return (
                    self._carry(
                        unit, tops[0], "carried back from the cue that closes the paragraph"
                    )
                    if closes
                    else None
                )
        return None

    def _closes(self, found: _Found) -> bool:
        a = found.attribution
        return bool(a.content) and a.content[0][0] < a.cue[0][0]

    def _quotation_goes_on(self, number: int, unit: Unit) -> Statement | None:
        if (
            not unit.quotations
            or unit.quotations[0].start > unit.start + 1
            or unit.quotations[0].end < unit.end - 2
        ):
            return None
        earlier = self._top_before(number, 1)
        return (
            self._carry(unit, earlier, "a quotation right behind a quotation")
            if earlier
            else None
        )

    def _resumed(self, number: int, unit: Unit) -> Statement | None:
        """The next sentence of the paragraph goes on about the same event ("During the meeting")."""
        earlier = self._top_before(number, 1)
        if earlier is None or self.units[earlier.unit].paragraph != unit.paragraph:
            return None
        resumes = _RESUMES.match(self.article.text, unit.start, unit.end)
        if (
            len(earlier.links) < 2
            or not resumes
            or resumes.group(1).lower() not in self.sources.words_of(earlier.unit)
        ):
            return None
        return self._carry(
            unit, earlier, "resumes what the source before it told", uncertain=True
        )

    def _between(self, number: int, unit: Unit) -> Statement | None:
        """A sentence between two that the same unnamed source tells."""
        before, after = self._top_before(number, 1), self._top_after(number, 1)
        if before is None or after is None or not before.links or not after.links:
            return None
        same = (
            before.links[-1].actor_id == after.links[-1].actor_id
            and before.links[-1].kind is LinkKind.UNNAMED
        )
        return (
            self._carry(
                unit, before, "stands between two sentences of the same source", uncertain=True
            )
            if same
            else None
        )

    def _top_before(self, number: int, reach: int) -> _Found | None:
        for earlier in range(number - 1, max(-1, number - 1 - reach), -1):
            if self.tops.get(earlier):
                return self.tops[earlier][-1]
        return None

    def _top_after(self, number: int, reach: int) -> _Found | None:
        for later in range(number + 1, min(len(self.units), number + 1 + reach)):
            if self.tops.get(later):
                return self.tops[later][0]
        return None

    def _carry(
        self, unit: Unit, found: _Found, why: str, *, uncertain: bool = False
    ) -> Statement:
        links = tuple(
            replace(link, basis=Basis.CARRIED) if link.basis is Basis.EXPLICIT else link
            for link in found.links
        )
        content = self._whole(unit)
        warnings = (
            (
                Caveat(
                    kind="uncertain-carrier",
                    why=f"No word of the sentence names its source: it {why}.",
                ),
            )
            if uncertain
            else ()
        )
        return self._build(
            unit, source=found.statement.source, cue=found.statement.cue, content=(content,), links=links,
            cue_class=found.attribution.cue_class, parent=None, quote_kind=self._quote_kind(unit, (content,)),
            reasons=(f"carried: {why}",), carrier=(found.statement.source or found.statement.cue)[0], warnings=warnings,
        )  # fmt: skip

    def _around_nested(
        self, number: int, unit: Unit, nested: list[Statement]
    ) -> list[Statement]:
        """A sentence of the outlet's own in which only a noun ("recommendations to …") attributes."""
        return self._under(
            self._carried(number, unit) or self._own_voice(unit, Voice.OUTLET), nested
        )

    def _resumed_over(self, number: int, unit: Unit) -> Statement | None:
        """ "During the meeting, officials requested …": the one who told of the meeting tells this too."""
        tops = self.tops.get(number, [])
        anaphoric = any(
            len(top.links) > 1 or top.attribution.shape != "leading" for top in tops
        )
        opens = self.article.text[unit.start : unit.end].split(" ", 1)[0] in {
            "During",
            "At",
            "In",
            "After",
            "Following",
            "Before",
        }
        return self._resumed(number, unit) if opens and not anaphoric else None

    def _under(self, frame: Statement, nested: list[Statement]) -> list[Statement]:
        outer = _beyond_credit(frame.chain)
        inner = [
            replace(s, nested_in=frame.id, chain=chain, depth=len(chain) - 1) if s.nested_in is None else s
            for s in nested
            for chain in (self._chain((*outer, *_beyond_credit(s.chain))),)
        ]  # fmt: skip
        return [frame, *inner]

    # ---- the outlet's own voice

    def _own_voice(self, unit: Unit, voice: Voice) -> Statement:
        content = (self._whole(unit),)
        return self._build(
            unit, source=(), cue=(), content=content, links=(), cue_class="none", parent=None,
            quote_kind=QuoteKind.INDIRECT, reasons=(f"nobody is named: {voice}",), voice=voice,
        )  # fmt: skip

    # ---- spans

    def _cut(self, tokens: tuple[Token, ...], first: int, last: int) -> Span:
        return Span.cut(self.article.text, tokens[first].start, tokens[last - 1].end)

    def _content_span(self, tokens: tuple[Token, ...], first: int, last: int) -> Span:
        return self._cut(tokens, first, last)

    def _whole(self, unit: Unit) -> Span:
        text = self.article.text
        start, end = unit.start, unit.end
        while end > start + 1 and text[end - 1] in ".!?":
            end -= 1
        if (
            unit.quotations
            and unit.quotations[0].start == start
            and unit.quotations[0].end >= end
            and end - start > 2
        ):
            start, end = start + 1, min(end, unit.quotations[0].inner[1])
        opening = re.compile(
            r"(?:Meanwhile|Moreover|However|Instead|Additionally|Furthermore|Nevertheless|Therefore),\s+"
        ).match(text, start, end)
        return Span.cut(text, opening.end() if opening else start, end)

    def _quote_kind(self, unit: Unit, content: Sequence[Span]) -> QuoteKind:
        if not content:
            return QuoteKind.SPEECH_ACT_ONLY
        speech = [q for q in unit.quotations if is_speech(self.article.text, q)]
        if all(
            inside(speech, span.start) and inside(speech, max(span.start, span.end - 2))
            for span in content
        ):
            return QuoteKind.DIRECT
        touched = any(
            q.start < span.end and span.start < q.end for q in speech for span in content
        )
        return QuoteKind.MIXED if touched else QuoteKind.INDIRECT


def _sentences(unit: Unit) -> Iterator[Unit]:
    for sentence in unit.sentences:
        yield replace(
            unit,
            start=sentence.start,
            end=sentence.end,
            tokens=sentence.tokens,
            sentences=(sentence,),
        )


def _beyond_credit(chain: tuple[ChainLink, ...]) -> tuple[ChainLink, ...]:
    """The links that the sentence itself gave; page outlet and credit line are put before them anew."""
    return tuple(link for link in chain[1:] if link.basis not in {Basis.CREDIT, Basis.DATELINE})


def _repeats(outer: tuple[ChainLink, ...], links: tuple[ChainLink, ...]) -> bool:
    """An inner anaphor already brings the outer chain with it."""
    return (
        bool(links)
        and links[-1].actor_id == outer[-1].actor_id
        and links[-1].actor_id is not None
    )
