"""Whom a pronoun means that cannot be who acts: "Chile met Peru. It asked it to leave"."""

from collections.abc import Sequence
from dataclasses import replace

from headwater.reading.events.naming import Somebody


def other_party(
    pronouns: Sequence[Somebody], known: Sequence[Somebody]
) -> tuple[Somebody, ...]:
    """Give whom "it" or "them" stands for among those to whom the same actor did something before.

    Nobody asks himself: where the engine takes the pronoun for the actor, it is the other party,
    if there is only one.

    Args:
        pronouns: What the act is done to, in words.
        known: Whom the act before was done to.
    """
    words = [p.words.text.lower() for p in pronouns]
    fits = words == ["them"] or (words == ["it"] and len(known) == 1)
    return tuple(replace(k, words=pronouns[0].words) for k in known) if fits else ()
