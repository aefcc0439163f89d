"""Numbers of things: how many, at least how many, of what."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from headwater.language import Parse, Sentence
from headwater.model import Quantity, Time, digest
from headwater.reading.times import find_times, time_in_words

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: float(n) for n, word in enumerate(_ONES.split())} | {
    word: 10.0 * n for n, word in enumerate(_TENS.split(), 2)
}
_SCALES = {"dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}  # fmt: skip
_SHORT_SCALES = {"m": 1e6, "mn": 1e6, "bn": 1e9, "k": 1e3, "tn": 1e12}
_CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₺": "TRY", "dollars": "USD",
               "euros": "EUR", "pounds": "GBP", "rubles": "RUB", "roubles": "RUB", "yen": "JPY", "rupees": "INR",
               "dinars": "dinars", "rials": "rials", "pesos": "pesos", "shekels": "ILS", "yuan": "CNY", "lira": "TRY"}  # fmt: skip
_MEASURES = {"km": "km", "kilometer": "km", "kilometre": "km", "mile": "miles", "meter": "m", "metre": "m", "foot": "feet",
             "feet": "feet", "ton": "tons", "tonne": "tons", "kg": "kg", "kilogram": "kg", "barrel": "barrels", "hectare": "hectares",
             "acre": "acres", "megawatt": "MW", "mw": "MW", "degree": "degrees", "litre": "litres", "liter": "litres",
             "second": "seconds", "minute": "minutes", "hour": "hours", "day": "days", "week": "weeks", "month": "months",
             "year": "years", "decade": "decades"}  # fmt: skip
_DURATIONS = frozenset(
    {"seconds", "minutes", "hours", "days", "weeks", "months", "years", "decades"}
)
_PERSON_WORDS = (
    "person people man men woman women child children boy boys girl girls civilian soldier fighter militant gunman gunmen "
    "policeman policemen officer commander leader member official worker employee prisoner hostage detainee refugee "
    "migrant villager resident protester demonstrator student journalist reporter lawmaker minister volunteer passenger "
    "sailor pilot troop troops personnel police staff crew victim casualty casualties survivor others dead killed wounded "
    "injured missing hurt adviser recruit rebel insurgent combatant reservist guard doctor medic nurse teacher farmer fisherman miner driver "
    "fishermen general judge expert inspector observer peacekeeper citizen national voter source suspect tourist patient"
)
_PERSONS = frozenset(_PERSON_WORDS.split())
_PLURALS = frozenset({"people", "men", "women", "children", "police", "troops", "personnel", "hurt", "aircraft", "staff", "crew",
                      "gunmen", "policemen", "fishermen", "dead", "killed", "wounded", "injured", "missing", "feet"})  # fmt: skip
_STOPS_WORDS = (
    "a an the in on at to from by with for as than and or but which who whom whose that were was had have has will would "
    "are is been be being do does did can could may might must should said says say told after before since during while "
    "when where if against near into onto over under between among through across around about because not no also there "
    "he she it they we you i him them me us so then until upon along amid despite without within ago"
)
_STOPS = frozenset(_STOPS_WORDS.split())
#: Words that end in s and are no plural.
_NOT_PLURAL = frozenset({"its", "his", "this", "these", "those", "hers", "ours", "theirs", "various", "always", "perhaps", "news", "less"})  # fmt: skip

_WORD = "|".join([*_SMALL, *_SCALES])
_BY_WORDS = rf"(?:(?:half an?|an?) (?=(?:{'|'.join(_SCALES)})\b))?(?:{_WORD})(?:(?:[ -]|(?<=hundred) and |(?<=thousand) and )(?:{_WORD}))*"
_BY_DIGITS = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?(?:[ -](?:{'|'.join(_SCALES)})\b|(?:mn|bn|tn|m|k)\b)?"
_NUMBER = re.compile(
    rf"(?P<money>(?:US|A|C|HK|NZ)?[$€£¥₹₽₺] ?)?(?<![\w.,:/#-])(?P<number>{_BY_DIGITS}|(?i:{_BY_WORDS})\b)(?![\w]|[:/]\d|\.\d)"
)
_PERCENT = re.compile(r"(?: ?%| per ?cent\b| percentage points?\b)")
_RANGE = re.compile(
    rf" ?(?:-|–|—|to|or|and) ?(?P<number>{_BY_DIGITS}|(?i:{_BY_WORDS})\b)(?![\w]|[:/]\d)"
)
_VAGUE = re.compile(
    r"\b(?:(?:[Tt]ens|[Hh]undreds|[Tt]housands|[Mm]illions|[Dd]ozens|[Ss]cores|[Bb]illions)(?: of (?:thousands|millions|billions))?(?: of)?"
    r"|(?:[Ss]everal|[Aa] few)(?: (?:hundred|thousand|million|dozen))?|[Mm]any|[Nn]umerous|[Mm]ultiple|[Cc]ountless"
    r"|(?:[Aa] (?:small |large |growing )?number|[Aa] handful|[Aa] couple) of)\b(?!-)"
)
_SHARE = re.compile(
    r"\b(?P<most>(?:[Tt]he |[Aa] )?(?:vast |overwhelming |great )?majority of|[Mm]ore than half of|[Mm]ost of)\b"
    r"|\b(?P<half>(?:[Hh]alf|[Oo]ne half) of)\b|\b(?P<third>(?:[Aa]|[Oo]ne)[ -]third of)\b|\b(?P<two_thirds>[Tt]wo[ -]thirds of)\b"
    r"|\b(?P<quarter>(?:[Aa]|[Oo]ne)[ -]quarter of)\b|\b(?P<three_quarters>[Tt]hree[ -]quarters of)\b"
    r"|\b(?P<all>[Aa]ll(?: of)?(?= (?:the|its|their|his|her|our|these|those|of)\b))"
)
_SHARE_VALUES = {"most": 0.5, "half": 0.5, "third": 1 / 3, "two_thirds": 2 / 3, "quarter": 0.25, "three_quarters": 0.75, "all": None}  # fmt: skip
_BOUNDS = (
    # At least and up to are inclusive; the vocabulary has no finer word for them.
    ("lower_exclusive", re.compile(r"\b(?:more than|over|at least|no (?:fewer|less) than|not (?:fewer|less) than|upwards? of|in excess of|exceeding|above|a minimum of)(?: (?:some|an estimated))? $", re.IGNORECASE)),
    ("upper_exclusive", re.compile(r"\b(?:less than|fewer than|under|below|up to|at most|no more than|as (?:many|much) as|a maximum of)(?: (?:some|an estimated))? $", re.IGNORECASE)),
    ("approximate", re.compile(r"\b(?:about|around|some|nearly|almost|roughly|approximately|close to|an estimated|estimated|an average of|just (?:over|under))(?: (?:a|the))? $", re.IGNORECASE)),
)  # fmt: skip
_AFTERWARDS = (
    ("lower_exclusive", re.compile(r"(?:\+| or more\b)")),
    ("approximate", re.compile(r"(?:-odd\b| or so\b)")),
)
_MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
#: What a number may stand behind and be no quantity: dates, ages, articles of a law.
_NAMED_BEFORE = re.compile(
    rf"(?:\b{_MONTH}|\b(?:aged?|age of|No\.|no\.|number|[Aa]rticle|[Rr]esolution|[Rr]oute|[Ss]ection|[Cc]hapter|[Ff]light|"
    r"[Cc]hannel|[Pp]age|[Hh]ighway|[Tt]erminal|[Rr]oom|[Tt]ype|[Gg]roup of|[Pp]hase|[Ll]evel|[Ss]tage|[Tt]rack|[Oo]ption|[Dd]ay|[Uu]nit|[Zz]one|[Aa]rea)) $"
)
_NAMED_AFTER = re.compile(
    rf"(?:\.?,? (?:of )?{_MONTH}\b|[ -]years?[ -]olds?\b| (?:a\.?m\b|p\.?m\b|GMT|UTC|hours? (?:GMT|local)|o['’]clock|local time)|(?:st|nd|rd|th)\b|(?:\.|\)) [A-Z]$|-(?:state|member|way|party|point|man|seat|storey|story|fold)\b)"
)
_RELATIVE_AFTER = re.compile(r"^ (?:ago|earlier|later|before|after|prior)\b")
_RELATIVE_BEFORE = re.compile(r"\b(?:last|past|next|previous|recent|coming|within|following|in the|first|final)(?: (?:a|the))? $", re.IGNORECASE)  # fmt: skip
_ENDS_LIVES = re.compile(r"\b(?:kill|wound|injur|arrest|detain|captur|evacuat|displac|rescu|execut)\w* (?:at least |another |some |about |more than |over |nearly )*$", re.IGNORECASE)  # fmt: skip
_BARE_AFTER = re.compile(
    r"^ (?:were|was|have been|had been|are|has been|of (?:them|whom|which))\b(?: (?:also |still |reported |reportedly )?(\w+))?"
)
_NOUN = re.compile(
    r"[ -]?(?:(?:more|other|others of|additional|such|of) )*(?:(?:the|its|their|his|her|our|these|those|whom|which) )?"
)
_NEXT_WORD = re.compile(r"[ -]?((?:[A-Z]\.){2,}|[^\W\d_][\w’']*)")
#: A time that begins so says when a number held; "since" says from when it was counted.
_AS_OF = re.compile(r"as of |(?:ever )?since ", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Amount:
    """A number as found in a sentence, before the thing counted is known."""

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    bound: str
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class _Noun:
    """The thing counted: where it ends, its words, and its head in small letters."""

    end: int
    words: str
    head: str


def find_quantities(
    article_id: str, parse: Parse, published: tuple[date, date] | None = None
) -> tuple[Quantity, ...]:
    """Find the numbers of things in an article, with bounds, unit and what is counted.

    Dates, clock times, ages, ordinals, years and numbers that are names ("B-52", "Article 5",
    "October 7") are left out; so are spans of time that only date something ("two days ago").
    "Dozens" and "several" have no value: a word is not turned into a number nobody gave.

    Args:
        article_id: The article of the parse.
        parse: Its sentences.
        published: First and last day of publication, for "as of Monday"; None is unknown.
    """
    dated = [
        t for t in find_times(parse.text, 0, len(parse.text), published) if _AS_OF.match(t.text)
    ]
    return tuple(
        replace(quantity, as_of=_as_of(dated, sentence))
        for sentence in parse.sentences
        for quantity in _of_sentence(article_id, parse.text, sentence)
    )


def _as_of(dated: Sequence[Time], sentence: Sentence) -> str | None:
    """Give when the numbers of a sentence held, in its words and, where known, in days."""
    found = [t for t in dated if sentence.start <= t.start and t.end <= sentence.end]
    best = min(found, key=lambda t: not t.text.lower().startswith("as of"), default=None)
    return re.sub("^as of ", "", time_in_words(best), flags=re.IGNORECASE) if best else None


def _of_sentence(article_id: str, text: str, sentence: Sentence) -> Iterator[Quantity]:
    words = text[sentence.start : sentence.end]
    taken = 0
    for amount in sorted(_amounts(words), key=lambda a: (a.start, -a.end)):
        noun = _noun_after(words, amount)
        is_read = amount.start < taken or _counts_within(amount, noun)
        if not is_read and (noun or _stands_alone(words, amount)):
            taken = max(amount.end, noun.end if noun else 0)
            yield _quantity(article_id, text, sentence, amount, noun)


def _quantity(
    article_id: str, text: str, sentence: Sentence, amount: _Amount, noun: _Noun | None
) -> Quantity:
    start = sentence.start + amount.start
    end = sentence.start + max(amount.end, noun.end if noun else 0)
    return Quantity(
        id=digest("quantity", article_id, start, end),
        article_id=article_id,
        value=amount.value,
        low=amount.low,
        high=amount.high,
        bound=amount.bound,
        unit=amount.unit or (_unit(noun) if noun else _unit_alone(amount)),
        counted=noun.words if noun else None,
        as_of=None,
        start=start,
        end=end,
        text=text[start:end],
    )


def _amounts(words: str) -> Iterator[_Amount]:
    """Yield every number of a sentence that could count something."""
    for found in _SHARE.finditer(words):
        yield _share(found)
    for found in _VAGUE.finditer(words):
        yield _Amount(
            start=found.start(), end=found.end(), value=None, low=None, high=None, bound="vague"
        )
    for found in _NUMBER.finditer(words):
        if not _is_name(words, found):
            yield _number(words, found)


def _share(found: re.Match[str]) -> _Amount:
    name = str(found.lastgroup)
    value = _SHARE_VALUES[name]
    bound = {"most": "lower_exclusive", "all": "universal"}.get(name, "exact")
    return _Amount(
        start=found.start(),
        end=found.end(),
        value=value,
        low=value,
        high=value if bound == "exact" else None,
        bound=bound,
        unit="share" if value else None,
    )


def _is_name(words: str, found: re.Match[str]) -> bool:
    """Tell whether a number is a date, a time, an age, an ordinal or part of a name."""
    before, after = words[: found.start()], words[found.end() :]
    if _NAMED_BEFORE.search(before) or _NAMED_AFTER.match(after):
        return True
    number = found["number"]
    if number[0].isalpha():
        return _is_named_word(words, found)
    if number.isdigit() and (_is_year(number, before) or number[0] == "0"):
        return True
    previous = re.search(r"((?!\w+day )[A-Z][\w’'-]*) $", before)
    return previous is not None and not _is_title_case(words) and _bound_before(before) == "exact" and len(before) > len(previous[0])  # fmt: skip


def _is_named_word(words: str, found: re.Match[str]) -> bool:
    """Tell whether a number word is a pronoun ("no one"), part of a name or of a compound."""
    number, after = found["number"], words[found.end() :]
    if number.lower() == "one":
        of_many = re.match(
            r" of (?:the|its|their|his|her|our|these|those|\w+['’]s) (?!most\b|\w+est\b|things?\b|ways\b)",
            after,
        )
        before = words[: found.start()].lower()
        return before.endswith(("no ", "every", "any ")) or not (of_many or _one_person(after))
    if number[0].isupper() and found.start() > 2 and not _is_title_case(words):
        return not words[: found.start()].rstrip().endswith((":", "“", '"', "."))
    return after.startswith("-") and not _NEXT_MEASURE.match(after)


_NEXT_MEASURE = re.compile(rf"-({'|'.join(_MEASURES)})s?\b(?!-old)")


def _is_year(number: str, before: str) -> bool:
    return len(number) == 4 and "1500" <= number <= "2100" and _bound_before(before) == "exact"


def _is_title_case(words: str) -> bool:
    long_words: list[str] = re.findall(r"[A-Za-z]{4,}", words)
    return sum(word[0].isupper() for word in long_words) * 4 > len(long_words) * 3


def _number(words: str, found: re.Match[str]) -> _Amount:
    """Read a number with its bound, its range and the unit glued to it."""
    value = _value(found["number"])
    amount = _bounded(words, found, value)
    upper = _RANGE.match(words, found.end())
    if upper and _is_range(words, found, upper, value):
        high = _value(upper["number"])
        if re.search("thousand|million|billion", upper["number"]) and value < 1000:
            value *= _scale_of(upper["number"])
        start = _between(words, found.start())
        amount = _Amount(start=start, end=upper.end(), value=None, low=value, high=high, bound="interval")  # fmt: skip
    if percent := _PERCENT.match(words, amount.end):
        return replace(amount, end=percent.end(), unit="percent")
    if measure := _NEXT_MEASURE.match(words, amount.end):
        return replace(amount, end=measure.end(), unit=_MEASURES[measure[1]])
    if found["money"]:
        return replace(amount, unit=_CURRENCIES[found["money"].strip()[-1]])
    return amount


def _bounded(words: str, found: re.Match[str], value: float) -> _Amount:
    before, end = words[: found.start()], found.end()
    bound, start = _bound_before(before), found.start()
    if bound == "lower_exclusive" and value < 10 and re.search(r"\bover $", before):
        bound = "exact"  # "over two villages" is a place, "over 200 rockets" a bound
    if bound != "exact":
        start = next(
            m.start() for kind, rule in _BOUNDS if kind == bound and (m := rule.search(before))
        )
    for kind, rule in _AFTERWARDS:
        if bound == "exact" and (tail := rule.match(words, end)):
            bound, end = kind, tail.end()
    if bound == "exact" and re.match(r"an? |half", found["number"], re.IGNORECASE):
        bound = "approximate"
    return _Amount(
        start=start,
        end=end,
        value=value,
        low=value if bound in {"exact", "lower_exclusive"} else None,
        high=value if bound in {"exact", "upper_exclusive"} else None,
        bound=bound,
    )


def _bound_before(before: str) -> str:
    return next((kind for kind, rule in _BOUNDS if rule.search(before)), "exact")


def _is_range(words: str, found: re.Match[str], upper: re.Match[str], low: float) -> bool:
    """Tell a range ("10 to 15", "between 3 and 5") from two numbers that stand side by side."""
    joined = upper.group().strip().split()[0]
    if joined == "and":
        return words[: found.start()].lower().endswith("between ")
    return _value(upper["number"]) > low or bool(
        re.search("thousand|million|billion", upper["number"])
    )


def _between(words: str, start: int) -> int:
    before = re.search(r"\b(?:between|from) $", words[:start], re.IGNORECASE)
    return before.start() if before else start


def _scale_of(number: str) -> float:
    return next((scale for name, scale in _SCALES.items() if name in number.lower()), 1.0)


def _value(number: str) -> float:
    """Give the number that digits or words stand for."""
    number = number.lower()
    if number[0].isdigit():
        digits = re.match(r"[\d,.]*\d", number)
        plain = float(digits[0].replace(",", "")) if digits else 0.0
        tail = number[digits.end() :].strip(" -") if digits else ""
        return round(plain * (_SHORT_SCALES.get(tail) or _SCALES.get(tail, 1.0)), 6)
    return _value_of_words(re.split(r"[ -]", number))


def _value_of_words(words: list[str]) -> float:
    total = part = 0.0
    for word in words:
        if word in _SMALL:
            part += _SMALL[word]
        elif word == "half":
            part = 0.5
        elif word in {"dozen", "hundred"}:
            part = (part or 1.0) * _SCALES[word]
        elif word in _SCALES:
            total, part = total + (part or 1.0) * _SCALES[word], 0.0
    return total + part


def _noun_after(words: str, amount: _Amount) -> _Noun | None:
    """Find the noun phrase that a number counts: up to its first plural, or a unit."""
    opening = _NOUN.match(words, amount.end)
    begin = at = opening.end() if opening else amount.end
    last: _Noun | None = None
    for step in range(6):
        found = _NEXT_WORD.match(words, at)
        if (
            found is None
            or found[1].lower().rstrip(".") in _STOPS
            or not _same_phrase(words, found, step, at)
        ):
            break
        at = found.end()
        word = found[1]
        if _is_plural(word) or (step == 0 and _MEASURES.get(word.lower())):
            last = _Noun(at, words[begin:at].lstrip(" -"), word.lower())
        elif last is not None:
            break
    last = last or _singular(words, amount, begin) or _outcome(words, amount)
    return (
        _joined(words, last, begin) if last and not _dates_only(words, amount, last) else None
    )


def _same_phrase(words: str, found: re.Match[str], step: int, at: int) -> bool:
    """Tell whether a word still belongs: it is set off by one space or hyphen, and no sentence ended."""
    return step == 0 or (found.start(1) - at <= 1 and words[at - 1] != ".")


def _is_plural(word: str) -> bool:
    lower = word.lower()
    if lower in _PLURALS:
        return True
    ends = lower.endswith("s") and not lower.endswith(("ss", "us", "is", "'s", "’s", "ous"))
    return ends and len(lower) > 3 and lower not in _NOT_PLURAL


def _singular(words: str, amount: _Amount, begin: int) -> _Noun | None:
    """Take the one thing counted where the number is one: "one policeman"."""
    found = _one_person(words[begin - 1 :]) if amount.value == 1.0 else None
    return _Noun(begin - 1 + found.end(), found[1], found[2]) if found else None


def _one_person(after: str) -> re.Match[str] | None:
    """Match a person behind a number, with at most one word between: " young soldier"."""
    for rule in (r"[ -](([a-z]+))\b", r"[ -]([\w-]+ ([a-z]+))\b"):
        found = re.match(rule, after)
        if found and found[2] in _PERSONS and found[1].split()[0] not in _STOPS:
            return found
    return None


def _outcome(words: str, amount: _Amount) -> _Noun | None:
    """Take what became of those counted for what is counted: "12 were wounded"."""
    found = _BARE_AFTER.match(words[amount.end :])
    if amount.bound == "vague" or found is None or found[1] not in _PERSONS:
        return None
    return _Noun(amount.end + found.end(), found[1], found[1])


def _counts_within(amount: _Amount, noun: _Noun | None) -> bool:
    """Tell whether the number that matters comes later: "one of the army's three brigades"."""
    inner = re.split(r"[ -]", noun.words.lower()) if noun else []
    return amount.value == 1.0 and any(word in _SMALL for word in inner)


def _dates_only(words: str, amount: _Amount, noun: _Noun) -> bool:
    """Tell whether a span of time only dates something: "two weeks ago", "the last three days"."""
    if _unit(noun) not in _DURATIONS:
        return False
    return bool(
        _RELATIVE_AFTER.match(words[noun.end :])
        or _RELATIVE_BEFORE.search(words[: amount.start])
    )


def _joined(words: str, noun: _Noun, begin: int) -> _Noun:
    """Take in a second plural after "and": "rockets and missiles"."""
    more = re.match(r" and ([a-z]+)\b(?! (?:of|by)\b)", words[noun.end :])
    if more is None or not _is_plural(more[1]) or more[1] in _STOPS:
        return noun
    end = noun.end + more.end()
    return _Noun(end, words[begin:end].lstrip(" -"), noun.head)


def _unit(noun: _Noun) -> str:
    """Name what the number is a number of: persons, a measure, a currency, or the head noun."""
    single = noun.head.removesuffix("s")
    for unit in (_MEASURES.get(noun.head) or _MEASURES.get(single), _CURRENCIES.get(noun.head)):
        if unit:
            return unit
    return "persons" if {noun.head, single} & _PERSONS else noun.head


def _unit_alone(amount: _Amount) -> str | None:
    """A number alone counts the dead, hurt or held; "many of which" may be of anything."""
    return None if amount.bound == "vague" else "persons"


def _stands_alone(words: str, amount: _Amount) -> bool:
    """Tell whether a number without a noun still counts: "killing 12", "12 were hurt", "$3 million"."""
    if amount.unit and amount.unit != "share":
        return True
    before, after = words[: amount.start], words[amount.end :]
    if amount.bound == "vague" and not re.match(r" of (?:them|whom|which)\b", after):
        return False
    return (
        bool(_ENDS_LIVES.search(before) or _BARE_AFTER.match(after))
        and amount.bound != "universal"
    )
