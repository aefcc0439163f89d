"""Whether a passage is of later than a commitment, by the day it came out and the days it speaks of."""

from collections.abc import Iterator
from datetime import date

from headwater.model import Passage
from headwater.reading.times import find_times


def is_later(passage: Passage, first: str | None) -> bool:
    """Tell whether a passage came out after a day, and tells of nothing before it."""
    if first is None or passage.published_from is None or passage.published_from <= first:
        return False
    if passage.happened_to is not None:
        return passage.happened_to >= first
    ends = list(_last_days(passage))
    return not ends or max(ends) >= first


def _last_days(passage: Passage) -> Iterator[str]:
    """Yield the last day that each time in its words may mean, ISO."""
    if passage.published_from is None or passage.published_to is None:
        return
    days = date.fromisoformat(passage.published_from), date.fromisoformat(passage.published_to)
    for time in find_times(passage.text, 0, len(passage.text), days):
        if time.latest is not None:
            yield time.latest
        elif time.earliest is not None:
            yield passage.published_to
