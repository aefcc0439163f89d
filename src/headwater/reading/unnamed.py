"""Who an unnamed source may be: how many, of what sort, close to what, whose, and why unnamed.

Rules of structure over one sentence: what stands before the noun, what stands behind it, and
whether it asked not to be named (``anonymity``). Nothing is looked up elsewhere in the article, so that two
tellings of a source can be held against each other by a person, and are never joined here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from headwater.language import Token, split_text
from headwater.language.tokens import split_tokens
from headwater.lexicon import registry, words
from headwater.model import Nearness, SourceNumber, Span, UnnamedSource
from headwater.reading.anonymity import Around, find_anonymity
from headwater.reading.boundaries import phrase_end
from headwater.reading.grammar import (
    DETERMINERS,
    HIDING,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    TIME_WORDS,
    is_capitalised,
)
from headwater.reading.heads import head_of

_ONES = "one two three four five six seven eight nine ten eleven twelve".split()
#: Low and high of the words that count; None where there is no upper bound.
_COUNTS: dict[str, tuple[int, int | None]] = {
    **{word: (n, n) for n, word in enumerate(_ONES, 1)},
    "both": (2, 2),
    "couple": (2, 2),
    "pair": (2, 2),
    "dozen": (12, 12),
    "dozens": (24, None),
    "some": (2, None),
    **dict.fromkeys(("several", "few", "many", "numerous", "various"), (3, None)),
}
_BEFORE_NUMBER = PREPOSITIONS | frozenset("up to least more than".split())
#: Nouns whose "of" leads to those who speak.
_COLLECTIVES = frozenset("couple pair handful trio dozen dozens score scores hundreds".split())
#: A longer number counts no people.
_MOST_DIGITS = 6
_SINGLE = frozenset("a an another".split())
#: Nouns that are one or many in one form; ``people`` and ``men`` are many.
_EITHER = frozenset("staff police media personnel leadership intelligence".split())
_MANY = frozenset("people men women they them we us".split())
#: Words of praise beside those that hide ("informed"): ``HIDING``.
_PRAISE = frozenset("credible trusted trustworthy well-placed placed".split())
#: Bodies and trades that tell whose a source is, as an adjective does, beside the nouns of bodies in ``speakers.yml``.
_TRADES = frozenset(
    "security intelligence military diplomatic defence defense political judicial medical tribal parliamentary presidential opposition rebel foreign western eastern gulf".split()
)
_RANKS = frozenset(
    "senior junior top former current retired serving high ranking mid level local key leading".split()
)
_BODIES = frozenset({"organisation", "group", "outlet"})
_INSIDE = frozenset("in inside within from of at for".split())
#: What follows "in" or "for" when it tells how or when somebody spoke.
_MANNER = frozenset("remarks comments interview interviews statement statements time".split())
_IN_THE_KNOW = ("in", "the", "know")
#: What ties a source to what it knows, longest first; words in "with … knowledge of" may be between.
_TIES = tuple(
    tuple(tie.split())
    for tie in (
        "close to",
        "near to",
        "near",
        "familiar with",
        "acquainted with",
        "briefed on",
        "briefed about",
        "briefed by",
        "aware of",
        "privy to",
        "knowledgeable about",
        "involved in",
        "with knowledge of",
        "with access to",
    )
)
_BEFORE_TIE = RELATIVES | frozenset("is are was were been has have had".split())
#: Before "knowledge": what it is, never whose.
_HOW_KNOWN = frozenset(
    "direct first firsthand first-hand hand detailed inside close - very".split()
)


@dataclass(frozen=True, slots=True)
class _Noun:
    """A source phrase in the tokens of its sentence: first, last (exclusive) and head."""

    text: str
    tokens: tuple[Token, ...]
    first: int
    last: int
    head: int

    def span(self, first: int, last: int) -> Span:
        return Span.cut(self.text, self.tokens[first].start, self.tokens[last - 1].end)


def describe_unnamed(text: str, start: int, end: int) -> UnnamedSource:
    """Describe the source for which ``text[start:end]`` stands, in the words of its sentence.

    Args:
        text: The whole text of an article, so that the offsets of the answer are the article's.
        start: Where the phrase begins.
        end: Where it ends (exclusive).

    Raises:
        ValueError: If nothing but white space stands there.
    """
    phrase = Span.cut(text, start, end)
    low, high = _sentence(text, phrase)
    noun = _noun(text, split_tokens(text, low, high), phrase)
    allegiance, nearness, behind = _read_behind(noun)
    asked, reason = find_anonymity(Around(text, low, high, phrase.start, behind))
    is_pronoun = noun.tokens[noun.head].lower in PRONOUNS
    return UnnamedSource(
        phrase=phrase,
        number=_number(noun),
        role=None if is_pronoun else noun.span(noun.head, noun.head + 1),
        nearness=nearness,
        allegiance=(*_allegiance_before(noun), *allegiance),
        hidden_by=_hidden_by(noun),
        asked=asked,
        reason=reason,
    )


def _sentence(text: str, phrase: Span) -> tuple[int, int]:
    """Where the sentence of a phrase begins and ends; never inside the phrase."""
    low = text.rfind("\n", 0, phrase.start) + 1
    high = text.find("\n", phrase.end)
    line = text[low : len(text) if high < 0 else high]
    here = [
        s
        for s in split_text(line).sentences
        if s.start + low < phrase.end and phrase.start < s.end + low
    ]
    starts, ends = [s.start + low for s in here], [s.end + low for s in here]
    return min(phrase.start, *starts, phrase.end), max(phrase.end, *ends, phrase.start)


def _noun(text: str, tokens: tuple[Token, ...], phrase: Span) -> _Noun:
    inside = [i for i, t in enumerate(tokens) if phrase.start < t.end and t.start < phrase.end]
    first, last = inside[0], inside[-1] + 1
    return _Noun(text, tokens, first, last, _head(tokens, first, last))


def _head(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """Find the noun that speaks: as in ``heads``, but not "speaking" in "sources speaking on …"."""
    while first + 1 < last and (
        not tokens[first].is_word or tokens[first].lower in _BEFORE_NUMBER
    ):
        first += 1
    head = head_of(tokens, first, last)
    if (
        tokens[head].lower in _COLLECTIVES
        and head + 2 < last
        and tokens[head + 1].lower == "of"
    ):
        return _head(tokens, head + 2, last)
    speaking = [i for i in range(first, head + 1) if tokens[i].lower in words().speakers]
    return speaking[-1] if speaking else head


# ---- how many


def _number(noun: _Noun) -> SourceNumber:
    tokens, head = noun.tokens, noun.head
    if joined := _joined(noun):
        return SourceNumber(low=2, high=None, span=joined)
    counted = _counted(noun)
    if counted is None:
        low, high = _of_form(tokens[head].lower)
        return SourceNumber(low=low, high=high, span=noun.span(head, head + 1))
    at, last, low, high = counted
    limit = tuple(t.lower for t in tokens[max(0, at - 2) : at])
    if limit == ("at", "least"):
        return SourceNumber(low=low, high=None, span=noun.span(at - 2, last))
    if limit == ("more", "than"):
        return SourceNumber(low=low + 1, high=None, span=noun.span(at - 2, last))
    if limit == ("up", "to"):
        return SourceNumber(low=1, high=high, span=noun.span(at - 2, last))
    return SourceNumber(low=low, high=high, span=noun.span(at, last))


def _joined(noun: _Noun) -> Span | None:
    """ "an official and a diplomat": the "and" between two who speak, each with an article or number."""
    tokens = noun.tokens
    for at in range(noun.first + 1, noun.head - 1):
        counts = tokens[at + 1].lower in _SINGLE or _count(tokens[at + 1].lower)
        if tokens[at].lower == "and" and counts:
            return noun.span(at, at + 1)
    return None


def _counted(noun: _Noun) -> tuple[int, int, int, int | None] | None:
    """Find the first word that counts, where its words end, and its bounds; None if none does."""
    tokens, head = noun.tokens, noun.head
    is_many = _of_form(tokens[head].lower)[0] > 1
    for at in range(noun.first, head):
        word = tokens[at].lower
        if word in _SINGLE and not is_many:
            return at, at + 1, 1, 1
        if (count := _count(word)) is None:
            continue
        low, high = count
        if tokens[at + 1].lower == "dozen" and high is not None:
            return at, at + 2, 12 * low, 12 * high
        if at + 2 < head and tokens[at + 1].lower in {"or", "to"}:
            further = _count(tokens[at + 2].lower)
            if further is not None and further[0] >= low:
                return at, at + 3, low, further[1]
        return at, at + 1, low, high
    return None


def _count(word: str) -> tuple[int, int | None] | None:
    if word.isascii() and word.isdigit() and 0 < len(word.lstrip("0")) <= _MOST_DIGITS:
        return int(word), int(word)
    return _COUNTS.get(word)


def _of_form(word: str) -> tuple[int, int | None]:
    """Tell the number from the form of a noun: "source", "sources"."""
    if word in _EITHER:
        return 1, None
    is_many = word in _MANY or (word.endswith("s") and not word.endswith("ss"))
    return (2, None) if is_many else (1, 1)


# ---- before the noun


def _hidden_by(noun: _Noun) -> tuple[Span, ...]:
    before = [unit for unit in _units(noun) if _hides(noun.tokens[unit[0] : unit[1]])]
    last = _match(noun.tokens, noun.head + 1, _IN_THE_KNOW)
    return tuple(
        noun.span(*unit) for unit in (*before, *([(noun.head + 1, last)] if last else ()))
    )


def _allegiance_before(noun: _Noun) -> tuple[Span, ...]:
    """The runs of words before the noun that tell whose it is: "Iran-backed militia"."""
    runs: list[tuple[int, int]] = []
    for first, last in _units(noun):
        if not _tells_whose(noun, first, last, runs):
            continue
        if runs and runs[-1][1] == first:
            runs[-1] = runs[-1][0], last
        else:
            runs.append((first, last))
    return tuple(noun.span(*run) for run in runs)


def _units(noun: _Noun) -> list[tuple[int, int]]:
    """The words before the noun, hyphens holding theirs together: "well-informed"."""
    units: list[tuple[int, int]] = []
    for at in range(noun.first, noun.head):
        token = noun.tokens[at]
        is_joined = (
            units and units[-1][1] == at and noun.tokens[at - 1].end == token.start
        ) and ("-" in (token.text, noun.tokens[at - 1].text))
        if is_joined:
            units[-1] = units[-1][0], at + 1
        elif token.is_word:
            units.append((at, at + 1))
    return units


def _tells_whose(noun: _Noun, first: int, last: int, runs: Sequence[tuple[int, int]]) -> bool:
    unit = noun.tokens[first:last]
    parts = {token.lower for token in unit}
    if parts == {"'s"}:
        return bool(runs) and runs[-1][1] == first
    if _hides(unit) or parts & (DETERMINERS | _RANKS | PREPOSITIONS) or _count(unit[0].lower):
        return False
    if any(w in _TRADES or words().speakers.get(w) in _BODIES for w in parts):
        return True
    return _is_name(noun, first, last)


def _is_name(noun: _Noun, first: int, last: int) -> bool:
    """A capital says so, but not that of a sentence's first word, unless the registry knows it."""
    unit = noun.tokens[first:last]
    if not any(token.is_word and is_capitalised(token) for token in unit):
        return False
    opens = first == 0 or not noun.tokens[first - 1].is_word
    known = opens and any(registry().find_names(noun.text[unit[0].start : unit[-1].end]))
    is_longer = opens and last < noun.head and is_capitalised(noun.tokens[last])
    return not opens or known or is_longer or len(unit) > 1 or unit[0].text.isupper()


def _hides(unit: Sequence[Token]) -> bool:
    hiding = HIDING | _PRAISE
    return any(t.lower in hiding for t in unit)


# ---- behind the noun


def _read_behind(noun: _Noun) -> tuple[tuple[Span, ...], Nearness | None, int]:
    """Read "in the ministry" and "close to the talks", in any order, and where they end."""
    allegiance: list[Span] = []
    nearness = None
    at = noun.head + 1
    while at < len(noun.tokens):
        if nearness is None and (tie := _tie(noun, at)):
            nearness, at = tie
        elif inside := _inside(noun, at):
            span, at = inside
            allegiance.append(span)
        else:
            break
    return tuple(allegiance), nearness, noun.tokens[at - 1].end


def _tie(noun: _Noun, at: int) -> tuple[Nearness, int] | None:
    tokens = noun.tokens
    if tokens[at].text == "," and at + 1 < len(tokens) and tokens[at + 1].lower in RELATIVES:
        at += 1
    while at < len(tokens) and tokens[at].lower in _BEFORE_TIE:
        at += 1
    for tie in _TIES:
        last = _match(tokens, at, tie)
        if last is None:
            continue
        end = _end(noun, last)
        if end > last:
            return Nearness(tie=noun.span(at, last), to=noun.span(last, end)), end
    return None


def _match(tokens: tuple[Token, ...], at: int, tie: tuple[str, ...]) -> int | None:
    """Where a tie that begins at ``at`` ends (exclusive): "with direct knowledge of"."""
    for word in tie:
        while word == "knowledge" and at < len(tokens) and tokens[at].lower in _HOW_KNOWN:
            at += 1
        if at >= len(tokens) or tokens[at].lower != word:
            return None
        at += 1
    return at


def _inside(noun: _Noun, at: int) -> tuple[Span, int] | None:
    """ "within the coalition": whose the source is, unless the words tell when or how it spoke."""
    if noun.tokens[at].lower not in _INSIDE or _match(noun.tokens, at, _IN_THE_KNOW):
        return None
    end = _end(noun, at + 1)
    end = next((i for i in range(at + 2, end) if _match_any(noun.tokens, i)), end)
    within = noun.tokens[at + 1 : end]
    if not within or any(t.lower in TIME_WORDS | _MANNER for t in within):
        return None
    is_definite = within[0].lower in DETERMINERS - _SINGLE
    is_body = any(words().speakers.get(t.lower) in _BODIES or is_capitalised(t) for t in within)
    return (noun.span(at, end), end) if is_definite or is_body else None


def _match_any(tokens: tuple[Token, ...], at: int) -> bool:
    return any(_match(tokens, at, tie) for tie in _TIES)


def _end(noun: _Noun, start: int) -> int:
    """Where the noun phrase from ``start`` ends: within the source's own phrase, or before a verb of saying."""
    high = noun.last if start < noun.last else len(noun.tokens)
    end = phrase_end(noun.tokens, start, high)
    before = ""
    for at in range(start, end):
        token = noun.tokens[at]
        is_verb = token.lower in words().verbs and before not in DETERMINERS | PREPOSITIONS
        if is_verb and token.lower not in words().speakers and not is_capitalised(token):
            return at
        before = token.lower
    return end
