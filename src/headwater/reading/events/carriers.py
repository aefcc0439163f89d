"""Which statement of an article carries a place of its text."""

from bisect import bisect_right
from collections.abc import Sequence

from headwater.model import Statement, Voice


class Carriers:
    """The statements of an article, looked up by what they carry."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        spans: list[tuple[int, int, int, Statement]] = []
        for s in statements:
            spans += [(c.start, c.end, 0, s) for c in s.content]
            spans += [(c.start, c.end, 1, s) for c in (*s.cue, *s.source)]
        self._spans = sorted(spans, key=lambda x: (x[0], x[1], x[2], x[3].id))
        self._starts = [x[0] for x in self._spans]

    def is_disowned(self, place: int) -> bool:
        """Tell whether somebody denies what stands at a place: also a claim of another's that he tells of."""
        last = bisect_right(self._starts, place)
        return any(place < end and not is_cue and s.is_denied for _, end, is_cue, s in self._spans[:last])  # fmt: skip

    def of(self, place: int) -> Statement | None:
        """Give the innermost statement in whose content a place lies, else whose cue it is."""
        last = bisect_right(self._starts, place)
        over = [x for x in self._spans[:last] if place < x[1]]
        best = min(
            over,
            key=lambda x: (x[2], x[3].voice is not Voice.ATTRIBUTED, x[1] - x[0], x[3].id),
            default=None,
        )
        return best[3] if best else None
