"""The sentences of somebody who was announced to say them: "The minister said:", and paragraphs of his words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from headwater.model import QuoteKind
from headwater.reading.grammar import is_capitalised
from headwater.reading.quotations import inside
from headwater.reading.units import Unit

if TYPE_CHECKING:
    from headwater.reading.carrying import Told, Tops

_FIRST_PERSON = frozenset("we our ours us i my me ourselves myself".split())
#: Words at most in a line that is a heading, or in a label before a colon ("Notes to editors: …").
_LONGEST_HEADING = 8
_LONGEST_LABEL = 4
_STOPS = frozenset('.?!;:,…”"')
#: Sentences within which the speaker must say "we" again where somebody else is told to speak.
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Speech:
    """Whose words a sentence is part of; ``sure`` up to the last in which he says "we" or "I"."""

    told: "Told"
    sure: bool


def find_speeches(tops: "Tops") -> Mapping[int, Speech]:
    """Find, for each unit that goes on with an announced speech, whose it is."""
    found: dict[int, Speech] = {}
    for number, unit in enumerate(tops.units):
        for told in tops.of(number)[-1:]:
            if told.attribution.shape == "announced" and unit.opens:
                found |= dict(_paragraphs(tops, number + 1, told))
            elif _says_behind_colon(unit, told):
                found |= dict(_rest_of_paragraph(tops, number, told))
    return found


def closes_speech(unit: Unit) -> bool:
    """Tell whether a unit is a heading, a label or a row of marks, which nobody says: "ENDS", "###"."""
    words = [token for token in unit.tokens if token.is_word]
    if not words:
        return True
    if not is_capitalised(words[0]) or unit.tokens[0] is not words[0]:
        return False
    is_label = any(t.text == ":" for t in unit.tokens[1 : _LONGEST_LABEL + 1])
    is_heading = len(words) <= _LONGEST_HEADING and unit.tokens[-1].text not in _STOPS
    return unit.is_title or is_heading or (is_label and not unit.opens)


def _paragraphs(tops: "Tops", first: int, told: "Told") -> Iterator[tuple[int, Speech]]:
    """The units from ``first`` on, until the text closes or another is announced.

    Where somebody else speaks in them, they end with the last in which the speaker says "we".
    """
    numbers, last_sure, units, is_his = [], first, tops.units, True
    for number in range(first, len(units)):
        if closes_speech(units[number]) or (
            number > first and _is_announced(tops, number, told)
        ):
            break
        if units[number].paragraph == units[first].paragraph or _is_first_person(units[number]):
            last_sure = number
        elif _others(tops, number):
            is_his = False
            if not any(map(_is_first_person, units[number : number + _NEAR + 1])):
                break
        numbers.append(number)
    for number in numbers:
        if is_his or number <= last_sure:
            yield number, Speech(told, sure=number <= last_sure)


def _is_announced(tops: "Tops", number: int, speaker: "Told") -> bool:
    """Whether somebody is announced in a unit, but for the one whose words it holds."""
    return any(
        told.attribution.shape == "announced" and told.statement.id != speaker.statement.id
        for told in tops.of(number)
    )


def _rest_of_paragraph(tops: "Tops", number: int, told: "Told") -> Iterator[tuple[int, Speech]]:
    for later in range(number + 1, len(tops.units)):
        if not tops.is_one_paragraph(number, later) or _others(tops, later):
            return
        yield later, Speech(told, sure=False)


def _says_behind_colon(unit: Unit, told: "Told") -> bool:
    """ "The minister said: The bridge will be rebuilt.", without marks of quotation."""
    cue = told.attribution.cue[-1][1] if told.attribution.cue else 0
    is_leading = told.attribution.shape == "leading" and 0 < cue < len(unit.tokens)
    return (
        is_leading
        and unit.tokens[cue].text == ":"
        and told.statement.quote_kind is QuoteKind.INDIRECT
    )


def _others(tops: "Tops", number: int) -> Sequence["Told"]:
    """The statements of a unit that somebody makes who does not call himself "we"."""
    return [
        told
        for told in tops.of(number)
        if told.attribution.source is None or told.attribution.source.head not in _FIRST_PERSON
    ]


def _is_first_person(unit: Unit) -> bool:
    return any(
        token.lower in _FIRST_PERSON and not inside(unit.quotations, token.start)
        for token in unit.tokens
    )
