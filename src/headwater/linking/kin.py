"""Which articles tell of one report: one names the outlet of the other, or both name a third.

Of any two articles on one matter some statements are nearest to one another. Of two that have what they
tell from one place, these are likely to be tellings of one thing.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from headwater.linking.outlets import PileOutlets
from headwater.model import ArticleFindings, Basis, LinkKind, Statement

_PRESS = frozenset({LinkKind.OUTLET, LinkKind.AGENCY})


class Kin:
    """Tells, of two articles by their ids, whether a report joins them.

    Args:
        findings: The articles.
        outlets: The outlets of the pile, by whatever name a page calls them.
    """

    def __init__(self, findings: Sequence[ArticleFindings], outlets: PileOutlets) -> None:
        self._own = {f.article.id: f.article.outlet for f in findings}
        self._named = {f.article.id: outlets_named(f, outlets).keys() for f in findings}

    def are(self, a: str, b: str) -> bool:
        """Tell whether one names the other's outlet, or both name one that is neither's."""
        if self._own[a] is not None and self._own[a] == self._own[b]:
            return False
        ours, theirs = self._named[a], self._named[b]
        return self._own[b] in ours or self._own[a] in theirs or not ours.isdisjoint(theirs)


def outlets_named(
    finding: ArticleFindings, outlets: PileOutlets
) -> Mapping[str, list[Statement]]:
    """Give the outlets that an article has something from, other than its own, with what it has from each."""
    found: dict[str, list[Statement]] = defaultdict(list)
    for statement in finding.statements:
        known = {
            outlets.settle_link(link)
            for link in statement.chain[1:]
            if link.kind in _PRESS and link.basis is not Basis.INFERRED
        }
        for key in sorted(known - {finding.article.outlet, None}, key=str):
            found[str(key)].append(statement)
    return found
