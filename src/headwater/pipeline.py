"""The rooms in order, each handing the next one frozen values; the only module that knows them all."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from importlib.metadata import version
from typing import Any

from headwater.assessment import (
    Tellings,
    assess_claims,
    clauses_of,
    find_contradictions,
    find_drifts,
    give_digits,
)
from headwater.language import detect_language, engine_digest, load_encoder, model_digest
from headwater.lexicon import added_actors, digest_added, lexicon_digest
from headwater.lexicon.gazetteer import added_places, digest_places
from headwater.linking import (
    Fingerprint,
    PileOutlets,
    SameActors,
    find_neighbourhoods,
    find_same_actors,
    find_twins,
    gather_actors,
    gather_reports,
    group_claims,
    group_stories,
    join_cited,
    link_commitments,
    link_events,
    take_fingerprint,
    trace_derivations,
)
from headwater.model import (
    Actor,
    Article,
    ArticleFindings,
    Commitment,
    Links,
    LinkUpdate,
    Neighbourhood,
    PageFindings,
    ToldClause,
    as_one,
    digest,
)
from headwater.pages import SavedPage, page_models_digest, read_page
from headwater.reading import read_article, read_clause, tie_digest
from headwater.settings import LanguageSettings, Settings

#: Applies a function to many values and gives the results in their order.
Spread = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]
#: Neighbourhoods that are linked at one go.
_BATCH = 50
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
        found = ArticleFindings(article=article)
        return replace(found, fingerprint=take_fingerprint(found).pack())
    found = read_article(article, portable=settings.portable)
    encoder = load_encoder(portable=settings.portable)
    vectors = encoder.encode([statement.told for statement in found.statements])
    found = replace(
        found,
        vectors=tuple(row.tobytes() for row in vectors),
        clauses=tuple(read_clauses(found.commitments, portable=settings.portable)),
    )
    return replace(found, fingerprint=take_fingerprint(found).pack())


def read_clauses(commitments: Iterable[Commitment], *, portable: bool) -> Iterator[ToldClause]:
    """Yield what later passages are held against, read by itself: nobody who asks waits for it."""
    for told in commitments:
        for text in clauses_of(told):
            yield ToldClause(
                commitment_id=told.id, text=text, clause=read_clause(text, portable=portable)
            )


def link(findings: Iterable[ArticleFindings], settings: Settings) -> Links:
    """Link the articles of a case. Depends on the set of them alone, not on their order."""
    by_id = {f.article.id: f for f in findings}
    prints = [
        Fingerprint.unpack(f.fingerprint) if f.fingerprint else take_fingerprint(f)
        for f in by_id.values()
    ]
    update = update_links(prints, (), lambda ids: [by_id[key] for key in ids], settings)
    parts = [*(links for _, links in update.fresh), Links(actors=tuple(update.actors))]
    return Links(**{table.name: _rows(parts, table.name) for table in fields(Links)})


def _rows(parts: Sequence[Links], table: str) -> tuple[Any, ...]:
    """What all parts hold of one table, by id."""
    rows = [row for part in parts for row in getattr(part, table)]
    return tuple(sorted(rows, key=lambda row: row[0] if isinstance(row, tuple) else row.id))


def update_links(
    prints: Iterable[Fingerprint],
    known: Iterable[Neighbourhood],
    findings_of: Callable[[Sequence[str]], Sequence[ArticleFindings]],
    settings: Settings,
    *,
    parted_by: str | None = None,
    spread: Spread = map,
) -> LinkUpdate:
    """Find which neighbourhoods of a case are not linked yet, and link them.

    Args:
        prints: The fingerprint of every article of the case.
        known: The neighbourhoods that are linked already.
        findings_of: Gives the findings of articles by their ids; a few are held at a time.
        settings: Every dial.
        parted_by: What parted the pile into those neighbourhoods, as the last update told it.
        spread: Applies a function to many values, in their order: ``map``, or one that uses
            other processes. The result does not depend on it.

    Returns:
        What is to be done so that the links are what linking all articles anew would give.
    """
    by_id = {one.article_id: one for one in prints}
    held = {one.id: one for one in known}
    with added_actors(settings.lexicon.actors):
        outlets = PileOutlets(by_id.values())
        maker = digest(
            version("headwater"), settings.linking, sorted(made_by(settings).items())
        )
        same = find_same_actors(name for one in by_id.values() for name in one.spellings)
        before = _before(by_id, held.values()) if parted_by == maker else ()
        near = find_neighbourhoods(by_id.values(), settings.linking, before)
    contents = [tuple((key, by_id[key].content_key) for key in ids) for ids in near.parts]
    now = {_key_of(one, by_id, same, maker): one for one in contents}
    stay = {key for key in now.keys() & held.keys() if outlets.still_answers(held[key].asked)}
    new = {key: articles for key, articles in now.items() if key not in stay}
    gone = {a for one in held.values() for a in one.articles} - {a for c in contents for a in c}
    met = {actor for one in new.values() for a, _ in one for actor, *_ in by_id[a].actors}
    touched = met.union(*(same.near.get(actor, ()) for actor in met))
    is_all = not stay or bool(gone)
    return LinkUpdate(
        stale=frozenset(held.keys() - stay),
        fresh=_fresh(
            partial(
                _link_parts,
                findings_of=findings_of,
                outlets=outlets.unasked(),
                heads=same.heads,
                settings=settings,
            ),
            [
                _Part(id=key, articles=articles, prints=tuple(by_id[a] for a, _ in articles))
                for key, articles in new.items()
            ],
            spread,
        ),
        actors=_actors(by_id.values(), same, None if is_all else touched, settings),
        is_all_actors=is_all,
        parted_by=None if near.is_cut else maker,
    )


def _before(
    prints: Mapping[str, Fingerprint], known: Iterable[Neighbourhood]
) -> Sequence[Sequence[str]]:
    """Give the neighbourhoods there were; none where an article of them is gone, or is not what it was."""
    contents = [one.articles for one in known]
    is_as_it_was = all(
        key in prints and prints[key].content_key == content
        for articles in contents
        for key, content in articles
    )
    return [[key for key, _ in articles] for articles in contents] if is_as_it_was else ()


def _key_of(
    articles: Sequence[tuple[str, str]],
    prints: Mapping[str, Fingerprint],
    same: SameActors,
    maker: str,
) -> str:
    """What the links of a neighbourhood follow from: its articles, its actors' ids in the pile, the dials."""
    actors = {actor for a, _ in articles for actor, *_ in prints[a].actors}
    renamed = sorted((a, same.heads[a]) for a in actors & same.heads.keys())
    return digest(maker, *(content for _, content in articles), renamed)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A neighbourhood that is to be linked."""

    id: str
    articles: tuple[tuple[str, str], ...]
    prints: tuple[Fingerprint, ...]


_Linked = list[tuple[Neighbourhood, Links]]


def _fresh(
    link_parts: Callable[[Sequence[_Part]], _Linked], parts: Sequence[_Part], spread: Spread
) -> Iterator[tuple[Neighbourhood, Links]]:
    batches = [parts[at : at + _BATCH] for at in range(0, len(parts), _BATCH)]
    for linked in spread(link_parts, batches):
        yield from linked


def _link_parts(
    parts: Sequence[_Part],
    *,
    findings_of: Callable[[Sequence[str]], Sequence[ArticleFindings]],
    outlets: PileOutlets,
    heads: Mapping[str, str],
    settings: Settings,
) -> _Linked:
    linked: _Linked = []
    for part in parts:
        asked, ids = outlets.unasked(), [article_id for article_id, _ in part.articles]
        found = [as_one(finding, heads) for finding in findings_of(ids)]
        with added_actors(settings.lexicon.actors):
            links = _linked(found, part.prints, asked, settings)
        near = Neighbourhood(id=part.id, articles=part.articles, asked=asked.asked())
        linked.append((near, links))
    return linked


def _actors(
    prints: Iterable[Fingerprint],
    same: SameActors,
    only: Container[str] | None,
    settings: Settings,
) -> Iterator[Actor]:
    with added_actors(settings.lexicon.actors):
        yield from gather_actors(prints, same.heads, only)


def _linked(
    findings: Sequence[ArticleFindings],
    prints: Sequence[Fingerprint],
    outlets: PileOutlets,
    all_settings: Settings,
) -> Links:
    """Link the articles of one neighbourhood, but for the actors, who are everybody's."""
    settings = all_settings.linking
    stories, storylines = group_stories(prints, settings)
    head_of, encoder = find_twins(prints), load_encoder(portable=all_settings.language.portable)
    matters = join_cited(findings, storylines, outlets)
    groups = group_claims(
        findings, matters, settings, head_of=head_of, outlets=outlets, encoder=encoder
    )
    derivations = trace_derivations(
        findings,
        storylines,
        settings,
        stories=stories,
        prints=prints,
        outlets=outlets,
        claims=groups,
    )
    counted = assess_claims(groups, findings, derivations, outlets=outlets)
    told = Tellings(findings)
    contradictions = find_contradictions(counted, findings, matters, told)
    claims = give_digits(counted, contradictions)
    return Links(
        stories=stories,
        reports=gather_reports(findings, derivations),
        claims=claims,
        derivations=derivations,
        drifts=find_drifts(claims, findings, derivations, matters, told),
        contradictions=contradictions,
        same_commitments=link_commitments(
            findings,
            storylines,
            {key: claim.id for claim in claims for key in claim.statement_ids},
            encoder,
            settings,
        ),
        same_events=link_events(
            findings, storylines, prints, encoder, settings, head_of=head_of
        ),
    )


def made_by(settings: Settings) -> dict[str, str]:
    """Name what reads a page: the arithmetic, and the digests of the lexicon, added actors and places, and each model."""
    made = {
        "arithmetic": "portable" if settings.language.portable else "int8",
        "engine": engine_digest(),
        "lexicon": lexicon_digest(),
        "page-models": page_models_digest(),
        "sentence-encoder": model_digest(),
        "ties": tie_digest(),
    }
    if added := settings.lexicon.actors:
        made["added-actors"] = digest_added(added)
    if places := settings.lexicon.places:
        made["added-places"] = digest_places(places)
    return made
