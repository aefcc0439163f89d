"""Statements that say the same thing, in any number of articles.

Statements of one storyline are grouped by their vectors, each pair weighed by what must agree:
polarity, numbers, and the actors named. A pair that looks alike and differs there is kept
apart, however close its vectors are.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt

from headwater.lexicon import split_words
from headwater.linking.clusters import average_linkage
from headwater.linking.retellings import vectors_of
from headwater.linking.twins import find_twins, heads_of
from headwater.model import (
    ArticleFindings,
    Claim,
    Independence,
    Member,
    MentionKind,
    Polarity,
    Quantity,
    Statement,
    Story,
    digest,
)
from headwater.settings import LinkingSettings

_PENALTY_POLARITY = 0.25
_PENALTY_NUMBERS = 0.06
_PENALTY_ACTORS = 0.08
_BONUS_ACTORS = 0.06
_BONUS_MUTUAL = 0.1
#: "One of its soldiers" counts nothing.
_FEWEST_COUNTED = 2
#: Statements that two articles must have nearest to one another before that speaks for any of them.
_FEWEST_MUTUAL = 3
#: Cosine from which it speaks for a pair whose articles have fewer.
_LONE_MUTUAL = 0.66


@dataclass(frozen=True, slots=True)
class _Telling:
    """A statement with what is compared beside its vector; ``number`` is its place in its article."""

    statement: Statement
    number: int
    #: In digits, and exact ones that are written out.
    numbers: frozenset[str]
    actors: frozenset[str]


def group_claims(
    findings: Sequence[ArticleFindings], storylines: Sequence[Story], settings: LinkingSettings
) -> tuple[Claim, ...]:
    """Group the statements of each storyline into claims; every statement is in exactly one.

    Claims come without origins: ``headwater.assessment`` counts them.
    """
    by_article = {f.article.id: f for f in findings}
    claims = [
        claim
        for storyline in storylines
        for claim in _of_storyline([by_article[a] for a in storyline.article_ids], settings)
    ]
    return tuple(sorted(claims, key=lambda claim: claim.id))


def _of_storyline(
    findings: Sequence[ArticleFindings], settings: LinkingSettings
) -> list[Claim]:
    heads, twins = heads_of(findings, find_twins(findings))
    tellings = [_telling(f, number) for f in heads for number in range(len(f.statements))]
    if not tellings:
        return []
    vectors = np.concatenate([vectors_of(f) for f in heads if f.statements])
    groups = average_linkage(
        len(tellings), _score(tellings, vectors, settings), settings.same_claim
    )
    return [_claim([tellings[i] for i in group], vectors[group], twins) for group in groups]


def _score(
    tellings: Sequence[_Telling], vectors: npt.NDArray[np.float32], settings: LinkingSettings
) -> dict[tuple[int, int], float]:
    """Score the pairs of tellings that may be one claim; a pair that is missing may not."""
    cosines = vectors @ vectors.T
    least = settings.same_claim - _BONUS_ACTORS - _BONUS_MUTUAL
    mutual = _mutual_best(cosines, [t.statement.article_id for t in tellings], least)
    near = np.triu(cosines >= least, k=1)
    return {
        (a, b): _weighed(float(cosines[a, b]), tellings[a], tellings[b])
        + (_BONUS_MUTUAL if (a, b) in mutual else 0.0)
        for a, b in np.argwhere(near).tolist()
    }


def _mutual_best(
    cosines: npt.NDArray[np.float32], owners: Sequence[str], least: float
) -> set[tuple[int, int]]:
    """Pairs of statements of two articles of which each is the other's nearest in that article.

    Where the articles have few such pairs they must be nearer: of any two articles on one matter,
    some statements are nearest to one another.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for number, owner in enumerate(owners):
        places[owner].append(number)
    found: set[tuple[int, int]] = set()
    for ours, theirs in combinations([places[owner] for owner in sorted(places)], 2):
        block = cosines[np.ix_(ours, theirs)]
        rows, columns = block.argmax(axis=1), block.argmax(axis=0)
        pairs = {
            (min(ours[i], theirs[j]), max(ours[i], theirs[j]))
            for i, j in enumerate(rows.tolist())
            if columns[j] == i and block[i, j] >= least
        }
        needed = least if len(pairs) >= _FEWEST_MUTUAL else _LONE_MUTUAL
        found |= {pair for pair in pairs if cosines[pair] >= needed}
    return found


def _telling(finding: ArticleFindings, number: int) -> _Telling:
    statement = finding.statements[number]
    words = [w.key for span in statement.content for w in split_words(span.text)]
    digits = frozenset(w for w in words if w.isdigit())
    spelled = {
        str(int(q.value or 0))
        for q in finding.quantities
        if _counts(q) and any(c.start <= q.start < c.end for c in statement.content)
    }
    actors = frozenset(
        m.actor_id
        for m in finding.mentions
        if m.kind in {MentionKind.NAME, MentionKind.ADJECTIVAL}
        and any(c.start <= m.start < c.end for c in statement.content)
    )
    return _Telling(statement, number, digits | spelled, actors)


def _counts(quantity: Quantity) -> bool:
    """Tell a whole number of things, written out or in digits; "nearly two dozen" may be 19."""
    value = quantity.value if quantity.bound == "exact" else None
    return value is not None and value >= _FEWEST_COUNTED and value == int(value)


def _weighed(cosine: float, a: _Telling, b: _Telling) -> float:
    """Cosine, less what speaks against the two being one claim, plus what speaks for it."""
    weighed = cosine
    if _affirms(a.statement) is not _affirms(b.statement):
        weighed -= _PENALTY_POLARITY
    if a.numbers and b.numbers and not a.numbers & b.numbers:
        weighed -= _PENALTY_NUMBERS
    if a.actors and b.actors:
        shared = len(a.actors & b.actors) / min(len(a.actors), len(b.actors))
        weighed += _BONUS_ACTORS * shared if shared else -_PENALTY_ACTORS
    return weighed


def _affirms(statement: Statement) -> bool:
    """A denial of a negative affirms, a denial of an affirmative does not."""
    return (statement.polarity is Polarity.POSITIVE) is not statement.is_denied


def _claim(
    tellings: Sequence[_Telling],
    vectors: npt.NDArray[np.float32],
    twins: Mapping[str, list[ArticleFindings]],
) -> Claim:
    """Name a claim by the telling nearest to all others, and add the tellings of its twins."""
    statements = [
        twin.statements[t.number] for t in tellings for twin in twins[t.statement.article_id]
    ]
    members = tuple(
        sorted(
            Member(statement_id=s.id, start=span.start, end=span.end, text=span.text)
            for s in statements
            for span in s.content[:1]
        )
    )
    ids = tuple(sorted(s.id for s in statements))
    return Claim(
        id=digest("claim", *ids),
        text=_best_telling(tellings, vectors).told,
        members=members,
        statement_ids=ids,
        article_ids=tuple(sorted({s.article_id for s in statements})),
        origins=(),
        independent=Independence(low=0, high=0),
        circular=False,
        digit=None,
        reasons=(),
    )


def _best_telling(tellings: Sequence[_Telling], vectors: npt.NDArray[np.float32]) -> Statement:
    """The telling nearest to all others that stands by itself; ties go to the shorter, then the id."""
    nearness = (vectors @ vectors.T).sum(axis=1).round(4)

    def rank(number: int) -> tuple[object, ...]:
        statement = tellings[number].statement
        return _is_fragment(statement), -nearness[number], len(statement.told), statement.id

    return tellings[min(range(len(tellings)), key=rank)].statement


def _is_fragment(statement: Statement) -> bool:
    """ "to have his boats ready", "were intercepted": true of somebody whom only the sentence names."""
    return (
        statement.told == statement.words
        and not statement.words[:1].isupper()
        and statement.nested_in is not None
    )
