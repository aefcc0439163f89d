"""The headline of an article among the lines above it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.lexicon import fold_name
from headwater.pages.dates import is_bare_date
from headwater.pages.features import content_words
from headwater.pages.furniture import LineKind, is_caption, is_headline
from headwater.pages.lines import Line

_SITE = re.compile(r" ?(?: [-–—|·•] |\s\|\s?|» ?)(?P<site>[^-–—|·•»]{2,40})$")
_CUT_SHORT = re.compile(r"(?:\.\.\.|…)$")
#: A truncated copy and the headline itself, run together: "Minister says he…Minister says he will go".
_DOUBLED = re.compile(r"^(?P<cut>.{10,}?)(?:\.\.\.|…)(?P<whole>(?P=cut).+)$")
_QUOTES = str.maketrans("‘’‚“”„«»", "'''" + '"' * 5)
_NOT_A_HEADLINE = re.compile(
    r"^(?:by|written by|photo|image|published|updated|posted|share)\b"
    r"|^\W*\d+\W*$|\b\d{1,2}:\d\d\b|@|\bago$|^(?:january|february|march|april|may|june|july|august|september|october"
    r"|november|december|\w+day,?) .*\d{4}",
    re.IGNORECASE,
)
#: Share of a headline's content words that its article uses too.
_FEWEST_SHARED = 0.34
_REACH = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """A headline as it stands on the page, and the line it stands in."""

    text: str
    at: int
    page_start: int | None


def find_headline(
    lines: Sequence[Line],
    kinds: Sequence[LineKind],
    start: int,
    body: Sequence[int],
    known: str | None = None,
) -> Headline | None:
    """Find the first full copy of an article's headline above its text; None if there is none.

    A first sentence is never made one.

    Args:
        lines: The lines of the page.
        kinds: What each of them is.
        start: The line after the article before, or 0.
        body: The paragraphs of this article, as numbers of lines.
        known: The headline that metadata gives: it is looked for among the lines.
    """
    first = body[0]
    above = range(start, first + 1)
    if known and (found := _known_copy(lines, above, known)):
        return found
    words = {word for at in body[1:] or body for word in content_words(lines[at].text)}
    words |= (
        set(content_words(lines[first].text))
        if len(body) > 1 and not is_headline(lines[first].text)
        else set()
    )
    best: tuple[float, int] | None = None
    for at in range(max(start, first - _REACH), first + 1):
        score = _score(lines, kinds, at, body, words)
        if score > 0 and (best is None or (score, at) >= best):
            best = (score, at)
    if best is None:
        return None
    return _first_copy(lines, start, best[1])


def is_picture_text(text: str) -> bool:
    """Tell whether a line between headline and text is words under a picture, or a standfirst."""
    if is_caption(text):
        return True
    return len(text.split()) >= 6 and not _NOT_A_HEADLINE.search(text)


def _known_copy(lines: Sequence[Line], above: range, known: str) -> Headline | None:
    for at in above:
        if fold_name(lines[at].text) == fold_name(known):
            return Headline(text=lines[at].text, at=at, page_start=lines[at].start)
    return None


def _score(
    lines: Sequence[Line],
    kinds: Sequence[LineKind],
    at: int,
    body: Sequence[int],
    words: set[str],
) -> float:
    """Weigh a line as headline: words its text shares, copies, nearness. 0 or less is no."""
    text = lines[at].text
    if at == body[0] and (len(body) < 2 or re.search(r"[.:][\"”’')]*$", text)):
        return 0.0
    if not is_headline(text) or _NOT_A_HEADLINE.search(text) or is_bare_date(text):
        return 0.0
    if is_caption(text):
        return 0.0
    if kinds[at] in (LineKind.CAPTION, LineKind.DISCLAIMER, LineKind.TEASER):
        return 0.0
    own = set(content_words(text))
    shared = sum(word in words for word in own) / len(own) if own else 0.0
    if shared < _FEWEST_SHARED or len(own) < 2:
        return 0.0
    near = lines[max(0, at - _REACH) : body[0] + 1]
    if any(_is_glued_to(text, line.text) for line in near):
        return 0.0
    copies = sum(line.text == text or _is_glued_to(line.text, text) for line in near)
    distance = body[0] - at
    return shared + 0.8 * (copies > 1) + 0.02 * min(len(own), 10) - 0.03 * min(distance, 20)


def _is_glued_to(longer: str, headline: str) -> bool:
    """Tell whether a line is a trail of sections run into a headline, whole or cut short."""
    longer, headline = _plain(longer), _plain(headline)
    if longer == headline or len(headline) < 15:
        return False
    if not _CUT_SHORT.search(longer):
        return longer.endswith(headline)
    stem = _CUT_SHORT.sub("", longer)
    return any(
        headline.startswith(stem[at:])
        for at in range(max(0, len(stem) - 15))
        if stem[at].isupper()
    )


def _plain(text: str) -> str:
    return text.translate(_QUOTES)


def _first_copy(lines: Sequence[Line], start: int, at: int) -> Headline:
    """Go up to the first line that is this headline and nothing else."""
    text = lines[at].text
    while (shorter := _SITE.sub("", text)) != text and len(shorter.split()) >= 4:
        text = shorter
    for other in range(start, at):
        if lines[other].text == text:
            at = other
            break
    line = lines[at]
    if doubled := _DOUBLED.match(text):
        text = doubled.group("whole")
    place = None if line.start is None else line.start + line.text.index(text)
    return Headline(text=text, at=at, page_start=place)
