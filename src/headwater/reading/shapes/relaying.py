"""Who hands the words on inside the sentence: "told OUTLET", ", citing SOURCE", "quoted SOURCE as saying"."""

from dataclasses import replace

from headwater.language import Token
from headwater.lexicon import words
from headwater.model import LinkKind
from headwater.reading.boundaries import phrase_end, phrase_start
from headwater.reading.grammar import is_capitalised
from headwater.reading.shapes.attribution import Attribution
from headwater.reading.shapes.contents import trimmed
from headwater.reading.shapes.verbs import group_start
from headwater.reading.speakers import Phrase, phrase_after, phrase_before

#: Verbs whose subject hands on what their object says.
RELAYING = frozenset({"quoted", "cited", "quotes", "cites"})
#: The same as participles: "reported, citing two officials".
CITING = frozenset({"citing", "quoting"})
_SAYING = frozenset(
    "saying telling stating reporting adding warning declaring claiming confirming insisting".split()
)
_PASSIVE = frozenset({"was", "were", "is", "are", "been"})
#: Nouns and verbs after which "to", "with" or "by" names who was spoken to.
_OCCASIONS = frozenset(
    "interview interviews interviewed statement statements remarks comments spoke speaking quoted cited seen obtained reviewed published carried viewed aired broadcast leaked".split()
)
#: Verbs of which somebody is told: "had been warned by SOURCE that".
_TELLING = frozenset("told warned informed assured advised notified".split())
_PRESS = frozenset({LinkKind.OUTLET, LinkKind.AGENCY})
#: Tokens within which "quoted SOURCE" finds its "as saying".
_LONGEST_SOURCE = 30
#: Tokens within which an aside behind "as saying" must end.
_LONGEST_ASIDE = 12


def with_relay(
    tokens: tuple[Token, ...], base: Attribution, low: int, high: int
) -> Attribution:
    """Look in ``tokens[low:high]``, beside the cue, for an outlet told or a source cited."""
    cited = _citing(tokens, base, low, high)
    if cited:
        return cited
    told = phrase_after(tokens, low, high) if base.cue_lemma == "tell" else None
    return _told(tokens, replace(base, addressee=told) if told else base, low, high)


def relayed_before(
    tokens: tuple[Token, ...], found: Attribution, low: int, verb: int
) -> Attribution:
    """Look before a cue for who hands on: "in an interview with OUTLET,", ", seen by OUTLET,", ", citing"."""
    source = found.source
    if source is None or source.last > verb:
        return found
    cited = _citing(tokens, found, source.last, verb)
    if cited:
        return cited
    told = _told(tokens, found, low + 1, source.first)
    return told if told.relayer else _told(tokens, found, source.first + 1, verb)


def find_quoted_as_saying(
    tokens: tuple[Token, ...], low: int, verb: int, high: int
) -> Attribution | None:
    """Read "OUTLET quoted SOURCE as saying …" or "SOURCE was quoted by OUTLET as saying …" at a verb."""
    as_at = _as_saying(tokens, verb, high) if tokens[verb].lower in RELAYING else None
    if as_at is None:
        return None
    source, outer = _quoted_and_quoting(tokens, low, verb, as_at)
    content = trimmed(tokens, ((_behind_aside(tokens, as_at + 2, high), high),))
    if source is None or not content:
        return None
    return Attribution(
        source=source, cue=((verb, verb + 1), (as_at, as_at + 2)), cue_class="neutral", cue_lemma="quote",
        content=content, shape="leading", relayer=outer, relay_cue=tokens[verb].lower,
    )  # fmt: skip


def find_told_by(
    tokens: tuple[Token, ...], low: int, verb: int, high: int
) -> Attribution | None:
    """Read "THEY had been told by SOURCE that …" at a verb."""
    if tokens[verb].lower not in _TELLING or verb + 2 >= high or verb <= low:
        return None
    if tokens[verb - 1].lower not in _PASSIVE or tokens[verb + 1].lower != "by":
        return None
    source = phrase_after(tokens, verb + 2, high, any_noun=True)
    if source is None or source.last >= high or tokens[source.last].lower != "that":
        return None
    content = trimmed(tokens, ((source.last + 1, high),))
    if not content:
        return None
    cue = words().verbs.get(tokens[verb].lower)
    return Attribution(
        source=source, cue=((verb - 1, verb + 1),), cue_class=cue.cue_class if cue else "neutral",
        cue_lemma=cue.lemma if cue else tokens[verb].lower, content=content, shape="leading",
        addressee=phrase_before(tokens, low, group_start(tokens, verb, low)),
    )  # fmt: skip


def _citing(
    tokens: tuple[Token, ...], base: Attribution, low: int, high: int
) -> Attribution | None:
    """ "OUTLET reported, citing SOURCE": the source is the one cited, the outlet relays it."""
    for at in range(low, high):
        last = at + 1 if tokens[at].lower in CITING else _relative_citing(tokens, at, high)
        # Whatever is quoted has words; what is cited may be a mere reason.
        quoted = bool(last) and tokens[(last or 1) - 1].lower.startswith("quot")
        cited = phrase_after(tokens, last, high, any_noun=quoted) if last else None
        if cited and last:
            return replace(
                base,
                source=cited,
                cue=((last - 1, last),),
                relayer=base.source,
                relay_cue=base.cue_lemma,
            )
    return None


def _relative_citing(tokens: tuple[Token, ...], at: int, high: int) -> int | None:
    """ "a report in OUTLET, which in turn quoted SOURCE": behind the verb, if there is one."""
    if tokens[at].lower != "which":
        return None
    verbs = (i for i in range(at + 1, min(at + 4, high)) if tokens[i].lower in RELAYING)
    verb = next(verbs, None)
    return verb + 1 if verb is not None else None


def _told(tokens: tuple[Token, ...], base: Attribution, low: int, high: int) -> Attribution:
    """ "told OUTLET", "in an interview with OUTLET": the outlet that was told relays it."""
    if base.addressee and base.addressee.kind in _PRESS:
        return replace(base, relayer=base.addressee, relay_cue="told")
    for at in range(low, high - 1):
        occasion = tokens[at - 1].lower
        if tokens[at].lower in {"to", "with", "by"} and occasion in _OCCASIONS:
            outlet = phrase_after(tokens, at + 1, high)
            if outlet and outlet.kind in _PRESS:
                return replace(base, relayer=outlet, relay_cue=occasion, channel=occasion)
    return base


def _as_saying(tokens: tuple[Token, ...], verb: int, high: int) -> int | None:
    for at in range(verb + 1, min(high - 2, verb + _LONGEST_SOURCE)):
        if tokens[at].lower == "as" and tokens[at + 1].lower in _SAYING:
            return at
    return None


def _behind_aside(tokens: tuple[Token, ...], start: int, high: int) -> int:
    """ "as saying, on the eve of the vote, that …": where the content begins."""
    if start >= high or tokens[start].text != ",":
        return start
    ends = range(start + 1, min(high - 1, start + _LONGEST_ASIDE))
    return next(
        (at + 1 for at in ends if tokens[at].text == "," and tokens[at + 1].lower == "that"),
        start,
    )


def _quoted_and_quoting(
    tokens: tuple[Token, ...], low: int, verb: int, as_at: int
) -> tuple[Phrase | None, Phrase | None]:
    group = group_start(tokens, verb, low)
    subject = phrase_before(tokens, low, group, any_noun=True)
    if not any(tokens[at].lower in _PASSIVE for at in range(group, verb)):
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
