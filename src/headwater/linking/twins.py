"""Articles of one and the same text, found first so that the rest need compare only one of each."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from headwater.model import Article, ArticleFindings, ZoneKind, digest


def find_twins(findings: Sequence[ArticleFindings]) -> Mapping[str, str]:
    """Give for every article the head of its twins: itself, where no other has its text.

    Twins share title, body and what was read in them, word for word; captions, outlet and date
    may differ. Their head is the earliest by date, then by id; undated ones come last.
    """
    groups: dict[str, list[Article]] = defaultdict(list)
    for finding in findings:
        groups[_text_key(finding)].append(finding.article)
    heads: dict[str, str] = {}
    for group in groups.values():
        head = min(group, key=lambda a: (str(a.published_from or "~"), a.id))
        heads |= {article.id: head.id for article in group}
    return heads


def heads_of(
    findings: Sequence[ArticleFindings], twins: Mapping[str, str]
) -> tuple[list[ArticleFindings], Mapping[str, list[ArticleFindings]]]:
    """Give the heads in id order, and the twins of each, itself among them, in id order."""
    ordered = sorted(findings, key=lambda f: f.article.id)
    groups: dict[str, list[ArticleFindings]] = defaultdict(list)
    for finding in ordered:
        groups[twins[finding.article.id]].append(finding)
    return [f for f in ordered if twins[f.article.id] == f.article.id], groups


def _text_key(finding: ArticleFindings) -> str:
    article = finding.article
    kept = [z for z in article.zones if z.kind in {ZoneKind.TITLE, ZoneKind.BODY}]
    words = [" ".join(article.text[z.start : z.end].split()) for z in kept]
    said = [f"{s.voice}{s.words}" for s in finding.statements]
    return digest(*words, "said", *said)
