"""The digit of a claim: how well it is borne out, from its origins and contradictions alone.

| on what it rests | nothing contradicts it | only its numbers differ | contradicted |
|---|---|---|---|
| two independent origins or more | 1 | 2 | 4 |
| one | 3 | 4 | 5 |
| nobody whose word the pile has | 6 | 6 | 6 |

- Independent origins are ``independent.low``: what is not known never makes a digit better, and so a
  retelling does not.
- *Nobody whose word the pile has*: every origin is a report that is cited and not held, a ring of
  outlets that cite one another, or a source that the text leaves unsaid. Then nothing can be judged.
- A contradiction counts if it names the claim or one of its tellings. Kind ``numbers`` is a difference
  in figures, which may be a slip of one telling, or a toll that rose; every other kind contradicts.

Who the origins are, and what anybody thinks of them, is no part of it: that is the letter.

Source:
    The scale is that of information credibility in the Admiralty system (NATO AJP-2.1): 1
    confirmed by other sources, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 truth
    cannot be judged. The rules are Headwater's own: whether a thing is likely in itself it does not ask.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Final

from headwater.model import Claim, Contradiction, OriginKind

_UNHEARD: Final = frozenset({OriginKind.GHOST, OriginKind.RING, OriginKind.UNKNOWN})
#: Kinds of contradiction in which the tellings agree but for a detail.
_DETAILS: Final = frozenset({"numbers"})
#: Without a contradiction, with a detail that differs, contradicted.
_BY_TWO, _BY_ONE = (1, 2, 4), (3, 4, 5)
_CANNOT_BE_JUDGED: Final = 6


def give_digits(
    claims: Sequence[Claim], contradictions: Iterable[Contradiction]
) -> tuple[Claim, ...]:
    """Give every claim its digit, 1 (confirmed) to 6 (cannot be judged).

    Args:
        claims: Claims with origins and interval.
        contradictions: Those of the whole case.
    """
    kinds: dict[str, set[str]] = defaultdict(set)
    for contradiction in contradictions:
        for key in (contradiction.claim_id, *contradiction.statement_ids):
            kinds[key or ""].add(contradiction.kind)
    return tuple(
        replace(claim, digit=_digit(claim, _kinds_of(claim, kinds))) for claim in claims
    )


def _kinds_of(claim: Claim, kinds: dict[str, set[str]]) -> set[str]:
    return {kind for key in (claim.id, *claim.statement_ids) for kind in kinds.get(key, ())}


def _digit(claim: Claim, kinds: AbstractSet[str]) -> int:
    if all(origin.kind in _UNHEARD for origin in claim.origins):
        return _CANNOT_BE_JUDGED
    row = _BY_TWO if claim.independent.low > 1 else _BY_ONE
    if kinds - _DETAILS:
        return row[2]
    return row[1] if kinds else row[0]
