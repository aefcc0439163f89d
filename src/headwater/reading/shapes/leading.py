"""The shape "SOURCE said …", and the further cues of the same speaker behind it."""

from collections.abc import Iterator
from dataclasses import replace

from headwater.language import Token
from headwater.lexicon import CueWord, words
from headwater.model import LinkKind
from headwater.reading.grammar import CONJUNCTIONS, RELATIVES, SUBORDINATORS, is_verb_like
from headwater.reading.shapes.attribution import Attribution
from headwater.reading.shapes.complements import read_complement
from headwater.reading.shapes.contents import trimmed
from headwater.reading.shapes.relaying import find_quoted_as_saying
from headwater.reading.shapes.verbs import cue_at, group_start
from headwater.reading.speakers import Phrase, clause_subject, phrase_before

_ADDING = frozenset(
    "adding saying stating stressing noting warning insisting claiming arguing explaining".split()
)
_CLAUSE_OPENERS = frozenset({"that", "it", "they", "he", "she"})
#: What a document does not do.
_ONLY_PEOPLE = frozenset({"request", "belief", "threat"})
#: "we think" and "I doubt" are the writer's own.
_SOFT = frozenset({"opinion", "inference", "weak", "doubt", "factive"})


def find_leading(tokens: tuple[Token, ...], low: int, high: int) -> Iterator[Attribution]:
    """Find the cues that open their content, from left to right, each with a speaker before it."""
    at = low
    speaker: Phrase | None = None
    while at < high:
        found = _read_at(tokens, low, at, high, speaker)
        if found is None:
            at += 1
            continue
        further = _further_cue(tokens, found, high)
        if further is None:
            yield found
            return
        yield _cut(tokens, found, further[0])
        speaker, at = found.source, further[1]


def _read_at(
    tokens: tuple[Token, ...], low: int, at: int, high: int, speaker: Phrase | None
) -> Attribution | None:
    cue = cue_at(tokens, at, low)
    found = _said(tokens, low, at, high, cue, speaker) if cue else None
    return found or find_quoted_as_saying(tokens, low, at, high)


def _said(
    tokens: tuple[Token, ...],
    low: int,
    verb: int,
    high: int,
    cue: CueWord,
    speaker: Phrase | None,
) -> Attribution | None:
    """Read one cue; ``speaker`` is who the cue before it had, for "and added that"."""
    group = group_start(tokens, verb, low)
    if group == verb and tokens[verb].lower.endswith("ing"):
        source = _of_participle(tokens, low, verb, speaker)
    else:
        source = _of_verb(tokens, low, verb, group, speaker)
    if source is None or not _can_say(source, cue):
        return None
    found = read_complement(tokens, verb, high, cue, source)
    if found is None or found.cue[0][0] != verb:
        return found
    return replace(found, cue=((group, found.cue[0][1]), *found.cue[1:]))


def _of_participle(
    tokens: tuple[Token, ...], low: int, verb: int, speaker: Phrase | None
) -> Phrase | None:
    """ ", adding that": whoever spoke before, or the subject of the sentence."""
    if verb <= low or tokens[verb - 1].text != ",":
        return None
    return speaker or clause_subject(tokens, low, verb)


def _of_verb(
    tokens: tuple[Token, ...], low: int, verb: int, group: int, speaker: Phrase | None
) -> Phrase | None:
    before = tokens[group - 1].lower if group else ""
    if group > low and before in RELATIVES:
        return None
    source = phrase_before(tokens, low, group)
    if source:
        return None if _is_noun_here(tokens, low, verb, source) else source
    return speaker if before in CONJUNCTIONS or before == "," else None


def _is_noun_here(tokens: tuple[Token, ...], low: int, verb: int, source: Phrase) -> bool:
    """ "appeared to align the UK with U.S. claims that": a verb stands before, nothing parts them."""
    if tokens[verb].lower not in words().nouns:
        return False
    for at in range(source.first - 1, low - 1, -1):
        word = tokens[at].lower
        if word in {",", ";"} or word in SUBORDINATORS or word in CONJUNCTIONS:
            return False
        if is_verb_like(tokens, at):
            return True
    return False


def _can_say(source: Phrase, cue: CueWord) -> bool:
    if source.kind is LinkKind.DOCUMENT and cue.cue_class in _ONLY_PEOPLE:
        return False
    return not (source.head in {"we", "you", "i"} and cue.cue_class in _SOFT)


def _further_cue(
    tokens: tuple[Token, ...], found: Attribution, high: int
) -> tuple[int, int] | None:
    """A second cue of the same speaker inside the content: ", adding that", "and said that".

    Gives where the first content ends, and the cue.
    """
    low = found.content[0][0] if found.content else high
    for at in range(low + 1, high - 2):
        is_further = (
            tokens[at].text == "," and tokens[at + 1].lower in _ADDING
        ) or _goes_on_saying(tokens, at)
        if is_further:
            return at, at + 1
    return None


def _goes_on_saying(tokens: tuple[Token, ...], at: int) -> bool:
    """ "and said that", "and said they": a verb in a finite form with its clause right behind."""
    verb, opener = tokens[at + 1].lower, tokens[at + 2].lower
    cue = words().verbs.get(verb) if tokens[at].lower == "and" else None
    if cue is None:
        return False
    if opener == "that" and verb != cue.lemma:
        return True
    return cue.hard and verb.endswith(("ed", "said", "told")) and opener in _CLAUSE_OPENERS


def _cut(tokens: tuple[Token, ...], found: Attribution, at: int) -> Attribution:
    content = trimmed(tokens, ((a, min(b, at)) for a, b in found.content if a < at))
    return replace(found, content=content)
