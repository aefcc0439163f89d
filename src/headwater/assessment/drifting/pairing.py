"""Which two tellings are compared: each with the one nearest to where it comes from.

An article that flows from a held one is compared with that. Where several articles flow from
one report that nobody holds, the fullest of them stands in for it. What is told independently
is compared with the first telling.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from headwater.assessment.drifting.bases import Base, find_bases
from headwater.assessment.drifting.polarity import affirms
from headwater.assessment.drifting.telling import Telling, cosine
from headwater.assessment.drifting.withdrawal import withdrawing_words
from headwater.model import Claim, Derivation

#: Cosine from which statements of two articles of one descent tell one thing, though another
#: number or a denial kept their claims apart; and where nothing did but that they are not alike enough.
_SAME_PASSAGE, _LIKE_PASSAGE = 0.58, 0.75
#: Telling words of a content that another holds in full, and of their sentences that are shared then.
_FEWEST_HELD, _FEWEST_SHARED = 2, 4
#: Cosine from which two sentences of one article may both be compared with one of another.
_TOLD_TWICE = 0.65
#: More where two tellings are of one claim, and where they give one number; less for an infinitive.
_BONUS = 0.1
#: Less for every article nearer to the origin that is passed over, up to so many.
_STEP, _MOST_STEPS = 0.1, 2
#: The same for tellings of one claim that have nothing to do with each other.
_SAME_APART = 0.75


class Tie(StrEnum):
    """What makes two tellings worth comparing."""

    #: The second flows from the first, or both from one report that is not held.
    DESCENT = "descent"
    #: Neither has it from the other, as far as the pile shows.
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tellings of a claim; ``a`` is nearer to the origin, or the earlier.

    ``reports`` are the outlets (actor ids) that ``b`` may name as where it has this from.
    """

    a: Telling
    b: Telling
    claim_id: str
    tie: Tie
    reports: frozenset[str]
    #: Whether another sentence of ``b``'s article is nearer to ``a``: then this one may tell of something else.
    is_retold: bool = False


def pair_tellings(
    claims: Sequence[Claim],
    told: Mapping[str, Sequence[Telling]],
    derivations: Sequence[Derivation],
) -> tuple[Pair, ...]:
    """Pair every telling with at most one other, in an order that depends on the set of articles alone.

    Args:
        claims: Those of the case.
        told: What each article tells, by its id.
        derivations: Those of the case.
    """
    articles = {a: each[0].article for a, each in sorted(told.items()) if each}
    taking_back = {a for a in articles if any(map(withdrawing_words, told[a]))}
    bases = find_bases(claims, articles, derivations, taking_back)
    claim_of = {s: claim.id for claim in claims for s in claim.statement_ids}
    of_descent = [
        p
        for a in sorted(bases.keys() & articles)
        for p in _of_article(a, bases[a], told, claim_of)
    ]
    return (*of_descent, *_told_apart(claims, told, of_descent, bases))


def _of_article(
    article_id: str,
    bases: Sequence[Base],
    told: Mapping[str, Sequence[Telling]],
    claim_of: Mapping[str, str],
) -> Iterator[Pair]:
    """Pair the tellings of one article, the likest first, none of its sentences twice."""
    matches = (
        _Match(a, b, base, _score(a, b, claim_of, passed_over=number))
        for number, base in enumerate(bases)
        for a in told[base.article_id]
        for b in told[article_id]
        if claim_of[a.id] == claim_of[b.id] or (number == 0 and _may_be_one(a, b))
    )
    used: list[Telling] = []
    for match in sorted(matches, key=lambda m: (-m.score, m.a.id, m.b.id)):
        is_retold = any(other.id == match.a.id for other in used)
        if is_retold and cosine(match.a, match.b) < _TOLD_TWICE:
            continue
        if not any(other.is_beside(match.b) for other in used):
            used += [match.a, match.b]
            yield Pair(
                match.a,
                match.b,
                claim_of[match.b.id],
                Tie.DESCENT,
                match.base.reports,
                is_retold,
            )


def _may_be_one(a: Telling, b: Telling) -> bool:
    """Tell whether two tellings are alike, or one is the other cut short: a clause less moves the vector far."""
    least = _SAME_PASSAGE if _is_kept_apart(a, b) else _LIKE_PASSAGE
    return cosine(a, b) >= least or _is_cut_of(a, b) or _is_cut_of(b, a)


def _is_kept_apart(a: Telling, b: Telling) -> bool:
    """Tell whether one gives another number, or denies what the other says."""
    is_other_number = bool(a.numbers and b.numbers) and not a.numbers & b.numbers
    return is_other_number or affirms(a) is not affirms(b)


def _is_cut_of(short: Telling, long: Telling) -> bool:
    """Tell whether all that one content tells stands in the other, in a sentence with more in common."""
    told = {t.stem for t in short.content if t.tells}
    is_held = len(told) >= _FEWEST_HELD and told <= {t.stem for t in long.content if t.tells}
    return is_held and len(short.stems & long.stems) >= _FEWEST_SHARED


@dataclass(frozen=True, slots=True)
class _Match:
    """Two tellings that may be paired."""

    a: Telling
    b: Telling
    base: Base
    score: float


def _score(a: Telling, b: Telling, claim_of: Mapping[str, str], *, passed_over: int) -> float:
    """Likeness, with what speaks for comparing just these two; ``passed_over`` nearer articles speak against."""
    score = cosine(a, b)
    if claim_of[a.id] == claim_of[b.id]:
        score += _BONUS
    if a.numbers & b.numbers:
        score += _BONUS
    if a.is_fragment or b.is_fragment:
        score -= _BONUS
    return round(score - _STEP * min(passed_over, _MOST_STEPS), 4)


def _told_apart(
    claims: Sequence[Claim],
    told: Mapping[str, Sequence[Telling]],
    of_descent: Sequence[Pair],
    bases: Mapping[str, Sequence[Base]],
) -> Iterator[Pair]:
    """Pair what is told independently with the first who told it, one telling an article."""
    paired = {p.b.id for p in of_descent}
    tellings = {t.id: t for each in told.values() for t in each}
    kin = _kin(bases)
    for claim in sorted(claims, key=lambda c: c.id):
        members = [tellings[s] for s in claim.statement_ids if s in tellings]
        if len({t.article.id for t in members}) > 1:
            first = min(members, key=_when)
            own = {first.article.id, *kin.get(first.article.id, ())}
            rest = [t for t in members if t.article.id not in own and t.id not in paired]
            for b in _likest(first, rest):
                yield Pair(first, b, claim.id, Tie.APART, frozenset())


def _likest(first: Telling, rest: Iterable[Telling]) -> list[Telling]:
    best: dict[str, Telling] = {}
    for telling in sorted(rest, key=lambda t: (-cosine(first, t), t.id)):
        if cosine(first, telling) >= _SAME_APART:
            best.setdefault(telling.article.id, telling)
    return list(best.values())


def _kin(bases: Mapping[str, Sequence[Base]]) -> Mapping[str, AbstractSet[str]]:
    """For every article those it may have it from, and those that may have it from it."""
    kin: dict[str, set[str]] = defaultdict(set)
    for article_id, each in bases.items():
        for base in each:
            kin[article_id].add(base.article_id)
            kin[base.article_id].add(article_id)
    return kin


def _when(telling: Telling) -> tuple[date, str]:
    return telling.article.published_from or date.max, telling.id
