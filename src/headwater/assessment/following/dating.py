"""Whether a passage is of later than a commitment, by the day it came out and the days it speaks of."""

from datetime import date
from functools import lru_cache

from headwater.model import Passage
from headwater.reading.times import find_times

#: Passages whose last day is kept.
_KEPT = 1 << 16


def is_later(passage: Passage, first: str | None) -> bool:
    """Tell whether a passage came out after a day, and tells of nothing before it."""
    if first is None or passage.published_from is None or passage.published_from <= first:
        return False
    if passage.happened_to is not None:
        return passage.happened_to >= first
    last = _last_day(passage.text, passage.published_from, passage.published_to)
    return last is None or last >= first


@lru_cache(maxsize=_KEPT)
def _last_day(text: str, published_from: str, published_to: str | None) -> str | None:
    """Give the last day that any time in a text may mean, ISO; a passage is held against many commitments."""
    if published_to is None:
        return None
    days = date.fromisoformat(published_from), date.fromisoformat(published_to)
    found = find_times(text, 0, len(text), days)
    ends = (t.latest or (published_to if t.earliest else None) for t in found)
    return max(filter(None, ends), default=None)
