"""What else is told in a sentence behind the one who closes its first content: "…, said SOURCE, who added that"."""

from collections.abc import Iterator
from dataclasses import replace

from headwater.language import Token
from headwater.reading.grammar import RELATIVES
from headwater.reading.shapes.attribution import Attribution
from headwater.reading.shapes.complements import read_complement
from headwater.reading.shapes.leading import find_leading
from headwater.reading.shapes.verbs import cue_at

#: Tokens behind "who" within which its verb of saying stands: ", who has also said that".
_NEAR_VERB = 4


def find_going_on(
    tokens: tuple[Token, ...], framing: Attribution, high: int
) -> Iterator[Attribution]:
    """Find what the same speaker adds behind the cue that closes the first: "…, he said, adding that"."""
    if framing.shape == "interrupting":
        return
    source = framing.source
    behind = max(last for _, last in (*framing.cue, *framing.content))
    behind = max(behind, source.last if source else behind)
    for at in range(behind, high - 1):
        if tokens[at].text != ",":
            continue
        if tokens[at + 1].lower == "adding":
            yield from find_leading(tokens, at, high, framing)
            return
        if tokens[at + 1].lower in RELATIVES:
            yield from _who_said(tokens, framing, at + 2, high)
            return


def _who_said(
    tokens: tuple[Token, ...], framing: Attribution, start: int, high: int
) -> Iterator[Attribution]:
    """ "according to SOURCE, who said …": what the clause about the speaker says that he said."""
    for verb in range(start, min(start + _NEAR_VERB, high - 1)):
        cue = cue_at(tokens, verb, start - 1)
        found = (
            read_complement(tokens, verb, high, cue, framing.source)
            if cue and framing.source
            else None
        )
        if found and found.content:
            yield (
                found
                if found.relayers
                else replace(found, relayers=framing.relayers, relay_cue=framing.relay_cue)
            )
            return
