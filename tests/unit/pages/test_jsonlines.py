import json
from datetime import date

import pytest

from headwater.errors import UnreadablePage
from headwater.model import PageStatus
from headwater.pages import find_pages, read_page
from headwater.pages.jsonlines import is_json_lines, read_json_page
from headwater.settings import PageSettings

TEXT = (
    "The harbour of Lorn was shut on Monday after two ships ran aground, the city council said. "
    "Forty more are waiting outside it, and nobody knows how long it will take to free them."
)


def pile(tmp_path, *lines, limit=20_000_000):
    (tmp_path / "pile.jsonl").write_bytes(b"\n".join(lines))
    settings = PageSettings(max_page_bytes=limit)
    return [read_page(saved, settings) for saved in find_pages([tmp_path], settings)]


def line(**fields):
    return json.dumps({"text": TEXT, **fields}, ensure_ascii=False).encode()


def test_a_bad_line_is_refused_by_its_number_and_the_rest_is_read(tmp_path):
    """Lines keep their own numbers, blank ones included; one that is broken sinks no other."""
    found = pile(tmp_path, line(), b"", b'{"text": ', line(title="Two"))
    status = {page.name: page.status for page, _ in found}
    assert status == {
        "pile.jsonl:1": PageStatus.READ,
        "pile.jsonl:3": PageStatus.REFUSED,
        "pile.jsonl:4": PageStatus.READ,
    }


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        (b'{"text": 5}', r"Expected `str \| null`, got `int` - at `\$.text`"),
        (b'{"title": "x"}', "neither a text nor an html field"),
        (b"[1]", "Expected `object`, got `array`"),
        (b'{"text": "\xff"}', "(can't decode byte 0xff|Invalid UTF-8)"),
        (b"[" * 100_000, "can't be used"),
    ],
)
def test_the_reason_names_the_field(bad, told):
    """A line that can't be used says what is wrong, and where in it."""
    with pytest.raises(UnreadablePage, match=told):
        read_json_page(bad, where="pile.jsonl:1")


@pytest.mark.parametrize(
    ("given", "low", "high"),
    [
        ("2024-05-17", date(2024, 5, 17), date(2024, 5, 17)),
        ("2024-05-17T23:30:00+02:00", date(2024, 5, 17), date(2024, 5, 17)),
        ("Fri, 17 May 2024 08:00:00 GMT", date(2024, 5, 17), date(2024, 5, 17)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        (2024, date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_a_given_date_is_the_days_it_names(tmp_path, given, low, high):
    """A month is all its days, and the evidence is that it was given."""
    ((_, (article,)),) = pile(tmp_path, line(title="Harbour shut", published=given))
    assert (article.published_from, article.published_to) == (low, high)
    assert article.date_evidence == "given"


@pytest.mark.parametrize("given", ["soon", "2024-13", "2024-02-31", "", 1715900000])
def test_a_given_date_that_is_junk_is_no_date(tmp_path, given):
    """A date nobody can read is kept as given, and read as none."""
    ((page, (article,)),) = pile(tmp_path, line(title="Harbour shut", published=given))
    assert page.status is PageStatus.READ
    assert page.given_published == str(given)
    assert article.published_from is None


def test_what_the_pile_says_of_outlet_and_title_wins(tmp_path):
    """The collector knows whom he asked: outlet and title are as given."""
    ((page, (article,)),) = pile(
        tmp_path,
        line(title="Harbour shut", outlet="The Lorn Post", url="https://reuters.com/x"),
    )
    assert (article.outlet_name, article.outlet_evidence) == ("The Lorn Post", "given")
    assert article.title == "Harbour shut"
    assert (page.given_outlet, page.given_title) == ("The Lorn Post", "Harbour shut")


def test_a_line_of_html_is_read_as_html(tmp_path):
    """The field says what it holds; the given date wins over the page's own."""
    html = (
        '<html><head><meta property="article:published_time" content="2020-01-01"></head>'
        f"<body><article><h1>Harbour shut</h1><p>{TEXT}</p></article></body></html>"
    )
    fields = json.dumps({"html": html, "published": "2024-05-17"}).encode()
    ((page, (article,)),) = pile(tmp_path, fields)
    assert page.format == "html"
    assert article.published_from == date(2024, 5, 17)
    assert TEXT in article.text


def test_a_line_over_the_limit_is_refused_alone(tmp_path):
    """A line larger than a page may be is skipped over, and the next one keeps its number."""
    found = pile(tmp_path, line(), b'{"text": "' + b"x" * 3000 + b'"}', line(), limit=1000)
    assert [(page.name, page.status.value) for page, _ in found] == [
        ("pile.jsonl:1", "read"),
        ("pile.jsonl:2", "refused"),
        ("pile.jsonl:3", "read"),
    ]


def test_json_lines_are_known_by_name_or_by_their_first_line():
    """A suffix is believed; without it, the first line must look like a page."""
    assert is_json_lines("pile.NDJSON.gz", b"anything")
    assert is_json_lines("pile", b'{"url": "x", "text": "y"}\n')
    assert not is_json_lines("pile", b'{"url": "x"}\n')
    assert not is_json_lines("page.html", b"<html>")
