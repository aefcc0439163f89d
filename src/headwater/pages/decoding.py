"""Bytes to text, with the encoding that was used; never a guess passed off as certain."""

import codecs
import re
from dataclasses import dataclass

from headwater.errors import UnreadablePage

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,40})""", re.IGNORECASE
)
_XML_ENCODING = re.compile(
    rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:.-]{2,40})""", re.IGNORECASE
)
#: The HTML standard reads the left as the right: what the world calls Latin-1 has curly quotes.
_WEB_LABELS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
#: Legacy encodings in which news was ever published; a guess is made among these only.
_GUESSED = (
    "cp1252", "cp1251", "cp1256", "cp1250", "cp1253", "cp1254", "cp1255", "cp1257", "cp1258",
    "koi8_r", "koi8_u", "cp874", "gb18030", "big5", "cp932", "euc_jp", "cp949",
)  # fmt: skip
_SNIFFED_BYTES = 4096
_GUESS_BYTES = 1 << 16
#: Control bytes, besides white space and escape, of which no text has more than a stray few.
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\r\f\v\x1b")
_STRAY_SHARE = 0.002
_BEYOND_ASCII = bytes(range(128, 256))
#: Share of bytes beyond ASCII up to which a page is taken for English.
_STRAY_LETTERS = 0.02
#: Marks and letters of western Europe. In cp1252 they are what Polish, Czech or Turkish bytes are not.
_WESTERN = frozenset(
    "‘’‚“”„–—…•«»¡¿°©®€£áàâäãåçéèêëíîïñóòôöúûüßæœÁÀÂÄÃÅÇÉÈÊËÍÎÏÑÓÒÔÖÚÛÜÆŒ\u00a0"
)
_RUN_OF_LETTERS = re.compile(rb"[\x80-\xff]{3}")
_REMEDY = "Save the page again as UTF-8."


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text, and the name of the encoding it was read with."""

    text: str
    encoding: str


def decode_page(content: bytes, *, where: str, charset: str | None = None) -> Decoded:
    """Decode a page by its byte order mark, by being valid UTF-8, by its label, or by its letters.

    Text of more than ASCII that is valid UTF-8 is UTF-8 whatever its label says: savers
    re-encode pages and forget the label, and no legacy text passes for UTF-8 by chance.

    Args:
        content: The bytes.
        where: Name of the page, for the error.
        charset: What the server said. A page's own label is asked where it said nothing useful.

    Raises:
        UnreadablePage: If it is no text, or in no encoding we know.
    """
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return (
                _strict(content, encoding) or _damaged(content, encoding) or _unreadable(where)
            )
    if wide := _wide(content):
        return wide
    if _is_binary(content):
        raise UnreadablePage(
            "It is binary data, not text.",
            where=where,
            remedy="Save it again as text, or leave it out.",
        )
    labels = tuple(filter(None, map(_codec, (charset, *_own_labels(content)))))
    stateful = next((label for label in labels if label.startswith("iso2022")), "utf-8")
    tries = (stateful, *labels)
    certain = next(filter(None, (_strict(content, label) for label in tries)), None)
    if certain is None and (not labels or "utf-8" in labels):
        certain = _damaged(content, "utf-8")
    return certain or _guess(content) or _unreadable(where)


def _strict(content: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(text=content.decode(encoding), encoding=encoding.removesuffix("-sig"))
    except (UnicodeError, LookupError):
        return None


def _damaged(content: bytes, encoding: str) -> Decoded | None:
    """Accept a few broken letters in a text that is plainly of this encoding, and say so."""
    text = content.decode(encoding, "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for char in text if char > "\x7f") - broken
    if broken > max(2, whole // 50) or broken > max(whole, 2):
        return None
    if not whole:
        return None
    return Decoded(text=text, encoding=f"{encoding.removesuffix('-sig')} (damaged)")


def _wide(content: bytes) -> Decoded | None:
    """Read UTF-16 without its mark: in most scripts every other byte of it is nearly constant."""
    if b"\x00" not in content[:_SNIFFED_BYTES] or len(content) % 2:
        return None
    even, odd = content[0:_SNIFFED_BYTES:2], content[1:_SNIFFED_BYTES:2]
    for encoding, high in (("utf-16-le", odd), ("utf-16-be", even)):
        most = max(high.count(byte) for byte in set(high))
        low = even if high is odd else odd
        decoded = _strict(content, encoding)
        if most > 0.6 * len(high) and low.count(0) < 0.2 * len(low) and decoded:
            return decoded if not _is_binary(decoded.text.encode("utf-8", "replace")) else None
    return None


def _is_binary(content: bytes) -> bool:
    controls = len(content) - len(content.translate(None, _CONTROLS))
    return b"\x00" in content or controls > max(2, _STRAY_SHARE * len(content))


def _own_labels(content: bytes) -> tuple[str, ...]:
    head = content[:_SNIFFED_BYTES]
    found = (_XML_ENCODING.search(head), _META_CHARSET.search(head))
    return tuple(match.group(1).decode("ascii", "replace") for match in found if match)


def _codec(label: str | None) -> str | None:
    """Give the codec for a label as browsers read it, None for one that means nothing.

    A label that calls ASCII-compatible bytes UTF-16 can't have been read by anyone.
    """
    try:
        name = codecs.lookup(label or "").name
    except (LookupError, ValueError):
        return None
    if name.startswith(("utf-16", "utf-32", "utf-7")) or not _is_text_codec(name):
        return None
    return _WEB_LABELS.get(name, name)


def _is_text_codec(name: str) -> bool:
    """Tell text from the codecs Python keeps for bytes and source code (``hex``, ``punycode``)."""
    try:
        return b"a1 ".decode(name) == "a1 "
    except (UnicodeError, LookupError, ValueError):
        return False


def _guess(content: bytes) -> Decoded | None:
    """Guess by the letters; those that stand alone in ASCII are read as cp1252 where they are few or western.

    Such a page is English with curly quotes and foreign names; letters of Cyrillic or Arabic words
    do not stand alone.
    """
    western = None if _RUN_OF_LETTERS.search(content) else _strict(content, "cp1252")
    beyond = len(content) - len(content.translate(None, _BEYOND_ASCII))
    if western and (beyond <= _STRAY_LETTERS * len(content) or _is_western(western.text)):
        return western
    sample = content[:_GUESS_BYTES].rpartition(b"\n")[0] or content[:_GUESS_BYTES]
    import charset_normalizer  # noqa: PLC0415 - slow to import: most pages are UTF-8, or say what they are

    best = charset_normalizer.from_bytes(sample, cp_isolation=list(_GUESSED)).best()
    return _strict(content, best.encoding) if best else None


def _is_western(text: str) -> bool:
    return all(char in _WESTERN for char in text if char > "\x7f")


def _unreadable(where: str) -> Decoded:
    raise UnreadablePage("Its encoding can't be told.", where=where, remedy=_REMEDY)
