"""Mails, and the MHTML files into which browsers save a page whole: they are mails by their form."""

import re
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import parsedate_to_datetime

import msgspec

from headwater.errors import UnreadablePage
from headwater.pages.decoding import decode_page
from headwater.pages.jsonlines import JsonPage
from headwater.pages.saved import SavedPage

#: One header after another from the first byte on; a mail says among them what its body is.
_HEADERS = re.compile(
    rb"(?:From [^\n]*\r?\n)?(?:[A-Za-z][\w-]*:[^\n]*\r?\n(?:[ \t]+\S[^\n]*\r?\n)*)+"
)
_MIME = re.compile(rb"^mime-version:", re.IGNORECASE | re.MULTILINE)
_ADDRESS = re.compile(r"https?://")
_REMEDY = "Save the page again, as HTML if the browser lets you."
_HEAD_BYTES = 1 << 16
#: What mailing lists and newsletters carry, and mails from one person to another do not.
_LIST_HEADERS = ("List-Unsubscribe", "List-Id")


def is_mail(head: bytes) -> bool:
    """Tell from its first bytes whether a file is a mail, or a page saved as MHTML."""
    match = _HEADERS.match(head.lstrip())
    return match is not None and _MIME.search(match.group()) is not None


def page_of(content: bytes, name: str, size: int) -> SavedPage:
    """Give the page of a file that holds just one: the file itself, or what is in the mail.

    Raises:
        UnreadablePage: If it is a mail without a text.
    """
    if is_mail(content[:_HEAD_BYTES]):
        return read_mail(content, name)
    return SavedPage(name=name, content=content, size=size)


def read_mail(content: bytes, name: str) -> SavedPage:
    """Give the page that a mail holds: its HTML, or else its plain text.

    A page saved as MHTML keeps its address. A newsletter says of itself who sends it, when, and
    what it is called; of a mail between persons nothing is believed, since it only carries the page.

    Raises:
        UnreadablePage: If it holds no text.
    """
    try:
        return _page_of(content, name)
    except (ValueError, LookupError, AttributeError, TypeError) as error:
        # What the standard library stumbles over in headers that no mail program would write.
        fact = "It is a mail or an MHTML file that breaks the rules of its headers."
        raise UnreadablePage(fact, where=name, remedy=_REMEDY) from error


def _page_of(content: bytes, name: str) -> SavedPage:
    mail = BytesParser(policy=policy.default).parsebytes(content)
    part = mail.get_body(("html", "plain")) or _first_text(mail)
    body = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(body, bytes) or not body.strip():
        raise UnreadablePage(
            "It is a mail or an MHTML file without a text.", where=name, remedy=_REMEDY
        )
    media_type = part.get_content_type()
    charset = part.get_content_charset()
    if url := _address(mail, part):
        return SavedPage(
            name=name,
            content=body,
            size=len(content),
            url=url,
            media_type=media_type,
            charset=charset,
        )
    text = decode_page(body, where=name, charset=charset).text
    line = msgspec.json.encode(_said(mail, text, is_html=media_type == "text/html"))
    return SavedPage(name=name, content=line, size=len(content), is_json_line=True)


def _first_text(mail: EmailMessage) -> MIMEPart | None:
    parts = (part for part in mail.walk() if part.get_content_maintype() == "text")
    return next(parts, None)


def _address(mail: EmailMessage, part: MIMEPart) -> str | None:
    said = (mail["Snapshot-Content-Location"], part["Content-Location"])
    return next((str(url) for url in said if url and _ADDRESS.match(str(url))), None)


def _said(mail: EmailMessage, text: str, *, is_html: bool) -> JsonPage:
    text_or_html = JsonPage(html=text) if is_html else JsonPage(text=text)
    if not any(mail[header] for header in _LIST_HEADERS):
        return text_or_html
    sender = mail["From"].addresses if mail["From"] else ()
    return msgspec.structs.replace(
        text_or_html,
        outlet=sender[0].display_name or None if sender else None,
        published=_day(mail),
        title=str(mail["Subject"] or "") or None,
    )


def _day(mail: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(str(mail["Date"])).date().isoformat()
    except (TypeError, ValueError):
        return None
