"""Reports held, and ghosts: reports that the pile cites and does not hold."""

from collections import defaultdict
from collections.abc import Sequence

from headwater.linking.names import outlet_title
from headwater.model import ArticleFindings, Derivation, Report, digest


def held_report_id(article_id: str) -> str:
    """Give the id of the report that an article of the pile is."""
    return digest("report", article_id)


def ghost_report_id(outlet: str, story_id: str) -> str:
    """Give the id of an outlet's report on a story that the pile does not hold."""
    return digest("ghost", outlet, story_id)


def gather_reports(
    findings: Sequence[ArticleFindings], derivations: Sequence[Derivation]
) -> tuple[Report, ...]:
    """List every report, held or cited, by id, with the articles that draw on it."""
    citing: dict[str, set[str]] = defaultdict(set)
    ghosts: dict[str, Derivation] = {}
    for derivation in derivations:
        citing[derivation.upstream_report_id].add(derivation.article_id)
        if derivation.upstream_article_id is None:
            ghosts.setdefault(derivation.upstream_report_id, derivation)
    held = [_held(finding, citing) for finding in findings]
    missing = [
        Report(
            id=key, outlet=derivation.upstream_outlet, outlet_name=derivation.upstream_name, published_from=None,
            published_to=None, article_id=None, cited_by=tuple(sorted(citing[key])),
        )
        for key, derivation in ghosts.items()
    ]  # fmt: skip
    return tuple(sorted([*held, *missing], key=lambda report: report.id))


def _held(finding: ArticleFindings, citing: dict[str, set[str]]) -> Report:
    article = finding.article
    key = held_report_id(article.id)
    return Report(
        id=key, outlet=article.outlet, outlet_name=outlet_title(article), published_from=article.published_from,
        published_to=article.published_to, article_id=article.id, cited_by=tuple(sorted(citing.get(key, ()))),
    )  # fmt: skip
