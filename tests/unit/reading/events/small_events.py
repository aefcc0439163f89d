"""Events of a few sentences."""

from dataclasses import replace
from datetime import date

from small_article import small_article

from headwater.reading import read_article


def findings_of(*paragraphs, on=None, **facts):
    """Read an article of these paragraphs, published on a day, if one is given."""
    article = small_article(*paragraphs, **facts)
    day = date.fromisoformat(on) if on else None
    return read_article(replace(article, published_from=day, published_to=day))


def events_of(*paragraphs, **facts):
    """Give its events."""
    return findings_of(*paragraphs, **facts).events


def told(event):
    """Give an event as who, type, to whom, in words."""
    who, whom = (
        [s.text for s in spans] for spans in (event.actor_words, event.recipient_words)
    )
    return who, event.type, whom
