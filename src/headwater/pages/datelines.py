"""Place, day and agency glued to the head of a first paragraph; and who wrote it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.lexicon import registry
from headwater.lexicon.gazetteer import gazetteer
from headwater.model import ActorKind
from headwater.pages.lines import Line

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}(?:, ?\d{{4}})?|\d{{1,2}} {_MONTH}(?:,? \d{{4}})?|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{4}}-\d\d-\d\d)"
_CAPS = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+(?:[ /-][A-ZÀ-Þ][A-ZÀ-Þ'’.-]*)*"
_TITLED = r"[A-ZÀ-Þ][\w'’.-]*(?: [A-ZÀ-Þ][\w'’.-]*){0,3}"
_REGION = rf"(?:, {_TITLED})?"
_AGENCY = r"\((?P<agency>[A-Z][^()\d]{1,40})\)"
_DASH = r"(?:[-–—:]|--)"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # BAGHDAD, May 17 (Reuters) -   Baghdad (IraqiNews.com) –   Aden (Yemen Monitor), 15 March –
        rf"(?P<line>(?P<place>{_CAPS}|{_TITLED}){_REGION}(?:,? {_DAY})?,? {_AGENCY}(?:,? {_DAY})?) ?{_DASH} ",
        # CAIRO – 17 May 2019:   CAIRO, 17 May 2019 -
        rf"(?P<line>(?P<place>{_CAPS}){_REGION},?(?: {_DASH})? {_DAY}) ?{_DASH} ",
        # WASHINGTON –   KABUL, Afghanistan —   LONDON:
        rf"(?P<line>(?P<place>{_CAPS}){_REGION}) ?{_DASH} ",
        # May 17 (Reuters) -   (Reuters) -
        rf"(?P<line>(?:{_DAY} )?{_AGENCY}) ?{_DASH} ",
    )
)
_HOUSE = r"(?P<agency>[A-Z][^()/\d.:–—|]{1,40}?)"
_PART = rf"(?:{_DASH}|\|)"
#: These hold only where the place is one that is known: a capital may open any sentence.
_OF_KNOWN_PLACES = tuple(
    re.compile(rf"(?P<line>(?P<place>{_CAPS}|{_TITLED}){pattern}")
    for pattern in (
        # MOSCOW, May 12 /TASS/.   KYIV /Ukrinform/ –
        rf"{_REGION}(?:,? {_DAY})?[.,]? ?/{_HOUSE}/)[.:]? ?(?:{_DASH} )?",
        # KYIV, 12 May – RIA Novosti.   Dubai / Asharq Al-Awsat –
        rf"{_REGION}(?:,? {_DAY})? ?(?:{_DASH}|/) {_HOUSE})(?:\.| ?{_DASH}) ",
        # London (CNN) Two men …
        rf"{_REGION}(?:,? {_DAY})? \({_HOUSE}\)) (?=[A-Z“\"])",
        # Kyiv. 12 May. The bridge …
        rf"{_REGION}[.,] {_DAY})\. (?=[A-Z“\"])",
        # TEL AVIV | 12 May 2031 |   Port Sudan, 12 May –   Beirut, Lebanon –
        rf"{_REGION}(?:(?:[,.]| {_PART}) {_DAY})?) {_PART} (?=\W?[A-Z])",
    )
)
_BRACKETED_PLACE = re.compile(rf"(?P<line>\((?P<place>{_TITLED})\)) ?{_DASH} ")
#: Inhabitants from which a place is known that is not in the registry.
_BIG = 100_000
#: ``Shafaq News/ …``: a house that signs its first line with a stroke.
_STROKE = re.compile(rf"(?P<house>{_TITLED})(?P<gap> ?)[/|] ?(?=\S)")
_HOUSE_DASH = re.compile(rf"(?P<house>{_TITLED}) ?(?:[–—]|--|- ) ?(?=\S)")
_BYLINE = re.compile(
    r"(?:[Ww]ritten )?(?:BY|[Bb]y)[: ]+(?P<who>[^\d|•·]{3,80}?)(?: ?[|•·-] .*|,? \d.*)?$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The words before the first sentence: place, day, agency, or the house's own name."""

    text: str
    place: str | None = None
    #: The outlet that signs its own text so.
    house: str | None = None
    #: The name in brackets, whose text this is.
    agency: str | None = None


def find_dateline(lead: str) -> Dateline | None:
    """Find the dateline at the head of a first paragraph; None if it starts with its news."""
    head = lead[:120]
    return _of_known_place(head) or _of_any_place(head) or _house_line(head)


def _of_any_place(head: str) -> Dateline | None:
    return next((_dateline(m) for pattern in _PATTERNS if (m := pattern.match(head))), None)


def _of_known_place(head: str) -> Dateline | None:
    for pattern in (_BRACKETED_PLACE, *_OF_KNOWN_PLACES):
        match = pattern.match(head)
        if match is None or not _is_place(match.group("place")):
            continue
        agency = match.groupdict().get("agency")
        if agency is None or _is_house(agency):
            return _dateline(match)
    return None


def _dateline(match: re.Match[str]) -> Dateline:
    parts = match.groupdict()
    return Dateline(text=parts["line"], place=parts.get("place"), agency=parts.get("agency"))


def _is_place(name: str) -> bool:
    known = {
        registry().entries[actor].kind
        for actor, form in registry().of_name(name.title() if name.isupper() else name)
        if not form.weak
    }
    if known:
        return ActorKind.PLACE in known
    return any(site.population >= _BIG for site in gazetteer().find(name))


def find_byline(around: Sequence[Line]) -> str | None:
    """Give the author named by a line "By …" of the article's surroundings."""
    for line in around:
        if (match := _BYLINE.match(line.text)) and len(match.group("who").split()) <= 8:
            return match.group("who").strip(" ,-–")
    return None


def _house_line(head: str) -> Dateline | None:
    """``Name/`` signs any house, ``Name –`` one the registry knows; ``Name:`` tells who said it."""
    if (match := _STROKE.match(head)) and match.end() < len(head):
        is_glued = not match.group("gap") and match.group().rstrip().endswith("/")
        if is_glued or _is_house(match.group("house")):
            return _house(match)
        return None
    match = _HOUSE_DASH.match(head)
    return _house(match) if match and _is_house(match.group("house")) else None


def _house(match: re.Match[str]) -> Dateline:
    return Dateline(text=match.group().rstrip(), house=match.group("house"))


def _is_house(name: str) -> bool:
    kinds = {registry().entries[actor].kind for actor, _ in registry().of_name(name)}
    return bool(kinds & {ActorKind.OUTLET, ActorKind.AGENCY})
