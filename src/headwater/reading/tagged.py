"""Attributions as the language engine tagged them, in token numbers of one unit."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from headwater.language import Tagged, Token
from headwater.lexicon import CueWord, words
from headwater.model import LinkKind
from headwater.reading.grammar import QUOTE_MARKS, RELATIVES, SUBORDINATORS
from headwater.reading.shapes import Attribution
from headwater.reading.shapes.relaying import with_mediator, with_relay
from headwater.reading.shapes.verbs import falls_short, says_nothing
from headwater.reading.speakers import Phrase, is_nobody, phrase_before, read_phrase
from headwater.reading.units import Unit

_Span = tuple[int, int]
#: Frames of a cue whose object may be a thing.
_THINGS = frozenset({"act", "as", "np", "obj", "of"})
#: Classes of cues whose bare object is what is asked for; the object of others is whom they speak to.
_OF_THINGS = frozenset({"recommend", "request"})
#: Relations of a clause to the verb that it completes.
_CLAUSES = frozenset({"advcl", "ccomp", "csubj", "parataxis", "xcomp"})
#: A noun with one of them beside it makes a clause.
_OF_CLAUSES = frozenset({"aux", "cop", "csubj", "expl", "mark", "nsubj"})
_NOUNS = frozenset({"NOUN", "PROPN"})
#: Marks of a clause that a verb of saying may take.
_COMPLETING = frozenset({"that", "to", "whether", "if"})
#: Parts of speech that end no name of a speaker.
_NO_HEADS = frozenset({"ADP", "CCONJ", "DET", "SCONJ"})


def attributions_tagged(unit: Unit, tagged: Sequence[Tagged]) -> Iterator[Attribution]:
    """Give the attributions with a cue in a unit; what stands outside the unit is left out.

    Args:
        unit: The words.
        tagged: What the engine tagged in the article, in the order of the cues.
    """
    low = bisect_left(tagged, unit.start, key=_cue_start)
    high = bisect_left(tagged, unit.end, key=_cue_start)
    for found in tagged[low:high]:
        yield _attribution(unit, found)


def _cue_start(found: Tagged) -> int:
    return found.cue[0][0]


def _attribution(unit: Unit, found: Tagged) -> Attribution:
    tokens = unit.tokens
    cue = tuple(_within(tokens, found.cue))
    content = tuple(
        trimmed for part in _within(tokens, found.content) if (trimmed := _trim(tokens, *part))
    )
    source, word = next(_within(tokens, found.source), None), _cue_word(tokens, cue)
    entry = words().verbs.get(word) or words().nouns.get(word)
    if source and not (entry and entry.lemma == "quote") and _is_spoken_to(unit, source, cue):
        source = None
    group = {tokens[at].lower for first, last in cue for at in range(first, last)}
    opening = tokens[content[0][0]].lower if content else ""
    is_unsaid = says_nothing(group, entry, opening) or falls_short(group, opening)
    if is_unsaid or _is_named_by_what(unit, cue) or _is_thing_done(unit, cue, content):
        content = ()
    base = Attribution(
        source=_phrase(tokens, *source) if source else None,
        cue=cue,
        cue_class=_class_of(tokens, entry, cue, content) if entry else "neutral",
        # What the lexicon does not know is shown as it is written: learned lemmas can be no words.
        cue_lemma=entry.lemma if entry else word,
        content=content,
        shape=_shape(unit, cue, content),
        by_engine=True,
        sure=found.sure,
        is_order=bool(content) and tokens[content[0][0]].lower == "to",
    )
    relayed = _relayed(tokens, base) if base.source and content else base
    return with_mediator(tokens, relayed)


def _relayed(tokens: tuple[Token, ...], base: Attribution) -> Attribution:
    """ "a worker who gave no name told OUTLET": who hands it on stands between the cue and what is said."""
    after = base.cue[-1][1]
    stop = min((first for first, _ in base.content if first >= after), default=len(tokens))
    return with_relay(tokens, base, after, stop)


def _within(tokens: tuple[Token, ...], spans: Sequence[_Span]) -> Iterator[_Span]:
    """Turn code points into token numbers."""
    for start, end in spans:
        first = bisect_right(tokens, start, key=lambda t: t.end)
        last = bisect_left(tokens, end, key=lambda t: t.start)
        if first < last:
            yield first, last


def _trim(tokens: tuple[Token, ...], first: int, last: int) -> _Span | None:
    """Leave out marks at the edges and the "that" a clause opens with, as our own shapes do."""
    while first < last and (not tokens[first].is_word or tokens[first].lower == "that"):
        first += 1
    while first < last and not tokens[last - 1].is_word:
        last -= 1
    return (first, last) if first < last else None


def _phrase(tokens: tuple[Token, ...], first: int, last: int) -> Phrase | None:
    if tokens[first].lower in RELATIVES:
        end = first - (first > 0 and tokens[first - 1].text == ",")
        return phrase_before(tokens, 0, end, any_noun=True)
    if last == first + 1 and tokens[first].lower == "both":
        return Phrase(first, last, "both", LinkKind.GROUP)
    while last > first and _is_cut(tokens[last - 1]):
        last -= 1
    if last == first or is_nobody(tokens, first, first):
        return None
    return read_phrase(tokens, first, last, any_noun=True) or Phrase(
        first, last, tokens[last - 1].lower, LinkKind.UNNAMED
    )


def _is_cut(token: Token) -> bool:
    """A word with which no name of a speaker ends: there a source was cut wrongly."""
    return not token.is_word or token.lower in RELATIVES or token.tag in _NO_HEADS


def _is_spoken_to(unit: Unit, source: _Span, cue: tuple[_Span, ...]) -> bool:
    """ "The captain was told", "the film said to have cost": the tree makes no speaker of them."""
    tokens = unit.tokens
    cue_words = {at for first, last in cue for at in range(first, last)}
    return any(
        tokens[at].relation == "nsubj:pass" and tokens[at].head in cue_words
        for at in range(*source)
    ) or any(
        tokens[at].relation == "acl"
        and tokens[at].head in range(*source)
        and not tokens[at].lower.endswith("ing")
        for at in cue_words
    )


def _is_named_by_what(unit: Unit, cue: tuple[_Span, ...]) -> bool:
    """ "What the mayor said was wrong": what he said is not told."""
    tokens = unit.tokens
    return any(
        tokens[at].head >= 0
        and tokens[at].relation == "acl:relcl"
        and tokens[tokens[at].head].lower in {"what", "whatever"}
        for first, last in cue
        for at in range(first, last)
    )


def _is_thing_done(unit: Unit, cue: tuple[_Span, ...], content: tuple[_Span, ...]) -> bool:
    """ "Added the corps to its list": a thing for object, with a verb that says only what a clause says.

    What may follow a cue is told by its frames.
    """
    known = (
        words().verbs.get(unit.tokens[at].lower)
        for first, last in cue
        for at in range(first, last)
    )
    says_clauses = any(entry and not _things_of(entry) for entry in known)
    return says_clauses and _is_thing(unit, cue, content)


def _class_of(
    tokens: tuple[Token, ...],
    entry: CueWord,
    cue: tuple[_Span, ...],
    content: tuple[_Span, ...],
) -> str:
    """ "Called it likely" asks for nothing, "called for calm" and "called on them to wait" do."""
    behind = cue[-1][1]
    asks = tokens[behind - 1].lower in entry.prepositions or (
        behind < len(tokens) and tokens[behind].lower in entry.prepositions
    )
    opens = tokens[content[0][0]].lower if content else ""
    if "named" not in entry.frames or asks or opens in {"to", *entry.prepositions}:
        return entry.cue_class
    return "opinion"


def _things_of(cue: CueWord) -> frozenset[str]:
    """The frames by which a thing can be what is said: "urged restraint", not "informed a decision"."""
    things = _THINGS & set(cue.frames)
    return things if cue.cue_class in _OF_THINGS else things - {"obj"}


def _is_thing(unit: Unit, cue: tuple[_Span, ...], content: tuple[_Span, ...]) -> bool:
    """Tell whether the content is the object of its cue, and no clause."""
    cue_words = {at for first, last in cue for at in range(first, last)}
    ties = {
        _tie(unit.tokens, at)
        for first, last in content
        for at in range(first, last)
        if unit.tokens[at].head in cue_words
    }
    return "obj" in ties and not ties & _CLAUSES


def _tie(tokens: tuple[Token, ...], at: int) -> str:
    """Give how a word completes its verb.

    "Because they were there" completes nothing, and "believes the engineers" has an object, though
    the tree may take the noun for a clause.
    """
    relation = tokens[at].relation.partition(":")[0]
    beside = {t.relation.partition(":")[0]: t.lower for t in tokens if t.head == at}
    if relation == "advcl" and beside.get("mark") in SUBORDINATORS - _COMPLETING:
        return "mark"
    between = {token.text for token in tokens[tokens[at].head : at]}
    # Before its verb, or in marks, a noun alone is what somebody says: "“Nonsense,” she said"
    is_object = tokens[at].head < at and QUOTE_MARKS.isdisjoint(between)
    is_noun = is_object and tokens[at].tag in _NOUNS and _OF_CLAUSES.isdisjoint(beside)
    return "obj" if relation == "ccomp" and is_noun else relation


def _cue_word(tokens: tuple[Token, ...], cue: tuple[_Span, ...]) -> str:
    """The cue's own word: its last verb, or else its last noun, or else its last word."""
    inside = [tokens[at] for first, last in cue for at in range(first, last)]
    for tag in ("VERB", "NOUN"):
        found = [token for token in inside if token.tag == tag]
        if found:
            return found[-1].lower
    return inside[-1].lower


def _shape(unit: Unit, cue: tuple[_Span, ...], content: tuple[_Span, ...]) -> str:
    tokens, (first, last) = unit.tokens, cue[0]
    if tokens[first].lower == "according":
        return "according"
    tags = {tokens[at].tag for at in range(first, last)}
    if "NOUN" in tags and "VERB" not in tags:
        return "noun"
    # "The talks informed a decision": an act, which whoever tells the sentence tells.
    if not _is_main(tokens, cue, content) or _is_thing(unit, cue, content):
        return "aside"
    return "closing" if content and content[-1][1] <= first else "leading"


def _is_main(
    tokens: tuple[Token, ...], cue: tuple[_Span, ...], content: tuple[_Span, ...]
) -> bool:
    """Tell whether what a sentence is built around is said, or says it; not so in "X, which they fear, …"."""
    told = [tokens[at] for first, last in (*cue, *content) for at in range(first, last)]
    return any(token.head < 0 for token in told)
