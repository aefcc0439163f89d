"""A trigger and what follows from it, as places in the text."""

from dataclasses import dataclass

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
    #: Whether the trigger is an order, or what one is told to avoid: "touch it and we will …".
    is_order: bool = False
    #: Whether the trigger itself does what follows: "a strike on the refinery would halt exports".
    is_outcome: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether there are words in each of its parts."""
        return self.consequence[0] < self.consequence[1] and (
            self.trigger is None or self.trigger[0] < self.trigger[1]
        )
