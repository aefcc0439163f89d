"""Words shown where they stand: a telling in its sentence, an article with its passages."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from headwater.model import Article, Derivation, Statement

_CONTEXT = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of an article with some of the text before and after them."""

    prefix: str
    quote: str
    suffix: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of an article over which the same passages lie."""

    text: str
    #: Anchors of all passages it is part of.
    part_of: tuple[str, ...]
    #: Anchors of those that begin here.
    begins: tuple[str, ...]


def cut_passage(article: Article, start: int, end: int) -> Passage:
    """Cut words out of an article with whole words around them, on one line."""
    text = article.text
    before = text[max(0, start - _CONTEXT) : start]
    after = text[end : end + _CONTEXT]
    if start > _CONTEXT:
        before = "…" + before.partition(" ")[2]
    if end + _CONTEXT < len(text):
        after = after.rpartition(" ")[0] + "…"
    return Passage(
        prefix=_on_one_line(before),
        quote=_on_one_line(text[start:end]),
        suffix=_on_one_line(after),
        start=start,
        end=end,
    )


def split_passages(
    article: Article, statements: Iterable[Statement], derivations: Iterable[Derivation]
) -> tuple[Segment, ...]:
    """Split an article's text wherever a statement, or a derivation's evidence, begins or ends."""
    spans = [(f"s-{s.id}", (span.start, span.end)) for s in statements for span in s.content]
    spans += [(f"d-{d.id}", (e.start, e.end)) for d in derivations for e in d.evidence]
    cuts = sorted({0, len(article.text), *(place for _, span in spans for place in span)})
    seen: set[str] = set()
    segments = []
    opening = sorted(spans, key=lambda item: (item[1], item[0]))
    live: list[tuple[str, tuple[int, int]]] = []
    for start, end in pairwise(cuts):
        live = [item for item in live if item[1][1] > start]
        while opening and opening[0][1][0] == start:
            live.append(opening.pop(0))
        names = tuple(dict.fromkeys(name for name, _ in live))
        fresh = tuple(name for name in names if name not in seen)
        seen.update(fresh)
        segments.append(Segment(text=article.text[start:end], part_of=names, begins=fresh))
    return tuple(segments)


def _on_one_line(text: str) -> str:
    """Fold every run of white space, at the edges too, into one blank."""
    folded = " ".join(text.split())
    if not folded:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + folded + (" " if text[-1].isspace() else "")
