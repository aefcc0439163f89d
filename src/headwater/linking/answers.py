"""Whether an article answers a report instead of telling the news itself: a denial, a correction, a withdrawal.

It retells what it answers, in the same words and names; its news is another.
"""

from headwater.lexicon import shades, takes_back, word_keys
from headwater.model import ArticleFindings, Statement

#: Statements that make the lead: a headline, and what stands first below it.
_LEAD = 3
#: Words at the head of a content among which what it is about is named: "reports that …", "a news report that …".
_HEAD = 3


def answers_report(finding: ArticleFindings) -> bool:
    """Tell whether the lead of an article denies something, confirms a report, or takes one back."""
    return any(
        _is_answer(statement) or takes_back(word_keys(_passage(finding, statement)))
        for statement in finding.statements[:_LEAD]
    )


def _is_answer(statement: Statement) -> bool:
    if not statement.cue or not statement.source or not statement.content:
        return False
    head = word_keys(statement.words)[:_HEAD]
    if statement.is_denied:  # but "dismissed by critics" is about who is dismissed
        return head[:1] != ["by"]
    return statement.cue_class == "strong" and not shades().reports.isdisjoint(head)


def _passage(finding: ArticleFindings, statement: Statement) -> str:
    """All that stands between its first word and its last."""
    spans = (*statement.source, *statement.cue, *statement.content)
    return finding.article.text[min(s.start for s in spans) : max(s.end for s in spans)]
