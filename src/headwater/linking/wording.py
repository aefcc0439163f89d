"""Which articles share their wording: all of it, or runs of words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from headwater.linking.shingles import Overlap
from headwater.linking.twins import group_twins


class Wording:
    """Looks up what articles share; twins, which have one text, are compared by their head.

    Args:
        head_of: The head of the twins of each article.
        overlaps: The text that heads share.
    """

    def __init__(self, head_of: Mapping[str, str], overlaps: Iterable[Overlap]) -> None:
        self.head_of = head_of
        self.overlaps = {(o.first, o.second): o for o in overlaps}
        self._twins = group_twins(head_of)
        self._partners: Mapping[str, set[str]] = defaultdict(set)
        for first, second in self.overlaps:
            self._partners[first].add(second)
            self._partners[second].add(first)

    def pair(self, a: str, b: str) -> tuple[str, str]:
        """Give the heads of two articles, the smaller first; twice the same for twins."""
        first, second = sorted((self.head_of[a], self.head_of[b]))
        return first, second

    def is_shared(self, a: str, b: str) -> bool:
        """Tell whether two articles have one text, or one has much of the other's."""
        first, second = self.pair(a, b)
        return first == second or (first, second) in self.overlaps

    def sharing(self, article_id: str) -> Iterator[str]:
        """Yield the other articles that share this one's text, by head, then by id."""
        head = self.head_of[article_id]
        for other in sorted({head, *self._partners.get(head, ())}):
            yield from (key for key in self._twins[other] if key != article_id)
