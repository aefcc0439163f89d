"""The shape "according to SOURCE, …", wherever in the sentence it stands, and "as reported by SOURCE"."""

from dataclasses import replace

from headwater.language import Token
from headwater.lexicon import is_press_service, words
from headwater.model import LinkKind
from headwater.reading.grammar import CONNECTIVES, QUOTE_MARKS, RELATIVES, is_capitalised
from headwater.reading.shapes.attribution import Attribution
from headwater.reading.shapes.closing import find_closing
from headwater.reading.shapes.contents import trimmed
from headwater.reading.shapes.relaying import with_relay
from headwater.reading.shapes.verbs import cue_at, group_start
from headwater.reading.speakers import Phrase, hangs_on, phrase_after, phrase_before

_PRESS = frozenset({LinkKind.OUTLET, LinkKind.AGENCY})
#: "By the account of SOURCE", "in the words of SOURCE".
_ACCOUNTS = frozenset("account accounts words telling reckoning".split())
_BY_THE = frozenset({("by", "the", "of"), ("in", "the", "of")})
#: Tokens within which an outlet that opens a sentence shows its verb.
_LONGEST_OUTLET = 9


def find_according(tokens: tuple[Token, ...], low: int, high: int) -> Attribution | None:
    """Find the first "according to" or "as reported by" and read what is around it."""
    for at in range(low, high - 2):
        if (last := _per(tokens, low, at, high)) is not None:
            return _around(tokens, low, high, (at, last), _base((at, last), tokens[at].lower))
        if tokens[at].lower == "according" and tokens[at + 1].lower == "to":
            base = _base((at, at + 2), "according to")
            return _around(tokens, low, high, (at, at + 2), base)
        if tokens[at].lower == "as" and _is_reported_by(tokens, at + 1, high):
            if _is_denied(tokens, low, at):
                return None  # "denied that it was sold, as claimed by SOURCE"
            base = _base((at + 1, at + 2), tokens[at + 1].lower)
            return _around(tokens, low, high, (at, at + 3), base)
    return None


def _per(tokens: tuple[Token, ...], low: int, at: int, high: int) -> int | None:
    """Where SOURCE begins in "per SOURCE", "by the account of SOURCE", set off from the rest; else None."""
    if at > low and tokens[at - 1].is_word:
        return None
    if tokens[at].lower == "per":
        source = phrase_after(tokens, at + 1, high)
        is_told = source is not None and (
            source.kind in _PRESS or is_capitalised(tokens[at + 1])
        )
        return at + 1 if is_told or (tokens[at + 1].lower == "the" and source) else None
    opening = tuple(token.lower for token in tokens[at : at + 4])
    is_account = len(opening) > 3 and opening[2] in _ACCOUNTS
    return at + 4 if is_account and (opening[0], opening[1], opening[3]) in _BY_THE else None


def _is_denied(tokens: tuple[Token, ...], low: int, high: int) -> bool:
    cues = (cue_at(tokens, at, low) for at in range(low + 1, high))
    return any(cue is not None and cue.cue_class == "doubt" for cue in cues)


def _is_reported_by(tokens: tuple[Token, ...], at: int, high: int) -> bool:
    word = tokens[at].lower
    if word not in words().verbs or word.endswith("ing"):  # "quoted as saying by"
        return False
    return at + 1 < high and tokens[at + 1].lower == "by"


def _base(cue: tuple[int, int], lemma: str) -> Attribution:
    return Attribution(
        source=None,
        cue=(cue,),
        cue_class="neutral",
        cue_lemma=lemma,
        content=(),
        shape="according",
    )


def _around(
    tokens: tuple[Token, ...], low: int, high: int, opening: tuple[int, int], base: Attribution
) -> Attribution | None:
    """The source stands behind ``opening``; the content is all that their aside leaves."""
    at, start = opening
    source = phrase_after(tokens, start, high, any_noun=True)
    if source is None:
        return None
    behind = _past_apposition(tokens, source, high)
    stop = _end_of_aside(tokens, behind, high, opens=_opens(tokens, low, at))
    content = trimmed(tokens, ((low, at), (stop, high)))
    if not content:
        return None
    found = replace(base, source=source, content=content)
    return _reported(tokens, low, at, found) or with_relay(tokens, found, source.last, stop)


def _reported(
    tokens: tuple[Token, ...], low: int, high: int, found: Attribution
) -> Attribution | None:
    """ "OUTLET reported that …, according to SOURCE": the outlet has it from the source."""
    if len(found.content) != 1 or (found.source and found.source.kind in _PRESS):
        return None
    closing = find_closing(tokens, *found.content[0])
    teller = closing.source if closing and not closing.relayers else None
    if closing and teller and _is_press(tokens, teller):
        cue = closing.cue_lemma
        return replace(found, content=closing.content, relayers=(teller,), relay_cue=cue)
    for verb in range(low + 1, min(high - 1, low + _LONGEST_OUTLET)):
        if cue_at(tokens, verb, low) is None or tokens[verb + 1].lower != "that":
            continue
        outer = phrase_before(tokens, low, group_start(tokens, verb, low))
        if outer is None or not _is_press(tokens, outer):
            return None
        content = trimmed(tokens, ((verb + 2, high),))
        return replace(found, content=content, relayers=(outer,), relay_cue=tokens[verb].lower)
    return None


def _is_press(tokens: tuple[Token, ...], phrase: Phrase) -> bool:
    name = " ".join(token.text for token in tokens[phrase.first : phrase.last])
    return phrase.kind in _PRESS or is_press_service(name)


def _opens(tokens: tuple[Token, ...], low: int, at: int) -> bool:
    """Whether nothing but connectives stands before the aside."""
    return all(token.lower in CONNECTIVES or not token.is_word for token in tokens[low:at])


def _past_apposition(tokens: tuple[Token, ...], source: Phrase, high: int) -> int:
    """ "According to Ada Brun, the mayor of Orlo, …": where that ends which the tree says she is."""
    if source.last >= high or tokens[source.last].text != ",":
        return source.last
    for at in range(source.last + 1, high):
        is_hers = (
            tokens[at].relation == "appos" and source.first <= tokens[at].head < source.last
        )
        if is_hers or tokens[at].relation == "dislocated":
            return (
                max(i for i in range(at, high) if hangs_on(tokens, i, at) and tokens[i].is_word)
                + 1
            )
        if tokens[at].text == ",":
            break
    return source.last


def _end_of_aside(tokens: tuple[Token, ...], at: int, high: int, *, opens: bool) -> int:
    """Where the aside that names the source ends: the comma before the content goes on."""
    while at < high:
        if opens and tokens[at].text in QUOTE_MARKS:
            return at
        if tokens[at].text == "," and not (at + 1 < high and _continues_aside(tokens[at + 1])):
            return at + 1
        at += 1
    return high


def _continues_aside(token: Token) -> bool:
    return (
        token.lower in RELATIVES or token.lower in words().relays or token.lower == "speaking"
    )
