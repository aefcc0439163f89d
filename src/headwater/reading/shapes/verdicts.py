"""What a claim is called, behind what it says: "called the claim that it was shut a lie"."""

from headwater.language import Token
from headwater.lexicon import bearing
from headwater.reading.grammar import CLOSING_QUOTES, DETERMINERS, OPENING_QUOTES

#: Tokens that a verdict has at most: "as a complete and utter fabrication".
_LONGEST = 8
_BEFORE = frozenset({"ADJ", "ADV", "DET"})


def before_verdict(tokens: tuple[Token, ...], noun: int, begin: int, end: int) -> int:
    """Give where a content ends whose noun is called something: before that word, its article and "as"."""
    verb = tokens[noun].head
    if verb < 0 or tokens[verb].lower not in bearing().calling:
        return end
    last = end - 1
    while last > begin and not tokens[last].is_word:
        last -= 1
    first = _quoted(tokens, begin, end)
    if first is None and tokens[last].lower in bearing().untrue:
        first = last
    if first is None:
        return end
    while first > begin and _belongs(tokens[first - 1]):
        first -= 1
    return first


def _quoted(tokens: tuple[Token, ...], begin: int, end: int) -> int | None:
    """Where a short quotation opens that closes the content: "“a total fabrication”"."""
    marks = [
        i for i in range(max(begin, end - _LONGEST), end) if tokens[i].text in CLOSING_QUOTES
    ]
    if not marks or any(token.is_word for token in tokens[marks[-1] : end]):
        return None
    opening = range(marks[-1] - 1, max(begin, end - _LONGEST), -1)
    return next((i for i in opening if tokens[i].text in OPENING_QUOTES), None)


def _belongs(token: Token) -> bool:
    return token.tag in _BEFORE or token.lower in DETERMINERS | {"as"}
