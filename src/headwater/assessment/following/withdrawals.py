"""Passages in which somebody takes back what he threatened, promised or demanded."""

from collections import defaultdict
from collections.abc import Mapping

from headwater.assessment.following.naming import Wording, folded_words
from headwater.lexicon import condition_words
from headwater.model import Event, Reported


def is_withdrawal(reported: Reported) -> bool:
    """Tell whether a passage reports that a threat, a promise or a demand is taken back."""
    return any(_takes_back(event, reported) for event in reported.events)


class Issuers:
    """Who has commitments, looked up by who takes something back.

    Args:
        issuers: For each commitment, its issuer.
    """

    def __init__(self, issuers: Mapping[str, Wording]) -> None:
        self._by_actor: dict[str, set[str]] = defaultdict(set)
        self._by_stem: dict[str, set[str]] = defaultdict(set)
        for key, issuer in issuers.items():
            for actor in issuer.actor_ids:
                self._by_actor[actor].add(key)
            for stem in issuer.stems():
                self._by_stem[stem].add(key)

    def taking_back(self, reported: Reported) -> set[str]:
        """Give the commitments whose issuer takes something back, by id or by every word of a name."""
        found: set[str] = set()
        for event in reported.events:
            if _takes_back(event, reported):
                found.update(*(self._by_actor.get(actor, ()) for actor in event.actors))
                found |= self._named(event)
        return found

    def _named(self, event: Event) -> set[str]:
        stems = Wording.of(" ".join(span.text for span in event.actor_words)).stems()
        named = [self._by_stem.get(stem, set()) for stem in stems]
        return set.intersection(*named) if named else set()


def _takes_back(event: Event, reported: Reported) -> bool:
    lists = condition_words()
    what = [folded_words(span.text) for span in event.recipient_words]
    if all(words.isdisjoint(lists["taken_back"]) for words in what):
        return False
    verb = event.text.casefold()
    if verb in lists["withdraws"]:
        return True
    return verb in lists["takes_back"] and "back" in folded_words(reported.passage.text)
