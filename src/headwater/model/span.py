"""Where in an article something stands."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch of ``Article.text`` in Unicode code points (end exclusive), and its words.

    Raises:
        ValueError: If the span is empty, starts before the text does, or its words do not fit.
    """

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.text) != self.end - self.start:
            msg = f"span {self.start}:{self.end} is empty, reversed, or does not fit its words"
            raise ValueError(msg)

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> Self:
        """Cut ``text[start:end]``, leaving out white space at either edge.

        Raises:
            ValueError: If nothing but white space lies between.
        """
        words = text[start:end]
        start += len(words) - len(words.lstrip())
        words = words.strip()
        return cls(start=start, end=start + len(words), text=words)

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Tell whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end
