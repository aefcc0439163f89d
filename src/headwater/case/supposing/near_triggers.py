"""Which triggers are worth holding against a supposition."""

from collections.abc import Collection
from functools import cached_property
from typing import Final

from headwater.case.following import OF_IDS, Select, ids_json
from headwater.lexicon import split_words, word_weights
from headwater.model import Clause

#: Triggers with a word of the supposition whose statements are looked at, those with most of its words first.
_MOST_LOOKED_AT: Final = 400
#: Those of them that are compared by themselves: bounds the time, some 3 ms each.
_MOST_COMPARED: Final = 40
#: Weight from which a word of the supposition must not be missed in a trigger.
_TELLING: Final = 2.5
_STEM: Final = 5


class NearTriggers:
    """Finds commitments whose triggers are near a supposition: those that share most words with it, then by vector."""

    def __init__(self, select: Select) -> None:
        self._select = select

    def of(self, clause: Clause) -> list[str]:
        """Give the commitments whose triggers are worth reading: the nearest first."""
        stems = {word[:_STEM] for word in _telling(clause.text)}
        shared = {
            key: count
            for key, trigger in self._triggers
            if (count := sum(stem in trigger for stem in stems))
        }
        first = sorted(shared, key=lambda key: (-shared[key], key))[:_MOST_LOOKED_AT]
        near = self._cosines(clause, first)
        order = sorted(first, key=lambda key: (-shared[key], -near.get(key, 0.0), key))
        return order[:_MOST_COMPARED]

    def _cosines(self, clause: Clause, keys: Collection[str]) -> dict[str, float]:
        """Give how near the statements are that carry these commitments."""
        import numpy as np  # noqa: PLC0415 - slow to import: `headwater --help` does not wait

        ours = np.frombuffer(clause.vector, dtype=np.float32)
        rows = self._select(
            "SELECT c.id, v.vector FROM commitments c JOIN vectors v ON v.statement_id = c.statement_id"  # noqa: S608 - our own names
            f" WHERE c.id {OF_IDS}",
            (ids_json(keys),),
        )
        return {
            key: round(float(np.frombuffer(raw, dtype=np.float32) @ ours), 4)
            for key, raw in rows
        }

    @cached_property
    def _triggers(self) -> list[tuple[str, str]]:
        rows = self._select(
            "SELECT id, lower(json_extract(trigger, '$.text')) FROM commitments"
            " WHERE trigger IS NOT NULL ORDER BY id",
            (),
        )
        return [(key, text) for key, text in rows]


def _telling(text: str) -> list[str]:
    weights = word_weights()
    return [
        w.key
        for w in split_words(text)
        if w.key.isalnum() and weights.weight(w.key) >= _TELLING
    ]
