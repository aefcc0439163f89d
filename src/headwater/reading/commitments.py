"""What somebody says will happen if something else does."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from headwater.language import Parse
from headwater.model import (
    Basis,
    Commitment,
    CommitmentKind,
    Modality,
    Span,
    Statement,
    Time,
    Voice,
    digest,
)
from headwater.reading.hedges import find_hedges
from headwater.reading.times import find_times, time_in_words

#: Openers of a trigger. What they open must be a clause or a noun phrase of its own.
_TRIGGER = re.compile(
    r"\b(?:(?P<necessary>(?:un(?:less|til)|pending|only (?:if|when|after)|before any|without(?: (?:any|a|an|the|explicit|clear|further|prior|direct|\w+ian|\w+ish))*"
    r"(?= (?:\w+ ){0,3}(?:orders?|approval|permission|instructions?|consent|authori[sz]ation|green light|mandate|guarantees?|agreement)\b)))"
    r"|(?P<sufficient>(?:even |only )?if|in the event (?:that|of)|depending (?:up)?on|provided that|(?:as|so) long as|on (?:the )?condition that|in case|should|once|as soon as|when(?:ever)?)"
    r")\b",
    re.IGNORECASE,
)
#: A bare noun ("until Friday", "in case of") triggers nothing; these words begin a clause.
_CLAUSE = re.compile(
    r" (?:(?:a|an|the|any|all|there|it|they|he|she|we|you|I|this|that|these|those|such|its|their|his|her|our|both|no|more|new|other|another|further)\b|(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)[A-Z]|[a-z]+s? (?:is|are|was|were|has|have|do|does|will|continues?|fails?|begins?|starts?|resumes?|stops?|ends?|attacks?|refuses?|keeps?)\b)"
)
_NOUN_TRIGGERS = ("in the event of", "depending", "pending", "without", "before any")
#: The main clause must look ahead for these; "he left when she arrived" promises nothing.
_AHEAD = re.compile(
    r"\b(?:will|would|shall|may|might|could|can|must|should|cannot|won['’]t|going to|set to|ready|prepared|willing|no (?:intention|plans?)|"
    r"not (?:\w+ ){0,3}(?:until|unless|without)|never|continue|ordered|remain|wait|to [a-z]+)\b|['’]ll\b",
    re.IGNORECASE,
)
_STRICT = frozenset({"once", "when", "whenever", "should", "if", "even if", "as soon as", "only if", "in case", "as long as", "so long as"})  # fmt: skip
_MODAL = re.compile(
    r"\b(?:will|would|shall|may|might|could|can|cannot|must|won['’]t|going to|ready|prepared|willing|vow\w*|threaten\w*|pledg\w*|promis\w*)\b|['’]ll\b",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(r"\W*(?:not )?to [a-z]+")
_ASKS = re.compile(
    r"\b(?:ask|asks|asked|asking|see|know|knows|knew|wonder|wondered|determine|decide|decided|check|unclear|doubt|say|as|even|idea|question of) (?:whether or )?$",
    re.IGNORECASE,
)
#: "At a time when …" dates something.
_DATES = re.compile(r"\b(?:time|days?|moment|years?|period|era|point) $")
#: Where a clause of the main sentence begins or ends.
_BREAK = re.compile(r"[;:—–]|\.\s|, (?:and|but|while|although|though|whereas|adding|which|who|because|so)\b|(?<!,) but\b| while\b")  # fmt: skip
_AWAIT = re.compile(
    r"\b(?:(?:be|is|are|was|were|been) )?(?P<wait>a?wait(?:s|ed|ing)?)(?: for)? (?P<what>(?:[\w’'-]+ ){0,4}?"
    r"(?:orders?|instructions?|decision|approval|permission|directives?|green light|signal|go-ahead|command|verdict|mandate|response)\b"
    r"(?: (?:from|on|by|of) [^,.;]+)?)",
    re.IGNORECASE,
)
#: "An escalation in the south could draw in the neighbours": the event itself is the trigger.
_EVENT = re.compile(
    r"(?<![\w-])(?P<event>(?i:an?|any|another|further|renewed|wider|all-out|full-scale) (?:[\w-]+ ){0,2}(?:escalation|war|attack|strike|invasion|collapse|"
    r"withdrawal|failure|closure|ban|blockade|offensive|assault|conflict|default|embargo|strikes|attacks)(?: (?:in|on|by|of|against|with|between) (?:[\w’'-]+ ){0,3}[\w’'-]+)?)"
    r"(?= (?:could|would|might|may|will) (?!be\b))",
)
_READY = re.compile(
    r"\b(?:(?:is|are|was|were|am|be|stands?|stood|remains?|remained) (?:fully |always |also |now )?(?:ready|prepared|poised)[”\"]? (?:for|to)\b"
    r"|readiness (?:of [\w’' -]+? )?(?:for|to)\b|(?:has|have|had|with) (?:its|their|his|our) fingers? on the trigger)",
    re.IGNORECASE,
)
_HARM = re.compile(
    r"\b(?:attack|strike|striking|hit|bomb|shell|target|retaliat|aveng|reveng|respon[ds]|punish|destroy|kill|invade|war\b|fight|"
    r"block|clos(?:e|ing) (?:the|its|off|down|all)\b|seize|shut|sanction|expel|impose|escalat|crush|annihilat|use force|pay (?:a|the) price|consequences|withdraw from)\w*",
    re.IGNORECASE,
)
_CEASES = re.compile(
    r"\b(?:stop|halt|end|cease|suspend|refrain|not|never|no longer)\w* (?:[\w-]+ ){0,3}$"
)
_BAD = re.compile(
    r"\b(?:collapse|disaster|catastroph|famine|starv|spill|crisis|war\b|conflict|chaos|death|die\b|lose|fail|worsen|danger|risk|"
    r"flood|destroy|unrest|violence|shortage|outbreak|regret|consequences)\w*",
    re.IGNORECASE,
)
_THREATENS = re.compile(r"\b(?:threaten|threat|vow|swear|swore|sworn|warn)", re.IGNORECASE)
_PROMISES = re.compile(r"\b(?:promis|pledg|vow|guarantee|undertak|undertook|commit|swear|swore|assur)", re.IGNORECASE)  # fmt: skip
_WARNS = re.compile(r"\b(?:warn|caution|alert)", re.IGNORECASE)
_OWN_ACT = re.compile(
    r"^\W*(?:and |but |that )?(?:we|I|it|they|he|she|(?:our|its|their|my|his|her) \w+) (?:also |now )?(?:will|would|shall|could|may|might|are|is|['’]ll)\b|^\W*(?:we|I|it|they|he|she)['’]ll\b",
    re.IGNORECASE,
)
#: A time that begins so ends the wait; "until Friday" only says how long something holds.
_DEADLINE = re.compile(r"(?:by|within|no later than|not later than) ", re.IGNORECASE)
#: What might have been, and what is only asked, commits nobody.
_UNREAL = re.compile(
    r"\b(?:would|could|might|should)(?: not|n['’]t)? have \w+|^\W*(?:whether|(?:would|could|will) (?:the|you|he|she|they|we))\b",
    re.IGNORECASE,
)
_PAST_PERFECT = re.compile(r"\b(?:had|hadn['’]t)\b")
#: Characters behind the modal verb within which the harm must be named: about eight words.
_NEAR = 48
_EDGES = " \t\n\"“”'‘’.,;:!?()"


@dataclass(frozen=True, slots=True)
class _Clause:
    """A trigger and its consequence as places in the text, and what kind of condition joins them."""

    kind: CommitmentKind | None
    trigger: tuple[int, int] | None
    consequence: tuple[int, int]


def find_commitments(
    article_id: str,
    parse: Parse,
    statements: Sequence[Statement],
    published: tuple[date, date] | None = None,
) -> tuple[Commitment, ...]:
    """Find threats, promises, warnings, forecasts, conditions and readiness in what is said.

    Only words inside a statement's content count, and only where the main clause looks ahead
    ("will", "could", "to withdraw"): a plain "when he arrived" commits nobody. The issuer is
    the last speaker of the statement's chain that the text itself signals. The same words
    inside two statements are told once, for the inner one.

    Args:
        article_id: The article of the parse.
        parse: Its sentences.
        statements: What is said in it.
        published: First and last day of publication, for "by Friday"; None is unknown.
    """
    times = find_times(parse.text, 0, len(parse.text), published)
    deadlines = [time for time in times if _DEADLINE.match(time.text)]
    found: dict[tuple[tuple[int, int] | None, tuple[int, int]], Commitment] = {}
    for statement in sorted(statements, key=_inner_first):
        for clause in _clauses(parse, statement):
            if not any(_same_trigger(clause, other) for other in found):
                key = (clause.trigger, clause.consequence)
                commitment = _commitment(article_id, parse.text, statement, clause)
                found[key] = replace(commitment, deadline=_deadline(deadlines, commitment))
    return tuple(sorted(found.values(), key=_place))


def _deadline(deadlines: Sequence[Time], commitment: Commitment) -> str | None:
    """Give by when a commitment falls due, in its words and, where known, in days."""
    spans = [span for span in (commitment.trigger, commitment.consequence) if span]
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    found = [time for time in deadlines if start <= time.start and time.end <= end]
    return time_in_words(found[0]) if found else None


def _inner_first(statement: Statement) -> tuple[int, int, str]:
    length = sum(span.end - span.start for span in statement.content)
    return (length, statement.content[0].start if statement.content else 0, statement.id)


def _same_trigger(
    clause: _Clause, other: tuple[tuple[int, int] | None, tuple[int, int]]
) -> bool:
    ours, theirs = clause.trigger or clause.consequence, other[0] or other[1]
    return ours[0] < theirs[1] and theirs[0] < ours[1]


def _place(commitment: Commitment) -> tuple[int, str]:
    spans = [s.start for s in (commitment.trigger, commitment.consequence) if s]
    return min(spans), commitment.id


def _clauses(parse: Parse, statement: Statement) -> Iterator[_Clause]:
    """Yield what a statement commits to: conditions first, bare threats and readiness else."""
    found = [
        clause
        for a, b in _stretches(parse, statement)
        for clause in _of_stretch(parse.text, a, b, statement)
    ]
    yield from found or _unconditional(parse.text, statement)


def _stretches(parse: Parse, statement: Statement) -> Iterator[tuple[int, int]]:
    """Yield the parts of a statement's content that lie within one sentence."""
    for span in statement.content:
        first = bisect_right(parse.sentences, span.start, key=lambda s: s.end)
        for sentence in islice(parse.sentences, first, None):
            if sentence.start >= span.end:
                break
            start, end = max(span.start, sentence.start), min(span.end, sentence.end)
            if parse.text[start:end].strip():
                yield start, end


def _of_stretch(text: str, start: int, end: int, statement: Statement) -> Iterator[_Clause]:
    found = [
        c
        for m in _TRIGGER.finditer(text, start, end)
        if (c := _conditional(text, start, end, m))
    ]
    yield from found
    if not found:
        yield from _events(text, start, end)
    if not found and statement.modality is Modality.REQUESTED:
        yield from _waiting(text, start, end)
    yield from _readiness(text, start, end, found)


def _conditional(text: str, start: int, end: int, found: re.Match[str]) -> _Clause | None:
    """Read a trigger and the clause it governs, None where the words are no condition."""
    word = found.group().lower()
    if _ASKS.search(text[start : found.start()]) or not _opens_clause(text, found, word):
        return None
    is_fronted = not text[start : found.start()].strip(_EDGES)
    if is_fronted:
        trigger, consequence = _fronted(text, found.start(), end)
    else:
        trigger = (found.start(), _end_of_clause(text, found.end(), end))
        consequence = (_start_of_clause(text, start, found.start()), found.start())
    if consequence is None or _PAST_PERFECT.search(text[slice(*trigger)]):
        return None
    if not _looks_ahead(text[slice(*consequence)], word):
        return None
    kind = CommitmentKind.CONDITION if _is_necessary(found, text[slice(*consequence)]) else None
    clause = _Clause(kind, _trim(text, *trigger), _trim(text, *consequence))
    return clause if clause.consequence[0] < clause.consequence[1] else None


def _is_necessary(found: re.Match[str], consequence: str) -> bool:
    """Tell whether an action waits for the trigger: "not until", "without orders", "depending on"."""
    word = found.group().lower()
    if word == "unless":
        return (
            re.search(r"\b(?:not|cannot|no|never|nobody)\b|n['’]t\b", consequence) is not None
        )
    return bool(found["necessary"]) or word.startswith("depending")


def _opens_clause(text: str, found: re.Match[str], word: str) -> bool:
    """Tell whether a clause or an event follows, not a date or an adverb ("once more")."""
    after = text[found.end() : found.end() + 60]
    if word.startswith(_NOUN_TRIGGERS):
        return True
    if word == "should":  # "should fighting resume" has no subject before it
        before = text[max(0, found.start() - 2) : found.start()].strip()
        is_inverted = (
            found.group()[0] == "S" or before in {"", ","} or _follows_noun(text, found)
        )
        return (
            is_inverted
            and re.match(
                r" (?:a|an|the|any|there|it|they|he|she|we|this|that|such|[A-Z]\w+)\b", after
            )
            is not None
        )
    if word.startswith("when") and _DATES.search(
        text[max(0, found.start() - 9) : found.start()]
    ):
        return False
    if word in {"when", "whenever", "once", "until"}:
        return _CLAUSE.match(after) is not None and not re.match(
            r" (?:more|again|a week|the \d)\b", after
        )
    return (
        re.match(r" (?!(?:not|any|so|possible|necessary|anything|ever)\b)[\w“\"‘]", after)
        is not None
    )


def _follows_noun(text: str, found: re.Match[str]) -> bool:
    """Tell "scenarios should a war erupt" from "they should the": no subject pronoun stands before."""
    previous = re.search(r"(\w+) $", text[max(0, found.start() - 20) : found.start()])
    return (
        previous is not None
        and previous[1].islower()
        and previous[1] not in {"it", "they", "he", "she", "we", "you"}
    )


def _fronted(text: str, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int] | None]:
    """Part "If X, Y" at the comma behind the trigger."""
    comma = text.find(",", start, end)
    if comma < 0:
        return (start, end), None
    return (start, comma), (comma + 1, _end_of_clause(text, comma + 1, end))


def _end_of_clause(text: str, start: int, end: int) -> int:
    """Give the place where the clause that begins at ``start`` is over."""
    stop = _BREAK.search(text, start, end)
    return stop.start() if stop else end


def _start_of_clause(text: str, start: int, end: int) -> int:
    """Give the place where the clause that ends at ``end`` began."""
    begin = start
    for stop in _BREAK.finditer(text, start, end):
        if text[stop.end() : end].strip(_EDGES):
            begin = stop.end()
    return begin


def _looks_ahead(consequence: str, word: str) -> bool:
    """Tell whether the governed clause speaks of what is to come."""
    if not consequence.strip(_EDGES) or _UNREAL.search(consequence):
        return False
    if _INFINITIVE.match(consequence):
        return True
    rule = _MODAL if word in _STRICT else _AHEAD
    return rule.search(consequence) is not None or word.startswith(_NOUN_TRIGGERS[:2])


def _events(text: str, start: int, end: int) -> Iterator[_Clause]:
    """Yield "a strike on the port would …" as trigger and consequence."""
    for found in _EVENT.finditer(text, start, end):
        stop = _end_of_clause(text, found.end(), end)
        yield _Clause(None, _trim(text, *found.span("event")), _trim(text, found.end(), stop))


def _waiting(text: str, start: int, end: int) -> Iterator[_Clause]:
    """Yield "wait for orders from X": the order is the trigger."""
    for found in _AWAIT.finditer(text, start, end):
        trigger = _trim(text, *found.span("what"))
        consequence = _trim(text, start, found.end("wait"))
        yield _Clause(CommitmentKind.CONDITION, trigger, consequence)


def _readiness(text: str, start: int, end: int, found: list[_Clause]) -> Iterator[_Clause]:
    """Yield "is ready for …", where no condition was found that already covers it."""
    for ready in _READY.finditer(text, start, end):
        covered = any(c.consequence[0] <= ready.start() < c.consequence[1] for c in found)
        if not covered:
            begin = _start_of_clause(text, start, ready.start())
            stop = _end_of_clause(text, ready.end(), end)
            yield _Clause(CommitmentKind.READINESS, None, _trim(text, begin, stop))


def _unconditional(text: str, statement: Statement) -> Iterator[_Clause]:
    """Yield the content of "vowed to strike", "threatened to close", "readiness to attack"."""
    cue = " ".join(span.text for span in statement.cue)
    first = statement.content[0] if statement.content else None
    if first is None or statement.voice is not Voice.ATTRIBUTED:
        return
    promises = re.search(r"\b(?:threat|vow|pledg|promis|swor|swear)", cue, re.IGNORECASE)
    if promises and (_INFINITIVE.match(first.text) or _MODAL.search(first.text)):
        yield _Clause(None, None, _trim(text, first.start, first.end))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out white space, quotation marks and stops at either edge, and a leading "that"."""
    words = text[start:end]
    opening = re.match(r"[\s\"“”'‘’.,;:()]*(?:(?:that|and|but|adding that)\s+)?", words)
    head = opening.end() if opening else 0
    return start + head, start + max(head, len(words.rstrip(_EDGES)))


def _commitment(
    article_id: str, text: str, statement: Statement, clause: _Clause
) -> Commitment:
    start, end = clause.consequence
    trigger = Span.cut(text, *clause.trigger) if clause.trigger else None
    return Commitment(
        id=digest("commitment", article_id, clause.trigger, clause.consequence),
        article_id=article_id,
        issuer=_issuer(statement),
        on_behalf_of=None,
        kind=clause.kind or _kind(statement, text[start:end]),
        trigger=trigger,
        consequence=Span.cut(text, start, end),
        target=(),
        deadline=None,
        hedges=find_hedges(text, start, end),
        state=None,
        statement_id=statement.id,
        same_as=None,
    )


def _issuer(statement: Statement) -> str | None:
    """Give the last speaker the text signals; an inferred one is not made answerable."""
    known = [link for link in statement.chain if link.basis is not Basis.INFERRED]
    return known[-1].actor_id if known else None


def _kind(statement: Statement, consequence: str) -> CommitmentKind:
    """Name a conditional by its cue and by what would happen."""
    cue = " ".join(span.text for span in statement.cue)
    own = _INFINITIVE.match(consequence) or _OWN_ACT.match(consequence)
    rules = (
        (_is_harm(consequence) and (own or _THREATENS.search(cue)), CommitmentKind.THREAT),
        (
            _WARNS.search(cue) or (_BAD.search(consequence) and "could" not in consequence),
            CommitmentKind.WARNING,
        ),
        (_PROMISES.search(cue) or own, CommitmentKind.PROMISE),
    )
    return next((kind for holds, kind in rules if holds), CommitmentKind.FORECAST)


def _is_harm(consequence: str) -> bool:
    """Tell whether harm is held out; ending harm ("will stop its attacks") is none."""
    modal = _MODAL.search(consequence) or _INFINITIVE.match(consequence)
    begin = modal.end() if modal and not _INFINITIVE.match(consequence) else 0
    found = _HARM.search(consequence, begin, begin + _NEAR)
    return found is not None and not _CEASES.search(consequence[: found.start()])
