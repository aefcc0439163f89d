"""The outlets the pile itself publishes, found again where other pages name them.

A page may name an outlet that no registry knows, and name it freely: "the Night Water news
agency" is the Nightwater Wire of another page. What is compared is the core of the name: its
words run together, without those that only say that it is an outlet.
"""

from collections.abc import Iterable, Mapping

from headwater.lexicon import PRESS_NAMES, fold_name, registry
from headwater.linking.names import Published, page_title
from headwater.model import ChainLink

_PLAIN = frozenset(
    "the a an news agency newspaper daily weekly wire press radio tv television channel network online media service paper magazine website site com net org".split()
)
#: Letters a core must have to be told apart from a common word.
_SHORTEST = 5


class PileOutlets:
    """Names to the outlets of a pile's own articles; made of the articles, in any order.

    Attributes:
        titles: What the pile itself calls each of its outlets, by actor id.
    """

    def __init__(self, articles: Iterable[Published]) -> None:
        held = [a for a in articles if a.outlet]
        called = {(a.outlet_name is not None, page_title(a), a.outlet or "") for a in held}
        self.titles: Mapping[str, str] = {outlet: name for _, name, outlet in sorted(called)}
        named = sorted({(a.outlet_name, a.outlet or "") for a in held if a.outlet_name})
        self._by_core: Mapping[str, str] = {
            core(name): outlet for name, outlet in reversed(named)
        }
        self._by_last: dict[str, set[str]] = {}
        for name, outlet in named:
            self._by_last.setdefault(fold_name(name)[-1], set()).add(outlet)
        self._settled: dict[tuple[str | None, str | None], str | None] = {}

    def of_name(self, name: str | None) -> str | None:
        """Give the outlet of the pile that goes by this name; None if none does for sure."""
        key = core(name or "")
        return self._by_core.get(key) if len(key) >= _SHORTEST else None

    def settle_link(self, link: ChainLink) -> str | None:
        """Give the outlet of the pile behind a link, by its words ("the Tribune") or its name."""
        by_words = self.settle(link.actor_id, link.text)
        return by_words if by_words != link.actor_id else self.settle(link.actor_id, link.name)

    def settle(self, actor_id: str | None, name: str | None) -> str | None:
        """Give the outlet of the pile behind an actor, or the actor itself.

        What the registry knows stays what it is, except one common word: "the Tribune" is the
        Halyard Tribune where the pile has that and no other Tribune.
        """
        asked = actor_id, name
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
        return self.of_name(name) or actor_id


def core(name: str) -> str:
    """Give the words of an outlet's name that are its own, run together."""
    words = fold_name(name)
    own = [word for word in words if word not in _PLAIN]
    return "".join(own or words)
