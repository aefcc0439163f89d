"""From an article's text to sentences, words, trees, names and statements, with every offset kept.

``read`` is the one door: rooms above ask it for a ``Parse`` and never split text themselves.
Behind it stands one small trained encoder (``engine``, its card in ``docs/model-cards``);
a second one gives sentences their vectors (``encoder``).
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from headwater.language.chunks import Chunk, find_chunks
from headwater.language.detect import detect_language
from headwater.language.encoder import Encoder, load_encoder, model_digest
from headwater.language.engine import Engine, engine_digest, load_engine
from headwater.language.parse import Name, Parse, Predicate, Sentence, Tagged, Token
from headwater.language.plover import type_as_told
from headwater.language.reading import read_blocks
from headwater.language.sentences import split_sentences
from headwater.language.tokens import split_tokens
from headwater.model import Article, Zone, ZoneKind

__all__ = [
    "Chunk",
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
    "find_chunks",
    "load_encoder",
    "load_engine",
    "model_digest",
    "read",
    "split_text",
    "split_tokens",
    "type_as_told",
]

#: What parts a dateline from its sentence.
_DATELINE_MARKS = re.compile(r"[\s.:/|–—-]*")
#: Characters from which a line without a stop is one that was broken at a fixed width.
_FULL_LINE = 48
_READ_ZONES = frozenset({ZoneKind.TITLE, ZoneKind.BODY})


def read(what: Article | str, *, portable: bool = False) -> Parse:
    """Read title and body of an article, or a bare text with a paragraph a line.

    Captions and disclaimers of an article are left out: nothing they say is a statement of it.
    Each zone is read by itself, so that no sentence runs from one paragraph into the next; the breaks
    of one that was broken at a fixed width part nothing. A
    dateline glued to the first paragraph ("BRUSEL (Reuters) - ") is no part of its sentence, nor is
    a credit at the end of one ("… (Reuters)", "… Source: CNN, citing two officials").

    Args:
        what: English is expected; other words are split and keep their offsets, and what is
            said of them means little (see ``detect_language``).
        portable: Whether to compute in fp32, nearly alike on every processor.
    """
    if isinstance(what, str):
        text, blocks = what, [(start, end, False) for start, end in _lines(what, 0, len(what))]
    else:
        text = what.text
        blocks = [
            (start, end, zone.kind is ZoneKind.TITLE)
            for zone in what.zones
            if zone.kind in _READ_ZONES
            for start, end in _paragraphs(
                text, _behind_dateline(what, zone), _before_credit(what, zone)
            )
        ]
    return read_blocks(text, blocks, load_engine(portable=portable))


def split_text(text: str) -> Parse:
    """Split a bare text by rules, taken as one article's body with a paragraph a line."""
    sentences = (
        Sentence(a, b, paragraph=start, is_title=False, tokens=split_tokens(text, a, b))
        for start, end in _lines(text, 0, len(text))
        for a, b in split_sentences(text, start, end)
    )
    return Parse(text=text, sentences=tuple(sentences))


def _behind_dateline(article: Article, zone: Zone) -> int:
    if article.dateline and article.text.startswith(article.dateline, zone.start):
        behind = _DATELINE_MARKS.match(article.text, zone.start + len(article.dateline))
        return behind.end() if behind else zone.start
    return zone.start


def _before_credit(article: Article, zone: Zone) -> int:
    """Give where a paragraph ends but for a credit that closes it."""
    for credit in article.credits:
        if credit.start is None or credit.end is None or credit.photo:
            continue
        is_here = zone.start <= credit.start and credit.end <= zone.end
        if is_here and not _is_said(article.text[credit.end : zone.end]):
            return credit.start
    return zone.end


def _is_said(text: str) -> bool:
    return any(map(str.isalnum, text))


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the lines of a zone; those between blank lines as one where they go on in one another."""
    run: list[tuple[int, int]] = []
    for low, high in [*_lines(text, start, end), (end, end)]:
        if text[low:high].strip():
            run.append((low, high))
        elif run:
            yield from _whole(text, run)
            run = []


def _whole(text: str, run: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    lines = [text[low:high].strip() for low, high in run]
    if any(_goes_on(line, after) for line, after in pairwise(lines)):
        yield run[0][0], run[-1][1]
    else:
        yield from run


def _goes_on(line: str, after: str) -> bool:
    """Tell whether a line was broken in mid-sentence: it has no stop, and is full, or the next begins small."""
    if not line[-1].isalnum():
        return line[-1] in {",", "-", "–"} and after[0].islower()
    return after[0].islower() or len(line) >= _FULL_LINE


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for line in text[start:end].split("\n"):
        yield start, start + len(line)
        start += len(line) + 1
