"""Which commitments a supposition would set off, by the words of those who made them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from headwater.assessment.following.fitting import not_named, why_it_fits
from headwater.assessment.following.hunting import is_lasting, on_one_line, with_owner
from headwater.assessment.following.sought import Sought, Told
from headwater.assessment.following.turning import Sense
from headwater.model import Clause, Pledge, TriggerRole

ReadClause = Callable[[str], Clause]

#: Cosine from which a trigger that does not fit is near enough to be looked at.
NEAR_COSINE = 0.5
#: Triggers that are read, the nearest first: bounds the time, some 20 ms each.
_MOST_READ = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A telling whose trigger was held against what is supposed.

    ``effect`` is ``fires``, ``releases`` (what waited for it), ``ends`` (what was to hold as long as it does not
    happen), ``averts`` (what it was to prevent) or ``near``.
    """

    pledge: Pledge
    effect: str
    likeness: float
    reasons: tuple[str, ...]


class Supposing:
    """Holds triggers against what is supposed.

    Args:
        read_clause: Reads a few words by themselves.
        vector_of: Gives the vector that they would be read with.
    """

    def __init__(self, read_clause: ReadClause, vector_of: Callable[[str], bytes]) -> None:
        self._read_clause, self._vector_of = cache(read_clause), vector_of

    def read(self, text: str) -> Clause:
        """Read what is supposed."""
        return self._read_clause(text)

    def needs(self, words: str) -> tuple[tuple[str | None, tuple[str, ...]], ...]:
        """Give what a passage must hold to tell what these words speak of: each an actor's id, if known, or words.

        These are the names; where nothing is named, whatever means something.
        """
        sought = Sought(self._read_clause(words))
        if sought.named:
            return tuple((named.actor_id, named.words) for named in sought.named)
        return tuple((None, (stem,)) for stem in sorted(sought.stems))

    def weigh(self, supposed: Clause, pledges: Iterable[Pledge]) -> tuple[Weighed, ...]:
        """Give the commitments that it sets off, releases, averts or comes near, the nearest first.

        Each commitment comes once, by the telling that fits best. A trigger fits where all that it
        names is supposed, the same is done, by nobody else, and its vector is near (``fitting``):
        what a trigger asks for beyond the supposition is not supposed.
        """
        near = [
            (likeness, pledge)
            for pledge in pledges
            if (likeness := self._likeness(pledge, supposed)) >= NEAR_COSINE
        ]
        near.sort(key=lambda one: (-one[0], one[1].commitment_id))
        found = [self._weighed(supposed, *one) for one in near[:_MOST_READ]]
        best: dict[str, Weighed] = {}
        for one in sorted(found, key=_best_first):
            best.setdefault(one.pledge.key, one)
        return tuple(sorted(best.values(), key=_best_first))

    def _weighed(self, supposed: Clause, likeness: float, pledge: Pledge) -> Weighed:
        sought = Sought(_given(pledge) or self._read_clause(_trigger(pledge)))
        told = Told(
            text=supposed.text,
            actor_ids=_actor_ids(supposed),
            events=supposed.events,
            negative=supposed.negative,
            read=lambda: supposed,
        )
        for effect, sense in _effects(pledge):
            why = why_it_fits(
                sought,
                told,
                likeness,
                sense=sense,
                is_supposed=True,
            )
            if why:
                reasons = (*why, f"cosine {likeness:.2f}")
                return Weighed(pledge=pledge, effect=effect, likeness=likeness, reasons=reasons)
        lacking = not_named(sought, told)
        short = (
            f"asks for more: {', '.join(lacking)}" if lacking else "another act, or by another"
        )
        reasons = (short, f"cosine {likeness:.2f}")
        return Weighed(pledge=pledge, effect="near", likeness=likeness, reasons=reasons)

    def _likeness(self, pledge: Pledge, supposed: Clause) -> float:
        import numpy as np  # noqa: PLC0415 - slow to import: `headwater --help` does not wait

        if pledge.trigger is None or pledge.trigger_role is TriggerRole.CONCESSIVE:
            return 0.0
        given = _given(pledge)
        rows = [
            np.frombuffer(raw, dtype=np.float32)
            for raw in (
                given.vector if given else self._vector_of(_trigger(pledge)),
                supposed.vector,
            )
        ]
        return round(float(rows[0] @ rows[1]), 4)


def _trigger(pledge: Pledge) -> str:
    return with_owner(pledge.trigger.text, pledge) if pledge.trigger else ""


def _given(pledge: Pledge) -> Clause | None:
    """Give its trigger as it was read by itself, where it brings it."""
    return dict(pledge.clauses).get(on_one_line(_trigger(pledge)))


def _effects(pledge: Pledge) -> Sequence[tuple[str, Sense]]:
    """Give what comes of a trigger that fits as it stands, or by its not being so."""
    if pledge.trigger and is_lasting(pledge.trigger.text):
        return (("ends", Sense.ENDED),)
    match pledge.trigger_role:
        case TriggerRole.NECESSARY:
            return (("releases", Sense.SO),)
        case TriggerRole.EXCEPTIVE:
            return (("fires", Sense.NOT_SO), ("averts", Sense.SO))
        case _:
            return (("fires", Sense.SO),)


def _actor_ids(clause: Clause) -> frozenset[str]:
    taking_part = {a for e in clause.events for a in (*e.actors, *e.recipients)}
    return frozenset({m.actor_id for m in clause.names} | taking_part)


def _best_first(one: Weighed) -> tuple[int, float, str, bool, str]:
    """Order by effect and fit; of equal tellings the one that stands for all goes first."""
    pledge = one.pledge
    is_copy = pledge.commitment_id != pledge.key
    return _EFFECTS.index(one.effect), -one.likeness, pledge.key, is_copy, pledge.commitment_id


_EFFECTS = ("fires", "releases", "ends", "averts", "near")
