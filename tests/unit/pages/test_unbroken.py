"""Text that was broken at a fixed width, as in mails, wire copy and what is copied out of a PDF."""

from headwater.model import Page, PageStatus
from headwater.pages.text import read_text
from headwater.pages.unbroken import unbroken

WIRE = """Harbour levy to be collected, minister says

3 March 2031

The minister said on Monday that the inter-
national harbour levy will be collected in
the port of Talvin from the first of April,
and that the well-known pilots of the north-
east quay had been asked for their views on
it. A spokes-
man for the pilots said that they had none.
"""


def joined(text):
    return "".join(words for words, _ in unbroken(text, 0))


def test_a_break_is_a_blank_and_a_parted_word_becomes_whole():
    """What is one word together loses the hyphen; what are two words keeps it."""
    assert joined("the inter-\\nnational port\\nof Talvin".replace("\\n", "\n")) == "the international port of Talvin"  # fmt: skip
    assert joined("the well-\r\nknown pilot") == "the well-known pilot"
    assert joined("an Anglo-\nSaxon king") == "an Anglo-Saxon king"
    assert joined("pages 3-\n4 - and more") == "pages 3- 4 - and more"


def test_every_piece_has_its_place():
    """The words of a piece stand on the page where it says; the blank for a break stands nowhere."""
    text = "xx the inter-\nnational port\r\n  of the well-\nknown pilot"
    for words, place in unbroken(text, 0):
        assert words == " " if place is None else text[place : place + len(words)] == words


def test_a_sentence_does_not_end_where_its_line_does():
    """The article has whole sentences, and each word still knows its place on the page."""
    page = Page(
        id="p", name="a.txt", names=("a.txt",), url=None, sha256="0", size=1, format="text",
        encoding="utf-8", status=PageStatus.READ, reason=None,
    )  # fmt: skip
    (article,) = read_text(WIRE, page)
    body = article.text.split("\n\n", 1)[1]
    assert "\n" not in body
    assert body.startswith(
        "The minister said on Monday that the international harbour levy will be"
    )
    assert "A spokesman for the pilots" in body
    for run in article.page_spans:
        ours = article.text[run.article_start : run.article_start + run.length]
        assert WIRE[run.page_start : run.page_start + run.length] == ours
