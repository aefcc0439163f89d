"""Reads what following needs from the tables of a case."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from headwater.case.following.asking import Follow, Read, Select
from headwater.case.following.passages import Passages
from headwater.case.following.pledges import Pledges
from headwater.case.following.reporting import Reporting
from headwater.model import Fate, Pledge


class Followed:
    """Everything that following a commitment looks at: its tellings, what is reported, and their passages."""

    def __init__(self, select: Select, read: Read, same: Mapping[str, str]) -> None:
        passages = Passages(select, same)
        pledges = Pledges(select, read, same, passages)
        self._reporting = Reporting(select, read, same, passages, pledges)
        self.passage, self.told = passages.cut, passages.told
        self.pledges = pledges.where

    @property
    def taking_back(self) -> frozenset[str]:
        """The articles in which somebody takes something back."""
        return self._reporting.taking_back

    def fates(
        self,
        pledges: Iterable[Pledge],
        follow: Follow,
        articles: Collection[str] | None = None,
    ) -> tuple[Fate, ...]:
        """Give what became of commitments, by id.

        Args:
            pledges: Their tellings.
            follow: What follows them.
            articles: Only what these report; all if None.
        """
        return follow(self._reporting.facts(articles), self._reporting.reported).fates(pledges)

    def with_origins(self, fates: Sequence[Fate]) -> tuple[Fate, ...]:
        """Give fates whose passages tell on whose word they are, and how many origins they have."""
        told = self.told(p for f in fates for link in f.links for p in (link.ours, link.theirs))
        return tuple(
            replace(
                fate,
                links=tuple(
                    replace(link, ours=told[link.ours], theirs=told[link.theirs])
                    for link in fate.links
                ),
            )
            for fate in fates
        )
