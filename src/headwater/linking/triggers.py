"""Whether two statements that threaten or promise wait for the same thing.

"Strikes on the ports will begin again if the depot is bombed" and "a raid on the coast would be met by
strikes on the wells" are near as sentences: both tell of raids and strikes. What would set it off is
compared by itself; what would follow is often only pointed to ("this may change").
"""

from collections.abc import Iterable, Iterator

import numpy as np
import numpy.typing as npt

from headwater.language import Encoder
from headwater.model import ArticleFindings, Commitment

#: Cosine of two triggers below which they are two. On the seeds, those that are one lie from .7.
_SAME_TRIGGER = 0.55


class Triggers:
    """The triggers of the statements that put forward one commitment each.

    Args:
        findings: The articles.
        encoder: Only triggers that are compared are encoded. None where they are not to be.
    """

    def __init__(self, findings: Iterable[ArticleFindings], encoder: Encoder | None) -> None:
        self._encoder = encoder
        self._of = {key: words for f in findings for key, words in _triggers(f.commitments)}
        self._vectors: dict[str, npt.NDArray[np.float32]] = {}

    def differ(self, first: str, second: str) -> bool:
        """Tell whether two statements, by their ids, both have a trigger, and not the same."""
        ours, theirs = self._of.get(first), self._of.get(second)
        if self._encoder is None or ours is None or theirs is None or ours == theirs:
            return False
        return float(self._vector(ours) @ self._vector(theirs)) < _SAME_TRIGGER

    def _vector(self, words: str) -> npt.NDArray[np.float32]:
        if words not in self._vectors and self._encoder is not None:
            self._vectors[words] = self._encoder.encode([words])[0]
        return self._vectors[words]


def _triggers(commitments: Iterable[Commitment]) -> Iterator[tuple[str, str]]:
    told: dict[str, list[Commitment]] = {}
    for one in commitments:
        told.setdefault(one.statement_id or "", []).append(one)
    for key, each in told.items():
        if key and len(each) == 1 and each[0].trigger:
            yield key, " ".join(each[0].trigger.text.split())
