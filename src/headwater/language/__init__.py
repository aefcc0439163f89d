"""From an article's text to sentences, words, trees, names and statements, with every offset kept.

``read`` is the one door: rooms above ask it for a ``Parse`` and never split text themselves.
Behind it stands one small trained encoder (``engine``, its card in ``docs/model-cards``);
a second one gives sentences their vectors (``encoder``).
"""

import re
from collections.abc import Iterator

from headwater.language.detect import detect_language
from headwater.language.encoder import Encoder, load_encoder, model_digest
from headwater.language.engine import Engine, engine_digest, load_engine
from headwater.language.parse import Name, Parse, Predicate, Sentence, Tagged, Token
from headwater.language.reading import read_blocks
from headwater.language.sentences import split_sentences
from headwater.language.tokens import split_tokens
from headwater.model import Article, Zone, ZoneKind

__all__ = [
    "Encoder",
    "Engine",
    "Name",
    "Parse",
    "Predicate",
    "Sentence",
    "Tagged",
    "Token",
    "detect_language",
    "engine_digest",
    "load_encoder",
    "load_engine",
    "model_digest",
    "read",
    "read_text",
    "split_text",
]

#: What parts a dateline from its sentence.
_DATELINE_MARKS = re.compile(r"[\s:/–—-]*")
_READ_ZONES = frozenset({ZoneKind.TITLE, ZoneKind.BODY})


def read(article: Article) -> Parse:
    """Split title and body of an article into sentences and words, by rules.

    Captions and disclaimers are left out: nothing they say is a statement of the article.
    Each zone is split by itself, so that no sentence runs from one paragraph into the next. A
    dateline glued to the first paragraph ("BRUSEL (Reuters) - ") is no part of its sentence.
    """
    sentences = [
        sentence
        for zone in article.zones
        if zone.kind in _READ_ZONES
        for start, end in _lines(article.text, _behind_dateline(article, zone), zone.end)
        for sentence in _sentences(article.text, start, end, zone.kind is ZoneKind.TITLE)
    ]
    return Parse(text=article.text, sentences=tuple(sentences))


def split_text(text: str) -> Parse:
    """Split a bare text by rules, taken as one article's body with a paragraph a line."""
    sentences = [
        sentence
        for start, end in _lines(text, 0, len(text))
        for sentence in _sentences(text, start, end, is_title=False)
    ]
    return Parse(text=text, sentences=tuple(sentences))


def read_text(text: str) -> Parse:
    """Read a bare text, taken as one article's body with a paragraph a line."""
    blocks = [(start, end, False) for start, end in _lines(text, 0, len(text))]
    return read_blocks(text, blocks, load_engine())


def _behind_dateline(article: Article, zone: Zone) -> int:
    if article.dateline and article.text.startswith(article.dateline, zone.start):
        behind = _DATELINE_MARKS.match(article.text, zone.start + len(article.dateline))
        return behind.end() if behind else zone.start
    return zone.start


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for line in text[start:end].split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _sentences(text: str, start: int, end: int, is_title: bool) -> list[Sentence]:  # noqa: FBT001 - a fact of the zone
    bounds = [_trimmed(text, start, end)] if is_title else split_sentences(text, start, end)
    return [
        Sentence(
            start=a, end=b, paragraph=start, is_title=is_title, tokens=split_tokens(text, a, b)
        )
        for a, b in bounds
        if a < b
    ]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
