"""How a commitment is meant: its kind, and how firmly its issuer is bound."""

from headwater.lexicon import condition_words
from headwater.model import CommitmentKind, Statement, Strength, TriggerRole
from headwater.reading.commitments.act import Act
from headwater.reading.commitments.clause import Clause
from headwater.reading.commitments.cues import cue_words, is_any


def kind_of(clause: Clause, act: Act, statement: Statement) -> CommitmentKind:
    """Name a commitment by its form, its cue, and by what would happen at whose hands."""
    lists = condition_words()
    cue = cue_words(statement)
    by_side = act.is_own or not (
        act.is_observed or act.is_bad or act.is_natural or clause.is_outcome
    )
    is_ultimatum = clause.is_order and clause.role is TriggerRole.EXCEPTIVE
    rules = (
        (clause.kind is not None, clause.kind),
        # What others are told to do until something happens is held out by nobody.
        (
            act.is_asked and bool(clause.trigger) and not clause.is_order,
            CommitmentKind.CONDITION,
        ),
        (clause.is_hint and not act.is_observed, CommitmentKind.THREAT),
        (clause.giver is not None, CommitmentKind.THREAT),
        (is_ultimatum and act.is_own, CommitmentKind.THREAT),
        (is_any(cue, lists["fears"]) and not act.is_own, CommitmentKind.WARNING),
        (act.is_ready and not act.is_harm, CommitmentKind.READINESS),
        (act.is_harm and by_side, CommitmentKind.THREAT),
        (clause.is_order and not (act.is_good or act.is_observed), CommitmentKind.THREAT),
        (
            clause.role is TriggerRole.EXCEPTIVE and act.is_own and not act.is_good,
            CommitmentKind.THREAT,
        ),
        (is_any(cue, lists["threatens"]), CommitmentKind.THREAT),
        (is_any(cue, lists["warns"]) and act.is_own and not act.is_bad, CommitmentKind.THREAT),
        (is_any(cue, lists["warns"]), CommitmentKind.WARNING),
        (
            (act.is_bad or (act.is_harm and act.is_natural))
            and not act.is_own
            and not act.is_open,
            CommitmentKind.WARNING,
        ),
        (is_any(cue, lists["promises"]) or act.is_own, CommitmentKind.PROMISE),
        (act.is_good and not (act.is_observed or clause.is_outcome), CommitmentKind.PROMISE),
    )
    return next((kind for holds, kind in rules if holds and kind), CommitmentKind.FORECAST)


def strength_of(clause: Clause, act: Act, statement: Statement) -> Strength:
    """Give how firmly the words bind: the weakest word of the consequence goes before the cue."""
    lists, cue = condition_words(), cue_words(statement)
    rules = (
        (clause.is_hint, Strength.HINTED),
        (act.is_open, Strength.POSSIBLE),
        (act.is_ready, Strength.READY),
        (is_any(cue, lists["vows"]), Strength.VOWED),
        (is_any(cue, lists["threatens"] | lists["warns"]), Strength.WARNED),
    )
    return next((strength for holds, strength in rules if holds), Strength.STATED)
