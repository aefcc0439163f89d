"""From tagged spans and the scores of their ties to statements: who, by which words, what."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field

Span = tuple[int, int]
Links = Mapping[tuple[int, int], float]
#: A logit, and the first word of the cue it is of.
Tie = tuple[float, int]
SOURCE, CUE, CONTENT = range(3)
#: Logit from which a part belongs to a cue: even odds.
_TIED = 0.0
#: A second part of a cue is tied to the first more surely than by even odds: "said … and added"
#: are two cues.
_SAME_CUE = 1.0


@dataclass
class Parts:
    """The spans of one statement, in words."""

    source: list[Span] = field(default_factory=list)
    cue: list[Span] = field(default_factory=list)
    content: list[Span] = field(default_factory=list)


def tie(spans: Sequence[tuple[int, int, int]], links: Links) -> list[Parts]:
    """Tie spans into statements, one a cue.

    A part goes to every cue it is tied to by even odds, or else to the likeliest one. A part
    with no cue in reach is left out.

    Args:
        spans: First word, end and kind (source 0, cue 1, content 2), in order.
        links: Logits by (first word of a part, first word of a cue).
    """
    ties: dict[int, list[Tie]] = {}
    for (part, cue), score in links.items():
        ties.setdefault(part, []).append((score, cue))
    statements = _cues([(a, b) for a, b, kind in spans if kind == CUE], ties)
    for first, end, kind in spans:
        if kind == CUE:
            continue
        for cue in _owners(statements, ties.get(first, [])):
            parts = statements[cue]
            (parts.source if kind == SOURCE else parts.content).append((first, end))
    return [statements[first] for first in sorted(statements)]


def _cues(cues: Sequence[Span], ties: Mapping[int, Sequence[Tie]]) -> dict[int, Parts]:
    """Give each cue a statement, by its first word; the second part of a cue joins the first."""
    statements: dict[int, Parts] = {}
    for cue in cues:
        tied = [first for score, first in ties.get(cue[0], ()) if score > _SAME_CUE]
        before = [first for first in tied if first in statements]
        if before:
            statements[max(before)].cue.append(cue)
        else:
            statements[cue[0]] = Parts(cue=[cue])
    return statements


def _owners(cues: Container[int], ties: Sequence[Tie]) -> list[int]:
    scored = [(score, cue) for score, cue in ties if cue in cues]
    tied = [cue for score, cue in scored if score > _TIED]
    if tied or not scored:
        return tied
    return [max(scored)[1]]
