"""The actors one article names, and where: what the other readers of the room ask."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from headwater.model import ActorKind, Mention, MentionKind, digest


@dataclass(frozen=True, slots=True)
class Name:
    """A mention before it becomes a finding."""

    start: int
    end: int
    text: str
    actor_id: str
    type: ActorKind
    kind: MentionKind


class Cast:
    """The actors one article names, found by place or by name."""

    def __init__(self, names: Iterable[Name], titles: Mapping[str, str]) -> None:
        self.names = tuple(sorted(names, key=lambda n: (n.start, n.end)))
        self._starts = [n.start for n in self.names]
        #: Actor id to the fullest name the article, or the registry, has for it.
        self.titles = titles

    def within(self, start: int, end: int) -> tuple[Name, ...]:
        """Give the names that lie wholly between two places."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return tuple(n for n in self.names[first:last] if n.end <= end)

    def mentions(self, article_id: str) -> tuple[Mention, ...]:
        """Give the names as findings of an article."""
        return tuple(
            Mention(
                id=digest("mention", article_id, n.start, n.end), article_id=article_id, start=n.start, end=n.end,
                text=n.text, actor_id=n.actor_id, type=n.type, kind=n.kind,
            )
            for n in self.names
        )  # fmt: skip
