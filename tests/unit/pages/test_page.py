import hashlib

import pytest

from headwater.model import PageStatus, digest
from headwater.pages import SavedPage, read_page
from headwater.settings import PageSettings

SETTINGS = PageSettings(max_page_bytes=5000)
TEXT = (
    "Storm shuts the harbour of Lorn\n\n"
    "The harbour of Lorn was shut on Monday after two ships ran aground, the city council said.\n\n"
    "Forty more are waiting outside it, and nobody knows how long it will take to free them.\n"
)


def read(content, **more):
    return read_page(SavedPage(name="x", content=content, size=len(content), **more), SETTINGS)


def test_a_page_is_what_its_bytes_are():
    """The id is made from the SHA-256 of the bytes: the same page under two names is one."""
    one, _ = read(TEXT.encode())
    other, _ = read_page(SavedPage(name="y", content=TEXT.encode(), size=9), SETTINGS)
    assert one.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert one.id == other.id == digest("page", one.sha256)
    assert (one.name, one.names, one.size, other.size) == ("x", ("x",), len(TEXT.encode()), 9)


def test_a_page_without_bytes_is_known_by_its_name():
    """What could not be opened has an id too, and keeps the reason it came with."""
    page, articles = read_page(SavedPage(name="x", problem="It is gone. Look."), SETTINGS)
    assert (page.id, page.sha256) == (digest("page", "x"), None)
    assert (page.status, page.reason) == (PageStatus.REFUSED, "It is gone. Look.")
    assert articles == ()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "It is empty."),
        (b" \r\n\xef\xbb\xbf", "It is empty."),
        (b"\xef\xbb\xbf", "It is empty."),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "It is a PNG image, not a page."),
        (b"%PDF-1.4 x", "It is a PDF document, not a page."),
        (b"Lorn\x00\x00\x00\x05\x06" * 20, "It is binary data, not text."),
        (b"x" * 5001, "It holds more than 5,000 bytes."),
        (b"\xff\xfe\x00\xd8", "Its encoding can't be told."),
    ],
)
def test_what_holds_no_text_is_refused_with_reason_and_remedy(content, reason):
    """A refusal says what the thing is, and what to do."""
    page, articles = read(content)
    assert page.status is PageStatus.REFUSED
    assert page.reason.startswith(reason)
    assert len(page.reason) > len(reason) + 10
    assert articles == ()


def test_text_is_read_as_text_with_its_encoding():
    """A plain page has the format text, and its articles map back to it."""
    page, (article,) = read(TEXT.encode("utf-16"))
    assert (page.format, page.encoding, page.status) == ("text", "utf-16", PageStatus.READ)
    assert article.page_id == page.id
    assert all(
        article.text[run.article_start :][: run.length] == TEXT[run.page_start :][: run.length]
        for run in article.page_spans
    )


def test_html_is_known_by_its_bytes_not_by_its_name():
    """Markup makes a page HTML, unless the server called it plain text."""
    content = f"<html><body><article><p>{TEXT}</p></article></body></html>".encode()
    assert read(content)[0].format == "html"
    assert read(content, media_type="text/html")[0].format == "html"
    assert read(content, media_type="text/plain")[0].format == "text"


def test_a_read_page_may_hold_no_article():
    """No article is an answer, not a refusal."""
    page, articles = read(b"<html><body><nav><a href='/'>Home</a></nav></body></html>")
    assert page.status is PageStatus.READ
    assert articles == ()


def test_the_address_of_a_record_tells_the_outlet():
    """Where a page was fetched from, its registry entry is the outlet."""
    content = f"<html><body><article><p>{TEXT}</p></article></body></html>".encode()
    page, (article,) = read(content, url="https://www.reuters.com/world/storm")
    assert page.url == "https://www.reuters.com/world/storm"
    assert article.outlet_name == "Reuters"
