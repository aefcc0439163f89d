"""What the links are worth: how many origins a claim really has, and what changed on the way."""

from typing import TYPE_CHECKING

from headwater.doors import opened_when_asked

if TYPE_CHECKING:
    from headwater.assessment.digits import give_digits
    from headwater.assessment.drifting import Tellings, find_contradictions, find_drifts
    from headwater.assessment.following import Following, Supposing, clauses_of
    from headwater.assessment.independence import assess_claims, count_among
    from headwater.assessment.missing import Missing
    from headwater.assessment.without import Without

__all__ = [
    "Following",
    "Missing",
    "Supposing",
    "Tellings",
    "Without",
    "assess_claims",
    "clauses_of",
    "count_among",
    "find_contradictions",
    "find_drifts",
    "give_digits",
]

__getattr__ = opened_when_asked(
    __name__,
    digits="give_digits",
    drifting="Tellings find_contradictions find_drifts",
    following="Following Supposing clauses_of",
    independence="assess_claims count_among",
    missing="Missing",
    without="Without",
)
