"""Commitments that are one: the same threat, promise or condition, told in several articles.

Issuer, kind and sense must agree before words are looked at. Then the vectors of trigger and
consequence propose, and what the words name decides: a pair that differs in one word only, which
does not mean the same, is two commitments ("if they attack the port", "… the dam").
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np

from headwater.language import Encoder
from headwater.lexicon import condition_words, split_words, word_weights, words
from headwater.linking.clusters import average_linkage
from headwater.model import (
    ActorKind,
    ArticleFindings,
    Basis,
    ChainLink,
    Commitment,
    CommitmentKind,
    MentionKind,
    Span,
    Story,
    TriggerRole,
)
from headwater.settings import LinkingSettings

#: Kinds that a reteller may take for one another.
_KINDS = {
    CommitmentKind.THREAT: "harm",
    CommitmentKind.WARNING: "harm",
    CommitmentKind.FORECAST: "open",
    CommitmentKind.PROMISE: "good",
    CommitmentKind.CONDITION: "condition",
    CommitmentKind.READINESS: "readiness",
}
_APART = frozenset({frozenset({"harm", "good"})})
_NEGATIONS = frozenset({"not", "no", "never", "without", "nobody", "cannot", "n", "neither"})
#: Ids of speakers without a name, which another article may describe in other words.
_NAMELESS = ("described/", "unnamed/")
#: Who speaks through a spokesman, and what a page may call by its kind alone: "the group".
_BODIES = frozenset({ActorKind.ARMED_GROUP, ActorKind.GROUP, ActorKind.ORGANISATION})
_BODY_WORDS = frozenset({"group", "organisation"})
_POINTING = frozenset({"the", "this", "that"})
#: Letters of a word that tell it from others, its endings left out.
_STEM = 5
#: Cosine of two single words from which they may stand for one another.
_SAME_WORD = 0.48
#: Cosine of two triggers, or two consequences, below which no other part makes up for it; the
#: second where both are told in one claim, so that their sentences agree.
_LEAST_PART, _LEAST_IN_CLAIM = 0.47, 0.35
#: Cosine of two triggers from which they are the same.
_SAME_PART = 0.9
#: Weight of a word from which it means something by itself; "will" has 1.5, "attack" 3.9.
_TELLING = 2.5
#: Texts whose words are kept: each is compared with those of every other telling.
_KEPT_TEXTS = 16_384
#: What the statements being one claim, and a name in both triggers, add.
_BONUS_CLAIM = 0.12
_BONUS_NAMES = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A commitment with what is compared."""

    commitment: Commitment
    issuer: ChainLink | None
    #: Ids of who says so and for whom, of those that are called by a name.
    voices: frozenset[str]
    #: Whether it is the word of a body that is called by its name, or by its kind alone.
    is_named_body: bool
    is_some_body: bool
    storyline: str
    #: The claim its statement is a telling of.
    claim: str
    published: str
    trigger: str
    consequence: str
    names: frozenset[str]
    negative: tuple[bool, bool]


def link_commitments(
    findings: Sequence[ArticleFindings],
    storylines: Sequence[Story],
    claim_of: Mapping[str, str],
    encoder: Encoder,
    settings: LinkingSettings,
) -> tuple[tuple[str, str], ...]:
    """Find the commitments that several articles tell, each with the one that stands for them all.

    That is the one of the article published first; of equals, the longest told. Nothing
    depends on the order of the articles.

    Args:
        findings: The articles.
        storylines: An issuer without a name is the same in two articles of one storyline only.
        claim_of: Statement id to the id of its claim.
        encoder: Only commitments that may be one are encoded.
        settings: Those of linking.

    Returns:
        Pairs of ids in order: a commitment, the one that stands for it. The latter has a pair too;
        what is told once has none.
    """
    line_of = {key: line.id for line in storylines for key in line.article_ids}
    told = sorted(
        (one for f in findings for one in _told(f, line_of, claim_of)),
        key=lambda one: one.commitment.id,
    )
    similar = {
        pair: score
        for pair in _candidates(told)
        if (score := _score(told[pair[0]], told[pair[1]], encoder)) is not None
    }
    groups = average_linkage(len(told), similar, settings.same_commitment)
    return tuple(
        sorted(
            (told[i].commitment.id, _canonical([told[n] for n in group]))
            for group in groups
            if len(group) > 1
            for i in group
        )
    )


def _told(
    finding: ArticleFindings, line_of: Mapping[str, str], claim_of: Mapping[str, str]
) -> Iterator[_Told]:
    article = finding.article
    bodies = {m.actor_id for m in finding.mentions if m.type in _BODIES}
    chains = {s.id: s.chain for s in finding.statements}
    for one in finding.commitments:
        chain = chains.get(one.statement_id or "", ())
        known = [link for link in chain if link.basis is not Basis.INFERRED]
        voices = frozenset(
            key
            for key in (one.issuer, one.on_behalf_of)
            if key and not key.startswith(_NAMELESS)
        )
        trigger = one.trigger.text if one.trigger else ""
        consequence = one.consequence.text if one.consequence else ""
        yield _Told(
            commitment=one,
            issuer=known[-1] if known else None,
            voices=voices,
            is_named_body=bool(voices & bodies),
            is_some_body=not voices and bool(known) and _is_kind_alone(known[-1]),
            storyline=line_of.get(article.id, article.id),
            claim=claim_of.get(one.statement_id or "", one.statement_id or ""),
            published=str(article.published_from or "~"),
            trigger=" ".join(trigger.split()),
            consequence=" ".join(consequence.split()),
            names=_names(finding, one.trigger),
            negative=_senses(one, trigger, consequence),
        )


def _names(finding: ArticleFindings, trigger: Span | None) -> frozenset[str]:
    return frozenset(
        m.actor_id
        for m in finding.mentions
        if trigger
        and m.kind is not MentionKind.PRONOUN
        and trigger.start <= m.start < trigger.end
    )


def _senses(one: Commitment, trigger: str, consequence: str) -> tuple[bool, bool]:
    """Whether the consequence follows where the trigger does not, and whether it is a denial.

    "Unless they are freed" is "if they are not freed"; where an act waits for its trigger ("not
    until", "only if") the denial says no more than the wait does.
    """
    denies = [bool(_NEGATIONS & _keys(part)) for part in (trigger, consequence)]
    if one.trigger_role is TriggerRole.NECESSARY:
        return False, False
    return denies[0] is not (one.trigger_role is TriggerRole.EXCEPTIVE), denies[1]


def _candidates(told: Sequence[_Told]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that one issuer may have uttered: by its id, or without a name in a storyline.

    A spokesman utters what his body does. Within a storyline "the group" may be any that is named.
    """
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        for key in sorted(one.voices):
            blocks["named", key].append(number)
        if one.is_named_body or not one.voices:
            blocks["in", one.storyline].append(number)
    pairs = {pair for block in blocks.values() for pair in combinations(block, 2)}
    yield from (pair for pair in sorted(pairs) if _may_be_one(*(told[i] for i in pair)))


def _may_be_one(a: _Told, b: _Told) -> bool:
    """Tell whether nothing but the words is left to compare."""
    ours, theirs = a.commitment, b.commitment
    kinds = frozenset({_KINDS[ours.kind], _KINDS[theirs.kind]})
    same_kind = ours.kind is theirs.kind or (
        kinds not in _APART and kinds <= {"harm", "good", "open"}
    )
    return (
        (ours.article_id != theirs.article_id or _is_one_wait(a, b))
        and same_kind
        and bool(a.trigger) is bool(b.trigger)
        and a.negative == b.negative
        and _is_same_issuer(a, b)
        and not (a.names and b.names and not a.names & b.names)
        and not _differ(_digits(a.trigger), _digits(b.trigger))
    )


def _is_same_issuer(a: _Told, b: _Told) -> bool:
    if a.commitment.issuer == b.commitment.issuer or a.voices & b.voices:
        return True
    if a.voices or b.voices:
        is_same_body = (a.is_named_body and b.is_some_body) or (
            a.is_some_body and b.is_named_body
        )
        return is_same_body and bool(a.names & b.names)
    if a.issuer is None or b.issuer is None:
        return False
    if None in {a.commitment.issuer, b.commitment.issuer} and a.claim == b.claim:
        return True  # a request from nobody who is named, and "regional" only by one of them
    ours, theirs = (_stems(f"{x.name or ''} {x.text or ''}") for x in (a.issuer, b.issuer))
    return bool(ours and theirs) and 2 * len(ours & theirs) >= min(len(ours), len(theirs))


def _is_kind_alone(link: ChainLink) -> bool:
    """Tell "the group", "the movement" from what says which."""
    said = [w.key for w in split_words(link.name or link.text or "") if w.key not in _POINTING]
    return len(said) == 1 and words().speakers.get(said[0]) in _BODY_WORDS


def _score(a: _Told, b: _Told, encoder: Encoder) -> float | None:
    """Give how near two are in words, 0 to 1 and a bonus; None where a part or a word is another."""
    triggers = [(a.trigger, b.trigger)] if a.trigger else []
    parts = triggers if _is_one_wait(a, b) else [(a.consequence, b.consequence), *triggers]
    near = [_cosine(encoder, *part) for part in parts]
    least = _LEAST_IN_CLAIM if a.claim == b.claim else _LEAST_PART
    if min(near) < least or any(_are_opposite(*part) for part in parts):
        return None
    # One trigger and one claim: "to move" and "to act" are then two words for it.
    is_settled = bool(a.trigger) and near[-1] >= _SAME_PART
    compared = triggers if is_settled or a.claim == b.claim else parts
    if any(_differs_in_a_word(encoder, *part) for part in compared):
        return None
    score = float(np.mean(near))
    score += _BONUS_CLAIM if a.claim == b.claim else 0.0
    score += _BONUS_NAMES if a.names & b.names else 0.0
    return round(min(score, 1.0), 4)


def _is_one_wait(a: _Told, b: _Told) -> bool:
    """Tell whether one claim says of both what is waited for: then what is done meanwhile may be told in any words.

    "To stay in port until the talks end", "to see how the talks go before any boat sails".
    """
    waits = {a.commitment.trigger_role, b.commitment.trigger_role} == {TriggerRole.NECESSARY}
    return waits and a.claim == b.claim


def _cosine(encoder: Encoder, ours: str, theirs: str) -> float:
    if ours.casefold() == theirs.casefold():
        return 1.0
    rows = encoder.encode([ours, theirs])
    return float(rows[0] @ rows[1])


def _differs_in_a_word(encoder: Encoder, ours: str, theirs: str) -> bool:
    """Tell "attack the port" from "attack the dam": all else agrees, and the two words do not."""
    mine, yours = _content(ours), _content(theirs)
    left, right = _without(mine, yours), _without(yours, mine)
    if len(left) != 1 or len(right) != 1 or len(mine) == 1 or len(yours) == 1:
        return False
    return _cosine(encoder, left[0], right[0]) < _SAME_WORD


def _are_opposite(ours: str, theirs: str) -> bool:
    """Tell "open the canal" from "close the canal", which vectors hold for near."""
    mine, yours = _keys(ours), _keys(theirs)
    opposites = condition_words().opposites
    return any(frozenset({x, y}) in opposites for x in mine - yours for y in yours - mine)


@lru_cache(maxsize=_KEPT_TEXTS)
def _content(text: str) -> tuple[str, ...]:
    """Give the words that mean something, in order."""
    weights = word_weights()
    words = [w.key for w in split_words(text)]
    openers = {word for opener in condition_words().openers for word in opener.words}
    return tuple(
        w for w in words if w not in openers and (w.isdigit() or weights.weight(w) >= _TELLING)
    )


@lru_cache(maxsize=_KEPT_TEXTS)
def _keys(text: str) -> frozenset[str]:
    return frozenset(w.key for w in split_words(text))


def _without(words: Sequence[str], others: Sequence[str]) -> list[str]:
    stems = {w[:_STEM] for w in others}
    return [w for w in words if w[:_STEM] not in stems]


def _stems(text: str) -> frozenset[str]:
    return frozenset(w[:_STEM] for w in _content(text))


def _digits(text: str) -> frozenset[str]:
    return frozenset(key for key in _keys(text) if key.isdigit())


def _differ(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours and theirs) and not ours & theirs


def _canonical(group: Sequence[_Told]) -> str:
    def rank(one: _Told) -> tuple[str, int, str]:
        return one.published, -len(one.trigger + one.consequence), one.commitment.id

    return min(group, key=rank).commitment.id
