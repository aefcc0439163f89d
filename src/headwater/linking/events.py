"""Events that are one: the same act, told in several articles.

Type and status propose; the sentences' vectors, the word that reports the act, who takes part,
place, days, numbers, the storylines of the articles and the company they keep decide together. Days that cannot
both be, and participants of whom none is the same on either side, keep two acts apart. Numbers
that differ do not: a death toll that is disputed is still one attack's.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache

import numpy as np

from headwater.language import Encoder
from headwater.linking.clusters import average_linkage
from headwater.linking.company import Company
from headwater.linking.fingerprints import Fingerprint
from headwater.linking.happenings import Happening, find_happenings
from headwater.model import ArticleFindings, Story
from headwater.settings import LinkingSettings

#: What the likeness of the two words that report the act adds, for a cosine of 1.
_TRIGGER = 0.25
#: What a participant of either side adds that both tell, and what takes one that is another.
_SAME_PARTY, _OTHER_PARTY = 0.06, -0.08
_SAME_PLACE, _OTHER_PLACE = 0.04, -0.08
#: The second where both are told to the day.
_SAME_TIME, _SAME_DAY = 0.04, 0.12
_SAME_NAMES, _OTHER_NAMES = 0.04, -0.06
_SAME_NUMBERS = 0.06
#: Days by which reckonings of one day may differ: time zones, "overnight", "on Monday" read on a Tuesday.
_LOOSE = timedelta(days=1)
#: Days before an article within which what it reports without a date lies.
_NEWS = timedelta(days=7)
#: What is taken where an act without a date is reported so much earlier or later.
_OTHER_WEEK = -0.1
#: The same for more than a month: what is told again so late is told with its day.
_OTHER_MONTH = -0.5
_MONTH = timedelta(days=31)
#: What is taken where the articles are of two storylines, and for company that they do not share, all of it for none.
_OTHER_STORYLINE, _OTHER_COMPANY = -0.1, -1.0
#: Acts in which both sides do the same.
_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
#: The most that all but vectors can add.
_MOST = _TRIGGER + 2 * _SAME_PARTY + _SAME_PLACE + _SAME_DAY + _SAME_NAMES + _SAME_NUMBERS


def link_events(
    findings: Sequence[ArticleFindings],
    storylines: Sequence[Story],
    prints: Sequence[Fingerprint],
    encoder: Encoder,
    settings: LinkingSettings,
    *,
    head_of: Mapping[str, str],
) -> tuple[tuple[str, str], ...]:
    """Find the events that several articles tell, each telling with the one that stands for them all.

    That is the first mention in the article published first; of equals, the longest sentence's. What
    the reader of an article ties together stays together. Nothing depends on the order of the articles.

    Args:
        findings: The articles; ``same_as`` of their events is what reading gave.
        storylines: Tellings of different ones must share more.
        prints: Of the same articles: the less two keep the same company, the more must their tellings share.
        encoder: Only the words that report acts are encoded.
        settings: Those of linking.
        head_of: Which article stands for each article's text.

    Returns:
        Pairs of ids in order: a telling, the one that stands for it. The latter has no pair; what only one
        article tells has none.
    """
    by_article = {f.article.id: f for f in findings}
    head_of = {a: head if _acts(by_article[a]) == _acts(by_article[head]) else a for a, head in head_of.items()}  # fmt: skip
    heads = [f for f in findings if head_of[f.article.id] == f.article.id]
    told = [h for f in heads for h in find_happenings(f)]
    if not told:
        return ()
    company = Company([one for one in prints if head_of[one.article_id] == one.article_id])
    between = _between(storylines, company)
    # Second mentions count with the first: a unit is all that one article tells of an event.
    units: dict[str, list[int]] = defaultdict(list)
    first = {e.id: e.same_as or e.id for f in heads for e in f.events}
    for number, one in enumerate(told):
        units[first[one.id]].append(number)
    keys = sorted(units)
    unit_of = {n: u for u, key in enumerate(keys) for n in units[key]}
    similar: dict[tuple[int, int], float] = {}
    for a, b in _candidates(told, settings.same_event - _MOST, between):
        pair = (min(unit_of[a], unit_of[b]), max(unit_of[a], unit_of[b]))
        score = score_likeness(told[a], told[b], encoder)
        if score is not None:
            score += between(told[a].article_id, told[b].article_id)
            similar[pair] = max(score, similar.get(pair, score))
    groups = average_linkage(len(keys), similar, settings.same_event)
    return tuple(
        sorted(_tellings([[keys[u] for u in group] for group in groups], findings, head_of))
    )


def _acts(finding: ArticleFindings) -> list[tuple[str, str, bool]]:
    """What must agree for the events of twins to be told apart once for all of them; dates may change them."""
    return [(e.type, e.text, e.same_as is None) for e in finding.events]


def score_likeness(a: Happening, b: Happening, encoder: Encoder) -> float | None:
    """Give how much speaks for two tellings being of one event: about 0 to 1.5; None where they cannot be."""
    if not _may_be_one_time(a, b):
        return None
    who, whom = a.actors.meets(b.actors), a.recipients.meets(b.recipients)
    if who is False or whom is False:
        is_crossed = a.sides.meets(b.sides)
        is_another = a.actors.is_another(b.actors) or a.recipients.is_another(b.recipients)
        if is_another and not is_crossed:
            return None
        if is_crossed and {a.type, b.type} <= _MUTUAL:
            who = whom = True
    score = float(a.vector @ b.vector) + _TRIGGER * _trigger_likeness(a, b, encoder)
    score += _weighed(who, _SAME_PARTY, _OTHER_PARTY) + _weighed(
        whom, _SAME_PARTY, _OTHER_PARTY
    )
    score += _weighed(_share(a.place, b.place), _SAME_PLACE, _OTHER_PLACE)
    score += _weighed(_share(a.names, b.names), _SAME_NAMES, _OTHER_NAMES)
    score += _SAME_NUMBERS if a.numbers & b.numbers else 0.0
    return round(score + _nearness_in_time(a, b), 4)


def score_articles(company: float, *, is_one_line: bool) -> float:
    """Give what two articles add to the likeness of what they tell: 0 at most, less for other company or another storyline."""
    return _OTHER_COMPANY * (1 - company) + (0.0 if is_one_line else _OTHER_STORYLINE)


def _between(storylines: Sequence[Story], company: Company) -> Callable[[str, str], float]:
    """Give what scores the articles by their ids, each two of them once."""
    line_of = {a: line.id for line in storylines for a in line.article_ids}

    @cache
    def score(ours: str, theirs: str) -> float:
        is_one_line = line_of[ours] == line_of[theirs]
        return score_articles(company.score(ours, theirs), is_one_line=is_one_line)

    return score


def _candidates(
    told: Sequence[Happening], least: float, between: Callable[[str, str], float]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of different articles that are of one type, and whose vectors are near enough for their articles."""
    blocks: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        blocks[one.type, one.is_done].append(number)
    for block in blocks.values():
        vectors = np.stack([told[n].vector for n in block])
        for place, a in enumerate(block):
            cosines = vectors[place + 1 :] @ vectors[place]
            for n in np.flatnonzero(cosines >= least).tolist():
                b = block[place + 1 + n]
                ours, theirs = told[a].article_id, told[b].article_id
                if ours != theirs and cosines[n] + between(ours, theirs) >= least:
                    yield a, b


def _tellings(
    groups: Sequence[Sequence[str]],
    findings: Sequence[ArticleFindings],
    head_of: Mapping[str, str],
) -> Iterator[tuple[str, str]]:
    """Yield every telling of what several articles tell, those of twins too, with the one that stands for all."""
    group_of = {key: number for number, group in enumerate(groups) for key in group}
    by_article = {f.article.id: f for f in findings}
    tellings: dict[int, list[tuple[tuple[str, int, str], str, str]]] = defaultdict(list)
    for f in findings:
        head = by_article[head_of[f.article.id]]
        published = str(f.article.published_from or "~")
        lengths = {s.id: len(s.told) for s in f.statements}
        for event, twin in zip(f.events, head.events, strict=True):
            group = group_of[twin.same_as or twin.id]
            rank = (published, -lengths.get(event.statement_id or "", 0), event.id)
            is_second = event.same_as is not None
            tellings[group].append((("~~" if is_second else rank[0], *rank[1:]), event.id, f.article.id))  # fmt: skip
    for told in tellings.values():
        if len({article for *_, article in told}) > 1:
            chosen = min(told)[1]
            yield from ((key, chosen) for _, key, _ in told if key != chosen)


def _may_be_one_time(a: Happening, b: Happening) -> bool:
    if a.days and b.days:
        return a.days[0] - _LOOSE <= b.days[1] and b.days[0] - _LOOSE <= a.days[1]
    return True


def _nearness_in_time(a: Happening, b: Happening) -> float:
    if a.days and b.days:
        is_close = max(one.days[1] - one.days[0] for one in (a, b) if one.days) <= _LOOSE
        return _SAME_DAY if is_close else _SAME_TIME
    ours, theirs = (one.days or _of_news(one) for one in (a, b))
    if not ours or not theirs or (ours[0] <= theirs[1] and theirs[0] <= ours[1]):
        return 0.0
    is_far = max(ours[0] - theirs[1], theirs[0] - ours[1]) > _MONTH
    return _OTHER_MONTH if is_far else _OTHER_WEEK


def _of_news(one: Happening) -> tuple[date, date] | None:
    return (one.published[0] - _NEWS, one.published[1]) if one.published else None


def _trigger_likeness(a: Happening, b: Happening, encoder: Encoder) -> float:
    if a.triggers & b.triggers:
        return 1.0
    if not a.triggers or not b.triggers:
        return 0.0
    ours, theirs = (encoder.encode(sorted(one.triggers)) for one in (a, b))
    return max(0.0, float((ours @ theirs.T).max()))


def _share(ours: frozenset[str], theirs: frozenset[str]) -> bool | None:
    return bool(ours & theirs) if ours and theirs else None


def _weighed(agrees: bool | None, same: float, other: float) -> float:  # noqa: FBT001 - what it is about
    return 0.0 if agrees is None else same if agrees else other
