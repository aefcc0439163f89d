"""The headline is the news's own line, whatever else stands above the text."""

import pytest

from headwater.model import Article, Page, PageStatus
from headwater.pages.text import read_text

STORY = tuple(
    """\
The Marlow Evening Post ferry of the Ellery islands stayed in port for an eighth day on Monday, two union delegates said.
The delegates said the ferry company had offered to pay for the extra night shifts, but only from next spring.
Bakers on the outer islands have begun to ration flour, the delegates added.
The ferry company did not answer written questions about the strike.""".splitlines()
)
HEAD = "Crews keep the islands without bread"
PLATE = "Marlow Evening Post"
RIGHTS = "© 2031 Marlow Evening Post. All rights reserved."


def read(*parts: str) -> Article:
    page = Page(
        id="p1",
        name="a.txt",
        names=("a.txt",),
        url=None,
        sha256="0",
        size=1,
        format="text",
        encoding="utf-8",
        status=PageStatus.READ,
        reason=None,
    )
    (article,) = read_text("\n\n".join(parts) + "\n", page)
    return article


@pytest.mark.parametrize("plate", [PLATE, f"The {PLATE}", PLATE.upper()])
def test_the_name_of_the_paper_is_no_headline(plate: str) -> None:
    """However many words of it the text holds, the line that names the page's owner is passed over."""
    assert read(plate, HEAD, "Monday, 5 May 2031", *STORY, RIGHTS).title == HEAD


def test_the_motto_under_the_name_is_no_headline() -> None:
    """What stands in one block with the paper's name says what the paper is, not the news."""
    motto = "What the delegates of the outer islands read on the ferry"
    assert read(f"{PLATE}\n{motto}", HEAD, "5 May 2031", *STORY, RIGHTS).title == HEAD


def test_a_headline_straight_under_the_name_is_kept() -> None:
    """Where nothing else could be the headline, the line in one block with the name is."""
    head = "Delegates say islands ration flour"
    assert read(f"{PLATE}\n{head}", *STORY, RIGHTS).title == head


def test_the_agency_of_the_dateline_is_no_headline() -> None:
    """The line that credits the text to its agency is no headline of it."""
    lead = f"ELLERY (Outer Press Office) — {STORY[0]} The Outer Press Office asked them."
    found = read(PLATE, HEAD, "Outer Press Office", "5 May 2031", lead, *STORY[1:], RIGHTS)
    assert found.title == HEAD


def test_the_second_copy_of_a_picture_s_words_is_no_headline() -> None:
    """A line printed twice on end whose bracket says whose the picture is belongs to the picture."""
    caption = "The flour store of the outer islands. (Harbour Museum)"
    found = read(PLATE, HEAD, f"{caption}\n{caption}", "5 May 2031", *STORY, RIGHTS)
    assert found.title == HEAD


@pytest.mark.parametrize("head", ["Nine silent hulls", "A bell that nobody wished to ring"])
def test_a_headline_of_other_words_than_the_text_is_known_by_its_place(head: str) -> None:
    """The line right above byline, date and picture is the headline if no word of it comes again."""
    caption = "The quay before the strike, 3 October 2029. (Photo: Post archive)"
    below = f"By Tilda Roan\nMonday, 5 May 2031\n\n{caption}\n{caption}\n\nTT"
    assert read(f"{PLATE}\nIsland  Mainland", head, below, *STORY, RIGHTS).title == head


def test_a_list_of_sections_is_no_headline() -> None:
    """A line above the date that has only capital words in it, or gaps between them, is left out."""
    assert read("Island  Mainland  the Weather", "5 May 2031", *STORY).title is None
    assert read("Island Mainland", "5 May 2031", *STORY).title is None


def test_the_date_of_a_picture_is_not_that_of_the_page() -> None:
    """A caption printed twice gives no day; the line below it that is a date does."""
    caption = "The ferry at the quay, 3 October 2029. (Photo: Post archive)"
    below = "By Tilda Roan\nMonday, 5 May 2031"
    found = read(PLATE, HEAD, f"{caption}\n{caption}", below, *STORY, RIGHTS)
    assert found.published_from is not None
    assert found.published_from.isoformat() == "2031-05-05"


def test_a_date_printed_twice_is_no_picture() -> None:
    """A date line and its copy say when the page is from."""
    twice = "Monday, 5 May 2031\nMonday, 5 May 2031"
    found = read(PLATE, HEAD, twice, *STORY, RIGHTS)
    assert found.date_evidence == "byline: 5 May 2031"


def test_words_that_end_in_a_name_in_brackets_are_a_picture_s() -> None:
    """On a page without a headline the picture's words above its date are none."""
    caption = "Silent hulls near a city of the north, July 2029. (Murmur)"
    assert read(caption, "Monday, 5 May 2031", *STORY).title is None


def test_the_one_line_over_a_text_is_its_headline() -> None:
    """Beside the paper's name, the date and the byline nothing else stands there, whatever words it shares."""
    line = "No bread again for anybody out there: sources"
    assert read("The Marl Gazette", "5 May 2031", line, *STORY).title == line
    assert read("5 May 2031", "By Ilan Brode", line, *STORY).title == line


def test_a_line_over_a_text_among_others_or_of_few_words_is_no_headline() -> None:
    """Two lines that share no word with the text may be anything; so may "Opinion and views"."""
    assert (
        read(
            "Letters to the desk, in full", "No bread again for anybody out there", *STORY
        ).title
        is None
    )
    assert read("Opinion and views", *STORY).title is None
