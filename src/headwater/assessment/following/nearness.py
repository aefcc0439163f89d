"""Which of the statements of a pile are near enough to be held against a commitment."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from headwater.assessment.following.definite import without_name
from headwater.assessment.following.hunting import Hunt, parts_of, told_first
from headwater.assessment.following.sought import LEAST_OF_ACT
from headwater.model import Facts, Pledge

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

VectorOf = Callable[[str], bytes]
#: Clauses compared with passages at one time: bounds the memory, not the result.
_BLOCK = 512
#: What rounding a cosine to four digits may add to it.
_ROUNDED = 1e-4


class Nearness:
    """Compares words with the statements of a pile by their vectors.

    Args:
        facts: What the pile puts forward as so.
        vector_of: Gives the vector of a few words.
    """

    def __init__(self, facts: Facts, vector_of: VectorOf) -> None:
        self._facts, self._vector_of = facts, vector_of

    def later_than(
        self, first: Mapping[str, str | None], hunts: Sequence[Hunt]
    ) -> Iterator[tuple[Hunt, str, float | None]]:
        """Yield the later statements that are near to what is hunted for, by their ids.

        The cosine is None where one is near only to the words with a name left out.
        """
        import numpy as np  # noqa: PLC0415 - slow to import: `headwater --help` does not wait

        facts = self._facts
        if not facts.ids:
            return
        rows = np.frombuffer(facts.vectors, dtype=np.float32).reshape(len(facts.ids), -1)
        looked_for = [(hunt, text) for hunt in hunts for text in _texts_of(hunt)]
        for at in range(0, len(looked_for), _BLOCK):
            block = looked_for[at : at + _BLOCK]
            cosines = np.stack([self._vector(text) for _, text in block]) @ rows.T
            # Rounding is slow: only what may be rounded up to enough is.
            for row, column in zip(
                *np.nonzero(cosines >= LEAST_OF_ACT - _ROUNDED), strict=True
            ):
                (hunt, text), day = block[row], facts.days[column]
                near = round(float(cosines[row, column]), 4)
                is_later = day is not None and day > str(first[hunt.pledge.key])
                if is_later and near >= LEAST_OF_ACT:
                    yield hunt, facts.ids[column], near if text == hunt.text else None

    def nearest(self, group: Sequence[Pledge], place: int) -> tuple[Pledge, float]:
        """Give the telling of a commitment that is nearest to the statement at a place, and how near."""
        import numpy as np  # noqa: PLC0415 - see above

        vectors = self._facts.vectors
        size = len(vectors) // len(self._facts.ids)
        theirs = np.frombuffer(vectors[place * size : (place + 1) * size], dtype=np.float32)
        near = [
            (round(float(self._vector(words.text) @ theirs), 4), pledge)
            for pledge in sorted(group, key=told_first)
            for _, words in parts_of(pledge)
        ]
        cosine, pledge = max(near, key=lambda pair: pair[0], default=(0.0, group[0]))
        return pledge, cosine

    def _vector(self, text: str) -> "NDArray[np.float32]":
        import numpy as np  # noqa: PLC0415 - see above

        return np.frombuffer(self._vector_of(text), dtype=np.float32)


def _texts_of(hunt: Hunt) -> Iterator[str]:
    """Yield the words, and the same with a thing's name left out, as an article about it would have them."""
    yield hunt.text
    if bare := without_name(hunt.text):
        yield bare
