"""The two axes of a grade never touch: changing one never changes the other."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.assessment import give_digits
from headwater.case.grades import grade_claims
from headwater.lexicon import Letter, Rating
from headwater.model import Claim, Contradiction, Independence, Origin, OriginKind

_MANY = settings(max_examples=300, deadline=None)
_NAMES = ["Ilan Brode", "Mara Venn", "Nightwater Wire", "two officials"]
_ORIGINS = st.builds(
    Origin,
    id=st.sampled_from([f"case/{n}" for n in range(4)]),
    name=st.sampled_from(_NAMES),
    kind=st.sampled_from(list(OriginKind)),
    held=st.booleans(),
)
_BOUNDS = st.tuples(st.integers(1, 3), st.integers(0, 2)).map(
    lambda pair: Independence(low=pair[0], high=pair[0] + pair[1])
)
_CLAIMS = st.builds(
    Claim,
    id=st.sampled_from(["one", "two"]),
    text=st.just("two piers were shut"),
    members=st.just(()),
    statement_ids=st.lists(st.sampled_from("abcd"), min_size=1, unique=True).map(tuple),
    article_ids=st.just(("article",)),
    origins=st.lists(_ORIGINS, max_size=3).map(tuple),
    independent=_BOUNDS,
    circular=st.booleans(),
    digit=st.none(),
    reasons=st.just(()),
)
_CONTRADICTIONS = st.lists(
    st.builds(
        Contradiction,
        id=st.just("c"),
        claim_id=st.sampled_from([None, "one", "two"]),
        statement_ids=st.lists(st.sampled_from("abcd"), max_size=2).map(tuple),
        kind=st.sampled_from(["numbers", "denial"]),
        why=st.just("see both"),
    ),
    max_size=3,
)
_RATINGS = st.dictionaries(st.sampled_from(_NAMES), st.sampled_from(list(Letter))).map(
    lambda given: [
        Rating(id=None, name=name, letter=letter, note=None, where=name)
        for name, letter in given.items()
    ]
)


def _grade(claim, ratings, contradictions):
    (graded,) = grade_claims(give_digits([claim], contradictions), ratings, lambda _: {})
    return graded


@_MANY
@given(_CLAIMS, _RATINGS, _RATINGS, _CONTRADICTIONS)
def test_ratings_never_change_a_digit(claim, ratings, others, contradictions):
    """Whatever anybody holds of the sources, the digit stays."""
    one, other = (_grade(claim, rated, contradictions) for rated in (ratings, others))
    assert one.digit == other.digit
    assert one.digit in range(1, 7)


@_MANY
@given(_CLAIMS, _RATINGS, _CONTRADICTIONS, _CONTRADICTIONS, _BOUNDS)
def test_contradictions_and_bounds_never_change_a_letter(claim, ratings, some, others, bounds):
    """However a claim is borne out, the letter stays."""
    one = _grade(claim, ratings, some)
    other = _grade(replace(claim, independent=bounds), ratings, others)
    assert (one.letter, one.letters) == (other.letter, other.letters)


@_MANY
@given(_CLAIMS, _CONTRADICTIONS, st.integers(0, 3))
def test_an_upper_bound_never_changes_a_digit(claim, contradictions, more):
    """What may be another origin counts for nothing."""
    low, high = claim.independent.low, claim.independent.high
    wider = replace(claim, independent=Independence(low=low, high=high + more))
    digits = {give_digits([one], contradictions)[0].digit for one in (claim, wider)}
    assert len(digits) == 1


@_MANY
@given(_CLAIMS, _CONTRADICTIONS, _CONTRADICTIONS)
def test_a_contradiction_more_never_makes_a_digit_better(claim, some, more):
    """Only confirmation does, and only by another independent origin."""
    (before,), (after,) = give_digits([claim], some), give_digits([claim], [*some, *more])
    assert after.digit >= before.digit
