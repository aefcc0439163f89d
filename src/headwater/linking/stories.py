"""Articles that tell the same news.

They are grouped by average linkage, so that one loose pair does not chain two stories together.
"""

from collections.abc import Mapping, Sequence

from headwater.linking.clusters import average_linkage
from headwater.linking.fingerprints import Fingerprint
from headwater.linking.likeness import score_pairs
from headwater.linking.twins import find_twins, group_twins
from headwater.model import Story, digest
from headwater.settings import LinkingSettings


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
    return (
        _partition(list(twins.values()), similar, settings.same_story),
        _partition(list(twins.values()), similar, settings.same_storyline),
    )


def _partition(
    twins: Sequence[Sequence[str]], similar: Mapping[tuple[int, int], float], least: float
) -> tuple[Story, ...]:
    groups = average_linkage(len(twins), similar, least)
    stories = [_story([article for i in group for article in twins[i]]) for group in groups]
    return tuple(sorted(stories, key=lambda story: story.id))


def _story(article_ids: Sequence[str]) -> Story:
    return Story(
        id=digest("story", *sorted(article_ids)), article_ids=tuple(sorted(article_ids))
    )
