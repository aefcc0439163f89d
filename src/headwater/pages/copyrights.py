"""Who claims a page for himself: "© 2031 Marl Post Ltd."."""

import re
from dataclasses import dataclass

from headwater.lexicon import press_entry
from headwater.model import ActorKind

_NAME_WORD = r"(?:[ae][lnrstdz]h?-)?[A-Z][\w'’&-]*(?:\.[\w'’&-]+)*"
#: A name as it stands in a sentence.
NAME = rf"(?:(?:the|The) )?{_NAME_WORD}(?: (?:(?:of|the|and|al|&)\b|{_NAME_WORD}))*"
_YEAR = r"\d{4}(?: ?[-–] ?\d{4})?"
_MARK = r"(?:©|\(c\)|[Cc]opyright\b)"
_COPYRIGHT = re.compile(
    rf"{_MARK}(?:[ ,.]*(?:{_MARK}|(?P<year>{_YEAR})|[Aa]ll [Rr]ights [Rr]eserved|by\b))*[ ,.]*"
    rf"(?P<name>(?!(?:Copyright|All|This|These|No|Any)\b){NAME})(?P<later>[ ,]+{_YEAR}\b)?"
)
#: Behind a paper's name these say that a company is meant; the others name a house of several papers.
_COMPANY = re.compile(
    r",? (?:Ltd|Limited|Inc|LLC|PLC|GmbH|Corp|Co|Company|Pvt)$", re.IGNORECASE
)
_HOUSE = re.compile(
    r"\b(?:media|group|communications?|interactive|holdings|networks?)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Who claims a page, in what words, and whether nobody but its publisher would say so."""

    name: str
    words: str
    is_sure: bool


def find_copyright(line: str) -> Claim | None:
    """Give what a copyright line claims; None if it is no such line.

    Without a year it is as often whose a picture is; then it has to be the name of an outlet, not of an agency.
    """
    match = _COPYRIGHT.search(line)
    if match is None:
        return None
    name = _without_company(match.group("name").partition(" All ")[0])
    entry = press_entry(name)
    is_outlet = entry is not None and entry.kind is ActorKind.OUTLET
    is_dated = bool(match.group("year") or match.group("later"))
    words = line[match.start() : match.end("name")]
    is_sure = is_outlet or (is_dated and not _HOUSE.search(name))
    return Claim(name=name, words=words, is_sure=is_sure)


def _without_company(name: str) -> str:
    while (shorter := _COMPANY.sub("", name.rstrip("."))) != name:
        name = shorter
    return name
