import pytest

from headwater.model import Span

TEXT = "The ferry  sank at dusk."


def span(start, end):
    return Span.cut(TEXT, start, end)


def test_a_span_is_cut_without_the_white_space_at_its_edges():
    """Its words are those of the text, and its offsets lead back to them."""
    cut = span(9, 16)
    assert (cut.start, cut.end, cut.text) == (11, 15, "sank")


def test_of_nothing_but_white_space_no_span_is_cut():
    """A finding without words would show nothing to anybody."""
    with pytest.raises(ValueError, match="empty"):
        span(9, 11)


@pytest.mark.parametrize(
    ("start", "end", "text"), [(3, 3, ""), (5, 3, "ab"), (-1, 1, "ab"), (0, 3, "ab")]
)
def test_offsets_that_do_not_fit_the_words_are_refused(start, end, text):
    """Empty, reversed, before the text, or of another length."""
    with pytest.raises(ValueError, match="does not fit"):
        Span(start=start, end=end, text=text)


@pytest.mark.parametrize(
    ("other", "overlaps", "covers"),
    [
        ((4, 9), True, True),
        ((4, 15), True, True),
        ((4, 6), True, True),
        ((11, 15), True, True),
        ((11, 18), True, False),
        ((0, 9), True, False),
        ((0, 3), False, False),
        ((16, 18), False, False),
    ],
)
def test_a_span_covers_what_lies_wholly_inside_it(other, overlaps, covers):
    """Touching is not overlapping, and overlapping is not covering; equal spans cover each other."""
    mine = span(4, 15)
    assert (mine.overlaps(span(*other)), mine.covers(span(*other))) == (overlaps, covers)
    assert span(*other).overlaps(mine) == overlaps


def test_spans_that_touch_do_not_overlap():
    """The end is exclusive."""
    assert not span(0, 3).overlaps(Span(start=3, end=4, text=" "))
