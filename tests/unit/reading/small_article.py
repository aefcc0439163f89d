"""Articles of a few lines, with only what the reading room looks at."""

from headwater.language import read
from headwater.model import Article, ArticleKind, PageRun, Voice, Zone, ZoneKind
from headwater.reading.cast import find_cast
from headwater.reading.statements import find_statements

#: Where the text of a text page's article begins on its page.
HEAD = 40


def small_article(
    *paragraphs, title=None, outlet="outlet/marsh-gazette", name="Marsh Gazette", credited=(), on_text_page=False
):  # fmt: skip
    """Give an article of these body paragraphs."""
    zones, text = [], ""
    for kind, words in [(ZoneKind.TITLE, title)] * bool(title) + [
        (ZoneKind.BODY, p) for p in paragraphs
    ]:
        text += "\n\n" if text else ""
        zones.append(Zone(start=len(text), end=len(text) + len(words), kind=kind))
        text += words
    return Article(
        id="article", page_id="page", kind=ArticleKind.ARTICLE, title=title, outlet=outlet, outlet_name=name,
        outlet_evidence="given", byline=None, dateline=None, credits=tuple(credited), published_from=None,
        published_to=None, date_evidence=None, text=text, zones=tuple(zones),
        page_spans=(PageRun(0, HEAD, len(text)),) if on_text_page else None, anchors=(), language="en", incomplete=False,
    )  # fmt: skip


def statements_of(*paragraphs, **facts):
    """Give every statement of such an article."""
    article = small_article(*paragraphs, **facts)
    parse = read(article)
    return find_statements(
        article, parse, find_cast(parse, article.outlet, article.outlet_name)
    )


def said_in(*paragraphs, **facts):
    """Give the statements that somebody but the outlet makes."""
    return [s for s in statements_of(*paragraphs, **facts) if s.voice is Voice.ATTRIBUTED]


def texts(spans):
    """Give the words of some spans."""
    return [span.text for span in spans]


def names(statement):
    """Give the names of a chain behind the page's outlet."""
    return [link.name for link in statement.chain[1:]]
