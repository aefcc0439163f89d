"""Whose an unnamed source is, and what hides it: "an Iraqi intelligence source", "informed sources"."""

from collections.abc import Sequence

from headwater.language import Token
from headwater.lexicon import registry, words
from headwater.model import Span
from headwater.reading.grammar import DETERMINERS, HIDING, PREPOSITIONS, is_capitalised
from headwater.reading.unnamed.nearness import BODIES, IN_THE_KNOW, match_at
from headwater.reading.unnamed.nouns import Noun
from headwater.reading.unnamed.numbers import count_of

#: Words of praise beside those that hide ("informed"): ``HIDING``.
_PRAISE = frozenset("credible trusted trustworthy well-placed placed".split())
#: Bodies and trades that tell whose a source is, as an adjective does, beside the nouns of bodies in ``speakers.yml``.
_TRADES = frozenset(
    "security intelligence military diplomatic defence defense political judicial medical tribal parliamentary presidential opposition rebel foreign western eastern gulf".split()
)
_RANKS = frozenset(
    "senior junior top former current retired serving high ranking mid level local key leading".split()
)


def hidden_by(noun: Noun) -> tuple[Span, ...]:
    """Give the words that hide a source on purpose: "informed", "in the know"."""
    before = [unit for unit in _units(noun) if _hides(noun.tokens[unit[0] : unit[1]])]
    last = match_at(noun.tokens, noun.head + 1, IN_THE_KNOW)
    return tuple(
        noun.span(*unit) for unit in (*before, *([(noun.head + 1, last)] if last else ()))
    )


def allegiance_before(noun: Noun) -> tuple[Span, ...]:
    """The runs of words before the noun that tell whose it is: "Iran-backed militia"."""
    runs: list[tuple[int, int]] = []
    for first, last in _units(noun):
        if not _tells_whose(noun, first, last, runs):
            continue
        if runs and runs[-1][1] == first:
            runs[-1] = runs[-1][0], last
        else:
            runs.append((first, last))
    return tuple(noun.span(*run) for run in runs)


def _units(noun: Noun) -> list[tuple[int, int]]:
    """The words before the noun, hyphens holding theirs together: "well-informed"."""
    units: list[tuple[int, int]] = []
    for at in range(noun.first, noun.head):
        token = noun.tokens[at]
        is_joined = (
            units and units[-1][1] == at and noun.tokens[at - 1].end == token.start
        ) and ("-" in (token.text, noun.tokens[at - 1].text))
        if is_joined:
            units[-1] = units[-1][0], at + 1
        elif token.is_word:
            units.append((at, at + 1))
    return units


def _tells_whose(noun: Noun, first: int, last: int, runs: Sequence[tuple[int, int]]) -> bool:
    unit = noun.tokens[first:last]
    parts = {token.lower for token in unit}
    if parts == {"'s"}:
        return bool(runs) and runs[-1][1] == first
    if _hides(unit) or parts & (DETERMINERS | _RANKS | PREPOSITIONS) or count_of(unit[0].lower):
        return False
    if any(w in _TRADES or words().speakers.get(w) in BODIES for w in parts):
        return True
    return _is_name(noun, first, last)


def _is_name(noun: Noun, first: int, last: int) -> bool:
    """A capital says so, but not that of a sentence's first word, unless the registry knows it."""
    unit = noun.tokens[first:last]
    if not any(token.is_word and is_capitalised(token) for token in unit):
        return False
    opens = first == 0 or not noun.tokens[first - 1].is_word
    known = opens and any(registry().find_names(noun.text[unit[0].start : unit[-1].end]))
    is_longer = opens and last < noun.head and is_capitalised(noun.tokens[last])
    return not opens or known or is_longer or len(unit) > 1 or unit[0].text.isupper()


def _hides(unit: Sequence[Token]) -> bool:
    hiding = HIDING | _PRAISE
    return any(t.lower in hiding for t in unit)
