"""What one line looks like by itself, in numbers.

Nothing here knows a language's grammar; the few cue words are the ones web pages print around
their articles.
"""

import re

import numpy as np

from headwater.pages.lines import Line
from headwater.pages.topics import STOPS, WORD

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
    "site": r"home|menu|search|contact|about us|help|faq|sitemap|careers|news|sports?|weather|video|podcasts?",
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
_OPENS = "\"“‘'«„("
#: Names of the numbers of :func:`look_of`.
LOOKS = (
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


def look_of(line: Line, copies: int) -> list[float]:
    """Describe a line that stands on its page ``copies`` times: a number of about 0 to 1 for each of ``LOOKS``."""
    text = line.text
    words = WORD.findall(text)
    n = len(words) or 1
    lower = [word.lower() for word in words]
    capitals = sum(word[0].isupper() for word in words) / n
    stops = sum(word in STOPS for word in lower) / n
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
