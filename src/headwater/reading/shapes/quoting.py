"""The shape "OUTLET quoted SOURCE as saying …", and "OUTLET quoted SOURCE, who said …"."""

from headwater.language import Token
from headwater.lexicon import words
from headwater.model import LinkKind
from headwater.reading.boundaries import phrase_end, phrase_start
from headwater.reading.grammar import is_capitalised
from headwater.reading.shapes.attribution import Attribution
from headwater.reading.shapes.citing import RELAYING
from headwater.reading.shapes.complements import read_complement
from headwater.reading.shapes.contents import trimmed
from headwater.reading.shapes.verbs import PASSIVE, group_start
from headwater.reading.speakers import Phrase, phrase_after, phrase_before

_SAYING = frozenset(
    "saying telling stating reporting adding warning declaring claiming confirming insisting".split()
)
#: What may cite: press, its reports, and "it".
_CITING_KINDS = frozenset(
    {LinkKind.OUTLET, LinkKind.AGENCY, LinkKind.DOCUMENT, LinkKind.ORGANISATION}
)
#: Tokens within which "quoted SOURCE" finds its "as saying".
_LONGEST_SOURCE = 30


def find_quoted_as_saying(
    tokens: tuple[Token, ...], low: int, verb: int, high: int
) -> Attribution | None:
    """Read "OUTLET quoted SOURCE as saying …" or "SOURCE was quoted by OUTLET as saying …" at a verb."""
    as_at = _as_saying(tokens, verb, high) if tokens[verb].lower in RELAYING else None
    if as_at is None:
        return None
    source, outer = _quoted_and_quoting(tokens, low, verb, as_at)
    content = _content(tokens, as_at, high, source) if source else ()
    if source is None or not content:
        return None
    return Attribution(
        source=source, cue=((verb, verb + 1), (as_at, as_at + 2)), cue_class=class_as_said(tokens, as_at), cue_lemma="quote",
        content=content, shape="leading", relayers=(outer,) if outer else (), relay_cue=tokens[verb].lower,
    )  # fmt: skip


def _is_as_saying(tokens: tuple[Token, ...], at: int) -> bool:
    return tokens[at].lower == "as" and tokens[at + 1].lower in _SAYING


def _as_saying(tokens: tuple[Token, ...], verb: int, high: int) -> int | None:
    for at in range(verb + 1, min(high - 2, verb + _LONGEST_SOURCE)):
        word, following = tokens[at].lower, tokens[at + 1].lower
        if _is_as_saying(tokens, at):
            return at
        if word == "who" and following in words().verbs and following not in RELAYING:
            return at
    return None


def saying_behind(tokens: tuple[Token, ...], verb: int, high: int) -> int | None:
    """Give the "as" of "as saying" or "as warning" behind a verb of quoting, None where there is none."""
    return next((at for at in range(verb + 1, high - 1) if _is_as_saying(tokens, at)), None)


def class_as_said(tokens: tuple[Token, ...], as_at: int) -> str:
    """Give the class of the verb behind "as": who is quoted "as warning" warns."""
    cue = words().verbs.get(tokens[as_at + 1].lower)
    return cue.cue_class if cue else "neutral"


def _content(
    tokens: tuple[Token, ...], as_at: int, high: int, source: Phrase
) -> tuple[tuple[int, int], ...]:
    """What was said: what the verb behind "as" or "who" governs, or else all that stands behind it ("yes to the plan")."""
    cue = words().verbs.get(tokens[as_at + 1].lower)
    found = read_complement(tokens, as_at + 1, high, cue, source) if cue else None
    return found.content if found else trimmed(tokens, ((as_at + 2, high),))


def _quoted_and_quoting(
    tokens: tuple[Token, ...], low: int, verb: int, as_at: int
) -> tuple[Phrase | None, Phrase | None]:
    group = group_start(tokens, verb, low)
    subject = phrase_before(tokens, low, group, any_noun=True)
    if not any(tokens[at].lower in PASSIVE for at in range(group, verb)):
        quoter = subject or _unknown_press(tokens, phrase_start(tokens, low, group), group)
        return phrase_after(tokens, verb + 1, as_at), quoter
    if verb + 1 >= as_at or tokens[verb + 1].lower != "by":
        return subject, None
    quoter = phrase_after(tokens, verb + 2, as_at)
    end = phrase_end(tokens, verb + 2, as_at)
    return subject, quoter or _unknown_press(tokens, verb + 2, end)


def _unknown_press(tokens: tuple[Token, ...], first: int, last: int) -> Phrase | None:
    """ "Radio Tarsk quoted …": a name no registry knows, which does what an outlet does."""
    if first >= last or not all(is_capitalised(token) for token in tokens[first:last]):
        return None
    return Phrase(first, last, tokens[last - 1].lower, LinkKind.OUTLET)


def find_bare_citing(tokens: tuple[Token, ...]) -> Attribution | None:
    """Read "OUTLET quoted SOURCE." or "It cited a memo.", which says whom it has it from and not what."""
    for verb in range(1, len(tokens) - 1):
        if tokens[verb].lower not in RELAYING or tokens[verb].head >= 0:
            continue
        group = group_start(tokens, verb, 0)
        subject = phrase_before(tokens, 0, group) if group else None
        source = phrase_after(tokens, verb + 1, len(tokens))
        if subject and source and subject.kind in _CITING_KINDS:
            return Attribution(
                source=source, cue=((verb, verb + 1),), cue_class="neutral", cue_lemma="quote",
                content=(), shape="leading", relayers=(subject,), relay_cue=tokens[verb].lower,
            )  # fmt: skip
    return None
