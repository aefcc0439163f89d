import gzip
import os
import zipfile

import pytest

from headwater.pages.walk import find_pages
from headwater.settings import PageSettings

SETTINGS = PageSettings(max_page_bytes=100_000)
PAGE = b"<html><body><p>The harbour of Lorn was shut on Monday.</p></body></html>"
HTML = "text/html; charset=windows-1252"


def archive(*records, packed=True):
    """Write a WARC of (url, media type, body, status, encoding)."""
    pack = gzip.compress if packed else bytes
    return b"".join(pack(written(*record)) for record in records)


def written(url, media_type, body, status, encoding):
    head = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\n"
    head += f"Content-Encoding: {encoding}\r\n" if encoding else ""
    block = head.encode() + b"\r\n" + body
    return (
        (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
            "WARC-Date: 2024-05-17T08:00:00Z\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(block)}\r\n\r\n"
        ).encode()
        + block
        + b"\r\n\r\n"
    )


def record(number=1, media_type=HTML, body=PAGE, status="200 OK", encoding=None):
    return (f"http://lorn.example/{number}", media_type, body, status, encoding)


def pages_of(tmp_path, content, name="a.warc.gz"):
    (tmp_path / name).write_bytes(content)
    return list(find_pages([tmp_path / name], SETTINGS))


@pytest.mark.parametrize("packed", [True, False])
def test_each_record_is_a_page_with_its_address(tmp_path, packed):
    """A record is a page: its bytes, its address, and the character set the server named."""
    (page,) = pages_of(tmp_path, archive(record(), packed=packed), name="crawl")
    assert (page.name, page.content, page.url) == ("crawl#1", PAGE, "http://lorn.example/1")
    assert (page.media_type, page.charset) == ("text/html", "windows-1252")


def test_a_warc_packed_as_one_stream_is_read_too(tmp_path):
    """Gzip around the whole file, instead of around each record, does no harm."""
    content = gzip.compress(archive(record(1), record(2), packed=False))
    assert [page.name for page in pages_of(tmp_path, content)] == ["a.warc.gz#1", "a.warc.gz#2"]


def test_records_that_are_no_pages_are_told_in_one_line(tmp_path):
    """Images, redirects and error pages are counted, not refused one by one."""
    content = archive(
        record(1),
        record(2, "image/png"),
        record(3, "image/png"),
        record(4, status="301 Moved"),
        record(5, status="404 Not Found"),
        ("http://lorn.example/robots.txt", "text/plain", b"x", "200 OK", None),
    )
    page, rest = pages_of(tmp_path, content)
    assert page.name == "a.warc.gz#1"
    assert rest.name == "a.warc.gz"
    assert rest.problem.startswith(
        "5 records hold no page (2 image/png, 1 error page, 1 file for machines, 1 redirect)."
    )


def test_a_body_packed_for_the_way_is_unpacked(tmp_path):
    """Content-Encoding is undone, so the page is the page and not its packing."""
    (page,) = pages_of(tmp_path, archive(record(body=gzip.compress(PAGE), encoding="gzip")))
    assert page.content == PAGE


def test_a_bomb_inside_a_record_is_refused_and_the_archive_goes_on(tmp_path):
    """One record beyond the limit is refused by name; the one after it is read."""
    bomb = record(1, body=gzip.compress(bytes(200_000)), encoding="gzip")
    large = record(2, body=os.urandom(150_000))
    found = pages_of(tmp_path, archive(bomb, large, record(3), packed=False))
    assert [page.name for page in found if page.problem] == ["a.warc.gz#1", "a.warc.gz#2"]
    assert [page.name for page in found if page.content] == ["a.warc.gz#3"]


@pytest.mark.parametrize("packed", [True, False])
def test_a_truncated_warc_keeps_what_stands_before_the_cut(tmp_path, packed):
    """The pages before the cut are kept, and the file is refused with the place of the cut."""
    last = record(3, body=os.urandom(5000).hex().encode())
    content = archive(record(1), record(2), last, packed=packed)
    *kept, rest = pages_of(tmp_path, content[:-2000], name="cut.warc")
    assert [page.name for page in kept] == ["cut.warc#1", "cut.warc#2"]
    assert rest.name == "cut.warc"
    assert rest.problem.startswith("After record ")


def test_a_wacz_gives_the_pages_of_its_warcs(tmp_path):
    """The WARCs inside are read; the index of the same pages is passed over."""
    path = tmp_path / "a.wacz"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("archive/data.warc.gz", archive(record(1)))
        file.writestr("archive/more.warc", archive(record(2), packed=False))
        file.writestr("pages/pages.jsonl", '{"text": "not a page"}')
    assert [page.name for page in find_pages([path], SETTINGS)] == [
        "a.wacz/archive/data.warc.gz#1",
        "a.wacz/archive/more.warc#1",
    ]


def zipped(path, files):
    with zipfile.ZipFile(path, "w") as file:
        for name, content in files.items():
            file.writestr(name, content)
    return list(find_pages([path], SETTINGS))


def test_an_office_document_is_refused(tmp_path):
    """An office document is a ZIP file, and no pile."""
    files = {"[Content_Types].xml": "x", "word/document.xml": "x"}
    (page,) = zipped(tmp_path / "a.docx", files)
    assert "office document" in page.problem


def test_a_zip_of_pages_is_read_like_a_folder(tmp_path):
    """Each file of a ZIP is a page; what a folder would pass over is passed over."""
    lines = b'{"text": "One."}\n{"text": "Two."}'
    files = {"b/p.html": PAGE, "b/p_files/x.js": "x", "a.txt": "Shut.", "more.jsonl": lines}
    hidden = {"__MACOSX/b/._p.html": "x", ".DS_Store": "x"}
    pages = zipped(tmp_path / "a.zip", files | hidden)
    assert [page.name for page in pages] == [
        "a.zip/a.txt", "a.zip/b/p.html", "a.zip/more.jsonl:1", "a.zip/more.jsonl:2"
    ]  # fmt: skip
    assert pages[1].content == PAGE


@pytest.mark.parametrize("change", [0xFF, 0x80, 0x01])
def test_a_damaged_zip_never_stops_the_pile(tmp_path, change):
    """Whichever byte is changed, what can be had is yielded and the rest refused by name."""
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("a.html", PAGE * 3)
    whole = path.read_bytes()
    for at in range(4, len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ change]) + whole[at + 1 :])
        assert all(page.name.startswith("a.zip") for page in find_pages([path], SETTINGS))


def test_a_zip_without_a_page_is_refused(tmp_path):
    """A ZIP that holds nothing is not passed over in silence."""
    (page,) = zipped(tmp_path / "a.zip", {".DS_Store": "x"})
    assert "without a page" in page.problem


def test_a_file_too_large_in_a_zip_is_refused_and_the_rest_is_read(tmp_path):
    """One bad file of a ZIP is refused by its own name."""
    big, small = zipped(tmp_path / "a.zip", {"a.txt": b"x" * 200_000, "b.txt": "Shut."})
    assert (big.name, small.name) == ("a.zip/a.txt", "a.zip/b.txt")
    assert "more than 100,000 bytes" in big.problem
    assert small.content == b"Shut."


def test_a_truncated_wacz_is_refused(tmp_path):
    """A ZIP file without its directory is refused by name."""
    path = tmp_path / "a.wacz"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("archive/data.warc.gz", archive(record(1)))
    (page,) = pages_of(tmp_path, path.read_bytes()[:-60], name="cut.wacz")
    assert "damaged" in page.problem


def test_a_locked_file_of_a_zip_is_refused_as_what_it_is(tmp_path):
    """Nothing about it is damaged, so nobody is told to fetch it again; the rest is read."""
    path = tmp_path / "a.zip"
    zipped(path, {"a.html": PAGE, "b.txt": "Shut."})
    whole = bytearray(path.read_bytes())
    for magic, flags in (
        (b"PK\x03\x04", 6),
        (b"PK\x01\x02", 8),
    ):  # in its own head, in the directory
        whole[whole.index(magic) + flags] |= 1
    path.write_bytes(whole)
    locked, read = find_pages([path], SETTINGS)
    assert locked.name == "a.zip/a.html"
    assert (
        locked.problem == "It is locked with a password. Unpack it by hand, and give its files."
    )
    assert read.content == b"Shut."
