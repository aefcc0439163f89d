"""Numbers that count nothing: dates, clock times, ages, ranks, pronouns, parts of names."""

import re

from headwater.reading.quantities.bounds import bound_before
from headwater.reading.quantities.counted import NEXT_MEASURE, one_person

_MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_NAMED_BEFORE = re.compile(
    rf"(?:\b{_MONTH}|\b(?:aged?|age of|No\.|no\.|number|[Aa]rticle|[Rr]esolution|[Rr]oute|[Ss]ection|[Cc]hapter|[Ff]light|"
    r"[Cc]hannel|[Pp]age|[Hh]ighway|[Tt]erminal|[Rr]oom|[Tt]ype|[Gg]roup of|[Pp]hase|[Ll]evel|[Ss]tage|[Tt]rack|[Oo]ption|[Dd]ay|[Uu]nit|[Zz]one|[Aa]rea)) $"
)
_NAMED_AFTER = re.compile(
    rf"(?:\.?,? (?:of )?{_MONTH}\b|[ -]years?[ -]olds?\b| (?:a\.?m\b|p\.?m\b|GMT|UTC|hours? (?:GMT|local)|o['’]clock|local time)|(?:st|nd|rd|th)\b|(?:\.|\)) [A-Z]$|-(?:state|member|way|party|point|man|seat|storey|story|fold)\b)"
)
#: Many of one thing, of which one is meant: not "one of the most …", "one of those things".
_ONE_OF_MANY = re.compile(
    r" of (?:the|its|their|his|her|our|these|those|\w+['’]s) (?!most\b|\w+est\b|things?\b|ways\b)"
)
_LAST_DAY = 31
#: A name in front of which no weekday stands: "Mirage 2000", but "on Monday 312 people".
_CAPITAL_BEFORE = re.compile(rf"((?!\w+day |{_MONTH} )[A-Z][\w’'-]*) $")


def counts_nothing(words: str, found: re.Match[str]) -> bool:
    """Tell whether a number (a match of ``NUMBER`` in a sentence) dates, names or ranks something."""
    before, after = words[: found.start()], words[found.end() :]
    number = found["number"]
    named = _NAMED_BEFORE.search(before)
    if (named and not _is_no_day(named[0], number)) or _NAMED_AFTER.match(after):
        return True
    if number[0].isalpha():
        return _is_word_of_another_kind(words, found)
    is_bare = bound_before(before)[0] == "exact"
    if number.isdigit() and (number[0] == "0" or (is_bare and _may_be_year(number))):
        return True
    previous = _CAPITAL_BEFORE.search(before)
    return (
        previous is not None
        and is_bare
        and len(before) > len(previous[0])
        and not _is_title_case(words)
    )


def _is_word_of_another_kind(words: str, found: re.Match[str]) -> bool:
    """Tell whether a number word is a pronoun ("no one"), part of a name or of a compound."""
    number, after = found["number"], words[found.end() :]
    if number.lower() == "one":
        is_pronoun = words[: found.start()].lower().endswith(("no ", "every", "any "))
        return is_pronoun or not (_ONE_OF_MANY.match(after) or one_person(after))
    if number[0].isupper() and found.start() > 2 and not _is_title_case(words):
        return not words[: found.start()].rstrip().endswith((":", "“", '"', "."))
    return after.startswith("-") and not NEXT_MEASURE.match(after)


def _is_no_day(before: str, number: str) -> bool:
    """Tell whether a number behind a month is too high for a day, and no year: "since January 300 barges"."""
    is_high = number.isdigit() and int(number) > _LAST_DAY and not _may_be_year(number)
    return is_high and re.match(_MONTH, before) is not None


def _may_be_year(number: str) -> bool:
    return len(number) == 4 and "1500" <= number <= "2100"


def _is_title_case(words: str) -> bool:
    long_words: list[str] = re.findall(r"[A-Za-z]{4,}", words)
    return sum(word[0].isupper() for word in long_words) * 4 > len(long_words) * 3
