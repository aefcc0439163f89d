"""What a number counts: the noun behind it, and the unit that this makes it a number of."""

import re
from dataclasses import dataclass

from headwater.lexicon import number_words
from headwater.reading.quantities.amount import Amount

_WORDS = number_words()
#: Words behind a number that belong to it and not to what is counted.
_OPENING = re.compile(
    r"[ -]?(?:(?:more|other|others of|additional|such|of) )*(?:(?:the|its|their|his|her|our|these|those|whom|which) )?"
)
_NEXT_WORD = re.compile(r"[ -]?((?:[A-Z]\.){2,}|[^\W\d_][\w’']*)")
#: A measure that a hyphen ties to its number: "24-hour".
NEXT_MEASURE = re.compile(rf"-({'|'.join(_WORDS.measures)})s?\b(?!-old)")
#: "The brigade, 2,000 strong": people, whatever noun comes next.
STRONG = re.compile(r"[ -]strong\b")
_BARE_AFTER = re.compile(
    r"^ (?:were|was|have been|had been|are|has been|of (?:them|whom|which))\b(?: (?:also |still |reported |reportedly )?(\w+))?"
)
_RELATIVE_AFTER = re.compile(r"^ (?:ago|earlier|later|before|after|prior)\b")
_RELATIVE_BEFORE = re.compile(
    r"\b(?:last|past|next|previous|recent|coming|within|following|in the|first|final)(?: (?:a|the))? $",
    re.IGNORECASE,
)
#: Words of a noun phrase read before it is given up: "three heavily armed regional rapid response divisions".
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Noun:
    """The thing counted: where it and its number end in the sentence, its words, and its head in small letters."""

    end: int
    words: str
    head: str


def noun_after(words: str, amount: Amount) -> Noun | None:
    """Find the noun phrase that a number of this sentence counts: up to its first plural, or a unit."""
    if STRONG.match(words, amount.end):
        return None
    opening = _OPENING.match(words, amount.end)
    begin = opening.end() if opening else amount.end
    noun = _plural(words, begin) or _singular(words, amount, begin) or _outcome(words, amount)
    if noun is None or _dates_only(words, amount, noun):
        return None
    return _with_second(words, noun, begin)


def unit_of(noun: Noun) -> str | None:
    """Name what the number is a number of: persons, a measure, a currency, or the head noun.

    A bare "number" or "figure" may be of anything: None.
    """
    single = noun.head.removesuffix("s")
    measure = _WORDS.measures.get(noun.head) or _WORDS.measures.get(single)
    if unit := measure or _WORDS.currencies.get(noun.head):
        return unit
    several = noun.head.removesuffix("ies") + "y"
    if {noun.head, single, several} & _WORDS.persons:
        return "persons"
    return None if noun.head in _WORDS.tolls else noun.head


def counts_within(amount: Amount, noun: Noun | None) -> bool:
    """Tell whether the number that matters comes later: "one of the army's three brigades"."""
    inner = re.split(r"[ -]", noun.words.lower()) if noun else []
    return amount.value == 1.0 and any(word in _WORDS.values for word in inner)


def one_person(after: str) -> re.Match[str] | None:
    """Match a person behind a number, with at most one word between: " young soldier"."""
    for rule in (r"[ -](([a-z]+))\b", r"[ -]([\w-]+ ([a-z]+))\b"):
        found = re.match(rule, after)
        if found and found[2] in _WORDS.persons and found[1].split()[0] not in _WORDS.stops:
            return found
    return None


def outcome_after(after: str) -> re.Match[str] | None:
    """Match what became of those counted: " were wounded", " of them"."""
    return _BARE_AFTER.match(after)


def _plural(words: str, begin: int) -> Noun | None:
    at, last = begin, None
    for step in range(_LONGEST):
        found = _NEXT_WORD.match(words, at)
        if found is None or not _is_in_phrase(words, found, step, at):
            break
        at, word = found.end(), found[1].lower()
        if _is_plural(word) or (step == 0 and word in _WORDS.measures):
            last = Noun(at, words[begin:at].lstrip(" -"), word)
        elif last is not None:
            break
    return last


def _is_in_phrase(words: str, found: re.Match[str], step: int, at: int) -> bool:
    """Tell whether a word still belongs: one space or hyphen sets it off, and no sentence ended."""
    if found[1].lower().rstrip(".") in _WORDS.stops:
        return False
    return step == 0 or (found.start(1) - at <= 1 and words[at - 1] != ".")


def _is_plural(word: str) -> bool:
    if word in _WORDS.plurals:
        return True
    ends = word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s", "ous"))
    return ends and len(word) > 3 and word not in _WORDS.not_plural


def _singular(words: str, amount: Amount, begin: int) -> Noun | None:
    """Take the one thing counted where the number is one: "one policeman"."""
    found = one_person(words[begin - 1 :]) if amount.value == 1.0 else None
    return Noun(begin - 1 + found.end(), found[1], found[2]) if found else None


def _outcome(words: str, amount: Amount) -> Noun | None:
    """Take what became of those counted for what is counted: "12 were wounded"."""
    found = outcome_after(words[amount.end :])
    if amount.bound == "vague" or found is None or found[1] not in _WORDS.persons:
        return None
    return Noun(amount.end + found.end(), found[1], found[1])


def _dates_only(words: str, amount: Amount, noun: Noun) -> bool:
    """Tell whether a span of time only dates something: "two weeks ago", "the last three days"."""
    return unit_of(noun) in _WORDS.durations and bool(
        _RELATIVE_AFTER.match(words[noun.end :])
        or _RELATIVE_BEFORE.search(words[: amount.start])
    )


def _with_second(words: str, noun: Noun, begin: int) -> Noun:
    """Take in a second plural after "and": "rockets and missiles"."""
    more = re.match(r" and ([a-z]+)\b(?! (?:of|by)\b)", words[noun.end :])
    if more is None or not _is_plural(more[1]) or more[1] in _WORDS.stops:
        return noun
    if more[1].endswith("ed") and noun.head.endswith("s"):
        return noun  # "it killed 12 rebels and wounded 30", but "12 dead and wounded"
    end = noun.end + more.end()
    return Noun(end, words[begin:end].lstrip(" -"), noun.head)
