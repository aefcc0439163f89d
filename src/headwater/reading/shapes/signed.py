"""The shape "“…” ― NAME": a quotation with the name of whoever said it below it, as under a picture or in a list."""

from headwater.language import Token
from headwater.reading.grammar import CLOSING_QUOTES, OPENING_QUOTES, is_capitalised
from headwater.reading.shapes.attribution import Attribution
from headwater.reading.shapes.contents import trimmed
from headwater.reading.speakers import phrase_after

_DASHES = frozenset("―—–-")
_VERBS = frozenset({"AUX", "VERB"})
#: Tokens in which whoever signs fits, with what he is: "Ilse Marek, a nurse in Tema".
_LONGEST_NAME = 9


def find_signed(tokens: tuple[Token, ...], low: int, high: int) -> Attribution | None:
    """Find who signs a stretch that is one quotation, behind a dash and up to its end."""
    if low == high or tokens[low].text not in OPENING_QUOTES:
        return None
    end = high - (tokens[high - 1].text == ".")
    for dash in range(end - 2, max(low, end - _LONGEST_NAME - 2), -1):
        if tokens[dash].text in _DASHES and tokens[dash - 1].text in CLOSING_QUOTES:
            return _signed(tokens, low, dash, end)
    return None


def _signed(tokens: tuple[Token, ...], low: int, dash: int, end: int) -> Attribution | None:
    source = phrase_after(tokens, dash + 1, end)
    is_name = is_capitalised(tokens[dash + 1]) and not any(
        token.tag in _VERBS for token in tokens[dash + 1 : end]
    )
    content = trimmed(tokens, ((low, dash),))
    if source is None or not is_name or not content:
        return None
    return Attribution(
        source=source, cue=((dash, dash + 1),), cue_class="neutral", cue_lemma=tokens[dash].text,
        content=content, shape="closing",
    )  # fmt: skip
