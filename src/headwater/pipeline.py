"""The rooms in order, each handing the next one frozen values; the only module that knows them all."""

from collections.abc import Sequence
from dataclasses import replace

from headwater.assessment import assess_claims, find_contradictions, find_drifts
from headwater.language import detect_language, load_encoder, model_digest
from headwater.lexicon import lexicon_digest
from headwater.linking import (
    gather_actors,
    gather_reports,
    group_claims,
    group_stories,
    trace_derivations,
)
from headwater.model import Article, ArticleFindings, Links, PageFindings
from headwater.pages import SavedPage, read_page
from headwater.reading import read_article
from headwater.settings import Settings

#: The one language whose statements are read so far.
_READ_LANGUAGE = "en"


def read_saved(saved: SavedPage, settings: Settings) -> PageFindings:
    """Read one page through every room that looks at one page alone. A pure function."""
    page, articles = read_page(saved, settings.pages)
    return PageFindings(page=page, articles=tuple(map(find_in_article, articles)))


def find_in_article(article: Article) -> ArticleFindings:
    """Read one article and give each of its statements a vector.

    An article in a language other than English is kept and searchable, and not read.
    """
    article = replace(article, language=detect_language(article.text))
    if article.language not in {_READ_LANGUAGE, None}:
        return ArticleFindings(article=article)
    found = read_article(article)
    vectors = load_encoder().encode([statement.told for statement in found.statements])
    return replace(found, vectors=tuple(row.tobytes() for row in vectors))


def link(findings: Sequence[ArticleFindings], settings: Settings) -> Links:
    """Link the articles of a case. Depends on the set of them alone, not on their order."""
    by_id = {f.article.id: f for f in findings}
    findings = [by_id[key] for key in sorted(by_id)]
    stories, storylines = group_stories(findings, settings.linking)
    derivations = trace_derivations(findings, storylines, settings.linking, stories=stories)
    groups = group_claims(findings, storylines, settings.linking)
    claims = assess_claims(groups, findings, derivations)
    return Links(
        actors=gather_actors(findings),
        stories=stories,
        reports=gather_reports(findings, derivations),
        claims=claims,
        derivations=derivations,
        drifts=find_drifts(claims, findings, derivations),
        contradictions=find_contradictions(claims, findings),
    )


def made_by() -> dict[str, str]:
    """Name what else decides a result, with its digest: the lexicon and each model."""
    return {"lexicon": lexicon_digest(), "sentence-encoder": model_digest()}
