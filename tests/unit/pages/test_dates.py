from datetime import date

import pytest

from headwater.pages.dates import find_days, find_publication, settle_day

DAY = date(2019, 5, 16)


@pytest.mark.parametrize(
    "line",
    [
        "May 16, 2019",
        "Published: 16 May 2019 by Ada Kerrin",
        "Thu, 16 May 2019 - 09:07 GMT",
        "2019-05-16 00:00:00",
        "16/05/2019",
        "05/16/2019 07:44 PM",
        "16.05.2019",
        "Thursday, May 16th, 2019 at 11:08 a.m.",
        "5/16/19 6:38 AM",
        "By AFP - May 16,2019 - Last updated at May 17,2019",
    ],
)
def test_a_date_line_beside_the_headline_gives_the_day(line: str) -> None:
    """However a site writes it, a full date in the article's own block is its day."""
    found = find_publication([line], None, [])
    assert found is not None
    assert (found.low, found.high) == (DAY, DAY)
    assert found.evidence.startswith("byline: ")


def test_day_and_month_that_may_be_swapped_stay_a_range() -> None:
    """03/04/2019 is March or April: both days bound it, neither is chosen."""
    found = find_publication(["03/04/2019"], None, [])
    assert found is not None
    assert (found.low, found.high) == (date(2019, 3, 4), date(2019, 4, 3))


def test_dots_are_day_first() -> None:
    """03.04.2019 is the third of April and nothing else."""
    assert next(find_days("03.04.2019"))[:2] == (date(2019, 4, 3), date(2019, 4, 3))


@pytest.mark.parametrize(
    "line", ["31 June 2019", "40/13/2019", "0 May 2019", "On Thursday", "in 2006", "Oct. 7"]
)
def test_no_day_is_made_up(line: str) -> None:
    """Days that do not exist, and words that fix no day, give no date."""
    assert find_publication([line], None, []) is None


def test_a_sentence_with_a_date_in_it_is_no_date_line() -> None:
    """Prose that mentions a day says nothing of when it was published."""
    prose = (
        "The council had closed the wells on May 16, 2019 and nobody in the valley has seen the "
        "keys since then, two of its members told the paper"
    )
    assert find_publication([prose], None, []) is None


def test_the_dateline_dates_an_article_without_a_date_line() -> None:
    """A day glued to the first paragraph counts, below a date line and above a photo."""
    found = find_publication([], "KARSTOVA – 16 May 2019", ["Taken on June 3, 2018."])
    assert found is not None
    assert (found.low, found.high, found.evidence) == (DAY, DAY, "dateline: 16 May 2019")


def test_a_photo_only_says_not_before() -> None:
    """The date of a photo is a lower bound: the article may be of any later day."""
    found = find_publication([], None, ["The square on May 16, 2019. (Northwind)"])
    assert found is not None
    assert (found.low, found.high) == (DAY, None)
    assert found.evidence.startswith("photo (lower bound): ")


def test_an_update_alone_only_says_not_after() -> None:
    """An updated day bounds publication from above; a published day beside it wins."""
    found = find_publication(["Updated: May 16, 2019"], None, [])
    assert found is not None
    assert (found.low, found.high) == (None, DAY)
    both = find_publication(["Updated: May 18, 2019", "Published: May 16, 2019"], None, [])
    assert both is not None
    assert (both.low, both.high) == (DAY, DAY)


def test_an_hour_glued_to_a_date_hides_it_not():
    """Copied from a page, "2031" and "11:58" stand together; a longer number is no year."""
    days = [found[0] for found in find_days("March 12, 203111:58 AM")]
    assert days == [date(2031, 3, 12)]
    assert not list(find_days("March 12, 203158"))


def test_a_date_before_the_word_updated_is_that_of_publication():
    """What was updated three hours ago came out on the day that stands before."""
    found = find_publication(["March 12, 2031 Updated 3 hours ago"], None, [])
    assert (found.low, found.high) == (date(2031, 3, 12), date(2031, 3, 12))
    assert find_publication(["Updated March 12, 2031"], None, []).low is None


@pytest.mark.parametrize(
    ("page", "day"),
    [
        ("04/03/2031 … 28/02/2031", date(2031, 3, 4)),
        ("04/03/2031 … 02/28/2031", date(2031, 4, 3)),
        ("04/03/2031 … 05/03/2031", None),
        ("04/03/2031 … 28/02/2031 … 02/27/2031", None),
        ("04/03/2031", None),
    ],
)
def test_the_other_dates_of_a_page_say_which_number_is_the_day(page, day):
    """A site writes its dates in one order; where it does not, nothing is settled."""
    assert settle_day("byline: 04/03/2031", page) == day
    assert settle_day("byline: 4 March 2031", page) is None
