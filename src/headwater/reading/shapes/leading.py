"""The shape "SOURCE said …", and the further cues of the same speaker behind it."""

from collections.abc import Iterator
from dataclasses import replace

from headwater.language import Token
from headwater.lexicon import CueWord, words
from headwater.model import LinkKind
from headwater.reading.grammar import (
    AUXILIARIES,
    BREAKS,
    CLOSING_QUOTES,
    CONJUNCTIONS,
    OPENING_QUOTES,
    RELATIVES,
    SUBORDINATORS,
    is_verb_like,
)
from headwater.reading.shapes.attribution import Attribution
from headwater.reading.shapes.complements import read_complement
from headwater.reading.shapes.contents import is_in_quotation, trimmed
from headwater.reading.shapes.passives import described, find_told_by, overheard, who_did
from headwater.reading.shapes.quoting import find_quoted_as_saying
from headwater.reading.shapes.relaying import (
    cited_behind,
    cited_between,
    relayed_before,
    relayed_behind,
)
from headwater.reading.shapes.verbs import cue_at, group_start, speaks_for_any
from headwater.reading.speakers import (
    Phrase,
    behind_relative,
    clause_subject,
    phrase_before,
    whole_speaker,
)

_ADDING = frozenset(
    "adding saying stating stressing noting warning insisting claiming arguing explaining".split()
)
_PARTING = CLOSING_QUOTES | {","}
_CLAUSE_OPENERS = frozenset({"that", "it", "they", "he", "she"})
_OPENING_QUOTATION = OPENING_QUOTES | {":"}
#: Behind these, and a comma, somebody else may say something else.
_BESIDE = frozenset("and but while whereas though although".split())
#: Tokens within which such a clause shows its cue: "but on Friday the rebels in the north said".
_LONGEST_SPEAKER = 16
#: What a document does not do.
_ONLY_PEOPLE = frozenset({"request", "belief", "threat"})
#: Classes of the cues by which one binds oneself, and what an aside about a speaker opens with.
_BINDING = frozenset({"threat", "announce"})
_SUBJECTS_OF_ASIDES = frozenset({"who", "which"})
#: "we think" and "I doubt" are the writer's own.
_SOFT = frozenset({"opinion", "belief", "inference", "weak", "doubt", "factive"})


def find_leading(
    tokens: tuple[Token, ...], low: int, high: int, before: Attribution | None = None
) -> Iterator[Attribution]:
    """Find the cues that open their content, from left to right, each with a speaker before it.

    ``before`` is whose cue stands before the stretch: ", adding that" goes on in his name.
    """
    at, latest = low, before
    while at < high:
        found = _read_at(tokens, low, at, high, latest.source if latest else None)
        if found is None:
            at += 1
            continue
        found = _handed_on_as_before(found, latest)
        beside, further = _clause_beside(tokens, found, high), _further_cue(tokens, found, high)
        if beside is not None and (further is None or beside < further[0]):
            yield _cut(tokens, found, beside)
            low, at, latest = beside + 1, beside + 2, None
            if tokens[beside].text == "," or tokens[beside].text == ";":
                low = beside + 1 + (tokens[beside + 1].lower in _BESIDE)
        elif further is not None:
            yield _cut(tokens, found, further[0])
            at, latest = further[1], found
        else:
            yield found
            return


def _handed_on_as_before(found: Attribution, before: Attribution | None) -> Attribution:
    """ "told Reuters that …, adding that …": Reuters hands on both."""
    if before is None or found.source != before.source or found.relayers:
        return found
    return replace(
        found, relayers=before.relayers, relay_cue=before.relay_cue, channel=before.channel
    )


def _clause_beside(tokens: tuple[Token, ...], found: Attribution, high: int) -> int | None:
    """Where the content ends because somebody else speaks beside it: ", but the rebels said …".

    Not where the content already tells who said what: then the second is told as the first was.
    """
    low = found.content[0][0] if found.content else high
    for at in range(low + 1, high - 3):
        if _parts_clauses(tokens, at) and not is_in_quotation(tokens, low, at):
            start = at + 1 + (tokens[at + 1].lower in _BESIDE)
            if _somebody_speaks(tokens, start, high):
                inside = any(True for _ in find_leading(tokens, low, at))
                return None if inside and tokens[at].text != ";" else at
    return None


def _parts_clauses(tokens: tuple[Token, ...], at: int) -> bool:
    if tokens[at].text == ";":
        return True
    if tokens[at].text == ",":
        return tokens[at + 1].lower in _BESIDE
    return tokens[at].lower in _BESIDE - {"and"} and tokens[at - 1].text != ","


def _somebody_speaks(tokens: tuple[Token, ...], start: int, high: int) -> bool:
    """Whether a clause begins with a speaker, perhaps behind "on Friday", and a cue with content."""
    for verb in range(start + 1, min(high, start + _LONGEST_SPEAKER)):
        if tokens[verb].text in BREAKS:
            return False
        cue = cue_at(tokens, verb, start)
        if cue:
            found = _said(tokens, start, verb, high, cue, None)
            return found is not None and found.source is not None
        if is_verb_like(tokens, verb) and tokens[verb].lower not in AUXILIARIES:
            return False
    return False


def _read_at(
    tokens: tuple[Token, ...], low: int, at: int, high: int, speaker: Phrase | None
) -> Attribution | None:
    cue = cue_at(tokens, at, low)
    found = _said(tokens, low, at, high, cue, speaker) if cue else None
    return (
        found
        or find_told_by(tokens, low, at, high)
        or find_quoted_as_saying(tokens, low, at, high)
    )


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
        source = _of_verb(tokens, low, verb, group, speaker, cue)
    if source is None or not _can_say(source, cue):
        return None
    found = read_complement(
        tokens, verb, _end_of_aside(tokens, source, verb, group, high), cue, source
    )
    if found and not found.relayers:
        found = cited_behind(tokens, relayed_before(tokens, found, low, group))
        found = relayed_behind(tokens, found)
    elif found:
        found = cited_between(tokens, found, low, group)
    if found is None or found.cue[0][0] != verb:
        return found
    return replace(found, cue=((group, found.cue[0][1]), *found.cue[1:]))


def _end_of_aside(
    tokens: tuple[Token, ...], source: Phrase, verb: int, group: int, high: int
) -> int:
    """ "the firm, which the mayor said was bankrupt, …": what he said ends with the aside it is in."""
    if not (_opens_aside(tokens, source.first) or _opens_aside(tokens, group)):
        return high
    return next((at for at in range(verb + 1, high) if tokens[at].text == ","), high)


def _opens_aside(tokens: tuple[Token, ...], first: int) -> bool:
    """Tell whether ", which" or ", who" stands right before a word."""
    return first > 1 and tokens[first - 1].lower in RELATIVES and tokens[first - 2].text == ","


def _of_aside(tokens: tuple[Token, ...], low: int, group: int, cue: CueWord) -> Phrase | None:
    """ "the militia, which has threatened to": whom an aside says that he holds something out."""
    is_bound = cue.cue_class in _BINDING and "to" in cue.frames
    is_own = tokens[group - 1].lower in _SUBJECTS_OF_ASIDES and _opens_aside(tokens, group)
    return phrase_before(tokens, low, group - 2) if is_bound and is_own else None


def _of_participle(
    tokens: tuple[Token, ...], low: int, verb: int, speaker: Phrase | None
) -> Phrase | None:
    """ ", adding that": whoever spoke before, or the subject of the sentence."""
    if verb <= low or tokens[verb - 1].text not in _PARTING:
        return overheard(tokens, low, verb) or described(tokens, low, verb)
    return speaker or clause_subject(tokens, low, verb)


def _of_verb(
    tokens: tuple[Token, ...],
    low: int,
    verb: int,
    group: int,
    speaker: Phrase | None,
    cue: CueWord,
) -> Phrase | None:
    before = tokens[group - 1].lower if group else ""
    if group > low and before in RELATIVES:
        return _of_aside(tokens, low, group, cue)
    if doer := who_did(tokens, low, group):
        return doer
    source = phrase_before(tokens, low, group) or behind_relative(tokens, low, group)
    if source is None and speaks_for_any(tokens[verb], cue):
        source = phrase_before(tokens, low, group, any_noun=True)
    source = whole_speaker(
        tokens, low, verb, source, any_noun=speaks_for_any(tokens[verb], cue)
    )
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
            (tokens[at].text in _PARTING and tokens[at + 1].lower in _ADDING)
            or _goes_on_saying(tokens, at)
            or _is_second_of(tokens, found, at)
        )
        if is_further:
            return at, at + 1
    return None


def _is_second_of(tokens: tuple[Token, ...], found: Attribution, at: int) -> bool:
    """ "said that …, and accused them of": the tree joins a second cue to the first."""
    following = tokens[at + 1]
    is_joined = tokens[at].lower in {"and", "but"} and following.relation == "conj"
    if not is_joined or following.lower not in words().verbs:
        return False
    return any(first <= following.head < last for first, last in found.cue)


def _goes_on_saying(tokens: tuple[Token, ...], at: int) -> bool:
    """ "and said that", "and said they": a verb in a finite form with its clause right behind."""
    verb, opener = tokens[at + 1].lower, tokens[at + 2].lower
    cue = words().verbs.get(verb) if tokens[at].lower in {"and", "but"} else None
    if cue is None:
        return False
    if tokens[at + 2].text in _OPENING_QUOTATION and verb.endswith(
        ("ed", "said", "told", "wrote")
    ):
        return True
    if opener == "that" and verb != cue.lemma:
        return True
    return cue.hard and verb.endswith(("ed", "said", "told")) and opener in _CLAUSE_OPENERS


def _cut(tokens: tuple[Token, ...], found: Attribution, at: int) -> Attribution:
    content = trimmed(tokens, ((a, min(b, at)) for a, b in found.content if a < at))
    return replace(found, content=content)
