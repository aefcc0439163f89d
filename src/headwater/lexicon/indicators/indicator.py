"""An indicator, and the questions it puts to the tables of a case."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

#: A word, or several in a row: for each the forms that count. A form that ends in ``*`` stands for
#: every word that begins so.
Phrase = tuple[tuple[str, ...], ...]

#: What holds where a file does not say otherwise: days looked back, days until it lapses, origins
#: needed, words among which all must stand.
WINDOW_DAYS: Final = 7
LAPSE_DAYS: Final = 14
ORIGINS: Final = 2
NEAR_WORDS: Final = 25
#: Status of what is told, in the words of the events.
STATUSES: Final = ("reported", "planned", "conditional", "denied", "historical")


class Table(StrEnum):
    """What a question is put to."""

    STATEMENTS = "statements"
    EVENTS = "events"
    COMMITMENTS = "commitments"
    RELATIONS = "relations"
    QUANTITIES = "quantities"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a passage has to hold: of each group a phrase, and none of ``none``."""

    #: What it is about stands in the first group.
    all: tuple[tuple[Phrase, ...], ...]
    none: tuple[Phrase, ...] = ()
    #: What may stand nowhere in the article: it is about something else.
    nowhere: tuple[Phrase, ...] = ()
    #: What may not stand between the first two of them: in "suspend attacks on ports" no port is closed.
    between: tuple[Phrase, ...] = ()
    #: The first and the last of them are at most so many words apart.
    near: int = NEAR_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """One thing that is counted ("dead"), and the words for it."""

    name: str
    words: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One question; what it leaves open is None or empty and does not matter."""

    of: Table
    #: PLOVER types of events, kinds of commitments and relations.
    kinds: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ("reported",)
    strengths: tuple[str, ...] = ()
    #: Only events that who did them tells.
    own: bool = False
    #: Only events done to what is called by one of these.
    whom: tuple[Phrase, ...] = ()
    #: Only commitments with a deadline.
    deadline: bool = False
    words: Words | None = None
    #: Names or ids, one of whom takes part or is named in the passage.
    actors: tuple[str, ...] = ()
    #: Names of places, or codes of countries, one of which the event or the passage names.
    places: tuple[str, ...] = ()
    #: Only of quantities: what is counted. Numbers of one thing that exclude each other contradict.
    counts: tuple[Counting, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """Something an analyst watches for, as questions of which one has to find something."""

    id: str
    name: str
    #: What its lighting says, in a sentence.
    says: str
    queries: tuple[Query, ...]
    #: Days back from the day of the board in which a page wakes it.
    window_days: int = WINDOW_DAYS
    #: Days after which what it last saw says no more about now.
    lapse_days: int = LAPSE_DAYS
    #: Independent origins behind one happening from which it is corroborated.
    origins: int = ORIGINS
    #: Only happenings told in numbers that exclude each other light it.
    disputed_only: bool = False
