"""Whether a passage tells what a clause speaks of.

Vectors propose; who is named, who does it to whom, and what is done decide. A passage that fails one
of them fits no worse than one about something else: it does not fit.
"""

import re

from headwater.assessment.following.naming import (
    Doer,
    Wording,
    is_among,
    is_form_of,
    shared_stems,
)
from headwater.assessment.following.roles import roles_fit
from headwater.assessment.following.sought import LEAST_OF_ACT, SEVERAL, STEM, Sought, Told
from headwater.assessment.following.turning import Sense, Turn, fits_sense, is_said_of, turn_of
from headwater.lexicon import condition_words

#: Cosine from which a supposition may be what a trigger that names nobody asks for.
LEAST_SUPPOSED = 0.7
#: Kinds of event that an act is coded as while it is only threatened.
_UNCODED = "THREATEN"
_HOLDS_OUT = r"(?:threat(?:en)?|promis|pledg|vow|offer|plan|ultimatum)(?:e?s|n?ed|e|n?ing)?"
#: Noun or verb in front of an act that is held out, and so far not done.
_ONLY_HELD_OUT = re.compile(rf"\b({_HOLDS_OUT}) to [a-z]", re.IGNORECASE)


def not_named(sought: Sought, told: Told) -> tuple[str, ...]:
    """Give what the clause names and the passage does not."""
    wording = Wording.of(told.text, told.actor_ids)
    missing = [named.text for named in sought.named if not wording.names(named)]
    return tuple(dict.fromkeys(missing or _not_done(sought, wording)))


def _not_done(sought: Sought, wording: Wording) -> list[str]:
    """Give, of a clause that names nobody, the verbs that the passage does not have: its words are all there is."""
    if sought.named:
        return []
    stems = {key[:STEM] for key in wording.keys}
    return [verb for verb in sought.clause.verbs if not is_among(verb[:STEM], stems)]


def why_it_fits(
    sought: Sought,
    told: Told,
    cosine: float,
    *,
    sense: Sense = Sense.SO,
    is_supposed: bool = False,
    by: Doer | None = None,
) -> tuple[str, ...]:
    """Give what speaks for a passage telling what is sought; nothing if it does not tell it.

    Args:
        sought: The clause.
        told: The passage.
        cosine: How near their vectors are.
        sense: Whether it must tell that it is so, that it is not ("unless"), or that it has come to its end.
        is_supposed: Whether the passage is a supposition, which may tell of what is no event.
        by: Who would do it, where the clause does not say: a passage that names somebody else
            as the one who did it does not fit.
    """
    wording = Wording.of(
        told.text if is_supposed else without_threats(told.text), told.actor_ids
    )
    # First of all, as it is soonest told: most passages that are near name somebody else.
    if not all(wording.names(named) for named in sought.named):
        return ()
    turn = turn_of(sought.clause, told.text, is_negative=told.negative, sense=sense)
    if turn is None or not fits_sense(turn, sense):
        return ()
    if cosine < _least(sought, turn, wording, is_supposed=is_supposed):
        return ()
    if is_supposed and not turn.words and _not_done(sought, wording):
        return ()
    if turn.words:
        done = _what_is_turned(sought, told, wording, turn)
    else:
        done = _what_is_done(sought, told, wording, is_act=by is not None, is_bare=is_supposed)
    if not done or not roles_fit(sought, told, by):
        return ()
    named = ", ".join(dict.fromkeys(n.text for n in sought.named))
    return tuple(filter(None, (f"names {named}" if named else "", *done)))


def without_threats(text: str) -> str:
    """Give a passage up to what it only calls a threat or a promise: of "repeats his threat to sail" and "whom he threatened to hang", no act."""
    match = _ONLY_HELD_OUT.search(text)
    return text[: match.end(1)] if match else text


def _least(sought: Sought, turn: Turn, wording: Wording, *, is_supposed: bool) -> float:
    """Give the cosine that is asked for: less where more than likeness must be shown.

    So it is where the words that turn a passage round must be said of the thing named, and where
    somebody named must be told to give the leave, or the order, that is waited for.
    """
    lists = condition_words()
    gives = lists["gives"] | lists["orders"]
    is_leave_given = sought.is_leave and not wording.keys.isdisjoint(gives)
    if sought.named and (turn.words or is_leave_given):
        return LEAST_OF_ACT
    return min(sought.least, LEAST_SUPPOSED) if is_supposed else sought.least


def _what_is_turned(
    sought: Sought, told: Told, wording: Wording, turn: Turn
) -> tuple[str, ...]:
    """Give the thing of which the one says this and the other the contrary, and the words that do so."""
    things = tuple(shared_stems(sought.stems, wording.stems()))
    is_fixed = bool(things) or len(sought.named) >= SEVERAL
    if not is_fixed or not is_said_of(turn, things, sought.named, told.read):
        return ()
    both = (f"both speak of {', '.join(things)}…",) if things else ()
    return (*both, f"the other way round: {', '.join(sorted(turn.words))}")


def _what_is_done(
    sought: Sought, told: Told, wording: Wording, *, is_act: bool, is_bare: bool
) -> tuple[str, ...]:
    """Give the words, or the kind of event, by which both tell of one act.

    That they share a thing is not enough for an act that somebody holds out ("bases will be attacked").
    """
    ours = [e for e in sought.clause.events if e.type != _UNCODED]
    verbs = {v[:STEM] for v in sought.clause.verbs if not re.fullmatch(_HOLDS_OUT, v)}
    shared = tuple(shared_stems(sought.stems, wording.stems()))
    acting = tuple(stem for stem in shared if stem in verbs) or _governing(sought, wording)
    if acting:
        whole = {v[:STEM]: v for v in sorted(sought.clause.verbs, reverse=True)}
        return (f"both say {', '.join(whole.get(stem, f'{stem}…') for stem in acting)}",)
    if ours:
        kinds = sorted({e.type for e in ours} & {e.type for e in told.events})
        is_fixed = is_bare and len(sought.named) >= SEVERAL
        return tuple(f"both tell of {kind}" for kind in kinds) if shared or is_fixed else ()
    if is_act or not (told.events or is_bare):
        return ()
    return tuple(f"both say {stem}…" for stem in shared)


def _governing(sought: Sought, wording: Wording) -> tuple[str, ...]:
    """Give the verb that governs the clause, if the passage has a form of it: "freed" for "frees"."""
    first = [v for v in sought.clause.verbs[:1] if not re.fullmatch(_HOLDS_OUT, v)]
    telling = (v for v in first if v[:STEM] in sought.stems)
    return tuple(v for v in telling if any(is_form_of(v, key) for key in wording.keys))
