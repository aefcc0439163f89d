"""What each line of a page is: text of an article, a caption, a disclaimer, or furniture.

The line model weighs; the rules here know what no weight should decide: a second copy is never
text, a picture's words are a caption, a list of other stories is not this story.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from headwater.lexicon import registry
from headwater.model import ActorKind
from headwater.pages.datelines import find_dateline
from headwater.pages.dates import is_bare_date
from headwater.pages.features import Matrix
from headwater.pages.lines import Line
from headwater.pages.notes import is_correction, is_crew
from headwater.pages.signatures import is_dated_signature


class LineKind(StrEnum):
    """What a line of a page is."""

    BODY = "body"
    CAPTION = "caption"
    DISCLAIMER = "disclaimer"
    #: A later copy of a line that stood above.
    REPEAT = "repeat"
    #: Title or snippet of another story.
    TEASER = "teaser"
    FURNITURE = "furniture"


#: Odds from which a whole sentence right after a paragraph is one too.
_FOLLOWER_ODDS = 0.2

_DISCLAIMER = re.compile(
    r"^\W*disclaimer\b|\b(?:views?|opinions?)\b.{0,80}\b(?:do|does|are|may) not\b.{0,40}\b(?:reflect|represent|those of)\b"
    r"|\bnot necessarily (?:the )?(?:reflect|represent|those|views?|opinions?)\b",
    re.IGNORECASE,
)
_PHOTO_END = re.compile(
    r"(?:\((?:[^()]*\b(?:photo|image|picture|file|getty|courtesy|credit|handout|screenshot)\b[^()]*)\)"
    r"|\b(?:photo|image|picture|photograph)s?(?: credit)?(?:: | by | courtesy )[^.]{2,60}"
    r"|\bcredit: ?[^.]{2,60}|\b(?:getty images|shutterstock|istock|ap photo\S*)[^.]{0,40})\W*$",
    re.IGNORECASE,
)
_BRACKET_END = re.compile(r"\((?P<name>[^()]{2,40})\)\W*$")
_READ_ON = re.compile(
    r"^\W*(?:also read|read also|read(?: more)?|see also|related|watch|more|don.t miss)\b ?[:»>|]",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"^(?:written )?by:? [\w .,'’&/|-]{3,80}$", re.IGNORECASE)
_BUTTON = re.compile(
    r"^\W*(?:show more|read more|show less|load more|view all|see all|back to top\b.*|tt|a[+-]|share|tweet|print|e-?mail"
    r"|copy link|listen|save|comments?|advertisement|verified by .*|powered by .*)\W*$",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"^\W*(?:related (?:articles?|stories|news|posts?|topics)|latest (?:news|stories|articles)?|most (?:read|popular|viewed)"
    r"|must read|trending(?: now)?|recommended(?: (?:to|for) you)?|you (?:may|might) also (?:like|be interested).*"
    r"|more (?:stories|news|from .*)|top stories|editor.s picks?|popular(?: posts| now)?|read next|up next"
    r"|don.t miss|in other news|around the web)\W*(?:related)?\W*$",
    re.IGNORECASE,
)
#: What opens the readers' comments, and what stands over each of them.
_COMMENTS = re.compile(
    r"^\W*(?:\d+ )?(?:comments?|responses?|replies|leave a (?:reply|comment))\b.{0,120}$",
    re.IGNORECASE,
)
_COMMENT_HEAD = re.compile(
    r"^.{0,60}\b(?:says|said):$|^reply$|^report(?: abuse)?$|^permalink$"
    r"|^.{0,60}\b(?:at|@) \d{1,2}:\d\d ?(?:[ap]\.?m\.?)?(?: (?:said|says):?)?$|^\d+ (?:hours?|days?|min\w*) ago$",
    re.IGNORECASE,
)
#: Lines between two comment heads of one discussion.
_COMMENT_REACH = 16
_LEGAL = re.compile(
    r"©|copyright|rights reserved|cookies?\b|privacy|subscri|newsletter|sign up|log ?in|javascript",
    re.IGNORECASE,
)
_ELLIPSIS = re.compile(r"(?:\.\.\.|…)[\"”’]?$")
_CLOSED = re.compile(r"[.!?:;。！？][\"”’')\]»]*$")


def label_lines(
    lines: Sequence[Line], odds: Matrix, *, text_odds: float = 0.5
) -> list[LineKind]:
    """Say of each line what it is.

    Args:
        lines: The lines of a page.
        odds: What the line model makes of them: ``(n_lines,)``, 0 furniture to 1 text.
        text_odds: Odds from which a line is text.
    """
    kinds = [
        _kind_of(line, above=odd >= text_odds) for line, odd in zip(lines, odds, strict=True)
    ]
    _keep_followers(lines, odds, kinds)
    _keep_openings(lines, kinds)
    _drop_comments(lines, kinds)
    _drop_bare_dates(lines, kinds)
    _mark_teasers(lines, kinds)
    _mark_repeats(lines, kinds)
    return kinds


def is_section_header(text: str) -> bool:
    """Tell whether a line opens a list of other stories ("Related articles")."""
    return bool(_SECTION.match(text))


def is_button(text: str) -> bool:
    """Tell whether a line is a control of the site ("Show More", the "TT" of a text-size widget)."""
    return bool(_BUTTON.match(text))


def is_disclaimer(text: str) -> bool:
    """Tell whether a line is what the desk says of its own text: whose views, what was mended, who wrote it."""
    return len(text) < 600 and bool(
        _DISCLAIMER.search(text) or is_correction(text) or is_crew(text)
    )


def is_pointer(text: str) -> bool:
    """Tell whether a line points to another story ("Read more: …")."""
    return bool(_READ_ON.match(text))


def is_caption(text: str) -> bool:
    """Tell whether a line ends like the words under a picture: with whose picture it is."""
    if _PHOTO_END.search(text) and len(text) < 600:
        return True
    match = _BRACKET_END.search(text)
    return match is not None and len(text) < 500 and _is_publisher(match.group("name"))


def is_headline(text: str) -> bool:
    """Tell whether a line could be a headline: some words, and no full stop at its end."""
    words = text.split()
    if not 3 <= len(words) <= 30 or is_section_header(text) or _BUTTON.match(text):
        return False
    return not text.endswith((".", ":", ";", ",")) or bool(
        re.search(r"\b[A-Z]\.[A-Z]\.$", text)
    )


def _kind_of(line: Line, *, above: bool) -> LineKind:
    text = line.text
    if is_disclaimer(text):
        return LineKind.DISCLAIMER
    if _BUTTON.match(text) or _READ_ON.match(text) or is_section_header(text):
        return LineKind.FURNITURE
    if _BYLINE.match(text) and not _CLOSED.search(text):
        return LineKind.FURNITURE
    if not any(map(str.isalnum, text)):
        return LineKind.FURNITURE
    if is_caption(text) and not above:
        return LineKind.CAPTION
    return LineKind.BODY if above else LineKind.FURNITURE


def _keep_followers(lines: Sequence[Line], odds: Matrix, kinds: list[LineKind]) -> None:
    """Keep a short closing paragraph: a whole sentence right after text, if not all too odd."""
    for at in range(1, len(lines)):
        text = lines[at].text
        if kinds[at - 1] is not LineKind.BODY or kinds[at] is not LineKind.FURNITURE:
            continue
        if odds[at] >= _FOLLOWER_ODDS and len(text.split()) >= 8 and _CLOSED.search(text):
            kinds[at] = LineKind.BODY


def _keep_openings(lines: Sequence[Line], kinds: list[LineKind]) -> None:
    """Keep a paragraph that opens with a dateline, and on a page without text its few sentences.

    Excerpts and notices of one paragraph look like furniture to weights learnt on whole pages.
    """
    bare = LineKind.BODY not in kinds
    for at, line in enumerate(lines):
        if kinds[at] is LineKind.FURNITURE and len(line.text.split()) >= 12:
            opens = find_dateline(line.text) is not None
            if opens or (bare and _is_sentence(line.text)):
                kinds[at] = LineKind.BODY


def _is_sentence(text: str) -> bool:
    """Tell whether a line is whole sentences, and not of the site's own small print."""
    closed = _CLOSED.search(text) and not _ELLIPSIS.search(text)
    return bool(closed) and not _LEGAL.search(text)


def _drop_comments(lines: Sequence[Line], kinds: list[LineKind]) -> None:
    """Drop what readers wrote: from the first of a run of comment heads to past the last."""
    heads = [at for at, line in enumerate(lines) if _COMMENT_HEAD.search(line.text)]
    for first, last, count in _runs(heads, reach=_COMMENT_REACH):
        above = range(max(0, first - 6), first + 1)
        opened = next((at for at in above if _COMMENTS.match(lines[at].text)), None)
        if count < (4 if opened is None else 2):
            continue
        for at in range(first if opened is None else opened, len(lines)):
            if at > last + 1 and kinds[at] is not LineKind.BODY:
                break
            kinds[at] = LineKind.FURNITURE


def _drop_bare_dates(lines: Sequence[Line], kinds: list[LineKind]) -> None:
    """A line that is a date, and names perhaps, says when the page is from; it is no paragraph."""
    for at, line in enumerate(lines):
        if kinds[at] is LineKind.BODY and is_dated_signature(line.text):
            kinds[at] = LineKind.FURNITURE


def _runs(places: Sequence[int], *, reach: int) -> list[tuple[int, int, int]]:
    """Group places no further apart than ``reach``: first, last and how many."""
    runs: list[tuple[int, int, int]] = []
    for at in places:
        if runs and at - runs[-1][1] <= reach:
            first, _, count = runs.pop()
            runs.append((first, at, count + 1))
        else:
            runs.append((at, at, 1))
    return runs


def _mark_teasers(lines: Sequence[Line], kinds: list[LineKind]) -> None:
    """Mark title and snippet pairs, and everything between a list's header and the next text."""
    pairs = [
        at
        for at in range(len(lines) - 1)
        if is_headline(lines[at].text)
        and _ELLIPSIS.search(lines[at + 1].text)
        and lines[at].text[:15] != lines[at + 1].text[:15]
    ]
    in_list = False
    for at in range(len(lines)):
        in_list = is_section_header(lines[at].text) or (
            in_list and kinds[at] is not LineKind.BODY
        )
        if at in pairs and (in_list or len(pairs) > 1):
            kinds[at] = kinds[at + 1] = LineKind.TEASER
            in_list = True


def _mark_repeats(lines: Sequence[Line], kinds: list[LineKind]) -> None:
    """Mark all copies but the first; what a page prints twice on end is a picture's words."""
    seen: set[str] = set()
    for at, line in enumerate(lines):
        if line.text in seen:
            kinds[at] = LineKind.REPEAT
        elif (
            len(line.text.split()) > 3
            and at + 1 < len(lines)
            and lines[at + 1].text == line.text
            and not is_bare_date(line.text)
        ):
            kinds[at] = LineKind.CAPTION
        elif kinds[at] is LineKind.BODY and is_caption(line.text):
            copies = sum(other.text == line.text for other in lines)
            kinds[at] = LineKind.CAPTION if copies > 1 else LineKind.BODY
        seen.add(line.text)


def _is_publisher(name: str) -> bool:
    hits = registry().find_names(name)
    kinds = {registry().entries[actor].kind for hit in hits for actor, _ in hit.readings}
    return bool(kinds & {ActorKind.OUTLET, ActorKind.AGENCY})
