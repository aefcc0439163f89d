"""What the language room hands on: frozen, with offsets into the article's text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark: code points ``start`` to ``end`` of the article, and its lower-case form."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_word(self) -> bool:
        """True for words and numbers, False for punctuation."""
        return self.text[0].isalnum() or (len(self.text) > 1 and self.text[1].isalnum())


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence without outer white space. ``paragraph`` is where its paragraph starts."""

    start: int
    end: int
    paragraph: int
    is_title: bool
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Parse:
    """A text with its sentences in order. They do not overlap and hold every word read."""

    text: str
    sentences: tuple[Sentence, ...]

    def words(self, start: int, end: int) -> str:
        """Give the text between two places as one line."""
        return " ".join(self.text[start:end].split())
