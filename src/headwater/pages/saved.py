"""A page as the pile holds it, before anyone has tried to read it."""

from dataclasses import dataclass
from typing import Self

from headwater.errors import UnreadablePage


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedPage:
    """The bytes of one page with what the pile says of it, or why they can't be had.

    ``name`` is relative to the pile: ``FILE``, ``FILE:LINE`` for a line of a JSON Lines pile,
    ``FILE#N`` for record N of a WARC, ``FILE/MEMBER#N`` in a WACZ. Exactly one of ``content``
    and ``problem`` is None.
    """

    name: str
    content: bytes | None = None
    #: Bytes as saved, before any decompression; None where nobody could look.
    size: int | None = None
    #: ``content`` is a JSON object with the page in one of its fields.
    is_json_line: bool = False
    url: str | None = None
    #: What the server called it (``text/html``) and the character set it named, from an archive.
    media_type: str | None = None
    charset: str | None = None
    #: The fact and the remedy, as two sentences.
    problem: str | None = None

    @classmethod
    def refused(cls, error: UnreadablePage, *, name: str, size: int | None = None) -> Self:
        """Make the page that stands in the case's list of refusals."""
        return cls(name=name, size=size, problem=told(error))


def told(error: UnreadablePage) -> str:
    """Give the reason of a refusal as it is kept in a case: the fact, then the remedy."""
    return f"{error.fact} {error.remedy}".strip()
