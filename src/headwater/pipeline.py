"""The rooms in order, each handing the next one frozen values; the only module that knows them all."""

from collections.abc import Sequence
from dataclasses import replace

from headwater.assessment import assess_claims, find_contradictions, find_drifts, give_digits
from headwater.language import detect_language, engine_digest, load_encoder, model_digest
from headwater.lexicon import added_actors, digest_added, lexicon_digest
from headwater.lexicon.gazetteer import added_places, digest_places
from headwater.linking import (
    find_same_actors,
    gather_actors,
    gather_reports,
    group_claims,
    group_stories,
    link_commitments,
    trace_derivations,
)
from headwater.model import Article, ArticleFindings, Links, PageFindings, as_one
from headwater.pages import SavedPage, read_page
from headwater.reading import read_article
from headwater.settings import LanguageSettings, Settings

#: The one language whose statements are read so far.
_READ_LANGUAGE = "en"


def read_saved(saved: SavedPage, settings: Settings) -> PageFindings:
    """Read one page through every room that looks at one page alone. A pure function."""
    with added_actors(settings.lexicon.actors), added_places(settings.lexicon.places):
        page, articles = read_page(saved, settings.pages)
        found = tuple(find_in_article(article, settings.language) for article in articles)
    return PageFindings(page=page, articles=found)


def find_in_article(article: Article, settings: LanguageSettings) -> ArticleFindings:
    """Read one article and give each of its statements a vector.

    An article in a language other than English is kept and searchable, and not read.
    """
    article = replace(article, language=detect_language(article.text))
    if article.language not in {_READ_LANGUAGE, None}:
        return ArticleFindings(article=article)
    found = read_article(article, portable=settings.portable)
    encoder = load_encoder(portable=settings.portable)
    vectors = encoder.encode([statement.told for statement in found.statements])
    return replace(found, vectors=tuple(row.tobytes() for row in vectors))


def link(findings: Sequence[ArticleFindings], settings: Settings) -> Links:
    """Link the articles of a case. Depends on the set of them alone, not on their order."""
    by_id = {f.article.id: f for f in findings}
    with added_actors(settings.lexicon.actors):
        return _linked([by_id[key] for key in sorted(by_id)], settings)


def _linked(given: Sequence[ArticleFindings], all_settings: Settings) -> Links:
    settings = all_settings.linking
    same = find_same_actors(given)
    findings = [as_one(found, same) for found in given]
    stories, storylines = group_stories(findings, settings)
    derivations = trace_derivations(findings, storylines, settings, stories=stories)
    groups = group_claims(findings, storylines, settings)
    counted = assess_claims(groups, findings, derivations)
    contradictions = find_contradictions(counted, findings, storylines)
    claims = give_digits(counted, contradictions)
    return Links(
        actors=gather_actors(given, same),
        stories=stories,
        reports=gather_reports(findings, derivations),
        claims=claims,
        derivations=derivations,
        drifts=find_drifts(claims, findings, derivations, storylines),
        contradictions=contradictions,
        same_commitments=link_commitments(
            findings,
            storylines,
            {key: claim.id for claim in claims for key in claim.statement_ids},
            load_encoder(portable=all_settings.language.portable),
            settings,
        ),
    )


def made_by(settings: Settings) -> dict[str, str]:
    """Name what reads a page: the arithmetic, and the digests of the lexicon, added actors and places, and each model."""
    made = {
        "arithmetic": "portable" if settings.language.portable else "int8",
        "engine": engine_digest(),
        "lexicon": lexicon_digest(),
        "sentence-encoder": model_digest(),
    }
    if added := settings.lexicon.actors:
        made["added-actors"] = digest_added(added)
    if places := settings.lexicon.places:
        made["added-places"] = digest_places(places)
    return made
