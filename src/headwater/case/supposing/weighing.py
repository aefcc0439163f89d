"""What holds triggers against a supposition, brought along by whoever opens the case."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from headwater.model import Clause, Pledge


class WeighedPledge(Protocol):
    """A telling whose trigger was held against what is supposed."""

    @property
    def pledge(self) -> Pledge:
        """The telling."""

    @property
    def effect(self) -> str:
        """``fires`` ``releases`` ``ends`` ``averts`` or ``near``."""

    @property
    def likeness(self) -> float:
        """Cosine of the two, 0 to 1."""

    @property
    def reasons(self) -> tuple[str, ...]:
        """What speaks for it."""


class Supposes(Protocol):
    """Holds triggers against a supposition. The case compares nothing itself: whoever opens it brings this along."""

    def read(self, text: str) -> Clause:
        """Read what is supposed."""

    def needs(self, words: str) -> tuple[tuple[str | None, tuple[str, ...]], ...]:
        """Give what a passage must hold to tell of these words: each an actor's id, if known, or words."""

    def weigh(self, supposed: Clause, pledges: Iterable[Pledge]) -> Sequence[WeighedPledge]:
        """Give the commitments that it bears on, each once, the nearest first."""
