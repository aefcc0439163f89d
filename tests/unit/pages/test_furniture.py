import numpy as np
import pytest

from headwater.pages.furniture import (
    LineKind,
    is_caption,
    is_disclaimer,
    is_headline,
    label_lines,
)
from headwater.pages.lines import Line

SENTENCE = "The crews of the six ferries stayed on shore for an eighth day on Monday."


def kinds_of(*texts: str, odds: float = 0.9) -> list[LineKind]:
    return label_lines([Line(text=text) for text in texts], np.full(len(texts), odds))


@pytest.mark.parametrize(
    "button", ["TT", "Show More", "Back to top button", "A+", "Related Articles", "Latest news"]
)
def test_a_control_is_furniture_whatever_its_weight(button: str) -> None:
    """Buttons and list headers are never text, however sure the model is."""
    assert kinds_of(SENTENCE, button)[1] is LineKind.FURNITURE


def test_a_second_copy_is_never_text() -> None:
    """What stood above already is a repeat."""
    assert kinds_of(SENTENCE, "Another sentence stands here.", SENTENCE)[2] is LineKind.REPEAT


def test_readers_comments_are_dropped() -> None:
    """A run of comment heads below "3 Comments" takes the comments with it."""
    page = [SENTENCE, "3 Comments"]
    for name in ("marta", "old_signalman", "tam"):
        page += [f"{name} says:", "I take this ferry every week and it is never on time."]
    kinds = kinds_of(*page)
    assert kinds[0] is LineKind.BODY
    assert LineKind.BODY not in kinds[1:]


def test_a_disclaimer_is_told_from_text() -> None:
    """A line that says whose views these are not is a disclaimer."""
    words = "The opinions expressed here do not necessarily reflect those of the paper."
    assert kinds_of(SENTENCE, words)[1] is LineKind.DISCLAIMER


def test_captions_end_with_whose_picture_it_is() -> None:
    """A picture's credit at the end makes a caption; a sentence has none."""
    assert is_caption("Passengers wait at the quay. (Reuters)")
    assert is_caption("The quay at dawn (Photo by Ines Torvald / NWP)")
    assert not is_caption(SENTENCE)


def test_headlines_have_no_full_stop() -> None:
    """A headline has some words and no full stop; a question may be one."""
    assert is_headline("Ferry strike enters second week")
    assert is_headline("Who pays for the ferry strike?")
    assert not is_headline(SENTENCE)
    assert not is_headline("Related Articles")


def test_a_page_of_small_print_has_no_text() -> None:
    """Where the model sees no text, small print is not promoted to it; a sentence is."""
    legal = "All rights reserved by the owners of this site, whose cookies you accept by reading on."
    assert kinds_of(legal, odds=0.1) == [LineKind.FURNITURE]
    assert kinds_of(SENTENCE, odds=0.1) == [LineKind.BODY]


def test_title_and_snippet_pairs_are_teasers() -> None:
    """A headline over words that trail off, in a list of such, is another story's."""
    kinds = kinds_of(
        SENTENCE,
        "Latest news",
        "Mill owners ask for cheaper power",
        "The owners of four mills asked the government on Friday for...",
        "Bridge at Collin to stay closed",
        "Engineers found new cracks in the northern pier and...",
    )
    assert kinds[0] is LineKind.BODY
    assert kinds[2:] == [LineKind.TEASER] * 4


@pytest.mark.parametrize(
    "text",
    [
        "This article was amended on 7 May 2031. An earlier version said that 41 ships had sunk.",
        "(This May 5 story has been corrected to say that the talks were held in Lorn)",
        "Correction: an earlier version of this story gave a wrong number of ships.",
        "An earlier version of this report named the wrong harbour.",
        "Editor’s note: the name of the master was changed.",
    ],
)
def test_what_the_desk_mended_is_said_of_the_text_and_not_in_it(text):
    """A note of correction tells what is no longer claimed."""
    assert is_disclaimer(text)


@pytest.mark.parametrize(
    "text",
    [
        "This plan was amended by the council after the storm, the mayor said.",
        "Corrections officers were called to the harbour, the police said.",
        "An earlier storm of this year sank two ships.",
    ],
)
def test_news_of_something_amended_is_text(text):
    """A law may be amended too."""
    assert not is_disclaimer(text)
