"""Reports held, and ghosts: reports that the pile cites and does not hold."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from headwater.linking.names import outlet_title
from headwater.linking.windows import find_window
from headwater.model import Article, ArticleFindings, Derivation, Report, digest


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
    drawing: dict[str, list[Derivation]] = defaultdict(list)
    for derivation in derivations:
        drawing[derivation.upstream_report_id].append(derivation)
    articles = {finding.article.id: finding.article for finding in findings}
    held = [_held(finding.article, drawing) for finding in findings]
    missing = [
        _ghost(key, drawn, articles)
        for key, drawn in drawing.items()
        if drawn[0].upstream_article_id is None
    ]
    return tuple(sorted([*held, *missing], key=lambda report: report.id))


def _held(article: Article, drawing: Mapping[str, list[Derivation]]) -> Report:
    key = held_report_id(article.id)
    return Report(
        id=key, outlet=article.outlet, outlet_name=outlet_title(article), published_from=article.published_from,
        published_to=article.published_to, article_id=article.id, cited_by=_citing(drawing.get(key, ())),
    )  # fmt: skip


def _ghost(key: str, drawn: Sequence[Derivation], articles: Mapping[str, Article]) -> Report:
    window = find_window(drawn, articles)
    return Report(
        id=key, outlet=drawn[0].upstream_outlet, outlet_name=drawn[0].upstream_name, published_from=window.first,
        published_to=window.last, article_id=None, cited_by=_citing(drawn),
    )  # fmt: skip


def _citing(drawn: Iterable[Derivation]) -> tuple[str, ...]:
    return tuple(sorted({derivation.article_id for derivation in drawn}))
