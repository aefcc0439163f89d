"""Numbers of things: how many, at least how many, of what."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from headwater.language import Parse, Sentence
from headwater.model import Quantity, digest
from headwater.reading.quantities.alone import LoneNumbers
from headwater.reading.quantities.amount import Amount
from headwater.reading.quantities.amounts import amounts_of
from headwater.reading.quantities.counted import Noun, counts_within, noun_after, unit_of
from headwater.reading.times import find_times, time_in_words

__all__ = ["find_quantities"]

#: A time that begins so says when a number held; "since" says from when it was counted.
_AS_OF = re.compile(r"as of |(?:ever )?since ", re.IGNORECASE)
#: "By Friday the toll had risen to 41" says so too; "must hand over 30 guns by Friday" does not.
_BY = re.compile(r"(?:as of|(?:ever )?since|by) ", re.IGNORECASE)
_COMPLETE = re.compile(r"By [^.]*\bhad\b")


def find_quantities(
    article_id: str, parse: Parse, published: tuple[date, date] | None = None
) -> tuple[Quantity, ...]:
    """Find the numbers of things in an article, with bounds, unit and what is counted.

    Dates, clock times, ages, ordinals, years and numbers that are names ("B-52", "Article 5",
    "October 7") are left out; so are spans of time that only date something ("two days ago").
    "Dozens" and "several" have no value: a word is not turned into a number nobody gave.

    Args:
        article_id: The article of the parse.
        parse: Its sentences. Where it has no trees, a number without a noun counts only if the
            words beside it say what became of those counted.
        published: First and last day of publication, for "as of Monday"; None is unknown.
    """
    quantities: list[Quantity] = []
    for sentence in parse.sentences:
        found = tuple(_of_sentence(article_id, parse.text, sentence))
        as_of = _as_of(parse.text, sentence, published) if found else None
        quantities += (replace(quantity, as_of=as_of) for quantity in found)
    return tuple(quantities)


def _as_of(text: str, sentence: Sentence, published: tuple[date, date] | None) -> str | None:
    """Give when the numbers of a sentence held, in its words and, where known, in days."""
    opening = _BY if _COMPLETE.match(text, sentence.start, sentence.end) else _AS_OF
    if not opening.search(text, sentence.start, sentence.end):
        return None
    named = find_times(text, sentence.start, sentence.end, published)
    found = [time for time in named if opening.match(time.text)]
    best = min(found, key=lambda t: not t.text.lower().startswith("as of"), default=None)
    return (
        re.sub("^(?:as of|by) ", "", time_in_words(best), flags=re.IGNORECASE) if best else None
    )


def _of_sentence(article_id: str, text: str, sentence: Sentence) -> Iterator[Quantity]:
    words = text[sentence.start : sentence.end]
    lone = LoneNumbers(text, sentence)
    taken = 0
    last_unit: str | None = None
    for amount in sorted(amounts_of(words), key=lambda a: (a.start, -a.end)):
        if amount.start < taken:
            continue
        noun = _counted(words, amount, lone)
        is_alone = noun is None and lone.counts(amount, is_second=last_unit is not None)
        if counts_within(amount, noun) or not (noun or is_alone):
            continue
        unit = amount.unit or (unit_of(noun) if noun else _unit_alone(amount, lone, last_unit))
        taken = max(amount.end, noun.end if noun else 0)
        last_unit = unit
        yield _quantity(article_id, text, sentence.start, amount, noun, unit)


def _counted(words: str, amount: Amount, lone: LoneNumbers) -> Noun | None:
    if amount.unit in {"share", "percent"} and (whole := lone.whole(amount)):
        return whole
    if words[amount.start : amount.end].endswith("long"):
        return lone.lasting(amount)
    noun = noun_after(words, amount)
    if noun is not None and lone.is_finite(noun):
        noun = None
    return noun or lone.toll(amount)


def _unit_alone(amount: Amount, lone: LoneNumbers, last_unit: str | None) -> str | None:
    """Give the unit of a number without a noun: that of the one before it, else of the dead, hurt or held.

    "Many of which" may be of anything.
    """
    if amount.bound == "vague" and not lone.is_of_people(amount):
        return None
    return "persons" if last_unit is None or lone.is_of_people(amount) else last_unit


def _quantity(
    article_id: str, text: str, offset: int, amount: Amount, noun: Noun | None, unit: str | None
) -> Quantity:
    start, end = offset + amount.start, offset + max(amount.end, noun.end if noun else 0)
    return Quantity(
        id=digest("quantity", article_id, start, end),
        article_id=article_id,
        value=amount.value,
        low=amount.low,
        high=amount.high,
        bound=amount.bound,
        unit=unit,
        counted=noun.words if noun else None,
        as_of=None,
        start=start,
        end=end,
        text=text[start:end],
    )
