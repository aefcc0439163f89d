"""What the words beside a name make of it: an outlet, an agency, or no press at all."""

import re

from headwater.lexicon import (
    PRESS_NAMES,
    PRESS_OPENINGS,
    Entry,
    NameHit,
    fold_name,
    is_press_service,
    words,
)
from headwater.model import ActorKind
from headwater.reading.cast.words import BODY_WORDS

#: Nouns that make an outlet of the name beside them, whatever the registry knows.
_AGENCY_BEFORE = re.compile(r"\b(?:news\s+)?agency,?\s+[“\"‘(]?$")
_OUTLET_BEFORE = re.compile(
    r"\b(?:newspaper|daily|weekly|magazine|radio station|broadcaster|TV channel|news channel|news outlet|outlet|website|news site),?\s+[“\"‘(]?$"
)
_AGENCY_AFTER = re.compile(r"[”\"’)]?,?\s+(?:news\s+agency|newswire|news\s+wire)\b(?!\s+[A-Z])")
_OUTLET_AFTER = re.compile(
    r"[”\"’)]?\s+(?:newspaper|daily newspaper|magazine|news channel|news website|radio station|television|TV)\b(?!\s+[A-Z])"
)
_PRESS_BEFORE = re.compile(
    r"(?:\btold|\baccording to|\breported by|\bciting|\bquoting|\bnewspaper|\bdaily|\bagency|\bmagazine|\bbroadcaster|\bchannel|\bwebsite)\s+(?:the\s+|The\s+)?[“\"‘(]?$"
)
_PRESS_AFTER = re.compile(
    r"[”\"’)]?\s+(?:newspaper|daily|news agency|agency|magazine|radio|television|TV|channel|website|reported|reports|has reported|said in a report|wrote)\b"
)
_INTERVIEW_BEFORE = re.compile(r"\binterview(?:ed)?\s+(?:with|by|to)\s+(?:the\s+)?$")
_QUOTES_AFTER = re.compile(r"\s+(?:has\s+|had\s+)?(?:quot|cit)(?:es|ed)\b")
_SPEAKS_AFTER = re.compile(r"\s+(?:said|says|has learned)\b")
_INDEFINITE_BEFORE = re.compile(r"\b[Aa]n?\s+$")
_ARTICLE_BEFORE = re.compile(r"\b[Tt]he\s+$")


def is_press_here(text: str, hit: NameHit, entry: Entry) -> bool:
    """ "told The Times", "the Hill newspaper": the words beside a common word make an outlet of it."""
    key = fold_name(hit.text)
    nickname = len(key) == 1 and key[0] in PRESS_NAMES  # "the Tribune" may be anybody's
    if nickname or entry.kind not in {ActorKind.OUTLET, ActorKind.AGENCY}:
        return False
    before, after = text[max(0, hit.start - 40) : hit.start], text[hit.end : hit.end + 30]
    if _ARTICLE_BEFORE.search(before) and _SPEAKS_AFTER.match(after):
        return True
    return bool(_PRESS_BEFORE.search(before) or _PRESS_AFTER.match(after))


def does_press(text: str, start: int, end: int) -> bool:
    """ "told X", "X quoted": what an outlet does, or is done to, stands beside the name."""
    last = text[start:end].rsplit(maxsplit=1)[-1].lower()
    if last in BODY_WORDS and last not in PRESS_NAMES:
        return False
    before, after = text[max(0, start - 40) : start], text[end : end + 30]
    return bool(
        _PRESS_BEFORE.search(before) or _PRESS_AFTER.match(after) or _QUOTES_AFTER.match(after)
    )


def press_kind(text: str, start: int, end: int) -> ActorKind | None:
    """ "the agency Nightwater", "the Morning Tide newspaper": what the noun beside a name makes of it."""
    before, after = text[max(0, start - 30) : start], text[end : end + 30]
    if _AGENCY_BEFORE.search(before) or _AGENCY_AFTER.match(after):
        return ActorKind.AGENCY
    words_of_name = text[start:end].split()
    is_any = (
        _INDEFINITE_BEFORE.search(before) is not None
    )  # "a Lima newspaper" has another name
    if _OUTLET_BEFORE.search(before) or (_OUTLET_AFTER.match(after) and not is_any):
        return ActorKind.OUTLET
    first, last = words_of_name[0].lower(), words_of_name[-1].lower()
    if len(words_of_name) > 1 and (last in PRESS_NAMES | {"fm"} or first in PRESS_OPENINGS):
        return ActorKind.OUTLET
    if _is_agency(text[start:end]):
        return ActorKind.AGENCY
    return None


def _is_agency(name: str) -> bool:
    """ "The Press Service of Marl", but no body's: "the Marl Army Press Service"."""
    others = set(fold_name(name)) - {"agency", "service"}
    return is_press_service(name) and not any(
        words().speakers.get(word) == "organisation" for word in others
    )


def interviews(text: str, start: int) -> bool:
    """ "In an interview with X": what the words before a name make of a body that is named there."""
    return bool(_INTERVIEW_BEFORE.search(text, max(0, start - 40), start))
