"""A clause that is looked for, and a passage that it is looked for in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from headwater.assessment.following.naming import (
    Named,
    Wording,
    content_stems,
    names_at_head,
    names_of,
    shared_stems,
)
from headwater.lexicon import condition_words, split_words
from headwater.model import Clause, Event

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Cosine from which a passage that names all that the clause names may tell it.
LEAST_COSINE = 0.6
#: The same where it names two or more and tells of the same act.
LEAST_OF_ACT = 0.5
#: The same where the clause names nobody, so that only its words speak.
LEAST_NAMELESS = 0.8
#: Names from which they fix an act by themselves.
SEVERAL = 2
#: Letters of a word that tell it from others, its endings left out.
STEM = 5
_AGAIN = frozenset({"again", "another", "more", "renewed", "further"})


@dataclass(frozen=True)
class Sought:
    """A clause that is looked for in passages."""

    clause: Clause

    @cached_property
    def named(self) -> tuple[Named, ...]:
        """Whom and what it names."""
        return names_of(self.clause)

    @cached_property
    def stems(self) -> frozenset[str]:
        """What it says beside the names."""
        return content_stems(self.clause)

    @cached_property
    def keys(self) -> frozenset[str]:
        """All its words, folded."""
        return frozenset(w.key for w in split_words(self.clause.text))

    @cached_property
    def subject_names(self) -> tuple[Named, ...]:
        """Whom it names as the one who does it."""
        subject = self.clause.subject or ""
        words = Wording.of(subject)
        first = names_at_head(subject)
        return (*first, *(n for n in self.named if words.names(n)))

    def shares_act(self, text: str) -> bool:
        """Tell whether a text has the word for what is done, and names all that is named but who does it."""
        wording = Wording.of(text)
        verbs = {v[:STEM] for v in self.clause.verbs[:1]}
        others = (n for n in self.named if n not in self.subject_names)
        return any(shared_stems(verbs, wording.stems())) and all(map(wording.names, others))

    @property
    def is_leave(self) -> bool:
        """True of somebody's word that is waited for: "an order from the marshal"."""
        leave = condition_words()["leave"]
        return all(v in leave for v in self.clause.verbs) and not leave.isdisjoint(self.keys)

    @property
    def least(self) -> float:
        """The least cosine at which a passage may tell it."""
        if len(self.named) >= SEVERAL and self.clause.events:
            return LEAST_OF_ACT
        return LEAST_COSINE if self.named else LEAST_NAMELESS

    @property
    def is_again(self) -> bool:
        """True where it is about something that has happened before."""
        return not _AGAIN.isdisjoint(self.keys)

    @property
    def vector(self) -> "NDArray[np.float32]":
        """Its sentence vector."""
        import numpy as np  # noqa: PLC0415 - slow to import: `headwater --help` does not wait

        return np.frombuffer(self.clause.vector, dtype=np.float32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A passage as it is compared."""

    text: str
    actor_ids: frozenset[str]
    events: Sequence[Event]
    negative: bool
    #: Reads it by itself.
    read: Callable[[], Clause]
