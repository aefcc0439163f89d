import pytest
from small_pile import article, paper, person, says

from headwater.linking.answers import answers_report

BRODE = person("Ilan Brode")


def test_a_lead_that_denies_answers():
    """Somebody denies what others reported."""
    assert answers_report(article(None, says("the crane fell", BRODE, cue_class="doubt")))
    assert not answers_report(article(None, says("the crane fell", BRODE)))


def test_a_denial_further_down_is_part_of_the_news():
    """A report tells whom it asked and what he denied."""
    told = [says(f"crane {n} fell") for n in range(3)]
    denial = says("the crane fell", BRODE, cue_class="doubt")
    assert answers_report(article(None, *told[:2], denial))
    assert not answers_report(article(None, *told, denial))


def test_what_critics_dismiss_is_no_denial_of_the_lead():
    """ "A fair dismissed by critics": the sentence is about the fair."""
    assert not answers_report(article(None, says("by critics", BRODE, cue_class="doubt")))


@pytest.mark.parametrize(
    ("content", "cue_class", "answers"),
    [
        ("a news report that the crane fell", "strong", True),
        ("the crane fell after a report", "strong", False),
        ("a news report that the crane fell", "neutral", False),
    ],
)
def test_who_confirms_a_report_answers_it(content, cue_class, answers):
    """What is confirmed is the report; who confirms that it happened tells the news."""
    assert answers_report(article(None, says(content, BRODE, cue_class=cue_class))) is answers


@pytest.mark.parametrize(
    ("content", "answers"),
    [
        ("the report on the crane was erroneous", True),
        ("the gauge on the crane was wrong", False),
        (f"the report {'on the crane ' * 5}was erroneous", False),
    ],
)
def test_a_correction_answers_what_it_corrects(content, answers):
    """A word that takes back, near one for what is taken back, in the same statement."""
    assert answers_report(article(None, says(content, paper("Quill Post")))) is answers
