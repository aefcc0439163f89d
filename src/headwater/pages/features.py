"""What a line and its neighbours look like, in numbers: the evidence the line model weighs.

A feature is a number of about 0 to 1; its name is its column.
"""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from headwater.pages.lines import Line
from headwater.pages.looks import LOOKS, look_of
from headwater.pages.topics import content_words

Matrix = npt.NDArray[np.float64]

#: What stands over a reader's comment: its hour, "said:", "Reply".
_COMMENT = re.compile(
    r"(?:\b(?:says|said|wrote|schrieb|dit|dice):$)|^(?:reply|report|like|permalink|quote|flag)\b.{0,20}$"
    r"|\b(?:at|@) \d{1,2}:\d\d ?(?:[ap]\.?m\.?)?(?: said:?| says:?)?$|^\d+ (?:hours?|days?|min\w*) ago$",
    re.IGNORECASE,
)
#: A short line after which a page goes on to something else.
_STOP = re.compile(
    r"^(?:\W*)(?:\d+ )?(?:comments?|responses?|related|recommended|more (?:from|on|in|stories|news)|most (?:read|popular|viewed)"
    r"|popular|trending|latest|also read|read (?:more|next)|you (?:may|might)|about the author|tags?|topics|leave a"
    r"|subscribe|sign up|newsletter|share|follow|editor.s picks?|must read|up next|next|recent|top stories"
    r"|sponsored|advertisement|more stories|around the web|from the web|copyright|©)\b",
    re.IGNORECASE,
)

_NEAR = ("words", "closed", "stops", "prose", "headline", "date", "share", "more", "photo")
_STEPS = (-3, -2, -1, 1, 2, 3)
_WINDOWS = (3, 8, 20)
#: Names of the columns of :func:`line_features`.
LINE_FEATURES: tuple[str, ...] = (
    *LOOKS,
    *(f"{name}{step:+d}" for step in _STEPS for name in _NEAR),
    *(f"prose~{size}{side}" for size in _WINDOWS for side in ("before", "after")),
    "place",
    "edge_top",
    "edge_bottom",
    "page_prose",
    "like_title",
    "after_title",
    "past_title",
    "before_title",
    "comment",
    "comments_before",
    "comments_after",
    "stop",
    "since_stop",
    "stops_before",
    "stop_next",
)
_GUESSES = (-4, -3, -2, -1, 0, 1, 2, 3, 4)
#: Names of the columns :func:`context_features` adds.
CONTEXT_FEATURES: tuple[str, ...] = (
    *(f"guess{step:+d}" for step in _GUESSES),
    *(f"guess~{size}{side}" for size in _WINDOWS for side in ("before", "after")),
    "shared",
    "shared_short",
    "text_before",
    "text_after",
    "enclosed",
    "short_enclosed",
    "alone",
    "mass_before",
    "mass_share",
    "mass_end",
)
#: Names of the columns of :func:`features`.
FEATURES: tuple[str, ...] = LINE_FEATURES + CONTEXT_FEATURES


def features(lines: Sequence[Line]) -> Matrix:
    """Describe each line for the line model: ``(n_lines, len(FEATURES))``.

    What stands around a line is told by a first guess that needs no training: long and closed
    lines are text.
    """
    table = line_features(lines)
    words, closed, prose = (
        table[:, LOOKS.index(name)] for name in ("words", "closed", "prose")
    )
    guess = 0.7 * prose + 0.2 * closed + 0.1 * np.clip(5.0 * words - 1.8, 0.0, 1.0)
    return np.hstack([table, context_features(lines, np.clip(guess, 0.0, 1.0))])


def line_features(lines: Sequence[Line]) -> Matrix:
    """Describe each line by itself and by its neighbours: ``(n_lines, len(LINE_FEATURES))``."""
    seen = Counter(line.text for line in lines)
    own = np.array([look_of(line, seen[line.text]) for line in lines]).reshape(len(lines), -1)
    near = own[:, [LOOKS.index(name) for name in _NEAR]]
    prose = own[:, LOOKS.index("prose")]
    place = np.linspace(0.0, 1.0, len(lines))
    rank = np.arange(len(lines))
    return np.column_stack(
        [
            own,
            *(_shifted(near, step) for step in _STEPS),
            *(side for size in _WINDOWS for side in _window_means(prose, size)),
            place,
            np.exp(-rank / 3.0),
            np.exp(-rank[::-1] / 3.0),
            np.full(len(lines), prose.mean() if len(lines) else 0.0),
            *_title_columns(lines),
            *_mark_columns(lines),
        ]
    )


def _title_columns(lines: Sequence[Line]) -> list[Matrix]:
    """Say how like the page's first line each line is, and how far past its last likeness."""
    title = set(content_words(lines[0].text)) if lines else set()
    like = np.array(
        [len(title & set(content_words(line.text))) / (len(title) or 1) for line in lines]
    )
    like *= [len(line.text) < 200 for line in lines]
    like[:1] = 0.0
    heads = np.flatnonzero(like >= 0.6)
    at = np.arange(len(lines))
    if not len(title) > 2 or not len(heads):
        return [like, np.zeros(len(lines)), np.zeros(len(lines)), np.zeros(len(lines))]
    after = np.array([(i - heads[heads <= i].max()) if (heads <= i).any() else -1 for i in at])
    near = np.where(after >= 0, np.exp(-after / 15.0), 0.0)
    return [like, near, (at > heads[0]) * 1.0, (at < heads[-1]) * 1.0]


def _mark_columns(lines: Sequence[Line]) -> list[Matrix]:
    """Say how near readers' comments and the page's turns to something else are."""
    comment = np.array([float(bool(_COMMENT.search(line.text))) for line in lines])
    stop = np.array(
        [float(len(line.text) < 60 and bool(_STOP.search(line.text))) for line in lines]
    )
    before, after = _window_means(comment, 10)
    at = np.arange(len(lines))
    last = np.maximum.accumulate(np.where(stop > 0, at, -1000)) if len(lines) else at
    stops_before, _ = _window_means(stop, 30)
    return [
        comment,
        before,
        after,
        stop,
        np.exp(-(at - last) / 10.0),
        stops_before,
        _shifted(stop, 1),
    ]


def context_features(lines: Sequence[Line], guess: Matrix) -> Matrix:
    """Describe each line by a first guess of which lines are text: ``(n_lines, …)``.

    ``guess`` is the first guess, ``(n_lines,)``, 0 furniture to 1 text.
    """
    sizes = np.array([len(line.text) for line in lines]) / 100.0
    shared = _shared_words(lines, guess)
    short = np.clip(1.0 - sizes, 0.0, 1.0)
    mass = guess * np.minimum(sizes, 5.0)
    before, after = _fading_sums(mass)
    enclosed = np.minimum(before, after)
    return np.column_stack(
        [
            *(_shifted(guess, step) for step in _GUESSES),
            *(side for size in _WINDOWS for side in _window_means(guess, size)),
            shared,
            shared * short,
            np.log1p(before),
            np.log1p(after),
            np.log1p(enclosed),
            np.log1p(enclosed) * short,
            guess * np.exp(-(before + after)),
            np.cumsum(mass) / (mass.sum() + 1e-9),
            mass / (mass.sum() + 1e-9),
            np.exp(-mass[::-1].cumsum()[::-1]),
        ]
    )


def _shifted(values: Matrix, step: int) -> Matrix:
    """Give each row the values of the row ``step`` further on, zeros past the page's edge."""
    moved = np.zeros_like(values)
    if step > 0:
        moved[:-step] = values[step:]
    elif step < 0:
        moved[-step:] = values[:step]
    else:
        moved = values.copy()
    return moved


def _window_means(values: Matrix, size: int) -> tuple[Matrix, Matrix]:
    """Give the mean over the ``size`` lines before, and over those after."""
    sums = np.concatenate([[0.0], np.cumsum(values)])
    at = np.arange(len(values))
    before = sums[at] - sums[np.maximum(at - size, 0)]
    after = sums[np.minimum(at + 1 + size, len(values))] - sums[at + 1]
    return before / size, after / size


def _fading_sums(mass: Matrix) -> tuple[Matrix, Matrix]:
    """Add up the text before and after each line, each line away counting 0.8 as much."""
    before, after = np.zeros_like(mass), np.zeros_like(mass)
    for at in range(1, len(mass)):
        before[at] = 0.8 * (before[at - 1] + mass[at - 1])
        after[-at - 1] = 0.8 * (after[-at] + mass[-at])
    return before, after


def _shared_words(lines: Sequence[Line], guess: Matrix) -> Matrix:
    """Give the share of each line's content words that the text around it uses too."""
    bags = [set(content_words(line.text)) for line in lines]
    shares = np.zeros(len(lines))
    window: Counter[str] = Counter()
    reach = 30
    texts = [bag if guess[at] > 0.5 else set() for at, bag in enumerate(bags)]
    for at in range(min(reach, len(lines))):
        window.update(texts[at])
    for at, bag in enumerate(bags):
        if at + reach < len(lines):
            window.update(texts[at + reach])
        if at - reach - 1 >= 0:
            window.subtract(texts[at - reach - 1])
        own = texts[at]
        known = sum(window[word] > (word in own) for word in bag)
        shares[at] = known / len(bag) if bag else 0.0
    return shares
