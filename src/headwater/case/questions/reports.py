"""Which reports the pile leans on, and what would be left without one source."""
# ruff: noqa: PLC0415 - what makes an answer is opened when it is asked for

from typing import TYPE_CHECKING

from headwater.case.questions.actors import OfActors
from headwater.case.questions.claims import OfClaims
from headwater.case.questions.open_case import OF_IDS, ids_given
from headwater.case.taking import read_tellers, take_away
from headwater.case.what_if import Teller, WhatIf
from headwater.model import Claim, Derivation, Report, Statement, with_actors

if TYPE_CHECKING:
    from headwater.case.collecting import Cited, WantedReport
    from headwater.case.resting import HeldStory


class OfReports(OfActors, OfClaims):
    """Answers what the claims lean on: reports that are held, cited or wanted, and sources that may be wrong."""

    def reports(self) -> tuple[Report, ...]:
        """Every report the pile holds or cites."""
        return self._all(Report)

    def ghosts(self) -> tuple[Report, ...]:
        """The reports that are cited and not held, the most cited first."""
        found = (report for report in self.reports() if report.article_id is None)
        return tuple(sorted(found, key=lambda r: (-len(r.cited_by), r.outlet_name, r.id)))

    def held_stories(self) -> "tuple[HeldStory, ...]":
        """Every story with the reports that its articles rest on; the most told story first."""
        from headwater.case.resting import hold_stories

        return hold_stories(
            self.stories(), self.reports(), self.derivations(), self._whereabouts()
        )

    def collect(self, limit: int | None = None) -> "tuple[WantedReport, ...]":
        """The reports worth getting: cited and not held, whatever settles most first.

        Each with its outlet, the days between which it came out, and the claims that it must contain
        with the tellings that have them from it. Most settles the report with which the bounds of most
        claims would become certain; of equals, the one whose claims most articles tell; then the one on
        which most claims rest; then the most cited.

        Args:
            limit: At most so many; all if None.
        """
        from headwater.case.collecting import wanted_reports

        if self.imagining is None:
            raise TypeError(
                "open the case with headwater.open_case: by itself it counts nothing"
            )
        cited = self._cited()
        imagine = self.imagining(
            self._tellers(), tuple(cited.statements.values()), cited.derivations
        )
        return wanted_reports(cited, imagine)[:limit]

    def what_if(self, *, without: str) -> WhatIf:
        """Say what would be left of the claims if one source were wrong.

        No telling counts that is the source's own, passes through it, or has from it what it says
        without naming anybody. What is left is counted anew, by the same rules; nothing is stored.

        Args:
            without: An outlet, agency, person or unnamed source, as for ``actors_called``.

        Raises:
            UnclearQuestion: If nobody goes by this, or more than one does.
        """
        source = self._one_called(without)
        if self.take_away is None:
            raise TypeError(
                "open the case with headwater.open_case: by itself it counts nothing"
            )
        return take_away(source, self.take_away, self._select, self._all)

    def _cited(self) -> "Cited":
        from headwater.case.collecting import Cited

        ghosts = self.ghosts()
        citing = {key for ghost in ghosts for key in ghost.cited_by}
        claims = tuple(c for c in self._all(Claim) if not citing.isdisjoint(c.article_ids))
        told = [key for claim in claims for key in claim.statement_ids]
        articles = [key for claim in claims for key in claim.article_ids]
        same = self._same()
        return Cited(
            ghosts=ghosts,
            claims=claims,
            statements={
                s.id: with_actors(s, same)
                for s in self._all(Statement, f"WHERE id {OF_IDS} ORDER BY id", ids_given(told))
            },
            derivations=self._all(
                Derivation,
                f"WHERE article_id {OF_IDS} ORDER BY id",
                ids_given([*articles, *citing]),
            ),
            where=self._whereabouts(),
        )

    def _tellers(self) -> list[Teller]:
        return read_tellers(self._select)
