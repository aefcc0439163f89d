"""What a passage only recalls or adds up: it tells of no new happening."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from headwater.case.board.passages import Hit
from headwater.case.board.rows import Told
from headwater.case.board.sheets import Sheet

_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_ISO: Final = re.compile(r"\d{4}-\d\d-\d\d")
_TIMES: Final = "times"
_PERSONS: Final = "persons"
_STAYS: Final = frozenset(
    "anchored moored docked stationed based deployed parked massed".split()
)
_HAD: Final = "had"


def is_said_before(carrier: Told | None) -> bool:
    """Tell whether the cue itself lies back: "had said" and "had threatened" recall what was news before."""
    return any(
        word == _HAD
        for cue in (carrier.cue if carrier else ())
        for word in cue.text.lower().split()
    )


def is_tally(sheet: Sheet, sentence: int, day: date | None, window_days: int) -> bool:
    """Tell whether a sentence adds up what happened again and again ("more than 40 times since March").

    A count that begins within the window ("900 since Wednesday") tells of now, and so does one of
    people ("12,000 have fled since May"), who are all in that state, and one of what stays somewhere
    ("four frigates have been anchored off the port since May").
    """
    start, end = sheet.passages.sentences[sentence]
    for quantity in sheet.quantities:
        if not start <= quantity.start < end:
            continue
        if quantity.unit == _TIMES:
            return True
        behind = sheet.passages.text[quantity.end : end].lower().split()
        stays = quantity.unit == _PERSONS or not _STAYS.isdisjoint(behind)
        since = None if stays else _since(quantity.as_of)
        if since and day and since < day - timedelta(days=window_days):
            return True
    return False


def is_recalled(
    sheet: Sheet, sentence: int, hits: Sequence[Hit], day: date | None, window_days: int
) -> bool:
    """Tell whether the passage tells of days before the window: an event among its words is dated so, or a year is past."""
    if day is None:
        return False
    start, end = sheet.passages.sentences[sentence]
    before = day - timedelta(days=window_days)
    inside = [e for e in sheet.events if start <= e.start < end]
    spans = [sheet.passages.word_span(hit) for hit in hits]
    told = [e for e in inside if any(a <= e.start < b for a, b in spans)] or inside
    dated = [date.fromisoformat(e.to) for e in told if e.to and _ISO.fullmatch(e.to)]
    if dated and max(dated) < before:
        return True
    years = [int(y) for y in _YEAR.findall(sheet.passages.text[start:end])]
    return bool(years) and max(years) < day.year


def _since(as_of: str | None) -> date | None:
    if not as_of or not as_of.startswith("since"):
        return None
    found = _ISO.search(as_of)
    return date.fromisoformat(found.group()) if found else None
