"""Commitments followed through what is reported later, and through what somebody supposes.

``naming`` says whether a passage names whom a clause names, ``fitting`` whether it tells what the
clause speaks of, ``fates`` what became of a commitment.
"""

from headwater.assessment.following.fates import Following
from headwater.assessment.following.supposing import Supposing

__all__ = ["Following", "Supposing"]
