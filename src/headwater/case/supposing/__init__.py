"""What would follow from a supposition by the commitments of a case, read off its tables."""

from headwater.case.supposing.supposer import Supposer
from headwater.case.supposing.weighing import Supposes, WeighedPledge

__all__ = ["Supposer", "Supposes", "WeighedPledge"]
