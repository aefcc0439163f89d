from datetime import date

from headwater.model import Page, PageStatus
from headwater.pages.assemble import Metadata
from headwater.pages.html import read_html
from headwater.settings import PageSettings

PAGE = Page(
    id="p", name="messages.html", names=("messages.html",), url=None, sha256=None, size=None,
    format="html", encoding="utf-8", status=PageStatus.READ, reason=None,
)  # fmt: skip
SENDER = '<div class="from_name">\nHarbour of Lorn\n</div>'
MESSAGE = (
    '<div class="message default clearfix{joined}"><div class="body">'
    '<div class="pull_right date details" title="{day} 10:02:11 UTC+02:00">10:02</div>'
    '{sender}<div class="text">{text}</div></div></div>'
)


def read(*messages, known=None):
    body = "".join(
        MESSAGE.format(day=day, sender=sender, text=text, joined="" if sender else " joined")
        for day, sender, text in messages
    )
    export = (
        "<html><head><title>Exported Data</title></head><body><div class='page_wrap'>"
        "<div class='page_body chat_page'><div class='history'>"
        f"<div class='message service'><div class='body details'>4 May 2031</div></div>{body}"
        "</div></div></div></body></html>"
    )
    return read_html(export, PAGE, known or Metadata(), PageSettings())


def test_each_message_is_an_article_of_its_sender_and_day():
    """A message has its own day; one that follows another of the same sender does not name him."""
    first, second = read(
        ("04.05.2031", SENDER, "<strong>Notice</strong><br>The harbour is shut until noon."),
        ("05.05.2031", "", "The harbour is open again."),
    )
    assert first.text == "Notice\n\nThe harbour is shut until noon."
    assert second.text == "The harbour is open again."
    assert {one.outlet_name for one in (first, second)} == {"Harbour of Lorn"}
    assert first.published_from == first.published_to == date(2031, 5, 4)
    assert second.published_from == date(2031, 5, 5)
    assert first.id != second.id
    assert first.anchors[0].quote == "Notice"


def test_links_and_greetings_are_no_articles():
    """A message of a word or two says nothing."""
    assert read(("04.05.2031", SENDER, "https://lorn.example/1")) == ()


def test_what_the_pile_says_of_the_outlet_wins():
    """An outlet given with the pile stands before the name of the channel."""
    known = Metadata(outlet_name="Lorn Post", outlet_evidence="given")
    (article,) = read(("04.05.2031", SENDER, "The harbour is shut until noon."), known=known)
    assert article.outlet_name == "Lorn Post"
