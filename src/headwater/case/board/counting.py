"""Numbers of what is counted: how many dead, how many hurt, and none."""

import re
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
_BEFORE: Final = 3
_PART: Final = frozenset("among include included includes including".split())
#: Letters before a number that may hold a word that makes it a part.
_PART_BEFORE: Final = 12
#: What parts two clauses right before a number, and the verb by which the second says something of it.
_BESIDE: Final = re.compile(
    r"(?:\b(?:and|but|while)|[,;])(?: at least| about| some| another)?\s+$"
)
_SAYS_OF_IT: Final = re.compile(
    r"(?: (?:others|more|people))? (?:are|were|is|was|have|has|had|remain|remained)\b"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A number in a sentence, with the word for what is counted."""

    sentence: int
    hit: Hit
    count: Count
    #: None where words say that there were none.
    quantity_id: str | None


def counts_in(countings: Sequence[Counting], sheet: Sheet) -> Iterator[Counted]:
    """Yield every number of people in an article that one of the words stands near to, in reading order.

    A number is of the word that is nearest, and of several of one word the nearest counts: of "two
    killed and five wounded" five are wounded, and whatever stands farther off is a part.
    """
    for number in range(len(sheet.passages.sentences)):
        hits = [
            (counting.name, hit)
            for counting in countings
            for hit in sheet.passages.phrases_in(counting.words, number)
        ]
        if hits:
            yield from _in_sentence(hits, number, sheet)


def _in_sentence(
    hits: Sequence[tuple[str, Hit]], number: int, sheet: Sheet
) -> Iterator[Counted]:
    start, end = sheet.passages.sentences[number]
    nearest: dict[str, tuple[int, Hit, Amount]] = {}
    for quantity in sheet.quantities:
        if not start <= quantity.start < end or quantity.unit not in _OF_PEOPLE:
            continue
        name, hit = min(hits, key=lambda one: (_distance(one[1], quantity, sheet), one))
        far = _distance(hit, quantity, sheet)
        if quantity.low is None or far > _NEAR or _is_part(hit, quantity, sheet):
            continue
        if _is_of_own_clause(hit, quantity, sheet):
            continue
        if name not in nearest or far < nearest[name][0]:
            nearest[name] = (far, hit, quantity)
    for name, (_, hit, quantity) in nearest.items():
        count = Count(name=name, low=quantity.low or 0, high=quantity.high)
        yield Counted(number, hit, count, quantity.id)
    for name, hit in hits:
        if name not in nearest and _is_none(hit, sheet):
            yield Counted(number, hit, Count(name=name, low=0, high=0), None)


def _is_part(hit: Hit, quantity: Amount, sheet: Sheet) -> bool:
    """ "400 women among the dead", "three of the dead", "the dead include two children": no number of the whole."""
    words, text = sheet.passages.words, sheet.passages.text
    before = words[max(hit[0] - _BEFORE, 0) : hit[0]]
    led_in = text[max(quantity.start - _PART_BEFORE, 0) : quantity.start].lower().rstrip()
    return (
        not _PART.isdisjoint((*before, *words[hit[1] : hit[1] + 1]))
        or before[-2:] == ["of", "the"]
        or led_in.endswith(tuple(_PART))
    )


def _is_of_own_clause(hit: Hit, quantity: Amount, sheet: Sheet) -> bool:
    """ "A worker died and 34 are being treated": the number opens a clause behind the word, and that says something else of it."""
    text, (_, end) = sheet.passages.text, sheet.passages.word_span(hit)
    is_behind = end <= quantity.start and _BESIDE.search(text, end, quantity.start)
    return bool(is_behind) and bool(_SAYS_OF_IT.match(text, quantity.end))


def _is_none(hit: Hit, sheet: Sheet) -> bool:
    """ "no casualties", "nobody was hurt": the word of denial is one of the three before."""
    return not _NONE.isdisjoint(sheet.passages.words[max(hit[0] - _BEFORE, 0) : hit[0]])


def _distance(hit: Hit, quantity: Amount, sheet: Sheet) -> int:
    start, end = sheet.passages.word_span(hit)
    return max(start - quantity.end, quantity.start - end, 0)
