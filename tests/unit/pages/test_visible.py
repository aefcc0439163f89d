from hypothesis import given
from hypothesis import strategies as st

from headwater.pages.extraction import parse_html
from headwater.pages.visible import read_visible


def lines(body):
    return read_visible(parse_html(f"<html><body>{body}<p>End.</p></body></html>")).lines[:-1]


def test_lines_are_what_a_reader_sees():
    """Inline elements run on, blocks begin a line, scripts and styles are not seen."""
    found = lines(
        "<script>x</script><p>The <b>har</b>bour<br>of\n Lorn</p><style>y</style>tail<div>end</div>"
    )
    assert [line.text for line in found] == ["The harbour", "of Lorn", "tail", "end"]


def test_a_caption_and_a_side_line_are_marked():
    """Lines know whether they belong to a caption, or wholly to a link or a side bar."""
    found = lines(
        "<figure><figcaption>One <i>a</i><br>two</figcaption></figure><figcaption>b</figcaption>"
        "<div> <a>link</a> </div><p><a>x</a> and words</p><aside><p>side</p></aside><p>body</p>"
    )
    assert [(line.text, line.caption) for line in found][:3] == [
        ("One a", 1),
        ("two", 1),
        ("b", 2),
    ]
    assert [line.text for line in found if line.is_aside] == ["link", "side"]


@given(st.lists(st.text(max_size=12), max_size=8))
def test_a_line_stands_where_it_says(texts):
    """Law: the text between a line's start and end is the line."""
    body = "".join(f"<p>{text}</p>" for text in texts if text.isprintable() and "<" not in text)
    found = read_visible(parse_html(f"<html><body><div>x</div>{body}</body></html>"))
    assert all(found.text[line.start : line.end] == line.text for line in found.lines)
