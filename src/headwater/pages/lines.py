"""The lines of a plain-text page, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: Only what editors and browsers write as a line's end; a form feed stays inside its line.
_LINE = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line that is not blank, without the white space at its edges."""

    text: str
    #: Place of its first code point on the page; None where the page is not plain text.
    start: int | None = None
    #: Blank lines right before it.
    gap: int = 0


def split_lines(text: str) -> Iterator[Line]:
    """Yield the lines of a page that hold more than white space, from top to bottom."""
    after = 0
    for match in _LINE.finditer(text):
        words = match.group().strip()
        if not words:
            continue
        start = match.start() + match.group().index(words)
        breaks = len(re.findall(r"\r\n|\r|\n", text[after:start]))
        yield Line(text=words, start=start, gap=max(0, breaks - 1) if after else breaks)
        after = match.end()
