"""The rooms in order, each handing the next one frozen values; the only module that knows them all."""

from collections.abc import Sequence
from dataclasses import fields, replace

from headwater.assessment import assess_claims, find_contradictions, find_drifts
from headwater.language import detect_language, engine_digest, load_encoder, model_digest
from headwater.lexicon import added_actors, digest_added, lexicon_digest
from headwater.linking import (
    Fingerprint,
    PileOutlets,
    find_neighbourhoods,
    find_twins,
    gather_actors,
    gather_reports,
    group_claims,
    group_stories,
    take_fingerprint,
    trace_derivations,
)
from headwater.model import Article, ArticleFindings, Links, PageFindings
from headwater.pages import SavedPage, read_page
from headwater.reading import read_article
from headwater.settings import LanguageSettings, LinkingSettings, Settings

#: The one language whose statements are read so far.
_READ_LANGUAGE = "en"


def read_saved(saved: SavedPage, settings: Settings) -> PageFindings:
    """Read one page through every room that looks at one page alone. A pure function."""
    with added_actors(settings.lexicon.actors):
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
        prints = {key: take_fingerprint(by_id[key]) for key in sorted(by_id)}
        outlets = PileOutlets(prints.values())
        parts = [
            _linked(
                [by_id[key] for key in near],
                [prints[key] for key in near],
                outlets,
                settings.linking,
            )
            for near in find_neighbourhoods(prints.values(), settings.linking)
        ]
        return replace(_joined(parts), actors=gather_actors(by_id.values()))


def _joined(parts: Sequence[Links]) -> Links:
    """All that was found in each part, in the order of the ids."""
    return Links(
        **{
            table.name: tuple(
                sorted(
                    (row for part in parts for row in getattr(part, table.name)),
                    key=lambda row: row.id,
                )
            )
            for table in fields(Links)
        }
    )


def _linked(
    findings: Sequence[ArticleFindings],
    prints: Sequence[Fingerprint],
    outlets: PileOutlets,
    settings: LinkingSettings,
) -> Links:
    """Link the articles of one neighbourhood, but for the actors, who are everybody's."""
    stories, storylines = group_stories(prints, settings)
    derivations = trace_derivations(
        findings, storylines, settings, stories=stories, prints=prints, outlets=outlets
    )
    groups = group_claims(findings, storylines, settings, head_of=find_twins(prints))
    claims = assess_claims(groups, findings, derivations, outlets=outlets)
    return Links(
        stories=stories,
        reports=gather_reports(findings, derivations),
        claims=claims,
        derivations=derivations,
        drifts=find_drifts(claims, findings, derivations),
        contradictions=find_contradictions(claims, findings),
    )


def made_by(settings: Settings) -> dict[str, str]:
    """Name what reads a page: the arithmetic, and the digests of the lexicon, added actors and each model."""
    made = {
        "arithmetic": "portable" if settings.language.portable else "int8",
        "engine": engine_digest(),
        "lexicon": lexicon_digest(),
        "sentence-encoder": model_digest(),
    }
    added = settings.lexicon.actors
    return made | {"added-actors": digest_added(added)} if added else made
