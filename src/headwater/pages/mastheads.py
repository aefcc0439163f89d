"""Which outlet publishes an article, by what its page shows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.lexicon import Entry, NameHit, press_entry, registry
from headwater.lexicon import outlet_id as unknown_outlet_id
from headwater.model import ActorKind, Zone, ZoneKind
from headwater.pages.copyrights import NAME, Claim, find_copyright
from headwater.pages.datelines import Dateline
from headwater.pages.lines import Line
from headwater.pages.nameplates import Nameplate, find_paper
from headwater.pages.ownvoice import is_cited
from headwater.pages.platforms import is_platform
from headwater.pages.signoffs import find_signing_house

_DISCLAIMER = re.compile(
    r"\b(?:standpoint|position|views?|polic(?:y|ies)|opinions?|stance|line) of"
    rf" (?P<name>{NAME})"
)
#: How evidence begins that is of one article alone: its neighbours may be signed by others.
_OF_ONE = "signed"
_TOLD = re.compile(r"\btold (?=(?:the )?[A-Z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """The publisher of an article: actor id, name as the evidence has it, and the evidence."""

    id: str
    name: str
    evidence: str


def outlet_id(name: str) -> str:
    """Give the registry's id of an outlet, or one made of its name where it has none."""
    entry = press_entry(name)
    return entry.id if entry else unknown_outlet_id(name)


def find_outlet(
    text: str,
    zones: Sequence[Zone],
    around: Sequence[Line],
    dateline: Dateline | None,
    nameplate: Nameplate | None = None,
) -> Outlet | None:
    """Name the outlet the page itself gives, by the strongest evidence; None if it is silent.

    An outlet that is merely cited is never taken: what the text relays is not who prints it.
    """
    body = [text[z.start : z.end] for z in zones if z.kind is ZoneKind.BODY]
    notes = [text[z.start : z.end] for z in zones if z.kind is ZoneKind.DISCLAIMER]
    claims = [find_copyright(line.text) for line in around]
    for found in (
        _by_dateline(dateline),
        _by_disclaimer(notes),
        _by_copyright([c for c in claims if c and not is_platform(c.name)], nameplate),
        _by_nameplate(nameplate),
        _by_told(body),
        _by_credit_of_dateline(dateline, body),
        _by_sign_off((*notes, *(line.text for line in around)), body),
    ):
        if found:
            return found
    return None


def is_shared(evidence: str) -> bool:
    """Tell whether what names the outlet of one article names it for its neighbours on the page too."""
    return not evidence.startswith(_OF_ONE)


def publisher_named(text: str) -> Iterator[tuple[NameHit, Entry]]:
    """Yield the outlets and agencies named in a text by a name that is theirs alone."""
    for hit in registry().find_names(text):
        entries = [registry().entries[i] for i, form in hit.readings if not form.weak]
        papers = [e for e in entries if e.kind in (ActorKind.OUTLET, ActorKind.AGENCY)]
        if len(papers) == 1:
            yield hit, papers[0]


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


def _by_copyright(claims: Sequence[Claim], nameplate: Nameplate | None) -> Outlet | None:
    """Take a claim of the paper whose name stands over the text; where none does, that of a known outlet first.

    Beside the site's own claim stands that of whoever gave it prices or pictures.
    """
    if nameplate:
        own = outlet_id(nameplate.name)
        fitting = [claim for claim in claims if outlet_id(claim.name) == own]
    else:
        sure = [claim for claim in claims if claim.is_sure]
        fitting = [claim for claim in sure if press_entry(claim.name)] or sure
    return _named(fitting[0].name, "furniture", fitting[0].words) if fitting else None


def _by_nameplate(nameplate: Nameplate | None) -> Outlet | None:
    if nameplate is None:
        return None
    kind = "nameplate" if nameplate.is_of_page else _OF_ONE
    return _named(nameplate.name, kind, nameplate.words)


def _by_credit_of_dateline(dateline: Dateline | None, body: Sequence[str]) -> Outlet | None:
    """A paper in ``Aden (Marl Post) –`` prints what it signs; an agency's text is printed by others."""
    if dateline is None or dateline.agency is None:
        return None
    paper = find_paper(dateline.agency, body)
    return _named(paper, _OF_ONE, dateline.text) if paper else None


def _by_sign_off(lines: Sequence[str], body: Sequence[str]) -> Outlet | None:
    for line in lines:
        if name := find_signing_house(line, body):
            return _named(name, _OF_ONE, line)
    return None


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
            if not any(is_cited(hit.text, words) for words in body):
                words = lead[told.start() : told.end() + hit.end]
                return Outlet(id=entry.id, name=hit.text, evidence=f"told: {words}")
            break
    return None
