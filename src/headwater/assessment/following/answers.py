"""Passages that tell an act together with what it is done for: "they shelled it because the army had crossed"."""

from dataclasses import dataclass
from functools import lru_cache

from headwater.assessment.following.naming import Doer, Wording, shared_stems
from headwater.assessment.following.roles import people_of
from headwater.assessment.following.sought import LEAST_OF_ACT, Sought
from headwater.lexicon import condition_words, split_words
from headwater.model import Clause, Reported

_PRONOUNS = frozenset({"it", "they", "we", "he", "she", "i"})
#: Verbs that stand for an act without saying which.
_ACTS = frozenset({"act", "acted", "acts", "did", "does", "do", "done"})
#: Passages that are kept parted: each is held against many commitments.
_KEPT = 1 << 14


@dataclass(frozen=True, slots=True)
class Answer:
    """A passage parted where it says what for: ``act``, and ``reason`` behind it."""

    act: str
    reason: str


@lru_cache(maxsize=_KEPT)
def answer_in(text: str) -> Answer | None:
    """Part a passage at the words that say what an act is done for; None where it has none, or no act before them."""
    words = list(split_words(text))
    keys = [w.key for w in words]
    for entry in sorted(condition_words()["reasons"], key=lambda e: (-len(e), e)):
        parts = entry.split()
        for at in range(1, len(words) - len(parts)):
            if keys[at : at + len(parts)] == parts:
                return Answer(text[: words[at].start], text[words[at + len(parts)].start :])
    return None


def is_act_of(answer: Answer, reported: Reported, doer: Doer) -> bool:
    """Tell whether it is the doer who acts: by name, or as whoever speaks of his own act."""
    keys = [w.key for w in split_words(answer.act)]
    acting = [e for e in reported.events if e.start - reported.passage.start < len(answer.act)]
    named = [w for e in acting if (w := people_of(e.actor_words, e.actors)).keys]
    if any(map(doer.is_one_of, named)):
        return True
    speaker = Wording.of(" ".join(reported.speaker_words), reported.speaker_ids)
    is_own = not _PRONOUNS.isdisjoint(keys[:1]) or not named
    return is_own and doer.is_one_of(speaker)


def is_bare_act(answer: Answer) -> bool:
    """Tell whether the act is not said: "it had acted"."""
    keys = {w.key for w in split_words(answer.act)}
    return not keys.isdisjoint(_ACTS)


def is_reply(consequence: Clause) -> bool:
    """Tell whether a consequence holds out an answer and does not say which: "we will respond"."""
    replies = condition_words()["replies"]
    keys = " ".join(w.key for w in split_words(consequence.text))
    is_told = any(entry in keys for entry in replies if " " in entry)
    return is_told or any(verb in replies for verb in consequence.verbs[:1])


def is_reason_for(
    sought: Sought, reason: str, reported: Reported, cosine: float, *, is_named_above: bool
) -> bool:
    """Tell whether what an act is done for is what a trigger speaks of.

    Args:
        sought: The trigger.
        reason: The words that say what it is done for.
        reported: The passage that they stand in.
        cosine: How near the two are.
        is_named_above: Whether what the trigger names may stand anywhere in the article before.
    """
    own = Wording.of(reason)
    where = Wording.of(reported.text[: reported.passage.end]) if is_named_above else own
    named = all(where.names(n) or n.actor_id in reported.actor_ids for n in sought.named)
    return (
        cosine >= LEAST_OF_ACT and named and bool(set(shared_stems(sought.stems, own.stems())))
    )
