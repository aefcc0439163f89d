import pytest
from small_pile import article

from headwater.linking import shingles, take_fingerprint

REPORT = (
    "The harbour office of Port Maren shut two piers on Monday after a crane fell across the eastern quay.",
    "Nobody was hurt, and the ferries will leave from the fish market until the wreck has been cleared away.",
    "A second crane of the same make stands idle while engineers look for cracks in its foot.",
)


def find_overlaps(pile, least):
    return shingles.find_overlaps([take_fingerprint(f) for f in pile], least)


def shingles_of(finding):
    return take_fingerprint(finding).shingles


def test_a_trimmed_copy_is_contained_whole():
    """A copy of one paragraph of three shares all of its own runs, not a third of them."""
    whole = article(None, key="a", lead=REPORT)
    part = article(None, key="b", lead=REPORT[1:2])
    (found,) = find_overlaps([part, whole], 0.35)
    assert (found.first, found.second, found.containment) == ("a", "b", 1.0)
    assert found.shared == len(REPORT[1].split()) - 4


def test_an_overlap_below_the_bar_is_none():
    """Articles that share one sentence in three are no overlap for a higher bar."""
    a = article(None, key="a", lead=REPORT)
    b = article(None, key="b", lead=(REPORT[0], "Rain fell on the hills all week. " * 3, " ".join(str(n) for n in range(40))))  # fmt: skip
    assert find_overlaps([a, b], 0.6) == ()
    (found,) = find_overlaps([a, b], 0.1)
    assert 0.1 <= found.containment < 0.6


def test_case_and_marks_do_not_tell_copies_apart():
    """Words are compared folded: capitals, accents and commas change nothing."""
    a = article(None, key="a", lead=("The Café of Port Maren, shut on Monday",))
    b = article(None, key="b", lead=("the cafe of port maren shut on MONDAY.",))
    assert shingles_of(a).tolist() == shingles_of(b).tolist()


def test_captions_are_not_compared():
    """A caption two pages share makes neither a copy of the other."""
    caption = "The fallen crane lies across the eastern quay of Port Maren"
    a = article(None, key="a", lead=("One",), captions=(caption,))
    b = article(None, key="b", lead=("Two",), captions=(caption,))
    assert find_overlaps([a, b], 0.1) == ()


@pytest.mark.parametrize(("copies", "pairs"), [(500, 500 * 499 // 2), (501, 0)])
def test_what_stands_in_more_than_500_articles_is_boilerplate(copies, pairs):
    """A run that over five hundred articles share tells none of them apart, and is passed over."""
    line = "Sign up for our letter every morning at six"
    pile = [article(None, key=f"{n:04}", lead=(line,)) for n in range(copies)]
    assert len(find_overlaps(pile, 0.35)) == pairs


def test_no_articles_overlap_in_nothing():
    """An empty pile, and articles shorter than a run, are no error."""
    assert find_overlaps([], 0.35) == ()
    assert len(shingles_of(article(None, key="a", lead=("Fog",)))) == 1
