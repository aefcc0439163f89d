"""What holds of any two names, in any script."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.lexicon import Verdict, compare_names, fold_name, registry, same_name
from headwater.model import ActorKind

_QUICK = settings(max_examples=200, deadline=None)
_WORDS = st.sampled_from(
    "Tariq al- al Khouri Khoury bin abu de von Abd Rahman din Allah طارق الخوري عبد الله ة ى יצחק Марков Щ 赵明哲 Zhao Tse-hsiang "
    "Jr Sr II I A. U.S. the of QLF Front Ministry General Minister , . ' - ’s 17 Dorn DORN Şükrü".split()
)
_NAMES = st.one_of(
    st.lists(_WORDS, max_size=7).map(" ".join),
    st.lists(_WORDS, max_size=5).map("".join),
    st.text(max_size=30),
    st.text(alphabet="awyhاويةىهح", max_size=120),
)
_KINDS = st.one_of(st.none(), st.sampled_from(ActorKind))


@_QUICK
@given(_NAMES, _NAMES, _KINDS, st.booleans())
def test_order_changes_nothing(one, other, kind, use_registry):
    """A is B exactly where B is A, however odd the two are."""
    there = compare_names(one, other, kind=kind, use_registry=use_registry)
    back = compare_names(other, one, kind=kind, use_registry=use_registry)
    assert there.verdict is back.verdict
    assert there.reasons


@_QUICK
@given(_NAMES, st.sampled_from([None, ActorKind.PERSON, ActorKind.PARTY]))
def test_a_name_is_itself(name, kind):
    """Save where there is no word in it, or the registry knows it of several."""
    if fold_name(name):
        assert same_name(name, name, kind=kind, use_registry=False)
        if len(registry().of_name(name)) < 2:
            assert same_name(name, name, kind=kind)


@_QUICK
@given(_NAMES, _NAMES, _KINDS)
def test_two_runs_say_the_same(one, other, kind):
    """Verdict and reasons are functions of the names."""
    assert compare_names(one, other, kind=kind) == compare_names(one, other, kind=kind)


@pytest.mark.parametrize(
    "name", ["the " * 3000, "xian" * 3000 + "x", "بو" * 3000, "A. " * 3000]
)
def test_a_name_as_long_as_a_page_is_compared_in_no_time(name):
    """What is no name at all must not stop a run."""
    for kind in (ActorKind.PERSON, ActorKind.PARTY):
        for other in ("QLF", "Lin Tse-hsiang", "bo" * 3000, name + "a"):
            assert compare_names(name, other, kind=kind).verdict in set(Verdict)
