from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.language.tokens import split_tokens


def _split(text):
    return [token.text for token in split_tokens(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("The kiln, cold.", ["The", "kiln", ",", "cold", "."]),
        ("Kenya's and Chad’s", ["Kenya", "'s", "and", "Chad", "’s"]),
        ("the potters' kiln", ["the", "potters", "'", "kiln"]),
        ("didn't can’t", ["did", "n't", "ca", "n’t"]),
        ("DIDN’T KENYA’S", ["DID", "N’T", "KENYA", "’S"]),
        ("he’ll they've I'd", ["he", "’ll", "they", "'ve", "I", "'d"]),
        ("Sana'a and Kata'ib", ["Sana'a", "and", "Kata'ib"]),
        ("U.S. at 5 p.m. now", ["U.S.", "at", "5", "p.m.", "now"]),
        ("1,500 of 3.5 at 10:30 40%", ["1,500", "of", "3.5", "at", "10:30", "40%"]),
        ("Ghana-based", ["Ghana", "-", "based"]),
        ("“No…” — he", ["“", "No", "…", "”", "—", "he"]),
        ("wait... 5.", ["wait", "...", "5", "."]),
        ("Süd-Łódź кёльн 東京", ["Süd", "-", "Łódź", "кёльн", "東京"]),
    ],
)
def test_words_and_marks_are_parted(text, tokens):
    """Marks stand alone; possessives, negations and hyphens part; abbreviations and numbers hold together."""
    assert _split(text) == tokens


def test_a_token_knows_its_place_and_its_plain_form():
    """Offsets are the text's own, and the plain form has small letters and a straight apostrophe."""
    text = "See: CHAD’s"
    chad, possessive = split_tokens(text, 5, len(text))
    assert (chad.start, chad.end, chad.text, chad.lower) == (5, 9, "CHAD", "chad")
    assert (possessive.start, possessive.end, possessive.text, possessive.lower) == (
        9,
        11,
        "’s",
        "'s",
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [("kiln", True), ("5", True), ("’s", True), ("—", False), ("...", False), (".", False)],
)
def test_words_are_told_from_marks(text, words):
    """Letters and digits make a word, also behind an apostrophe."""
    (token,) = split_tokens(text, 0, len(text))
    assert token.is_word is words


@given(st.text(max_size=120))
def test_tokens_stand_in_order_and_lose_no_letter(text):
    """Tokens give back their words, never overlap, and leave out nothing but white space."""
    tokens = split_tokens(text, 0, len(text))
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    rest, at = "", 0
    for token in tokens:
        rest, at = rest + text[at : token.start], token.end
    assert not (rest + text[at:]).strip()
