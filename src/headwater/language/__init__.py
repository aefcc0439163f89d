"""From an article's text to sentences and words, with every offset kept.

``read`` is the one door: rooms above ask it for a ``Parse`` and never split text themselves.
This first engine is made of rules; a trained one will stand behind the same door.
"""

from collections.abc import Iterator

from headwater.language.detect import detect_language
from headwater.language.encoder import Encoder, load_encoder, model_digest
from headwater.language.parse import Parse, Sentence, Token
from headwater.language.sentences import split_sentences
from headwater.language.tokens import split_tokens
from headwater.model import Article, ZoneKind

__all__ = [
    "Encoder",
    "Parse",
    "Sentence",
    "Token",
    "detect_language",
    "load_encoder",
    "model_digest",
    "read",
    "read_text",
]

_READ_ZONES = frozenset({ZoneKind.TITLE, ZoneKind.BODY})


def read(article: Article) -> Parse:
    """Split title and body of an article into sentences and words.

    Captions and disclaimers are left out: nothing they say is a statement of the article.
    Each zone is split by itself, so that no sentence runs from one paragraph into the next.
    """
    sentences = [
        sentence
        for zone in article.zones
        if zone.kind in _READ_ZONES
        for start, end in _lines(article.text, zone.start, zone.end)
        for sentence in _sentences(article.text, start, end, zone.kind is ZoneKind.TITLE)
    ]
    return Parse(text=article.text, sentences=tuple(sentences))


def read_text(text: str) -> Parse:
    """Split a bare text, taken as one article's body with a paragraph a line."""
    sentences = [
        sentence
        for start, end in _lines(text, 0, len(text))
        for sentence in _sentences(text, start, end, is_title=False)
    ]
    return Parse(text=text, sentences=tuple(sentences))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for line in text[start:end].split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _sentences(text: str, start: int, end: int, is_title: bool) -> list[Sentence]:  # noqa: FBT001 - a fact of the zone
    bounds = [(start, end)] if is_title else split_sentences(text, start, end)
    return [
        Sentence(
            start=a, end=b, paragraph=start, is_title=is_title, tokens=split_tokens(text, a, b)
        )
        for a, b in bounds
        if text[a:b].strip()
    ]
