"""How following asks a case, and what it is given to follow with."""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any, Final, Protocol

import msgspec

from headwater.model import Facts, Fate, Pledge, Reported

#: Gives the rows of a query.
Select = Callable[[str, tuple[Any, ...]], Iterator[tuple[Any, ...]]]
#: Gives the values of a model class whose rows fit a condition.
Read = Callable[[type[Any], str, tuple[Any, ...]], tuple[Any, ...]]

OF_IDS: Final = "IN (SELECT value FROM json_each(?))"


class Follower(Protocol):
    """Follows commitments. The case compares nothing itself: whoever opens it brings this along."""

    def fates(self, pledges: Iterable[Pledge]) -> tuple[Fate, ...]:
        """Give the fate of each commitment."""


#: Makes a follower of what is put forward as so; what it holds near enough it has read in full.
Follow = Callable[[Facts, Callable[[Collection[str]], Iterable[Reported]]], Follower]


def ids_json(keys: Collection[str]) -> str:
    """Give ids as a query takes them (``OF_IDS``)."""
    return msgspec.json.encode(sorted(keys)).decode()
