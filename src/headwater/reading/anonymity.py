"""Whether a source asked not to be named, and why, as the sentence around it says."""

import re
from dataclasses import dataclass

from headwater.language.tokens import split_tokens
from headwater.lexicon import words
from headwater.model import Span
from headwater.reading.grammar import (
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    QUOTE_MARKS,
    is_capitalised,
)

_NAMED = r"be\s+(?:named|identified|quoted)(?:\s+by\s+name)?"
_NOT = r"(?:\s+not|n['’]t)"
_ASKED = re.compile(
    rf"""\b(?:
      (?:(?:speaking|spoke|talking|talked)\s+)?(?:on|under)\s+(?:the\s+)?condition\s+
        (?:of\s+(?:strict\s+)?anonymity|(?:that\s+)?(?:he|she|they)\s+not\s+{_NAMED})
    | (?:ask|request|insist|demand|prefer|grant|given)(?:ed|ing|s|red)?\s+(?:on\s+|for\s+)?anonymity
    | (?:ask|request|prefer|wish|want)(?:ed|ing|s|red)?\s+(?:not\s+to\s+{_NAMED}|to\s+(?:remain|stay)\s+(?:anonymous|unnamed))
    | (?:declin|refus)(?:ed|e|es|ing)\s+to\s+{_NAMED}
    | (?:did|do|does){_NOT}\s+(?:want|wish)\s+to\s+{_NAMED}
    | (?:ask|request|want|wish)(?:ed|ing|s)?\s+(?:that\s+)?(?:no|his|her|their)\s+(?:names?|identit(?:y|ies))
        (?:\s+(?:to\s+)?(?:not\s+)?(?:be\s+)?(?:used|given|published|printed|withheld|disclosed|revealed))?
    | (?:would|did|could){_NOT}\s+give\s+(?:his|her|their)\s+(?:full\s+)?names?
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NO_LEAVE = re.compile(
    r"\b(?:not\s+(?:\w+ly\s+)?(?:authori[sz]ed|permitted|allowed|cleared)|no\s+(?:authority|permission))"
    r"\s+to\s+(?:\w+ly\s+)?(?:speak|talk|comment|discuss|brief|disclose)\b",
    re.IGNORECASE,
)
#: What opens a reason right behind the asking. Behind a comma "as" and "since" may go on about anything.
_WHY = re.compile(
    r"\s+(?:because|as|since|given|due\s+to|owing\s+to|(?:in\s+order\s+)?to\s+(?:discuss|describe|speak|talk)|discussing|describing)\b"
    r"|,?\s+(?:because|for\s+fear|out\s+of\s+fear|fearing|citing)\b",
    re.IGNORECASE,
)
_WHO = re.compile(r"[\s,]*(?:and\s+)?(?:(?:both|all)\s+of\s+whom|who|whose)\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\bwho(?:m|se)?\b", re.IGNORECASE)
#: Asking that may stand far behind: "said on condition of anonymity", but not "said the miller asked not to be named".
_FAR_REACHING = re.compile(r"(?:on|under|\w+ing)\b", re.IGNORECASE)
#: Commas by which a relative clause is over.
_CLOSED_ASIDE = 2
#: All that may stand between a source and "not authorised to speak".
_RIGHT_BEHIND = re.compile(
    r"[\s,]*(?:who\s+(?:(?:is|are|was|were|has|have|had)\s+)?)?", re.IGNORECASE
)
_CLAUSE_ENDS = frozenset(",;:()[]–—…") | QUOTE_MARKS
_SAID = frozenset("said say says told tell tells added adds".split())
_NOT_SAYING = DETERMINERS | PREPOSITIONS | PRONOUNS | {"to", "not"}
#: Speakers whose aside would be their own.
_ASKING = frozenset({"unnamed", "person", "group"})
#: No more than who asked it, and marks that may close a sentence.
_SUBJECT = re.compile(r"(?:(?!(?:and|but|who|that)\b)[\w’'-]+\s+){0,4}")
_EDGES = " \t\n.!?,;" + "".join(QUOTE_MARKS)
#: Those whom one speaks to: "told reporters, speaking on …".
_LISTENERS = frozenset("reporter reporters journalist journalists".split())


@dataclass(frozen=True, slots=True)
class Around:
    """A source's noun with what stands behind it ("close to the talks"), and its sentence."""

    text: str
    sentence_start: int
    sentence_end: int
    start: int
    end: int


def find_anonymity(around: Around) -> tuple[Span | None, Span | None]:
    """Give the words by which a source asked not to be named, and the reason; None for what is not said.

    The words count as the source's only where no other speaker stands nearer: behind it, with at
    most one verb of saying between ("told the Courier on condition of anonymity"), or before it
    at the head of the sentence ("Speaking on condition of anonymity, two officials …").
    """
    for asked in _ASKED.finditer(around.text, around.sentence_start, around.sentence_end):
        reason = _reason_behind(around, asked.end())
        last = reason.end if reason else asked.end()
        if _is_before(around, asked.start(), last) or _is_behind(around, asked.start()):
            return Span.cut(around.text, asked.start(), asked.end()), reason
    return None, _without_leave(around)


def tells_only_of_anonymity(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch says nothing but that somebody asked not to be named, and perhaps why.

    That describes a source, and is nothing that anybody claims.
    """
    around = Around(text, start, end, start, start)
    for asked in _ASKED.finditer(text, start, end):
        reason = _reason_behind(around, asked.end())
        last = reason.end if reason else asked.end()
        is_all = not text[last:end].strip(_EDGES)
        if is_all and _SUBJECT.fullmatch(text, start, asked.start()):
            return True
    return False


def _reason_behind(around: Around, at: int) -> Span | None:
    why = _WHY.match(around.text, at, around.sentence_end)
    if not why:
        return None
    return _clause(around, why.start() + why[0].startswith(","), why.end())


def _without_leave(around: Around) -> Span | None:
    """ "an official not authorised to speak to the media": the reason without the asking."""
    for found in _NO_LEAVE.finditer(around.text, around.end, around.sentence_end):
        if _RIGHT_BEHIND.fullmatch(around.text, around.end, found.start()):
            return _clause(around, found.start(), found.end())
    return None


def _clause(around: Around, start: int, at: int) -> Span:
    """Cut a reason where its clause ends: at a mark, or at the verb of saying that the source waits for."""
    end, before = at, ""
    for token in split_tokens(around.text, at, around.sentence_end):
        is_said = token.lower in _SAID and before not in _NOT_SAYING
        if token.text in _CLAUSE_ENDS or is_said:
            break
        if token.is_word:
            end, before = token.end, token.lower
    return Span.cut(around.text, start, end)


def _is_before(around: Around, start: int, end: int) -> bool:
    opening = around.text[around.sentence_start : start].strip(" \t\n" + "".join(QUOTE_MARKS))
    between = around.text[end : around.start]
    return end <= around.start and not opening and not between.strip(" ,")


def _is_behind(around: Around, start: int) -> bool:
    between = around.text[around.end : start]
    if start < around.end or _is_in_quotation(between) or _is_set_off_from_another(between):
        return False
    relatives = len(_RELATIVE.findall(between))
    if relatives > 1 or (relatives and not _WHO.match(between)):
        return False
    if _FAR_REACHING.match(around.text, start):
        return _count_sayings(between) <= 1
    is_aside = relatives and between.count(",") < _CLOSED_ASIDE and not _count_sayings(between)
    return bool(is_aside) or not between.strip(" ,")


def _is_in_quotation(between: str) -> bool:
    return sum(mark in QUOTE_MARKS - {"’", "‘"} for mark in between) % 2 == 1


def _is_set_off_from_another(between: str) -> bool:
    """ "said the minister, speaking on …": the words behind a comma are those of the noun before it."""
    before, comma, rest = between.rpartition(",")
    if not comma or rest.strip():
        return False
    spoken = [t for t in split_tokens(before, 0, len(before)) if t.is_word]
    if not spoken or spoken[-1].lower in _LISTENERS:
        return False
    return words().speakers.get(spoken[-1].lower) in _ASKING


def _count_sayings(text: str) -> int:
    """Count the verbs of saying ("said", "denied"), not "to speak", "the report" nor "the Quill Post"."""
    tokens = split_tokens(text, 0, len(text))
    before = ("", *(token.lower for token in tokens))
    return sum(
        token.lower in words().verbs
        and earlier not in _NOT_SAYING
        and not is_capitalised(token)
        for token, earlier in zip(tokens, before, strict=False)
    )
