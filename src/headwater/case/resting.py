"""Stories as a case holds them: each with the reports that its articles rest on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from headwater.case.fronts import Whereabouts
from headwater.model import Derivation, Report, Story


@dataclass(frozen=True, slots=True, kw_only=True)
class RestingArticle:
    """An article of a story that rests on a report, or is it."""

    article_id: str
    where: Whereabouts
    #: How it draws on the report, as for a derivation; ``is`` for the report's own article.
    kind: str
    #: The words that show it: None where only the text does, or where it is the report.
    words: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportBehind:
    """A report, held or not, and the articles of a story that rest on it, its own first."""

    report: Report
    articles: tuple[RestingArticle, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldStory:
    """A story, with the reports that its articles rest on: that of most articles first.

    An article that names a report only to deny it does not rest on it. A report that is held and
    that nobody in the story draws on is not among them.
    """

    id: str
    article_ids: tuple[str, ...]
    reports: tuple[ReportBehind, ...]


def hold_stories(
    stories: Iterable[Story],
    reports: Iterable[Report],
    derivations: Iterable[Derivation],
    where: Mapping[str, Whereabouts],
) -> tuple[HeldStory, ...]:
    """Put to each story the reports behind it, in the order of the stories.

    Args:
        stories: Those of a case.
        reports: All that it holds or cites.
        derivations: All of the case.
        where: The outlet and days of every article.
    """
    report_of = {report.id: report for report in reports}
    drawn: dict[str, list[Derivation]] = defaultdict(list)
    for derivation in derivations:
        if derivation.basis != "denied":
            drawn[derivation.article_id].append(derivation)
    return tuple(_held(story, drawn, report_of, where) for story in stories)


def _held(
    story: Story,
    drawn: Mapping[str, Sequence[Derivation]],
    report_of: Mapping[str, Report],
    where: Mapping[str, Whereabouts],
) -> HeldStory:
    resting: dict[str, list[RestingArticle]] = defaultdict(list)
    for article_id in story.article_ids:
        for one in drawn.get(article_id, ()):
            resting[one.upstream_report_id].append(
                RestingArticle(
                    article_id=article_id,
                    where=where[article_id],
                    kind=one.kind.value,
                    words=_words(one),
                )
            )
    behind = (_behind(report_of[key], found, story, where) for key, found in resting.items())
    ordered = sorted(
        behind, key=lambda b: (-len(b.articles), b.report.outlet_name, b.report.id)
    )
    return HeldStory(id=story.id, article_ids=story.article_ids, reports=tuple(ordered))


def _behind(
    report: Report,
    found: Sequence[RestingArticle],
    story: Story,
    where: Mapping[str, Whereabouts],
) -> ReportBehind:
    """Put the report's own article first, where it is one of the story's."""
    own = report.article_id
    if own is None or own not in story.article_ids:
        return ReportBehind(report=report, articles=tuple(found))
    itself = RestingArticle(article_id=own, where=where[own], kind="is", words=None)
    return ReportBehind(report=report, articles=(itself, *found))


def _words(derivation: Derivation) -> str | None:
    named = (e.text for e in derivation.evidence if e.why.startswith("names"))
    return next(named, None)
