"""The articles of ``small_pile.py`` as a case: one claim a content, counted as a run would."""

from dataclasses import replace

from small_pile import claim_of, one_storyline

import headwater
from headwater.assessment import assess_claims, find_contradictions, give_digits
from headwater.case import Case
from headwater.linking import gather_actors, gather_reports, trace_derivations
from headwater.model import Links, Page, PageFindings, PageStatus
from headwater.settings import LinkingSettings, Settings


def stored(*findings, path=None, by_text=False):
    """Give the sealed case of these articles, in a file or in memory, with all that it asks for."""
    case = Case.in_memory() if path is None else Case.create(path)
    for finding in findings:
        case.add(PageFindings(page=_page(finding), articles=(finding,)))
    case.replace_links(links_of(*findings, by_text=by_text))
    case.seal(settings=Settings(), made_by={})
    return headwater.equipped(case)


def links_of(*findings, by_text=False):
    """Link articles by what they name; by their text, which is short and alike, only if asked."""
    traced = trace_derivations(findings, one_storyline(*findings), LinkingSettings())
    derivations = tuple(d for d in traced if by_text or d.basis == "named")
    counted = assess_claims(list(_claims(findings)), findings, derivations)
    contradictions = find_contradictions(counted, findings, one_storyline(*findings))
    claims = give_digits(counted, contradictions)
    return Links(
        actors=gather_actors(findings),
        reports=gather_reports(findings, derivations),
        claims=claims,
        derivations=derivations,
        contradictions=contradictions,
    )


def _claims(findings):
    told = {}
    for finding in findings:
        for statement in finding.statements:
            told.setdefault(statement.words.lower(), {})[statement.id] = finding
    for content, tellers in sorted(told.items()):
        claim = claim_of(*tellers.values())
        yield replace(
            claim, id=f"claim-{content}", text=content, statement_ids=tuple(sorted(tellers))
        )


def _page(finding):
    key = finding.article.page_id
    return Page(
        id=key, name=f"{key}.txt", names=(f"{key}.txt",), url=None, sha256=key, size=len(finding.article.text), format="text",
        encoding="utf-8", status=PageStatus.READ, reason=None,
    )  # fmt: skip
