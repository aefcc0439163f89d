"""What the links are worth: how many origins a claim really has, and what changed on the way."""

from headwater.assessment.digits import give_digits
from headwater.assessment.drifting import Tellings, find_contradictions, find_drifts
from headwater.assessment.following import Following, Supposing
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
    "count_among",
    "find_contradictions",
    "find_drifts",
    "give_digits",
]
