import dataclasses
import re
from html.parser import HTMLParser

import pytest
import small_case

from headwater.case import Case
from headwater.faces.report import desk
from headwater.faces.report.brief import write_brief
from headwater.model import Story


class Page(HTMLParser):
    """The tags, anchors and visible words of a page."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.ids, self.links, self.attributes, self.words = [], [], [], [], ""
        self.feed(html)
        self.words = " ".join(self.words.split())

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.append(tag)
        self.attributes += given.items()
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []

    def handle_data(self, data):
        self.words += data


@pytest.fixture
def html(case):
    return write_brief(case)


@pytest.fixture
def page(html):
    return Page(html)


def test_a_page_cannot_put_anything_into_the_brief(page):
    """Markup in a title, a name or a text is shown as text; the only script is our own."""
    assert page.tags.count("script") == 1
    assert "i" not in page.tags
    assert "b" not in page.tags
    assert "<script>alert('pier')</script>" in page.words
    assert "<i>tired</i>" in page.words
    assert "refused: is <b>empty</b>" in page.words


def test_the_brief_needs_nothing_from_anywhere(html, page):
    """No address stands in it, every link leads to a place in it, and it forbids connections."""
    assert not re.search(r"https?://|//cdn|@import|url\(", html)
    assert all(link.startswith("#") and link[1:] in page.ids for link in page.links)
    assert "default-src 'none'" in html


def test_every_anchor_is_there_once(page):
    """No two places of the page have the same name."""
    assert len(page.ids) == len(set(page.ids))


def test_the_script_is_the_one_the_page_allows(html):
    """The digest in the policy is that of the script, or the browser would not run it."""
    import base64  # noqa: PLC0415 - here only
    import hashlib  # noqa: PLC0415

    script = html.split("<script>")[1].split("</script>")[0]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in html


@pytest.mark.parametrize(
    "words",
    [
        "2 pages, 2 outlets, 1–2 origins",
        "on the word of harbour master",
        "both rest on the harbour master",
        "Courier ← Velden ← “two <i>tired</i> sources”",
        "The Velden agency: two piers were shut at Port Maren, the harbour master said.",
        "number changed: two piers → At least two piers",
        "Cannot all be true (number): two, or more than two. Some: Velden. Others: Courier",
        "two tired sources (they cite one another)",
        "“Velden reports” names the agency",
        "Marenpost no date Courier",
        "a/agency.txt",
        "2031-05-04 to 2031-05-05",
    ],
)
def test_the_brief_tells(page, words):
    """Claims, counts, reasons, chains, words, drifts, contradictions and ghosts are all shown."""
    assert words in page.words


def test_what_is_told_on_several_pages_stands_at_the_head(case, page, html):
    """The first screen says what is told most, by how many, and on whose word; what one page tells stays below."""
    glance = html.split("At a glance")[1].split("<h2>Stories")[0]
    several = [claim.id for claim in case.claims() if len(claim.article_ids) > 1]
    assert re.findall(r"#c-([\w-]+)", glance) == several
    words = Page(glance).words
    assert "2 pages, 2 outlets, 1–2 origins" in words
    assert "on the word of harbour master" in words
    assert "not all tell it alike" in words
    assert words in page.words


def test_one_telling_is_open_and_the_others_are_counted(html):
    """No claim stands without words of a page; the others are one click away."""
    for claim in html.split('<article class="claim"')[1:]:
        assert 'class="telling"' in claim.split("<details")[0]
    assert "1 more telling<" in html


def test_the_telling_that_gives_a_claim_its_words_is_the_open_one(case):
    """Whoever reads the claim finds its words below it, though others told it before."""
    (view, *_) = (
        c for s in desk.lay_desk(case).stories for c in s.claims if len(c.tellings) > 1
    )
    for telling in view.tellings:
        claim = dataclasses.replace(view.line.claim, text=telling.statement.words)
        assert desk.in_order(view.tellings, claim)[0].statement.words == claim.text


def test_of_one_day_the_telling_that_says_whose_word_it_is_comes_first(case):
    """An outlet's own voice on the same day has it from somebody it does not name."""
    (view, *_) = (
        c for s in desk.lay_desk(case).stories for c in s.claims if len(c.tellings) > 1
    )
    one = view.tellings[0]
    days = {"published_from": None, "published_to": None}
    article = dataclasses.replace(one.article, **days)
    own, near, far = (
        dataclasses.replace(one, article=article, statement=dataclasses.replace(one.statement, depth=n))
        for n in range(3)
    )  # fmt: skip
    assert sorted((far, own, near), key=desk.told_when) == [near, far, own]


def test_a_link_shows_how_it_is_known(html):
    """A link that was only inferred does not look like one that was named."""
    assert re.search(r'class="link inferred" data-basis="inferred"[^>]*>“two', html)
    assert re.search(r'class="link explicit" data-basis="explicit"[^>]*>Velden<', html)


def test_every_telling_has_its_place(page):
    """A telling carries the statement, the article and the place of its words."""
    span = small_case.paper_page().articles[0].statements[0].content[0]
    assert ("data-start", str(span.start)) in page.attributes
    assert ("data-end", str(span.end)) in page.attributes


def test_the_same_case_gives_the_same_brief(case, html):
    """Two briefs of a case do not differ by a byte."""
    assert write_brief(case) == html


def test_what_is_left_out_is_counted(case, monkeypatch):
    """Claims and stories beyond the limit are told by number."""
    monkeypatch.setattr(desk, "CLAIMS_SHOWN", 1)
    assert "and 1 more claim in the case." in Page(write_brief(case)).words
    monkeypatch.setattr(desk, "STORIES_SHOWN", 0)
    words = Page(write_brief(case)).words
    assert "and 1 more story in the case." in words
    assert "and 2 more articles in the case." in words


def test_a_telling_from_a_story_that_is_left_out_still_has_its_text(monkeypatch):
    """Whatever words are shown, the article they are from is in the appendix."""
    links = small_case.links()
    agency, paper = (f.articles[0].article.id for f in small_case.pile() if f.articles)
    apart = tuple(Story(id=key, article_ids=(key,)) for key in (agency, paper))
    monkeypatch.setattr(desk, "STORIES_SHOWN", 1)
    with Case.in_memory() as case:
        for findings in small_case.pile():
            case.add(findings)
        case.replace_links(dataclasses.replace(links, stories=apart))
        page = Page(write_brief(case))
    assert {f"a-{agency}", f"a-{paper}"} <= set(page.ids)


def test_a_case_with_nothing_in_it_has_a_brief():
    """An empty pile, and one where all was refused, are briefs like others."""
    with Case.in_memory() as case:
        case.add(small_case.refused("c/empty.txt"))
        page = Page(write_brief(case))
    assert "No story was found" in page.words
    assert "0 pages read, 1 refused" in page.words


def test_passages_that_overlap_are_all_marked():
    """Nested statements leave the text whole, and each has its own beginning."""
    found = small_case.agency_page().articles[0]
    inner = dataclasses.replace(
        found.statements[0],
        id="inner",
        content=(dataclasses.replace(found.statements[0].content[0], start=23, text="x" * 29),),
    )
    segments = desk.split_passages(found.article, [found.statements[0], inner], [])
    assert "".join(s.text for s in segments) == found.article.text
    assert [len(s.part_of) for s in segments] == [0, 1, 2, 0]
    assert segments[2].begins == ("s-inner",)


def test_a_page_without_an_article_stands_in_the_pile():
    """What was read and gave nothing is not passed over in silence."""
    with Case.in_memory() as mine:
        mine.add(dataclasses.replace(small_case.paper_page(), articles=()))
        page = Page(write_brief(mine))
    name = small_case.paper_page().page.name
    assert f"{name}no article was found on it" in page.words


def test_both_sides_of_a_contradiction_are_named_once(case):
    """An article that says it twice is one link."""
    laid = desk.lay_desk(case)
    (contradiction,) = case.contradictions()
    twice = dataclasses.replace(contradiction, statement_ids=contradiction.statement_ids * 2)
    assert laid.sides(twice) == laid.sides(contradiction)
    assert [len(side) for side in laid.sides(contradiction)] == [1, 1]
