"""The rooms in order, each handing the next one frozen values; the only module that knows them all."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, replace
from itertools import islice
from typing import Any

from headwater.assessment import assess_claims, find_contradictions, find_drifts
from headwater.language import detect_language, engine_digest, load_encoder, model_digest
from headwater.lexicon import added_actors, digest_added, lexicon_digest
from headwater.linking import (
    ActorsSeen,
    Fingerprint,
    PileOutlets,
    find_neighbourhoods,
    find_twins,
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
#: Actors given at once: each brings every article it is named in.
_ACTORS = 500


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
        found = ArticleFindings(article=article)
        return replace(found, fingerprint=take_fingerprint(found).pack())
    found = read_article(article, portable=settings.portable)
    encoder = load_encoder(portable=settings.portable)
    vectors = encoder.encode([statement.told for statement in found.statements])
    found = replace(found, vectors=tuple(row.tobytes() for row in vectors))
    return replace(found, fingerprint=take_fingerprint(found).pack())


def link(findings: Iterable[ArticleFindings], settings: Settings) -> Links:
    """Link the articles of a case. Depends on the set of them alone, not on their order."""
    by_id = {f.article.id: f for f in findings}
    prints = [
        Fingerprint.unpack(f.fingerprint) if f.fingerprint else take_fingerprint(f)
        for f in by_id.values()
    ]
    parts = list(link_parts(prints, lambda ids: [by_id[key] for key in ids], settings))
    return Links(**{table.name: _rows(parts, table.name) for table in fields(Links)})


def _rows(parts: Sequence[Links], table: str) -> tuple[Any, ...]:
    """What all parts hold of one table, by id."""
    return tuple(sorted((row for p in parts for row in getattr(p, table)), key=lambda r: r.id))


def link_parts(
    prints: Iterable[Fingerprint],
    findings_of: Callable[[Sequence[str]], Sequence[ArticleFindings]],
    settings: Settings,
) -> Iterator[Links]:
    """Link the articles of a case one neighbourhood after the other, then give the actors of all.

    Args:
        prints: The fingerprint of every article.
        findings_of: Gives the findings of articles by their ids; a few at a time are held.
        settings: Every dial.

    Yields:
        Links that together are those of the case; no row comes twice.
    """
    by_id = {one.article_id: one for one in prints}
    with added_actors(settings.lexicon.actors):
        outlets, actors = PileOutlets(by_id.values()), ActorsSeen()
        for near in find_neighbourhoods(by_id.values(), settings.linking):
            findings = findings_of(near)
            for finding in findings:
                actors.see(finding)
            yield _linked(findings, [by_id[key] for key in near], outlets, settings.linking)
        remaining = actors.actors()
        while some := tuple(islice(remaining, _ACTORS)):
            yield Links(actors=some)


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
