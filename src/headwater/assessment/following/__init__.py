"""Commitments followed through what is reported later, and through what somebody supposes.

``naming`` says whether a passage names whom a clause names, ``fitting`` whether it tells what the
clause speaks of, ``fates`` what became of a commitment.
"""

from headwater.assessment.following.fates import Following

__all__ = ["Following"]
