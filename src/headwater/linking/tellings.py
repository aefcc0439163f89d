"""A statement as it is held against others beside its vector: what it counts, whom it names, which words tell something."""

import calendar
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from headwater.lexicon import takes_back, word_keys
from headwater.linking.contrasts import Contrast, find_contrasts
from headwater.linking.deeds import NAMELESS, NO_DEEDS, NOBODY, Deeds, Names, Party, deeds_of
from headwater.linking.words import telling_words
from headwater.model import (
    ArticleFindings,
    LinkKind,
    Polarity,
    Quantity,
    Statement,
    ZoneKind,
)

#: "One of its soldiers" counts nothing.
_FEWEST_COUNTED = 2
#: Weight of three rare words, in hundredths.
_FEW_WORDS = 1200
_NUMBER = re.compile(r"\d+(?:,\d{3})*")
_MONTH = "(?:" + "|".join(f"{m[:3]}(?:{m[3:]}|t)?" for m in calendar.month_name[1:]) + r")\b\.?"
#: "January 28", "28 January 2031": no number of anything.
_DATE = re.compile(
    rf"\b{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?\b(?!,\d)|\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}"
)
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A statement with what is compared beside its vector; ``number`` is its place in its article."""

    statement: Statement
    number: int
    #: In digits, and exact ones that are written out; dates give none.
    numbers: frozenset[str]
    years: frozenset[str]
    actors: frozenset[str]
    #: Its telling words, names aside, without their endings, each with how rare it is, in hundredths: sums of whole numbers have no order.
    words: Mapping[str, int]
    #: How rare they are together.
    weight: int
    #: False where it denies, negates, or takes a report back.
    affirms: bool
    #: True where it only says "whether": "did not say whether the piers were shut" does not carry the claim that they were.
    leaves_open: bool
    #: What it says was done, and by whom.
    deeds: Deeds = NO_DEEDS
    #: Whether it is part of the headline.
    is_headline: bool = False
    #: Who it is that says "it would answer" of himself; nobody where it does not begin so, or nobody knows.
    speaker: Party = NOBODY
    #: What it rules out: "a warning, not a blockade".
    contrasts: tuple[Contrast, ...] = ()


def tellings_of(finding: ArticleFindings) -> Iterator[Telling]:
    """Yield what an article tells, in order."""
    names = Names(finding.mentions)
    deeds = deeds_of(finding, names)
    titles = [z for z in finding.article.zones if z.kind is ZoneKind.TITLE]
    for number, statement in enumerate(finding.statements):
        spelled = {
            str(int(q.value or 0))
            for q in finding.quantities
            if _counts(q) and any(c.start <= q.start < c.end for c in statement.content)
        }
        digits = {
            found.replace(",", "")
            for c in statement.content
            for found in _NUMBER.findall(_DATE.sub(" ", c.text))
        }
        words = telling_words(statement.told)
        yield Telling(
            statement=statement,
            number=number,
            numbers=frozenset(n for n in digits | spelled if not _YEAR.fullmatch(n)),
            years=frozenset(n for n in digits if _YEAR.fullmatch(n)),
            actors=frozenset(names.between(statement.content)),
            words=words,
            weight=sum(words.values()),
            affirms=_affirms(statement),
            leaves_open=statement.words[:7].lower() == "whether",
            deeds=deeds.get(number, NO_DEEDS),
            is_headline=any(
                z.start <= c.start < z.end for z in titles for c in statement.content
            ),
            speaker=_speaker(statement, names),
            contrasts=tuple(find_contrasts(statement.content, names)),
        )


def is_of_another(a: Telling, b: Telling) -> bool:
    """Tell whether each speaks of himself and they are two: "it would answer", Talvin said, and "it would answer", Ostrel said."""
    return a.speaker.is_another(b.speaker)


def rules_out(a: Telling, b: Telling) -> bool:
    """Tell whether what the second says is what the first sets aside: "a blockade", and "a warning, not a blockade"."""
    if b.contrasts:
        return any(c.is_turned(d) for c in a.contrasts for d in b.contrasts)
    return b.affirms and any(c.excludes(b.words.keys() | b.actors) for c in a.contrasts)


def word_share(a: Telling, b: Telling) -> float:
    """Give how much of the shorter telling's words the other has too, 0 to 1; of few words all say little."""
    shared = sum(a.words[word] for word in a.words.keys() & b.words.keys())
    return shared / max(min(a.weight, b.weight), _FEW_WORDS)


def shared_count(a: Telling, b: Telling) -> bool:
    """Tell whether both give one number of two digits or more."""
    return any(len(n) > 1 for n in a.numbers & b.numbers)


def _speaker(statement: Statement, names: Names) -> Party:
    """Give who speaks of himself: a person by his own name alone, where he has one; else by names and countries."""
    if not statement.is_of_himself:
        return NOBODY
    last = statement.chain[-1]
    if (
        last.kind is LinkKind.PERSON
        and last.actor_id
        and not last.actor_id.startswith(NAMELESS)
    ):
        return Party(frozenset({last.actor_id}))
    return names.party([last.actor_id] if last.actor_id else [], statement.source)


def _counts(quantity: Quantity) -> bool:
    """Tell a whole number of things, written out or in digits; "nearly two dozen" may be 19."""
    value = quantity.value if quantity.bound == "exact" else None
    return value is not None and value >= _FEWEST_COUNTED and value == int(value)


def _affirms(statement: Statement) -> bool:
    """A denial of a negative affirms, a denial of an affirmative does not; nor does whoever takes a report back."""
    is_denial = statement.is_denied or takes_back(word_keys(statement.words))
    return (statement.polarity is Polarity.POSITIVE) is not is_denial
