"""Bytes to articles: the first room of the house.

``find_pages`` walks a pile and yields what it holds, page by page, as saved; ``read_page`` turns
one of them into a ``Page`` and the articles on it. A page that can't be had, or holds no text,
is refused by name with a reason and a remedy, and the rest of the pile goes on.

In the order in which a page passes them: ``walk`` (files, folders, streams), ``inflating``,
``archives`` and ``jsonlines`` (files of many pages), ``kinds`` and ``decoding`` (bytes to text), then
``html`` (``extraction``, ``metadata``, ``published``, ``visible``) or ``text`` (``lines``, ``features``,
``splitting``, ``furniture``), and ``assemble``, which finds outlet
(``mastheads``, ``nameplates``, ``printouts``, ``signoffs``), day, dateline and credits.
"""

from typing import TYPE_CHECKING

from headwater.doors import opened_when_asked

if TYPE_CHECKING:
    from headwater.pages.page import read_page, refuse
    from headwater.pages.saved import SavedPage
    from headwater.pages.trees import page_models_digest
    from headwater.pages.walk import STDIN, find_pages

__all__ = [
    "STDIN",
    "SavedPage",
    "find_pages",
    "page_models_digest",
    "read_page",
    "refuse",
]

__getattr__ = opened_when_asked(
    __name__,
    page="read_page refuse",
    saved="SavedPage",
    trees="page_models_digest",
    walk="STDIN find_pages",
)
