"""Lines that hold no news: a name, a place, a day and an hour, parted by strokes, commas and brackets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from headwater.pages.dates import find_days

#: Characters and names that such a line holds at most, and words that one of the names does.
_LONGEST, _MOST_NAMES, _MOST_WORDS = 100, 4, 6
_HOUR = re.compile(
    r"\b\d{1,2}[:.h]\d\d(?::\d\d)?(?: ?[ap]\.?m\b\.?)?(?: ?\(?(?:GMT|UTC|[A-Z]{1,3}[SD]?T)\b\)?)?(?: ?[+-]\d{1,4}\b)?",
    re.IGNORECASE,
)
#: A day of the Hijri years: beside another date it says the same, alone it says nothing to us.
_HIJRI = re.compile(
    r"\b\d{1,2}(?:,? [^\W\d_][\w'’-]*){1,3},? 1[34]\d\d\b|\b\d{1,2}[/-]\d{1,2}[/-]1[34]\d\d\b"
)
_CALENDAR = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|AH|CE|(?:page|pg?\.|no\.|issue) ?\d+)\b\.?",
    re.IGNORECASE,
)
_ERA = re.compile(r"(?<= )A\.?D\.?(?!\w)")
#: What such a line calls its day, its paper or its author.
_LABEL = re.compile(
    r"^(?:date|from(?=:)|publication|publisher|newspaper|outlet"
    r"|(?:(?:first|last|originally) )?(?:published|posted|updated|modified|created|issued|printed)(?: (?:on|at|in|by))*)\b:?\s*"
    r"|\b(?:on|at|in)$",
    re.IGNORECASE,
)
_BY = re.compile(r"^(?:by|via|from)\s+", re.IGNORECASE)
_ADDRESSEE = re.compile(r"<[^<>\s]+@[^<>\s]+>")
_PARTS = re.compile(r"\s*(?:[|·•»;,()\[\]]|\s[-–—/]+(?=\s)|^[-–—]+|[-–—]+$|\s{2,}|\t)\s*")
_EDGES = ' .:-–—“”"«»'
_SMALL = frozenset("of the and for al el de la le du & der die das al- am to in".split())
_NAME_WORD = re.compile(r"(?:[a-z]{1,3}[-'’])?[A-ZÀ-Þ][\w'’&.-]*")
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What a line without news holds: the names in it, as they stand, and whether a day is beside them."""

    names: tuple[str, ...]
    #: Those from "by" or "via" on: who wrote it, and for whom, but not who prints it.
    credited: tuple[str, ...]
    is_dated: bool


def read_signature(line: str) -> Signature | None:
    """Read a line as names and days; None if a word of it is something else."""
    if len(line) > _LONGEST:
        return None
    days = [words for _, _, words in find_days(line)]
    rest = _ADDRESSEE.sub(" ", line)
    for words in days:
        rest = rest.replace(words, " | ")
    for marks in (_HOUR, _HIJRI, _ERA, _CALENDAR):
        rest = marks.sub(" | ", rest)
    parts = tuple(_parts(rest))
    behind = next((at for at, part in enumerate(parts) if _BY.match(part)), len(parts))
    names, credited = parts[:behind], tuple(_BY.sub("", part) for part in parts[behind:])
    if len(parts) > _MOST_NAMES or not all(map(_is_name, names + credited)):
        return None
    return Signature(names=names, credited=credited, is_dated=bool(days))


def is_dated_signature(line: str) -> bool:
    """Tell whether a line is a day with no more than names beside it: "Aden (Marl Post) 12 May 2031"."""
    signature = read_signature(line)
    return signature is not None and signature.is_dated


def is_host(name: str) -> bool:
    """Tell whether a name is an address on the web: "marlpost.example"."""
    return _HOST.fullmatch(name) is not None


def _parts(rest: str) -> Iterator[str]:
    for part in _PARTS.split(rest):
        name = part.strip(_EDGES)
        while (shorter := _LABEL.sub("", name).strip(_EDGES)) != name:
            name = shorter
        if name:
            yield name


def _is_name(part: str) -> bool:
    words = part.split()
    is_short = len(words) <= _MOST_WORDS
    is_titled = words[0] not in _SMALL and all(
        word in _SMALL or _NAME_WORD.fullmatch(word) for word in words
    )
    return is_host(part) or (is_short and is_titled)
