"""Source, cue and content inside one sentence, before the text around it is looked at.

Four shapes are tried, the outermost first: "according to SOURCE", a cue that closes the
sentence ("…, SOURCE said"), one that interrupts it, and one that opens it ("SOURCE said …").
What the outer one leaves as content is searched again for nested ones.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from headwater.language import Token
from headwater.lexicon import CueWord, words
from headwater.model import LinkKind
from headwater.reading.grammar import (
    ADVERBS,
    AUXILIARIES,
    CLOSING_QUOTES,
    CONJUNCTIONS,
    CONNECTIVES,
    DETERMINERS,
    OPENING_QUOTES,
    PREPOSITIONS,
    PRONOUNS,
    QUOTE_MARKS,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
    is_capitalised,
    is_verb_like,
)
from headwater.reading.speakers import (
    Phrase,
    clause_subject,
    phrase_after,
    phrase_before,
    read_phrase,
)

#: Tokens within which a closing attribution must fit ("…, two officials with knowledge of the matter told Reuters on Monday").
_TAIL = 36
_RELAYING = frozenset({"quoted", "cited", "quotes", "cites"})
_SAYING = frozenset(
    "saying telling stating reporting adding warning declaring claiming confirming insisting".split()
)
_CONTINUING = frozenset(
    "continued continue continues began begun seemed seems appeared appears".split()
)
_WEAKENING = frozenset("could may might should must can".split())
_SOFT_SPEAKERS = frozenset(
    {"belief", "opinion", "estimate", "inference", "weak", "doubt", "factive"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One attribution by token numbers of its sentence; ends are exclusive.

    ``relayer`` is whoever hands the source on in the same sentence ("told OUTLET", "OUTLET
    reported, citing"). ``content`` is empty where only the act is reported.
    """

    source: Phrase | None
    cue: tuple[tuple[int, int], ...]
    cue_class: str
    cue_lemma: str
    content: tuple[tuple[int, int], ...]
    shape: str
    relayer: Phrase | None = None
    relay_cue: str | None = None
    addressee: Phrase | None = None
    channel: str | None = None
    nested: tuple["Attribution", ...] = field(default=())


def find_attributions(tokens: tuple[Token, ...]) -> tuple[Attribution, ...]:
    """Find the attributions of one sentence, outermost first, nested ones inside them."""
    return tuple(_search(tokens, 0, len(tokens), depth=0))


def _search(
    tokens: tuple[Token, ...], low: int, high: int, depth: int
) -> Iterator[Attribution]:
    found = (
        _according_to(tokens, low, high)
        or _closing(tokens, low, high)
        or _interrupting(tokens, low, high)
    )
    if found:
        yield _with_nested(tokens, found, depth)
        return
    leading = list(_leading(tokens, low, high))
    for attribution in leading:
        yield _with_nested(tokens, attribution, depth)
    if not leading:
        yield from _noun_cues(tokens, low, high)


def _with_nested(tokens: tuple[Token, ...], outer: Attribution, depth: int) -> Attribution:
    if depth >= 4:
        return outer
    inner = [a for low, high in outer.content for a in _search(tokens, low, high, depth + 1)]
    return replace(outer, nested=tuple(inner))


# ---- "according to SOURCE"


def _according_to(tokens: tuple[Token, ...], low: int, high: int) -> Attribution | None:
    for at in range(low, high - 2):
        if tokens[at].lower == "according" and tokens[at + 1].lower == "to":
            return _around(tokens, low, high, at, at + 2, "according to")
        if tokens[at].lower == "as" and _is_reported_by(tokens, at + 1, high):
            return _around(tokens, low, high, at, at + 3, tokens[at + 1].lower)
    return None


def _is_reported_by(tokens: tuple[Token, ...], at: int, high: int) -> bool:
    return at + 1 < high and tokens[at].lower in words().verbs and tokens[at + 1].lower == "by"


def _around(
    tokens: tuple[Token, ...], low: int, high: int, at: int, start: int, lemma: str
) -> Attribution | None:
    source = phrase_after(tokens, start, high)
    if source is None:
        return None
    stop = _end_of_aside(
        tokens, source.last, high, opens=at == low or _only_connectives(tokens, low, at)
    )
    content = _trimmed(tokens, ((low, at), (stop, high)))
    if not content:
        return None
    cue = ((at, at + 2),) if lemma == "according to" else ((at + 1, at + 2),)
    base = Attribution(
        source=source,
        cue=cue,
        cue_class="neutral",
        cue_lemma=lemma,
        content=content,
        shape="according",
    )
    return _with_relay(tokens, base, source.last, stop)


def _only_connectives(tokens: tuple[Token, ...], low: int, at: int) -> bool:
    return all(token.lower in CONNECTIVES or not token.is_word for token in tokens[low:at])


def _end_of_aside(tokens: tuple[Token, ...], at: int, high: int, *, opens: bool) -> int:
    """Where the aside that names the source ends: the comma before the content goes on."""
    while at < high:
        if tokens[at].text in QUOTE_MARKS and opens:
            return at
        if tokens[at].text == "," and not _continues_aside(tokens, at + 1, high):
            return at + 1
        at += 1
    return high


def _continues_aside(tokens: tuple[Token, ...], at: int, high: int) -> bool:
    return at < high and tokens[at].lower in RELATIVES | words().relays | {
        "which",
        "speaking",
        "who",
    }


# ---- "…, SOURCE said" and "… , SOURCE said, …"


def _closing(tokens: tuple[Token, ...], low: int, high: int) -> Attribution | None:
    for at in range(high - 2, max(low, high - _TAIL), -1):
        if not _parts_content(tokens, at):
            continue
        found = _tail_attribution(tokens, low, at, high)
        if found:
            return found
    return None


def _interrupting(tokens: tuple[Token, ...], low: int, high: int) -> Attribution | None:
    for at in range(low + 1, high - 3):
        if not _parts_content(tokens, at):
            continue
        for stop in range(at + 3, min(at + _TAIL, high - 1)):
            if tokens[stop].text in {",", ".", ":"} or tokens[stop].text in OPENING_QUOTES:
                found = _tail_attribution(tokens, low, at, stop)
                if found and found.content and stop + 1 < high and tokens[stop].text != ":":
                    rest = (stop + 1, high)
                    return _rejoined(tokens, found, rest)
                break
    return None


def _rejoined(
    tokens: tuple[Token, ...], found: Attribution, rest: tuple[int, int]
) -> Attribution | None:
    """Both halves of a content that its own attribution interrupts."""
    first = tokens[rest[0]].lower if rest[0] < rest[1] else ""
    if first in words().verbs or first in {"adding", "who", "which"}:
        return found
    content = _trimmed(tokens, (*found.content, rest))
    return replace(found, content=content, shape="interrupting")


def _parts_content(tokens: tuple[Token, ...], at: int) -> bool:
    return (
        tokens[at].text == ","
        or tokens[at].text in CLOSING_QUOTES
        or tokens[at].text in {"—", "–"}
    )


def _tail_attribution(
    tokens: tuple[Token, ...], low: int, at: int, high: int
) -> Attribution | None:
    """Read ``tokens[at+1:high]`` as "SOURCE said …" or "said SOURCE …", content before it."""
    start = at + 1
    if start < high and tokens[start].lower == "as":
        start += 1
    if start >= high or tokens[start].lower in RELATIVES:
        return None
    for verb in range(start, high):
        cue = _cue_at(tokens, verb, start)
        if tokens[verb].lower in _RELAYING and verb > start:
            return _relayed_tail(tokens, low, at, start, verb, high)
        if (
            cue is None
            or not {"that", "np"} & set(cue.frames)
            or tokens[verb].lower.endswith("ing")
        ):
            continue
        group = _group_start(tokens, verb, start)
        found = (
            _inverted(tokens, verb, high)
            if group == start
            else _plain_tail(tokens, start, group, verb, high)
        )
        if found is None:
            return None
        content = _trimmed(tokens, ((low, at),))
        if not content or not _is_clause(tokens, content):
            return None
        base = Attribution(
            source=found[0], cue=((group, verb + 1),), cue_class=cue.cue_class, cue_lemma=cue.lemma,
            content=content, shape="closing",
        )  # fmt: skip
        return _with_relay(tokens, base, found[1], high)
    return None


def _relayed_tail(
    tokens: tuple[Token, ...], low: int, at: int, start: int, verb: int, high: int
) -> Attribution | None:
    """ "…, OUTLET quoted SOURCE": the subject hands on, the object speaks."""
    outer = phrase_before(tokens, start, _group_start(tokens, verb, start))
    source = phrase_after(tokens, verb + 1, high)
    content = _trimmed(tokens, ((low, at),))
    if outer is None or source is None or not content:
        return None
    return Attribution(
        source=source, cue=((verb, verb + 1),), cue_class="neutral", cue_lemma="quote", content=content,
        shape="closing", relayer=outer, relay_cue=tokens[verb].lower,
    )  # fmt: skip


def _inverted(tokens: tuple[Token, ...], verb: int, high: int) -> tuple[Phrase, int] | None:
    if not words().verbs[tokens[verb].lower].hard or tokens[verb].lower.endswith("ing"):
        return None
    source = phrase_after(tokens, verb + 1, high)
    if source is None or not _may_close(tokens, source.last, high):
        return None
    return source, source.last


def _plain_tail(
    tokens: tuple[Token, ...], start: int, group: int, verb: int, high: int
) -> tuple[Phrase, int] | None:
    source = phrase_before(tokens, start, group)
    if source is None or source.first > start + 1 or not _may_close(tokens, verb + 1, high):
        return None
    return source, verb + 1


def _may_close(tokens: tuple[Token, ...], at: int, high: int) -> bool:
    """Nothing after the cue may open a clause of its own: only asides of time, place and addressee."""
    for i in range(at, high):
        lower = tokens[i].lower
        if lower in {"that", "if", "to"} and i == at:
            return False
        if lower in {
            "citing",
            "quoting",
            "who",
            "when",
            "after",
            "as",
            "while",
            "before",
            "adding",
        }:
            return True
        if tokens[i].text in OPENING_QUOTES or lower in {
            "that",
            "is",
            "are",
            "was",
            "were",
            "has",
            "have",
            "will",
            "would",
        }:
            return False
    return True


def _is_clause(tokens: tuple[Token, ...], content: Sequence[tuple[int, int]]) -> bool:
    low, high = content[0]
    return high - low >= 2 and (
        high - low > 5
        or any(is_verb_like(tokens, i) for i in range(low, high))
        or tokens[low - 1 if low else 0].text in QUOTE_MARKS
    )


# ---- "SOURCE said …"


def _leading(tokens: tuple[Token, ...], low: int, high: int) -> Iterator[Attribution]:
    at = low
    before: Attribution | None = None
    while at < high:
        cue = _cue_at(tokens, at, low)
        found = _leading_at(tokens, low, at, high, cue, before) if cue else None
        found = found or _quoted_as_saying(tokens, low, at, high)
        if found is None:
            at += 1
            continue
        following = _next_cue(tokens, found, high)
        if following:
            found = _cut(tokens, found, following[0])
        yield found
        before = found
        at = following[1] if following else max(high, at + 1)


def _quoted_as_saying(
    tokens: tuple[Token, ...], low: int, verb: int, high: int
) -> Attribution | None:
    """ "OUTLET quoted SOURCE as saying …" and "SOURCE was quoted by OUTLET as saying …"."""
    if tokens[verb].lower not in _RELAYING:
        return None
    as_at = next(
        (
            i
            for i in range(verb + 1, min(high - 2, verb + 30))
            if tokens[i].lower == "as" and tokens[i + 1].lower in _SAYING
        ),
        None,
    )
    if as_at is None:
        return None
    group = _group_start(tokens, verb, low)
    subject = phrase_before(tokens, low, group)
    passive = any(
        tokens[i].lower in {"was", "were", "is", "are", "been"} for i in range(group, verb)
    )
    if passive:
        by = verb + 1 < as_at and tokens[verb + 1].lower == "by"
        source, outer = subject, phrase_after(tokens, verb + 2, as_at) if by else None
    else:
        source, outer = phrase_after(tokens, verb + 1, as_at), subject
    content = _trimmed(tokens, ((as_at + 2, high),))
    if source is None or not content:
        return None
    return Attribution(
        source=source, cue=((verb, verb + 1), (as_at, as_at + 2)), cue_class="neutral", cue_lemma="quote",
        content=content, shape="leading", relayer=outer, relay_cue=tokens[verb].lower,
    )  # fmt: skip


def _leading_at(
    tokens: tuple[Token, ...],
    low: int,
    verb: int,
    high: int,
    cue: CueWord,
    before: Attribution | None,
) -> Attribution | None:
    group = _group_start(tokens, verb, low)
    if tokens[verb].lower.endswith("ing") and group == verb:
        source = before.source if before else clause_subject(tokens, low, verb)
        if tokens[verb - 1].text != "," if verb > low else True:
            return None
    else:
        if group > low and tokens[group - 1].lower in RELATIVES:
            return None
        source = phrase_before(tokens, low, group)
        if source and _is_noun_here(tokens, low, verb, source):
            return None
        if source is None and before and tokens[group - 1].lower in CONJUNCTIONS | {","}:
            source = before.source
    if source is None or not _can_say(source, cue):
        return None
    found = _complement(tokens, verb, high, cue, source)
    if found is None:
        return None
    if found.cue[0][0] != verb:
        return found
    return replace(found, cue=((group, found.cue[0][1]), *found.cue[1:]))


def _is_noun_here(tokens: tuple[Token, ...], low: int, verb: int, source: Phrase) -> bool:
    """ "appeared to align the UK with U.S. claims that": a verb stands before, nothing parts them."""
    if tokens[verb].lower not in words().nouns:
        return False
    for at in range(source.first - 1, low - 1, -1):
        if tokens[at].text in {",", ";"} or tokens[at].lower in SUBORDINATORS | CONJUNCTIONS:
            return False
        if is_verb_like(tokens, at):
            return True
    return False


def _complement(
    tokens: tuple[Token, ...], verb: int, high: int, cue: CueWord, source: Phrase
) -> Attribution | None:
    """Read what the cue governs by the frames its word allows."""
    base = Attribution(
        source=source,
        cue=((verb, verb + 1),),
        cue_class=cue.cue_class,
        cue_lemma=cue.lemma,
        content=(),
        shape="leading",
    )
    after = verb + 1
    if after >= high:
        return None
    if "obj" in cue.frames and "that" in cue.frames:
        found = _object_complement(tokens, after, high, base)
        if found:
            return found
    if "that" in cue.frames:
        found = _clause_complement(tokens, after, high, cue, base)
        if found:
            return found
    word = tokens[after].lower
    if "to" in cue.frames and word == "to":
        return _content(tokens, base, after, high)
    if cue.prepositions and word in cue.prepositions:
        return _prepositional(tokens, after, high, cue, base)
    if "obj" in cue.frames:
        found = _object_complement(tokens, after, high, base)
        if found:
            return found
    if "as" in cue.frames:
        return _as_complement(tokens, after, high, base)
    if "quoted" in cue.frames:
        opening = next(
            (i for i in range(after, min(high, after + 8)) if tokens[i].text in OPENING_QUOTES),
            None,
        )
        return _content(tokens, base, opening, high) if opening is not None else None
    if "np" in cue.frames and _opens_noun_phrase(tokens, after):
        return _content(tokens, base, after, high)
    return None


def _clause_complement(
    tokens: tuple[Token, ...], after: int, high: int, cue: CueWord, base: Attribution
) -> Attribution | None:
    start = after
    addressee = None
    if (
        "obj" in cue.frames
        and tokens[after].lower != "that"
        and tokens[after].text not in {",", ":"}
    ):
        addressee = phrase_after(tokens, after, high)
        start = addressee.last if addressee else after
    opening = _content_start(tokens, start, high, plain=addressee is None or start < high)
    if opening is None or (
        opening == start
        and tokens[opening - 1].lower != "that"
        and not _opens_clause(tokens, opening, high, cue)
    ):
        return None
    found = _content(tokens, base, opening, high)
    if found is None:
        return None
    found = replace(found, addressee=addressee)
    return _with_relay(tokens, found, after, opening)


def _content_start(tokens: tuple[Token, ...], at: int, high: int, *, plain: bool) -> int | None:
    """Step over asides ("on Monday", "in a statement", ", citing …,") to where the content begins."""
    i = at
    while i < min(high, at + 30):
        token = tokens[i]
        if token.lower in {"citing", "quoting"} and (
            cited := phrase_after(tokens, i + 1, high)
        ):
            i = cited.last
            continue
        if token.lower == "that" and (i == at or not is_verb_like(tokens, i - 1)):
            return i + 1
        if token.text in OPENING_QUOTES and i + 1 < high:
            return i
        if token.text == ":":
            return i + 1
        if is_verb_like(tokens, i) or (token.lower in SUBORDINATORS | PRONOUNS and i > at):
            break
        i += 1
    return _after_aside(tokens, at, high) if plain else None


def _after_aside(tokens: tuple[Token, ...], at: int, high: int) -> int | None:
    i = at
    while i < high and tokens[i].lower in TIME_WORDS | {"on"}:
        i += 1
    if i < high and i > at and tokens[i].text == ",":
        i += 1
    return i if i < high and tokens[i].text != "," else None


def _opens_clause(tokens: tuple[Token, ...], at: int, high: int, cue: CueWord) -> bool:
    """A clause without "that": a subject, then a verb not far behind it."""
    first = tokens[at].lower
    if first in PREPOSITIONS | {"to", "by", "that"} and first not in {
        "in",
        "on",
        "at",
        "after",
        "during",
        "for",
        "over",
        "about",
    }:
        return False
    if first in {"about", "for", "on", "in", "at", "over", "during", "after"} and not cue.hard:
        return False
    verb_at = next(
        (i for i in range(at + 1, min(high, at + 18)) if is_verb_like(tokens, i)), None
    )
    if verb_at is None:
        return False
    return (
        cue.hard or any(tokens[i].lower in FINITE for i in range(at, high)) or first in PRONOUNS
    )


FINITE = frozenset(
    "is are was were has have had will would may might could should can must does did do".split()
)


def _prepositional(
    tokens: tuple[Token, ...], after: int, high: int, cue: CueWord, base: Attribution
) -> Attribution | None:
    widened = replace(base, cue=((base.cue[0][0], after + 1),))
    if "obj" in cue.frames and tokens[after].lower != "for":
        found = _object_complement(tokens, after + 1, high, widened)
        if found:
            return found
    return _content(tokens, widened, after + 1, high)


def _object_complement(
    tokens: tuple[Token, ...], after: int, high: int, base: Attribution
) -> Attribution | None:
    """ "urged SOMEBODY to …": the addressee, then the infinitive."""
    if tokens[after].lower == "to":
        return _content(tokens, base, after, high)
    for at in range(after + 1, min(high - 1, after + 25)):
        if (
            tokens[at].text in {",", ";", ":"} | QUOTE_MARKS
            or is_verb_like(tokens, at)
            or tokens[at].lower in SUBORDINATORS
        ):
            return None
        if tokens[at].lower == "to" and tokens[at + 1].text in OPENING_QUOTES:
            return _content(
                tokens, replace(base, addressee=phrase_after(tokens, after, at)), at, high
            )
        if (
            tokens[at].lower == "to"
            and tokens[at + 1].is_word
            and tokens[at + 1].lower not in DETERMINERS
            and not is_capitalised(tokens[at + 1])
        ):
            found = _content(tokens, base, at, high)
            return replace(found, addressee=phrase_after(tokens, after, at)) if found else None
    return None


def _as_complement(
    tokens: tuple[Token, ...], after: int, high: int, base: Attribution
) -> Attribution | None:
    for at in range(after + 1, min(high - 1, after + 12)):
        if tokens[at].lower == "as":
            return _content(tokens, base, after, high)
        if tokens[at].text in {",", ";"} or is_verb_like(tokens, at):
            return None
    return None


def _opens_noun_phrase(tokens: tuple[Token, ...], at: int) -> bool:
    token = tokens[at]
    return (
        token.lower in DETERMINERS
        or is_capitalised(token)
        or (
            token.is_word
            and token.lower not in PREPOSITIONS | SUBORDINATORS | ADVERBS | AUXILIARIES
        )
    )


def _content(
    tokens: tuple[Token, ...], base: Attribution, start: int, high: int
) -> Attribution | None:
    content = _trimmed(tokens, ((start, high),))
    return replace(base, content=content) if content else None


def _next_cue(
    tokens: tuple[Token, ...], found: Attribution, high: int
) -> tuple[int, int] | None:
    """A second cue of the same speaker inside the content: ", adding that", "and said that"."""
    low = found.content[0][0] if found.content else high
    for at in range(low + 1, high - 2):
        token = tokens[at]
        if token.text == "," and tokens[at + 1].lower in {
            "adding",
            "saying",
            "stating",
            "stressing",
            "noting",
            "warning",
            "insisting",
            "claiming",
            "arguing",
            "explaining",
        }:
            return at, at + 1
        if token.lower == "and" and tokens[at + 1].lower in words().verbs:
            cue = words().verbs[tokens[at + 1].lower]
            if tokens[at + 2].lower == "that" and tokens[at + 1].lower != cue.lemma:
                return at, at + 1
            if (
                cue.hard
                and tokens[at + 1].lower.endswith(("ed", "said", "told"))
                and tokens[at + 2].lower in {"that", "it", "they", "he", "she"}
            ):
                return at, at + 1
    return None


def _cut(tokens: tuple[Token, ...], found: Attribution, at: int) -> Attribution:
    content = _trimmed(tokens, tuple((a, min(b, at)) for a, b in found.content if a < at))
    return replace(found, content=content)


# ---- "OUTLET quoted SOURCE as saying", "told OUTLET", ", citing SOURCE"


def _with_relay(
    tokens: tuple[Token, ...], base: Attribution, low: int, high: int
) -> Attribution:
    """Look between cue and content for who relays: an outlet told, or a source cited."""
    for at in range(low, high):
        lower = tokens[at].lower
        if lower in {"citing", "quoting"}:
            cited = phrase_after(tokens, at + 1, high)
            if cited:
                outer = base.source
                return replace(
                    base,
                    source=cited,
                    cue=((at, at + 1),),
                    relayer=outer,
                    relay_cue=base.cue_lemma,
                )
    told = phrase_after(tokens, low, high) if base.cue_lemma == "tell" else None
    if told:
        base = replace(base, addressee=told)
    return _as_told(tokens, base, low, high)


def _as_told(tokens: tuple[Token, ...], base: Attribution, low: int, high: int) -> Attribution:
    addressee = base.addressee
    if addressee and addressee.kind in {LinkKind.OUTLET, LinkKind.AGENCY}:
        return replace(base, relayer=addressee, relay_cue="told")
    for at in range(low, high - 1):
        if tokens[at].lower in {"to", "with", "by"} and tokens[at - 1].lower in {
            "interview",
            "interviews",
            "statement",
            "statements",
            "remarks",
            "comments",
            "spoke",
            "speaking",
            "quoted",
            "cited",
        }:
            outlet = phrase_after(tokens, at + 1, high)
            if outlet and outlet.kind in {LinkKind.OUTLET, LinkKind.AGENCY}:
                return replace(
                    base,
                    relayer=outlet,
                    relay_cue=tokens[at - 1].lower,
                    channel=tokens[at - 1].lower,
                )
    return base


# ---- nouns of saying


def _noun_cues(tokens: tuple[Token, ...], low: int, high: int) -> Iterator[Attribution]:
    for at in range(low + 1, high - 2):
        cue = words().nouns.get(tokens[at].lower)
        if (
            cue is None
            or is_capitalised(tokens[at])
            or tokens[at - 1].lower in {"in", "no"} | ADVERBS | PRONOUNS | RELATIVES
        ):
            continue
        source = _noun_owner(tokens, low, at)
        start = at + 1
        if tokens[start].lower == "from":
            source = phrase_after(tokens, start + 1, high)
            start = source.last if source else start
        if start >= high - 1 or tokens[start].lower not in cue.frames:
            continue
        if tokens[start].lower == "to" and not _is_infinitive(tokens, start + 1):
            continue
        content = _trimmed(tokens, ((start + (tokens[start].lower == "that"), high),))
        if content:
            yield Attribution(
                source=source, cue=((at, at + 1),), cue_class=cue.cue_class, cue_lemma=cue.lemma, content=content, shape="noun"
            )  # fmt: skip
            return


def _noun_owner(tokens: tuple[Token, ...], low: int, at: int) -> Phrase | None:
    """Whose claim it is: "U.S. claims that", "to request that" (whoever acts)."""
    if tokens[at - 1].lower == "to":
        return clause_subject(tokens, low, at)
    if is_capitalised(tokens[at - 1]) and at - 1 > low:
        return read_phrase(tokens, at - 1, at)
    return None


def _is_infinitive(tokens: tuple[Token, ...], at: int) -> bool:
    token = tokens[at]
    return (
        token.is_word
        and not is_capitalised(token)
        and token.lower not in DETERMINERS | PRONOUNS | PREPOSITIONS
        and not token.lower.endswith("s")
    )


# ---- shared


def _cue_at(tokens: tuple[Token, ...], at: int, low: int) -> CueWord | None:
    """The verb of saying that stands here, if it does so as a verb."""
    cue = words().verbs.get(tokens[at].lower)
    if cue is None or is_capitalised(tokens[at]):
        return None
    before = tokens[at - 1] if at > low else None
    if before is None:
        return cue if tokens[at].lower.endswith(("ed", "said", "says")) else None
    if before.lower == "to" and at - 2 > low and tokens[at - 2].lower in _CONTINUING:
        return cue
    if before.lower in DETERMINERS | {"'s", "to", "of", "-", "by", "from", "for", "in", "with"}:
        return None
    if cue.only_perfect and before.lower not in {"has", "have", "had"}:
        return None
    if any(tokens[i].lower in _WEAKENING for i in range(_group_start(tokens, at, low), at)):
        return None
    if before.lower in {
        "be",
        "been",
        "being",
        "was",
        "were",
        "is",
        "are",
    } and cue.lemma not in {"tell", "warn"}:
        return None
    return cue


def _group_start(tokens: tuple[Token, ...], verb: int, low: int) -> int:
    """Where the verb group begins: its auxiliaries, its adverbs, "continued to"."""
    at = verb
    while at > low:
        before = tokens[at - 1]
        if (
            before.lower in AUXILIARIES
            or before.lower in ADVERBS
            or (before.lower.endswith("ly") and not is_capitalised(before))
        ):
            at -= 1
        elif before.lower == "to" and at - 1 > low and tokens[at - 2].lower in _CONTINUING:
            at -= 2
        else:
            break
    return at


def _can_say(source: Phrase, cue: CueWord) -> bool:
    if source.kind is LinkKind.DOCUMENT and cue.cue_class in {"request", "belief", "threat"}:
        return False
    return not (
        source.head in {"it", "we", "you", "i"}
        and cue.cue_class in _SOFT_SPEAKERS - {"estimate", "belief"}
        and source.head != "it"
    )


def _trimmed(
    tokens: tuple[Token, ...], pieces: Sequence[tuple[int, int]]
) -> tuple[tuple[int, int], ...]:
    """Cut "that", connectives, marks and full stops off the edges; drop what holds no word."""
    kept = []
    for low, high in pieces:
        low, high = _inner(tokens, low, high)
        if any(token.is_word for token in tokens[low:high]):
            kept.append((low, high))
    return tuple(kept)


def _inner(tokens: tuple[Token, ...], low: int, high: int) -> tuple[int, int]:
    while low < high and (
        tokens[low].text in {",", ".", ";", ":", "—", "–"}
        or tokens[low].lower == "that"
        and low + 1 < high
        and tokens[low + 1].lower not in {"is", "was"}
    ):
        low += 1
    while (
        low < high
        and tokens[low].lower in CONNECTIVES
        and low + 1 < high
        and tokens[low + 1].text == ","
    ):
        low += 2
    while high > low and tokens[high - 1].text in {",", ".", ";", ":", "—", "–", "?", "!"}:
        high -= 1
    if (
        high - low > 1
        and tokens[low].text in OPENING_QUOTES
        and tokens[high - 1].text in CLOSING_QUOTES
        and not any(t.text in QUOTE_MARKS for t in tokens[low + 1 : high - 1])
    ):
        low, high = low + 1, high - 1
        while high > low and tokens[high - 1].text in {",", "."}:
            high -= 1
    if (
        high > low
        and tokens[low].text in OPENING_QUOTES
        and not any(t.text in CLOSING_QUOTES for t in tokens[low + 1 : high])
    ):
        low += 1
    if (
        high > low
        and tokens[high - 1].text in CLOSING_QUOTES
        and not any(t.text in OPENING_QUOTES for t in tokens[low : high - 1])
    ):
        high -= 1
        while high > low and tokens[high - 1].text in {",", "."}:
            high -= 1
    return low, high
