"""What changed between two tellings of a claim, typed and with both passages.

This first version looks at what the reading room already knows of each statement: its hedges,
its speaker, its modality, its numbers, its polarity.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from headwater.lexicon import split_words
from headwater.model import (
    ArticleFindings,
    Claim,
    Contradiction,
    Derivation,
    Drift,
    DriftKind,
    Modality,
    Polarity,
    Statement,
    Voice,
    digest,
)

_FIRMNESS = {
    Modality.POSSIBLE: 0,
    Modality.CONDITIONAL: 0,
    Modality.INTENDED: 1,
    Modality.REQUESTED: 1,
    Modality.FUTURE: 1,
    Modality.FACT: 2,
}


def find_drifts(
    claims: Sequence[Claim],
    findings: Iterable[ArticleFindings],
    derivations: Iterable[Derivation],
) -> tuple[Drift, ...]:
    """Compare the tellings of each claim along every derivation between two held articles.

    Returns:
        Drifts from the upstream telling to the one that flows from it, sorted by id.
    """
    statements = {s.id: s for f in findings for s in f.statements}
    flows = {
        (d.upstream_article_id, d.article_id) for d in derivations if d.upstream_article_id
    }
    found = [
        drift
        for claim in claims
        for upstream, told in _told_pairs(claim, statements, flows)
        for drift in _between(claim, upstream, told)
    ]
    return tuple(sorted(found, key=lambda drift: drift.id))


def find_contradictions(
    claims: Sequence[Claim], findings: Iterable[ArticleFindings]
) -> tuple[Contradiction, ...]:
    """Find claims whose tellings give different numbers for the same thing."""
    statements = {s.id: s for f in findings for s in f.statements}
    found = []
    for claim in claims:
        told = [
            (s, _numbers(s))
            for i in claim.statement_ids
            if (s := statements[i]).voice is not Voice.HEADLINE
        ]
        for (a, ours), (b, theirs) in combinations(told, 2):
            if (
                a.article_id != b.article_id
                and len(ours) == 1
                and len(theirs) == 1
                and ours != theirs
            ):
                why = f"{min(ours)} in one telling, {min(theirs)} in the other"
                ids = tuple(sorted((a.id, b.id)))
                found.append(
                    Contradiction(
                        id=digest("contradiction", *ids),
                        claim_id=claim.id,
                        statement_ids=ids,
                        kind="numbers",
                        why=why,
                    )
                )
    return tuple(sorted(found, key=lambda c: c.id))


def _told_pairs(
    claim: Claim, statements: Mapping[str, Statement], flows: set[tuple[str | None, str]]
) -> Iterator[tuple[Statement, Statement]]:
    told = [
        statements[i] for i in claim.statement_ids if statements[i].voice is not Voice.HEADLINE
    ]
    for a, b in combinations(told, 2):
        if (a.article_id, b.article_id) in flows:
            yield a, b
        elif (b.article_id, a.article_id) in flows:
            yield b, a


def _between(claim: Claim, a: Statement, b: Statement) -> Iterator[Drift]:
    for kind, before, after in (
        *_hedges(a, b),
        *_speakers(a, b),
        *_modality(a, b),
        *_figures(a, b),
    ):
        yield Drift(
            id=digest("drift", claim.id, a.id, b.id, kind), claim_id=claim.id, from_statement=a.id, to_statement=b.id,
            kind=kind, from_text=before, to_text=after,
        )  # fmt: skip


def _hedges(a: Statement, b: Statement) -> Iterator[tuple[DriftKind, str, str]]:
    if a.hedges and not b.hedges:
        yield DriftKind.HEDGE_LOST, a.hedges[0].text, b.words
    elif b.hedges and not a.hedges:
        yield DriftKind.HEDGE_ADDED, a.words, b.hedges[0].text


def _speakers(a: Statement, b: Statement) -> Iterator[tuple[DriftKind, str, str]]:
    if a.depth and not b.depth:
        yield DriftKind.ATTRIBUTION_DROPPED, a.source[0].text if a.source else a.words, b.words
    elif (
        a.depth
        and b.depth
        and a.source
        and b.source
        and a.chain[-1].actor_id != b.chain[-1].actor_id
    ):
        yield DriftKind.ATTRIBUTION_CHANGED, a.source[0].text, b.source[0].text


def _modality(a: Statement, b: Statement) -> Iterator[tuple[DriftKind, str, str]]:
    if a.polarity is not b.polarity:
        yield DriftKind.NEGATION_FLIPPED, a.words, b.words
    before, after = _FIRMNESS.get(a.modality), _FIRMNESS.get(b.modality)
    if (
        before is not None
        and after is not None
        and before != after
        and Polarity.POSITIVE in {a.polarity, b.polarity}
    ):
        yield (
            DriftKind.MODALITY_ESCALATED if after > before else DriftKind.MODALITY_SOFTENED,
            a.words,
            b.words,
        )


def _figures(a: Statement, b: Statement) -> Iterator[tuple[DriftKind, str, str]]:
    before, after = _numbers(a), _numbers(b)
    if before and after and not before & after:
        yield DriftKind.NUMBER_CHANGED, min(before), min(after)


def _numbers(statement: Statement) -> set[str]:
    return {
        word.key
        for span in statement.content
        for word in split_words(span.text)
        if word.key.isdigit()
    }
