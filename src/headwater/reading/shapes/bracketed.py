"""Through whom a sentence came, in brackets at its end: "…, the minister said (via OUTLET)."."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from headwater.language import Token
from headwater.reading.shapes.attribution import Attribution
from headwater.reading.shapes.citing import find_cited
from headwater.reading.shapes.contents import trimmed
from headwater.reading.shapes.relaying import is_press
from headwater.reading.speakers import Phrase, phrase_after

_THROUGH = frozenset({"via", "through", "per"})
#: Tokens within which such a bracket opens: "(via OUTLET, citing two local officials)".
_LONGEST = 14


@dataclass(frozen=True, slots=True)
class Bracketed:
    """Where the bracket opens, who handed the sentence on, and whom that one cites."""

    at: int
    outlet: Phrase
    cited: tuple[Phrase, ...]


def find_bracketed(tokens: tuple[Token, ...], low: int, high: int) -> Bracketed | None:
    """Find the outlet in brackets at the end of a stretch."""
    end = high - (high > low and tokens[high - 1].text == ".")
    if end - 4 < low or tokens[end - 1].text != ")":
        return None
    for at in range(end - 3, max(low, end - _LONGEST), -1):
        if tokens[at].text == "(":
            outlet = phrase_after(tokens, at + 2, end - 1)
            if (
                tokens[at + 1].lower not in _THROUGH
                or outlet is None
                or not is_press(tokens, outlet)
            ):
                return None
            cited = find_cited(tokens, outlet.last, end - 1)
            return Bracketed(at, outlet, cited.phrases if cited else ())
    return None


def with_bracketed(
    tokens: tuple[Token, ...], low: int, inside: Sequence[Attribution], found: Bracketed
) -> list[Attribution]:
    """Put the outlet before whoever speaks in front of the bracket, or else make it the source."""
    cue = tokens[found.at + 1].lower
    if inside:
        return [_handed_on(one, found.outlet, cue) for one in inside]
    *relayers, source = (found.outlet, *found.cited)
    content = trimmed(tokens, ((low, found.at),))
    base = Attribution(
        source=source, cue=((found.at + 1, found.at + 2),), cue_class="neutral", cue_lemma=cue,
        content=content, shape="according", relayers=tuple(relayers), relay_cue=cue,
    )  # fmt: skip
    return [base] if content else []


def _handed_on(one: Attribution, outlet: Phrase, cue: str) -> Attribution:
    if any(relayer.first == outlet.first for relayer in one.relayers):
        return one  # the tree hangs the bracket on the cue
    return replace(one, relayers=(outlet, *one.relayers), relay_cue=one.relay_cue or cue)
