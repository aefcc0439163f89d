"""Numbers of what is counted: how many dead, how many hurt, and none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from headwater.case.board.passages import Hit
from headwater.case.board.rows import Amount
from headwater.case.board.sheets import Sheet
from headwater.case.board.values import Count
from headwater.lexicon.indicators import Counting

#: So many letters between a number and the word for what befell those it counts.
_NEAR: Final = 60
_OF_PEOPLE: Final = frozenset({None, "persons"})
_NONE: Final = frozenset("no nobody none".split())


@dataclass(frozen=True, slots=True)
class Counted:
    """A number in a sentence, with the word for what is counted."""

    sentence: int
    hit: Hit
    count: Count
    #: None where words say that there were none.
    quantity_id: str | None


def counts_in(countings: Sequence[Counting], sheet: Sheet) -> Iterator[Counted]:
    """Yield every number of people in an article that one of the words stands near to, in reading order."""
    for number in range(len(sheet.passages.sentences)):
        for counting in countings:
            hits = sheet.passages.phrases_in(counting.words, number)
            if hits:
                yield from _in_sentence(counting.name, hits, number, sheet)


def _in_sentence(
    name: str, hits: Sequence[Hit], number: int, sheet: Sheet
) -> Iterator[Counted]:
    start, end = sheet.passages.sentences[number]
    people = [q for q in sheet.quantities if start <= q.start < end and q.unit in _OF_PEOPLE]
    told: set[str] = set()
    for hit in hits:
        near = [(_distance(hit, q, sheet), q.start, q.id, q) for q in people]
        distance, *_, quantity = min(near, default=(_NEAR + 1, 0, "", None))
        if quantity is None or distance > _NEAR or quantity.id in told:
            continue
        if quantity.low is not None:
            told.add(quantity.id)
            count = Count(name=name, low=quantity.low, high=quantity.high)
            yield Counted(number, hit, count, quantity.id)
    if not told and (none := _none_before(hits, sheet)):
        yield Counted(number, none, Count(name=name, low=0, high=0), None)


def _none_before(hits: Sequence[Hit], sheet: Sheet) -> Hit | None:
    """ "no casualties", "nobody was hurt": the word of denial is one of the three before."""
    words = sheet.passages.words
    return next((h for h in hits if not _NONE.isdisjoint(words[max(h[0] - 3, 0) : h[0]])), None)


def _distance(hit: Hit, quantity: Amount, sheet: Sheet) -> int:
    start, end = sheet.passages.word_span(hit)
    return max(start - quantity.end, quantity.start - end, 0)
