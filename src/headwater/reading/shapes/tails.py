"""The stretch behind a content, read as who said it: "SOURCE said", "said SOURCE", "OUTLET quoted SOURCE"."""

from dataclasses import dataclass, replace

from headwater.language import Token
from headwater.lexicon import CueWord, words
from headwater.model import LinkKind
from headwater.reading.grammar import (
    ADVERBS,
    CLOSING_QUOTES,
    CONJUNCTIONS,
    DETERMINERS,
    OPENING_QUOTES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    TIME_WORDS,
    is_capitalised,
    is_relative,
    is_verb_like,
)
from headwater.reading.shapes.attribution import Attribution
from headwater.reading.shapes.citing import CITING, RELAYING
from headwater.reading.shapes.contents import is_clause, trimmed
from headwater.reading.shapes.quoting import class_as_said, saying_behind
from headwater.reading.shapes.relaying import with_relay
from headwater.reading.shapes.verbs import PASSIVE, cue_at, group_start, speaks_for_any
from headwater.reading.speakers import (
    Phrase,
    phrase_after,
    phrase_before,
    whole_speaker,
)

#: Behind these an aside runs on to the end; whatever it holds is no content.
_ASIDES = frozenset("citing quoting who whom whose when after as while before adding".split())
#: "…, but the rebels said": what they open is a clause beside the one before, no attribution of it.
_NO_TAIL = (
    RELATIVES
    | CONJUNCTIONS
    | frozenset(
        "while whereas though although because if when that unless until since where".split()
    )
)
_SAY = frozenset({"said", "says", "say"})
#: What can stand behind "…, the mayor said" without going on with what he said.
_BESIDE_SAID = (
    _ASIDES | PREPOSITIONS | TIME_WORDS | ADVERBS | DETERMINERS | {"through", "because"}
)
_SHORT_ASIDE = 3
_PRESS = frozenset({LinkKind.OUTLET, LinkKind.AGENCY})
#: Before the outlet that quotes somebody.
_BY = frozenset({"by", "in"})
_PAUSES = frozenset(",.?!…—–")
_OPENS_CONTENT = frozenset("that if to he she they it we i there".split())
#: Behind a comma these go on with what was told: "he left, found the boat and sank it".
_NEVER_BEFORE_SPEAKER = frozenset(
    "show find learn hope expect see deny swear threaten vow pledge promise".split()
)
#: These open a content of their own, so that the cue does not close.
_CLAUSES = frozenset("that is are was were has have will would".split())


@dataclass(frozen=True, slots=True)
class _Tail:
    """Content from ``low`` to its closing mark at ``mark``; attribution from ``start`` to ``end``."""

    low: int
    mark: int
    start: int
    end: int
    rest: tuple[int, int] | None

    @property
    def content(self) -> tuple[tuple[int, int], ...]:
        return ((self.low, self.mark), *((self.rest,) if self.rest else ()))


def read_tail(
    tokens: tuple[Token, ...],
    low: int,
    mark: int,
    high: int,
    rest: tuple[int, int] | None = None,
) -> Attribution | None:
    """Read ``tokens[mark+1:high]`` as "SOURCE said …" or "said SOURCE …", content before it.

    ``rest`` is what of the content stands behind it.
    """
    start = mark + 1
    if start < high and tokens[start].lower == "as":
        start += 1
    if start >= high or tokens[start].lower in _NO_TAIL | CITING:
        return None
    tail = _Tail(low, mark, start, high, rest)
    for verb in range(start, high):
        if verb > start and tokens[verb].lower in RELAYING:
            return _relayed(tokens, tail, verb)
        cue = cue_at(tokens, verb, start)
        if (
            cue
            and tokens[verb].relation.startswith("acl")
            and start <= tokens[verb].head < verb
        ):
            return None  # "…, a claim the army denied": a clause about a noun
        if cue and _may_follow_content(tokens[verb], cue):
            return _spoken(tokens, tail, verb, cue)
    return None


def _may_follow_content(verb: Token, cue: CueWord) -> bool:
    return ("that" in cue.frames or "np" in cue.frames) and not verb.lower.endswith("ing")


def _relayed(tokens: tuple[Token, ...], tail: _Tail, verb: int) -> Attribution | None:
    """ "…, OUTLET quoted SOURCE": the subject hands on, the object speaks."""
    if any(tokens[at].lower in PASSIVE for at in range(tail.start, verb)):
        return _quoted(tokens, tail, verb)
    outer = phrase_before(tokens, tail.start, group_start(tokens, verb, tail.start))
    said = saying_behind(tokens, verb, tail.end)
    source = phrase_after(tokens, verb + 1, said or tail.end)
    content = trimmed(tokens, tail.content)
    if outer is None or source is None or not content or not is_clause(tokens, content):
        return None
    return Attribution(
        source=source, cue=_quoting(verb, verb + 1, said), cue_class=_class(tokens, said), cue_lemma="quote", content=content,
        shape="closing", relayers=(outer,), relay_cue=tokens[verb].lower,
    )  # fmt: skip


def _quoted(tokens: tuple[Token, ...], tail: _Tail, verb: int) -> Attribution | None:
    """ "…, SOURCE was quoted as saying in OUTLET", "…, SOURCE was quoted by OUTLET"."""
    group = group_start(tokens, verb, tail.start)
    source = phrase_before(tokens, tail.start, group, any_noun=True)
    content = trimmed(tokens, tail.content)
    if source is None or not content or not is_clause(tokens, content):
        return None
    said = saying_behind(tokens, verb, tail.end)
    by = next((at for at in range(verb + 1, tail.end) if tokens[at].lower in _BY), None)
    outer = phrase_after(tokens, by + 1, tail.end, any_noun=True) if by else None
    if by and outer and tokens[by].lower == "in" and outer.kind not in _PRESS:
        outer = None  # "in May", "in Lima"
    if said is None and (outer is None or by != verb + 1):
        return None
    return Attribution(
        source=source, cue=_quoting(group, verb + 1, said), cue_class=_class(tokens, said), cue_lemma="quote",
        content=content, shape="closing", relayers=(outer,) if outer else (),
        relay_cue=tokens[verb].lower if outer else None,
    )  # fmt: skip


def _quoting(first: int, end: int, said: int | None) -> tuple[tuple[int, int], ...]:
    """Give the words of the cue: those of quoting, and the "as saying" behind them."""
    return ((first, end), *(((said, said + 2),) if said is not None else ()))


def _class(tokens: tuple[Token, ...], said: int | None) -> str:
    return "neutral" if said is None else class_as_said(tokens, said)


def _spoken(
    tokens: tuple[Token, ...], tail: _Tail, verb: int, cue: CueWord
) -> Attribution | None:
    if not cue.hard and _is_quoted_word(tokens, tail):
        return None
    group = group_start(tokens, verb, tail.start)
    if group == tail.start:
        source = _speaker_behind(tokens, tail, verb, cue)
        after = source.last if source else verb
    else:
        source, after = _speaker_before(tokens, tail, verb, group, cue), verb + 1
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


def _is_quoted_word(tokens: tuple[Token, ...], tail: _Tail) -> bool:
    """ "… “mad” every time he thinks of it": no comma parts the quotation from what follows it."""
    before = tokens[tail.mark - 1].text if tail.mark > tail.low else ""
    return (
        tokens[tail.mark].text in CLOSING_QUOTES
        and before not in _PAUSES
        and tokens[tail.start].text not in _PAUSES
    )


def _speaker_behind(
    tokens: tuple[Token, ...], tail: _Tail, verb: int, cue: CueWord
) -> Phrase | None:
    """ "…, said SOURCE"."""
    if tokens[verb + 1 : verb + 2] and tokens[verb + 1].lower in PREPOSITIONS:
        return None  # "the order, confirmed by three officials, began"
    if not cue.hard and ("that" not in cue.frames or cue.lemma in _NEVER_BEFORE_SPEAKER):
        return None
    if tokens[verb + 1 : verb + 2] and tokens[verb + 1].lower in PRONOUNS | {"that"}:
        return None  # "…, who lives there, says he knew": what he said follows
    any_noun = cue.lemma == "say" and tokens[tail.mark].text in CLOSING_QUOTES
    source = phrase_after(tokens, verb + 1, tail.end, any_noun=any_noun)
    if source is None or _acts_elsewhere(tokens, source, verb):
        return None
    return _with_second(tokens, source, tail.end)


def _acts_elsewhere(tokens: tuple[Token, ...], source: Phrase, verb: int) -> bool:
    """ "…, said the cabinet had decided": it is the subject of another verb, and what is said."""
    return any(
        tokens[at].relation.startswith("nsubj") and tokens[at].head > verb
        for at in range(source.first, source.last)
    )


def _with_second(tokens: tuple[Token, ...], source: Phrase, high: int) -> Phrase:
    """ "…, say Warsaw and its allies": the second of two who say it."""
    joint = source.last
    if joint + 1 >= high or tokens[joint].lower != "and":
        return source
    second = phrase_after(tokens, joint + 1, high)
    return replace(source, last=second.last) if second else source


def _speaker_before(
    tokens: tuple[Token, ...], tail: _Tail, verb: int, group: int, cue: CueWord
) -> Phrase | None:
    """ "…, SOURCE said"; its subject must fill the tail from the start."""
    any_noun = speaks_for_any(tokens[verb], cue)
    source = phrase_before(tokens, tail.start, group, any_noun=any_noun)
    source = whole_speaker(tokens, tail.start, verb, source, any_noun=any_noun)
    return source if source and source.first <= tail.start + 1 else None


def _may_close(tokens: tuple[Token, ...], at: int, high: int) -> bool:
    """Nothing after the cue may open a clause of its own: only asides of time, place and addressee."""
    if at < high and (tokens[at].lower in _OPENS_CONTENT or _opens_clause(tokens, at, high)):
        return False
    for i, token in enumerate(tokens[at:high], at):
        if token.lower in _ASIDES or is_relative(tokens, i):
            return True
        if token.text in OPENING_QUOTES or token.lower in _CLAUSES:
            return False
    return True


def _opens_clause(tokens: tuple[Token, ...], at: int, high: int) -> bool:
    """ "the rebels said the drone crashed": a subject and its verb right behind the cue."""
    if _opens_after_say(tokens, at, high):
        return True
    opens = tokens[at].lower in DETERMINERS or is_capitalised(tokens[at])
    if not opens or tokens[at].lower in TIME_WORDS:
        return False
    return any(_is_verb(tokens, i) for i in range(at + 1, high))


def _opens_after_say(tokens: tuple[Token, ...], at: int, high: int) -> bool:
    """ "said families of the dead had sued": no time, place or manner, but a subject."""
    opening = tokens[at]
    if tokens[at - 1].lower not in _SAY or not opening.is_word or is_capitalised(opening):
        return False
    if opening.lower in _BESIDE_SAID or opening.lower.endswith("ly"):
        return False
    return high - at > _SHORT_ASIDE


def _is_verb(tokens: tuple[Token, ...], at: int) -> bool:
    word = tokens[at].lower
    if is_capitalised(tokens[at]):
        return False
    return is_verb_like(tokens, at) or (word in words().verbs and word not in words().nouns)
