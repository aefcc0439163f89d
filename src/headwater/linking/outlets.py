"""The outlets the pile itself publishes, found again where other pages name them.

A page may name an outlet that no registry knows, and name it freely: "the Night Water news
agency" is the Nightwater Wire of another page. What is compared is the core of the name: its
words run together, without those that only say that it is an outlet.
"""

from collections.abc import Iterable, Mapping
from typing import Protocol

from headwater.lexicon import PRESS_NAMES, fold_name, registry
from headwater.model import ChainLink

_PLAIN = frozenset(
    "the a an news agency newspaper daily weekly wire press radio tv television channel network online media service paper magazine website site com net org".split()
)
#: Letters a core must have to be told apart from a common word.
_SHORTEST = 5


class Published(Protocol):
    """Anything that an outlet published."""

    @property
    def outlet(self) -> str | None:
        """Actor id of whoever published it, if known."""

    @property
    def outlet_name(self) -> str | None:
        """What that outlet is called."""


class PileOutlets:
    """Names to the outlets of a pile's own articles; made of the articles, in any order."""

    def __init__(self, articles: Iterable[Published]) -> None:
        named = sorted(
            {(a.outlet_name, a.outlet) for a in articles if a.outlet and a.outlet_name}
        )
        self._by_core: Mapping[str, str] = {
            core(name): outlet for name, outlet in reversed(named)
        }
        self._by_last: dict[str, set[str]] = {}
        for name, outlet in named:
            self._by_last.setdefault(fold_name(name)[-1], set()).add(outlet)
        #: By the words of the core in the order of the alphabet: "the Chronicle of Ardun".
        self._by_words: dict[tuple[str, ...], set[str]] = {}
        for name, outlet in named:
            self._by_words.setdefault(_turned(name), set()).add(outlet)
        #: What was settled before: most names come again and again.
        self._settled: dict[tuple[str | None, str | None], str | None] = {}

    def of_name(self, name: str | None) -> str | None:
        """Give the outlet of the pile that goes by this name; None if none does for sure."""
        key = core(name or "")
        found = self._by_core.get(key) if len(key) >= _SHORTEST else None
        if found or "of" not in fold_name(name or ""):
            return found
        turned = self._by_words.get(_turned(name or ""), set())
        return min(turned) if len(turned) == 1 else None

    def settle_link(self, link: ChainLink) -> str | None:
        """Give the outlet of the pile behind a link, by its words ("the Tribune") or its name."""
        return self.settle_named(link.actor_id, link.text, link.name)

    def settle_named(
        self, actor_id: str | None, words: str | None, name: str | None
    ) -> str | None:
        """Give the outlet of the pile behind an actor that goes by these words, or else by this name."""
        by_words = self.settle(actor_id, words)
        return by_words if by_words != actor_id else self.settle(actor_id, name)

    def settle(self, actor_id: str | None, name: str | None) -> str | None:
        """Give the outlet of the pile behind an actor, or the actor itself.

        What the registry knows stays what it is, except one common word: "the Tribune" is the
        Halyard Tribune where the pile has that and no other Tribune.
        """
        asked = (actor_id, name)
        if asked not in self._settled:
            self._settled[asked] = self._settle(actor_id, name)
        return self._settled[asked]

    def _settle(self, actor_id: str | None, name: str | None) -> str | None:
        key = fold_name(name or "")
        nicknamed = self._by_last.get(key[0], set()) if len(key) == 1 else set()
        if len(nicknamed) == 1 and key[0] in PRESS_NAMES:
            return min(nicknamed)
        if actor_id in registry().entries:
            return actor_id
        if (actor_id or "").startswith("described/") and not set(key) & _PLAIN:
            return actor_id  # "Halyard said" is the town, where nothing says that it is press
        return self.of_name(name) or actor_id


def _turned(name: str) -> tuple[str, ...]:
    words = [word for word in fold_name(name) if word != "of"]
    return tuple(sorted([word for word in words if word not in _PLAIN] or words))


def core(name: str) -> str:
    """Give the words of an outlet's name that are its own, run together."""
    words = fold_name(name)
    own = [word for word in words if word not in _PLAIN]
    return "".join(own or words)
