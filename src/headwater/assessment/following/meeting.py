"""Whether one passage meets one part of a commitment, and the link that says so."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from headwater.assessment.following.answers import (
    Answer,
    answer_in,
    is_act_of,
    is_bare_act,
    is_reason_for,
    is_reply,
)
from headwater.assessment.following.dating import is_later
from headwater.assessment.following.definite import spelt_out
from headwater.assessment.following.fitting import why_it_fits
from headwater.assessment.following.hunting import Hunt, doer_of
from headwater.assessment.following.sought import Sought, Told
from headwater.assessment.following.turning import Sense
from headwater.model import Clause, FateLink, FateSort, Pledge, Reported

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ReadClause = Callable[[str], Clause]
VectorOf = Callable[[str], bytes]


class Meeting:
    """Holds passages against parts of commitments; what is read once is kept.

    Args:
        read_clause: Reads a few words by themselves.
        vector_of: Gives the vector that they would be read with.
    """

    def __init__(self, read_clause: ReadClause, vector_of: VectorOf) -> None:
        self._read_clause, self._vector_of = read_clause, vector_of
        self._clauses: dict[str, Sought] = {}

    def link(
        self, hunt: Hunt, reported: Reported, cosine: float | None, first: str
    ) -> FateLink | None:
        """Give the link of a passage that tells what is hunted for; None if it does not.

        Args:
            hunt: What is looked for.
            reported: The passage.
            cosine: How near their vectors are; None where they are only with the name of a thing left out.
            first: The day of the first telling of the commitment.
        """
        if reported.passage.article_id == hunt.pledge.article_id:
            return None
        found = self._told(hunt, reported, cosine, first)
        # Last of all, as the days that a passage speaks of are slow to find.
        return found if found and is_later(reported.passage, first) else None

    def _told(
        self, hunt: Hunt, reported: Reported, cosine: float | None, first: str
    ) -> FateLink | None:
        passage, sought = reported.passage, self._sought(hunt.text)
        if _is_asked(reported):
            return None
        if sought.is_again and not (passage.happened_from or "") > first:
            return None
        if _is_too_early(hunt, reported):
            return None
        if link := self._answer(hunt, sought, reported):
            return link
        text = spelt_out(sought.clause.text, reported)
        if text != passage.text:
            cosine = self._cosine(hunt.text, text)
        if cosine is None:
            return None
        told = Told(
            text=text,
            actor_ids=reported.actor_ids,
            events=reported.events,
            negative=reported.negative,
            read=partial(self._read_clause, text),
        )
        why = why_it_fits(sought, told, cosine, sense=hunt.sense, by=hunt.by)
        return _link(hunt, reported, hunt.sort, cosine, why) if why else None

    def _cosine(self, one: str, other: str) -> float:
        return round(float(self._vector(one) @ self._vector(other)), 4)

    def _vector(self, text: str) -> "NDArray[np.float32]":
        import numpy as np  # noqa: PLC0415 - slow to import: `headwater --help` does not wait

        return np.frombuffer(self._vector_of(text), dtype=np.float32)

    def _sought(self, text: str) -> Sought:
        if text not in self._clauses:
            self._clauses[text] = Sought(self._read_clause(text))
        return self._clauses[text]

    def _answer(self, hunt: Hunt, sought: Sought, reported: Reported) -> FateLink | None:
        """Give the link of a passage that tells what its issuer did because of the trigger: it reports the consequence."""
        then = hunt.pledge.consequence
        if then is None or hunt.sort is not FateSort.TRIGGER or hunt.sense is not Sense.SO:
            return None
        answer = answer_in(reported.passage.text)
        if answer is None:
            return None
        held_out = self._sought(then.text)
        if not _is_answer(hunt.pledge, held_out, reported, answer):
            return None
        near = self._cosine(hunt.text, answer.reason)
        is_open = is_reply(held_out.clause)
        if not is_reason_for(sought, answer.reason, reported, near, is_named_above=is_open):
            return None
        why = (f"done for what it was to answer: “{answer.reason}”",)
        # The days of the passage may be those of what it answers.
        undated = replace(reported.passage, happened_from=None, happened_to=None)
        return _link(hunt, replace(reported, passage=undated), FateSort.CONSEQUENCE, near, why)


def _is_asked(reported: Reported) -> bool:
    """Tell whether a passage is put as a question, which reports nothing."""
    behind = reported.text[reported.passage.end :].lstrip("”\"’' ")
    return behind.startswith("?") or reported.passage.text.endswith("?")


def _is_answer(pledge: Pledge, then: Sought, reported: Reported, answer: Answer) -> bool:
    """Tell whether a passage tells an act of the issuer that may be the one held out."""
    doer = doer_of([pledge]).with_names(then.subject_names)
    is_open = is_reply(then.clause) or is_bare_act(answer)
    return is_act_of(answer, reported, doer) and (is_open or then.shares_act(answer.act))


def _is_too_early(hunt: Hunt, reported: Reported) -> bool:
    """Tell whether what was not to be so by a day is reported before that day is past."""
    last = hunt.pledge.last_day
    is_missing = hunt.sort is FateSort.TRIGGER and hunt.sense is Sense.NOT_SO
    return is_missing and last is not None and (reported.passage.published_from or "") <= last


def _link(
    hunt: Hunt, reported: Reported, sort: FateSort, cosine: float, why: tuple[str, ...]
) -> FateLink:
    return FateLink(
        sort=sort,
        commitment_id=hunt.pledge.commitment_id,
        ours=hunt.pledge.passage,
        theirs=reported.passage,
        likeness=cosine,
        reasons=(*why, f"cosine {cosine:.2f}"),
    )
