import pytest

from headwater.pages.kinds import find_kind, is_html, remedy_of


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\x00", "a PNG image"),
        (b"\xff\xd8\xff\xe0", "a JPEG image"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "a WebP image"),
        (b"%PDF-1.7", "a PDF document"),
        (rb"{\rtf1\ansi", "an RTF document"),
        (b"SQLite format 3\x00", "an SQLite database"),
        (
            b"SQLite format 3\x00".ljust(68, b"\x00") + b"HWtr",
            "a case that headwater read made",
        ),
        (b"\x00\x00\x00\x18ftypmp42", "a film or a picture"),
        (b"BM\x00\x00\x00\x00", "a BMP image"),
        (b"x" * 257 + b"ustar", "a tar archive"),
    ],
)
def test_what_is_no_page_is_called_by_its_name(content, kind):
    """A refusal says what the file is, from its first bytes."""
    assert find_kind(content) == kind


@pytest.mark.parametrize(
    ("kind", "remedy"),
    [
        ("a ZIP archive inside another", "Unpack it"),
        ("a case that headwater read made", "Ask it as it is"),
        ("a PDF document", "Save it as HTML or text"),
    ],
)
def test_what_can_be_done_is_said_with_the_kind(kind, remedy):
    """An archive is unpacked, a case asked; anything else is saved as text."""
    assert remedy_of(kind).startswith(remedy)


@pytest.mark.parametrize("text", [b"BMW recalls cars", b"MZUNGU, said the man", b"<html>", b""])
def test_words_are_not_taken_for_magic(text):
    """A text may begin with the letters of a magic number."""
    assert find_kind(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!DOCTYPE html><p>x", True),
        ("\n<HTML lang=en>", True),
        ("<div><p>x</p></div>", True),
        ("The sign <body> of the text", False),
        ("A price < 5 and > 3", False),
        ("Plain words.", False),
    ],
)
def test_html_is_known_by_its_markup(text, expected):
    """HTML says so, or begins with an element that closes."""
    if text.startswith("The sign"):
        text = text.replace("<body>", "<bodily>")
    assert is_html(text) is expected
