"""Runs of capitalised words that no registered name has taken."""

from collections.abc import Iterator

from headwater.language import Parse, Sentence, Token
from headwater.reading.cast.press import press_kind
from headwater.reading.cast.words import NEVER_NAMES
from headwater.reading.grammar import is_capitalised

_PARTICLES = frozenset("al el bin ibn abu abd van von de del da la le of".split())

#: What a hyphen joins to a name that says of something else what it has to do with it: "Orlu-backed rebels".
_OF_ANOTHER = frozenset(
    "style led backed era based born like made held run trained funded armed aligned allied affiliated linked occupied controlled administered "
    "majority dominated supported sponsored owned inspired speaking language brokered mediated friendly appointed".split()
)


def unregistered(parse: Parse, taken: frozenset[int]) -> Iterator[tuple[int, int, str, bool]]:
    """Yield where each run begins and ends, its words, and whether it opens its sentence.

    Args:
        parse: Title and body of the article; titles hold none.
        taken: Every place that a registered name covers.
    """
    for sentence in parse.sentences:
        if sentence.is_title:
            continue
        yield from _capitalised_runs(parse.text, sentence, taken)


def _capitalised_runs(
    text: str, sentence: Sentence, taken: frozenset[int]
) -> Iterator[tuple[int, int, str, bool]]:
    tokens = sentence.tokens
    at = 0
    while at < len(tokens):
        last = _with_place(text, tokens, at, _run_end(tokens, at, taken))
        if last > at:
            start, end = tokens[at].start, tokens[last - 1].end
            yield start, end, text[start:end], at == 0 or not tokens[at - 1].is_word
            at = last
        else:
            at += 1


def _run_end(tokens: tuple[Token, ...], at: int, taken: frozenset[int]) -> int:
    if not _may_name(tokens[at], taken):
        return at
    last = at + 1
    while last < len(tokens):
        after = _behind_particle(tokens, last)
        if _is_hyphen(tokens, last) and last + 1 < len(tokens) and tokens[last + 1].is_word:
            if tokens[last + 1].lower in _OF_ANOTHER:
                break
            last += 2
        elif after and _may_name(tokens[after], taken):
            last = after + 1
        elif _may_name(tokens[last], taken):
            last += 1
        else:
            break
    return last


def _with_place(text: str, tokens: tuple[Token, ...], at: int, last: int) -> int:
    """Where an outlet's name ends that goes on with a place: "the newspaper “Lantern of Basra”"."""
    place = last + 1
    while place < len(tokens) and tokens[place].lower == "the":
        place += 1
    if last == at or place >= len(tokens) or tokens[last].lower != "of":
        return last
    is_name = is_capitalised(tokens[place])
    is_press = is_name and press_kind(text, tokens[at].start, tokens[place].end)
    return place + 1 if is_press else last


def _behind_particle(tokens: tuple[Token, ...], at: int) -> int | None:
    """Where the name goes on behind "al", "al-" or "van"; None if no particle stands there."""
    if tokens[at].lower not in _PARTICLES:
        return None
    behind = at + 2 if _is_hyphen(tokens, at + 1) else at + 1
    return behind if behind < len(tokens) else None


def _is_hyphen(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether a hyphen stands there that joins the words beside it."""
    return (
        at + 1 < len(tokens)
        and tokens[at].text == "-"
        and tokens[at - 1].end == tokens[at].start
        and tokens[at].end == tokens[at + 1].start
    )


def _may_name(token: Token, taken: frozenset[int]) -> bool:
    return (
        token.is_word and is_capitalised(token) and not token.text.isdigit() and token.lower not in NEVER_NAMES
        and token.start not in taken
    )  # fmt: skip
