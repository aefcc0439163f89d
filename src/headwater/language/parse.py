"""What the language room hands on: frozen, with offsets into the article's text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark: code points ``start`` to ``end`` of the article, and its lower-case form.

    What the engine says of it stands behind: ``lemma``, ``tag`` (universal part of speech),
    ``head`` (number of its head in the sentence, -1 for the root) and ``relation`` to it
    (Universal Dependencies v2). Before the engine has looked, the first three are empty.
    """

    start: int
    end: int
    text: str
    lower: str
    lemma: str = ""
    tag: str = ""
    relation: str = ""
    head: int = -1

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
class Name:
    """A name: its place and its kind.

    Kinds are ``PER`` ``ORG`` ``LOC`` ``NORP`` ``FAC`` ``WEAPON`` ``TIME`` ``QUANT`` ``OUTLET``.
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Tagged:
    """A statement as the engine sees it: source, cue and content, each of none, one or several spans.

    ``is_inner`` where it stands in the content of another. ``sure`` (0 to 1) is the least probability with which
    one of its three roles begins where it does.
    """

    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    is_inner: bool
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word that says that something is so or happens.

    ``event`` is a PLOVER type or ``NONE``; ``likeliest`` is the type it has if it is an event, and
    ``sure`` (0 to 1) the probability that it is one. ``status`` of an event is
    ``reported`` ``planned`` ``conditional`` ``denied`` or ``historical``. ``actor`` and
    ``recipient`` are where their first words begin; None where the sentence names none.
    """

    start: int
    end: int
    event: str
    likeliest: str
    sure: float
    status: str
    modality: str
    polarity: str
    actor: int | None
    recipient: int | None


@dataclass(frozen=True, slots=True)
class Parse:
    """A text with its sentences in order. They do not overlap and hold every word read.

    ``antecedents`` maps where a pronoun or noun begins to where the word begins that it
    stands for; those that stand for nothing earlier are left out.
    """

    text: str
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...] = ()
    tagged: tuple[Tagged, ...] = ()
    predicates: tuple[Predicate, ...] = ()
    hedges: tuple[tuple[int, int], ...] = ()
    antecedents: tuple[tuple[int, int], ...] = ()

    def words(self, start: int, end: int) -> str:
        """Give the text between two places as one line."""
        return " ".join(self.text[start:end].split())
