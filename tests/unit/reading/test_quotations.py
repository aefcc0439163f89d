import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.reading.quotations import Quotation, find_quotations, inside, is_speech


def _quoted(text):
    return [text[slice(*q.inner)] for q in find_quotations(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We wait,” he said.", ["We wait,"]),
        ('"We wait," he said.', ["We wait,"]),
        ("«On attend», dit-il.", ["On attend"]),
        ("„Wir warten“, sagte er.", ["Wir warten"]),
        ("He said: ‘We wait.’", ["We wait."]),
        ("‘It’s the potters’ kiln,’ he said.", ["It’s the potters"]),
        ('He called it "cold" and "old".', ["cold", "old"]),
        ("“She said ‘no’ twice,” he said.", ["She said ‘no’ twice,"]),
    ],
)
def test_the_outermost_quotation_is_found_in_every_style(text, quoted):
    """Curly, straight, French and German marks open and close; what is nested inside stays inside."""
    assert _quoted(text) == quoted


@pytest.mark.parametrize(
    "text", ["It’s Ama’s kiln.", 'A 5" nail and a 6" nail.', "the ’90s", "No marks at all."]
)
def test_apostrophes_and_inches_open_nothing(text):
    """A mark inside or behind a word is not the beginning of a quotation."""
    assert _quoted(text) == []


def test_a_quotation_left_open_runs_to_the_end():
    """Where nobody closed the marks, the rest of the zone is quoted, and the quotation says so."""
    text = "He said: “We wait. And wait."
    (found,) = find_quotations(text, 0, len(text))
    assert (found.closed, found.end) == (False, len(text))
    assert text[slice(*found.inner)] == "We wait. And wait."


def test_a_single_mark_left_open_is_an_apostrophe():
    """ "‘tis" opens nothing, and what follows is still read."""
    assert _quoted("‘Tis late, “very late”, he said.") == ["very late"]


def test_only_the_stretch_asked_for_is_read():
    """Marks before the stretch do not open into it, and marks behind it do not close it."""
    text = "“One.” “Two.” “Three.”"
    assert [text[q.start : q.end] for q in find_quotations(text, 7, 13)] == ["“Two.”"]
    (cut,) = find_quotations(text, 7, 11)
    assert (cut.end, cut.closed) == (11, False)


@pytest.mark.parametrize(
    ("text", "speech"),
    [("“we will not wait”", True), ("“Blue Heron”", False), ("“Front of the River”", False), ("“traitors”", False), ("“Go Home Now And Stay There”", True)],
)  # fmt: skip
def test_a_name_in_marks_is_no_speech(text, speech):
    """One word, or a few capitals, in marks is a name or a term."""
    assert is_speech(text, Quotation(0, len(text), closed=True)) is speech


def test_a_mark_is_inside_its_quotation():
    """From the opening mark to the closing one, and not a letter further."""
    quotation = Quotation(3, 6, closed=True)
    assert [inside([quotation], at) for at in range(2, 7)] == [False, True, True, True, False]


@given(st.text(alphabet="ab \"“”‘’«»„'.", max_size=40))
def test_quotations_never_overlap(text):
    """They stand in order, each begins with a mark or two single ones, and none reaches outside the text."""
    found = find_quotations(text, 0, len(text))
    ends = [0, *(q.end for q in found)]
    assert all(end <= q.start < q.end <= len(text) for end, q in zip(ends, found, strict=False))
    for q in found:
        assert text[q.start] in '"“‘«„' or text[q.start - 1 : q.start + 1] == "''"


@pytest.mark.parametrize(
    "text", ["He said ''no to all of it'' and left.", "He said ``no to all of it'' and left."]
)
def test_two_single_marks_are_a_double_one(text):
    """As archives of newspapers print it; the words are what stands between all the marks."""
    (found,) = find_quotations(text, 0, len(text))
    assert text[slice(*found.inner)] == "no to all of it"


@pytest.mark.parametrize("text", ["The boats'' owner left.", "He said ''no and left."])
def test_doubled_marks_that_nothing_closes_or_that_end_a_word_open_nothing(text):
    """A quotation needs both its ends where apostrophes stand about."""
    assert find_quotations(text, 0, len(text)) == ()
