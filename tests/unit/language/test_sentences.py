from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.language.sentences import split_sentences


def _split(text):
    return [text[a:b] for a, b in split_sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The kiln is cold.", "The clay is wet."],
        ["Is it cold?", "It is!", "Nobody knew…", "Then it rained."],
        ["“We wait.", "We hope,” she said.", "Nobody came."],
        ["He called it “cold.”", "She laughed."],
        ["Dr. Mensah met Lt. Col. Okoro at St. Anne.", "Both left."],
        ["It opened on Jan. 5 in Lima.", "It closed."],
        ["J. K. Adu and P.T. Rao came.", "They left."],
        ["The U.S. Navy sailed at 5 p.m. on Friday.", "The port closed."],
        ["It sailed from the U.S.", "The port closed."],
        ["The price rose by 3.5 percent to 1.250 cedis.", "Traders sold."],
        ["The firm, Volta Bricks Inc., closed.", "It was old."],
        ["هل وصل الوفد؟", "نعم وصل."],
        ["Делегация прибыла.", "Она устала."],
        ["«On attend.»", "Il pleut."],
        ["It ended (so they say.)", "It rained."],
        ["Reuters asked.", "“No,” he said."],
    ],
)
def test_sentences_end_where_a_reader_would_end_them(sentences):
    """Stops end sentences, also behind marks and inside quotations; abbreviations, initials and decimals do not."""
    assert _split(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    "text",
    ["and so on. and on", "visit example.org/a.b now", "3.5", "no stop at all", "e.g. rice"],
)
def test_what_goes_on_in_lower_case_is_one_sentence(text):
    """A stop before a small letter, or inside a word, ends nothing."""
    assert _split(text) == [text]


@pytest.mark.parametrize("text", ["", "   ", "\n\t\u00a0"])
def test_nothing_but_white_space_holds_no_sentence(text):
    """Empty text has no sentences."""
    assert _split(text) == []


def test_only_the_stretch_asked_for_is_split():
    """Nothing before or behind the stretch is touched."""
    text = "One. Two. Three. Four."
    assert [text[a:b] for a, b in split_sentences(text, 5, 16)] == ["Two.", "Three."]


@given(
    st.text(max_size=200) | st.text(alphabet='Ab. ?!…"”’)\n', max_size=80),
    st.integers(0, 20),
    st.integers(0, 20),
)
def test_sentences_tile_their_stretch(text, before, behind):
    """They stand in order, share no letter, stay inside, and leave out white space only."""
    start, end = min(before, len(text)), max(min(before, len(text)), len(text) - behind)
    bounds = split_sentences(text, start, end)
    assert all(start <= a < b <= end for a, b in bounds)
    assert all(first[1] <= second[0] for first, second in pairwise(bounds))
    gaps = [start, *(place for bound in bounds for place in bound), end]
    assert all(not text[gaps[i] : gaps[i + 1]].strip() for i in range(0, len(gaps), 2))
    assert all(text[a:b] == text[a:b].strip() for a, b in bounds)
