"""What one telling has beyond the other: a name, an aside, a manner that its whole article lacks."""

import re
from collections.abc import Iterator

from headwater.assessment.drifting.change import Change
from headwater.assessment.drifting.phrases import find_phrases
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
#: What opens a further main clause, which is no aside.
_JOINS = frozenset("and but or so yet".split())
#: Telling words of a content from which another that has them all is the same with more.
_FEWEST_KEPT = 4
#: What opens a condition, which is a change of its own kind.
_CONDITIONS = frozenset("if unless provided should once until when depending".split())
#: Characters at the head of a content in which a comma may part places of a dateline.
_DATELINE = 12


def detail_changes(a: Telling, b: Telling) -> Iterator[Change]:
    """Yield at most one detail that was added, and one that was left out."""
    likeness = cosine(a, b)
    if added := _extension(b, a) or (_news(b, a) if likeness >= _CLOSE else None):
        yield Change(DriftKind.DETAIL_ADDED, a.words, added)
    if left := _extension(a, b) or (_news(a, b) if likeness >= _FOLLOWS else None):
        yield Change(DriftKind.DETAIL_OMITTED, left, b.words)


def _extension(telling: Telling, other: Telling) -> str | None:
    """Give the one stretch that a content has beyond another of which it keeps every telling word."""
    kept = {t.stem for t in other.content if t.tells}
    own = [n for n, t in enumerate(telling.content) if t.tells]
    more = [n for n in own if telling.content[n].stem not in kept]
    words = {telling.content[n].stem for n in more if _is_word(telling.content[n].key)}
    is_whole = len(kept) >= _FEWEST_KEPT and len(own) - len(more) >= len(kept)
    is_one = bool(more) and own[own.index(more[0]) :][: len(more)] == more
    if not (is_whole and is_one) or len(words) < _SHORTEST_ASIDE:
        return None
    first = max((n for n in own if n < more[0]), default=-1) + 1
    opened = {t.key for t in telling.content[first : more[0] + 1]}
    if (
        opened & _CONDITIONS
        or words & _stems_of_article(other)
        or not _ends_phrase(telling, more[-1])
    ):
        return None
    return telling.cut(telling.content[first], telling.content[more[-1]])


def _ends_phrase(telling: Telling, at: int) -> bool:
    """Tell whether a phrase may end at this word: not "member" of "the NATO member Poland"."""
    if at + 1 == len(telling.content):
        return True
    here, following = telling.content[at : at + 2]
    between = telling.article.text[here.end : following.start]
    return not following.tells or bool(between.strip())


def _news(telling: Telling, other: Telling) -> str | None:
    """Give the first thing that only this one tells: how it was done, or an aside."""
    manner = next(_manners(telling, other), None)
    candidates = list(_asides(telling)) if manner is None else []
    if not candidates:
        return manner
    known = _stems_of_article(other)
    return next((words for words, stems in candidates if not stems & known), None)


_Detail = tuple[str, frozenset[str]]


def _manners(telling: Telling, other: Telling) -> Iterator[str]:
    """Find how it was done, where the other's article has no word for that manner."""
    listed = shades().manner
    for phrase in find_phrases(telling, listed):
        is_own = any(telling.tokens[phrase.first] is token for token in telling.content)
        if is_own and not _has_manner(other.article.text, phrase.value):
            yield phrase.text


def _has_manner(text: str, manner: str) -> bool:
    folded = " ".join(w.key for w in split_words(text) if w.key)
    group = (words for words, first in shades().manner.items() if first == manner)
    return any(f" {words} " in f" {folded} " for words in group)


def _asides(telling: Telling) -> Iterator[_Detail]:
    """Find words set off by commas, with what they tell."""
    for span in telling.statement.content:
        for found in _ASIDE.finditer(telling.article.text, span.start, span.end):
            inside = [t for t in telling.content if found.start(1) <= t.start < found.end(1)]
            stems = frozenset(t.stem for t in inside if t.tells and _is_word(t.key))
            is_dateline = found.start(1) - span.start < _DATELINE
            is_clause = bool(inside) and inside[0].key in _JOINS
            if len(stems) >= _SHORTEST_ASIDE and not is_dateline and not is_clause:
                yield found.group(1), stems


def _is_word(key: str) -> bool:
    """True for neither a number nor an abbreviation."""
    return key.isalpha() and len(key) >= _SHORTEST_WORD


def _stems_of_article(telling: Telling) -> frozenset[str]:
    return frozenset(stem_of(w.key) for w in split_words(telling.article.text) if w.key)
