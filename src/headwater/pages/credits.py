"""Whom an article itself says its words, or its pictures, come from."""

import re
from collections.abc import Iterator, Sequence

from headwater.lexicon import PRESS_NAMES, is_press_service, registry
from headwater.model import ActorKind, Credit, PageRun, Zone, ZoneKind
from headwater.pages.datelines import find_dateline
from headwater.pages.furniture import is_button
from headwater.pages.lines import Line
from headwater.pages.notes import is_relay
from headwater.pages.signatures import read_signature
from headwater.pages.signoffs import find_signing_house

_NAME = (
    r"[A-Z][\w'’.&-]*(?: (?:of|the|and|al(?!-)|&|(?:[ae][lnrstdz]h?-)?[A-Z][\w'’.&-]*)){0,6}"
)
_SOURCE = re.compile(
    rf"(?:Sources?|Via|Credit|Originally published (?:by|in|on|at)|First published (?:by|in)"
    rf"|(?:This (?:article|story|report) )?(?:originally |first )?appeared (?:in|on)"
    rf"|Reprinted (?:from|with permission of)|Courtesy of|[Hh]/[Tt]):? ?(?:the |The )?(?P<name>{_NAME})"
)
_BY_AGENCY = re.compile(
    r"^(?:BY|[Bb]y)\b.*?(?:,| \| | - | of |/) ?(?:the |The )?(?P<name>[^,|/]+)$"
)
_BY_NAME = re.compile(r"^(?:BY|[Bb]y)\s+(?P<name>.{2,40})$")
_BRACKETS = re.compile(r"\((?P<name>[A-Z][^()\d]{1,60})\)")
#: Where a sentence has ended, or a bracket opens, and a credit may begin.
_SENTENCE_END = re.compile(
    r"(?:[.!?”\"’')\]…]\s+|\s)(?P<bracket>[(\[]?)(?=(?:Source|Via|Credit|Originally|First|Reprinted|Courtesy))"
)
_SIGNED = re.compile(rf"(?<=[.!?”\"’']) [-–—]{{1,2}} ?(?P<name>{_NAME})\W*$")
#: Characters up to which a line can be no more than a credit.
_LONGEST_LINE = 80
_PHOTO = re.compile(
    r"\b(?:[Pp]hotos?(?:graph)?|[Ii]mage|[Pp]icture|AP Photo|Credit|Getty)\b", re.IGNORECASE
)
_PUBLISHERS = (ActorKind.OUTLET, ActorKind.AGENCY)


def find_credits(
    text: str, zones: Sequence[Zone], runs: Sequence[PageRun], around: Sequence[Line]
) -> tuple[Credit, ...]:
    """Find the credit lines of an article, in its text and in the lines around it.

    A photo's credit is marked: it says where a picture is from, never where the news is from.
    """
    found = list(_in_text(text, zones, runs))
    for line in around:
        found.extend(_in_line(line))
    return tuple(dict.fromkeys(found))


def is_credit(line: str) -> bool:
    """Tell whether a line says from whom the news is, and not a picture."""
    return _name_of_line(line) is not None and not _PHOTO.search(line)


def _in_text(text: str, zones: Sequence[Zone], runs: Sequence[PageRun]) -> Iterator[Credit]:
    body = [zone for zone in zones if zone.kind is ZoneKind.BODY]
    for zone in zones:
        words = text[zone.start : zone.end]
        if zone.kind is ZoneKind.CAPTION:
            for name, start, end in _photo_names(words):
                found = (name, zone.start + start, zone.start + end)
                yield _credit(text, runs, found, photo=True)
        elif zone.kind is ZoneKind.DISCLAIMER and (
            house := find_signing_house(words, [text[z.start : z.end] for z in body])
        ):
            yield _credit(text, runs, (house, zone.start, zone.end))
        elif zone in (*body[:1], *body[-1:]):
            for name, start, end in _story_names(words, is_last=zone == body[-1]):
                yield _credit(text, runs, (name, zone.start + start, zone.start + end))


def _credit(
    text: str, runs: Sequence[PageRun], found: tuple[str, int, int], *, photo: bool = False
) -> Credit:
    name, start, end = found
    place = next(
        (
            run.page_start + start - run.article_start
            for run in runs
            if run.article_start <= start and end <= run.article_start + run.length
        ),
        None,
    )
    return Credit(
        name=name,
        words=text[start:end],
        start=start,
        end=end,
        page_start=place,
        page_end=None if place is None else place + end - start,
        photo=photo,
    )


def _photo_names(caption: str) -> Iterator[tuple[str, int, int]]:
    for match in _BRACKETS.finditer(caption):
        if name := _publisher_in(match.group("name")):
            yield name, match.start(), match.end()


def _story_names(words: str, *, is_last: bool) -> Iterator[tuple[str, int, int]]:
    """Find ``(Reuters)`` at the head of a text, ``(AP)`` or a bare name at its end."""
    head = _BRACKETS.search(words[:120])
    opens = head is not None and (
        head.start() == 0 or re.match(r" ?[-–—:]", words[head.end() :])
    )
    if head and opens and _publisher_in(head.group("name")):
        yield head.group("name"), head.start(), head.end()
    else:
        yield from _in_dateline(words)
    if is_last:
        yield from _signatures(words)


def _in_dateline(words: str) -> Iterator[tuple[str, int, int]]:
    """Find the agency of "MOSCOW, May 12 /TASS/." and "KYIV, 12 May – RIA Novosti."."""
    dateline = find_dateline(words)
    if dateline and dateline.agency and not dateline.text.endswith(")"):
        start = dateline.text.rindex(dateline.agency)
        yield dateline.agency, start, start + len(dateline.agency)


def _signatures(words: str) -> Iterator[tuple[str, int, int]]:
    for match in _BRACKETS.finditer(words):
        if match.end() >= len(words.rstrip(" .")) and _is_publisher(match.group("name")):
            yield match.group("name"), match.start(), match.end()
    source = _SOURCE.match(words) if len(words) <= _LONGEST_LINE else None
    bare = words.strip("-–— .")
    if source or _is_publisher(bare):
        yield source.group("name") if source else bare, 0, len(words)
    else:
        yield from _glued(words)


def _glued(words: str) -> Iterator[tuple[str, int, int]]:
    """Find "Source: CNN, citing two officials" or "– AFP" at the end of a paragraph that tells more."""
    for start in _SENTENCE_END.finditer(words):
        source = _SOURCE.match(words, start.end())
        is_short = len(words) - start.end() <= _LONGEST_LINE
        if source and is_short and _publisher_in(source.group("name")):
            yield source.group("name"), start.end() - len(start.group("bracket")), len(words)
            return
    signed = _SIGNED.search(words)
    if signed and _is_publisher(signed.group("name")):
        yield signed.group("name"), signed.start() + 1, len(words)


def _in_line(line: Line) -> Iterator[Credit]:
    """Read a line of furniture as a credit: a source line, a byline's agency, a bare name."""
    words = line.text
    if is_button(words):  # "TT" is a text-size widget before it is a Swedish agency (seed 003)
        return
    if name := _name_of_line(words):
        end = None if line.start is None else line.start + len(words)
        photo = bool(_PHOTO.search(words))
        yield Credit(name=name, words=words, page_start=line.start, page_end=end, photo=photo)


def _name_of_line(words: str) -> str | None:
    source = _SOURCE.match(words) if len(words) <= 120 else None
    if source:
        return source.group("name")
    if is_relay(words):
        return _only_publisher(words)
    if publisher := _signing_publisher(words):
        return publisher
    byline = _BY_AGENCY.match(words) or _BY_NAME.match(words)
    if byline and not _is_publisher(byline.group("name")):
        return _agency_behind(byline.group())
    name = byline.group("name") if byline else words.strip("()-–— .")
    return name if _is_signed(name) else None


def _only_publisher(line: str) -> str | None:
    named = [
        hit.text for hit in registry().find_names(line) if _is_strong(hit.text, *_PUBLISHERS)
    ]
    return named[0] if len(named) == 1 else None


def _signing_publisher(line: str) -> str | None:
    """Give whose text it is by the line that gives the day: "By Ada Brun, CNN, 12 May 2031", "Beirut (AFP) 12 May 2031"."""
    signature = read_signature(line)
    if signature is None or not signature.is_dated:
        return None
    behind = (name for name in signature.credited if _is_strong(name, *_PUBLISHERS))
    agencies = (name for name in signature.names if _is_strong(name, ActorKind.AGENCY))
    return next(behind, None) or next(agencies, None)


def _agency_behind(byline: str) -> str | None:
    """Give the agency that ends a byline, right behind the author ("By ADA BRUN Associated Press")."""
    hits = [hit for hit in registry().find_names(byline) if hit.end == len(byline)]
    return next((hit.text for hit in hits if _is_strong(hit.text, ActorKind.AGENCY)), None)


def _is_signed(name: str) -> bool:
    """Tell whether a line that holds a name and no more signs a text.

    A common word is a heading of the site ("Conversation"), and the Arabic for "Arabic" a link to
    the other edition, though both are names of outlets.
    """
    return re.search("[A-Za-z]", name) is not None and _is_strong(name, *_PUBLISHERS)


def _publisher_in(words: str) -> str | None:
    """Give the outlet or agency named in a credit, where there is exactly one."""
    parts = words.split()
    is_called_so = len(parts) > 1 and parts[-1].lower() in PRESS_NAMES | {"agency"}
    if _is_publisher(words) or is_called_so or is_press_service(words):
        return words
    hits = [hit for hit in registry().find_names(words) if _is_publisher(hit.text)]
    return hits[-1].text if hits else None


def _is_publisher(name: str) -> bool:
    kinds = {registry().entries[actor].kind for actor, _ in registry().of_name(name)}
    return not kinds.isdisjoint(_PUBLISHERS)


def _is_strong(name: str, *kinds: ActorKind) -> bool:
    """Tell whether a name, as it stands, is a publisher's of these kinds without any context."""
    return any(
        registry().entries[actor].kind in kinds
        for actor, form in registry().of_name(name)
        if not form.weak
    )
