"""Which statements cannot all be true: who says, who denies, and numbers that do not go together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from headwater.assessment.drifting.denials import Denial, find_denials
from headwater.assessment.drifting.numbers import (
    conflicts,
    head_of,
    is_one_count,
    is_one_toll,
    match_counts,
    share_more,
)
from headwater.assessment.drifting.polarity import affirms
from headwater.assessment.drifting.telling import Telling, Tellings, cosine
from headwater.assessment.drifting.voices import are_two_voices, share_a_paragraph
from headwater.model import ArticleFindings, Claim, Contradiction, Story, digest

#: Cosine from which two tellings that count the same thing speak of one event.
_ONE_EVENT = 0.6
#: Share of the shorter one's telling words that they must have in common beside.
_SHARED = 0.35
#: The same two where both count the killed, or the wounded: that says by itself that both tell of an attack.
_ONE_TOLL, _SHARED_BY_TOLLS = 0.4, 0.25
_ROUNDING = 0.0001
#: Days from which a higher number is a later one, and contradicts nothing.
_GROWS_AFTER_DAYS = 2
#: Cosine from which a telling that gives either number joins a side.
_SAME_COUNT = 0.5


def find_contradictions(
    claims: Sequence[Claim],
    findings: Iterable[ArticleFindings],
    storylines: Iterable[Story],
    tellings: Tellings | None = None,
) -> tuple[Contradiction, ...]:
    """Find what is said and denied within a storyline, and counts that cannot both be true.

    Args:
        claims: Those of the case.
        findings: Every article.
        storylines: Articles of different ones do not speak of one thing.
        tellings: Those of the articles, where they have been made already.

    Returns:
        Contradictions by id. ``kind`` is ``denial`` or ``numbers``; ``claim_id`` is the claim that is
        denied, or that was given the first number; ``statement_ids`` holds the tellings of both sides.
    """
    made = tellings or Tellings(findings)
    claim_of = {s: claim for claim in claims for s in claim.statement_ids}
    found: dict[str, Contradiction] = {}
    for storyline in storylines:
        told = [t for a in storyline.article_ids for t in made.of(a)]
        for one in (*_denied(told, claim_of), *_counted(told, claim_of)):
            found[one.id] = one
    return tuple(found[key] for key in sorted(found))


def _denied(
    tellings: Sequence[Telling], claim_of: Mapping[str, Claim]
) -> Iterator[Contradiction]:
    """One contradiction for a claim and all who deny it."""
    by_claim: dict[str, list[Denial]] = defaultdict(list)
    for denial in find_denials(tellings):
        by_claim[claim_of[denial.said.id].id].append(denial)
    for claim_id, denials in sorted(by_claim.items()):
        claim = claim_of[denials[0].said.id]
        denied = [d.denied for d in denials]
        said = [
            t.id
            for t in tellings
            if t.id in claim.statement_ids and affirms(t) and not any(map(t.is_beside, denied))
        ]
        words = "; ".join(sorted({" ".join(d.words.split()) for d in denials}))
        why = f"denied in one telling: {words}"
        yield _contradiction(claim_id, "denial", said, [t.id for t in denied], why)


_Count = tuple[float, str]


def _counted(
    tellings: Sequence[Telling], claim_of: Mapping[str, Claim]
) -> Iterator[Contradiction]:
    """One contradiction for two numbers of one thing, with everybody who gives either."""
    counting = [t for t in tellings if t.quantities]
    found: dict[tuple[_Count, _Count], list[tuple[Telling, Telling]]] = defaultdict(list)
    for a, b in _alike(_once(counting)):
        for mine, yours in _in_conflict(a, b, is_one_claim=claim_of[a.id] is claim_of[b.id]):
            (low, few), (high, many) = sorted(((mine, a), (yours, b)), key=_by_count)
            if not _may_have_grown(few, many):
                found[low, high].append((few, many))
    for (low, high), pairs in sorted(found.items(), key=lambda row: row[0]):
        few, many = pairs[0]
        lowest, highest = [a for a, _ in pairs], [b for _, b in pairs]
        lower = [t.id for t in lowest] + _everybody(low, highest, counting)
        higher = [t.id for t in highest] + _everybody(high, lowest, counting)
        claim = claim_of[min(few.id, many.id)]
        why = f"{_shown(low, few)} in one telling, {_shown(high, many)} in the other"
        yield _contradiction(claim.id, "numbers", lower, higher, why)


def _once(counting: Sequence[Telling]) -> list[Telling]:
    """Of tellings in the same words, the first."""
    first: dict[str, Telling] = {}
    for telling in sorted(counting, key=lambda t: t.id):
        first.setdefault(telling.passage.text, telling)
    return list(first.values())


def _alike(tellings: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Yield the pairs that may speak of one event: of two articles, by their vectors; of one, where they stand together."""
    if not tellings:
        return
    vectors = np.stack([t.vector for t in tellings])
    for number, a in enumerate(tellings):
        near = vectors[number + 1 :] @ a.vector >= _ONE_TOLL - _ROUNDING
        for b, is_near in zip(tellings[number + 1 :], near.tolist(), strict=True):
            is_of_another = a.article.id != b.article.id
            if is_near if is_of_another else share_a_paragraph(a, b) and are_two_voices(a, b):
                yield a, b


def _in_conflict(
    a: Telling, b: Telling, *, is_one_claim: bool
) -> Iterator[tuple[_Count, _Count]]:
    """Yield the counts that cannot both be true: tolls of one event, or whatever one claim counts."""
    is_of_one = a.article.id == b.article.id
    is_near = cosine(a, b) >= _ONE_EVENT and (is_one_claim or _share_words(a, b, _SHARED))
    may_be_tolls = is_of_one or is_near or _share_words(a, b, _SHARED_BY_TOLLS)
    for mine, yours in match_counts(a, b):
        if mine.value is None or yours.value is None or not conflicts(mine, yours):
            continue
        counts = a, mine, b, yours
        is_of_one_event = may_be_tolls and (is_of_one or share_more(*counts))
        if (is_of_one_event and is_one_toll(*counts)) or (
            not is_of_one and is_near and is_one_claim and is_one_count(*counts)
        ):
            yield (mine.value, head_of(mine)), (yours.value, head_of(yours))


def _may_have_grown(few: Telling, many: Telling) -> bool:
    """Tell whether the higher number is told days later: tolls rise."""
    before, after = few.article.published_to, many.article.published_from
    return bool(before and after and (after - before).days >= _GROWS_AFTER_DAYS)


def _by_count(row: tuple[_Count, Telling]) -> tuple[_Count, str]:
    return row[0], row[1].id


def _everybody(
    count: _Count, other_side: Sequence[Telling], counting: Sequence[Telling]
) -> list[str]:
    """Give all who tell this count of what the other side counts."""
    return [
        t.id
        for t in counting
        if any((q.value, head_of(q)) == count for q in t.quantities)
        and any(
            cosine(t, other) >= _SAME_COUNT and t.article.id != other.article.id
            for other in other_side
        )
    ]


def _shown(count: _Count, telling: Telling) -> str:
    """The count in the words of a telling."""
    return next(q.text for q in telling.quantities if (q.value, head_of(q)) == count)


def _share_words(a: Telling, b: Telling, least: float) -> bool:
    shared, fewest = len(a.stems & b.stems), min(len(a.stems), len(b.stems))
    return shared >= least * fewest


def _contradiction(
    claim_id: str, kind: str, says: Sequence[str], against: Sequence[str], why: str
) -> Contradiction:
    ids = sorted({*says, *against})
    return Contradiction(
        id=digest("contradiction", kind, *ids),
        claim_id=claim_id,
        statement_ids=tuple(ids),
        kind=kind,
        why=why,
        against=tuple(sorted(set(against))),
    )
