import pytest
from small_article import names, statements_of, texts

from headwater.model import Voice


def _tellers(*paragraphs, **facts):
    """Give, statement by statement, the words and who says them behind the page; nested ones left out."""
    return [
        (" ".join(texts(s.content)), names(s))
        for s in statements_of(*paragraphs, **facts)
        if s.nested_in is None
    ]


def _speakers(*paragraphs, **facts):
    return [chain[-1] if chain else None for _, chain in _tellers(*paragraphs, **facts)]


def test_what_follows_a_line_with_a_colon_is_said_by_whom_it_announces():
    """Every paragraph of a release is the minister's, up to its notes."""
    text = (
        "The Minister said:",
        "The harvest in the delta has been better than last year.",
        "No family will go without rice.",
        "We will open nine stores before the rains.",
        "Notes to editors: the stores are run by the trade board.",
    )
    assert _speakers(*text) == ["Minister", "Minister", "Minister", None]


def test_the_next_who_is_announced_takes_over():
    """Two ministers of one release each have their own paragraphs."""
    text = (
        "Foreign Secretary Olaf Brandt said:",
        "I welcome the release of the two sailors.",
        "Our ships will stay in the strait.",
        "Minister Ilse Marek said:",
        "Our ports are open again.",
        "ENDS",
    )
    brandt, marek = "Olaf Brandt", "Ilse Marek"
    assert _speakers(*text) == [brandt, brandt, marek, None]


@pytest.mark.parametrize("end", ["###", "About the trade board", "Background"])
def test_a_heading_or_a_row_of_marks_ends_a_speech(end):
    """Nobody says "About the trade board", nor what stands behind it."""
    text = ("The army said:", "Our men have left.", end, "The army was founded in 1971.")
    assert _speakers(*text)[0] == "army"
    assert _speakers(*text)[-1] is None


@pytest.mark.parametrize(
    "line",
    ["The ministry issued the following statement:", "A statement from the ministry:", "In a post on X, the ministry said:"],
)  # fmt: skip
def test_a_paper_can_be_announced_too(line):
    """The words of a statement are those of the body that issued it."""
    assert _speakers(line, "The pass is closed.", "It will open on Friday.") == ["ministry"] * 2


def test_whether_a_paragraph_without_we_is_still_his_is_uncertain():
    """Behind the last "we" of a speech a reader may disagree, and is told so."""
    text = ("The army said:", "We hold the bridge.", "The road is open.")
    _, last = statements_of(*text)
    assert [warning.kind for warning in last.warnings] == ["uncertain-carrier"]


def test_where_others_speak_too_a_speech_ends_with_its_last_we():
    """A news page quotes a block and goes on in its own voice."""
    text = (
        "The spokeswoman said:",
        "Our thoughts are with the crew.",
        "The ship sank at nine.",
        "The mayor said three were missing.",
    )
    assert _speakers(*text) == ["spokeswoman", None, "mayor"]


def test_whom_a_speaker_quotes_he_hands_on():
    """Somebody else's word inside a speech comes through the speaker."""
    text = (
        "The Minister said:",
        "We have read the letter.",
        "The guild told us that the cranes are unsafe, according to its chairman.",
        "We will mend them.",
    )
    inner = [s for s in statements_of(*text) if s.nested_in]
    assert inner
    assert all(names(s)[0] == "Minister" for s in inner)


def test_a_colon_inside_a_paragraph_leads_to_its_end():
    """ "He said: A. B." gives B to him, doubtfully, and not the next paragraph."""
    told = _tellers(
        "The premier said: The bridge will be rebuilt. It will be open by May.", "Rain fell."
    )
    assert told == [
        ("The bridge will be rebuilt", ["premier"]),
        ("It will be open by May", ["premier"]),
        ("Rain fell", []),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line", ["Also read:", "Here is what we know:", "The army had three demands:"]
)
def test_a_colon_behind_nobody_announces_nobody(line):
    """Most colons lead to no speech."""
    statements = statements_of(line, "The ferry sank at nine.")
    assert {s.voice for s in statements} == {Voice.OUTLET}


def test_a_quotation_left_open_goes_on_in_the_next_paragraph():
    """Each paragraph of a long quotation opens with a mark, and only the last one closes it."""
    text = (
        "The Minister for Ports said:",
        "“The cranes are back at work.",
        "“We have lost no ship.",
        "“Pay will rise in May.”",
        "The ministry runs nine ports.",
    )
    assert _speakers(*text) == ["Minister for Ports"] * 3 + [None]
