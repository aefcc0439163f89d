"""Whose words two tellings are: an article does not contradict itself, but it quotes those who contradict each other."""

from headwater.assessment.drifting.telling import Telling
from headwater.model import ChainLink, LinkKind


def are_two_voices(a: Telling, b: Telling) -> bool:
    """Tell whether two tellings are of two articles, or of two in one article who are surely not one.

    Two sources without a name may be the same people, and one sentence says one thing.
    """
    if a.article.id != b.article.id:
        return True
    ours, theirs = _speaker(a), _speaker(b)
    if (
        a.is_beside(b)
        or ours.actor_id == theirs.actor_id
        or not (ours.actor_id and theirs.actor_id)
    ):
        return False
    return LinkKind.UNNAMED not in {ours.kind, theirs.kind} or ours.kind is not theirs.kind


def share_a_paragraph(a: Telling, b: Telling) -> bool:
    """Tell whether two tellings stand in one paragraph of one article: then both are of what it is about."""
    if a.article.id != b.article.id:
        return False
    first, last = sorted((a.passage, b.passage))
    return "\n" not in a.article.text[first.end : last.start]


def _speaker(telling: Telling) -> ChainLink:
    """Who finally says so; the outlet where nobody is named."""
    return telling.statement.chain[-1]
