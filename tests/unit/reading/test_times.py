from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.language import split_text
from headwater.model import Confidence, TimeAnchor, TimeKind
from headwater.reading.quantities import find_quantities
from headwater.reading.times import find_times, time_in_words

#: A Friday.
DAY = date(2031, 8, 15)
SAME = (DAY, DAY)
_WORDS = (
    "three weeks ago last Thursday on since until by between and from the first of May March 7 2030 3/4/2031 early next "
    "month year a day earlier after before in two days the '80s third quarter every Friday Oct. 9 to - , . for past few "
    "said will be held was 24 hours later today end week 99999999 decades centuries nineteen ninety half couple 12:30 p.m. summer"
).split()


def _times(sentence, anchor=SAME):
    return find_times(sentence, 0, len(sentence), anchor)


def _days(sentence, anchor=SAME):
    (found,) = _times(sentence, anchor)
    return found.text, found.earliest, found.latest


@pytest.mark.parametrize(
    ("sentence", "text", "first", "last"),
    [
        ("The bridge fell on Tuesday.", "on Tuesday", "2031-08-12", "2031-08-12"),
        ("The panel will sit on Tuesday.", "on Tuesday", "2031-08-19", "2031-08-19"),
        ("A vote will be held on Tuesday.", "on Tuesday", "2031-08-19", "2031-08-19"),
        ("He said Friday it had rained.", "Friday", "2031-08-15", "2031-08-15"),
        ("She is ready if they leave by the end of May, he said.", "by the end of May", "2031-08-15", "2032-05-31"),
        ("She said she is ready if they leave on Tuesday.", "on Tuesday", "2031-08-19", "2031-08-19"),
        ("There will be no bridge if the gates are not opened by Tuesday.", "by Tuesday", "2031-08-15", "2031-08-19"),
        ("She is ready if the gates stay shut until Tuesday, he said.", "until Tuesday", "2031-08-15", "2031-08-19"),
        ("He wondered if they left on Tuesday.", "on Tuesday", "2031-08-12", "2031-08-12"),
        ("She was freed last Friday.", "last Friday", "2031-08-08", "2031-08-08"),
        ("The dam burst in October.", "in October", "2030-10-01", "2030-10-31"),
        ("The dam will open in October.", "in October", "2031-10-01", "2031-10-31"),
        ("It opened on 5 Feb. 2027.", "on 5 Feb. 2027", "2027-02-05", "2027-02-05"),
        ("They met on December 30.", "on December 30", "2030-12-30", "2030-12-30"),
        ("Payable Sept. 20, it grew.", "Sept. 20", "2031-09-20", "2031-09-20"),
        ("Five years ago it closed.", "Five years ago", "2026-01-01", "2026-12-31"),
        ("It sank 36 hours ago.", "36 hours ago", "2031-08-13", "2031-08-14"),
        ("Nobody came last month.", "last month", "2031-07-01", "2031-07-31"),
        ("It stalled in the second quarter of 2029.", "in the second quarter of 2029", "2029-04-01", "2029-06-30"),
        ("Prices rose over the past two weeks.", "over the past two weeks", "2031-08-01", "2031-08-15"),
        ("It began late last year.", "late last year", "2030-10-01", "2030-12-31"),
        ("It shut earlier this month.", "earlier this month", "2031-08-01", "2031-08-14"),
        ("It burned in the winter of 2028.", "in the winter of 2028", "2028-12-01", "2029-02-28"),
        ("Raids went on between May and July.", "between May and July", "2031-05-01", "2031-07-31"),
        ("The 1970s were hard.", "The 1970s", "1970-01-01", "1979-12-31"),
        ("In June last year he quit.", "In June last year", "2030-06-01", "2030-06-30"),
        ("They must go by the end of the year.", "by the end of the year", "2031-08-15", "2031-12-31"),
        ("The first week of May was calm.", "The first week of May", "2031-05-01", "2031-05-04"),
        ("The first week of August was calm.", "The first week of August", "2031-08-04", "2031-08-10"),
        ("It closed since November 3.", "since November 3", "2030-11-03", "2031-08-15"),
        ("It must end within 48 hours.", "within 48 hours", "2031-08-15", "2031-08-17"),
        ("The lowest level in three months.", "in three months", "2031-05-15", "2031-08-15"),
        ("He will leave in three days.", "in three days", "2031-08-18", "2031-08-18"),
    ],
)  # fmt: skip
def test_words_become_days_against_the_day_of_the_article(sentence, text, first, last):
    """What counts from the article is laid on the calendar, with the verb to choose the side."""
    assert _days(sentence) == (text, first, last)


def test_without_an_anchor_a_time_stays_relative():
    """No day is made up: the offset, or the date with unknown digits, stands in for it."""
    told = {
        "Three weeks ago it fell.": "P-3W",
        "It fell on Monday.": "XXXX-WXX-1",
        "Since October 7 it fell.": "XXXX-10-07/..",
        "They will pay by Friday.": "../XXXX-WXX-5",
        "It fell in recent days.": "P-XD/P0D",
        "Two decades ago it fell.": "P-20Y",
    }
    for sentence, offset in told.items():
        (found,) = _times(sentence, None)
        assert (found.earliest, found.latest, found.relative) == (None, None, offset), sentence


def test_an_absolute_date_needs_no_anchor():
    """ "June 2, 2029" is that day whoever prints it when."""
    (found,) = _times("It fell on June 2, 2029.", None)
    assert (found.earliest, found.anchor, found.kind, found.confidence) == (
        "2029-06-02",
        TimeAnchor.NONE,
        TimeKind.POINT,
        Confidence.SURE,
    )


def test_an_uncertain_day_of_publication_widens_the_answer():
    """Published on one of ten days: the Monday before may be one of two."""
    (found,) = _times("It fell on Monday.", (date(2031, 8, 6), DAY))
    assert (found.earliest, found.latest) == ("2031-08-04", "2031-08-11")


def test_earlier_and_later_count_from_the_time_before():
    """ "A day earlier" is a day before what was named last, not before the article."""
    first, second, third = _times("He fell on 3 May 2029, his aide a day earlier and his son two days later.")  # fmt: skip
    assert (first.earliest, second.earliest, third.earliest) == ("2029-05-03", "2029-05-02", "2029-05-04")  # fmt: skip
    assert second.anchor is TimeAnchor.CONTEXT


def test_a_time_unknown_before_hides_an_older_one():
    """ "On Wednesday … a day earlier" is not a day before a photo of 2029."""
    *_, found = _times(
        "Photo of 3 May 2029. It came on Wednesday. He fell a day earlier.", None
    )
    assert (found.earliest, found.relative) == (None, "P-1D")


def test_what_is_counted_from_an_event_is_not_counted_from_a_date():
    """ "A day after he fled" depends on when he fled."""
    _, found = _times("It fell on 3 May 2029. A day after he fled, it rained.")
    assert (found.earliest, found.relative, found.anchor) == (None, "P1D", TimeAnchor.CONTEXT)


def test_a_length_and_what_recurs_are_not_placed():
    """Durations and habits have no first day."""
    length, habit, rate = _times("The siege ran for six weeks; every Friday they met, at $2 million a year.")  # fmt: skip
    assert (length.kind, length.relative, length.earliest) == (TimeKind.DURATION, "P6W", None)
    assert (habit.kind, habit.relative) == (TimeKind.RECURRING, "R/XXXX-WXX-5")
    assert (rate.kind, rate.relative) == (TimeKind.RECURRING, "R/P1Y")


def test_day_and_month_that_could_change_places_leave_both_open():
    """03/04 is a day in March or in April."""
    (found,) = _times("It fell on 03/04/2029.")
    assert (found.earliest, found.latest, found.confidence) == ("2029-03-04", "2029-04-03", Confidence.VAGUE)  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "They may march; it could fall on the second.",
        "A 12-year-old fired 1990 rockets and 2040 shells.",
        "Three-quarters of them left as soon as it rained.",
        "Jan Kovac read the sign: may contain nuts.",
        "The 24 men paid $2019 each.",
    ],
)
def test_words_that_only_look_like_times_are_left_alone(sentence):
    """A verb, an age, a count, a name and a price date nothing."""
    assert _times(sentence) == ()


def test_confidence_falls_with_the_words():
    """Yesterday is sure, a weekday likely, "recently" vague."""
    sure, likely, vague = _times("It rained yesterday and on Sunday, and also recently.")
    assert [t.confidence for t in (sure, likely, vague)] == list(Confidence)


def test_only_the_asked_stretch_is_read():
    """Offsets are those of the whole text, and nothing outside is told."""
    text = "It fell on Monday.\nIt rose on Tuesday.\nIt fell on Sunday."
    (found,) = find_times(text, 19, 38, SAME)
    assert (text[found.start : found.end], found.text) == ("on Tuesday", "on Tuesday")


def test_a_quantity_takes_the_day_as_of_which_it_held():
    """ "As of Monday" and "since" date the numbers of their sentence, and of no other."""
    text = (
        "As of Monday, 40 men were missing. Since October 7, 90 men fled. Then 8 men drowned."
    )
    asked = find_quantities("a", split_text(text), SAME)
    assert [q.as_of for q in asked] == ["Monday (2031-08-11)", "Since October 7 (2030-10-07/2031-08-15)", None]  # fmt: skip


def test_a_time_in_words_tells_an_open_side():
    """Days that are not known are written as two dots."""
    (found,) = _times("It closed before 2020.")
    assert time_in_words(found) == "before 2020 (../2019-12-31)"


@given(
    st.lists(st.sampled_from(_WORDS), max_size=14).map(" ".join), st.dates(), st.integers(0, 40)
)
@settings(max_examples=300)
def test_any_words_give_ordered_spans_and_days_in_order(text, day, more):
    """Whatever the words: offsets hold, times do not overlap, first is not after last, twice the same."""
    last = day + timedelta(days=more) if day < date(9990, 1, 1) else day
    found = find_times(text, 0, len(text), (day, last))
    assert found == find_times(text, 0, len(text), (day, last))
    assert all(text[t.start : t.end] == t.text for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(t.earliest <= t.latest for t in found if t.earliest and t.latest)
    assert all((t.relative is None) == bool(t.earliest or t.latest) for t in found)


@given(st.text(max_size=80))
def test_any_text_is_read(text):
    """Foreign letters, broken marks and digits of other scripts never break the reader."""
    assert all(text[t.start : t.end] == t.text for t in _times(text))


def test_a_long_chain_of_words_is_read_in_one_go():
    """Parts of parts of parts, a thousand deep, neither take long nor run too deep."""
    text = "the end of the week of " * 1000 + "May"
    assert _times(text)[-1].end == len(text)


def test_a_time_before_the_calendar_begins_stays_relative():
    """No such day exists, and nothing breaks."""
    (found,) = _times("It froze 900000 years ago.")
    assert (found.earliest, found.relative) == (None, "P-900000Y")


def test_a_weekday_is_a_point_even_where_its_week_is_unknown():
    """The kind is told by the words, not by what is known."""
    assert [t.kind for t in _times("It fell on Monday and last month.", None)] == [TimeKind.POINT, TimeKind.INTERVAL]  # fmt: skip


def test_the_verb_of_another_sentence_does_not_count():
    """ "It will march on Sunday. In May it did" is the last May."""
    assert [t.earliest for t in _times("It will march on Sunday. In May it did.")] == ["2031-08-17", "2031-05-01"]  # fmt: skip
