"""The shape "…, a toll that SOURCE gave to OUTLET": a noun set beside a clause stands for what it says."""

from headwater.language import Token
from headwater.lexicon import CueWord, words
from headwater.reading.grammar import DETERMINERS
from headwater.reading.shapes.attribution import Attribution
from headwater.reading.shapes.contents import trimmed
from headwater.reading.shapes.relaying import with_relay
from headwater.reading.speakers import Phrase, phrase_after, subject_of

#: Nouns that stand for what a clause says, beside those of saying ("a claim").
_TELLINGS = frozenset(
    "toll figure number count tally estimate account version detail assessment story".split()
)
#: Verbs of which such a noun can be the object, beside those of saying.
_GIVING = frozenset(
    "gave given shared provided offered supplied released issued repeated published leaked".split()
)
#: Classes of verbs by which whoever is their subject says it too.
_SAYING = frozenset({"neutral", "strong", "announce", "claim", "estimate"})
_ARTICLES = frozenset({"a", "an"})
#: How the tree hangs the clause of such a noun, on it or on the verb of the sentence.
_RELATIVE = ("acl", "advcl:relcl", "parataxis")


def find_apposed(tokens: tuple[Token, ...], low: int, high: int) -> Attribution | None:
    """Find whoever gave the number, account or claim that what stands before it is called."""
    for at in range(low + 2, high - 3):
        if tokens[at].text == "," and tokens[at + 1].lower in _ARTICLES:
            noun = _noun_of_telling(tokens, at + 1, high)
            found = _given(tokens, low, at, noun, high) if noun else None
            if found:
                return found
    return None


def _noun_of_telling(tokens: tuple[Token, ...], start: int, high: int) -> int | None:
    for at in range(start + 1, min(start + 4, high)):
        word = tokens[at].lower
        if word in _TELLINGS or word in words().nouns:
            return at
        if word in DETERMINERS or not tokens[at].is_word:
            return None
    return None


def _given(
    tokens: tuple[Token, ...], low: int, comma: int, noun: int, high: int
) -> Attribution | None:
    """Read the verb that the tree puts into a clause of the noun, right behind it, and whose act it is."""
    verb = next(
        (at for at in range(noun + 1, high) if tokens[at].relation.startswith(_RELATIVE)), None
    )
    cue = _cue_of(tokens[verb]) if verb is not None else None
    content = trimmed(tokens, ((low, comma),))
    if verb is None or cue is None or not content:
        return None
    source, after = _giver(tokens, noun, verb, high)
    if source is None:
        return None
    base = Attribution(
        source=source, cue=((verb, verb + 1),), cue_class=cue.cue_class, cue_lemma=cue.lemma,
        content=content, shape="closing",
    )  # fmt: skip
    return with_relay(tokens, base, after, high)


def _cue_of(verb: Token) -> CueWord | None:
    """The word of saying that the verb is, or that giving amounts to; none for one that doubts it."""
    if verb.lower in _GIVING:
        return words().verbs["told"]
    cue = words().verbs.get(verb.lower)
    return cue if cue and "np" in cue.frames and cue.cue_class in _SAYING else None


def _giver(
    tokens: tuple[Token, ...], noun: int, verb: int, high: int
) -> tuple[Phrase | None, int]:
    """ "a toll that two nurses gave", "a toll given by two nurses"; and where what follows begins."""
    if verb == noun + 1:
        is_by = verb + 1 < high and tokens[verb + 1].lower == "by"
        source = phrase_after(tokens, verb + 2, high) if is_by else None
        return source, source.last if source else high
    return subject_of(tokens, noun + 1, verb, any_noun=True), verb + 1
