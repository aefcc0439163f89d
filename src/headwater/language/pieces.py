"""Word pieces: how the encoder sees the words of a text.

Each word is cut by itself, so that a word's pieces do not depend on its neighbours, and carries
what the uncased vocabulary loses: how it is written, and what stands before it.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

#: Pieces of a window, its two marks included. A fifth longer than what was trained on costs
#: little, longer is slower a word.
LONGEST_WINDOW = 320
#: Pieces of a word that are read; addresses of web pages run to hundreds.
_LONGEST_WORD = 8
#: Of [UNK], [CLS] and [SEP] in the vocabulary.
UNKNOWN_PIECE, BEGIN, END = 100, 101, 102
_KEPT_WORDS = 65_536
#: Ways of being written (below) times what stands before.
LOOKS = 18


class Pieces:
    """Cuts words into pieces and remembers the cuts."""

    def __init__(self, tokenizer: "Tokenizer") -> None:
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self._cuts: dict[str, list[int]] = {}

    def of_words(self, words: Sequence[str]) -> list[list[int]]:
        """Give the ids of each word's pieces: at least one, at most eight."""
        new = sorted({word for word in words if word not in self._cuts})
        if len(self._cuts) + len(new) > _KEPT_WORDS:
            self._cuts.clear()
            new = sorted(set(words))
        for word, cut in zip(
            new, self._tokenizer.encode_batch(new, add_special_tokens=False), strict=True
        ):
            self._cuts[word] = cut.ids[:_LONGEST_WORD] or [UNKNOWN_PIECE]
        return [self._cuts[word] for word in words]

    @staticmethod
    def looks(words: Sequence[str], gaps: Sequence[int]) -> list[int]:
        """Give the look of each word: three times how it is written, plus the gap before it.

        Args:
            words: The words.
            gaps: Before each: 0 nothing, 1 a blank, 2 a new line.
        """
        return [3 * _writing(word) + gap for word, gap in zip(words, gaps, strict=True)]


def _writing(word: str) -> int:
    """Tell lower case 0, Capital 1, CAPITALS 2, mIxed 3, without letters 4, mark 5."""
    if word.islower():
        return 0
    if word.isupper():
        return 2 if len(word) > 1 else 1
    if word[0].isupper() and word[1:].islower():
        return 1
    if any(letter.isalpha() for letter in word):
        return 3
    return 4 if word[0].isalnum() else 5
