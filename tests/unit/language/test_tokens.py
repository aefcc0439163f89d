from itertools import pairwise
from time import process_time

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
        ("Ghana-based", ["Ghana", "-", "based"]),
        ("“No…” — he", ["“", "No", "…", "”", "—", "he"]),
        ('‘so’ «so» "so"', ["‘", "so", "’", "«", "so", "»", '"', "so", '"']),
        ("(AP) [x] A&B a/b", ["(", "AP", ")", "[", "x", "]", "A", "&", "B", "a", "/", "b"]),
        ("Süd-Łódź кёльн 東京", ["Süd", "-", "Łódź", "кёльн", "東京"]),
        ("5\u00a0million\u202fmen", ["5", "million", "men"]),
    ],
)
def test_words_and_marks_are_parted(text, tokens):
    """Marks stand alone, hyphens too; white space of any kind parts words and is in none."""
    assert _split(text) == tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Kenya's and Chad’s", ["Kenya", "'s", "and", "Chad", "’s"]),
        ("the potters' kiln", ["the", "potters", "'", "kiln"]),
        ("didn't can’t won't", ["did", "n't", "ca", "n’t", "wo", "n't"]),
        ("DIDN’T KENYA’S", ["DID", "N’T", "KENYA", "’S"]),
        ("he’ll they've I'd we’re I'm", ["he", "’ll", "they", "'ve", "I", "'d", "we", "’re", "I", "'m"]),
        ("cannot Cannot CANNOT", ["can", "not", "Can", "not", "CAN", "NOT"]),
        ("gonna wanna gotta", ["gon", "na", "wan", "na", "got", "ta"]),
        ("Sana'a Kata'ib Sa'ib Sa’ib O'Brien", ["Sana'a", "Kata'ib", "Sa'ib", "Sa’ib", "O'Brien"]),
        ("o'clock l’Humanité", ["o'clock", "l’Humanité"]),
        ("al-Sadr al-Qa'ida al-Houthi's", ["al", "-", "Sadr", "al", "-", "Qa'ida", "al", "-", "Houthi", "'s"]),
    ],
)  # fmt: skip
def test_contractions_part_and_names_hold_together(text, tokens):
    """Possessives, negations and short verbs stand alone, with either apostrophe; names keep theirs."""
    assert _split(text) == tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("1,500 of 3.5 at 10:30", ["1,500", "of", "3.5", "at", "10:30"]),
        ("40% $5 €3", ["40", "%", "$", "5", "€", "3"]),
        ("5km 3.5bn £3m 10:30am", ["5", "km", "3.5", "bn", "£", "3", "m", "10:30", "am"]),
        ("the 1990s, 19th 3rd", ["the", "1990s", ",", "19th", "3rd"]),
        ("08/16/2000 24/7", ["08/16/2000", "24/7"]),
        ("1990-95 F-16 Covid-19", ["1990", "-", "95", "F", "-", "16", "Covid", "-", "19"]),
        ("In 2019.The 5.", ["In", "2019", ".", "The", "5", "."]),
    ],
)
def test_numbers_hold_together_without_their_units(text, tokens):
    """Points, commas and colons inside a number belong to it; units, signs and hyphens do not."""
    assert _split(text) == tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("U.S. at 5 p.m. now", ["U.S.", "at", "5", "p.m.", "now"]),
        ("U.S.-led U.S.’s U.N and U.S.A", ["U.S.", "-", "led", "U.S.", "’s", "U.N", "and", "U.S.A"]),
        ("Gen. Ito, Lt. Col. Oyelaran", ["Gen.", "Ito", ",", "Lt.", "Col.", "Oyelaran"]),
        ("Acme Inc., Adu Jr.) et al. left", ["Acme", "Inc.", ",", "Adu", "Jr.", ")", "et", "al.", "left"]),
        ("Jane Adu, Ph.D., left", ["Jane", "Adu", ",", "Ph.D.", ",", "left"]),
        ("John F. Kennedy, J. K. Adu (J. Rao)", ["John", "F.", "Kennedy", ",", "J.", "K.", "Adu", "(", "J.", "Rao", ")"]),
        ("No. 5 said no. No. He", ["No.", "5", "said", "no", ".", "No", ".", "He"]),
        ("Plan B. it", ["Plan", "B", ".", "it"]),
        ("It ended. He left.", ["It", "ended", ".", "He", "left", "."]),
        ("It ended.The minister said.It", ["It", "ended", ".", "The", "minister", "said", ".", "It"]),
    ],
)  # fmt: skip
def test_a_full_stop_belongs_to_what_is_abbreviated(text, tokens):
    """Abbreviations, initials and "No." before a number keep their stop; a sentence's is a mark, also with no blank behind."""
    assert _split(text) == tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Write press@un.example.org, or", ["Write", "press@un.example.org", ",", "or"]),
        ("see https://x.example/a?b=c-d.", ["see", "https://x.example/a?b=c-d", "."]),
        ("(www.x.example/en/)", ["(", "www.x.example/en/", ")"]),
        ("on bbc.co.uk. He", ["on", "bbc.co.uk", ".", "He"]),
        ("@kiln #clay", ["@", "kiln", "#", "clay"]),
    ],
)
def test_addresses_are_one_word(text, tokens):
    """Web and mail addresses hold together; the stop or bracket behind them is a mark."""
    assert _split(text) == tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("wait... 5.", ["wait", "...", "5", "."]),
        ("so -- no ---", ["so", "--", "no", "---"]),
        ("What?! No!!!", ["What", "?!", "No", "!!!"]),
        ("*** ==== ~~", ["***", "====", "~~"]),
        ("-.-. ,,", ["-", ".", "-", ".", ",", ","]),
        ("so :-) no ;)", ["so", ":-)", "no", ";)"]),
        ("(see: (a))", ["(", "see", ":", "(", "a", ")", ")"]),
    ],
)
def test_runs_of_marks_are_one(text, tokens):
    """Dots, dashes, calls, and rows of one ornament stand together; other marks stay single."""
    assert _split(text) == tokens


@pytest.mark.parametrize(
    "unit", ["a-", "-.", "a+", "a.", "ab.", "1,", "1/", "a'", "n't", "www.", "A. ", "a@"]
)
def test_debris_takes_no_longer_a_letter_than_words(unit):
    """What only looks like an address or a number is not read over and over.

    Twenty thousand times "a-" took six seconds when each "a" was sought an "@" to the end.
    """
    text = unit * 40_000
    began = process_time()
    split_tokens(text, 0, len(text))
    assert process_time() - began < 5


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
