"""Which outlet publishes an article, by what its page shows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.lexicon import Entry, NameHit, registry
from headwater.lexicon import outlet_id as unknown_outlet_id
from headwater.model import ActorKind, Zone, ZoneKind
from headwater.pages.datelines import Dateline
from headwater.pages.lines import Line
from headwater.pages.platforms import is_platform

_NAME_WORD = r"[A-Z][\w'’&-]*(?:\.[\w'’&-]+)*"
_NAME = rf"(?:(?:the|The) )?{_NAME_WORD}(?: (?:(?:of|the|and|al|&)\b|{_NAME_WORD}))*"
_DISCLAIMER = re.compile(
    r"\b(?:standpoint|position|views?|polic(?:y|ies)|opinions?|stance|line) of"
    rf" (?P<name>{_NAME})"
)
_COPYRIGHT = re.compile(
    rf"(?:©|\(c\)|[Cc]opyright)(?: ©)?[ ,]*(?:\d{{4}}(?: ?[-–] ?\d{{4}})?)?[ ,]*(?:by )?(?P<name>{_NAME})"
)
_TOLD = re.compile(r"\btold (?=(?:the )?[A-Z])")
_CITED = r"(?:reported|reports|said|says|added|wrote|quoted|noted|cited|explained|revealed)"
_CITING = r"(?:according to|citing|quoting|quoted by|reported by|by|in|via|cited by|from)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """The publisher of an article: actor id, name as the evidence has it, and the evidence."""

    id: str
    name: str
    evidence: str


def outlet_id(name: str) -> str:
    """Give the registry's id of an outlet, or one made of its name where it has none."""
    entry = _entry_of(name)
    return entry.id if entry else unknown_outlet_id(name)


def find_outlet(
    text: str,
    zones: Sequence[Zone],
    around: Sequence[Line],
    dateline: Dateline | None,
    nameplate: str | None = None,
) -> Outlet | None:
    """Name the outlet the page itself gives, by the strongest evidence; None if it is silent.

    An outlet that is merely cited is never taken: what the text relays is not who prints it.
    """
    for found in (
        _by_dateline(dateline),
        _by_disclaimer([text[z.start : z.end] for z in zones if z.kind is ZoneKind.DISCLAIMER]),
        _by_copyright(around),
        _by_nameplate(nameplate),
        _by_told([text[z.start : z.end] for z in zones if z.kind is ZoneKind.BODY]),
    ):
        if found:
            return found
    return None


def find_copyright(line: str) -> str | None:
    """Give the name that a copyright line claims the page for; None if it is no such line."""
    match = _COPYRIGHT.search(line)
    return match.group("name").rstrip(".") if match else None


def publisher_named(text: str) -> Iterator[tuple[NameHit, Entry]]:
    """Yield the outlets and agencies named in a text by a name that is theirs alone."""
    for hit in registry().find_names(text):
        entries = [registry().entries[i] for i, form in hit.readings if not form.weak]
        papers = [e for e in entries if e.kind in (ActorKind.OUTLET, ActorKind.AGENCY)]
        if len(papers) == 1:
            yield hit, papers[0]


def _entry_of(name: str) -> Entry | None:
    entries = [registry().entries[i] for i, form in registry().of_name(name) if not form.weak]
    papers = [e for e in entries if e.kind in (ActorKind.OUTLET, ActorKind.AGENCY)]
    return papers[0] if len(papers) == 1 else None


def _by_dateline(dateline: Dateline | None) -> Outlet | None:
    """``Shafaq News/ …`` is the house's own; the agency in ``BAGHDAD (Reuters) -`` is a credit."""
    if dateline is None or dateline.house is None:
        return None
    name = dateline.house
    return Outlet(id=outlet_id(name), name=name, evidence=f"dateline: {dateline.text}")


def _by_disclaimer(disclaimers: Sequence[str]) -> Outlet | None:
    for words in disclaimers:
        if match := _DISCLAIMER.search(words):
            return _named(match.group("name"), "disclaimer", match.group())
    return None


def _by_copyright(around: Sequence[Line]) -> Outlet | None:
    for line in around:
        match = _COPYRIGHT.search(line.text)
        if match and not is_platform(match.group("name")):
            return _named(match.group("name"), "furniture", match.group())
    return None


def _by_nameplate(nameplate: str | None) -> Outlet | None:
    return _named(nameplate, "nameplate", nameplate) if nameplate else None


def _named(name: str, kind: str, words: str) -> Outlet:
    name = name.removeprefix("The ").removeprefix("the ").rstrip(".")
    return Outlet(id=outlet_id(name), name=name, evidence=f"{kind}: {words}")


def _by_told(body: Sequence[str]) -> Outlet | None:
    """Take the paper the lead's own sources told, if the page never cites it as another's.

    Whoever retells a paper says so ("the paper reported", "according to"); a page that only
    ever has its sources tell one paper, in its first paragraph, is that paper's (seed 003).
    An agency is left out: everybody prints what sources told an agency.
    """
    lead = body[0] if body else ""
    for told in _TOLD.finditer(lead):
        for hit, entry in publisher_named(lead[told.end() : told.end() + 60]):
            head = lead[told.end() : told.end() + hit.start].strip().lower()
            if head not in ("", "the") or entry.kind is not ActorKind.OUTLET:
                break
            if not any(_is_cited(hit.text, words) for words in body):
                words = lead[told.start() : told.end() + hit.end]
                return Outlet(id=entry.id, name=hit.text, evidence=f"told: {words}")
            break
    return None


def _is_cited(name: str, words: str) -> bool:
    name = re.escape(name)
    return bool(
        re.search(rf"{name}(?:['’]s)?(?: \w+ly)?,? {_CITED}\b", words)
        or re.search(rf"\b{_CITING} (?:\w+['’]s )?(?:the )?{name}\b", words, re.IGNORECASE)
    )
