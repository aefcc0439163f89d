import pytest

from headwater.pages.extraction import parse_html
from headwater.pages.metadata import cut_suffix, find_metadata


def read(head="", body="", url=None):
    page = f'<html lang="en-GB"><head>{head}</head><body>{body}<p>Words.</p></body></html>'
    return find_metadata(parse_html(page), url)


LD = '<script type="application/ld+json">{}</script>'


def test_the_headline_is_the_heading_that_the_title_repeats():
    """The logo is a heading too; the headline is the one the metadata's title repeats."""
    found = read(
        "<title>Storm shuts the harbour of Lorn | The Lorn Post</title>",
        "<h1>The Lorn Post</h1><h1>Storm shuts the\n harbour of Lorn</h1>",
    )
    assert found.title == "Storm shuts the harbour of Lorn"


def test_a_title_without_heading_loses_the_name_of_its_outlet():
    """Where no heading shows it, the title is that of the metadata, without the outlet."""
    site = '<meta property="og:site_name" content="Lorn Post">'
    found = read(f"{site}<title>Storm shuts harbour - The Lorn Post</title>")
    assert found.title == "Storm shuts harbour"


@pytest.mark.parametrize(
    ("title", "cut"),
    [
        ("Storm shuts harbour in Lorn | World | Lorn Post", "Storm shuts harbour in Lorn"),
        ("Storm shuts harbour - Reuters", "Storm shuts harbour"),
        ("Storm - a history", "Storm - a history"),
        ("Lorn: the storm", "Lorn: the storm"),
        ("Long-term loss", "Long-term loss"),
    ],
)
def test_only_names_of_outlets_are_cut_off(title, cut):
    """A dash inside a headline stays; the registry's names and what stands after a bar go."""
    assert cut_suffix(title) == cut


def test_a_title_escaped_twice_is_read():
    """Content systems escape what is escaped."""
    meta = '<meta property="og:title" content="Lorn &amp;#039;shut&amp;#039;">'
    assert read(meta).title == "Lorn 'shut'"


def test_the_address_tells_the_outlet_before_the_metadata_does():
    """A syndicated copy keeps the metadata of its origin; the address is where it was found."""
    head = '<meta property="og:site_name" content="Lorn Post">'
    found = read(head, url="https://www.reuters.com/world/x")
    assert found.outlet_name == "Reuters"
    assert found.outlet_id is not None
    assert found.outlet_evidence == "domain: reuters.com"


def test_the_publisher_of_the_markup_is_the_outlet():
    """Without a known address, JSON-LD comes before og:site_name, and that before the host."""
    publisher = '{"@type": "NewsArticle", "publisher": {"name": "The Lorn Post"}}'
    site = '<meta property="og:site_name" content="Lornpost.example">'
    url = "https://lornpost.example/1"
    assert read(LD.format(publisher) + site, url=url).outlet_name == "The Lorn Post"
    assert read(site, url=url).outlet_evidence == "metadata: og:site_name"
    assert read(url=url).outlet_evidence == "domain: lornpost.example"


def test_a_page_that_says_nothing_has_no_outlet():
    """None is the answer where neither page nor address says who publishes."""
    assert read().outlet_name is None
    assert read(url="http://[broken").outlet_name is None


@pytest.mark.parametrize(
    ("head", "body", "byline"),
    [
        (
            LD.format('{"@type": "NewsArticle", "author": [{"name": "A B"}, "C D"]}'),
            "",
            "A B, C D",
        ),
        ('<meta name="author" content="By Ann Other">', "", "Ann Other"),
        ('<meta property="article:author" content="https://face.example/ann">', "", None),
        ("", '<span itemprop="author"><b itemprop="name">Ann Other</b></span>', "Ann Other"),
        ("", "", None),
    ],
)
def test_the_author_is_a_name_and_not_an_address(head, body, byline):
    """Authors come from JSON-LD, the head or the markup; profile addresses are no names."""
    assert read(head, body).byline == byline


@pytest.mark.parametrize("junk", ["{", "[" * 100_000, "null", '{"@type": 5}', ""])
def test_broken_json_ld_is_passed_over(junk):
    """Half of the world's JSON-LD is written by hand."""
    assert read(LD.format(junk) + "<title>Storm over Lorn</title>").title == "Storm over Lorn"


def test_the_language_is_the_one_the_page_declares():
    """A hint only: the two letters of the html element."""
    assert read().language == "en"


def test_the_end_of_the_title_names_an_outlet_that_nothing_else_names():
    """A page without metadata keeps the outlet in its title; any other end of it is no outlet."""
    assert read("<title>Storm shuts harbour - Reuters</title>").outlet_name == "Reuters"
    assert read("<title>Storm shuts harbour | World</title>").outlet_name is None
    site = '<meta property="og:site_name" content="Lorn Post">'
    assert read(f"{site}<title>Storm - Reuters</title>").outlet_name == "Lorn Post"


def test_the_end_of_the_title_spells_the_address():
    """An unknown outlet is called as its title has it, where its address says the same."""
    title = "<title>Storm shuts harbour - Lorn Post</title>"
    assert read(title, url="https://www.lornpost.com/1").outlet_name == "Lorn Post"
    assert read(title, url="https://www.lorn.com/1").outlet_name == "lorn.com"


def test_the_title_of_a_whole_site_is_no_headline():
    """A print view may keep the site's own title: the headline is the first heading."""
    head = "<title>Sudan Tribune: news and views</title>"
    found = read(head, "<h2>Storm shuts the harbour of Lorn</h2>")
    assert found.title == "Storm shuts the harbour of Lorn"
    assert found.outlet_name == "Sudan Tribune"


@pytest.mark.parametrize(
    "name", ["X (formerly Twitter)", "Telegram", "Facebook", "YouTube", "Reddit, Inc."]
)
def test_a_platform_is_nobodys_outlet(name):
    """Who publishes on a platform is not the platform."""
    site = f'<meta property="og:site_name" content="{name}">'
    assert read(site, url="https://x.com/lorn/status/1").outlet_name is None
    assert read('<meta property="og:site_name" content="X Post">').outlet_name == "X Post"


def test_a_copy_in_the_web_archive_is_of_the_page_it_copies():
    """The archive's address holds the outlet's."""
    url = "https://web.archive.org/web/20310312000000/https://www.reuters.com/x"
    assert read(url=url).outlet_name == "Reuters"
