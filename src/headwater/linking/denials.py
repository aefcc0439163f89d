"""Which passages name a report only to say that it is not so."""

import re
from collections.abc import Iterable

from headwater.lexicon import shades, takes_back, word_keys
from headwater.model import ArticleFindings, Span, Standing, Statement

#: Words of an outlet about its own report: whoever tells of them has that from it.
_OWN = ("correct", "retract", "withdr")
#: "A day after OUTLET reported", and where a sentence ends.
_AFTER = re.compile(r"\bafter (?:the |an? )?$", re.IGNORECASE)
_STOP = re.compile(r"[.?!][”\"]?\s+(?=[A-Z“\"])|\n")
_NOT_SO = frozenset({Standing.DENIED, Standing.RULED_OUT})
_CONTRARY = re.compile(r"\bcontrary to\b[^.;]{0,40}$", re.IGNORECASE)


def is_denied_at(finding: ArticleFindings, start: int, end: int) -> bool:
    """Tell whether what stands at a place is denied: in what somebody denies or calls false, or in "a day after OUTLET reported" beside it."""
    text = finding.article.text
    if _CONTRARY.search(text, max(0, start - 60), start):
        return True
    if _AFTER.search(text, max(0, start - 60), start) and _is_beside_denial(finding, start):
        return True
    holding = [s for s in finding.statements if _holds(s.content, start, end)]
    return any(s.is_denied for s in holding) or any(map(_calls_false, holding))


def _is_beside_denial(finding: ArticleFindings, start: int) -> bool:
    """ "The Guard denied it, a day after OUTLET reported it": the sentence answers the report."""
    text = finding.article.text
    return any(
        (said.is_denied or said.standing in _NOT_SO)
        and any(
            span.end <= start and not _STOP.search(text, span.end, start)
            for span in said.content
        )
        for said in finding.statements
    )


def _calls_false(statement: Statement) -> bool:
    words = word_keys(statement.words)
    falls = [w for w in words if w in shades().withdrawal and not w.startswith(_OWN)]
    return bool(falls) and takes_back(words)


def _holds(spans: Iterable[Span], start: int, end: int) -> bool:
    return any(span.start <= start and end <= span.end for span in spans)
