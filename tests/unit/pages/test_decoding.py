import pytest

from headwater.errors import UnreadablePage
from headwater.pages.decoding import decode_page

ENGLISH = "“Nobody knows,” the harbour master of Lorn said — £40 million is at stake."
RUSSIAN = "Порт закрыт из-за шторма, сообщили власти города. Суда ждут на рейде третий день."
ARABIC = "أغلقت السلطات الميناء بسبب العاصفة وقالت إن السفن تنتظر في عرض البحر منذ ثلاثة أيام"
FRENCH = (
    "Le port est fermé à cause de la tempête, a déclaré la préfecture, où l’on espère l’été."
)


def decode(content, **more):
    return decode_page(content, where="x.html", **more)


@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"]
)
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN])
def test_unicode_in_any_width_is_read(text, encoding):
    """Byte order marks are believed, and UTF-16 without one is known by its shape."""
    found = decode(text.encode(encoding))
    assert found.text == text
    assert found.encoding == encoding.removesuffix("-sig")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(RUSSIAN, "cp1251"), (ARABIC, "cp1256"), (FRENCH, "cp1252"), (RUSSIAN, "koi8-r")],
)
def test_the_label_of_the_page_is_believed(text, encoding):
    """A page in a legacy encoding is read by its own label."""
    label = f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}">'
    assert decode((label + text).encode(encoding)).text == label + text


@pytest.mark.parametrize(
    ("text", "encoding"), [(RUSSIAN, "cp1251"), (ARABIC, "cp1256"), (FRENCH, "cp1252")]
)
def test_without_a_label_the_letters_tell(text, encoding):
    """Text in a legacy encoding without a label is told by its letters."""
    assert decode(text.encode(encoding)).text == text


def test_a_few_quotes_in_english_are_the_webs():
    """Curly quotes and a dash say nothing of the alphabet; they are read as most pages mean them."""
    text = "The envoy, Señor Peña, said the port would “stay shut” – and the pilots’ guild agreed.\n"
    text += "The port authority gave no date for its opening, and no reason.\n" * 9
    found = decode(text.encode("cp1252"))
    assert (found.text, found.encoding) == (text, "cp1252")
    markup = '<p class="text">' + "x" * 2000 + RUSSIAN[:40]
    assert decode(markup.encode("cp1251")).encoding != "cp1252"


def test_the_server_is_asked_before_the_page():
    """The character set of the HTTP header comes before the page's own label."""
    content = ('<meta charset="cp1252">' + RUSSIAN).encode("cp1251")
    assert decode(content, charset="windows-1251").encoding == "cp1251"


def test_valid_utf_8_is_utf_8_whatever_its_label_says():
    """Savers re-encode pages and leave the old label: no mojibake comes of it."""
    text = '<meta charset="windows-1251">' + RUSSIAN
    found = decode(text.encode(), charset="iso-8859-1")
    assert (found.text, found.encoding) == (text, "utf-8")


def test_latin_1_is_read_as_the_web_reads_it():
    """Pages labelled Latin-1 hold curly quotes, which Latin-1 has not."""
    text = '<meta charset="iso-8859-1">' + ENGLISH
    assert decode(text.encode("cp1252")).text == text


def test_a_few_broken_letters_are_told_in_the_encoding():
    """UTF-8 with a letter cut in two is still UTF-8, and the case says that it is damaged."""
    found = decode(RUSSIAN.encode() * 3 + "я".encode()[:1])
    assert found.text.startswith(RUSSIAN)
    assert found.encoding == "utf-8 (damaged)"


@pytest.mark.parametrize(
    "label", ["hex", "punycode", "utf-16", "no-such-thing", "idna", "rot13"]
)
def test_a_label_that_means_nothing_does_no_harm(label):
    """Labels that name no text encoding are passed over."""
    text = f'<meta charset="{label}">Lorn'
    assert decode(text.encode(), charset=label).text == text


@pytest.mark.parametrize(
    "content",
    [bytes(range(256)) * 4, b"Lorn\x00\x00\x00\x01\x02\x03" * 9, b"\x01\x02\x03\x04" * 50],
)
def test_binary_is_refused(content):
    """Bytes with NULs or many control codes are no text."""
    with pytest.raises(UnreadablePage, match="binary"):
        decode(content)


def test_an_encoding_that_can_not_be_told_is_refused():
    """Text that no encoding explains is refused, not read as gibberish."""
    with pytest.raises(UnreadablePage, match="encoding"):
        decode(b"\xff\xfe\x00\xd8")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Le café brûlé à Lorn. The mayor, José Núñez, said so.", "cp1252"),
        ("Wójt gminy, Łukasz Żak, powiedział że", "cp1250"),
    ],
)
def test_the_letters_of_western_europe_are_not_read_as_others(text, encoding):
    """A short text full of French and Spanish names keeps them, and a Polish one its own."""
    assert decode(text.encode(encoding)).text == text
