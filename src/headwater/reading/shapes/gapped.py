"""Clauses about a noun that somebody says in passing: "shells, many of which it said were duds"."""

from dataclasses import replace

from headwater.language import Token
from headwater.reading.grammar import RELATIVES
from headwater.reading.shapes.attribution import Attribution

_OPENERS = RELATIVES | {"that"}
_VERBS = frozenset({"AUX", "VERB"})


def with_relative(tokens: tuple[Token, ...], found: Attribution) -> Attribution:
    """Give what stands for the noun, before who speaks, to a content that lacks its subject, nested ones too."""
    found = replace(found, nested=tuple(with_relative(tokens, one) for one in found.nested))
    if (
        found.source is None
        or not found.content
        or tokens[found.content[0][0]].tag not in _VERBS
    ):
        return found
    last = found.source.first
    while last > 0 and tokens[last - 1].tag == "DET" and tokens[last - 1].lower not in _OPENERS:
        last -= 1
    first = last - 1
    if first < 1 or tokens[first].lower not in _OPENERS or tokens[first].tag != "PRON":
        return found
    if tokens[first - 1].lower == "of":  # "many of which"
        first = max(0, first - 2)
    return replace(found, content=((first, last), *found.content))
