"""Whether a time in a sentence lies behind or ahead, by the verbs around it."""

import re

_AHEAD = (
    r"will|shall|won['’]t|would|going to|set to|due|scheduled|expected|expects?|plans?|planned|planning|hopes? to|intends?|deadline|upcoming|to be|"
    r"is to|are to|ahead of|no later than|wants?|slated|agreed to|vow(?:s|ed) to|threaten(?:s|ed) to|must|should|might|supposed to|elections? to|takes effect|may|could|can|['’]ll"
)
_BEHIND = (
    r"was|were|had|has|have|did|said|told|came|began|took|went|left|made|met|saw|held|gave|got|fell|rose|won|lost|fought|struck|hit|shot|"
    r"brought|built|bought|sold|sent|spent|spoke|wrote|broke|became|found|kept|led|ran|put|set|cut|paid|flew|drew|withdrew|grew|burst|sank|fled|drove|tore|stood|sat|shook|spread|stole|swore|taught|thought|threw|knew|lay|hid|shut|swept|ate|chose|dealt|felt|gone|been|"
    r"(?!(?:need|speed|feed|seed|indeed|exceed|proceed|red|united|armed|based|so-called|due|hundred|planned|scheduled|expected|supposed)\b)[a-z]{2,}ed"
)
#: "Will be held" lies ahead with all its words, "may have held" behind.
_CUE = re.compile(
    rf"\b(?:(?P<perfect>(?:may|might|could|should|would|must) have)|(?P<ahead>{_AHEAD})(?:\s+(?:not|also|then|[a-z]+ly))?(?:\s+(?:have|be)(?:\s+[a-z]+)?)?|(?P<behind>{_BEHIND}))\b",
    re.IGNORECASE,
)
#: What is yet to be, where no verb behind it looks back: "if the troops leave by Friday, he said".
_CONDITION = re.compile(r"\b(?:if|unless|provided that|on condition that)\b", re.IGNORECASE)
#: Behind it a participle tells of the present: "if the gates are not opened", "if they stay shut".
_PRESENT = re.compile(
    r"\b(?:is|are|isn['’]t|aren['’]t|be|gets?|stays?|remains?)(?:\s+(?:not|still|[a-z]+ly))?\s+$",
    re.IGNORECASE,
)
#: "The lowest in six years", "for the first time in three months" look back.
_SUPERLATIVE = re.compile(
    r"\b(?:first|worst|best|most|[a-z]{2,}est)\b[^.,;]{0,40}$", re.IGNORECASE
)
_STOP = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z])|[;\n]")
#: Ends of words that end no sentence.
_SHORT = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Rep|Gov|St|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[ap]\.m|U\.S)$"
)
#: How many code points of a sentence are looked at, at most, on either side.
_REACH = 240


def direction_at(text: str, start: int, end: int) -> int:
    """Give -1 for what is told as past, 1 for what is ahead, 0 where no verb says.

    The nearest verb before the time decides, else the first one behind it: "said on Tuesday
    that it will" told it on a past Tuesday, "on Tuesday it will" lies ahead.
    """
    before = text[_sentence_start(text, start) : start]
    if text.startswith(("in ", "In "), start) and _SUPERLATIVE.search(before):
        return -1
    cues = list(_CUE.finditer(before))
    opened = [m.end() for m in _CONDITION.finditer(before)]
    if opened and not any(
        cue.start() >= opened[-1] and not _PRESENT.search(before[: cue.start()]) for cue in cues
    ):
        return 1
    cue = cues[-1] if cues else _CUE.search(text, end, _sentence_end(text, end))
    if cue is None:
        return 0
    return 1 if cue["ahead"] else -1


def _sentence_start(text: str, at: int) -> int:
    low = max(0, at - _REACH)
    stops = [
        m for m in _STOP.finditer(text, low, at + 1) if not _SHORT.search(text[low : m.start()])
    ]
    return stops[-1].end() if stops else low


def _sentence_end(text: str, at: int) -> int:
    high = min(len(text), at + _REACH)
    stops = (m.start() for m in _STOP.finditer(text, at, high) if not _SHORT.search(text[max(0, at - 9) : m.start()]))  # fmt: skip
    return next(stops, high)
