"""The outlets the pile itself publishes, found again where other pages name them.

A page may name an outlet that no registry knows, and name it freely: "the Night Water news
agency" is the Nightwater Wire of another page. What is compared is the core of the name: its
words run together, without those that only say that it is an outlet.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from headwater.lexicon import PRESS_NAMES, fold_name, registry
from headwater.linking.names import Published, page_title
from headwater.model import ChainLink, digest

_PLAIN = frozenset(
    "the a an news agency newspaper daily weekly wire press radio tv television channel network online media service paper magazine website site com net org".split()
)
#: Whole numbers of 64 bits, to ``array``.
_WHOLE = "Q"
#: Stands for no answer.
_NOTHING = 0
#: Letters a core must have to be told apart from a common word.
_SHORTEST = 5


class PileOutlets:
    """Names to the outlets of a pile's own articles; made of the articles, in any order.

    It keeps what it was asked. Links that were made with its answers hold for as long as it
    would give the same ones, whatever articles have come since (``still_answers``).
    """

    def __init__(self, articles: Iterable[Published]) -> None:
        held = [a for a in articles if a.outlet]
        called = {(a.outlet_name is not None, page_title(a), a.outlet or "") for a in held}
        named = sorted({(a.outlet_name, a.outlet or "") for a in held if a.outlet_name})
        by_last: dict[str, set[str]] = defaultdict(set)
        #: By the words of the core in the order of the alphabet: "the Chronicle of Ardun".
        by_words: dict[str, set[str]] = defaultdict(set)
        for name, outlet in named:
            by_last[fold_name(name)[-1]].add(outlet)
            by_words[" ".join(_turned(fold_name(name)))].add(outlet)
        self._known: Mapping[str, str] = {
            **{f"title {outlet}": name for _, name, outlet in sorted(called)},
            **{f"core {core(name)}": outlet for name, outlet in reversed(named)},
            **{f"last {word}": min(them) for word, them in by_last.items() if len(them) == 1},
            **{f"turned {ws}": min(them) for ws, them in by_words.items() if len(them) == 1},
        }
        self._hashes: Mapping[int, int] | None = None
        self._asked: set[str] = set()
        self._settled: dict[tuple[str | None, str | None], str | None] = {}
        self._settled_named: dict[tuple[str | None, str | None, str | None], str | None] = {}

    def unasked(self) -> "PileOutlets":
        """Give the same outlets, with nothing asked of them yet."""
        same = PileOutlets(())
        same._known = self._known
        return same

    def asked(self) -> bytes:
        """Give what was asked and what was answered, packed for ``still_answers``."""
        pairs = [(_hash(q), _hash(self._known.get(q))) for q in self._asked]
        return array(_WHOLE, chain.from_iterable(sorted(pairs))).tobytes()

    def still_answers(self, asked: bytes) -> bool:
        """Tell whether all that was asked once would be answered the same."""
        known = self._hashed()
        given = array(_WHOLE, asked)
        return all(
            known.get(question, _NOTHING) == answer
            for question, answer in zip(given[::2], given[1::2], strict=True)
        )

    def title_of(self, outlet: str) -> str | None:
        """Give what the pile itself calls one of its outlets; None if it has no article of it."""
        return self._ask(f"title {outlet}")

    def of_name(self, name: str | None) -> str | None:
        """Give the outlet of the pile that goes by this name; None if none does for sure."""
        return self._of_words(fold_name(name or ""))

    def _of_words(self, words: Sequence[str]) -> str | None:
        key = _core(words)
        found = self._ask(f"core {key}") if len(key) >= _SHORTEST else None
        if found or "of" not in words:
            return found
        return self._ask(f"turned {' '.join(_turned(words))}")

    def settle_link(self, link: ChainLink) -> str | None:
        """Give the outlet of the pile behind a link, by its words ("the Tribune") or its name."""
        return self.settle_named(link.actor_id, link.text, link.name)

    def settle_named(
        self, actor_id: str | None, words: str | None, name: str | None
    ) -> str | None:
        """Give the outlet of the pile behind an actor that goes by these words, or else by this name."""
        asked = actor_id, words, name
        if asked not in self._settled_named:
            by_words = self.settle(actor_id, words)
            found = by_words if by_words != actor_id else self.settle(actor_id, name)
            self._settled_named[asked] = found
        return self._settled_named[asked]

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
        if len(key) == 1 and key[0] in PRESS_NAMES and (outlet := self._ask(f"last {key[0]}")):
            return outlet
        if actor_id in registry().entries:
            return actor_id
        if (actor_id or "").startswith("described/") and not set(key) & {"of", *_PLAIN}:
            return actor_id  # "Halyard said" is the town, where nothing says that it is press
        return self._of_words(key) or actor_id

    def _ask(self, question: str) -> str | None:
        self._asked.add(question)
        return self._known.get(question)

    def _hashed(self) -> Mapping[int, int]:
        if self._hashes is None:
            self._hashes = {_hash(q): _hash(answer) for q, answer in self._known.items()}
        return self._hashes


def _turned(folded: Sequence[str]) -> tuple[str, ...]:
    words = [word for word in folded if word != "of"]
    return tuple(sorted([word for word in words if word not in _PLAIN] or words))


def core(name: str) -> str:
    """Give the words of an outlet's name that are its own, run together."""
    return _core(fold_name(name))


def _core(words: Sequence[str]) -> str:
    own = [word for word in words if word not in _PLAIN]
    return "".join(own or words)


def _hash(words: str | None) -> int:
    return _NOTHING if words is None else int(digest(words), 16)
