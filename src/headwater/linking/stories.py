"""Articles that tell the same news.

Two articles are compared by the words that are rare in the pile and by the vectors of their
leads ("the lead decides"), and grouped by average linkage, so that one loose pair does not
chain two stories together.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt

from headwater.lexicon import split_words, word_weights
from headwater.linking.clusters import average_linkage
from headwater.linking.retellings import VECTOR_SIZE
from headwater.linking.twins import find_twins, heads_of
from headwater.model import Article, ArticleFindings, Story, ZoneKind, digest
from headwater.settings import LinkingSettings

#: Words that tell an article apart: the heaviest of its TF-IDF weights.
_SIGNATURE = 60
#: Statements that make the lead of an article.
_LEAD = 6
#: Weight of shared words against the likeness of the leads, 0 to 1. Tuned on the relay set's dev half.
_WORD_SHARE = 0.75
#: What it adds that two articles appeared within three days, and takes that they are three weeks apart.
_SAME_DAYS, _OTHER_DAYS = 0.05, -0.1
_STOP = frozenset(
    "the a an of in on at to for from with by and or but that this these those is are was were be been has have had will would it its he she they his her "
    "their as not who which said says say also after before into over about than more new one two been up out there when while were him them if".split()
)


def group_stories(
    findings: Sequence[ArticleFindings], settings: LinkingSettings
) -> tuple[tuple[Story, ...], tuple[Story, ...]]:
    """Partition articles into stories, and more loosely into storylines.

    A storyline holds a report with its denials, follow-ups and reactions: what belongs to
    one matter without being the same news. It is not kept in the case.

    Returns:
        Stories, then storylines, each sorted by id; every article is in exactly one of either.
    """
    heads, twins = heads_of(findings, find_twins(findings))
    similar = score_pairs(heads)
    return (
        _partition(heads, twins, similar, settings.same_story),
        _partition(heads, twins, similar, settings.same_storyline),
    )


def _partition(
    heads: Sequence[ArticleFindings],
    twins: Mapping[str, list[ArticleFindings]],
    similar: Mapping[tuple[int, int], float],
    least: float,
) -> tuple[Story, ...]:
    groups = average_linkage(len(heads), similar, least)
    stories = [
        _story([twin.article.id for i in group for twin in twins[heads[i].article.id]])
        for group in groups
    ]
    return tuple(sorted(stories, key=lambda story: story.id))


def score_pairs(findings: Sequence[ArticleFindings]) -> Mapping[tuple[int, int], float]:
    """Score every pair of articles that shares a rare word: 0 unlike to 1 the same news."""
    terms = _signatures(findings)
    leads = [_lead_vector(f) for f in findings]
    return {
        (a, b): _WORD_SHARE * words
        + (1 - _WORD_SHARE) * float(np.dot(leads[a], leads[b]))
        + _nearness_in_time(findings[a].article, findings[b].article)
        for (a, b), words in sorted(_word_cosines(terms).items())
    }


def _nearness_in_time(a: Article, b: Article) -> float:
    """What the days of publication add or take: nothing where one is unknown or only bounded."""
    if a.published_from is None or b.published_from is None:
        return 0.0
    if a.published_to != a.published_from or b.published_to != b.published_from:
        return 0.0
    gap_days = abs((a.published_from - b.published_from).days)
    return _SAME_DAYS if gap_days <= 3 else _OTHER_DAYS if gap_days > 21 else 0.0


def _story(article_ids: Sequence[str]) -> Story:
    return Story(
        id=digest("story", *sorted(article_ids)), article_ids=tuple(sorted(article_ids))
    )


def _signatures(findings: Sequence[ArticleFindings]) -> list[dict[str, float]]:
    return [_signature(_word_counts(f)) for f in findings]


def _word_counts(findings: ArticleFindings) -> Counter[str]:
    article = findings.article
    return Counter(
        word.key
        for zone in article.zones
        if zone.kind in {ZoneKind.TITLE, ZoneKind.BODY}
        for word in split_words(article.text[zone.start : zone.end])
        if word.key not in _STOP and len(word.key) > 1
    )


def _signature(words: Counter[str]) -> dict[str, float]:
    weights = {
        word: (1 + math.log(count)) * word_weights().weight(word)
        for word, count in words.items()
    }
    heaviest = sorted(weights.items(), key=lambda x: (-x[1], x[0]))[:_SIGNATURE]
    length = math.sqrt(sum(weight * weight for _, weight in heaviest)) or 1.0
    return {word: weight / length for word, weight in heaviest}


def _word_cosines(terms: Sequence[Mapping[str, float]]) -> Mapping[tuple[int, int], float]:
    postings: dict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(terms):
        for word in words:
            postings[word].append(number)
    cosines: dict[tuple[int, int], float] = defaultdict(float)
    for word in sorted(postings):
        for a, b in combinations(postings[word], 2):
            cosines[a, b] += terms[a][word] * terms[b][word]
    return cosines


def _lead_vector(findings: ArticleFindings) -> npt.NDArray[np.float32]:
    """The mean of the vectors of the article's first statements, of length 1; zeros if it has none."""
    vectors = [np.frombuffer(v, dtype=np.float32) for v in findings.vectors[:_LEAD] if v]
    if not vectors:
        return np.zeros(VECTOR_SIZE, dtype=np.float32)
    mean = np.mean(vectors, axis=0)
    return np.asarray(mean / (np.linalg.norm(mean) or 1.0), dtype=np.float32)
