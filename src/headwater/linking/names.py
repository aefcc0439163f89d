"""What to call an article's outlet, known or not."""

from textwrap import shorten
from typing import Protocol

from headwater.lexicon import registry
from headwater.model import Article

UNKNOWN_OUTLET = "unknown outlet"
#: Letters of a headline that stand for its page.
_TITLE_LENGTH = 50


class Published(Protocol):
    """What is known of an article by its front: an ``Article``, or its fingerprint."""

    @property
    def outlet(self) -> str | None:
        """The actor id of whoever publishes it."""

    @property
    def outlet_name(self) -> str | None:
        """The name as the evidence has it."""

    @property
    def title(self) -> str | None:
        """The headline."""


def outlet_title(article: Article) -> str:
    """Give the registry's name of the outlet, else the name on the page, else ``unknown outlet``."""
    entry = registry().entries.get(article.outlet or "")
    return entry.name if entry else article.outlet_name or UNKNOWN_OUTLET


def page_title(article: Published) -> str:
    """Give the outlet's name on the page, or name the page that does not say."""
    if article.outlet_name or not article.title:
        return article.outlet_name or "a page that does not name its outlet"
    return f"the page “{shorten(article.title, _TITLE_LENGTH, placeholder='…')}”"
