from dataclasses import replace

import pytest
from small_pile import article, claim_of, described, only, paper, person, says

from headwater.assessment import Without, assess_claims, give_digits
from headwater.lexicon import outlet_id
from headwater.model import Actor, ActorKind, Contradiction

PIERS = "two piers of Port Maren were shut"
WIRE, POST, GAZETTE = "Nightwater Wire", "Quill Post", "Marsh Gazette"
BRODE, VENN = person("Ilan Brode"), person("Mara Venn")


def tells(outlet, *links):
    return article(outlet, says(PIERS, *links), key=outlet)


def assessed(*findings):
    return only(assess_claims([claim_of(*findings)], findings, ()))


def contradiction(kind="numbers", claim_id=None, *statements):
    return Contradiction(
        id=f"{kind}-{claim_id}", claim_id=claim_id, statement_ids=tuple(statements), kind=kind, why="see both"
    )  # fmt: skip


def digit(claim, *contradictions):
    return only(give_digits([claim], contradictions)).digit


TWO = assessed(tells(WIRE, BRODE), tells(POST, VENN))
ONE = assessed(tells(WIRE, BRODE), tells(POST, paper(WIRE)), tells(GAZETTE, paper(WIRE)))


@pytest.mark.parametrize(
    ("claim", "kind", "given"),
    [
        (TWO, None, 1),
        (TWO, "numbers", 2),
        (TWO, "denial", 4),
        (ONE, None, 3),
        (ONE, "numbers", 4),
        (ONE, "denial", 5),
    ],
)
def test_a_digit_follows_from_origins_and_contradictions(claim, kind, given):
    """1 needs two independent origins and no contradiction; a difference in numbers costs one step."""
    contradictions = [contradiction(kind, claim.id)] if kind else []
    assert digit(claim, *contradictions) == given


def test_a_claim_nobody_was_heard_on_cannot_be_judged():
    """A report nobody has, and outlets that cite one another, give nothing to judge by."""
    unseen = assessed(tells(WIRE, paper("Vanmere Ledger")))
    ring = assessed(tells(WIRE, paper(POST)), tells(POST, paper(WIRE)))
    assert [digit(claim, contradiction("denial", claim.id)) for claim in (unseen, ring)] == [
        6,
        6,
    ]


def test_what_may_be_a_second_origin_makes_no_digit_better():
    """An outlet on its own word, or officials who may be Brode, raise the upper bound alone."""
    own = assessed(tells(WIRE, BRODE), tells(POST))
    maybe = assessed(tells(WIRE, BRODE), tells(POST, described("officials")))
    assert (own.independent.high, maybe.independent.high) == (2, 2)
    assert (digit(own), digit(maybe)) == (3, 3)


def test_of_two_contradictions_the_graver_counts():
    """A denial beside a difference in numbers is a denial."""
    both = (contradiction("numbers", TWO.id), contradiction("denial", TWO.id))
    assert digit(TWO, *both) == digit(TWO, *reversed(both)) == 4


def test_a_contradiction_between_two_claims_counts_for_both():
    """It names a telling of each; a claim it does not name is as it was."""
    other = replace(ONE, id="other", statement_ids=("elsewhere",))
    third = replace(ONE, id="third", statement_ids=("somewhere",))
    denial = contradiction("denial", None, TWO.statement_ids[0], "elsewhere")
    assert [c.digit for c in give_digits([TWO, other, third], [denial])] == [4, 5, 3]


def test_without_a_source_the_digit_is_that_of_what_is_left():
    """One of two origins gone; and gone with it the telling that gave another number."""
    findings = (tells(WIRE, BRODE), tells(POST, VENN))
    said = {f.article.id: only(f.statements).id for f in findings}
    differ = contradiction("numbers", "claim", said[WIRE], said[POST])
    (claim,) = give_digits([TWO], [differ])
    source = Actor(id=outlet_id(WIRE), name=WIRE, type=ActorKind.OUTLET, aliases=(), roles=())
    taken = Without(source, [f.article for f in findings])
    statements = [s for f in findings for s in f.statements]
    assert claim.digit == 2
    assert only(taken.claims([claim], statements, (), [differ])).digit == 3
