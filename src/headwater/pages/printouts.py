"""What a browser prints around a page: the title of its tab, with the site behind it, and the address."""

import re
from collections.abc import Iterable, Sequence

from headwater.lexicon import press_entry, registry
from headwater.pages.lines import Line
from headwater.pages.nameplates import Nameplate
from headwater.pages.signatures import is_dated_signature

#: A stroke parts the site from the headline; a dash may as well part who said so ("– Al-Akhbar").
_SITE = re.compile(r"\s*(?:\||»|::)\s*(?P<site>[^|»]{2,40})$")
_PRINTED = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}[:.]\d\d")
_DASH = re.compile(r"^\s*[-–—|,]\s*")
_ADDRESS = re.compile(
    r"https?://(?:web\.archive\.org/web/\w+/https?://)?(?P<host>[^/\s]+)/\S*(?P<count>\s+\d+/\d+)?$"
)


def find_site(lines: Sequence[Line], headline: str | None) -> Nameplate | None:
    """Give the outlet of the tab's title, or of the address that the page opens with or was printed from.

    An address alone below a text may be that of what it cites.
    """
    for line in lines:
        site = _SITE.match(line.text.partition(headline)[2]) if headline else None
        entry = press_entry(site.group("site")) if site else None
        if site and entry:
            return Nameplate(name=site.group("site"), words=line.text, is_of_page=True)
    for line in lines:
        address = _ADDRESS.match(line.text)
        entry = registry().of_domain(address.group("host")) if address else None
        if address and entry and (line is lines[0] or address.group("count")):
            return Nameplate(name=entry.name, words=line.text, is_of_page=True)
    return None


def without_running_titles(
    around: Iterable[Line], lines: Sequence[Line], head: int, headline: str
) -> list[Line]:
    """Leave out what was printed over each sheet: the hour, then the headline again; keep the day behind it.

    Args:
        around: The lines around an article.
        lines: The lines of the page.
        head: The line of the headline.
        headline: Its words.
    """
    kept = [
        line for line in around if not (headline in line.text and _PRINTED.match(line.text))
    ]
    rest = lines[head].text.partition(headline)[2]
    day = _DASH.sub("", rest)
    if day == rest or not is_dated_signature(day):
        return kept
    start = lines[head].start
    place = None if start is None else start + lines[head].text.index(day)
    return [*kept, Line(text=day, start=place)]
