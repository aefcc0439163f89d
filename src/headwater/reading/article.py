"""One article, read from its words to everything found in it."""

from collections.abc import Iterable
from datetime import date

from headwater.language import read
from headwater.model import Article, ArticleFindings, Mention, Statement, with_actors
from headwater.reading.cast import find_cast
from headwater.reading.commitments import find_commitments
from headwater.reading.events import find_events
from headwater.reading.places import find_places
from headwater.reading.quantities import find_quantities
from headwater.reading.relations import find_relations, merge_mentions
from headwater.reading.statements import find_statements

#: Beginnings of the ids of those who are described and not named.
_DESCRIBED = ("described/", "unnamed/")


def read_article(article: Article, *, portable: bool = False) -> ArticleFindings:
    """Read one article: who it names, what it says, on whose word, and what is in it.

    Args:
        article: What to read.
        portable: Whether the engine computes in fp32, nearly alike on every processor.
    """
    parse = read(article, portable=portable)
    cast = find_cast(parse, article.outlet, article.outlet_name)
    mentions = cast.mentions(article.id)
    statements = find_statements(article, parse, cast)
    published = _published(article)
    ties = find_relations(article.id, parse, mentions, published, statements)
    events, acting = find_events(article.id, parse, cast, statements, published)
    described = merge_mentions(ties.mentions, acting)
    spoken = _ids_of_speakers(described, statements)
    tied = _ids_of_ties(acting, ties.mentions)
    same = {key: spoken.get(head, head) for key, head in tied.items()} | spoken
    return ArticleFindings(
        article=article,
        statements=statements,
        mentions=merge_mentions(mentions, [with_actors(m, same) for m in described]),
        relations=tuple(with_actors(tie, same) for tie in ties.relations),
        events=tuple(with_actors(event, same) for event in events),
        commitments=find_commitments(
            article.id, parse, statements, published, merge_mentions(mentions, ties.mentions)
        ),
        quantities=find_quantities(article.id, parse, published),
        places=find_places(article, parse, mentions),
    )


def _ids_of_speakers(
    described: Iterable[Mention], statements: Iterable[Statement]
) -> dict[str, str]:
    """Give the ids of described actors who speak in the same words: "the group's leadership"."""
    links = (link for s in statements for link in s.chain if link.actor_id and link.name)
    speaking = {
        link.end: link
        for link in links
        if link.start is not None and (link.actor_id or "").startswith(_DESCRIBED)
    }
    same = {}
    for mention in described:
        link = speaking.get(mention.end)
        is_it = link is not None and " ".join(mention.text.split()) == link.name
        if link and link.actor_id and is_it and mention.actor_id.startswith(_DESCRIBED):
            same[mention.actor_id] = link.actor_id
    return {ours: theirs for ours, theirs in same.items() if ours != theirs}


def _ids_of_ties(acting: Iterable[Mention], known: Iterable[Mention]) -> dict[str, str]:
    """Give the ids of described actors for which ties have another at the same words."""
    ids = {(m.start, m.end): m.actor_id for m in known}
    pairs = ((m.actor_id, ids.get((m.start, m.end), m.actor_id)) for m in acting)
    return {ours: theirs for ours, theirs in pairs if ours != theirs}


def _published(article: Article) -> tuple[date, date] | None:
    """Give first and last day of publication, None where a side is open."""
    if article.published_from is None or article.published_to is None:
        return None
    return article.published_from, article.published_to
