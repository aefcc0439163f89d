"""A trigger and what follows from it, as places in the text."""

from dataclasses import dataclass

from headwater.lexicon import Opener
from headwater.model import CommitmentKind, TriggerRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """What was found before it is known who binds whom: places in the text, end exclusive."""

    trigger: tuple[int, int] | None
    consequence: tuple[int, int]
    role: TriggerRole | None = None
    #: Given only where the form of the words decides it.
    kind: CommitmentKind | None = None
    #: Whether it is only to be understood: a question, an understatement.
    is_hint: bool = False
    #: Whether the trigger is what one is told to do or to avoid: "touch it and", "whoever touches it".
    is_order: bool = False
    #: Whether the trigger itself does what follows: "a strike on the refinery would halt exports".
    is_outcome: bool = False
    #: Where its last day stands, if outside of both.
    due: tuple[int, int] | None = None
    #: Where whoever gives an ultimatum is named: it is his, whoever tells of it.
    giver: tuple[int, int] | None = None

    @property
    def is_whole(self) -> bool:
        """Whether there are words in each of its parts."""
        return self.consequence[0] < self.consequence[1] and (
            self.trigger is None or self.trigger[0] < self.trigger[1]
        )


@dataclass(frozen=True, slots=True)
class Opened:
    """An opener in a stretch: where it stands, the head of what it opens, and what governs that."""

    opener: Opener
    at: int
    head: int
    governor: int | None

    @property
    def behind(self) -> int:
        """The first word behind the opener."""
        return self.at + len(self.opener.words)
