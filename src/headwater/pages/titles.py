"""The headline of an article among the lines above it."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from headwater.lexicon import fold_name
from headwater.pages.dates import is_bare_date
from headwater.pages.furniture import (
    LineKind,
    is_button,
    is_caption,
    is_headline,
    is_section_header,
)
from headwater.pages.lines import Line
from headwater.pages.nameplates import find_nameplates, find_signatures, find_taglines
from headwater.pages.notes import is_relay
from headwater.pages.signatures import is_dated_signature
from headwater.pages.topics import content_words

_SITE = re.compile(r" ?(?: [-–—|·•] |\s\|\s?|» ?)(?P<site>[^-–—|·•»]{2,40})$")
_CUT_SHORT = re.compile(r"(?:\.\.\.|…)$")
#: A truncated copy and the headline itself, run together: "Minister says he…Minister says he will go".
_DOUBLED = re.compile(r"^(?P<cut>.{10,}?)(?:\.\.\.|…)(?P<whole>(?P=cut).+)$")
#: What mails and data bases call a headline.
_LABEL = re.compile(
    r"^(?:(?:subject|headline|title):|HD\b(?= {2}))\s*(?:(?:re|fwd?): ?)*", re.IGNORECASE
)
_QUOTES = str.maketrans("‘’‚“”„«»", "'''" + '"' * 5)
_NOT_A_HEADLINE = re.compile(
    r"^\W*(?:©|copyright\b)|^(?:by|written by|photo|image|published|updated|posted|share)\b"
    r"|^\W*\d+\W*$|\b\d{1,2}:\d\d\b|@|\bago$|^(?:january|february|march|april|may|june|july|august|september|october"
    r"|november|december|\w+day,?) .*\d{4}",
    re.IGNORECASE,
)
#: Share of a headline's content words that its article uses too.
_FEWEST_SHARED = 0.34
_REACH = 40
#: Words of a line from which it is a headline for no other reason than that it stands there alone.
_FEWEST_ALONE = 4
#: "The quay in July 2029. (Name)": a picture's words, whoever that is.
_CREDITED = re.compile(r"[.!?] ?\([^()]+\)$")
_BY = re.compile(r"(?:written )?by\b", re.IGNORECASE)


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
    above = range(start, body[0] + 1)
    if known and (found := _known_copy(lines, above, known)):
        return found
    likeliest = next(_likeliest(lines, kinds, start, body), None)
    return None if likeliest is None else _first_copy(lines, start, likeliest)


def is_picture_text(text: str) -> bool:
    """Tell whether a line between headline and text is words under a picture, or a standfirst."""
    if is_caption(text):
        return True
    return len(text.split()) >= 6 and not _NOT_A_HEADLINE.search(text)


def is_of_picture(lines: Sequence[Line], kinds: Sequence[LineKind], at: int) -> bool:
    """Tell whether a line is a picture's words, or a copy of them.

    Headlines too are printed twice on end; a copy counts only if it ends in a bracket, as those
    that say whose the picture is do.
    """
    text = lines[at].text
    if kinds[at] is not LineKind.REPEAT:
        return kinds[at] is LineKind.CAPTION or is_caption(text)
    return is_caption(text) or (
        text.endswith(")")
        and any(
            kinds[other] is LineKind.CAPTION and lines[other].text == text
            for other in range(at)
        )
    )


def _likeliest(
    lines: Sequence[Line], kinds: Sequence[LineKind], start: int, body: Sequence[int]
) -> Iterator[int]:
    """Yield the lines that may be the headline, the likeliest first; what names paper and day is the last."""
    first = body[0]
    words = _words_of_text(lines, body)
    nameplates, signatures = find_nameplates(lines, first), find_signatures(lines, first)
    taglines = find_taglines(lines, nameplates)
    plates = nameplates | signatures

    def best(some: Iterable[int]) -> list[int]:
        scores = ((_score(lines, kinds, at, body, words), at) for at in some)
        score, at = max(scores, default=(0.0, 0))
        return [at] if score > 0 else []

    reach = range(max(start, first - _REACH), first + 1)
    for some in (
        [at for at in reach if at not in plates | taglines],
        [at for at in reach if at in taglines - plates],
    ):
        yield from best(some)
        if some and (placed := _placed(lines, kinds, some, plates, first)) is not None:
            yield placed
    if (alone := _alone(lines, range(start, first), plates)) is not None:
        yield alone
    yield from best(at for at in reach if at in signatures - nameplates)


def _words_of_text(lines: Sequence[Line], body: Sequence[int]) -> set[str]:
    """Give the words of a text that carry its topic, without a headline that opens it."""
    first = body[0]
    opens = len(body) > 1 and not is_headline(lines[first].text)
    return {
        word
        for at in (body if opens else body[1:] or body)
        for word in content_words(lines[at].text)
    }


def _placed(
    lines: Sequence[Line],
    kinds: Sequence[LineKind],
    some: Collection[int],
    nameplates: Collection[int],
    first: int,
) -> int | None:
    """Find the line right above byline, date and pictures, where no line shares words with the text."""
    signs = 0
    for at in range(first - 1, -1, -1):
        text = lines[at].text
        if _BY.match(text) or is_dated_signature(text):
            signs += 1
        elif not (at in nameplates or is_button(text) or is_of_picture(lines, kinds, at)):
            return at if signs and at in some and _is_title_like(text) else None
    return None


def _alone(lines: Sequence[Line], above: range, nameplates: Collection[int]) -> int | None:
    """Find the one line that stands over a text beside the paper's name, the date and the byline."""
    some = [
        at
        for at in above
        if not (at in nameplates or is_bare_date(lines[at].text) or _BY.match(lines[at].text))
    ]
    is_one = len(some) == 1 and some[0] == above[-1] and _is_title_like(lines[some[0]].text)
    return some[0] if is_one and len(lines[some[0]].text.split()) >= _FEWEST_ALONE else None


def _is_title_like(text: str) -> bool:
    """Tell a headline from a list of sections: it is in one piece, and not all in capitals."""
    words = text.split()
    if not 2 <= len(words) <= 30 or "  " in text or is_section_header(text):
        return False
    plain = not (_NOT_A_HEADLINE.search(text) or is_relay(text)) and not text.endswith(
        (".", ":", ";", ",")
    )
    is_credited = _CREDITED.search(text) is not None
    return plain and not is_credited and any(word[0].islower() for word in words)


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
    if is_of_picture(lines, kinds, at) or is_relay(text):
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
    text = _LABEL.sub("", text)
    if doubled := _DOUBLED.match(text):
        text = doubled.group("whole")
    place = None if line.start is None else line.start + line.text.index(text)
    return Headline(text=text, at=at, page_start=place)
