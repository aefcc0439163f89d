from types import SimpleNamespace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from headwater.language import pieces as module
from headwater.language.pieces import LOOKS, UNKNOWN_PIECE, Pieces
from headwater.language.shipped import open_tokenizer

_VOCABULARY = open_tokenizer()
_PIECES = Pieces(_VOCABULARY)
_WORDS = st.lists(st.text(min_size=1, max_size=30), max_size=8)


class _Letters:
    """A vocabulary of letters; it remembers what it was asked to cut."""

    def __init__(self):
        self.cut = []

    def no_padding(self):
        pass

    no_truncation = no_padding

    def encode_batch(self, words, *, add_special_tokens):
        assert not add_special_tokens
        self.cut += words
        return [SimpleNamespace(ids=[ord(letter) for letter in word]) for word in words]


@settings(deadline=None)
@given(_WORDS)
@example(["\u200b", "\x00", " ", "\u0301"])  # the vocabulary has no piece for these
@example(["https://example.org/" + "a1b2" * 50])
def test_every_word_has_one_to_eight_pieces(words):
    """A word that the vocabulary loses altogether is unknown; of a long one the head is read."""
    cuts = _PIECES.of_words(words)
    assert len(cuts) == len(words)
    assert all(1 <= len(cut) <= 8 for cut in cuts)


def test_a_word_without_a_piece_is_the_unknown_one():
    """What the vocabulary drops still has a place in the window."""
    assert _PIECES.of_words(["\u200b"]) == [[UNKNOWN_PIECE]]


@settings(deadline=None)
@given(_WORDS)
def test_pieces_of_a_word_do_not_depend_on_its_neighbours(words):
    """A word is cut alike by itself and among others, by a fresh cutter and by an old one."""
    fresh = Pieces(_VOCABULARY)
    assert _PIECES.of_words(words) == [fresh.of_words([word])[0] for word in words]


def test_pieces_are_those_of_the_vocabulary():
    """Words are cut as the encoder's vocabulary has them, without the marks of begin and end."""
    cuts = _PIECES.of_words(["Unforeseeable", "minister"])
    assert [[_VOCABULARY.id_to_token(piece) for piece in cut] for cut in cuts] == [
        ["un", "##for", "##ese", "##ea", "##ble"],
        ["minister"],
    ]


def test_a_word_is_cut_once():
    """Words that came before are remembered."""
    letters = _Letters()
    cutter = Pieces(letters)
    cutter.of_words(["b", "a", "b"])
    assert cutter.of_words(["a", "c"]) == [[ord("a")], [ord("c")]]
    assert letters.cut == ["a", "b", "c"]


def test_memory_is_bounded(monkeypatch):
    """However many words come, no more than the limit are remembered, and all are cut right."""
    monkeypatch.setattr(module, "_KEPT_WORDS", 10)
    cutter = Pieces(_Letters())
    for number in range(0, 200, 3):
        words = [chr(0x4E00 + number + step) for step in (0, 1, 2, -1, -2)]
        assert cutter.of_words(words) == [[ord(word)] for word in words]
        assert len(cutter._cuts) <= 10  # noqa: SLF001 - what is remembered is counted


@pytest.mark.parametrize(
    ("word", "writing"),
    [
        ("kiln", 0), ("19th", 0), ("'s", 0), ("Kiln", 1), ("K", 1), ("I", 1), ("É", 1), ("KILN", 2), ("U.S.", 2), ("F16", 2),
        ("McCoy", 3), ("iPhone", 3), ("قال", 3), ("東京", 3), ("1500", 4), ("3.5", 4), ("½", 4), (",", 5), ("“", 5), ("…", 5), ("🔥", 5),
    ],
)  # fmt: skip
def test_how_a_word_is_written(word, writing):
    """Lower case, Capital, CAPITALS, mixed, number and mark are told apart, three looks from one another."""
    assert Pieces.looks([word], [0]) == [3 * writing]


def test_looks_tell_what_stands_before():
    """Nothing, a blank and a new line give a word three looks."""
    assert Pieces.looks(["a", "a", "a"], [0, 1, 2]) == [0, 1, 2]


@given(st.text(min_size=1), st.integers(0, 2))
def test_every_look_has_a_vector(word, gap):
    """No word has a look that the model does not know."""
    (look,) = Pieces.looks([word], [gap])
    assert 0 <= look < LOOKS
