"""Whether two threats wait for the same thing."""

from dataclasses import replace

import numpy as np
import pytest
from small_pile import article, axis, leaning, one_storyline, says

from headwater.linking import group_claims
from headwater.model import Commitment, CommitmentKind, Span, Strength, TriggerRole
from headwater.settings import LinkingSettings

BOMBED, RAIDED, SAILED = "if the depot is bombed", "in case of a raid on the depot", "if a tanker sails"  # fmt: skip


class Encoder:
    """Two triggers of one thing are near, the third is not."""

    def encode(self, texts):
        """Give a row for each text."""
        rows = {BOMBED: axis(0), RAIDED: leaning(0, 0.7, 1), SAILED: leaning(0, 0.4, 2)}
        return np.stack([rows[text] for text in texts])


@pytest.mark.parametrize(("other", "together"), [(RAIDED, True), (SAILED, False)])
def test_threats_that_wait_for_two_things_are_two_claims(other, together):
    """However near as sentences; without an encoder nothing keeps them apart."""
    pile = [
        _threat(key, f"the guard will strike the wells {trigger}", trigger)
        for key, trigger in (("a", BOMBED), ("b", other))
    ]
    for encoder, is_one in ((Encoder(), together), (None, True)):
        claims = group_claims(pile, one_storyline(*pile), LinkingSettings(), encoder=encoder)
        assert (len(claims) == 1) is is_one


def test_what_holds_two_conditions_is_not_compared():
    """Which of them the statement is of, nobody says."""
    one, other = (
        _threat(key, f"the guard will strike the wells {trigger}", trigger)
        for key, trigger in (("a", BOMBED), ("b", SAILED))
    )
    twice = replace(other, commitments=(*other.commitments, *other.commitments))
    claims = group_claims(
        [one, twice], one_storyline(one, twice), LinkingSettings(), encoder=Encoder()
    )
    assert len(claims) == 1


def _threat(key, words, trigger):
    found = article(f"Outlet {key}", says(words, vector=axis(5)), key=key)
    (statement,) = found.statements
    at = statement.content[0].start + words.index(trigger)
    part = Span.cut(found.article.text, at, at + len(trigger))
    told = Commitment(
        id=f"threat {key}", article_id=key, issuer=None, on_behalf_of=None, kind=CommitmentKind.THREAT,
        trigger=part, consequence=statement.content[0], trigger_role=TriggerRole.SUFFICIENT,
        strength=Strength.STATED, target=(), beneficiary=(), deadline=None, hedges=(), state=None, statement_id=statement.id, same_as=None,
    )  # fmt: skip
    return replace(found, commitments=(told,))
