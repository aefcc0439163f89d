"""What the links are worth: how many origins a claim really has, and what changed on the way."""

from headwater.assessment.drifting import find_contradictions, find_drifts
from headwater.assessment.independence import assess_claims

__all__ = ["assess_claims", "find_contradictions", "find_drifts"]
