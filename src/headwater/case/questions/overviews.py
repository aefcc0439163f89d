"""The network and the warning board."""

# ruff: noqa: PLC0415 - what makes an answer is opened when it is asked for

from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING

from headwater.case.questions.actors import OfActors

if TYPE_CHECKING:
    from headwater.case.board import Board
    from headwater.case.network import Network
    from headwater.lexicon.indicators import Indicator


class Overviews(OfActors):
    """Answers with a whole picture, of which every part has its words."""

    def network(
        self, actor: str | None = None, depth: int = 1, *, kinds: Collection[str] = ()
    ) -> "Network":
        """Who is tied to whom: around one actor, or in the whole pile, each edge with its words and origins.

        Args:
            actor: As for ``actors_called``; None gives the whole network.
            depth: How many steps from the actor.
            kinds: Only ties of these kinds; all if empty.

        Raises:
            UnclearQuestion: If nobody goes by this, or more than one does.
        """
        from headwater.case.networking import Networker

        networker = Networker(self._select, self._all, self.count_origins)
        if actor is None:
            return networker.whole(kinds)
        return networker.around(self._one_called(actor), depth, kinds)

    def board(
        self,
        at: date | None = None,
        *,
        since: date | None = None,
        indicators: "Sequence[Indicator] | None" = None,
        actor: str | None = None,
    ) -> "Board":
        """What the pages up to a day tell of each indicator, with the passages and their origins.

        Args:
            at: The day of the board; the last on which a page of the case was published if None.
            since: Also say what is different from the board of this day.
            indicators: As ``headwater.lexicon.indicators.read_indicators`` gives them; those that ship if None.
            actor: Only passages that name this actor or in which it takes part.

        Raises:
            UnclearQuestion: If nobody goes by ``actor``, or more than one does.
        """
        from headwater.case.board import Boarder, Sheets
        from headwater.lexicon.indicators import starter_indicators

        if self.count_among is None:
            raise TypeError(
                "open the case with headwater.open_case: by itself it counts nothing"
            )
        only = None if actor is None else self._one_called(actor).id
        boarder = Boarder(
            Sheets(self._select, self._all),
            lambda name: [a.id for a in self.actors_called(name)],
            self.count_among,
            starter_indicators() if indicators is None else indicators,
            only,
        )
        return boarder.board(at, since)
