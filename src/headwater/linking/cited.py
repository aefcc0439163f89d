"""The report of an outlet that a passage cites, wherever in the pile it is.

A round-up names eight reports of eight stories; none of them is its own story. What it tells in
the sentence that names an outlet is held against all that this outlet's articles tell.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from headwater.linking.retellings import VECTOR_SIZE, vectors_of
from headwater.model import Article, ArticleFindings, Evidence, Statement

#: Cosine from which a statement of a report is what the passage tells, by the days at most between
#: the two; fresh reports are cited most, so they go first. The last holds for any day, or none.
_FRESH = ((3, 0.6), (10, 0.55), (None, 0.7))


class CitedReports:
    """The statements of a pile by the outlet that published them."""

    def __init__(self, findings: Iterable[ArticleFindings]) -> None:
        self._of_outlet: dict[str, list[ArticleFindings]] = defaultdict(list)
        for finding in sorted(findings, key=lambda f: f.article.id):
            if finding.article.outlet and finding.statements and finding.vectors:
                self._of_outlet[finding.article.outlet].append(finding)
        self._stacked: dict[str, npt.NDArray[np.float32]] = {}

    def find(
        self, finding: ArticleFindings, upstream: str, passages: Sequence[Evidence]
    ) -> Article | None:
        """Give the article of an outlet that tells what passages of another article tell.

        Args:
            finding: The article that cites.
            upstream: Actor id of the outlet.
            passages: The words of the article that name the outlet.

        Returns:
            The one with the likest statement; None if none is like enough, or none is as old.
        """
        told = _vectors_at(finding, passages)
        reports = self._of_outlet.get(upstream, [])
        if not len(told) or not reports:
            return None
        cosines = (told @ self._stack(upstream).T).max(axis=0)
        starts = np.cumsum([0, *(len(r.vectors) for r in reports[:-1])])
        best = np.maximum.reduceat(cosines, starts)
        likest = sorted(
            (
                (-round(float(cosine), 4), report.article.id, report.article)
                for cosine, report in zip(best, reports, strict=True)
                if report.article.id != finding.article.id
            ),
            key=lambda one: one[:2],
        )
        for days, least in _FRESH:
            for cosine, _, report in likest:
                if -cosine >= least and _may_cite(finding.article, report, days):
                    return report
        return None

    def _stack(self, upstream: str) -> npt.NDArray[np.float32]:
        if upstream not in self._stacked:
            self._stacked[upstream] = np.concatenate(
                [vectors_of(report) for report in self._of_outlet[upstream]]
            )
        return self._stacked[upstream]


def _vectors_at(
    finding: ArticleFindings, passages: Sequence[Evidence]
) -> npt.NDArray[np.float32]:
    """The vectors of the statements that stand where the passages do."""
    rows = [
        np.frombuffer(vector, dtype=np.float32)
        for statement, vector in zip(finding.statements, finding.vectors, strict=True)
        if vector and any(_stands_at(statement, passage) for passage in passages)
    ]
    return np.stack(rows) if rows else np.zeros((0, VECTOR_SIZE), dtype=np.float32)


def _stands_at(statement: Statement, passage: Evidence) -> bool:
    spans = (*statement.source, *statement.cue, *statement.content)
    return any(span.start < passage.end and passage.start < span.end for span in spans)


def _may_cite(article: Article, report: Article, days: int | None) -> bool:
    """Tell whether a report is no later than an article, and at most so many days older."""
    if article.published_to is None or report.published_from is None:
        return days is None
    gap_days = (article.published_to - report.published_from).days
    return gap_days >= 0 and (days is None or gap_days <= days)
