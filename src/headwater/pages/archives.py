"""Archives: the pages among the records of a WARC or WACZ, and among the files of a ZIP."""

import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from email.message import Message
from itertools import accumulate
from lzma import LZMAError
from typing import IO, Any, Final, cast

from headwater.errors import UnreadablePage
from headwater.pages.inflating import CHUNK_BYTES, GZIP_MAGIC, inflate, read_capped, too_large
from headwater.pages.jsonlines import is_json_lines, split_lines
from headwater.pages.mails import page_of
from headwater.pages.parts import folders_of_parts
from headwater.pages.saved import SavedPage, told
from headwater.settings import PageSettings

ZIP_MAGIC = b"PK\x03\x04"
_PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain")
#: Only these hold what a server sent; requests, crawl notes and repeats are the archive's own.
_PAGE_RECORDS = ("response", "resource", "conversion")
#: text/plain for machines, on any site.
_MACHINE_FILES = ("/robots.txt", "/ads.txt", "/app-ads.txt", "/security.txt")
_FETCH_AGAIN = "Fetch it again."
#: What the standard library says of a packed file that is damaged, locked or packed in its own way.
_NOT_UNPACKED = (
    zipfile.BadZipFile,
    zlib.error,
    LZMAError,
    RuntimeError,
    EOFError,
    NotImplementedError,
    ValueError,
    OSError,
)
#: The flag of a ZIP's file that a password locks.
_LOCKED: Final = 1
#: What only the ZIPs of office programs and e-books hold.
_OF_DOCUMENTS = {"[Content_Types].xml", "mimetype"}


def is_warc(head: bytes) -> bool:
    """Tell from its first bytes whether a file is a WARC."""
    return head.startswith(b"WARC/")


def split_stream(
    file: io.BufferedReader, name: str, size: int, settings: PageSettings
) -> Iterator[SavedPage]:
    """Yield the one page of a stream, or the many of a WARC or a JSON Lines pile, packed or not.

    What can't be had is yielded as refused.

    Args:
        file: The bytes, from the first on.
        name: What the stream is called.
        size: Its bytes as saved.
        settings: Size limits.
    """
    try:
        is_gzip = file.peek(CHUNK_BYTES).startswith(GZIP_MAGIC)
        stream = inflate(file, where=name, settings=settings) if is_gzip else file
        head = stream.peek(CHUNK_BYTES)
        if is_warc(head):
            yield from split_warc(stream, name, settings)
        elif is_json_lines(name, head):
            yield from split_lines(stream, name, settings)
        elif not is_gzip and size > settings.max_page_bytes:
            raise too_large(name, settings)
        else:
            yield page_of(read_capped(stream, where=name, settings=settings), name, size)
    except UnreadablePage as error:
        yield SavedPage.refused(error, name=name, size=size)


def split_warc(
    stream: io.BufferedReader, name: str, settings: PageSettings
) -> Iterator[SavedPage]:
    """Yield the pages of a WARC as ``FILE#N``, N being the number of the record.

    An archive is mostly images, scripts, redirects and error pages. Those are not refused one
    by one: the last thing yielded is the file itself, refused with how many of each it holds,
    and, where it is cut short, after which record.
    """
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - slow to import: most piles hold none
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415

    left_out: Counter[str] = Counter()
    number = 0
    trouble = ""
    try:
        for number, record in enumerate(ArchiveIterator(_OneStep(stream)), start=1):
            if record.rec_type not in _PAGE_RECORDS:
                continue
            if why := _no_page(record):
                left_out[why] += 1
                continue
            yield _read_record(record, f"{name}#{number}", settings)
    except UnreadablePage as error:
        trouble = f"After record {number}: {told(error)}"
    except (ArchiveLoadFailed, ValueError, EOFError) as error:
        trouble = f"After record {number} it is damaged: {_one_line(error)}. {_FETCH_AGAIN}"
    if trouble or left_out:
        yield SavedPage(name=name, problem=" ".join(filter(None, (trouble, _tally(left_out)))))


def split_zip(file: IO[bytes], name: str, settings: PageSettings) -> Iterator[SavedPage]:
    """Yield the pages of all WARCs inside a WACZ, as ``FILE/MEMBER#N``.

    Its ``pages/`` is an index of the same records, so it is passed over. Any other ZIP gives each
    of its files as a page, as ``FILE/MEMBER``, unread.

    Raises:
        UnreadablePage: If the file is an office document, or damaged.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            members = sorted(archive.infolist(), key=lambda member: member.filename)
            warcs = [member for member in members if _is_warc_member(member.filename)]
            if not warcs and {member.filename for member in members} & _OF_DOCUMENTS:
                fact = "It is an office document or an e-book, not a page."
                raise UnreadablePage(fact, where=name, remedy="Save it as HTML or text.")
            pages = warcs or list(_pages_among(members))
            if not pages:
                raise UnreadablePage(
                    "It is a ZIP archive without a page.", where=name, remedy="Leave it out."
                )
            for member in pages:
                yield from _split_member(archive, member, f"{name}/{member.filename}", settings)
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
        fact = f"Its ZIP directory is missing or damaged: {_one_line(error)}."
        raise UnreadablePage(fact, where=name, remedy=_FETCH_AGAIN) from error


class _OneStep:
    """A stream that gives what one step of reading yields, so that nothing is lost at a cut."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        return self._stream.read1(size)


def _is_warc_member(path: str) -> bool:
    return path.startswith("archive/") and path.endswith((".warc", ".warc.gz"))


def _pages_among(members: Sequence[zipfile.ZipInfo]) -> Iterator[zipfile.ZipInfo]:
    """Yield the files of a ZIP that a folder of the same name would give: nothing hidden, no parts."""
    of_parts = folders_of_parts(member.filename for member in members)
    for member in members:
        above = accumulate(member.filename.split("/"), "{}/{}".format)
        hidden = any(part.startswith((".", "__MACOSX")) for part in member.filename.split("/"))
        if not member.is_dir() and not hidden and of_parts.isdisjoint(above):
            yield member


def _split_member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, settings: PageSettings
) -> Iterator[SavedPage]:
    if member.file_size > settings.max_inflation * max(member.compress_size, 1 << 20):
        problem = "It is a decompression bomb. Unpack it by hand if you trust it."
        yield SavedPage(name=name, size=member.compress_size, problem=problem)
        return
    if member.flag_bits & _LOCKED:
        problem = "It is locked with a password. Unpack it by hand, and give its files."
        yield SavedPage(name=name, problem=problem)
        return
    try:
        with archive.open(member) as packed:
            yield from split_stream(
                io.BufferedReader(cast("io.RawIOBase", packed), CHUNK_BYTES),
                name,
                member.file_size,
                settings,
            )
    except _NOT_UNPACKED as error:
        problem = f"It can't be unpacked: {_one_line(error)}. {_FETCH_AGAIN}"
        yield SavedPage(name=name, problem=problem)


def _no_page(record: Any) -> str | None:  # noqa: ANN401 - warcio has no types
    """Give what sort of thing the record is, None if it may be a page."""
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if status.startswith("3"):
        return "redirect"
    if status.startswith(("4", "5")):
        return "error page"
    media_type, _ = _content_type(record)
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").partition("?")[0]
    if url.startswith(("dns:", "urn:")) or url.endswith(_MACHINE_FILES):
        return "file for machines"
    if media_type in (None, *_PAGE_TYPES):
        return None
    return media_type


def _read_record(record: Any, name: str, settings: PageSettings) -> SavedPage:  # noqa: ANN401 - warcio has no types
    """Read one record to its end; a body we can't have is refused, and the archive goes on.

    Raises:
        UnreadablePage: If the archive itself ends inside the record.
    """
    raw = record.raw_stream.read(settings.max_page_bytes + 1)
    while chunk := record.raw_stream.read(CHUNK_BYTES):
        raw = raw + chunk if len(raw) <= settings.max_page_bytes else raw
    if len(raw) <= settings.max_page_bytes and len(raw) < record.payload_length:
        raise UnreadablePage("The last record ends early.", where=name, remedy=_FETCH_AGAIN)
    media_type, charset = _content_type(record)
    try:
        content = _unpacked(record, raw, name, settings)
    except UnreadablePage as error:
        return SavedPage.refused(error, name=name, size=len(raw))
    return SavedPage(
        name=name,
        content=content,
        size=len(raw),
        url=record.rec_headers.get_header("WARC-Target-URI"),
        media_type=media_type,
        charset=charset,
    )


def _unpacked(record: Any, raw: bytes, name: str, settings: PageSettings) -> bytes:  # noqa: ANN401 - warcio has no types
    """Undo the packing for the way (chunks, gzip), never beyond what a page may hold."""
    if len(raw) > settings.max_page_bytes:
        raise too_large(name, settings)
    record.raw_stream = io.BytesIO(raw)
    try:
        return read_capped(record.content_stream(), where=name, settings=settings)
    except (zlib.error, OSError, EOFError, ValueError) as error:
        fact = f"Its packing is damaged: {_one_line(error)}."
        raise UnreadablePage(fact, where=name, remedy=_FETCH_AGAIN) from error


def _content_type(record: Any) -> tuple[str | None, str | None]:  # noqa: ANN401 - warcio has no types
    """Give the media type and the character set that the server named."""
    headers = record.http_headers or record.rec_headers
    value = headers.get_header("Content-Type") or ""
    message = Message()
    message["Content-Type"] = value
    media_type = value.partition(";")[0].strip().lower() or None
    charset = message.get_param("charset")
    return media_type, charset if isinstance(charset, str) else None


def _tally(left_out: Counter[str]) -> str:
    """Say in one line how many records are no pages, and what they are."""
    if not left_out:
        return ""
    kinds = ", ".join(f"{n} {kind}" for kind, n in sorted(left_out.items(), key=_most_first))
    noun = "record holds" if left_out.total() == 1 else "records hold"
    return f"{left_out.total()} {noun} no page ({kinds}). Nothing is to be done."


def _most_first(row: tuple[str, int]) -> tuple[int, str]:
    return -row[1], row[0]


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
