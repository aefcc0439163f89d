import pytest

from headwater.errors import UnreadablePage
from headwater.pages.jsonlines import read_json_page
from headwater.pages.mails import is_mail, page_of, read_mail

MHTML = """From: <Saved by Blink>
Snapshot-Content-Location: https://lornpost.com/storm
Subject: Storm
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"

--b
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://lornpost.com/storm

<html><body><p>The harbour of Lorn =
was shut, caf=C3=A9s too.</p></body></html>
--b
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://lornpost.com/x.png

iVBORw0KGgo=
--b--
"""
LETTER = """From: "Lorn Brief" <brief@lorn.example>
Subject: The storm
Date: Fri, 17 May 2031 23:30:00 +0200
{more}MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=b

--b
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

The caf=E9s were shut.
--b--
"""


def crlf(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode()


@pytest.mark.parametrize("content", [MHTML.encode(), crlf(MHTML)])
def test_a_page_saved_as_mhtml_is_its_html_with_its_address(content):
    """What a browser saved whole is read as the page it was, from where it was."""
    assert is_mail(content)
    page = read_mail(content, "x.mhtml")
    assert (
        page.content.decode()
        .replace("\r", "")
        .startswith("<html><body><p>The harbour of Lorn was")
    )
    assert "cafés" in page.content.decode()
    assert page.url == "https://lornpost.com/storm"
    assert page.size == len(content)


def test_a_newsletter_says_who_sends_it_and_when():
    """Sender, day and subject of a mail to a list are what the pile says of it."""
    content = crlf(LETTER.format(more="List-Unsubscribe: <x>\n"))
    said = read_json_page(read_mail(content, "x.eml").content, where="x.eml")
    assert (said.outlet, said.published, said.title) == (
        "Lorn Brief",
        "2031-05-17",
        "The storm",
    )
    assert said.text.strip() == "The cafés were shut."


def test_who_sends_a_page_to_a_colleague_is_not_its_outlet():
    """A mail between persons only carries its text."""
    said = read_json_page(read_mail(crlf(LETTER.format(more="")), "x.eml").content, where="x")
    assert (said.outlet, said.published, said.title) == (None, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "From: the harbour\nThe harbour was shut.",
        "Source: Lorn Post\n\nMIME-Version: 1.0\n",
        "Shut.",
    ],
)
def test_a_text_that_begins_like_a_mail_is_none(text):
    """Without the line by which every mail says what its body is, it is a text."""
    assert not is_mail(text.encode())
    assert page_of(text.encode(), "x.txt", 5).content == text.encode()


@pytest.mark.parametrize(
    "content",
    [
        b"MIME-Version: 1.0\n\n",
        b"MIME-Version: 1.0\nContent-Type: image/png\n\nxx",
        b"MIME-Version: 1.0\nFrom: =?x\nContent-Type: ;;=\n\n \n",
    ],
)
def test_a_mail_without_a_text_is_refused(content):
    """A mail that holds no words is refused by name."""
    with pytest.raises(UnreadablePage, match="without a text"):
        read_mail(content, "x.eml")
