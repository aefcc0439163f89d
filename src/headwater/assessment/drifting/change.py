"""What every comparison gives."""

from dataclasses import dataclass

from headwater.model import DriftKind


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs between two tellings, and the words of either that show it.

    Where one side lacks what the other has, its words are the whole of what it says.
    """

    kind: DriftKind
    before: str
    after: str
