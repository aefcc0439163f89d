"""A few words read by themselves: a trigger, a consequence, what somebody supposes."""

from dataclasses import dataclass

from headwater.model.actor import Mention
from headwater.model.happening import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A clause without the word that opens it, who is named in it, and what it says happens.

    Offsets of names and events count in ``text``. ``vector`` is its sentence vector as bytes
    (384 float32 of length 1). ``verbs`` are the words that tell what is so, in small letters, the one
    that governs the clause first; ``type`` is its PLOVER type, None where it is no event; ``subject`` and
    ``object`` are its subject, and its object or the subject of a passive.
    """

    text: str
    names: tuple[Mention, ...]
    events: tuple[Event, ...]
    verbs: tuple[str, ...]
    type: str | None
    subject: str | None
    object: str | None
    negative: bool
    vector: bytes
