from headwater.linking.shingles import Overlap
from headwater.linking.wording import Wording

#: a and b are twins, c has some of their text, d none.
WORDING = Wording(
    {"a": "a", "b": "a", "c": "c", "d": "d"},
    [Overlap(first="a", second="c", shared=9, containment=0.6)],
)


def test_twins_share_what_their_head_does():
    """What is found for one of them holds for all."""
    assert WORDING.is_shared("a", "b")
    assert WORDING.is_shared("b", "c")
    assert not WORDING.is_shared("b", "d")


def test_those_that_share_a_text_are_given_without_the_article_itself():
    """Its twins, and whoever has some of it."""
    assert list(WORDING.sharing("b")) == ["a", "c"]
    assert list(WORDING.sharing("c")) == ["a", "b"]
    assert list(WORDING.sharing("d")) == []


def test_a_pair_is_that_of_the_heads_the_smaller_first():
    """Whatever is kept by pair is found from either side."""
    assert WORDING.pair("c", "b") == WORDING.pair("b", "c") == ("a", "c")
