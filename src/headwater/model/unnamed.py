"""What a text tells of a source that it does not name."""

from dataclasses import dataclass

from headwater.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNumber:
    """How many a source is, as bounds, and the words that say so.

    ``high`` is None where the words set no upper bound ("sources", "several").

    Raises:
        ValueError: If the bounds are reversed, or nobody is counted.
    """

    low: int
    high: int | None
    span: Span

    def __post_init__(self) -> None:
        if self.low < 1 or (self.high is not None and self.high < self.low):
            msg = f"a source cannot be {self.low} to {self.high} people"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearness:
    """What a source is said to know from nearby: "close to" and "the negotiations"."""

    tie: Span
    to: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class UnnamedSource:
    """One telling of an unnamed source: who it may be, in the text's own words.

    What the text does not say is None, or empty. The same words in another text, or in another
    place of this one, are described by themselves.
    """

    #: The words that stand for the source.
    phrase: Span
    number: SourceNumber
    #: The noun it goes by ("officials"); None for a pronoun.
    role: Span | None
    nearness: Nearness | None
    #: Whose it is, as written: "Iraqi security", "in the ministry".
    allegiance: tuple[Span, ...]
    #: Words that vouch for it instead of naming it: "informed", "reliable".
    hidden_by: tuple[Span, ...]
    #: The words by which it asked not to be named: "on condition of anonymity".
    asked: Span | None
    #: Why it is not named: "because they were not authorised to speak".
    reason: Span | None
