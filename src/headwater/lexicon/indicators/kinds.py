"""The kinds and modes that an indicator may ask for."""

from functools import cache

from headwater.lexicon.coding import coding
from headwater.lexicon.indicators.indicator import Table
from headwater.lexicon.ties import tie_words
from headwater.model import CommitmentKind

#: Ties that grammar alone tells, without a word for them in the lexicon.
_OF_GRAMMAR = frozenset({"awaits_orders_from"})


@cache
def known_kinds(of: Table) -> tuple[str, ...]:
    """Give the kinds of what a table holds, sorted; none for a table without any."""
    if of is Table.EVENTS:
        return tuple(sorted(coding().types))
    if of is Table.COMMITMENTS:
        return tuple(sorted(CommitmentKind))
    return tuple(sorted(_ties())) if of is Table.RELATIONS else ()


@cache
def known_modes() -> tuple[str, ...]:
    """Give the modes of events, sorted."""
    return tuple(sorted({mode for modes in coding().modes.values() for mode in modes}))


def _ties() -> set[str]:
    ties = tie_words()
    lists = (ties.verbs, ties.offices, ties.parts, ties.acts, ties.adjectives, ties.compounds, ties.prefixes)  # fmt: skip
    return {word.kind for rows in lists for word in rows.values()} | _OF_GRAMMAR
