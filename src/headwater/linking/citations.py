"""Where an article itself names the reports it draws on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from headwater.lexicon import registry
from headwater.linking.denials import is_denied_at
from headwater.linking.outlets import PileOutlets
from headwater.model import (
    ActorKind,
    Article,
    ArticleFindings,
    Basis,
    ChainLink,
    Evidence,
    LinkKind,
    Mention,
    Span,
    Statement,
    ZoneKind,
)

_PRESS = frozenset({ActorKind.OUTLET, ActorKind.AGENCY})
#: Words beside an outlet's name that make it somebody who reported, not somewhere something happened.
REPORTING = re.compile(
    r"\b(?:report(?:s|ed|ing|edly)?|sa(?:id|ys|ying)|told|tell|interview(?:s|ed)?|according|wrote|writes|publish\w*|cit(?:ed|es|ing)|quot\w+|investigati\w+|"
    r"footage|video|story|article|correspondent|reveal\w*|broadcast\w*|source|learn(?:ed|t)|obtained|seen by|reviewed by|first|via|credit|disclos\w+|releas\w+|account|claim\w*|remarks?|comments?)\b",
    re.IGNORECASE,
)
_PHOTO = re.compile(
    r"photo|getty|image|picture|file\b|illustration|handout|/\s*$|caption", re.IGNORECASE
)
_BESIDE = 70
#: Between a cue and the outlet that is told, and before one through which it was said: "claimed it in a statement on OUTLET".
_TOLD = re.compile(r"(?:\s+(?!that\b)\w+){0,3}\s+")
_BEFORE_CUE = re.compile(r",?\s+(?:(?:also|had|has|which|who)\s+)*")
_THROUGH = re.compile(r"\b(?:by|from|in|on|through|to|via|with)\s+(?:the\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Citation:
    """An article names an outlet, agency or documenting body as where content comes from."""

    article_id: str
    upstream: str
    name: str
    evidence: Evidence
    #: Where the name itself stands.
    place: tuple[int, int]
    #: True for a credit line or agency dateline, which speaks for the whole text.
    credit: bool = False
    #: True where the words name it only to say that what it told is not so.
    denied: bool = False


def find_citations(finding: ArticleFindings, outlets: PileOutlets) -> tuple[Citation, ...]:
    """Find every naming of an upstream in one article: chains first, then credits, then prose."""
    found = [
        *_of_chains(finding, outlets),
        *_of_credits(finding.article, outlets),
        *_of_prose(finding, outlets),
    ]
    others = (c for c in found if c.upstream != finding.article.outlet)
    return tuple(c if c.credit else _weighed(finding, c) for c in others)


def _weighed(finding: ArticleFindings, citation: Citation) -> Citation:
    """Say of a citation whether its name stands in what somebody denies."""
    start, end = citation.place
    if not is_denied_at(finding, start, end):
        return citation
    why = f"names {citation.name}, whose report is denied"
    return replace(citation, denied=True, evidence=replace(citation.evidence, why=why))


def _of_chains(finding: ArticleFindings, outlets: PileOutlets) -> Iterator[Citation]:
    for statement in finding.statements:
        for link in statement.chain[1:]:
            actor_id = outlets.settle_link(link)
            if (
                actor_id
                and link.start is not None
                and (actor_id != link.actor_id or _reports(link, statement))
            ):
                yield _cited(finding.article, statement, link, actor_id)


def _reports(link: ChainLink, statement: Statement) -> bool:
    """Tell an upstream from a speaker: a named outlet, or a body that puts out a document."""
    entry = registry().entries.get(link.actor_id or "")
    if link.basis in {Basis.INFERRED, Basis.UNSPECIFIED}:
        return False
    if link.kind in {LinkKind.OUTLET, LinkKind.AGENCY}:
        return entry is not None or not (link.actor_id or "").startswith("described/")
    published = link.kind is LinkKind.DOCUMENT or any(
        "report" in cue.text for cue in statement.cue
    )
    return published and entry is not None and entry.kind is ActorKind.ORGANISATION


def _cited(article: Article, statement: Statement, link: ChainLink, actor_id: str) -> Citation:
    start, end = _naming_words(article, statement, link)
    evidence = Evidence(
        start=start, end=end, text=article.text[start:end], why=f"names {link.name} as a source"
    )
    place = link.start or 0, link.end or 0
    return Citation(article.id, actor_id, link.name or actor_id, evidence, place)


def _naming_words(article: Article, statement: Statement, link: ChainLink) -> tuple[int, int]:
    """The words from name to cue, where they stand near each other; else the name alone."""
    low, high = link.start or 0, link.end or 0
    for span in (*statement.cue, *statement.source):
        if (
            abs(span.start - low) < _BESIDE
            and "\n" not in article.text[min(low, span.start) : max(high, span.end)]
        ):
            low, high = min(low, span.start), max(high, span.end)
    return low, high


def _of_credits(article: Article, outlets: PileOutlets) -> Iterator[Citation]:
    for credit in article.credits:
        actor = (
            None if credit.photo else _press_named(credit.name) or outlets.of_name(credit.name)
        )
        if actor:
            start, end = (
                (credit.start, credit.end)
                if credit.start is not None and credit.end is not None
                else (0, 0)
            )
            text = article.text[start:end] if end else credit.words
            evidence = Evidence(
                start=start, end=end, text=text, why=f"names {credit.name} in a credit line"
            )
            yield Citation(article.id, actor, credit.name, evidence, (start, end), credit=True)


def _press_named(name: str) -> str | None:
    sure = [
        e
        for e, form in registry().of_name(name)
        if not form.weak and registry().entries[e].kind in _PRESS
    ]
    return sure[0] if len(sure) == 1 else None


def _of_prose(finding: ArticleFindings, outlets: PileOutlets) -> Iterator[Citation]:
    body = [z for z in finding.article.zones if z.kind is ZoneKind.BODY]
    cues = [(s, cue) for s in finding.statements if s.source for cue in s.cue]
    for mention in finding.mentions:
        actor_id = outlets.settle(mention.actor_id, mention.text)
        is_press = mention.type in _PRESS or actor_id != mention.actor_id
        inside = any(z.start <= mention.start < z.end for z in body)
        if actor_id and is_press and inside and _is_reporting(finding.article, mention, cues):
            start, end = _around(finding.article, mention)
            evidence = Evidence(
                start=start,
                end=end,
                text=finding.article.text[start:end],
                why=f"names {mention.text} beside a word of reporting",
            )
            place = mention.start, mention.end
            yield Citation(finding.article.id, actor_id, mention.text, evidence, place)


def _is_reporting(
    article: Article, mention: Mention, cues: Sequence[tuple[Statement, Span]]
) -> bool:
    start, end = _line(article.text, mention.start, mention.end)
    low, high = max(start, mention.start - _BESIDE), min(end, mention.end + _BESIDE)
    if _PHOTO.search(article.text[max(low, mention.start - 25) : mention.start]):
        return False
    return any(
        not any(_is_of_another(article, found.start(), mention, s, cue) for s, cue in cues)
        for place in ((low, mention.start), (mention.end, high))
        for found in REPORTING.finditer(article.text, *place)
    )


def _is_of_another(
    article: Article, at: int, mention: Mention, said: Statement, cue: Span
) -> bool:
    """ "The BBC building burned, an officer said": whoever says so is somebody else, and is not telling the BBC."""
    if not cue.start <= at < cue.end or _hands_on(article.text, mention, cue):
        return False
    names_it = any(s.start < mention.end and mention.start < s.end for s in said.source)
    return not names_it and all(link.actor_id != mention.actor_id for link in said.chain)


def _hands_on(text: str, mention: Mention, cue: Span) -> bool:
    """ "OUTLET quoted", "told OUTLET", "claimed it in a statement on OUTLET"."""
    if _THROUGH.search(text, max(0, mention.start - 14), mention.start):
        return True
    if mention.end <= cue.start:
        return bool(_BEFORE_CUE.fullmatch(text, mention.end, cue.start))
    return bool(_TOLD.fullmatch(text, cue.end, mention.start))


def _around(article: Article, mention: Mention) -> tuple[int, int]:
    """The name and a few words to either side, cut at word edges."""
    start, end = _line(article.text, mention.start, mention.end)
    low, high = max(start, mention.start - 40), min(end, mention.end + 40)
    while low > start and not article.text[low - 1].isspace():
        low -= 1
    while high < end and not article.text[high].isspace():
        high += 1
    return low, high


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    low = text.rfind("\n", 0, start) + 1
    high = text.find("\n", end)
    return low, len(text) if high < 0 else high
