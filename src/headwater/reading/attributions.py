"""Source, cue and content inside one sentence, before the text around it is looked at.

Four shapes are tried, the outermost first: "according to SOURCE", a cue that closes the
sentence ("…, SOURCE said"), one that interrupts it, and one that opens it ("SOURCE said …");
where there is none of them, a noun ("claims that …"). What the outer one leaves as content is
searched again for nested ones.
"""

from collections.abc import Iterator
from dataclasses import replace

from headwater.language import Token
from headwater.model import LinkKind
from headwater.reading.shapes import (
    Attribution,
    find_according,
    find_apposed,
    find_bracketed,
    find_closing,
    find_going_on,
    find_headline,
    find_interrupting,
    find_leading,
    find_noun_cues,
    find_signed,
    with_bracketed,
    with_mediator,
)
from headwater.reading.shapes.contents import is_in_quotation, trimmed

__all__ = ["Attribution", "find_attributions"]

_PRESS = frozenset({LinkKind.OUTLET, LinkKind.AGENCY})
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
    passed = None if depth else find_bracketed(tokens, low, high)
    if passed:
        inside = list(_search(tokens, low, passed.at, depth))
        yield from with_bracketed(tokens, low, inside, passed)
        return
    line = None if depth else find_signed(tokens, low, high) or find_headline(tokens, low, high)
    for found in [line] if line else _outermost(tokens, low, high):
        yield _with_nested(tokens, found, depth)


def _with_nested(tokens: tuple[Token, ...], outer: Attribution, depth: int) -> Attribution:
    outer = with_mediator(tokens, outer)
    if depth >= _DEEPEST or outer.shape == "noun":
        return outer
    inner = [a for low, high in outer.content for a in _search(tokens, low, high, depth + 1)]
    return replace(outer, nested=tuple(inner))


def _beside(tokens: tuple[Token, ...], framing: Attribution, high: int) -> list[Attribution]:
    """ "According to A, …; B told OUTLET that …": the clause behind the semicolon says itself where it is from."""
    if framing.shape != "according" or not framing.content:
        return []
    first, last = framing.content[-1]
    for at in range(first, last):
        if tokens[at].text != ";" or is_in_quotation(tokens, first, at):
            continue
        further = _outermost(tokens, at + 1, high) if framing.cue[0][0] < first else []
        content = (*framing.content[:-1], *trimmed(tokens, ((first, at),)))
        if further and further[0].relayers:
            return [replace(framing, content=content), *further]
    return []


def _parted(tokens: tuple[Token, ...], low: int, high: int) -> list[Attribution]:
    """ "A claimed …; B put it at four, OUTLET reported": a cue that closes closes its own clause."""
    at = next((i for i in range(low + 1, high - 1) if tokens[i].text == ";"), None)
    if at is None or is_in_quotation(tokens, low, at):
        return []
    before = list(find_leading(tokens, low, at))
    closing = find_closing(tokens, at + 1, high) if before else None
    return [*before, closing] if closing else []


def _outermost(tokens: tuple[Token, ...], low: int, high: int) -> list[Attribution]:
    """One that frames the whole stretch, or else those that its cues open one after another."""
    if parted := _parted(tokens, low, high):
        return parted
    framing = (
        find_according(tokens, low, high)
        or find_apposed(tokens, low, high)
        or find_closing(tokens, low, high)
        or find_interrupting(tokens, low, high)
    )
    if framing and (apart := _beside(tokens, framing, high)):
        return apart
    if framing:
        return [framing, *find_going_on(tokens, framing, high)]
    leading = list(find_leading(tokens, low, high))
    nouns = list(find_noun_cues(tokens, low, high))
    if leading and nouns and _governs(nouns[0], leading):
        return [replace(nouns[0], nested=tuple(leading))]
    return leading or nouns


def _governs(noun: Attribution, others: list[Attribution]) -> bool:
    """ "a report by OUTLET that Lima had asked them to wait": whether somebody's report tells of all the others."""
    if noun.source is None or noun.source.kind not in _PRESS:
        return False
    told = {at for part in noun.content for at in range(*part)}
    return all(other.cue[0][0] in told for other in others)
