"""JSON Lines piles: one page a line, with what the collector knows of it."""

import io
import re
from collections.abc import Iterator

import msgspec

from headwater.errors import UnreadablePage
from headwater.pages.inflating import CHUNK_BYTES, too_large
from headwater.pages.saved import SavedPage
from headwater.settings import PageSettings

_SUFFIXES = (".jsonl", ".ndjson", ".jl")
_FIRST_OBJECT = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"[^"\\\n]{1,64}"\s*:')
_TEXT_FIELD = re.compile(rb'"(?:text|html)"\s*:')
_REMEDY = "Give one JSON object a line: {url, outlet, published, title, text or html}."


class JsonPage(msgspec.Struct, frozen=True, kw_only=True):
    """The fields of a line that mean something here; others are passed over."""

    url: str | None = None
    outlet: str | None = None
    published: str | int | float | None = None
    title: str | None = None
    text: str | None = None
    html: str | None = None


def is_json_lines(name: str, head: bytes) -> bool:
    """Tell from its name, or from its first bytes, whether a file holds one page a line."""
    if name.lower().removesuffix(".gz").endswith(_SUFFIXES):
        return True
    line = head.lstrip().partition(b"\n")[0]
    return bool(_FIRST_OBJECT.match(line) and _TEXT_FIELD.search(line))


def split_lines(
    stream: io.BufferedIOBase, name: str, settings: PageSettings
) -> Iterator[SavedPage]:
    """Yield the page of each line that is not blank, as ``FILE:LINE``, unread.

    Where the file is cut short or damaged, the lines before that place are yielded, and the
    file itself is refused.
    """
    number = 0
    try:
        while line := stream.readline(settings.max_page_bytes + 1):
            number += 1
            page = f"{name}:{number}"
            if len(line) > settings.max_page_bytes:
                _skip_line(stream, line)
                yield SavedPage.refused(too_large(page, settings), name=page)
            elif line := _bare(line):
                yield SavedPage(name=page, content=line, size=len(line), is_json_line=True)
    except UnreadablePage as error:
        yield SavedPage(name=name, problem=f"After line {number}: {error.fact} {error.remedy}")


def read_json_page(content: bytes, *, where: str) -> JsonPage:
    """Decode one line.

    Raises:
        UnreadablePage: If it is no JSON object with ``text`` or ``html``.
    """
    try:
        page = msgspec.json.decode(content, type=JsonPage)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        fact = f"The line can't be used: {error}."
        raise UnreadablePage(fact, where=where, remedy=_REMEDY) from error
    if page.text is None and page.html is None:
        raise UnreadablePage(
            "The line has neither a text nor an html field.", where=where, remedy=_REMEDY
        )
    return page


def _bare(line: bytes) -> bytes:
    return line.removeprefix(b"\xef\xbb\xbf").strip()


def _skip_line(stream: io.BufferedIOBase, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(CHUNK_BYTES)
