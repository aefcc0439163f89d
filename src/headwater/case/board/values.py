"""What a board says: frozen results, every one with the passages it rests on."""

from dataclasses import dataclass
from enum import StrEnum

from headwater.model import Independence, Origin


class IndicatorState(StrEnum):
    """What the pages of a pile tell of an indicator."""

    #: No page tells of it.
    QUIET = "quiet"
    #: Told, on fewer independent origins than it needs.
    SINGLE_ORIGIN = "single-origin"
    #: One happening rests on as many independent origins as it needs.
    CORROBORATED = "corroborated"
    #: One happening is told and denied, or told in numbers that exclude each other.
    CONTRADICTED = "contradicted"
    #: Told once, so long ago that it says no more about now.
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many of what a passage gives; ``high`` is None where it is open."""

    name: str
    low: float
    high: float | None

    def excludes(self, other: "Count") -> bool:
        """Tell whether both cannot be true of one thing."""
        if self.name != other.name:
            return False
        return _above(self.low, other.high) or _above(other.low, self.high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A passage that tells of an indicator, and what in it decided.

    ``start`` to ``end`` is the passage in the article's text, ``text`` its words on one line.
    """

    #: The table whose row it is, and the row; of statements the one that carries the words, if any does.
    table: str
    id: str | None
    article_id: str
    outlet_name: str | None
    #: First and last day on which the article may have been published.
    published_from: str | None
    published_to: str | None
    start: int
    end: int
    text: str
    #: The words that decided, as written.
    words: tuple[str, ...]
    #: ``reported`` ``planned`` ``conditional`` ``denied`` ``historical``, in the words of the events.
    status: str
    #: True where the passage denies what others tell.
    against: bool
    #: The innermost statement that carries it; None where no statement does.
    statement_id: str | None
    count: Count | None

    @property
    def day(self) -> str | None:
        """The day from which the passage surely was out; None where its page tells none."""
        return self.published_to


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What several passages may tell of together, with the origins of those that affirm it."""

    state: IndicatorState
    #: The last day on which a page tells of it; None where none has a date.
    last_day: str | None
    independent: Independence
    origins: tuple[Origin, ...]
    #: The steps of the count in words.
    reasons: tuple[str, ...]
    #: By day.
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardLine:
    """One indicator on one day."""

    indicator_id: str
    name: str
    says: str
    state: IndicatorState
    #: Days since the last page that tells of it; None where none does, or none has a date.
    age_days: int | None
    #: The last passage that tells of it.
    last: Evidence | None
    #: Of the happening that decided the state.
    independent: Independence | None
    origins: tuple[Origin, ...]
    #: What lights it, the one that decided first; of a lapsed line, what lit it last.
    happenings: tuple[Happening, ...]
    #: In words why it is dark; None where it is lit.
    silence: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardChange:
    """An indicator that stood otherwise, or has been told of since."""

    indicator_id: str
    name: str
    before: IndicatorState
    after: IndicatorState
    #: The passages of its happenings that the earlier board does not have.
    new: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """Every indicator on one day, and what is different from an earlier one."""

    #: The day it is of; None in a case none of whose pages has a date.
    at: str | None
    #: The last day of publication up to then.
    last_page: str | None
    #: Articles published up to then, and articles without a date, which are on every board.
    articles: int
    undated: int
    #: In the order of the indicators.
    lines: tuple[BoardLine, ...]
    since: str | None
    changes: tuple[BoardChange, ...]


def _above(low: float, high: float | None) -> bool:
    return high is not None and low > high
