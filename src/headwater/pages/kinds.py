"""What a file is, told from its first bytes."""

import re

_SQLITE = b"SQLite format 3\x00"
#: Where SQLite keeps whose file it is, and what our own cases have there.
_OWNER = slice(68, 72)
_OURS = b"HWtr"
_CASE = "a case that headwater read made"
#: Longer magics before the shorter ones they begin with.
_MAGICS = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"BM", "a BMP image"),
    (b"%PDF-", "a PDF document"),
    (b"%!PS", "a PostScript document"),
    (rb"{\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (_SQLITE, "an SQLite database"),
    (b"bplist00", "a Safari web archive"),
    (b"PK\x03\x04", "a ZIP archive inside another"),
    (b"\x1f\x8b", "a gzip file inside another archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
    (b"wOF", "a font"),
    (b"PAR1", "a Parquet table"),
    (b"\xca\xfe\xba\xbe", "a program"),
)
#: Letters a text may begin with too ("BMW recalls"): believed only beside a NUL.
_ALSO_WORDS = (b"BM", b"MZ", b"BZh", b"ID3", b"GIF8", b"wOF", b"PAR1", b"OggS")
_RIFF = {b"WEBP": "a WebP image", b"WAVE": "a recording", b"AVI ": "a film"}
_MARKUP = re.compile(
    r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]"
    r"|<(?:article|main|div|section|h1|table|meta|title)[\s>][^\x00]*?</",
    re.IGNORECASE,
)
_HEAD_CHARS = 4096


def find_kind(content: bytes) -> str | None:
    """Give what the bytes are if they are something else than a text, as "a PNG image"."""
    head = content[:512]
    if head.startswith(_SQLITE) and head[_OWNER] == _OURS:
        return _CASE
    for magic, kind in _MAGICS:
        if head.startswith(magic) and (magic not in _ALSO_WORDS or b"\x00" in head):
            return kind
    if head.startswith(b"RIFF"):
        return _RIFF.get(head[8:12], "a RIFF file")
    if head[4:8] == b"ftyp":
        return "a film or a picture"
    if head[257:262] == b"ustar":
        return "a tar archive"
    return None


def remedy_of(kind: str) -> str:
    """Give what a person can do about a file of this kind in a pile."""
    if kind == _CASE:
        return "Ask it as it is, and give the pages it was read from to add to it."
    if "archive" in kind:
        return "Unpack it, and give its files."
    return "Save it as HTML or text, or leave it out."


def is_html(text: str) -> bool:
    """Tell whether a decoded page is HTML: it says so, or it begins with markup that closes."""
    return bool(_MARKUP.search(text[:_HEAD_CHARS]))
