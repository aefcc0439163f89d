"""What one article says, found without looking at any other.

A page's findings are a pure function of its bytes, the registry and the settings, so a pile
can be read in any order by any number of workers.
"""

from headwater.language import read
from headwater.model import Article, ArticleFindings
from headwater.reading.cast import find_cast
from headwater.reading.statements import find_statements

__all__ = ["read_article"]


def read_article(article: Article) -> ArticleFindings:
    """Read one article: who it names, what it says, on whose word."""
    parse = read(article)
    cast = find_cast(parse, [article.outlet] if article.outlet else [])
    statements = find_statements(article, parse, cast)
    return ArticleFindings(article=article, statements=statements, mentions=cast.mentions(article.id))
