"""Requests as the reading of statements has them: where they are made, by nobody in particular or by whom "they" are."""

from collections.abc import Iterable, Iterator, Sequence

from headwater.model import Statement
from headwater.reading.events.act import Act
from headwater.reading.events.naming import Somebody

#: Classes of cues by which somebody is asked, or told, to do something.
_ASKING = frozenset({"recommend", "request"})


class Asking:
    """The statements of an article by which somebody asks for something."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._statements = [s for s in statements if s.cue_class in _ASKING]
        #: Every place of the text that is part of a cue of asking.
        self.cues = frozenset(
            at for s in self._statements for cue in s.cue for at in range(cue.start, cue.end)
        )

    def is_nobodys(self, act: Act) -> bool:
        """Tell a request of which the text leaves unsaid who makes it: "orders to stay in port"."""
        return act.type == "REQUEST" and any(not s.source for s in self._by(act))

    def several(
        self, act: Act, actors: Sequence[Somebody], met: Sequence[Somebody]
    ) -> tuple[Somebody, ...]:
        """Give those for whom one pronoun stands that asks, if the text has named each of them; else the actors."""
        if len(actors) != 1 or actors[0].words == actors[0].phrase:
            return tuple(actors)
        names = [s.chain[-1].name or "" for s in self._by(act) if actors[0].words in s.source]
        found = {
            one.actor_id: one
            for name in names
            for one in met
            if one.actor_id and one.phrase.text in name
        }
        return tuple(found.values()) if len(found) > 1 else tuple(actors)

    def _by(self, act: Act) -> Iterator[Statement]:
        place = act.predicate.start
        yield from (s for s in self._statements if any(c.start <= place < c.end for c in s.cue))
