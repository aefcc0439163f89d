"""What one telling has beyond the other: a name, an aside, a manner that its whole article lacks."""

import re
from collections.abc import Iterator

from headwater.assessment.drifting.change import Change
from headwater.assessment.drifting.telling import Telling, cosine
from headwater.lexicon import shades, split_words, stem_of
from headwater.model import DriftKind

#: Cosine from which the rest of two tellings is so alike that more in one is an addition.
_CLOSE = 0.75
#: The same for what is missing, which is more often a choice of what to tell.
_FOLLOWS = 0.8
_ASIDE = re.compile(r"(?:,(?!\d)|–|\()\s*([^,–—()]+?)\s*(?=,|–|—|\)|$)")
_SHORTEST_ASIDE = 2
_SHORTEST_WORD = 3
#: Characters at the head of a content in which a comma may part places of a dateline.
_DATELINE = 12


def detail_changes(a: Telling, b: Telling) -> Iterator[Change]:
    """Yield at most one detail that was added, and one that was left out."""
    likeness = cosine(a, b)
    if likeness >= _CLOSE and (added := _news(b, a)):
        yield Change(DriftKind.DETAIL_ADDED, a.words, added)
    if likeness >= _FOLLOWS and (left := _news(a, b)):
        yield Change(DriftKind.DETAIL_OMITTED, left, b.words)


def _news(telling: Telling, other: Telling) -> str | None:
    """Give the first thing that only this one tells: how it was done, or an aside."""
    candidates = [*_manners(telling, other), *_asides(telling)]
    if not candidates:
        return None
    known = _stems_of_article(other)
    return next((words for words, stems in candidates if not stems & known), None)


_Detail = tuple[str, frozenset[str]]


def _manners(telling: Telling, other: Telling) -> Iterator[_Detail]:
    for token in telling.content:
        if token.key in shades().manner and token.stem not in other.stems:
            yield telling.cut(token, token), frozenset({token.stem})


def _asides(telling: Telling) -> Iterator[_Detail]:
    """Find words set off by commas, with what they tell."""
    for span in telling.statement.content:
        for found in _ASIDE.finditer(telling.article.text, span.start, span.end):
            inside = [t for t in telling.content if found.start(1) <= t.start < found.end(1)]
            stems = frozenset(t.stem for t in inside if t.tells and _is_word(t.key))
            is_dateline = found.start(1) - span.start < _DATELINE
            if len(stems) >= _SHORTEST_ASIDE and not is_dateline:
                yield found.group(1), stems


def _is_word(key: str) -> bool:
    """True for neither a number nor an abbreviation."""
    return key.isalpha() and len(key) >= _SHORTEST_WORD


def _stems_of_article(telling: Telling) -> frozenset[str]:
    return frozenset(stem_of(w.key) for w in split_words(telling.article.text) if w.key)
