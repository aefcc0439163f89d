import gzip
import io
import os

import pytest

from headwater.errors import UnreadablePile
from headwater.pages.walk import find_pages
from headwater.settings import PageSettings

SETTINGS = PageSettings(max_page_bytes=10_000)


def names(*paths, **more):
    return [page.name for page in find_pages(paths, SETTINGS, **more)]


def problems(path):
    return {page.name: page.problem for page in find_pages([path], SETTINGS) if page.problem}


def write(path, text="The harbour of Lorn is shut."):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_page_is_named_by_its_path_below_the_folder_given(tmp_path):
    """Names are relative to the pile and in code-point order."""
    for name in ("b/z.html", "a.txt", "b/A.html"):
        write(tmp_path / name)
    assert names(tmp_path) == ["a.txt", "b/A.html", "b/z.html"]


def test_a_file_given_by_itself_goes_by_its_own_name(tmp_path):
    """A file given by itself goes by its own name."""
    assert names(write(tmp_path / "deep" / "one.txt")) == ["one.txt"]


def test_two_piles_with_one_name_are_told_apart(tmp_path):
    """Files of one name keep as many parents as tell them apart, whatever the order given."""
    one, two = write(tmp_path / "p" / "in" / "x.txt"), write(tmp_path / "q" / "in" / "x.txt")
    write(tmp_path / "q" / "in" / "y.txt")
    told = ["p/in/x.txt", "q/in/x.txt", "y.txt"]
    assert names(one.parent, two.parent) == told
    assert names(two.parent, one.parent) == told


def test_the_same_file_reached_twice_is_one_page(tmp_path):
    """A file given by itself and inside its folder is yielded once."""
    file = write(tmp_path / "x.txt")
    assert len(names(tmp_path, file, str(file))) == 1


def test_hidden_files_are_no_part_of_a_pile_unless_named(tmp_path):
    """A hidden file or folder is passed over, unless it is given by name."""
    hidden = write(tmp_path / ".notes.txt")
    write(tmp_path / ".git" / "HEAD")
    assert names(tmp_path) == []
    assert names(hidden) == [".notes.txt"]


def test_a_link_that_leads_nowhere_is_refused_by_name(tmp_path):
    """Dangling links and links in a circle are refused, and the rest is read."""
    (tmp_path / "gone").symlink_to("nowhere")
    (tmp_path / "loop").symlink_to("loop")
    write(tmp_path / "x.txt")
    assert names(tmp_path) == ["gone", "loop", "x.txt"]
    assert all("link that leads nowhere" in why for why in problems(tmp_path).values())
    assert set(problems(tmp_path)) == {"gone", "loop"}


def test_a_link_back_up_does_not_hang(tmp_path):
    """Each folder is entered once, however many links lead to it."""
    write(tmp_path / "sub" / "x.txt")
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    (tmp_path / "zz").symlink_to(tmp_path / "sub")
    assert names(tmp_path) == ["sub/x.txt"]


def test_a_pipe_is_refused_without_being_opened(tmp_path):
    """Nothing waits for a pipe that nobody writes to."""
    os.mkfifo(tmp_path / "pipe")
    assert "pipe or a device" in problems(tmp_path)["pipe"]


def test_a_folder_without_permission_is_refused_by_name(tmp_path, monkeypatch):
    """A folder that may not be listed is refused by name, and the rest is read."""
    write(tmp_path / "shut" / "x.txt")
    write(tmp_path / "y.txt")
    scandir, opener = os.scandir, io.open

    def deny(path):
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    def deny_open(path, *args, **kwargs):
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return opener(path, *args, **kwargs)

    monkeypatch.setattr(os, "scandir", deny)
    monkeypatch.setattr(io, "open", deny_open)
    assert names(tmp_path) == ["shut", "y.txt"]
    assert "folder may not be opened: permission denied" in problems(tmp_path)["shut"]


def test_a_file_name_that_no_terminal_could_show_is_written_out(tmp_path):
    """Line ends, bytes that are no text, and marks that turn text round are escaped."""
    path = os.fsencode(tmp_path) + b"/odd\xff\n\xe2\x80\xaelmth.txt"
    with open(path, "wb") as file:  # noqa: PTH123 - a Path can't be made of stray bytes
        file.write(b"text")
    (name,) = names(tmp_path)
    assert name == r"odd\xff\n\u202elmth.txt"


def test_a_persian_name_stays_as_it_is(tmp_path):
    """Joiners belong to the spelling of names in Persian and Hindi."""
    write(tmp_path / "خبر\u200cها.txt")
    assert names(tmp_path) == ["خبر\u200cها.txt"]


def test_a_file_over_the_limit_is_refused_with_its_size(tmp_path):
    """A page over the size limit is refused, and the limit is told."""
    write(tmp_path / "big.html", "x" * 10_001)
    (page,) = find_pages([tmp_path], SETTINGS)
    assert page.content is None
    assert page.size == 10_001
    assert "10,000 bytes" in page.problem


def test_a_gzip_file_is_its_page(tmp_path):
    """A gzipped page has the bytes of the page, and the size of the file."""
    packed = gzip.compress(b"The harbour.") + gzip.compress(b" It is shut.") + bytes(100)
    (tmp_path / "x.gz").write_bytes(packed)
    (page,) = find_pages([tmp_path], SETTINGS)
    assert page.content == b"The harbour. It is shut."
    assert page.size == len(packed)


def test_a_truncated_gzip_file_is_refused(tmp_path):
    """A gzip file that ends before its end is refused, as one with a wrong checksum is."""
    packed = gzip.compress(bytes(range(256)) * 20)
    (tmp_path / "cut.gz").write_bytes(packed[:-12])
    (tmp_path / "wrong.gz").write_bytes(packed[:-8] + b"\x00\x00\x00\x00" + packed[-4:])
    why = problems(tmp_path)
    assert "cut short" in why["cut.gz"]
    assert "damaged" in why["wrong.gz"]


def test_a_decompression_bomb_is_refused(tmp_path):
    """A file that grows beyond measure is refused before it fills the memory."""
    settings = PageSettings(max_page_bytes=10**9)
    (tmp_path / "bomb.gz").write_bytes(gzip.compress(bytes(5_000_000)))
    (page,) = find_pages([tmp_path], settings)
    assert "decompression bomb" in page.problem


def test_the_stream_may_be_a_pile_of_its_own():
    """What comes through the pipe is sniffed like a file: here, two lines of JSON."""
    stream = io.BytesIO(b'{"text": "One."}\n{"text": "Two."}\n')
    assert names("-", stdin=stream) == ["-:1", "-:2"]


def test_a_path_that_is_not_there_is_told_before_anything_is_read(tmp_path):
    """A mistyped path stops the run at once, with the path in the message."""
    with pytest.raises(UnreadablePile, match=r"nowhere: There is no such file"):
        names(write(tmp_path / "x.txt"), tmp_path / "nowhere")


def test_the_order_of_the_paths_changes_nothing(tmp_path):
    """The same pile gives the same pages in the same order."""
    a, b = write(tmp_path / "a.txt"), write(tmp_path / "b.txt")
    assert names(a, b) == names(b, a) == ["a.txt", "b.txt"]


def test_the_parts_of_a_page_saved_whole_are_passed_over(tmp_path):
    """A browser puts scripts and pictures beside the page; a folder of its own is no such."""
    for name in (
        "Storm.html",
        "Storm_files/ad.js",
        "Lorn_files/a.txt",
        "Flut.htm",
        "Flut-Dateien/x.js",
    ):
        write(tmp_path / name)
    assert names(tmp_path) == ["Flut.htm", "Lorn_files/a.txt", "Storm.html"]
