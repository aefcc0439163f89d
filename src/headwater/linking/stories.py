"""Articles that tell the same news.

They are grouped by average linkage, so that one loose pair does not chain two stories together.
How alike two articles of one story are depends on the news: the retellings of one report are much
alike, and its follow-up is less so; independent reports of one event are no more alike than that
follow-up. So above the least likeness, what counts is whether two groups are less alike than each is
in itself. A denial retells what it denies and is another story.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain

from headwater.linking.clusters import Group, average_linkage
from headwater.linking.fingerprints import Fingerprint
from headwater.linking.likeness import score_pairs
from headwater.linking.twins import find_twins, group_twins
from headwater.model import Story, digest
from headwater.settings import LinkingSettings

#: Days within which independent reports of one event come out.
_ONE_STORY = timedelta(days=2)
#: What is taken from the likeness of two articles of a storyline where one answers a report: denies it, or takes it back.
_ANSWER = 0.15
#: What is taken where one appeared more than so long after the other: of a matter that goes on, it tells what came next.
_LATER = 0.1
_A_WHILE = timedelta(days=7)


def group_stories(
    prints: Sequence[Fingerprint], settings: LinkingSettings
) -> tuple[tuple[Story, ...], tuple[Story, ...]]:
    """Partition articles into stories, and more loosely into storylines.

    A storyline holds a report with its denials, follow-ups and reactions: what belongs to
    one matter without being the same news. It is not kept in the case.

    Returns:
        Stories, then storylines, each sorted by id; every article is in exactly one of either.
    """
    twins = group_twins(find_twins(prints))
    by_id = {one.article_id: one for one in prints}
    similar = score_pairs([by_id[head] for head in twins])
    lines = average_linkage(len(twins), similar, settings.same_storyline)
    heads = list(twins)
    number_of = {head: n for n, head in enumerate(heads)}
    parts = (
        _parts([by_id[heads[n]] for n in line], number_of, similar, settings) for line in lines
    )
    return (
        _stories(chain.from_iterable(parts), twins),
        _stories(lines, twins),
    )


def _parts(
    line: Sequence[Fingerprint],
    number_of: Mapping[str, int],
    similar: Mapping[tuple[int, int], float],
    settings: LinkingSettings,
) -> Iterator[list[int]]:
    """Yield the stories of a storyline."""

    def may_merge(mean: float, ours: Group, theirs: Group) -> bool:
        if mean >= settings.same_story:
            return True
        if not _is_one_time([line[n] for n in (*ours.members, *theirs.members)]):
            return False
        within = [group.within for group in (ours, theirs) if group.within is not None]
        if not within:
            return mean >= settings.same_pair
        share = settings.story_share if len(within) > 1 else settings.single_share
        return mean >= share * min(within)

    numbers = [number_of[one.article_id] for one in line]
    place = {number: n for n, number in enumerate(numbers)}
    inner = {
        (place[a], place[b]): value - _apart(line[place[a]], line[place[b]])
        for (a, b), value in similar.items()
        if a in place and b in place
    }
    least = min(settings.same_storyline, settings.same_story)
    for group in average_linkage(len(line), inner, least, may_merge):
        yield [numbers[n] for n in group]


def _apart(a: Fingerprint, b: Fingerprint) -> float:
    """What speaks against two articles of one storyline telling one story."""
    days = _days_of([a, b])
    is_later = len(days) > 1 and max(days) - min(days) > _A_WHILE
    return _ANSWER * (a.answers_report is not b.answers_report) + _LATER * is_later


def _is_one_time(articles: Iterable[Fingerprint]) -> bool:
    """Tell whether those whose day is known appeared within a few days: a week later it is a follow-up."""
    days = _days_of(articles)
    return not days or max(days) - min(days) <= _ONE_STORY


def _days_of(articles: Iterable[Fingerprint]) -> list[date]:
    """The days of those whose day is known."""
    return [p.published_from for p in articles if p.published_from and p.published_from == p.published_to]  # fmt: skip


def _stories(
    groups: Iterable[Sequence[int]], twins: Mapping[str, Sequence[str]]
) -> tuple[Story, ...]:
    texts = list(twins.values())
    stories = [_story([article for i in group for article in texts[i]]) for group in groups]
    return tuple(sorted(stories, key=lambda story: story.id))


def _story(article_ids: Sequence[str]) -> Story:
    return Story(
        id=digest("story", *sorted(article_ids)), article_ids=tuple(sorted(article_ids))
    )
