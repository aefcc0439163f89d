from dataclasses import replace
from datetime import date

import pytest

from headwater.model import Page, PageStatus, ZoneKind
from headwater.pages.assemble import Metadata
from headwater.pages.html import read_html
from headwater.settings import PageSettings

PARAGRAPHS = (
    "LORN (Reuters) - The harbour of Lorn was shut on Monday after two ships ran aground in the storm.",
    "Forty more ships are waiting outside the breakwater, the harbour master told reporters at noon.",
    "“Nobody knows how long it will take,” she said, and added that tugs had been sent for.",
    "The town council will meet on Thursday to discuss what it should do about the loss of trade.",
)
PAGE = Page(
    id="p", name="x.html", names=("x.html",), url=None, sha256=None, size=None, format="html",
    encoding="utf-8", status=PageStatus.READ, reason=None,
)  # fmt: skip
HEAD = '<title>Storm shuts the harbour of Lorn | The Lorn Post</title><meta property="og:site_name" content="The Lorn Post">'
FIGURE = (
    "<figure><img src='x.jpg'><figcaption>Ships off Lorn on 9 May 2024.</figcaption></figure>"
)
NAV = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
SIDE = "<aside><h3>Most read</h3><p>2 January 2020</p><ul><li><a href='/a'>Cats of the year</a></li></ul></aside>"


def html(paragraphs=PARAGRAPHS, head=HEAD, top="", after=""):
    """A page with all that surrounds an article."""
    first, *rest = (f"<p>{words}</p>" for words in paragraphs)
    return (
        f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{NAV}<main><article>"
        f"<h1>Storm shuts the harbour of Lorn</h1>{top}{first}{FIGURE}{''.join(rest)}</article>"
        f"{after}</main>{SIDE}<footer>© 2019 The Lorn Post</footer></body></html>"
    )


def read(text, page=PAGE, known=None):
    return read_html(text, page, known or Metadata(), PageSettings())


def zones(article, kind):
    return [article.text[z.start : z.end] for z in article.zones if z.kind is kind]


def test_headline_and_paragraphs_come_in_reading_order():
    """The headline is the title zone, each paragraph one body zone, and no furniture is there."""
    (article,) = read(html())
    assert article.title == "Storm shuts the harbour of Lorn"
    assert zones(article, ZoneKind.TITLE) == [article.title]
    assert zones(article, ZoneKind.BODY) == list(PARAGRAPHS)
    assert article.page_spans is None


def test_a_caption_is_a_zone_of_its_own_where_the_page_shows_it():
    """Captions stand between the paragraphs they stand between on the page."""
    (article,) = read(html())
    assert [zone.kind.value for zone in article.zones][:4] == [
        "title",
        "body",
        "caption",
        "body",
    ]
    assert zones(article, ZoneKind.CAPTION) == ["Ships off Lorn on 9 May 2024."]


def test_captions_of_teasers_are_left_out():
    """A caption above the headline, below the last paragraph, or inside a link, is another story's."""
    teaser = "<figure><figcaption>A cat.</figcaption></figure>"
    linked = "<a href='/cat'><figure><figcaption>Another cat.</figcaption></figure></a>"
    (article,) = read(html(top=linked, after=teaser).replace("<main>", f"<main>{teaser}"))
    assert zones(article, ZoneKind.CAPTION) == ["Ships off Lorn on 9 May 2024."]


def test_every_part_can_be_found_again_on_the_page():
    """Each zone has an anchor: its first words, and the visible words around them."""
    (article,) = read(html())
    assert [(a.start, a.end) for a in article.anchors] == [
        (z.start, z.end) for z in article.zones
    ]
    second = next(a for a in article.anchors if a.quote.startswith("Forty"))
    assert second.quote == PARAGRAPHS[1][:60]
    assert second.prefix.endswith("Ships off Lorn on 9 May 2024. ")
    assert second.suffix == PARAGRAPHS[1][60:92]
    assert all(len(a.prefix) <= 32 and len(a.suffix) <= 32 for a in article.anchors)


def test_a_sentence_told_twice_is_anchored_in_its_place():
    """A quote that stands on the page twice is looked for after the paragraph before it."""
    repeated = f"<p class='teaser'><a href='/x'>{PARAGRAPHS[3]}</a></p>"
    (article,) = read(html().replace("<main>", f"<main>{repeated}"))
    last = article.anchors[-1]
    assert last.quote == PARAGRAPHS[3][:60]
    assert last.prefix.strip().endswith("tugs had been sent for.")


def test_the_date_line_beside_the_headline_tells_the_day():
    """Where metadata is silent, the article's own head speaks; side bar and photo do not."""
    (article,) = read(html(top="<div class='meta'>By Ann Other, 17 May 2024</div>"))
    assert article.published_from == article.published_to == date(2024, 5, 17)
    assert article.date_evidence == "byline: 17 May 2024"


def test_without_a_date_only_the_photo_bounds_the_day():
    """A caption's date is a lower bound; the side bar's, and the year below, are traps."""
    (article,) = read(html())
    assert (article.published_from, article.published_to) == (date(2024, 5, 9), None)


def test_an_address_older_than_the_photo_is_not_believed():
    """An article can't be older than the photo in it."""
    older, newer = (
        replace(PAGE, url=f"https://lorn.example/2024/05/{day}/storm") for day in ("08", "17")
    )
    assert read(html(), older)[0].published_to is None
    assert read(html(), newer)[0].published_to == date(2024, 5, 17)


def test_a_date_in_another_language_is_read():
    """The article's own head is read in many languages."""
    (article,) = read(html(top="<div>Publicado el 17 de mayo de 2024</div>"))
    assert article.published_to == date(2024, 5, 17)


def test_what_the_pile_knows_wins_as_a_whole():
    """A given outlet does not take on the id or the evidence of the page's own."""
    known = Metadata(outlet_name="The Gull", outlet_evidence="given", title="Given")
    (article,) = read(html(), replace(PAGE, url="https://reuters.com/x"), known)
    assert (article.outlet_name, article.outlet_evidence) == ("The Gull", "given")
    assert article.outlet == read(html(), known=known)[0].outlet
    assert article.title == "Given"


def test_dateline_outlet_and_language_are_found():
    """The page's site is its outlet; the agency in the dateline is not."""
    (article,) = read(html())
    assert article.outlet_name == "The Lorn Post"
    assert article.dateline
    assert article.language == "en"


def test_a_page_reads_the_same_alone_and_after_others():
    """The library keeps caches; nothing of one page may show in the next."""
    alone = read(html())
    for number in range(5):
        read(html([f"{words} {number}" for words in PARAGRAPHS]))
        read(html())
    assert read(html()) == alone


def test_line_breaks_part_paragraphs():
    """Old pages set their paragraphs apart with line breaks."""
    text = html(["<br><br>".join(PARAGRAPHS)]).replace(FIGURE, "")
    assert zones(read(text)[0], ZoneKind.BODY) == list(PARAGRAPHS)


def test_lists_and_quotations_stay_in_their_place():
    """Items and quotations are parts of the text, in the order of the page."""
    quoted = f"<blockquote><p>{PARAGRAPHS[2]}</p></blockquote>"
    items = "".join(f"<li>{n} ships wait off the {n}th pier of Lorn.</li>" for n in (4, 5))
    text = html().replace(f"<p>{PARAGRAPHS[2]}</p>", f"{quoted}<ul>{items}</ul>")
    body = zones(read(text)[0], ZoneKind.BODY)
    assert body == [
        *PARAGRAPHS[:3],
        "4 ships wait off the 4th pier of Lorn.",
        "5 ships wait off the 5th pier of Lorn.",
        PARAGRAPHS[3],
    ]


@pytest.mark.parametrize(
    "text", ["", " ", "<html></html>", "<!-- x -->", "<html><body></body></html>"]
)
def test_a_page_without_words_has_no_article(text):
    """Nothing to read is no article, and no error."""
    assert read(text) == ()


@pytest.mark.parametrize(
    "tags",
    ["<div>" * 20_000, "<b><i>" * 20_000, "<table><tr><td>" * 3000, "<p" * 5000, "</p>" * 5000],
)
def test_hostile_nesting_neither_hangs_nor_crashes(tags):
    """However deep or broken, a page gives an article or none."""
    assert len(read(f"<html><body>{tags}{''.join(PARAGRAPHS)}")) <= 1


def test_a_page_too_large_for_the_extractor_is_read_plainly():
    """Above the limit of elements the plain paragraphs of prose are taken."""
    settings = PageSettings(max_html_elements=10)
    (article,) = read_html(html(), PAGE, Metadata(), settings)
    assert zones(article, ZoneKind.BODY) == list(PARAGRAPHS)


def test_where_the_extractor_fails_the_paragraphs_are_taken(monkeypatch):
    """A failure inside the library costs one page its finish, not the pile its run."""

    def fail(*_args, **_more):
        raise IndexError

    monkeypatch.setattr("trafilatura.bare_extraction", fail)
    (article,) = read(html())
    assert zones(article, ZoneKind.BODY) == list(PARAGRAPHS)


def test_the_author_in_the_metadata_credits_the_agency():
    """Whom only the metadata name as author is credited as if a line said so."""
    head = HEAD + '<meta name="author" content="Associated Press">'
    text = html(PARAGRAPHS[1:], head=head)
    assert [credit.name for credit in read(text)[0].credits] == ["Associated Press"]


def test_an_article_behind_a_paywall_is_incomplete():
    """The site's own line says that there is more, and is no paragraph."""
    (article,) = read(html((*PARAGRAPHS, "You have 60% of this article left to read.")))
    assert article.incomplete
    assert "60%" not in article.text
    assert not read(html())[0].incomplete
