"""The messages of a channel or a chat that Telegram exported as HTML: each is an article of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lxml.html import HtmlElement

from headwater.model import Article, Page, ZoneKind
from headwater.pages.assemble import Block, Metadata, assemble
from headwater.pages.dates import find_days

_MESSAGES = "//div[contains(@class, 'history')]/div[contains(concat(' ', @class, ' '), ' message ')][div/@class]"
#: Words of a message below which it is a link or a greeting.
_LEAST_WORDS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Message:
    sender: str | None
    day: date | None
    hour: str
    paragraphs: tuple[str, ...]


def is_export(tree: HtmlElement) -> bool:
    """Tell whether a page is a chat that Telegram exported."""
    return bool(tree.xpath("//div[contains(@class, 'chat_page')]//div[@class='history']"))


def read_export(tree: HtmlElement, page: Page, known: Metadata) -> tuple[Article, ...]:
    """Read each message as an article of whoever sent it, on the day it was sent.

    Args:
        tree: The page.
        page: What the articles belong to.
        known: What the pile says of the page; it wins over the sender's name.
    """
    messages = [one for one in _messages(tree) if _is_text(one)]
    return tuple(
        assemble(
            page,
            ordinal=at,
            title=None,
            blocks=[Block(text=words, kind=ZoneKind.BODY) for words in message.paragraphs],
            known=_known(message, known),
        )
        for at, message in enumerate(messages)
    )


def _messages(tree: HtmlElement) -> Iterator[_Message]:
    """Yield the messages; one that follows another of the same sender does not name him again."""
    sender = None
    for one in tree.xpath(_MESSAGES):
        body = one.find("div[@class='body']")
        if body is None:
            continue
        sender = next(_lines(body.find("div[@class='from_name']")), sender)
        text = body.find("div[@class='text']")
        said = next(iter(body.xpath("div[contains(@class, 'date')]/@title")), "")
        days = [low for low, _, _ in find_days(said)]
        yield _Message(
            sender=sender,
            day=days[0] if days else None,
            hour=said,
            paragraphs=tuple(_lines(text)),
        )


def _lines(one: HtmlElement | None) -> Iterator[str]:
    """Yield the lines of an element, parted at its line breaks."""
    if one is None:
        return
    words = [""]
    for piece in one.iter():
        if piece.tag == "br":
            words.append("")
        elif isinstance(piece.tag, str):
            words[-1] += piece.text or ""
        if piece is not one:
            words[-1] += piece.tail or ""
    yield from filter(None, (" ".join(line.split()) for line in words))


def _is_text(message: _Message) -> bool:
    return sum(len(words.split()) for words in message.paragraphs) >= _LEAST_WORDS


def _known(message: _Message, pile: Metadata) -> Metadata:
    is_told = bool(pile.outlet_name or pile.outlet_id)
    return Metadata(
        outlet_name=pile.outlet_name if is_told else message.sender,
        outlet_id=pile.outlet_id,
        outlet_evidence=pile.outlet_evidence if is_told else f"sender: {message.sender}",
        published_from=message.day,
        published_to=message.day,
        date_evidence=f"metadata: message of {message.hour}" if message.day else None,
    )
