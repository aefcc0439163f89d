"""Every statement of an article, each with its whole chain."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from headwater.language import Parse
from headwater.model import (
    Article,
    ChainLink,
    QuoteKind,
    Span,
    Statement,
    Voice,
)
from headwater.reading.anonymity import tells_only_of_anonymity
from headwater.reading.answered import answers, is_denied_too
from headwater.reading.attributions import Attribution
from headwater.reading.behind import Behind
from headwater.reading.carrying import Carrier, Told, Tops, carrier_of, frame_of
from headwater.reading.cast import Cast
from headwater.reading.cited_after import rest_on_cited
from headwater.reading.drafts import Draft, finish, quote_kind_of, whole, whole_chain
from headwater.reading.merging import attributions_of
from headwater.reading.placed import as_carried, beyond, beyond_credit, repeats, summed_up
from headwater.reading.shapes import find_announced, find_bare_citing
from headwater.reading.sources import Sources
from headwater.reading.titles import title_parts
from headwater.reading.units import Unit, find_units
from headwater.reading.untold import untold


def find_statements(article: Article, parse: Parse, cast: Cast) -> tuple[Statement, ...]:
    """Find what an article says, in reading order: attributed, carried, and in its own voice.

    That a source asked not to be named is nothing that anybody says.
    """
    found = tuple(_Reader(article, parse, cast).read())
    kept = [said for said in found if not _is_remark(article.text, said)]
    hosts = {said.nested_in for said in kept}
    return tuple(s for s in found if s.id in hosts or not _is_remark(article.text, s))


def _is_remark(text: str, said: Statement) -> bool:
    starts = {span.start for span in (*said.cue[:1], *said.content[:1])}
    return any(
        tells_only_of_anonymity(text, at, said.content[-1].end) for at in starts if said.content
    )


#: Shapes that say nothing of the sentence around them ("recommendations to …", "…, which they fear").
_NO_FRAME = frozenset({"noun", "aside"})


class _Reader:
    """One pass over the units of an article, then the sentences nobody was found to say."""

    def __init__(self, article: Article, parse: Parse, cast: Cast) -> None:
        self.article = article
        self.units = find_units(parse)
        self.sources = Sources(article, cast, self.units, parse.antecedents)
        self.tops = Tops(article.text, self.units)
        self.tagged = sorted(parse.tagged, key=lambda found: (found.cue[0], found.is_inner))
        self.behind = Behind(self.units, self.tagged)
        #: Units that are wholly the second half of a quotation: the statement that holds them.
        self.held: dict[int, Told] = {}
        #: Units that only tell whom an outlet cites: the outlet, and whom.
        self.cited: dict[int, tuple[ChainLink, ...]] = {}

    def read(self) -> Iterator[Statement]:
        # All cues first: a sentence without one may be carried by a later sentence.
        titles = [
            list(self._headline(number) if unit.is_title else ())
            for number, unit in enumerate(self.units)
        ]
        self.sources.forget()  # "the officials" of the body were not met in its headline
        cued = [
            list(() if unit.is_title else self._cued(number))
            for number, unit in enumerate(self.units)
        ]
        self.tops.close()
        cued = rest_on_cited(cued, self.cited, self._chain_of)
        for number, statements in enumerate(cued):
            yield from titles[number] or self._framed(number, statements)

    # ---- headlines

    def _headline(self, number: int) -> Iterator[Statement]:
        """The statements of a headline, part by part; what nobody is surely said to say is the outlet's."""
        unit = self.units[number]
        parts = list(title_parts(unit))
        for part, attributions in parts if any(found for _, found in parts) else [(unit, ())]:
            if parts and not attributions:
                yield self._own_voice(part, Voice.HEADLINE)
            for attribution in attributions:
                told = self._told(number, attribution)
                yield told.statement
                yield from self._nested(told)

    # ---- statements with a cue of their own

    def _cued(self, number: int) -> Iterator[Statement]:
        unit, holder = self.units[number], self.held.get(number)
        if holder:
            self.tops.add(replace(holder, unit=number))
        for attribution in attributions_of(unit, self.tagged):
            told = self._told(number, attribution)
            if attribution.by_engine and not told.statement.content:
                continue
            if attribution.shape not in _NO_FRAME and not holder:
                self.tops.add(told)
            yield told.statement
            yield from self._nested(told)
        if unit.opens and not self.tops.of(number):
            yield from self._announced(number)
        if not self.tops.of(number) and (found := find_bare_citing(unit.tokens)):
            self.cited[number] = self._links(number, found, ())

    def _announced(self, number: int) -> Iterator[Statement]:
        """The statement of somebody whom a line with a colon announces: it holds what comes next."""
        found = find_announced(self.units[number].tokens)
        told = self._told(number, found) if found else None
        if told and told.statement.content:
            self.tops.add(told)
            yield told.statement

    def _nested(self, outer: Told) -> Iterator[Statement]:
        for attribution in outer.attribution.nested:
            if is_denied_too(outer.statement, attribution):
                continue
            told = self._told(outer.unit, attribution, outer)
            yield told.statement
            yield from self._nested(told)

    def _told(self, number: int, found: Attribution, outer: Told | None = None) -> Told:
        links = self._links(
            number,
            found,
            outer.links[: -1 if answers(outer.statement, found) else None] if outer else (),
        )
        if self.units[number].is_title:
            links = tuple(map(summed_up, links))
        draft = self._draft(self.units[number], found, links)
        if outer:
            statement = self._finish(replace(draft, parent=outer.statement.id))
            return Told(number, found, links, statement)
        behind = () if self.held.get(number) else self.behind.of(number, found, draft)
        told = Told(number, found, links, self._finish(self._with(draft, behind)))
        self.held |= dict.fromkeys(behind, told)
        return told

    def _links(
        self, number: int, found: Attribution, outer: tuple[ChainLink, ...]
    ) -> tuple[ChainLink, ...]:
        tokens = self.units[number].tokens
        links = self.sources.chain(tokens, found, number, is_inner=bool(outer))
        if outer and not repeats(outer, links):
            self.sources.heard_through(outer, number)
            return (*outer, *beyond(outer, links))
        return links or outer

    def _draft(self, unit: Unit, found: Attribution, links: tuple[ChainLink, ...]) -> Draft:
        content = tuple(self._cut(unit, *part) for part in found.content)
        source, addressee = found.source, found.addressee
        return Draft(
            unit=unit,
            content=content,
            quote_kind=quote_kind_of(self.article.text, unit, content),
            reasons=(f"{'engine' if found.by_engine else found.shape}: {found.cue_lemma}",),
            source=(self._cut(unit, source.first, source.last),) if source else (),
            cue=tuple(self._cut(unit, *part) for part in found.cue),
            cue_class=found.cue_class,
            links=links,
            addressee=self._cut(unit, addressee.first, addressee.last).text if addressee else None,
        )  # fmt: skip

    def _with(self, draft: Draft, behind: Sequence[int]) -> Draft:
        """A draft with the words of the units behind it."""
        units = [self.units[number] for number in behind]
        quotations = (*draft.unit.quotations, *(q for unit in units for q in unit.quotations))
        unit = replace(draft.unit, quotations=quotations)
        content = (*draft.content, *(whole(self.article.text, unit) for unit in units))
        kind = quote_kind_of(self.article.text, unit, content)
        return replace(draft, unit=unit, content=content, quote_kind=kind)

    # ---- sentences with no cue of their own, or none that says where the sentence is from

    def _framed(self, number: int, cued: list[Statement]) -> list[Statement]:
        """The statements of a unit, under the one that carries the whole of it if there is one."""
        if number in self.held:
            return self._under(self.held[number].statement, cued)[1:]
        if not cued:
            return self._uncued(number)
        frame = frame_of(self.tops, self.sources, number)
        if frame:
            return self._under(self._carried(self.units[number], frame), cued)
        if not self.tops.of(number):
            return self._under(self._own_or_carried(number, self.units[number]), cued)
        return self._beside(number, cued)

    def _beside(self, number: int, cued: list[Statement]) -> list[Statement]:
        """The statements of a unit, and what it says that none of them is told to say."""
        unit = self.units[number]
        rest = untold(unit, [told.attribution for told in self.tops.of(number)])
        if rest is None:
            return cued
        own = self._own_or_carried(number, replace(unit, end=unit.tokens[rest - 1].end))
        return [own, *cued] if rest < len(unit.tokens) else self._under(own, cued)

    def _own_or_carried(self, number: int, unit: Unit) -> Statement:
        carrier = carrier_of(self.tops, self.sources, number)
        return self._carried(unit, carrier) if carrier else self._own_voice(unit)

    def _uncued(self, number: int) -> list[Statement]:
        unit = self.units[number]
        if not any(token.is_word for token in unit.tokens):
            return []
        carrier = carrier_of(self.tops, self.sources, number)
        if carrier:
            return [self._carried(unit, carrier)]
        return [self._own_voice(sentence) for sentence in _sentences(unit)]

    def _carried(self, unit: Unit, carrier: Carrier) -> Statement:
        told = carrier.told
        content = (whole(self.article.text, unit),)
        return self._finish(
            Draft(
                unit=unit,
                content=content,
                quote_kind=quote_kind_of(self.article.text, unit, content),
                reasons=(f"carried: {carrier.why}",),
                source=told.statement.source,
                cue=told.statement.cue,
                cue_class=told.attribution.cue_class,
                links=tuple(map(as_carried, told.links)),
                carrier=(told.statement.source or told.statement.cue)[0],
                warnings=carrier.warnings,
            )
        )

    def _own_voice(self, unit: Unit, voice: Voice = Voice.OUTLET) -> Statement:
        return self._finish(
            Draft(
                unit=unit,
                content=(whole(self.article.text, unit),),
                quote_kind=QuoteKind.INDIRECT,
                reasons=(f"nobody is named: {voice}",),
                voice=voice,
            )
        )

    def _under(self, frame: Statement, nested: list[Statement]) -> list[Statement]:
        outer = beyond_credit(frame.chain)
        return [frame, *(self._put_under(frame, outer, statement) for statement in nested)]

    def _put_under(
        self, frame: Statement, outer: tuple[ChainLink, ...], statement: Statement
    ) -> Statement:
        chain = self._chain_of((*outer, *beyond(outer, beyond_credit(statement.chain))))
        parent = statement.nested_in or frame.id
        return replace(statement, nested_in=parent, chain=chain, depth=len(chain) - 1)

    # ---- shared

    def _chain_of(self, chain: tuple[ChainLink, ...]) -> tuple[ChainLink, ...]:
        """Give a chain anew from its links, the page's outlet and its credit line put before them once."""
        return whole_chain(self.article, self.sources, beyond_credit(chain))

    def _finish(self, draft: Draft) -> Statement:
        return finish(draft, self.article, self.sources)

    def _cut(self, unit: Unit, first: int, last: int) -> Span:
        tokens = unit.tokens
        return Span.cut(self.article.text, tokens[first].start, tokens[last - 1].end)


def _sentences(unit: Unit) -> Iterator[Unit]:
    for sentence in unit.sentences:
        if not any(token.is_word for token in sentence.tokens):
            continue
        yield replace(
            unit,
            start=sentence.start,
            end=sentence.end,
            tokens=sentence.tokens,
            sentences=(sentence,),
        )
