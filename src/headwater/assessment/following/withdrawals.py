"""Passages in which somebody takes back what he threatened, promised or demanded."""

from headwater.assessment.following.naming import Wording
from headwater.lexicon import condition_words, split_words
from headwater.model import Event, Reported


def is_withdrawal(reported: Reported) -> bool:
    """Tell whether a passage reports that a threat, a promise or a demand is taken back."""
    return any(_takes_back(event, reported) for event in reported.events)


def withdrawn_by(reported: Reported, issuer: Wording) -> bool:
    """Tell whether it is this issuer who takes it back, by id or by every word of a name."""
    return any(
        bool(issuer.actor_ids & set(event.actors)) or _is_named(event, issuer)
        for event in reported.events
        if _takes_back(event, reported)
    )


def _takes_back(event: Event, reported: Reported) -> bool:
    lists = condition_words()
    what = {w.key for span in event.recipient_words for w in split_words(span.text)}
    if what.isdisjoint(lists["taken_back"]):
        return False
    verb = event.text.casefold()
    words = {w.key for w in split_words(reported.passage.text)}
    return verb in lists["withdraws"] or (verb in lists["takes"] and "back" in words)


def _is_named(event: Event, issuer: Wording) -> bool:
    ours = Wording.of(" ".join(span.text for span in event.actor_words)).stems()
    return bool(ours) and ours <= issuer.stems()
