"""The shapes "…, SOURCE said" and "…, SOURCE said, …"."""

from dataclasses import replace

from headwater.language import Token
from headwater.lexicon import words
from headwater.model import LinkKind
from headwater.reading.grammar import (
    CLOSING_QUOTES,
    OPENING_QUOTES,
    is_capitalised,
    is_verb_like,
)
from headwater.reading.shapes.attribution import Attribution
from headwater.reading.shapes.contents import is_in_quotation, trimmed
from headwater.reading.shapes.tails import read_tail
from headwater.reading.speakers import read_phrase

#: Tokens within which a closing attribution must fit ("…, two officials with knowledge of the matter told Reuters on Monday").
_TAIL = 36
_PARTING = CLOSING_QUOTES | {",", "—", "–"}
_ENDING = OPENING_QUOTES | {",", ".", ":"}
#: Relations of the clause that is said: to the cue, or the cue to it. Without a tree there is none.
_CLAUSES = frozenset({"", "ccomp", "csubj", "obj", "parataxis", "root"})
_ARTICLES = frozenset({"a", "an", "the"})
_VERBS = frozenset({"AUX", "VERB"})
_COMPLETING = frozenset({"ccomp", "csubj"})
#: These go on about the speaker, not with the content: "…, he said, adding that".
_GOES_ON = frozenset({"adding", "who", "whom", "whose", "which", "citing", "quoting"})


def find_closing(tokens: tuple[Token, ...], low: int, high: int) -> Attribution | None:
    """Find the last comma, dash or closing quote behind which somebody is said to have said it."""
    end = _before_bracket(tokens, high)
    for at in range(high - 2, max(low, high - _TAIL), -1):
        if tokens[at].text == "(" and end < high:
            return read_tail(tokens, low, at, end)
        may_part = tokens[at].text in _PARTING and not is_in_quotation(tokens, low, at)
        found = read_tail(tokens, low, at, high) if may_part else None
        if found and not _is_circumstance(tokens, found):
            return _before_description(tokens, low, found)
    return None


def _before_description(tokens: tuple[Token, ...], low: int, found: Attribution) -> Attribution:
    """ "…, the head of the guild, Ana Brel, said": what she is stands before her name, and is not said."""
    source, mark, cue = found.source, found.content[-1][1], found.cue[0][0]
    names = tokens[source.first : source.last] if source else ()
    if tokens[cue - 1].text != "," or not names or not all(map(is_capitalised, names)):
        return found
    comma = next((at for at in range(mark - 1, low, -1) if tokens[at].text == ","), None)
    if comma is None or tokens[mark].text != "," or tokens[comma + 1].lower not in _ARTICLES:
        return found
    has_verb = any(token.tag in _VERBS for token in tokens[comma + 1 : mark])
    described = None if has_verb else read_phrase(tokens, comma + 1, mark)
    is_person = described is not None and described.kind is LinkKind.PERSON
    content = trimmed(tokens, ((low, comma),)) if is_person else ()
    return replace(found, content=content) if content else found


def _before_bracket(tokens: tuple[Token, ...], high: int) -> int:
    """Where a bracket closes that ends a sentence: "… (two engineers told OUTLET)."."""
    end = next((at for at in range(high - 1, -1, -1) if tokens[at].text != "."), high)
    return end if end < high and tokens[end].text == ")" else high


def find_interrupting(tokens: tuple[Token, ...], low: int, high: int) -> Attribution | None:
    """Find the first aside between two marks that says who said what is on both sides of it."""
    for at in range(low + 1, high - 3):
        stop = _aside_end(tokens, at, high) if tokens[at].text in _PARTING else None
        if stop is None or tokens[stop].text == ":" or is_in_quotation(tokens, low, at):
            continue
        if _opens_quotation(tokens, at, stop):
            continue
        rest = None if _goes_on(tokens, at, stop) else (stop + 1, high)
        found = read_tail(tokens, low, at, stop, rest)
        if found:
            return replace(found, shape="interrupting") if rest else found
    return None


def _is_circumstance(tokens: tuple[Token, ...], found: Attribution) -> bool:
    """ "At a rally on Friday, the mayor asked who paid": the tree makes no clause of what stands before.

    Nor has "after threatening to close the pass, the army recalled its guards" been said.
    """
    if any(tokens[first - 1].text in OPENING_QUOTES for first, _ in found.content if first):
        return False
    has_clause = any(
        tokens[at].relation in _COMPLETING
        and found.cue[0][0] <= tokens[at].head < found.cue[0][1]
        for part in found.content
        for at in range(*part)
    )
    if has_clause:  # "Speaking to reporters, an aide hinted …, OUTLET said"
        return False
    if any(_opens_circumstance(tokens, *part, found.cue[0]) for part in found.content):
        return True
    ties = {
        tokens[at].relation.partition(":")[0] for part in found.content for at in range(*part)
    }
    return bool(ties) and not ties & _CLAUSES


def _opens_circumstance(
    tokens: tuple[Token, ...], first: int, end: int, cue: tuple[int, int]
) -> bool:
    """Tell a participle that the tree hangs on the cue as its circumstance, which is not what is said."""
    return any(
        tokens[at].relation == "advcl"
        and cue[0] <= tokens[at].head < cue[1]
        and _is_participle(tokens, first, at)
        and not any(
            tokens[k].head == at and tokens[k].relation.startswith("nsubj")
            for k in range(first, end)
        )
        for at in range(first, end)
    )


def _is_participle(tokens: tuple[Token, ...], first: int, at: int) -> bool:
    """Tell "threatening" and "having threatened", not "34 are being treated"."""
    return tokens[at].lower.endswith("ing") or any(
        tokens[k].lower == "having" and tokens[k].head == at for k in range(first, at)
    )


def _aside_end(tokens: tuple[Token, ...], at: int, high: int) -> int | None:
    for stop in range(at + 3, min(at + _TAIL, high - 1)):
        if tokens[stop].text in _ENDING:
            return stop
    return None


def _opens_quotation(tokens: tuple[Token, ...], at: int, stop: int) -> bool:
    """ "Asked about the mine, the owner said, “It is safe”": only what is quoted is content."""
    if tokens[at].text in CLOSING_QUOTES or stop + 2 >= len(tokens):
        return False
    opens = tokens[stop].text in OPENING_QUOTES or tokens[stop + 1].text in OPENING_QUOTES
    return opens and not is_verb_like(tokens, stop + 1 + (tokens[stop].text == ","))


def _goes_on(tokens: tuple[Token, ...], at: int, stop: int) -> bool:
    """Whether what stands behind the aside is no second half of the content but about the speaker.

    Or the outlet's own: "The town is safe, said the mayor, but the bridge is not".
    """
    following = tokens[stop + 1].lower
    if following == "but":
        return tokens[at].text not in CLOSING_QUOTES
    return following in words().verbs or following in _GOES_ON
