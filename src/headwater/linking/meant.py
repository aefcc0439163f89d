"""Which report of the pile an article means when it names an outlet.

An outlet writes more than one report on a matter, and articles that draw on different ones are
much alike. That both are of one story is enough where the days of both are known; else the report
is the one that is meant only if its text is alike, or if it tells something of what the article has from
that outlet.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from headwater.linking.citations import Citation
from headwater.linking.cited import CitedReports
from headwater.model import Article, ArticleFindings, Claim, Statement, Story


class Meant:
    """Finds the report that is meant.

    Args:
        findings: The articles by id.
        storylines: The looser partition: reports are looked for across the stories of one.
        news_of: The story of each article.
        claims: What the statements claim; None where nobody has grouped them, and every report of
            the same story may be meant.
        nearness: How much two articles, by their ids, are alike in text and in what they tell.
    """

    def __init__(
        self,
        findings: Mapping[str, ArticleFindings],
        storylines: Iterable[Story],
        news_of: Mapping[str, str],
        claims: Iterable[Claim] | None,
        nearness: Callable[[str, str], float],
    ) -> None:
        self._findings, self._news_of, self._nearness = findings, news_of, nearness
        self._mates_of = {key: story.article_ids for story in storylines for key in story.article_ids}  # fmt: skip
        self._claim_of = None if claims is None else {s: c.id for c in claims for s in c.statement_ids}  # fmt: skip
        self._cited = CitedReports(findings.values())

    def find(
        self, article: Article, upstream: str, citations: Sequence[Citation]
    ) -> Article | None:
        """Give the article of an outlet that another one means; None where the pile has none.

        Args:
            article: The article that names the outlet.
            upstream: Actor id of the outlet.
            citations: Where it names the outlet.
        """
        mates = [
            report
            for report in self._of_outlet(article, upstream)
            if not is_later(report, article) and self._may_be(article, upstream, report)
        ]
        if mates:
            return min(mates, key=lambda m: (-self._nearness(article.id, m.id), m.id))
        passages = [citation.evidence for citation in citations]
        found = self._cited.find(self._findings[article.id], upstream, passages)
        is_passed_over = (
            found is not None
            and self._is_same_news(article, found)
            and not _have_days(article, found)
        )
        return None if is_passed_over else found

    def _of_outlet(self, article: Article, upstream: str) -> list[Article]:
        mates = (self._findings[key].article for key in self._mates_of[article.id])
        return [m for m in mates if m.id != article.id and m.outlet == upstream]

    def _may_be(self, article: Article, upstream: str, report: Article) -> bool:
        if self._nearness(article.id, report.id) > 0:
            return True
        return self._is_same_news(article, report) and (
            _have_days(article, report) or self._tells_of(article, upstream, report)
        )

    def _is_same_news(self, article: Article, report: Article) -> bool:
        return self._news_of[article.id] == self._news_of[report.id]

    def _tells_of(self, article: Article, upstream: str, report: Article) -> bool:
        """Tell whether it tells what is had from its outlet; where nothing says so in a chain, whatever both tell."""
        if self._claim_of is None:
            return True
        ours = self._findings[article.id].statements
        from_there = [s for s in ours if any(link.actor_id == upstream for link in s.chain[1:])]
        theirs = self._claims_of(self._findings[report.id].statements)
        return not theirs.isdisjoint(self._claims_of(from_there or ours))

    def _claims_of(self, statements: Iterable[Statement]) -> set[str]:
        known = self._claim_of or {}
        return {known[s.id] for s in statements if s.id in known}


def is_later(a: Article, b: Article) -> bool:
    """Tell whether ``a`` was surely published on a later day than ``b``."""
    return (
        a.published_from is not None
        and b.published_to is not None
        and a.published_from > b.published_to
    )


def _have_days(article: Article, report: Article) -> bool:
    return article.published_to is not None and report.published_from is not None
