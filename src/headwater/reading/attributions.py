"""Source, cue and content inside one sentence, before the text around it is looked at.

Four shapes are tried, the outermost first: "according to SOURCE", a cue that closes the
sentence ("…, SOURCE said"), one that interrupts it, and one that opens it ("SOURCE said …");
where there is none of them, a noun ("claims that …"). What the outer one leaves as content is
searched again for nested ones.
"""

from collections.abc import Iterator
from dataclasses import replace

from headwater.language import Token
from headwater.reading.shapes import (
    Attribution,
    find_according,
    find_apposed,
    find_closing,
    find_headline,
    find_interrupting,
    find_leading,
    find_noun_cues,
    find_signed,
    with_mediator,
)

__all__ = ["Attribution", "find_attributions"]

#: Attributions inside one another that are still searched for more.
_DEEPEST = 4


def find_attributions(
    tokens: tuple[Token, ...], low: int = 0, high: int | None = None
) -> tuple[Attribution, ...]:
    """Find the attributions of one sentence, or of a stretch of it, outermost first, nested ones inside them."""
    return tuple(_search(tokens, low, len(tokens) if high is None else high, depth=0))


def _search(
    tokens: tuple[Token, ...], low: int, high: int, depth: int
) -> Iterator[Attribution]:
    line = None if depth else find_signed(tokens, low, high) or find_headline(tokens, low, high)
    for found in [line] if line else _outermost(tokens, low, high):
        yield _with_nested(tokens, found, depth)


def _with_nested(tokens: tuple[Token, ...], outer: Attribution, depth: int) -> Attribution:
    outer = with_mediator(tokens, outer)
    if depth >= _DEEPEST or outer.shape == "noun":
        return outer
    inner = [a for low, high in outer.content for a in _search(tokens, low, high, depth + 1)]
    return replace(outer, nested=tuple(inner))


def _continued(
    tokens: tuple[Token, ...], framing: Attribution, high: int
) -> Iterator[Attribution]:
    """What the same speaker adds behind the cue that closes the first: "…, he said, adding that"."""
    if framing.shape == "interrupting":
        return
    behind = max(last for _, last in (*framing.cue, *framing.content))
    for at in range(behind, high - 1):
        if tokens[at].text == "," and tokens[at + 1].lower == "adding":
            yield from find_leading(tokens, at, high, framing)
            return


def _outermost(tokens: tuple[Token, ...], low: int, high: int) -> list[Attribution]:
    """One that frames the whole stretch, or else those that its cues open one after another."""
    framing = (
        find_according(tokens, low, high)
        or find_apposed(tokens, low, high)
        or find_closing(tokens, low, high)
        or find_interrupting(tokens, low, high)
    )
    if framing:
        return [framing, *_continued(tokens, framing, high)]
    return list(find_leading(tokens, low, high)) or list(find_noun_cues(tokens, low, high))
