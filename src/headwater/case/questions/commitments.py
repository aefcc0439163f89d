"""What somebody threatened, promised or made a condition, and what follows from it."""
# ruff: noqa: PLC0415 - what makes an answer is opened when it is asked for

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from headwater.case.questions.findings import OfFindings
from headwater.case.questions.open_case import OF_IDS, ids_given
from headwater.model import ChainLink, Commitment, Span, Supposed

if TYPE_CHECKING:
    from headwater.case.commitments import HeldCommitment

_decode_chain = msgspec.json.Decoder(tuple[ChainLink, ...]).decode
_spans = msgspec.json.Decoder(tuple[Span, ...]).decode


class OfCommitments(OfFindings):
    """Answers what somebody bound himself to, what became of it, and what it would bring about."""

    def commitments(self, article_id: str | None = None) -> tuple[Commitment, ...]:
        """Every commitment, or those of one article, in reading order."""
        return self._of_article(Commitment, article_id)

    def held_commitments(
        self, *, issuer: str | None = None, kind: str | None = None
    ) -> "tuple[HeldCommitment, ...]":
        """Every commitment once, with all its wordings; the most retold first, then by date.

        Args:
            issuer: Only those whose issuer's name or words hold this, in any case.
            kind: Only those of this kind.
        """
        from headwater.case.commitments import Told, gather_commitments

        chains = self._select(
            "SELECT id, chain FROM statements WHERE id IN (SELECT statement_id FROM commitments)"
        )
        told = Told(
            commitments=self.commitments(),
            articles=self._whereabouts(),
            chains={key: _decode_chain(chain) for key, chain in chains},
            names=dict(self._select("SELECT id, name FROM actors")),
            things=self._things(),
        )
        return gather_commitments(told, issuer=issuer, kind=kind)

    def _things(self) -> dict[str, tuple[str, ...]]:
        """Give what the acts inside consequences would be done to, in words, where no actor is meant."""
        rows = self._select(
            "SELECT c.id, e.recipient_words FROM commitments c JOIN events e USING (article_id)"
            " WHERE e.recipients = '[]' AND e.recipient_words <> '[]'"
            " AND e.start >= json_extract(c.consequence, '$.start')"
            " AND e.start < json_extract(c.consequence, '$.end') ORDER BY c.id, e.start, e.id"
        )
        found: dict[str, tuple[str, ...]] = {}
        for key, words in rows:
            found[key] = found.get(key, ()) + tuple(span.text for span in _spans(words))
        return found

    def followed_commitments(
        self,
        *,
        issuer: str | None = None,
        kind: str | None = None,
        state: str | None = None,
    ) -> "tuple[HeldCommitment, ...]":
        """Every commitment with what later articles say became of it (``fate``); nothing is stored.

        Args:
            issuer: As for ``held_commitments``.
            kind: As for ``held_commitments``.
            state: Only those in this state.
        """
        from headwater.case.following import Followed

        if self.follow is None:
            raise TypeError(
                "open the case with headwater.open_case: by itself it follows nothing"
            )
        held = self.held_commitments(issuer=issuer, kind=kind)
        followed = Followed(self._select, self._all, self._same())
        pledges = followed.pledges(
            f"coalesce(same_as, id) {OF_IDS}", ids_given(h.id for h in held)
        )
        told = followed.with_origins(followed.fates(pledges, self.follow))
        fates = {fate.commitment_id: fate for fate in told}
        known = tuple(replace(one, fate=fates[one.id]) for one in held)
        return tuple(h for h in known if state is None or (h.fate and h.fate.state == state))

    def suppose(self, text: str, depth: int = 1) -> Supposed:
        """Say which commitments would be set off by what is supposed, and what they say would follow.

        It infers nothing that nobody said. See ``Supposed``.

        Args:
            text: A plain clause: who does what to whom.
            depth: How many steps: what a commitment says would follow is supposed in its turn.

        Raises:
            UnclearQuestion: If no act is understood in it.
        """
        from headwater.case.supposing import Supposer

        if self.follow is None or self.supposes is None:
            raise TypeError(
                "open the case with headwater.open_case: by itself it supposes nothing"
            )
        supposer = Supposer(self._select, self._all, self._same(), self.supposes, self.follow)
        return supposer.suppose(text, depth)
