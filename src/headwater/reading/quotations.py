"""Stretches between quotation marks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_PAIRS = {"“": "”", "«": "»", "„": "“", '"': '"', "‘": "’"}
_NAME_WORD = re.compile(r"^(?:[A-Z][\w’'-]*|of|the|and|al|for)$")


@dataclass(frozen=True, slots=True)
class Quotation:
    """The marks of a quotation stand at ``start`` and ``end - 1``; open-ended ones run to the zone's end."""

    start: int
    end: int
    closed: bool

    @property
    def inner(self) -> tuple[int, int]:
        """The words without their marks."""
        return self.start + 1, self.end - 1 if self.closed else self.end


def find_quotations(text: str, start: int, end: int) -> tuple[Quotation, ...]:
    """Find the outermost quotations of a zone, from left to right.

    A straight mark opens where a space stands before it; a single curly mark only where no
    apostrophe can stand. A quotation left open runs to the end of the zone. Of two single marks
    that stand for one double one, the inner one counts.
    """
    found = []
    at = start
    while at < end:
        doubled = _close_of_doubled(text, at, end)
        if doubled is not None:
            found.append(Quotation(at + 1, doubled + 1, closed=True))
            at = doubled + 2
            continue
        mark = text[at]
        if mark in _PAIRS and _opens(text, at, start):
            close = _closing(text, at, end)
            if close is None and mark in "‘„":
                at += 1
                continue
            stop = end if close is None else close + 1
            found.append(Quotation(at, stop, close is not None))
            at = stop
        else:
            at += 1
    return tuple(found)


def is_speech(text: str, quotation: Quotation) -> bool:
    """Tell a quotation that carries speech from a name or a term set in marks."""
    words = text[slice(*quotation.inner)].split()
    return len(words) > 1 and not (
        len(words) <= 5 and all(_NAME_WORD.match(word.strip(",.;")) for word in words)
    )


def inside(quotations: Sequence[Quotation], position: int) -> bool:
    """Tell whether a place lies between quotation marks."""
    return any(q.start <= position < q.end for q in quotations)


def _opens(text: str, at: int, start: int) -> bool:
    if text[at] in "“«„":
        return True
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return (before.isspace() or before in "([—–-:") and not after.isspace()


def _close_of_doubled(text: str, at: int, end: int) -> int | None:
    """Where two single marks close what two open here."""
    if not text.startswith(("''", "``"), at) or text[at - 1 : at].isalnum():
        return None
    close = text.find("''", at + 2, end)
    return close if close >= 0 else None


def _closing(text: str, at: int, end: int) -> int | None:
    mark, want = text[at], _PAIRS[text[at]]
    place = text.find(want, at + 1, end)
    if mark != "‘":
        return place if place >= 0 else None
    while place >= 0:
        if place + 1 >= end or not text[place + 1].isalnum():
            return place
        place = text.find(want, place + 1, end)
    return None
