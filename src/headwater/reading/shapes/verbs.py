"""Verbs of saying where they stand as verbs, and the verb group around them."""

from collections.abc import Collection

from headwater.language import Token
from headwater.lexicon import CueWord, words
from headwater.reading.grammar import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    HIDING,
    OPENING_QUOTES,
    is_also_name,
    is_capitalised,
)

_CONTINUING = frozenset(
    "continued continue continues began begun seemed seems appeared appears".split()
)
#: "could say": nothing has been said yet.
_WEAKENING = frozenset("could may might should must can".split())
#: "did not confirm": nothing is said, but "does not believe that" tells what is believed not to be.
_NEGATIONS = frozenset({"not", "n't", "never", "neither", "nor"})
_DENIED_FOR_WHAT_IT_SAYS = frozenset({"belief", "estimate"})
#: "stopped short of saying", "came close to admitting".
_SHORT = frozenset({"short", "close"})
_OPEN = frozenset("whether if when where how what why who which".split())
#: Behind these the word is a noun, a participle, an infinitive.
_NO_VERB_BEHIND = DETERMINERS | frozenset("neither nor 's to of - by from for in with".split())
#: Verbs of saying that are far more often nouns.
_NOUNS_TOO = frozenset("state states comment comments post posts".split())
#: Relations that the tree gives to nouns alone.
_OF_NOUNS = frozenset({"nmod", "nsubj", "obj", "obl"})
_CLAUSE_MARKS = OPENING_QUOTES | {"that", ":"}
PASSIVE = frozenset("be been being was were is are".split())


def cue_at(tokens: tuple[Token, ...], at: int, low: int) -> CueWord | None:
    """Give the verb of saying that stands at ``at``, if it does so as a verb."""
    cue = words().verbs.get(tokens[at].lower)
    if cue is None or is_capitalised(tokens[at]) or _is_noun_here(tokens, at):
        return None
    if _is_participle_of(tokens, at):
        return None
    if at <= low:
        may_open = tokens[at].lower.endswith(("ed", "said", "says"))
        return cue if may_open and tokens[at].lower not in HIDING else None
    if tokens[at - 1].lower == "to" and at - 2 > low and tokens[at - 2].lower in _CONTINUING:
        return cue
    return cue if _is_verb_here(tokens, at, low, cue) else None


def _is_participle_of(tokens: tuple[Token, ...], at: int) -> bool:
    """ "A memo shown to OUTLET by two clerks": the tree makes it a clause about the noun before it."""
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return (
        tokens[at].relation == "acl" and following in {"by", "to"} and tokens[at].head == at - 1
    )


def group_start(tokens: tuple[Token, ...], verb: int, low: int) -> int:
    """Find where the verb group begins: its auxiliaries, its adverbs, "continued to"."""
    at = verb
    while at > low:
        if _is_in_group(tokens[at - 1]):
            at -= 1
        elif (
            tokens[at - 1].lower == "to"
            and at - 1 > low
            and tokens[at - 2].lower in _CONTINUING
        ):
            at -= 2
        else:
            break
    return at


def speaks_for_any(verb: Token, cue: CueWord) -> bool:
    """Tell whether the verb shows by itself that its subject speaks, whatever noun that is."""
    return cue.hard and verb.lower not in words().nouns and verb.lower != cue.lemma


def _is_noun_here(tokens: tuple[Token, ...], at: int) -> bool:
    """ "the Arab states", "270 pledged delegates": a noun or adjective, unless a clause follows."""
    if at and tokens[at - 1].text.isdigit():
        return True
    is_noun = tokens[at].tag == "NOUN" and tokens[at].relation in _OF_NOUNS
    if is_noun and tokens[at].lower in words().nouns:
        return True  # "asked about a report that"
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return tokens[at].lower in _NOUNS_TOO and following not in _CLAUSE_MARKS


def _is_verb_here(tokens: tuple[Token, ...], at: int, low: int, cue: CueWord) -> bool:
    before = tokens[at - 1].lower
    is_passive = before in PASSIVE and not tokens[at].lower.endswith("ing")  # "is warning that"
    if before in _NO_VERB_BEHIND or is_passive:  # "he was told to wait": by whom, nobody says
        return False
    if cue.only_perfect and before not in {"has", "have", "had"}:
        return False
    group = [tokens[i].lower for i in range(group_start(tokens, at, low), at)]
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if says_nothing(group, cue, following):
        return False
    return _WEAKENING.isdisjoint(group)


def says_nothing(group: Collection[str], cue: CueWord | None, following: str) -> bool:
    """Tell whether the words around a cue deny that it was said: "did not confirm", "has not claimed".

    "Did not say whether" leaves open what it is about, and so may stand.
    """
    if following in _OPEN or (cue is not None and cue.cue_class in _DENIED_FOR_WHAT_IT_SAYS):
        return False
    return not _NEGATIONS.isdisjoint(group)


def falls_short(group: Collection[str], following: str) -> bool:
    """Tell whether the words of a cue say that it was nearly said: "stopped short of saying"."""
    return following not in _OPEN and not _SHORT.isdisjoint(group)


def _is_adverb(token: Token) -> bool:
    """A word in -ly, but for those that can speak: "the weekly"."""
    is_speaker = token.lower in words().speakers
    return token.lower.endswith("ly") and not is_speaker and not is_capitalised(token)


def _is_in_group(token: Token) -> bool:
    if is_also_name(token):
        return False
    return token.lower in AUXILIARIES or token.lower in ADVERBS or _is_adverb(token)
