"""The stretch behind a content, read as who said it: "SOURCE said", "said SOURCE", "OUTLET quoted SOURCE"."""

from dataclasses import dataclass

from headwater.language import Token
from headwater.lexicon import CueWord
from headwater.reading.grammar import OPENING_QUOTES, RELATIVES
from headwater.reading.shapes.attribution import Attribution
from headwater.reading.shapes.contents import is_clause, trimmed
from headwater.reading.shapes.relaying import RELAYING, with_relay
from headwater.reading.shapes.verbs import cue_at, group_start
from headwater.reading.speakers import Phrase, phrase_after, phrase_before

#: Behind these an aside runs on to the end; whatever it holds is no content.
_ASIDES = frozenset("citing quoting who when after as while before adding".split())
#: These open a content of their own, so that the cue does not close.
_CLAUSES = frozenset("that is are was were has have will would".split())


@dataclass(frozen=True, slots=True)
class _Tail:
    """Content from ``low`` to its closing mark at ``mark``; attribution from ``start`` to ``end``."""

    low: int
    mark: int
    start: int
    end: int

    @property
    def content(self) -> tuple[tuple[int, int], ...]:
        return ((self.low, self.mark),)


def read_tail(tokens: tuple[Token, ...], low: int, mark: int, high: int) -> Attribution | None:
    """Read ``tokens[mark+1:high]`` as "SOURCE said …" or "said SOURCE …", content before it."""
    start = mark + 1
    if start < high and tokens[start].lower == "as":
        start += 1
    if start >= high or tokens[start].lower in RELATIVES:
        return None
    tail = _Tail(low, mark, start, high)
    for verb in range(start, high):
        if verb > start and tokens[verb].lower in RELAYING:
            return _relayed(tokens, tail, verb)
        cue = cue_at(tokens, verb, start)
        if cue and _may_follow_content(tokens[verb], cue):
            return _spoken(tokens, tail, verb, cue)
    return None


def _may_follow_content(verb: Token, cue: CueWord) -> bool:
    return ("that" in cue.frames or "np" in cue.frames) and not verb.lower.endswith("ing")


def _relayed(tokens: tuple[Token, ...], tail: _Tail, verb: int) -> Attribution | None:
    """ "…, OUTLET quoted SOURCE": the subject hands on, the object speaks."""
    outer = phrase_before(tokens, tail.start, group_start(tokens, verb, tail.start))
    source = phrase_after(tokens, verb + 1, tail.end)
    content = trimmed(tokens, tail.content)
    if outer is None or source is None or not content:
        return None
    return Attribution(
        source=source, cue=((verb, verb + 1),), cue_class="neutral", cue_lemma="quote", content=content,
        shape="closing", relayer=outer, relay_cue=tokens[verb].lower,
    )  # fmt: skip


def _spoken(
    tokens: tuple[Token, ...], tail: _Tail, verb: int, cue: CueWord
) -> Attribution | None:
    group = group_start(tokens, verb, tail.start)
    if group == tail.start:
        source = _speaker_behind(tokens, tail, verb, cue)
        after = source.last if source else verb
    else:
        source, after = _speaker_before(tokens, tail, group), verb + 1
    if source is None or not _may_close(tokens, after, tail.end):
        return None
    content = trimmed(tokens, tail.content)
    if not content or not is_clause(tokens, content):
        return None
    base = Attribution(
        source=source, cue=((group, verb + 1),), cue_class=cue.cue_class, cue_lemma=cue.lemma,
        content=content, shape="closing",
    )  # fmt: skip
    return with_relay(tokens, base, after, tail.end)


def _speaker_behind(
    tokens: tuple[Token, ...], tail: _Tail, verb: int, cue: CueWord
) -> Phrase | None:
    """ "…, said SOURCE"."""
    return phrase_after(tokens, verb + 1, tail.end) if cue.hard else None


def _speaker_before(tokens: tuple[Token, ...], tail: _Tail, group: int) -> Phrase | None:
    """ "…, SOURCE said"; its subject must fill the tail from the start."""
    source = phrase_before(tokens, tail.start, group)
    return source if source and source.first <= tail.start + 1 else None


def _may_close(tokens: tuple[Token, ...], at: int, high: int) -> bool:
    """Nothing after the cue may open a clause of its own: only asides of time, place and addressee."""
    if at < high and tokens[at].lower in {"that", "if", "to"}:
        return False
    for token in tokens[at:high]:
        if token.lower in _ASIDES:
            return True
        if token.text in OPENING_QUOTES or token.lower in _CLAUSES:
            return False
    return True
