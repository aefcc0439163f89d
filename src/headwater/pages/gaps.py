"""Places between paragraphs where a new article may begin, in numbers."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.pages.datelines import find_dateline
from headwater.pages.dates import find_days
from headwater.pages.lines import Line
from headwater.pages.topics import content_words

#: Words of any news text: they tie no two paragraphs together.
_COMMON = frozenset(
    """
    said says also more than been about after other year years people time first last
    when into over there what just like some most such them then these those very only
    could should while where your make made many much according told news report
    reported week month today monday tuesday wednesday thursday friday saturday sunday
    being because before between both during each even against under through still since
    same well back down three four five next take does going here know want need percent
    million image photo share read
    """.split()
)
#: A capitalised word inside a sentence.
_NAME = re.compile(r"(?<=[a-z,;:’”\"] )[A-Z][\w'’-]{2,}")

#: Words of text an article must have to stand by itself.
_FEWEST_WORDS = 25
_WINDOW = 8


#: What is known of a gap between two paragraphs, in the order of ``Gap.values``.
GAP_FEATURES = (
    "topic",
    "near_topic",
    "topic_dip",
    "names",
    "near_names",
    "names_dip",
    "furniture",
    "fresh_start",
    "headline_below",
    "headline_above",
    "dated",
    "dateline",
    "blank_lines",
    "log_least",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A place between two paragraphs where a new article may begin, and what speaks for it."""

    #: The last paragraph above and the first below, as numbers of lines.
    above: int
    below: int
    values: tuple[float, ...]


def find_gaps(lines: Sequence[Line], body: Sequence[int]) -> list[Gap]:
    """Give every place inside a run of paragraphs where another article could begin."""
    bags = [content_words(lines[at].text) for at in body]
    sizes = [len(lines[at].text.split()) for at in body]
    cuts = [
        cut
        for cut in range(1, len(body))
        if sum(sizes[:cut]) >= _FEWEST_WORDS and sum(sizes[cut:]) >= _FEWEST_WORDS
    ]
    bags = [[word for word in bag if word not in _COMMON] for bag in bags]
    topics = _topics(bags, cuts)
    names = _topics([_NAME.findall(lines[at].text) for at in body], cuts)
    return [
        Gap(
            above=body[cut - 1],
            below=body[cut],
            values=(
                *topic,
                *name,
                *_break_values(lines, body, bags, cut),
                math.log1p(min(sum(sizes[:cut]), sum(sizes[cut:]))) / 5.0,
            ),
        )
        for cut, topic, name in zip(cuts, topics, names, strict=True)
    ]


def _topics(bags: Sequence[list[str]], cuts: Sequence[int]) -> list[tuple[float, float, float]]:
    """Say of each cut how alike the words above and below it are.

    Three numbers: over everything, over the next few paragraphs, and how much less alike these
    are than at the usual cut of the page.
    """
    far = [_likeness(_merged(bags[:cut]), _merged(bags[cut:])) for cut in cuts]
    near = [
        _likeness(
            _merged(bags[max(0, cut - _WINDOW) : cut]), _merged(bags[cut : cut + _WINDOW])
        )
        for cut in cuts
    ]
    usual = sum(near) / (len(near) or 1)
    return [(one, other, usual - other) for one, other in zip(far, near, strict=True)]


def _break_values(
    lines: Sequence[Line], body: Sequence[int], bags: Sequence[list[str]], cut: int
) -> tuple[float, ...]:
    """Say what stands between two paragraphs: a headline, a date, blank lines."""
    between = lines[body[cut - 1] + 1 : body[cut]]
    above = _merged(bags[max(0, cut - _WINDOW) : cut])
    below = _merged(bags[cut : cut + _WINDOW])
    pulls = [_head_pull(line, above, below) for line in between[-8:]]
    return (
        math.log1p(len(between)) / 2.0,
        float(bool(between)),
        max(pulls, default=0.0),
        -min(pulls, default=0.0),
        float(any(any(find_days(line.text)) for line in between[-6:] if len(line.text) < 100)),
        float(find_dateline(lines[body[cut]].text) is not None),
        min(max(line.gap for line in (*between, lines[body[cut]])), 4) / 4.0,
    )


def _merged(bags: Sequence[list[str]]) -> Counter[str]:
    merged: Counter[str] = Counter()
    for bag in bags:
        merged.update(bag)
    return merged


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Cosine of two bags of words, counts dampened: 0 nothing shared, 1 the same."""
    shared = sum(math.sqrt(one[word] * other[word]) for word in one if word in other)
    size = math.sqrt(one.total() * other.total())
    return shared / size if size else 0.0


def _head_pull(line: Line, above: Counter[str], below: Counter[str]) -> float:
    """Say whether a line's words belong below (to 1) or above (to -1) the gap it stands in."""
    words = set(content_words(line.text))
    if len(words) < 2:
        return 0.0
    return (sum(word in below for word in words) - sum(word in above for word in words)) / len(
        words
    )
