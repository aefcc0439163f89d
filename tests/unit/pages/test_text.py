import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.model import Article, Page, PageStatus, ZoneKind
from headwater.pages.assemble import Metadata
from headwater.pages.text import read_text

SHARED = Path(__file__).parents[4] / "shared"

STORY = tuple(
    """\
The crews of the six ferries that serve the Ellery islands stayed on shore for an eighth day on Monday, two union delegates said.
The delegates said the ferry company had offered to pay for the extra night shifts, but only from next spring.
Bakers on the outer islands have begun to ration flour, the delegates added.
The ferry company did not answer written questions about the strike.""".splitlines()
)
OTHER = tuple(
    """\
A district court in Haldor on Wednesday acquitted two surveyors who had been charged with moving a boundary stone by eleven metres.
The judge said the prosecution had failed to show that the stone ever stood anywhere else.
Neighbours on both sides of the ridge have quarrelled over the pasture for three generations.
The prosecutor has thirty days to appeal against the ruling of the court.""".splitlines()
)
HEAD = "Ferry Strike Keeps the Ellery Islands Without Flour"
OTHER_HEAD = "Court Clears Two Surveyors Accused of Moving a Boundary Stone"


def read(text: str, known: Metadata | None = None) -> tuple[Article, ...]:
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
    return read_text(text, page, known or Metadata())


def zones(article: Article, kind: ZoneKind) -> list[str]:
    return [article.text[z.start : z.end] for z in article.zones if z.kind is kind]


def page_of(*parts: str) -> str:
    return "\n\n".join(parts) + "\n"


def test_headline_and_paragraphs_come_out_as_they_stand() -> None:
    """A headline over its paragraphs is one article with all of them, unchanged."""
    (article,) = read(page_of(HEAD, *STORY))
    assert article.title == HEAD
    assert zones(article, ZoneKind.BODY) == list(STORY)
    assert article.text == "\n\n".join((HEAD, *STORY))
    assert not article.incomplete


def test_a_page_without_headline_has_none() -> None:
    """The first sentence is never promoted to a headline; the article is marked incomplete."""
    (article,) = read(page_of(*STORY))
    assert article.title is None
    assert article.incomplete
    assert zones(article, ZoneKind.BODY) == list(STORY)


def test_a_line_that_is_a_date_is_no_headline() -> None:
    """A date line shares words with a text that gives the day; it heads nothing all the same."""
    text = "3 April 2031\n\nThe crews stayed on shore on 3 April 2031, two union delegates said.\n\n"
    text += "The strike was called on 3 April 2030 by the delegates of the six ferries, and goes on in April 2031.\n"
    (article,) = read(text)
    assert article.title is None


def test_repeated_captions_and_headlines_are_kept_once() -> None:
    """Four copies of a caption and two of a headline leave one of each."""
    caption = "Passengers wait outside the ticket hall at Port Ellery. (Reuters)"
    (article,) = read(
        page_of(HEAD, f"{caption}\n{caption}\nTT", HEAD, f"{caption}\n{caption}", *STORY)
    )
    assert zones(article, ZoneKind.TITLE) == [HEAD]
    assert zones(article, ZoneKind.CAPTION) == [caption]
    assert zones(article, ZoneKind.BODY) == list(STORY)
    assert [(c.name, c.photo) for c in article.credits] == [("Reuters", True)]


def test_two_articles_on_one_page_come_apart() -> None:
    """A second headline, repeated, over other news begins a second article."""
    first, second = read(page_of(HEAD, *STORY, "", OTHER_HEAD, "TT", OTHER_HEAD, *OTHER))
    assert (first.title, second.title) == (HEAD, OTHER_HEAD)
    assert zones(first, ZoneKind.BODY) == list(STORY)
    assert zones(second, ZoneKind.BODY) == list(OTHER)


def test_articles_of_a_page_share_the_outlet_one_of_them_names() -> None:
    """What names the outlet of one article names that of its neighbours, and says so."""
    first, second = read(
        page_of(
            HEAD, f"Lantern News/ {STORY[0]}", *STORY[1:], OTHER_HEAD, "TT", OTHER_HEAD, *OTHER
        )
    )
    assert first.outlet_name == second.outlet_name == "Lantern News"
    assert (second.outlet_evidence or "").endswith("(in another article of the page)")


def test_teasers_are_not_the_article() -> None:
    """Titles and snippets of other stories, and their dates, stay out."""
    teasers = (
        "Latest news",
        "Mill Owners Ask for Cheaper Power in Winter Months",
        "The owners of four mills asked the government on Friday, June 2, 2031, for...",
        "Bridge at Collin to Stay Closed Until the Autumn",
        "Engineers found new cracks in the northern pier and advised the town to...",
    )
    (article,) = read(page_of(HEAD, *STORY, *teasers))
    assert zones(article, ZoneKind.BODY) == list(STORY)
    assert article.published_from is None
    assert article.published_to is None


def test_a_trail_of_sections_glued_to_a_cut_headline_is_furniture() -> None:
    """``IslandsFerry Strike Keeps…`` over the full headline is not the headline."""
    caption = "Oren Hask, head of the ferry crews, at the Ellery harbour wall"
    (article,) = read(
        page_of("IslandsFerry Strike Keeps the Ellery Islands...", HEAD, "-", caption, *STORY)
    )
    assert article.title == HEAD
    assert zones(article, ZoneKind.CAPTION) == [caption]
    assert zones(article, ZoneKind.BODY) == list(STORY)


def test_a_disclaimer_is_kept_apart() -> None:
    """A disclaimer is a zone of its own, never text of the article."""
    words = "Disclaimer: The views of the author do not necessarily reflect the position of the paper."
    (article,) = read(page_of(HEAD, *STORY, words))
    assert zones(article, ZoneKind.DISCLAIMER) == [words]
    assert words not in zones(article, ZoneKind.BODY)


def test_the_day_beside_the_headline_is_taken() -> None:
    """A date line between headline and text gives the day of publication."""
    (article,) = read(page_of(HEAD, "By Ada Kerrin", "14 June 2031, 09:07", *STORY))
    assert str(article.published_from) == str(article.published_to) == "2031-06-14"
    assert article.byline == "Ada Kerrin"


def test_a_title_of_the_pile_is_found_on_the_page() -> None:
    """A headline that metadata gives is the line that says it, not a second copy."""
    (article,) = read(page_of(HEAD, *STORY), Metadata(title=HEAD))
    assert article.text.count(HEAD) == 1
    assert article.page_offset(0) == 0


@pytest.mark.parametrize("text", ["", " \n\n", "Home\nNews\nContact\n"])
def test_a_page_without_text_holds_no_article(text: str) -> None:
    """Empty pages and bare menus give nothing, and no error."""
    assert read(text) == ()


def test_a_single_paragraph_under_a_dateline_is_an_article() -> None:
    """An excerpt of one paragraph is read, its agency credited."""
    lead = "KARSTOVA (Reuters) - The central bank of Moravina kept its main rate on Friday, and said it saw no reason to move."
    (article,) = read(page_of("Moravina bank holds its rate", "Reuters", lead))
    assert zones(article, ZoneKind.BODY) == [lead]
    assert {credit.name for credit in article.credits} == {"Reuters"}


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            (HEAD, *STORY, OTHER_HEAD, *OTHER, "TT", "Show More", "", "Latest news")
        ),
        max_size=14,
    ),
    st.sampled_from(("\n", "\r\n", "\n\n")),
)
def test_every_word_kept_is_the_pages_own(parts: list[str], end: str) -> None:
    """Whatever the page, each run of each article stands on it, and zones do not overlap."""
    text = end.join(parts)
    for article in read(text):
        for run in article.page_spans or ():
            mine = article.text[run.article_start : run.article_start + run.length]
            assert mine == text[run.page_start : run.page_start + run.length]
        ends = 0
        for zone in article.zones:
            assert ends <= zone.start < zone.end <= len(article.text)
            ends = zone.end


@pytest.mark.skipif(not SHARED.is_dir(), reason="the annotated seed pages are not here")
@pytest.mark.parametrize(("seed", "count"), [("002", 1), ("003", 2)])
def test_the_annotated_pages_come_out_as_a_person_read_them(seed: str, count: int) -> None:
    """Body against furniture is right to 98 characters in a hundred, titles and number exact."""
    gold = json.loads((SHARED / "gold" / f"{seed}.json").read_text("utf-8"))
    text = next((SHARED / "seeds").glob(f"{seed}_*.txt")).read_bytes().decode("utf-8")
    articles = read(text)
    assert len(articles) == count
    titles = [a["title"]["text"] if a["title"] else None for a in gold["articles"]]
    assert [article.title for article in articles] == titles
    due = {
        c
        for a in gold["articles"]
        for b in a["body"]
        for c in range(b["start"], b["end"])
        if not text[c].isspace()
    }
    got = {
        article.page_offset(c)
        for article in articles
        for zone in article.zones
        if zone.kind is ZoneKind.BODY
        for c in range(zone.start, zone.end)
        if not article.text[c].isspace()
    }
    assert 2 * len(due & got) / (len(due) + len(got)) >= 0.98


def test_the_owner_of_a_platform_is_not_the_outlet_of_a_post():
    """A post pasted from a platform ends in the platform's copyright line."""
    post = "What the Lorn Post wrote about the harbour is pure fiction. Nobody shut it.\n© 2031 X Corp.\n"
    assert [article.outlet for article in read(post)] == [None]


def test_a_date_in_numbers_is_settled_by_those_of_other_stories():
    """Which number is the day, the dates in the side bar tell; theirs is never taken."""
    text = "\n".join(
        (HEAD, "04/03/2031 13:05", *STORY, "", "Related", OTHER_HEAD, "28/02/2031")
    )
    (article,) = read(text)
    assert (article.published_from, article.published_to) == (date(2031, 3, 4),) * 2
