"""From tagged spans and the scores of their ties to statements: who, by which words, what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Span = tuple[int, int]
Links = Mapping[tuple[int, int], float]
#: A logit, and the first word of the cue it is of.
Tie = tuple[float, int]
SOURCE, CUE, CONTENT = range(3)
#: Logit from which a part belongs to a cue: even odds.
_TIED = 0.0
#: Content seldom belongs to two cues: it does where the second tie is this sure.
_SHARED = 3.0
#: A second part of a cue is tied to the first more surely still: "said … and added" are two cues.
_SAME_CUE = 5.0
#: Words between two contents of one cue where the second is tied to it by less than even odds.
_GAP = 3


@dataclass
class Parts:
    """The spans of one statement, in words."""

    source: list[Span] = field(default_factory=list)
    cue: list[Span] = field(default_factory=list)
    content: list[Span] = field(default_factory=list)


@dataclass(frozen=True)
class MissedCue:
    """Words that no tag calls a cue, though they might be one: their end, and how likely it is.

    ``chance`` is the logarithm of a probability.
    """

    end: int
    chance: float


def tie(
    spans: Sequence[tuple[int, int, int]], links: Links, missed: Mapping[int, MissedCue]
) -> list[Parts]:
    """Tie spans into statements, one a cue.

    A part goes to every cue it is tied to, or else to the likeliest one. Content that is tied to no
    cue, where the likeliest has content already, tells of a cue that was missed: it goes to the
    likeliest of these. A part with no cue in reach is left out.

    Args:
        spans: First word, end and kind (source 0, cue 1, content 2), in order.
        links: Logits by (first word of a part, first word of a cue or missed cue).
        missed: Missed cues by their first word; they overlap no span.
    """
    ties: dict[int, list[Tie]] = {}
    for (part, cue), score in links.items():
        ties.setdefault(part, []).append((score, cue))
    statements = _cues([(a, b) for a, b, kind in spans if kind == CUE], ties)
    _place(
        [((a, b), ties.get(a, [])) for a, b, kind in spans if kind == CONTENT],
        statements,
        missed,
    )
    for first, end, kind in spans:
        if kind == SOURCE:
            among = [tied for tied in ties.get(first, ()) if tied[1] in statements]
            for cue in _owners(among, _TIED):
                statements[cue].source.append((first, end))
    for parts in statements.values():
        parts.content.sort()
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


def _place(
    contents: Sequence[tuple[Span, Sequence[Tie]]],
    statements: dict[int, Parts],
    missed: Mapping[int, MissedCue],
) -> None:
    """Give each content to its cues, the surest first."""
    # A missed cue takes the one content that told of it; others look among the tagged ones.
    tagged = frozenset(statements)
    among = [([tie for tie in ties if tie[1] in tagged], span, ties) for span, ties in contents]
    for known, content, ties in sorted(among, key=lambda c: (-_best(c[0]), c[1])):
        owners = [statements[cue] for cue in _owners(known, _SHARED)]
        if _best(known) > _TIED or not all(parts.content for parts in owners):
            takers = owners
        elif cue := _likeliest(statements, ties, missed):
            takers = [statements.setdefault(cue[0], Parts(cue=[cue]))]
        else:
            takers = [parts for parts in owners if _goes_on(parts, content)]
        for parts in takers:
            parts.content.append(content)


def _goes_on(parts: Parts, content: Span) -> bool:
    return any(0 <= content[0] - end <= _GAP for _, end in parts.content)


def _likeliest(
    statements: Mapping[int, Parts], ties: Sequence[Tie], missed: Mapping[int, MissedCue]
) -> Span | None:
    """Choose the missed cue that content is tied to, by the tie and by its own chance."""
    taken = [span for parts in statements.values() for span in parts.cue]
    found = [
        (score + missed[cue].chance, cue)
        for score, cue in ties
        if score > _TIED
        and cue in missed
        and not any(a < missed[cue].end and cue < b for a, b in taken)
    ]
    return (max(found)[1], missed[max(found)[1]].end) if found else None


def _best(ties: Sequence[Tie]) -> float:
    return max((score for score, _ in ties), default=float("-inf"))


def _owners(ties: Sequence[Tie], least: float) -> list[int]:
    tied = [cue for score, cue in ties if score > least]
    if tied or not ties:
        return tied
    return [max(ties)[1]]
