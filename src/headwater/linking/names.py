"""What to call an article's outlet, known or not."""

from headwater.lexicon import registry
from headwater.model import Article

UNKNOWN_OUTLET = "unknown outlet"


def outlet_title(article: Article) -> str:
    """Give the registry's name of the outlet, else the name on the page, else ``unknown outlet``."""
    entry = registry().entries.get(article.outlet or "")
    return entry.name if entry else article.outlet_name or UNKNOWN_OUTLET
