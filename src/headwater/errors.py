"""Every error Headwater raises on purpose.

HeadwaterError
  UnreadablePage      a file, or a record of one, holds no text we can read
  UnreadablePile      a path given as the pile is not there, or may not be opened
  UnusableCase        a case file is missing, of another version, or cannot be used
    DamagedCase       a case file no longer holds together
  BadResource         a registry, model or settings file breaks its format
  WouldOverwrite      a file is already there and nobody said to replace it
  UnclearQuestion     a search or an id that fits nothing, or several things

A message has three parts: where, the fact, the remedy.
"""


class HeadwaterError(Exception):
    """Base class: where it happened, one sentence of fact, one of remedy."""

    def __init__(self, fact: str, *, where: str, remedy: str) -> None:
        self.fact, self.where, self.remedy = fact, where, remedy
        super().__init__(f"{where}: {fact}\n  {remedy}")


class UnreadablePage(HeadwaterError):
    """A file, or one record of it, holds no text we can read; the rest of the pile is unharmed."""


class UnreadablePile(HeadwaterError):
    """A path given as the pile is not there, or may not be opened."""


class UnusableCase(HeadwaterError):
    """A case file is missing, was made by another schema version, or cannot be used."""


class DamagedCase(UnusableCase):
    """A case file no longer holds together: bytes of it were changed or lost."""


class BadResource(HeadwaterError):
    """A registry, model or settings file breaks its format."""


class WouldOverwrite(HeadwaterError):
    """A file is already there and nobody said to replace it."""


class UnclearQuestion(HeadwaterError):
    """A search without words, or an id that fits nothing, or several things."""
