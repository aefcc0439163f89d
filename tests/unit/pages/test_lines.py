import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.pages.lines import Line, split_lines


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("ab \t\r\n\u00a0é…"), max_size=80))
def test_a_line_is_found_where_it_says(text: str) -> None:
    """Every line stands on the page exactly at its start, without white space at its edges."""
    for line in split_lines(text):
        assert line.start is not None
        assert text[line.start : line.start + len(line.text)] == line.text
        assert line.text == line.text.strip()


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("ab \r\n"), max_size=60))
def test_no_word_is_lost(text: str) -> None:
    """The lines of a page hold every word of it, in order."""
    assert " ".join(line.text for line in split_lines(text)).split() == text.split()


def test_blank_lines_are_counted_for_every_kind_of_line_end() -> None:
    """A gap of one blank line is one, whether lines end the Unix, the Windows or the old way."""
    for end in ("\n", "\r\n", "\r"):
        lines = list(split_lines(f"one{end}{end}two{end}three"))
        assert [line.gap for line in lines] == [0, 1, 0]


def test_a_page_of_white_space_has_no_lines() -> None:
    """Nothing but white space is no line at all."""
    assert list(split_lines(" \n\t\n\u00a0\n")) == []
    assert list(split_lines("x")) == [Line(text="x", start=0, gap=0)]


def test_a_paragraph_broken_at_a_fixed_width_is_one_line() -> None:
    """Wire copy broken every sixty letters comes as its paragraphs, breaks inside."""
    text = (
        "The crews of the six ferries that serve the islands stayed\n"
        "on shore for an eighth day on Monday, two union delegates\n"
        "said.\n"
        "The company had offered to pay for the extra night shifts,\n"
        "but only from next spring.\n"
    )
    first, second = split_lines(text)
    assert first.text.endswith("delegates\nsaid.")
    assert second.text.startswith("The company")
    assert text[second.start :].startswith(second.text)


def test_a_menu_is_not_put_together() -> None:
    """Short lines that each begin anew stay lines."""
    assert len(list(split_lines("Home\nWorld news\nSport\nContact us"))) == 4


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("date 2031-05-12 Two piers of Port Maren were shut", ["date 2031-05-12", "Two piers of Port Maren were shut"]),
        ("Last updated: 12 May 2031, 9:30 pm GMT “It is shut,” she said", ["Last updated: 12 May 2031, 9:30 pm GMT", "“It is shut,” she said"]),
        ("Published on 12 May 2031", ["Published on 12 May 2031"]),
        ("Published 12 May 2031 and sold out by the evening", ["Published 12 May 2031 and sold out by the evening"]),
        ("Date of birth 12 May 1931 He was born at Port Maren", ["Date of birth 12 May 1931 He was born at Port Maren"]),
    ],
)  # fmt: skip
def test_a_labelled_date_that_was_run_into_the_text_is_a_line(
    text: str, lines: list[str]
) -> None:
    """The first sentence begins behind "date 2031-05-12"; a sentence about a date stays whole."""
    assert [line.text for line in split_lines(text)] == lines


def test_a_short_paragraph_of_a_broken_page_is_one_line_too() -> None:
    """Two lines show nothing by themselves; beside longer paragraphs of that width they do."""
    long = (
        "The minister said on Monday that the harbour levy of the\n"
        "port will be collected from the first of April, and that\n"
        "the pilots of the quay had been asked for their views.\n"
    )
    short = (
        "A woman who speaks for the pilots of the port said that\n"
        "they had none, and would like to be left in peace.\n"
    )
    heads = "Talvin and Lorn\nin other news\n"
    (_, paragraph, *rest) = (line.text for line in split_lines(f"{long}\n{short}\n{heads}"))
    assert paragraph == short.strip()
    assert rest == ["Talvin and Lorn", "in other news"]
    assert [line.text for line in split_lines(short)] == short.strip().split("\n")
