"""Where one article of a page ends and the next begins."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import msgspec

from headwater.errors import BadResource
from headwater.pages.datelines import find_dateline
from headwater.pages.dates import find_days
from headwater.pages.features import content_words
from headwater.pages.furniture import is_headline
from headwater.pages.lines import Line

_FILE = "split_model.json"

#: Words of text an article must have to stand by itself.
_FEWEST_WORDS = 25
_WINDOW = 8
#: Log odds of a gap that no weighing can undo.
_CERTAIN = 100.0


#: What is known of a gap between two paragraphs, in the order of ``Gap.values``.
GAP_FEATURES = (
    "topic",
    "near_topic",
    "topic_dip",
    "furniture",
    "fresh_start",
    "headline_below",
    "headline_above",
    "dated",
    "dateline",
    "blank_lines",
    "log_least",
)


class SplitModel(msgspec.Struct, frozen=True):
    """The weights as stored; ``training/article_splits.py`` makes them."""

    features: tuple[str, ...]
    weights: tuple[float, ...]
    bias: float
    about: dict[str, str | int | float] = {}

    def score(self, values: Sequence[float]) -> float:
        """Give the log odds that a new article begins at a gap with these values."""
        return self.bias + sum(w * v for w, v in zip(self.weights, values, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A place between two paragraphs where a new article may begin, and what speaks for it."""

    #: The last paragraph above and the first below, as numbers of lines.
    above: int
    below: int
    values: tuple[float, ...]


@cache
def split_model() -> SplitModel:
    """Load the model that ships with Headwater, once."""
    data = resources.files("headwater.pages").joinpath(_FILE).read_bytes()
    model = msgspec.json.decode(data, type=SplitModel)
    if model.features != GAP_FEATURES:
        raise BadResource(
            "the split model was trained on other features than this version computes.",
            where=_FILE,
            remedy="Train it again with training/article_splits.py.",
        )
    return model


def split_articles(
    lines: Sequence[Line], body: Sequence[int], model: SplitModel
) -> Iterator[tuple[int, ...]]:
    """Yield the paragraphs of each article, as numbers of lines, from top to bottom.

    Args:
        lines: The lines of the page.
        body: Numbers of those lines that are text.
        model: What weighs the gaps.
    """
    scored = [
        (_CERTAIN if has_new_headline(lines, gap) else model.score(gap.values), -gap.below)
        for gap in find_gaps(lines, body)
    ]
    odds, below = max(scored, default=(0.0, 0))
    if odds <= 0:
        yield tuple(body)
        return
    at = body.index(-below)
    yield from split_articles(lines, body[:at], model)
    yield from split_articles(lines, body[at:], model)


def find_gaps(lines: Sequence[Line], body: Sequence[int]) -> list[Gap]:
    """Give every place inside a run of paragraphs where another article could begin."""
    bags = [content_words(lines[at].text) for at in body]
    sizes = [len(lines[at].text.split()) for at in body]
    cuts = [
        cut
        for cut in range(1, len(body))
        if sum(sizes[:cut]) >= _FEWEST_WORDS and sum(sizes[cut:]) >= _FEWEST_WORDS
    ]
    topics = [_topics(bags, cut) for cut in cuts]
    usual = sum(near for _, near in topics) / (len(topics) or 1)
    return [
        Gap(
            above=body[cut - 1],
            below=body[cut],
            values=(
                far,
                near,
                usual - near,
                *_break_values(lines, body, bags, cut),
                math.log1p(min(sum(sizes[:cut]), sum(sizes[cut:]))) / 5.0,
            ),
        )
        for cut, (far, near) in zip(cuts, topics, strict=True)
    ]


def has_new_headline(lines: Sequence[Line], gap: Gap) -> bool:
    """Tell whether a headline stands in the gap twice: sites repeat only their own (seed 003)."""
    between = [line for line in lines[gap.above + 1 : gap.below] if is_headline(line.text)]
    copies = Counter(line.text for line in between if len(line.text.split()) >= 5)
    if not any(count > 1 for count in copies.values()):
        return False
    above = set(content_words(" ".join(line.text for line in lines[max(0, gap.above - 5) : gap.above + 1])))
    below = set(content_words(" ".join(line.text for line in lines[gap.below : gap.below + 6])))
    heads = [set(content_words(text)) for text, count in copies.items() if count > 1]
    return any(len(words & below) > max(1, len(words & above)) for words in heads)


def _topics(bags: Sequence[list[str]], cut: int) -> tuple[float, float]:
    """Say how alike everything above and below a cut is, and how alike its neighbours are."""
    far = _likeness(_merged(bags[:cut]), _merged(bags[cut:]))
    near = _likeness(_merged(bags[max(0, cut - _WINDOW) : cut]), _merged(bags[cut : cut + _WINDOW]))
    return far, near


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
