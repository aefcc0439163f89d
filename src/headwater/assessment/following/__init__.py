"""Commitments followed through what is reported later, and through what somebody supposes.

``naming`` says whether a passage names whom a clause names, ``turning`` whether it says so or the
contrary, ``roles`` who does and suffers it, ``fitting`` whether it tells what the clause speaks of
(``sought``), ``answers`` whether it tells what was done because of that, ``meeting`` whether it is a link,
``fates`` what became of a commitment.
"""

from headwater.assessment.following.fates import Following
from headwater.assessment.following.hunting import clauses_of
from headwater.assessment.following.supposing import Supposing

__all__ = ["Following", "Supposing", "clauses_of"]
