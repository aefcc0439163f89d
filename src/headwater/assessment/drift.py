"""What changed between two tellings of a claim, typed and with both passages.

This first version looks at what the reading room already knows of each statement: its hedges,
its speaker, its modality, its numbers, its polarity.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from headwater.lexicon import word_keys
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

_WEAKENING = frozenset(
    {"hedge_epistemic", "distance", "limited_knowledge", "quantifier_or_limiter"}
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
    parents: dict[str, set[str]] = defaultdict(set)
    for d in derivations:
        if d.upstream_article_id:
            parents[d.article_id].add(d.upstream_article_id)
    found = [
        drift
        for claim in claims
        for upstream, told in _told_pairs(claim, statements, parents)
        for drift in _between(claim, upstream, told)
    ]
    return tuple(sorted(found, key=lambda drift: drift.id))


def find_contradictions(
    claims: Sequence[Claim], findings: Iterable[ArticleFindings]
) -> tuple[Contradiction, ...]:
    """Find claims whose tellings give different numbers for the same thing."""
    statements = {s.id: s for f in findings for s in f.statements}
    found = [c for claim in claims for c in _conflicting_numbers(claim, statements)]
    return tuple(sorted(found, key=lambda c: c.id))


def _conflicting_numbers(
    claim: Claim, statements: Mapping[str, Statement]
) -> Iterator[Contradiction]:
    """For every two numbers given for one claim, the first telling of each."""
    first: dict[str, Statement] = {}
    for telling in _body_tellings(claim, statements):
        numbers = _numbers(telling)
        if len(numbers) == 1:
            first.setdefault(min(numbers), telling)
    for (ours, a), (theirs, b) in combinations(sorted(first.items()), 2):
        if a.article_id != b.article_id:
            ids = tuple(sorted((a.id, b.id)))
            yield Contradiction(
                id=digest("contradiction", *ids),
                claim_id=claim.id,
                statement_ids=ids,
                kind="numbers",
                why=f"{ours} in one telling, {theirs} in the other",
            )


def _told_pairs(
    claim: Claim, statements: Mapping[str, Statement], parents: Mapping[str, set[str]]
) -> Iterator[tuple[Statement, Statement]]:
    """Upstream telling and what became of it, for every derivation between two tellers."""
    told: dict[str, list[Statement]] = defaultdict(list)
    for telling in _body_tellings(claim, statements):
        told[telling.article_id].append(telling)
    for child in sorted(told):
        for parent in sorted(parents.get(child, set()) & told.keys()):
            yield from product(told[parent], told[child])


def _body_tellings(claim: Claim, statements: Mapping[str, Statement]) -> list[Statement]:
    return [s for i in claim.statement_ids if (s := statements[i]).voice is not Voice.HEADLINE]


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
    before, after = _weakening(a), _weakening(b)
    if before and not after:
        yield DriftKind.HEDGE_LOST, before[0], b.words
    elif after and not before:
        yield DriftKind.HEDGE_ADDED, a.words, after[0]


def _weakening(statement: Statement) -> list[str]:
    """The hedges that weaken what is said; "recently" and "would" do not."""
    return [hedge.text for hedge in statement.hedges if hedge.kind in _WEAKENING]


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
    return {key for span in statement.content for key in word_keys(span.text) if key.isdigit()}
