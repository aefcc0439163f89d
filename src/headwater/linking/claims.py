"""Statements that say the same thing, in any number of articles.

Statements of one storyline are grouped by their vectors, less what all of them have in common, each
pair weighed by what must agree: polarity, numbers, the actors named, and whether something is asked
for or expected. A pair that looks alike and differs there is kept
apart, however close its vectors are.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from headwater.language import Encoder
from headwater.linking.calling import name_claim
from headwater.linking.clusters import average_linkage
from headwater.linking.common import leave_out_common
from headwater.linking.fingerprints import take_fingerprint
from headwater.linking.kin import Kin
from headwater.linking.nearest import near_tellings
from headwater.linking.outlets import PileOutlets
from headwater.linking.retellings import vectors_of
from headwater.linking.tellings import (
    Telling,
    is_of_another,
    rules_out,
    shared_count,
    tellings_of,
    word_share,
)
from headwater.linking.triggers import Triggers
from headwater.linking.twins import find_twins, group_twins
from headwater.linking.units import nearest_of, told_at_once
from headwater.model import (
    ArticleFindings,
    Claim,
    Modality,
    Standing,
    Story,
)
from headwater.settings import LinkingSettings

_PENALTY_POLARITY = 0.25
_PENALTY_NUMBERS = 0.14
_PENALTY_ACTORS = 0.08
_PENALTY_ASKED = 0.08
_PENALTY_OPEN = 0.15
#: For two of one article: a writer says a thing twice in the headline, or in telling who says so, and else goes on.
_PENALTY_TWICE = 0.1
_BONUS_ACTORS = 0.06
_BONUS_MUTUAL = 0.1
_BONUS_NUMBERS = 0.08
#: Weight of the share of their telling words that two statements have in common, and the share that says nothing.
_WORDS, _USUAL_SHARE = 0.2, 0.3
#: Statements that two articles must have nearest to one another before that speaks for any of them.
_FEWEST_MUTUAL = 3
#: Cosine from which it speaks for a pair whose articles have fewer.
_LONE_MUTUAL = 0.66
#: How far below ``same_claim`` the cosine of a pair may lie that counts among them.
_MOST_SHORT = 0.16
#: How far below ``same_claim`` the cosine of a pair may lie that is weighed at all; one farther off counts as 0 in a mean.
_MOST_ADDED = 0.3
#: Share of telling words from which two statements are of one thing, and only stand differently.
_SAME_THING = 0.6
_YES = frozenset({Standing.HELD, Standing.AHEAD})
#: What may come about, whoever wants it.
_EXPECTED = {Modality.FUTURE, Modality.CONDITIONAL, Modality.POSSIBLE}


def group_claims(
    findings: Sequence[ArticleFindings],
    storylines: Sequence[Story],
    settings: LinkingSettings,
    *,
    head_of: Mapping[str, str] | None = None,
    outlets: PileOutlets | None = None,
    encoder: Encoder | None = None,
) -> tuple[Claim, ...]:
    """Group the statements of each storyline into claims; every statement is in exactly one.

    Args:
        findings: The articles of the storylines.
        storylines: Statements of different ones are never one claim.
        settings: The dials.
        head_of: Which article stands for each article's text, where that is known already.
        outlets: The outlets of the whole pile, where these articles are a part of it.
        encoder: For the triggers of threats and promises; without it they are not compared.

    Returns:
        Claims sorted by id, without origins: ``headwater.assessment`` counts them.
    """
    head_of = head_of or find_twins(take_fingerprint(f) for f in findings)
    by_article = {f.article.id: f for f in findings}
    kin = Kin(findings, outlets or PileOutlets(f.article for f in findings))
    triggers = Triggers(findings, encoder)
    claims = [
        claim
        for storyline in storylines
        for claim in _of_storyline(
            {a: by_article[a] for a in storyline.article_ids},
            {a: head_of[a] for a in storyline.article_ids},
            kin,
            triggers,
            settings,
        )
    ]
    return tuple(sorted(claims, key=lambda claim: claim.id))


def _of_storyline(
    findings: Mapping[str, ArticleFindings],
    head_of: Mapping[str, str],
    kin: Kin,
    triggers: Triggers,
    settings: LinkingSettings,
) -> list[Claim]:
    twins = {
        head: [findings[a] for a in articles] for head, articles in group_twins(head_of).items()
    }
    heads = [findings[head] for head in twins]
    tellings = [telling for f in heads for telling in tellings_of(f)]
    if not tellings:
        return []
    vectors = np.concatenate([vectors_of(f) for f in heads if f.statements])
    units = told_at_once(tellings)
    similar = nearest_of(units, _score(tellings, vectors, kin, triggers, settings))
    claims = []
    for group in average_linkage(len(units), similar, settings.same_claim):
        members = sorted(n for unit in group for n in units[unit])
        claims.append(name_claim([tellings[n] for n in members], vectors[members], twins))
    return claims


def _score(
    tellings: Sequence[Telling],
    vectors: npt.NDArray[np.float32],
    kin: Kin,
    triggers: Triggers,
    settings: LinkingSettings,
) -> dict[tuple[int, int], float]:
    """Score the pairs of tellings that may be one claim; a pair that is missing may not."""
    owners = [t.statement.article_id for t in tellings]
    distinct = leave_out_common(vectors)
    least = settings.same_claim + distinct.nearer - _MOST_ADDED
    near = list(near_tellings(distinct.vectors, owners, least))
    mutual = Counter(
        (owners[a], owners[b])
        for a, b, cosine, is_mutual in near
        if is_mutual and cosine >= settings.same_claim + distinct.nearer - _MOST_SHORT
    )
    return {
        (a, b): _weighed(cosine - distinct.nearer, tellings[a], tellings[b])
        + (
            _BONUS_MUTUAL
            if is_mutual
            and (kin.are(owners[a], owners[b]) or _speaks(cosine, mutual[owners[a], owners[b]]))
            else 0.0
        )
        for a, b, cosine, is_mutual in near
        if not _is_apart(tellings[a], tellings[b])
        and not triggers.differ(tellings[a].statement.id, tellings[b].statement.id)
    }


def _speaks(cosine: float, pairs: int) -> bool:
    """Tell whether it says something that two statements are each the other's nearest, where no report joins their articles.

    Where these have few such pairs they must be nearer: of any two articles on one matter,
    some statements are nearest to one another.
    """
    return pairs >= _FEWEST_MUTUAL or cosine >= _LONE_MUTUAL


def _is_apart(a: Telling, b: Telling) -> bool:
    """Tell whether what one says is so is denied, left open or only foretold by the other.

    Two that both say yes, or both no, are apart if it is of the same thing, as far as their words show.
    """
    if is_of_another(a, b) or rules_out(a, b) or rules_out(b, a):
        return True
    # Of a copy that comes out a week later, "on Monday" is another day.
    if a.statement.told != b.statement.told and a.deeds.is_apart_from(b.deeds):
        return True
    ours, theirs = a.statement.standing, b.statement.standing
    if ours is theirs or Standing.MIXED in {ours, theirs}:
        return False
    is_yes = ours in _YES, theirs in _YES
    return any(is_yes) is not all(is_yes) or word_share(a, b) >= _SAME_THING


def _weighed(cosine: float, a: Telling, b: Telling) -> float:
    """Cosine, less what speaks against the two being one claim, plus what speaks for it."""
    against = _against(a, b)
    twice = _PENALTY_TWICE if _goes_on(a, b) else 0.0
    return cosine + _for(a, b, is_alike=not against) - against - twice


def _against(a: Telling, b: Telling) -> float:
    """What one says and the other does not leave room for."""
    against = 0.0
    if a.affirms is not b.affirms:
        against += _PENALTY_POLARITY
    if _differ(a.numbers, b.numbers) or _differ(a.years, b.years):
        against += _PENALTY_NUMBERS
    if a.leaves_open is not b.leaves_open:
        against += _PENALTY_OPEN
    if _is_asked_and_expected(a.statement.modality, b.statement.modality):
        against += _PENALTY_ASKED
    if _differ(a.actors, b.actors):
        against += _PENALTY_ACTORS
    return against


def _differ(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours and theirs) and not ours & theirs


def _for(a: Telling, b: Telling, *, is_alike: bool) -> float:
    """Actors, numbers and words in common; words of what contradicts each other are the same by nature."""
    shared = len(a.actors & b.actors) / (min(len(a.actors), len(b.actors)) or 1)
    words = _WORDS * (word_share(a, b) - _USUAL_SHARE)
    return (
        _BONUS_ACTORS * shared
        + _BONUS_NUMBERS * shared_count(a, b)
        + (words if is_alike else min(words, 0.0))
    )


def _goes_on(a: Telling, b: Telling) -> bool:
    """Tell whether two are of one article, neither of its headline, and neither told within the other."""
    ours, theirs = a.statement, b.statement
    if ours.article_id != theirs.article_id or a.is_headline or b.is_headline:
        return False
    return not any(
        x.start < y.end and y.start < x.end for x in ours.content for y in theirs.content
    )


def _is_asked_and_expected(a: Modality, b: Modality) -> bool:
    """ "to wait until Thursday", "it will not last until Thursday": a request foretells nothing."""
    asked = (a is Modality.REQUESTED, b is Modality.REQUESTED)
    return any(asked) and not _EXPECTED.isdisjoint((a, b))
