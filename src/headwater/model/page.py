"""One file of the pile, or one record of a file, as it was saved."""

from dataclasses import dataclass
from enum import StrEnum


class PageStatus(StrEnum):
    """Whether a page gave up its text."""

    READ = "read"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as saved. Its bytes never change; the SHA-256 of them is what it *is*.

    The same bytes met twice are one page with two ``names``. ``name`` is the first of them in
    code-point order, relative to the pile it was found in (``FILE:LINE`` for a line of a JSON
    Lines pile, ``FILE#N`` for record N of an archive). ``given_*`` is what the pile says of the
    page from outside (a JSON Lines field, an archive's header), not what its text says.
    """

    id: str
    name: str
    names: tuple[str, ...]
    url: str | None
    sha256: str | None
    #: Bytes as saved, before any decompression.
    size: int | None
    #: ``html`` or ``text``; None where the page was refused before that was known.
    format: str | None
    encoding: str | None
    status: PageStatus
    #: Why it was refused, in words; None where it was read.
    reason: str | None
    given_outlet: str | None = None
    given_published: str | None = None
    given_title: str | None = None
