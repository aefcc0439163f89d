"""What a line looks like, in numbers: the evidence the line model weighs.

Nothing here knows a language's grammar; the few cue words are the ones web pages print around
their articles. A feature is a number of about 0 to 1; its name is its column.
"""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from headwater.pages.lines import Line

Matrix = npt.NDArray[np.float64]

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_POSSESSIVE = re.compile(r"['’]s$")
_STOPS = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "and",
        "for",
        "on",
        "with",
        "that",
        "is",
        "was",
        "as",
        "at",
        "by",
        "from",
        "it",
        "he",
        "she",
        "they",
        "his",
        "her",
        "their",
        "be",
        "have",
        "has",
        "had",
        "are",
        "were",
        "not",
        "but",
        "which",
        "who",
        "this",
        "will",
        "would",
        "said",
        "de",
        "la",
        "le",
        "les",
        "des",
        "et",
        "en",
        "du",
        "que",
        "un",
        "una",
        "el",
        "los",
        "las",
        "del",
        "y",
        "der",
        "die",
        "das",
        "und",
        "den",
        "von",
        "mit",
        "il",
        "di",
        "che",
        "e",
        "o",
        "os",
        "da",
        "do",
        "em",
        "um",
        "uma",
        "och",
        "att",
        "som",
        "på",
        "i",
        "av",
        "en",
        "van",
        "het",
        "een",
        "dat",
        "te",
    ]
)
_CUES = {
    "share": r"share|tweet|facebook|twitter|whatsapp|linkedin|pinterest|reddit|flipboard|telegram|e-?mail|print",
    "subscribe": r"subscri\w+|newsletter|sign ?up|log ?in|sign in|register|inbox|download|app",
    "legal": r"©|copyright|rights reserved|privacy|terms|cookies?|polic(?:y|ies)|disclaimer|trademark",
    "more": r"read more|show more|see also|more from|related|recommended|you (?:may|might) also|popular|trending|"
    r"most read|must read|latest|top stories|next|previous|load more|also read|don.t miss|editor.s picks?",
    "talk": r"comments?|reply|replies|posted by|says|likes?|followers?|follow(?: us)?|votes?|join the conversation",
    "byline": r"by|written|reporting|editing|contribut\w+|staff|correspondent|reporter|editor|author|min(?:ute)? read",
    "photo": r"photos?|photographs?|images?|getty|pictured?|credit|file|video|watch|gallery|caption|graphic|courtesy",
    "advert": r"advertis\w+|sponsored|promo\w*|deals?|buy|shop|sale|offer|price|affiliate|commission",
    "site": r"home|menu|search|contact|about us|help|faq|sitemap|careers|careers|news|sports?|weather|video|podcasts?",
    "said": r"said|says|told|added|according|announced|reported|stated|asked|explained|warned|wrote",
    "first": r"i|we|my|our|you|your|us|me",
}
_CUE_PATTERNS = {
    name: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    for name, words in _CUES.items()
}
_DATE = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b"
    r"|\b\d{1,2}:\d\d\b|\b\d{1,2} (?:hours?|days?|minutes?|mins?|months?) ago\b|\b\d{4}-\d\d-\d\d\b|\b\d+[hdm] ago\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…。！？][\"”’')\]]*(?= |$)")
_CLOSED = re.compile(r"[.!?:;。！？][\"”’')\]»]*$")
_ELLIPSIS = re.compile(r"(?:\.\.\.|…)[\"”’]?$")
_ODD = re.compile(r"[|»›•·→@#_/©]|https?:|www\.")
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
_OPENS = "\"“‘'«„("

_OWN = (
    "words",
    "long",
    "short",
    "closed",
    "ellipsis",
    "question",
    "sentences",
    "commas",
    "stops",
    "capitals",
    "shouted",
    "digits",
    "opens_lower",
    "opens_quote",
    "odd_marks",
    "date",
    "repeated",
    "gap",
    "prose",
    "headline",
    *_CUES,
)
_NEAR = ("words", "closed", "stops", "prose", "headline", "date", "share", "more", "photo")
_STEPS = (-3, -2, -1, 1, 2, 3)
_WINDOWS = (3, 8, 20)
#: Names of the columns of :func:`line_features`.
LINE_FEATURES: tuple[str, ...] = (
    *_OWN,
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
    words, closed, prose = (table[:, _OWN.index(name)] for name in ("words", "closed", "prose"))
    guess = 0.7 * prose + 0.2 * closed + 0.1 * np.clip(5.0 * words - 1.8, 0.0, 1.0)
    return np.hstack([table, context_features(lines, np.clip(guess, 0.0, 1.0))])


def line_features(lines: Sequence[Line]) -> Matrix:
    """Describe each line by itself and by its neighbours: ``(n_lines, len(LINE_FEATURES))``."""
    seen = Counter(line.text for line in lines)
    own = np.array([_own(line, seen[line.text]) for line in lines]).reshape(len(lines), -1)
    near = own[:, [_OWN.index(name) for name in _NEAR]]
    prose = own[:, _OWN.index("prose")]
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


def content_words(text: str) -> list[str]:
    """Give the words of a text that carry its topic, in lower case."""
    words = (_POSSESSIVE.sub("", word) for word in _WORD.findall(text.lower()))
    return [word for word in words if len(word) > 3 and word not in _STOPS]


def _own(line: Line, copies: int) -> list[float]:
    text = line.text
    words = _WORD.findall(text)
    n = len(words) or 1
    lower = [word.lower() for word in words]
    capitals = sum(word[0].isupper() for word in words) / n
    stops = sum(word in _STOPS for word in lower) / n
    closed = bool(_CLOSED.search(text)) and not _ELLIPSIS.search(text)
    prose = float(len(words) >= 10 and closed)
    values = [
        np.log1p(len(words)) / 5.0,
        float(len(words) >= 25),
        float(len(words) <= 4),
        float(closed),
        float(bool(_ELLIPSIS.search(text))),
        float(text.endswith("?")),
        min(len(_SENTENCE_END.findall(text)), 5) / 5.0,
        min(text.count(","), 5) / 5.0,
        stops,
        capitals,
        float(text.isupper()),
        sum(c.isdigit() for c in text) / len(text),
        float(text[0].islower()),
        float(text[0] in _OPENS),
        min(len(_ODD.findall(text)), 3) / 3.0,
        float(bool(_DATE.search(text))),
        float(copies > 1),
        min(line.gap, 3) / 3.0,
        prose,
        float(5 <= len(words) <= 20 and not closed),
    ]
    return values + [
        min(len(pattern.findall(text)), 3) / 3.0 for pattern in _CUE_PATTERNS.values()
    ]


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
