from datetime import date

import pytest

from headwater.pages.extraction import parse_html
from headwater.pages.jsonld import find_article_object
from headwater.pages.published import find_published, read_day, search_published

DAY = date(2024, 5, 17)


def find(head="", body="", url=None):
    tree = parse_html(f"<html><head>{head}</head><body>{body}<p>Words.</p></body></html>")
    found = find_published(tree, find_article_object(tree), url)
    return found and found.low


def ld(day, more=""):
    fields = f'"@type": "NewsArticle", "headline": "Storm", "datePublished": "{day}"{more}'
    return f'<script type="application/ld+json">{{{fields}}}</script>'


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (ld("2024-05-17T09:00:00+02:00"), ""),
        (ld("Fri, May 17 2024 10:01:41 EDT"), ""),
        ('<meta property="article:published_time" content="2024-05-17T00:10:00+03:00">', ""),
        ('<meta name="pubdate" content="20240517">', ""),
        ("", '<meta itemprop="datePublished" content="2024-05-17">'),
        ("", '<span itemprop="datePublished">17 May 2024</span>'),
        ("", '<h1>Storm</h1><div><time datetime="2024-05-17">Friday</time></div>'),
        ("", "<article><time pubdate>May 17, 2024</time></article>"),
    ],
)
def test_the_day_is_found_where_pages_say_it(head, body):
    """JSON-LD, the head, the marked date and the time beside the headline tell the day."""
    assert find(head, body) == DAY


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta property="article:modified_time" content="2024-05-17">', ""),
        ("", '<aside><span itemprop="datePublished">17 May 2024</span></aside>'),
        ("", '<aside><article><time pubdate datetime="2024-05-17">x</time></article></aside>'),
        (ld("soon"), ""),
        (ld("2024-13-45"), ""),
        (ld("9024-01-01"), ""),
    ],
)
def test_other_days_are_traps(head, body):
    """A change, a side bar and a date that is none do not tell the day of publication."""
    assert find(head, body) is None


def test_the_fullest_article_object_is_the_article():
    """Teasers are articles in JSON-LD too, with less said of them."""
    teaser = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2020-01-02"}</script>'
    assert find(teaser + ld("2024-05-17", ', "author": "A B"')) == DAY


@pytest.mark.parametrize(
    ("stamp", "url", "day"),
    [
        ("2024-05-18T01:10:00Z", "https://lorn.example/2024/05/17/storm", date(2024, 5, 17)),
        ("2024-05-17T22:10:00Z", "https://lorn.example/2024/05/18/storm", date(2024, 5, 18)),
        ("2024-05-18T19:10:00Z", "https://lorn.example/2024/05/17/storm", date(2024, 5, 18)),
        (
            "2024-05-18T01:10:00-04:00",
            "https://lorn.example/2024/05/17/storm",
            date(2024, 5, 18),
        ),
        ("2024-05-18T01:10:00Z", "https://lorn.example/2023/05/17/storm", date(2024, 5, 18)),
    ],
)
def test_greenwich_yields_to_the_day_at_the_desk(stamp, url, day):
    """An hour in Greenwich time may be the evening before, where the address says so."""
    assert find(ld(stamp), url=url) == day


@pytest.mark.parametrize(
    "words",
    ["03/04/2019", "yesterday", "", "2024", "17 May 2024 to 19 June 2024 and 2024-02-31x"],
)
def test_a_day_is_read_only_where_one_is_written(words):
    """Both readings of 03/04 are one too many."""
    assert read_day(words) in (None, DAY)
    assert read_day("03/04/2019") is None


def test_a_bare_year_is_no_day():
    """A copyright line is not a date of publication."""
    tree = parse_html(
        "<html><body><p>Words.</p><footer>© 2020 Lorn Post</footer></body></html>"
    )
    assert search_published(tree, None) is None


def test_the_address_tells_the_day_where_nothing_else_does():
    """The day in an address is the desk's own."""
    tree = parse_html("<html><body><p>Words.</p></body></html>")
    found = search_published(tree, "https://lorn.example/2024/05/17/storm.html")
    assert found.low == found.high == DAY
    assert found.evidence.startswith("metadata: htmldate")
