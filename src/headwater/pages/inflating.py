"""Gzip streams that can neither fill the memory nor end unnoticed."""

import io
import zlib
from typing import IO

from headwater.errors import UnreadablePage
from headwater.settings import PageSettings

GZIP_MAGIC = b"\x1f\x8b"
#: One reading step, and what a sniff gets to see.
CHUNK_BYTES = 1 << 16
#: Plain bytes before which the inflation says nothing: a page of one repeated word is no bomb.
_HARMLESS_BYTES = 1 << 20


def inflate(file: IO[bytes], *, where: str, settings: PageSettings) -> io.BufferedReader:
    """Open a gzip file of any number of members as a stream of its plain bytes.

    Reading from it raises ``UnreadablePage`` where the file is cut short, damaged, or grows
    beyond ``max_inflation``; everything before that place has been read by then.
    """
    return io.BufferedReader(_Inflated(file, where, settings.max_inflation), CHUNK_BYTES)


def read_capped(stream: IO[bytes], *, where: str, settings: PageSettings) -> bytes:
    """Read all of a stream, never more than one page may hold.

    Raises:
        UnreadablePage: If there is more.
    """
    content = bytearray()
    while chunk := stream.read(CHUNK_BYTES):
        content += chunk
        if len(content) > settings.max_page_bytes:
            raise too_large(where, settings)
    return bytes(content)


def too_large(where: str, settings: PageSettings) -> UnreadablePage:
    """Make the error for a page over the size limit."""
    return UnreadablePage(
        f"It holds more than {settings.max_page_bytes:,} bytes.",
        where=where,
        remedy="Raise max_page_bytes if it really is one page.",
    )


class _Inflated(io.RawIOBase):
    """The plain bytes, with an eye on how many there are for each packed one.

    ``gzip.GzipFile`` throws away what it had read when the end comes too soon; this gives it out
    first, so that an archive cut in the middle still yields what stands before the cut.
    """

    def __init__(self, file: IO[bytes], where: str, max_inflation: int) -> None:
        self._file, self._where, self._max_inflation = file, where, max_inflation
        self._member = _new_member()
        self._packed = b""
        self._packed_bytes = self._plain_bytes = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # io's stub wants the unspellable WriteableBuffer
        chunk = self._next_chunk(len(buffer))
        buffer[: len(chunk)] = chunk
        self._plain_bytes += len(chunk)
        if self._plain_bytes > max(_HARMLESS_BYTES, self._max_inflation * self._packed_bytes):
            raise self._refusal(
                f"It is a decompression bomb: it grows more than {self._max_inflation}-fold.",
                "Unpack it by hand if you trust it.",
            )
        return len(chunk)

    def _next_chunk(self, size: int) -> bytes:
        """Give some plain bytes; none only at the end of the last member."""
        while True:
            if self._member.eof and not self._begin_member():
                return b""
            packed = self._packed or self._fetch()
            if chunk := self._unpack(packed, size):
                return chunk
            if not packed and not self._member.eof:
                raise self._refusal(
                    "It is cut short: the gzip stream ends before its end.", "Fetch it again."
                )

    def _unpack(self, packed: bytes, size: int) -> bytes:
        try:
            chunk = self._member.decompress(packed, size)
        except zlib.error as error:
            raise self._refusal(
                f"Its gzip stream is damaged: {error}.", "Fetch it again."
            ) from error
        self._packed = self._member.unused_data or self._member.unconsumed_tail
        return chunk

    def _begin_member(self) -> bool:
        """Go on to the next member, over the zeros that tapes and disks leave behind one."""
        rest = self._packed.lstrip(b"\0")
        while not rest:
            if not self._fetch():
                return False
            rest = self._packed.lstrip(b"\0")
        self._packed = rest
        self._member = _new_member()
        return True

    def _fetch(self) -> bytes:
        self._packed = self._file.read(CHUNK_BYTES)
        self._packed_bytes += len(self._packed)
        return self._packed

    def _refusal(self, fact: str, remedy: str) -> UnreadablePage:
        return UnreadablePage(fact, where=self._where, remedy=remedy)


def _new_member() -> "zlib._Decompress":
    return zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
