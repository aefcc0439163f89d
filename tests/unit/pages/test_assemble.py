from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.model import Article, Page, PageStatus, ZoneKind
from headwater.pages.assemble import Block, Metadata, assemble


def a_page() -> Page:
    return Page(
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


def put_together(
    *paragraphs: str,
    title: str | None = None,
    known: Metadata | None = None,
    around: tuple[str, ...] = (),
) -> Article:
    blocks = [Block(text=words, kind=ZoneKind.BODY) for words in paragraphs]
    return assemble(
        a_page(),
        ordinal=0,
        title=title,
        blocks=blocks,
        known=known or Metadata(),
        furniture=around,
    )


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            st.text(alphabet=st.sampled_from("ab \n…é"), max_size=12),
            st.sampled_from([ZoneKind.BODY, ZoneKind.CAPTION]),
        ),
        max_size=6,
    )
)
def test_every_run_gives_back_the_words_of_the_page(parts: list[tuple[str, ZoneKind]]) -> None:
    """Each run of the article is the page's own words; zones tile without overlap."""
    page_text, blocks = "", []
    for words, kind in parts:
        blocks.append(Block(text=words, kind=kind, page_start=len(page_text)))
        page_text += words + "\n"
    article = assemble(a_page(), ordinal=0, title=None, blocks=blocks, known=Metadata())
    for run in article.page_spans or ():
        mine = article.text[run.article_start : run.article_start + run.length]
        assert mine == page_text[run.page_start : run.page_start + run.length]
    ends = 0
    for zone in article.zones:
        assert ends <= zone.start < zone.end <= len(article.text)
        ends = zone.end


def test_an_article_without_headline_is_incomplete() -> None:
    """Without a headline the title stays None; the first sentence is never made one."""
    article = put_together("The wells are dry.", "Nobody knows why.")
    assert article.title is None
    assert article.incomplete
    assert article.text == "The wells are dry.\n\nNobody knows why."
    assert article.page_spans is None


def test_a_title_from_outside_heads_the_text() -> None:
    """A headline that metadata gives stands first, as a zone of its own."""
    article = put_together("The wells are dry.", known=Metadata(title="Dry wells"))
    assert article.title == "Dry wells"
    assert article.text.startswith("Dry wells\n\n")
    assert article.zones[0].kind is ZoneKind.TITLE
    assert not article.incomplete


def test_what_metadata_says_wins() -> None:
    """A given outlet and day stand against a dateline and a date line."""
    day = date(2030, 1, 2)
    known = Metadata(
        outlet_name="The Sound Courier",
        outlet_evidence="given",
        published_from=day,
        published_to=day,
        date_evidence="given",
    )
    article = put_together(
        "Lantern News/ The fleet left.", known=known, around=("May 4, 2029",)
    )
    assert article.outlet_name == "The Sound Courier"
    assert article.outlet_evidence == "given"
    assert article.outlet is not None
    assert article.outlet.startswith("case/")
    assert (article.published_from, article.published_to) == (day, day)


def test_a_house_that_signs_with_a_stroke_is_the_outlet() -> None:
    """``Lantern News/`` at the head of the text names its publisher, and stays in the text."""
    article = put_together("Lantern News/ The fleet left port.")
    assert article.outlet_name == "Lantern News"
    assert article.dateline == "Lantern News/"
    assert article.text.startswith("Lantern News/ The fleet")


def test_an_agency_in_the_dateline_is_credited_and_not_the_outlet() -> None:
    """``(Reuters) -`` says whose text it is, not which site prints it."""
    article = put_together("KARSTOVA, May 17 (Reuters) - The bank held its rate.", "No more.")
    assert article.outlet is None
    assert article.dateline == "KARSTOVA, May 17 (Reuters)"
    assert [(c.name, c.words, c.photo) for c in article.credits] == [
        ("Reuters", "(Reuters)", False)
    ]


def test_a_disclaimer_names_the_outlet() -> None:
    """A disclaimer says whose standpoint it is not: that is the publisher."""
    words = "Disclaimer: views do not reflect the official standpoint of Lantern News Agency."
    blocks = [
        Block(text="The fleet left.", kind=ZoneKind.BODY),
        Block(text=words, kind=ZoneKind.DISCLAIMER),
    ]
    article = assemble(a_page(), ordinal=0, title=None, blocks=blocks, known=Metadata())
    assert article.outlet_name == "Lantern News Agency"
    assert (article.outlet_evidence or "").startswith("disclaimer: ")


def test_a_paper_told_in_the_lead_and_never_cited_is_the_outlet() -> None:
    """Sources that tell one paper in the lead speak to the page's own paper."""
    article = put_together(
        "The wells are dry, two officials told The Guardian.", "More follows."
    )
    assert article.outlet_evidence == "told: told The Guardian"


def test_a_cited_paper_is_never_the_outlet() -> None:
    """Once the text cites the paper as somebody else's report, it is not the page's outlet."""
    article = put_together(
        "The wells are dry, two officials told The Guardian.",
        "The Guardian reported that nobody knows why.",
    )
    assert article.outlet is None


def test_ids_depend_on_the_words_alone() -> None:
    """The same page, place and words give the same id; other words give another."""
    assert put_together("One.").id == put_together("One.").id
    assert put_together("One.").id != put_together("Two.").id


def test_a_note_of_the_desk_is_parted_from_the_paragraph_it_is_glued_to() -> None:
    """Who reported and what was mended is no part of the news."""
    article = put_together(
        "The bank held its rate.",
        "No change is due. An earlier version of this article said that one was.",
    )
    kinds = [zone.kind for zone in article.zones]
    assert kinds == [ZoneKind.BODY, ZoneKind.BODY, ZoneKind.DISCLAIMER]
    note = article.zones[-1]
    assert article.text[note.start : note.end].startswith("An earlier version")
