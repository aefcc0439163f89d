import pytest
from following_facts import passage

from headwater.assessment.following.dating import is_later


@pytest.mark.parametrize(
    ("text", "facts", "later"),
    [
        ("Orsk crossed the Tarn", {}, True),
        ("Orsk crossed the Tarn in 1998", {}, False),
        ("Orsk crossed the Tarn on Thursday", {}, True),
        ("Orsk, which left in 1998, crossed the Tarn on Thursday", {}, True),
        ("Orsk crossed the Tarn", {"happened_to": "2031-05-03"}, False),
        ("Orsk crossed the Tarn", {"published_from": "2031-05-04"}, False),
        ("Orsk crossed the Tarn", {"published_from": None}, False),
    ],
)
def test_what_tells_only_of_earlier_days_is_not_later(text, facts, later):
    """By the day of the page, by that of the event, and by the days its words name."""
    assert is_later(passage(text, **facts), "2031-05-04") is later


def test_nothing_is_later_than_a_day_nobody_knows():
    """A commitment without a day meets nothing."""
    assert not is_later(passage("Orsk crossed the Tarn"), None)
