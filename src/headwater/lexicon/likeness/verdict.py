"""What a comparison of two names comes to."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """Whether two names are those of one actor, as far as names can tell."""

    SAME = "same"
    DIFFERENT = "different"
    #: Nothing speaks against it, and too little for it: "Bush" and "Jeb Bush".
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """A verdict on two names, and why, in words that a person can check."""

    verdict: Verdict
    reasons: tuple[str, ...]


def same(*reasons: str) -> Likeness:
    """Say that it is one actor."""
    return Likeness(verdict=Verdict.SAME, reasons=reasons)


def different(*reasons: str) -> Likeness:
    """Say that they are two."""
    return Likeness(verdict=Verdict.DIFFERENT, reasons=reasons)


def unclear(*reasons: str) -> Likeness:
    """Say that the names leave it open."""
    return Likeness(verdict=Verdict.UNCLEAR, reasons=reasons)
