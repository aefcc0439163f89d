"""The units behind a cue that are all content of it: the rest of a quotation, what a colon leads to."""

from collections.abc import Iterator, Sequence

from headwater.language import Tagged
from headwater.model import QuoteKind
from headwater.reading.attributions import Attribution
from headwater.reading.drafts import Draft
from headwater.reading.speeches import closes_speech
from headwater.reading.units import Unit


class Behind:
    """Looks behind the units of one article."""

    def __init__(self, units: tuple[Unit, ...], tagged: Sequence[Tagged]) -> None:
        self.units, self.tagged = units, tagged

    def of(self, number: int, found: Attribution, draft: Draft) -> tuple[int, ...]:
        """Give the numbers of the units behind one that an attribution in it has for content."""
        behind = tuple(self._going_on(number, draft)) or tuple(self._tagged_on(number, found))
        if found.shape == "announced" and not behind:
            return tuple(self._announced(number))
        return behind

    def _going_on(self, number: int, draft: Draft) -> Iterator[int]:
        """The units in which a quotation goes on behind its cue, or stands alone: "…," she said. "…"."""
        unit, behind = self.units[number], number + 1
        if behind == len(self.units) or not _leads_on(unit, draft):
            return
        paragraph = self.units[behind].paragraph if unit.opens else unit.paragraph
        for later in self.units[behind:]:
            if later.paragraph != paragraph or not later.is_all_quotation:
                return
            yield behind
            behind += 1

    def _tagged_on(self, number: int, found: Attribution) -> Iterator[int]:
        """The units behind a cue that are wholly its content as the engine sees it."""
        unit = self.units[number]
        first, last = unit.tokens[found.cue[0][0]].start, unit.tokens[found.cue[-1][1] - 1].end
        content = [
            part
            for tagged in self.tagged
            if any(first < end and start < last for start, end in tagged.cue)
            for part in tagged.content
        ]
        for behind in range(number + 1, len(self.units)):
            later = self.units[behind]
            is_quoted = bool(later.quotations) and later.paragraph == unit.paragraph
            if not is_quoted or not _is_within(later, content):
                return
            yield behind

    def _announced(self, number: int) -> Iterator[int]:
        """The units of the paragraph behind a colon, if words without marks of quotation begin it."""
        first = self.units[number + 1] if number + 1 < len(self.units) else None
        if first is None or any(q.start <= first.start + 1 for q in first.quotations):
            return
        for behind in range(number + 1, len(self.units)):
            later = self.units[behind]
            if later.paragraph != first.paragraph or later.opens or closes_speech(later):
                return
            yield behind


def _leads_on(unit: Unit, draft: Draft) -> bool:
    """Tell whether a cue stands behind a quotation, or before a colon with nothing behind it."""
    if not draft.content:
        return unit.opens
    quoted = unit.quotations and draft.quote_kind is not QuoteKind.INDIRECT
    return bool(quoted and draft.content) and draft.content[-1].end >= unit.quotations[-1].start


def _is_within(unit: Unit, parts: Sequence[tuple[int, int]]) -> bool:
    """Tell whether every word of a unit stands in one of some parts of the text."""
    return all(
        any(start <= token.start < end for start, end in parts)
        for token in unit.tokens
        if token.is_word
    )
