"""The lines of a plain-text page, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from headwater.pages.dates import find_text_behind_date

#: Only what editors and browsers write as a line's end; a form feed stays inside its line.
_LINE = re.compile(r"[^\r\n]+")

#: What a list sets before its items.
_BULLETS = "•▪●◦‣■ \t\u00a0"
#: Lines of a paragraph that is too short to show by itself that it was broken.
_SHORT = 2
#: Share of the page's width that the first of them fills: the next word did not fit.
_NEARLY = 0.75
_ENDS = (".", "!", "?", '"', "”", "’", ")", ":")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line that is not blank, without the white space at its edges."""

    text: str
    #: Place of its first code point on the page; None where the page is not plain text.
    start: int | None = None
    #: Blank lines right before it.
    gap: int = 0


def split_lines(text: str) -> Iterator[Line]:
    """Yield the lines of a page that hold more than white space, from top to bottom.

    Where a paragraph was broken at a fixed width, as in mails and wire copy, it comes as one
    line, its breaks inside. A labelled date that was run into the first sentence is a line of its own.
    """
    runs = list(_runs(_typed_lines(text)))
    width = max((_widest(run) for run in runs if _is_wrapped(run)), default=None)
    for run in runs:
        is_broken = _is_wrapped(run) or (width is not None and _is_short_paragraph(run, width))
        yield from _unwrapped(text, run) if is_broken else run


def _typed_lines(text: str) -> Iterator[Line]:
    after = 0
    for match in _LINE.finditer(text):
        words = match.group().strip().lstrip(_BULLETS)
        if not words:
            continue
        start = match.start() + match.group().index(words)
        breaks = len(re.findall(r"\r\n|\r|\n", text[after:start]))
        gap = max(0, breaks - 1) if after else breaks
        if begin := find_text_behind_date(words):
            yield Line(text=words[:begin].rstrip(), start=start, gap=gap)
            words, start, gap = words[begin:], start + begin, 0
        yield Line(text=words, start=start, gap=gap)
        after = match.end()


def _runs(lines: Iterator[Line]) -> Iterator[list[Line]]:
    """Group lines with no blank line between them."""
    run: list[Line] = []
    for line in lines:
        if run and line.gap:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _is_wrapped(run: list[Line]) -> bool:
    """Tell whether a run was broken at a fixed width: many lines go on in small letters."""
    widest = _widest(run)
    going_on = sum(line.text[0].islower() for line in run)
    return len(run) >= 3 and 40 <= widest <= 100 and going_on >= 0.3 * len(run)


def _is_short_paragraph(run: list[Line], width: int) -> bool:
    """Tell whether two lines are one paragraph, on a page whose longer ones were broken at about this width."""
    if len(run) != _SHORT:
        return False
    first, second = run
    return second.text[0].islower() and _NEARLY * width <= len(first.text) <= width


def _widest(run: list[Line]) -> int:
    return max(len(line.text) for line in run)


def _unwrapped(text: str, run: list[Line]) -> Iterator[Line]:
    """Put broken paragraphs together: one ends at a short line that closes a sentence."""
    widest = _widest(run)
    first = run[0]
    for line, following in zip(run, [*run[1:], None], strict=True):
        is_end = len(line.text) < 0.75 * widest and line.text.endswith(_ENDS)
        if following is None or is_end:
            end = (line.start or 0) + len(line.text)
            yield Line(text=text[first.start : end], start=first.start, gap=first.gap)
            first = following or first
