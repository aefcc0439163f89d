"""Storylines that are one matter: what an article of one has from an outlet, that outlet tells in another.

Two short articles may share few words though one retells the other, and then a storyline ends between
them. Where the retelling names the report, and both tell the same of it, claims are looked for across.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from headwater.linking.cited import CitedReports
from headwater.linking.components import connected
from headwater.linking.kin import outlets_named
from headwater.linking.outlets import PileOutlets
from headwater.model import ArticleFindings, Evidence, Statement, Story, digest


def join_cited(
    findings: Sequence[ArticleFindings], storylines: Sequence[Story], outlets: PileOutlets
) -> tuple[Story, ...]:
    """Give the storylines, those of one matter joined, sorted by id.

    An article that has things from reports of several other storylines is a round-up, and joins none.

    Args:
        findings: The articles of the storylines.
        storylines: Every article is in one.
        outlets: The outlets of the pile, by whatever name a page calls them.
    """
    if len(storylines) == 1:
        return tuple(storylines)
    line_of = {a: n for n, line in enumerate(storylines) for a in line.article_ids}
    reports = CitedReports(findings)
    ties = []
    for finding in findings:
        own = line_of[finding.article.id]
        others = {line_of[a] for a in _reports_of(finding, reports, outlets)} - {own}
        ties += [(own, other) for other in others if len(others) == 1]
    first, second = (np.array([t[side] for t in ties], dtype=np.int64) for side in (0, 1))
    parts = connected(np.arange(len(storylines)), first, second)
    joined = (_joined([storylines[n] for n in part.tolist()]) for part in parts)
    return tuple(sorted(joined, key=lambda story: story.id))


def _reports_of(
    finding: ArticleFindings, reports: CitedReports, outlets: PileOutlets
) -> Iterator[str]:
    """Yield the articles of the pile that tell what this one has from their outlets."""
    for outlet, told in outlets_named(finding, outlets).items():
        report = reports.find(
            finding, outlet, [_passage(said) for said in told if said.content]
        )
        if report is not None:
            yield report.id


def _passage(statement: Statement) -> Evidence:
    start, end = statement.content[0].start, statement.content[-1].end
    return Evidence(start=start, end=end, text=statement.words, why="")


def _joined(lines: Sequence[Story]) -> Story:
    if len(lines) == 1:
        return lines[0]
    articles = sorted(a for line in lines for a in line.article_ids)
    return Story(id=digest("story", *articles), article_ids=tuple(articles))
