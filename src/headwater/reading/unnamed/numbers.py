"""How many an unnamed source is: "two officials", "several", "one of the officials"."""

from headwater.model import SourceNumber, Span
from headwater.reading.unnamed.nouns import Noun

_ONES = "one two three four five six seven eight nine ten eleven twelve".split()
#: Low and high of the words that count; None where there is no upper bound.
_COUNTS: dict[str, tuple[int, int | None]] = {
    **{word: (n, n) for n, word in enumerate(_ONES, 1)},
    "both": (2, 2),
    "couple": (2, 2),
    "pair": (2, 2),
    "dozen": (12, 12),
    "dozens": (24, None),
    "some": (2, None),
    **dict.fromkeys(("several", "few", "many", "numerous", "various"), (3, None)),
}
#: A longer number counts no people.
_MOST_DIGITS = 6
SINGLE = frozenset("a an another".split())
#: Nouns that are one or many in one form; ``people`` and ``men`` are many.
_EITHER = frozenset("staff police media personnel leadership intelligence".split())
_MANY = frozenset("people men women they them we us".split())


def number_of(noun: Noun) -> SourceNumber:
    """Give how many a source is, as bounds, with the words that say so."""
    tokens, head = noun.tokens, noun.head
    if joined := _joined(noun):
        return SourceNumber(low=2, high=None, span=joined)
    counted = _counted(noun)
    if counted is None:
        low, high = _of_form(tokens[head].lower)
        return SourceNumber(low=low, high=high, span=noun.span(head, head + 1))
    at, last, low, high = counted
    limit = tuple(t.lower for t in tokens[max(0, at - 2) : at])
    if limit == ("at", "least"):
        return SourceNumber(low=low, high=None, span=noun.span(at - 2, last))
    if limit == ("more", "than"):
        return SourceNumber(low=low + 1, high=None, span=noun.span(at - 2, last))
    if limit == ("up", "to"):
        return SourceNumber(low=1, high=high, span=noun.span(at - 2, last))
    return SourceNumber(low=low, high=high, span=noun.span(at, last))


def _joined(noun: Noun) -> Span | None:
    """ "an official and a diplomat": the "and" between two who speak, each with an article or number."""
    tokens = noun.tokens
    for at in range(noun.first + 1, noun.head - 1):
        counts = tokens[at + 1].lower in SINGLE or count_of(tokens[at + 1].lower)
        if tokens[at].lower == "and" and counts:
            return noun.span(at, at + 1)
    return None


def _counted(noun: Noun) -> tuple[int, int, int, int | None] | None:
    """Find the first word that counts, where its words end, and its bounds; None if none does."""
    tokens, head = noun.tokens, noun.head
    is_many = _of_form(tokens[head].lower)[0] > 1
    for at in range(noun.first, head):
        word = tokens[at].lower
        if word in SINGLE and not is_many:
            return at, at + 1, 1, 1
        if (count := count_of(word)) is None:
            continue
        low, high = count
        if tokens[at + 1].lower == "dozen" and high is not None:
            return at, at + 2, 12 * low, 12 * high
        if at + 2 < head and tokens[at + 1].lower in {"or", "to"}:
            further = count_of(tokens[at + 2].lower)
            if further is not None and further[0] >= low:
                return at, at + 3, low, further[1]
        return at, at + 1, low, high
    return None


def count_of(word: str) -> tuple[int, int | None] | None:
    """Give the bounds that a word of number stands for; None if it is none."""
    if word.isascii() and word.isdigit() and 0 < len(word.lstrip("0")) <= _MOST_DIGITS:
        return int(word), int(word)
    return _COUNTS.get(word)


def _of_form(word: str) -> tuple[int, int | None]:
    """Tell the number from the form of a noun: "source", "sources"."""
    if word in _EITHER:
        return 1, None
    is_many = word in _MANY or (word.endswith("s") and not word.endswith("ss"))
    return (2, None) if is_many else (1, 1)
